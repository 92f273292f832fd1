package deploy

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"mingfa/generator/build/hugo/hugotest"
)

// workflows are the files with which forges publish a portal, from this folder.
var workflows = []string{"../.github/workflows/publish.yml", "../.forgejo/workflows/check.yml", "../.gitlab-ci.yml"}

// run runs a program in dir and gives what it says; a program that fails fails
// the test.
func run(t *testing.T, dir string, env []string, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), env...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return string(out)
}

// tool is the path of a program that a bare machine may lack.
func tool(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		hugotest.Lacking(t, "no "+name+" on this machine")
	}
	return path
}

// fakeProgram is a program that notes its arguments, one call a line.
func fakeProgram(t *testing.T) (path string, calls func() string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the scripts are for a POSIX shell")
	}
	dir := t.TempDir()
	path, log := filepath.Join(dir, "mingfa"), filepath.Join(dir, "log")
	write(t, path, "#!/bin/sh\necho \"$@\" >>"+log+"\nif [ \"$1\" = build ]; then mkdir -p \"$3\" && echo site >\"$3/index.html\"; fi\n")
	if err := os.Chmod(path, 0o755); err != nil {
		t.Fatal(err)
	}
	return path, func() string {
		text, _ := os.ReadFile(log)
		return string(text)
	}
}

// TestForgesShareOneScript: whatever a workflow runs to check and to publish is
// the script, in a way that the script understands.
func TestForgesShareOneScript(t *testing.T) {
	mingfa, calls := fakeProgram(t)
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "deploy"), 0o755); err != nil {
		t.Fatal(err)
	}
	script := filepath.Join(folder, "deploy", "publish.sh")
	write(t, script, read(t, "publish.sh"))
	if err := os.Chmod(script, 0o755); err != nil {
		t.Fatal(err)
	}
	command := regexp.MustCompile(`deploy/publish\.sh +(\S.*)`)
	for _, file := range workflows {
		lines := command.FindAllStringSubmatch(read(t, file), -1)
		if len(lines) < 1 || lines[0][1] != "check" {
			t.Errorf("%s: the script is run as %q; it has to check first, and then to publish", file, lines)
		}
		for _, m := range lines {
			run(t, folder, []string{"MINGFA=" + mingfa, "GITHUB_ACTIONS=", "GITEA_ACTIONS="}, script, strings.Fields(m[1])...)
		}
	}
	want := "check\nbuild --to public\ncheck\ncheck\nbuild --to public\n"
	if got := calls(); got != want {
		t.Errorf("the program was called as\n%swant\n%s", got, want)
	}
}

// TestProposedChangesStayOffTheServer: the runner that stands on the server runs no
// workflow that a proposed change starts, and nothing of the repository. Each
// way in which it once could is told apart by the same words.
func TestProposedChangesStayOffTheServer(t *testing.T) {
	files, err := filepath.Glob("../.forgejo/workflows/*.yml")
	if err != nil || len(files) < 3 {
		t.Fatalf("%q, %v", files, err)
	}
	onServer := 0
	for _, file := range files {
		text := regexp.MustCompile(`(?m)#.*$`).ReplaceAllString(read(t, file), "")
		if !regexp.MustCompile(`runs-on: *\[?"?mingfa`).MatchString(text) {
			continue
		}
		onServer++
		if said := dangers(text); len(said) > 0 {
			t.Errorf("%s runs on the server, and: %s", file, strings.Join(said, ", "))
		}
	}
	if onServer != 1 {
		t.Errorf("%d workflows run on the server", onServer)
	}
	for _, bad := range []string{
		"on:\n  pull_request:\n", "on: [push, pull_request]\n", "on:\n  pull_request_target:\n", "on:\n  issue_comment:\n", "on:\n  workflow_dispatch:\n",
		"on:\n  push:\n", "on:\n  push:\n    branches: [main]\njobs:\n  run: deploy/publish.sh check\n", "on:\n  push:\n    branches: [main]\n  run: ./x\n",
		"on:\n  push:\n    branches: [main]\n  run: git checkout --force FETCH_HEAD\n", "on:\n  push:\n    branches: [main]\n  run: go run ./generator\n",
		"on:\n  push:\n    branches: [main]\n  run: echo ${{ github.event.head_commit.message }}\n",
	} {
		if len(dangers(bad)) == 0 {
			t.Errorf("not seen as a danger:\n%s", bad)
		}
	}
}

