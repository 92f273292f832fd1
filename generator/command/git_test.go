package command

import (
	"os"
	"os/exec"
	"testing"

	"mingfa/generator/build/hugo/hugotest"
)

// git runs git in a folder, without the settings of this machine.
func git(t *testing.T, dir string, args ...string) string {
	t.Helper()
	out, err := tryGit(t, dir, args...)
	if err != nil {
		t.Fatalf("git %v: %v\n%s", args, err, out)
	}
	return out
}

func tryGit(t *testing.T, dir string, args ...string) (string, error) {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		hugotest.Lacking(t, "git is not installed")
	}
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null", "LC_ALL=C",
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@b.example", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@b.example")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// commit makes the project a repository, or its present state a commit.
func commit(t *testing.T, dir string) {
	t.Helper()
	if _, err := os.Stat(dir + "/.git"); err != nil {
		git(t, dir, "init", "-q", "-b", "main")
	}
	git(t, dir, "add", "-A")
	git(t, dir, "commit", "-qm", "change")
}

// newRepository is newProject as a git repository with one commit. It has one
// indicator, since nothing here depends on how many pages there are.
func newRepository(t *testing.T) {
	t.Helper()
	newProject(t)
	writeFile(t, "seeds/indicators.toml", `
[[theme]]
id = "enforcement"
name = "行政执法"

[[indicator]]
id = "case-files"
name = "评查执法卷宗"
theme = "enforcement"
kind = "count"
units = ["本"]
any = ["执法卷宗"]
definition = "评查的行政执法卷宗数。"
`)
	commit(t, ".")
}
