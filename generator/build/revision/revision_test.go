package revision

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"mingfa/generator/build/hugo/hugotest"
)

func TestOf(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		hugotest.Lacking(t, "git is not installed")
	}
	ctx, dir := context.Background(), t.TempDir()
	run := func(args ...string) {
		t.Helper()
		cmd := exec.Command("git", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null",
			"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@b.example", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@b.example",
			"GIT_COMMITTER_DATE=2024-03-01T09:00:00+08:00")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	write := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}

	run("init", "-q")
	if r := Of(ctx, dir, "seeds"); r != (Revision{}) {
		t.Errorf("a repository without a commit has revision %+v, want none", r)
	}
	write("seeds/报告.txt", "一")
	run("add", "-A")
	run("commit", "-qm", "one")
	r := Of(ctx, dir, "seeds")
	if len(r.Commit) != 40 || r.Time != "2024-03-01T09:00:00+08:00" || r.Dirty || len(r.Short()) != 10 {
		t.Errorf("clean work tree: %+v", r)
	}
	write("notes.txt", "beside the seeds")
	if Of(ctx, dir, "seeds").Dirty {
		t.Error("a change outside the named paths makes the revision dirty")
	}
	write("seeds/new.txt", "二")
	if !Of(ctx, dir, "seeds").Dirty {
		t.Error("an untracked file below a named path leaves the revision clean")
	}
	if r := Of(ctx, filepath.Join(dir, "none"), "seeds"); r != (Revision{}) {
		t.Errorf("a folder that is not there has revision %+v, want none", r)
	}
}