// dangers are what of a workflow lets somebody else's words act on its runner.
func dangers(workflow string) (said []string) {
	for what, form := range map[string]string{
		"it is started by what anybody may do":  `pull_request|issue|comment|workflow_dispatch|fork`,
		"it runs files of the repository":       `deploy/|\./|checkout|go run|make |npm |bash |sh -c`,
		"words of an event stand in its script": `github\.event\.|github\.head_ref`,
	} {
		if regexp.MustCompile(form).MatchString(workflow) {
			said = append(said, what)
		}
	}
	if !regexp.MustCompile(`push:\s+branches: \[main\]`).MatchString(workflow) {
		said = append(said, "it runs for other branches than main")
	}
	return said
}

func TestScriptChoosesTheProgram(t *testing.T) {
	mingfa, calls := fakeProgram(t)
	folder := t.TempDir() // a portal: no source of the program
	if err := os.Mkdir(filepath.Join(folder, "deploy"), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(folder, "deploy", "publish.sh"), read(t, "publish.sh"))
	bash := tool(t, "bash")
	path := "PATH=" + filepath.Dir(mingfa) + ":/usr/bin:/bin"
	start := func(env []string, args ...string) (string, error) {
		cmd := exec.Command(bash, append([]string{filepath.Join(folder, "deploy", "publish.sh")}, args...)...)
		cmd.Env = append([]string{"HOME=" + folder}, env...)
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	if out, err := start([]string{path, "GITHUB_ACTIONS=true"}, "check"); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	if out, err := start([]string{path, "GITHUB_ACTIONS=true", "GITEA_ACTIONS=true"}, "check"); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	if got := calls(); got != "check --format github\ncheck\n" {
		t.Errorf("the program was called as\n%s", got)
	}
	if out, err := start([]string{"PATH=/usr/bin:/bin"}, "check"); err == nil || !strings.Contains(out, "找不到明法的程序") {
		t.Errorf("without a program: %v\n%s", err, out)
	}
	for _, args := range [][]string{{}, {"check", "more"}, {"build"}, {"delete", "x"}} {
		if out, err := start([]string{path}, args...); err == nil || !strings.Contains(out, "deploy/publish.sh build DIR") {
			t.Errorf("%q: %v\n%s", args, err, out)
		}
	}
}

func TestWorkflowsOfGitHubAndForgejo(t *testing.T) {
	args := []string{"-C", "lint", "tool", "actionlint", "-no-color", "-config-file", "../../.github/actionlint.yaml"}
	for _, file := range githubSyntax(t) {
		args = append(args, "../"+file)
	}
	if out, err := exec.Command("go", "-C", "lint", "tool", "actionlint", "-version").CombinedOutput(); err != nil {
		hugotest.Lacking(t, "actionlint cannot be built here: "+string(out))
	}
	run(t, ".", nil, "go", args...)
	run(t, ".", []string{"GOFLAGS="}, "go", "-C", "lint", "mod", "tidy", "-diff")
}

// githubSyntax lists the workflows of GitHub and of Forgejo, which reads the same
// syntax.
func githubSyntax(t *testing.T) (files []string) {
	t.Helper()
	for _, forge := range []string{"../.github", "../.forgejo"} {
		found, err := filepath.Glob(forge + "/workflows/*.yml")
		if err != nil || len(found) < 2 {
			t.Fatalf("%s: %q, %v; it should publish and run the tests", forge, found, err)
		}
		files = append(files, found...)
	}
	return files
}

// TestActionsArePinned: an action is named by a commit. A tag can be moved to
// other code, which would then run with this repository's rights.
func TestActionsArePinned(t *testing.T) {
	uses := regexp.MustCompile(`(?m)^[ -]*uses: *(.*)$`)
	pinned := regexp.MustCompile(`^actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$`)
	seen := 0
	for _, file := range githubSyntax(t) {
		for _, m := range uses.FindAllStringSubmatch(read(t, file), -1) {
			seen++
			if !pinned.MatchString(m[1]) {
				t.Errorf("%s uses %s; want actions/NAME@COMMIT # vX.Y.Z", file, m[1])
			}
		}
	}
	if seen == 0 {
		t.Error("no workflow uses an action: this test looks for the wrong words")
	}
}

// TestForgesTakeNothingElse: what a forge's file names beside actions is an image of Go by its version. It includes no other file, and
// no job of others; GitLab knows no commits of images, only their digests, which a tag without one does not hold.
func TestForgesTakeNothingElse(t *testing.T) {
	image := regexp.MustCompile(`(?m)^[ -]*(?:image|container): *(\S.*)$`)
	known := regexp.MustCompile(`^golang:1\.\d+(\.\d+)?(-trixie)?(@sha256:[0-9a-f]{64})?$`)
	others := regexp.MustCompile(`(?m)^[ -]*(include|services|extends|trigger|project|remote|component|name: *[a-z0-9.-]+/):?`)
	seen := 0
	for _, file := range append(githubSyntax(t), "../.gitlab-ci.yml") {
		text := read(t, file)
		for _, m := range image.FindAllStringSubmatch(text, -1) {
			if seen++; !known.MatchString(m[1]) {
				t.Errorf("%s runs in %s; want golang:1.N", file, m[1])
			}
		}
		if found := others.FindString(text); found != "" {
			t.Errorf("%s takes what stands elsewhere: %q", file, found)
		}
		if fetched := regexp.MustCompile(`\b(curl|wget|npx|pip)\b|go install`).FindString(text); fetched != "" {
			t.Errorf("%s fetches a program: %s", file, fetched)
		}
	}
	if seen < 6 {
		t.Errorf("%d images: this test looks for the wrong words", seen)
	}
}

// TestForgesRunEveryCheck: what a change must pass is .ci/run, on each forge.
func TestForgesRunEveryCheck(t *testing.T) {
	for _, file := range []string{"../.github/workflows/ci.yml", "../.forgejo/workflows/ci.yml"} {
		text := read(t, file)
		for _, want := range []string{"pull_request:", "push:", "run: .ci/run\n", "MINGFA_CACHE:"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s has no %q", file, want)
			}
		}
	}
}

// TestGitLab has GitLab's file read and run as a runner would, with a program
// that only notes what it is asked for.
func TestGitLab(t *testing.T) {
	local, err := filepath.Abs("../node_modules/.bin/gitlab-ci-local")
	if err != nil {
		t.Fatal(err)
	}
	if !exists(local) {
		hugotest.Lacking(t, "no gitlab-ci-local: run npm ci")
	}
	tool(t, "rsync")
	git := tool(t, "git")
	mingfa, calls := fakeProgram(t)
	folder := t.TempDir()
	for name, from := range map[string]string{".gitlab-ci.yml": "../.gitlab-ci.yml", "deploy/publish.sh": "publish.sh", "go.mod": "../go.mod", "go.sum": "../go.sum"} {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		write(t, path, read(t, from))
	}
	if err := os.Chmod(filepath.Join(folder, "deploy", "publish.sh"), 0o755); err != nil {
		t.Fatal(err)
	}
	own := []string{"HOME=" + folder, "GIT_CONFIG_GLOBAL=/dev/null"}
	run(t, folder, own, git, "init", "--quiet", "--initial-branch=main")
	run(t, folder, own, git, "add", ".")
	run(t, folder, own, git, "-c", "user.name=a", "-c", "user.email=a@mingfa.example", "commit", "--quiet", "--message=x")
	run(t, folder, own, local, "--force-shell-executor", "--variable", "MINGFA="+mingfa)
	if got := calls(); got != "check\nbuild --to public\n" {
		t.Errorf("the program was called as\n%s", got)
	}
	if !exists(filepath.Join(folder, "public", "index.html")) {
		t.Error("the site is not among the artifacts")
	}
}

func TestShellScripts(t *testing.T) {
	run(t, ".", nil, tool(t, "shellcheck"), "publish.sh", "changed.sh", "restore.sh", "../.ci/run", "../.ci/attack", "../.ci/vulnerable", "../.ci/compare")
}
