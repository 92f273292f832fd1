package hooks

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// repository makes an empty repository, away from the settings of whoever runs
// the tests.
func repository(t *testing.T, args ...string) string {
	t.Helper()
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_SYSTEM", os.DevNull)
	dir := filepath.Join(t.TempDir(), "仓库.git")
	run(t, "", append([]string{"init", "-q", "-b", "trunk"}, append(args, dir)...)...)
	return dir
}

// run is what git prints, without the end of the line.
func run(t *testing.T, dir string, args ...string) string {
	t.Helper()
	command := exec.Command("git", args...)
	command.Dir = dir
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSuffix(string(out), "\n")
}

func setting(t *testing.T, repo, key string) string {
	t.Helper()
	value, err := get(t.Context(), repo, key)
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// What is installed is what a push then finds: two hooks that start the
// program, and the settings, which may be changed by installing again.
func TestInstall(t *testing.T) {
	repo := repository(t, "--bare")
	want := Settings{Store: "/srv/网站", Branch: "main", Key: "/etc/key", Keep: 30}
	if err := Install(t.Context(), repo, "/opt/it's/mingfa", want); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"pre-receive", "post-receive"} {
		path := filepath.Join(repo, "hooks", name)
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if hook := string(text); !strings.HasPrefix(hook, "#!/bin/sh\n"+mark+"\nprogram='/opt/it'\\''s/mingfa'\n") || !strings.Contains(hook, "\n\"$program\" hooks "+name+"\n") {
			t.Errorf("the hook is\n%s", text)
		}
		if info, err := os.Stat(path); err != nil || info.Mode()&0o100 == 0 {
			t.Errorf("git cannot start the hook: %v, %v", info.Mode(), err)
		}
	}
	if left, err := filepath.Glob(filepath.Join(repo, "hooks", ".*")); err != nil || len(left) > 0 {
		t.Errorf("left beside the hooks: %q, %v", left, err)
	}
	if got, err := loaded(t, repo); err != nil || got != want {
		t.Errorf("got %+v, %v", got, err)
	}
	if head := run(t, repo, "symbolic-ref", "HEAD"); head != "refs/heads/main" {
		t.Errorf("whoever clones gets %s", head)
	}
	if fsck := setting(t, repo, "receive.fsckObjects"); fsck != "true" {
		t.Errorf("git does not look at what is pushed: %q", fsck)
	}

	// Without a key the one before goes; ours are replaced.
	want = Settings{Store: "/srv/b", Branch: "live", Keep: 5}
	if err := Install(t.Context(), repo, "/opt/other", want); err != nil {
		t.Fatal(err)
	}
	if got, err := loaded(t, repo); err != nil || got != want {
		t.Errorf("got %+v, %v", got, err)
	}
	if text, err := os.ReadFile(filepath.Join(repo, "hooks", "pre-receive")); err != nil || !strings.Contains(string(text), "/opt/other") {
		t.Errorf("the hook still is\n%s%v", text, err)
	}
}

// A branch that has been pushed stays the one that is cloned.
func TestInstallLeavesTheBranch(t *testing.T) {
	repo, work := repository(t, "--bare"), repository(t)
	run(t, work, "-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-q", "--allow-empty", "-m", "x")
	run(t, work, "push", "-q", repo, "trunk")
	if err := Install(t.Context(), repo, "/opt/mingfa", Settings{Store: "/srv", Branch: "main"}); err != nil {
		t.Fatal(err)
	}
	if head := run(t, repo, "symbolic-ref", "HEAD"); head != "refs/heads/trunk" {
		t.Errorf("whoever clones gets %s", head)
	}
}

// Hooks may stand elsewhere: core.hooksPath, also outside of the repository.
func TestInstallWhereGitLooks(t *testing.T) {
	repo, hooks := repository(t, "--bare"), filepath.Join(t.TempDir(), "a", "b")
	run(t, repo, "config", "core.hooksPath", hooks)
	if err := Install(t.Context(), repo, "/opt/mingfa", Settings{Store: "/srv", Branch: "main"}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(hooks, "post-receive")); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(repo, "hooks", "post-receive")); err == nil {
		t.Error("a hook was written where git does not look")
	}
}

// What keeps a repository from publishing is said, and nothing is changed.
func TestInstallRefused(t *testing.T) {
	foreign := repository(t, "--bare")
	if err := os.WriteFile(filepath.Join(foreign, "hooks", "post-receive"), []byte("#!/bin/sh\nmail\n"), 0o777); err != nil {
		t.Fatal(err)
	}
	blocked := repository(t, "--bare")
	if err := errors.Join(os.RemoveAll(filepath.Join(blocked, "hooks")), os.WriteFile(filepath.Join(blocked, "hooks"), nil, 0o666)); err != nil {
		t.Fatal(err)
	}
	occupied := repository(t, "--bare")
	if err := os.MkdirAll(filepath.Join(occupied, "hooks", "post-receive", "x"), 0o777); err != nil {
		t.Fatal(err)
	}
	unwritable := repository(t, "--bare")
	if err := os.MkdirAll(filepath.Join(unwritable, "hooks", ".pre-receive.new"), 0o777); err != nil {
		t.Fatal(err)
	}
	locked := repository(t, "--bare")
	if err := os.WriteFile(filepath.Join(locked, "config.lock"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	headless := repository(t, "--bare")
	if err := os.WriteFile(filepath.Join(headless, "HEAD.lock"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	for repo, want := range map[string]string{
		t.TempDir():   "不是 git 仓库",
		repository(t): "不是裸仓库。请用 git init --bare 仓库.git 新建一个",
		foreign:       "已经有一个 post-receive，不是明法写的，没有动它。请先移走",
		blocked:       "failed to make the folder of the hooks",
		occupied:      "failed to put the hook post-receive in place",
		unwritable:    "failed to write the hook pre-receive",
		locked:        "failed to set mingfa.to",
		headless:      "failed to make main the branch",
	} {
		err := Install(t.Context(), repo, "/opt/mingfa", Settings{Store: "/srv", Branch: "main"})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v; want %s", err, want)
		}
	}
	if text, err := os.ReadFile(filepath.Join(foreign, "hooks", "post-receive")); err != nil || string(text) != "#!/bin/sh\nmail\n" {
		t.Errorf("a hook that is not ours became %q, %v", text, err)
	}
	if to := setting(t, foreign, "mingfa.to"); to != "" {
		t.Errorf("the repository publishes to %s", to)
	}
	if _, err := os.Stat(filepath.Join(foreign, "hooks", "pre-receive")); err == nil {
		t.Error("one of two hooks was installed")
	}
}

// A repository publishes main where nothing else is said, and a setting that
// cannot be meant is no setting.
func TestLoad(t *testing.T) {
	repo := repository(t, "--bare")
	if _, err := Load(t.Context(), repo); err == nil || !strings.Contains(err.Error(), "还没有设置发布到哪里") {
		t.Errorf("without settings: %v", err)
	}
	run(t, repo, "config", "mingfa.to", "/srv")
	if got, err := loaded(t, repo); err != nil || got != (Settings{Store: "/srv", Branch: "main"}) {
		t.Errorf("got %+v, %v", got, err)
	}
	run(t, repo, "config", "mingfa.keep", "三十")
	if _, err := Load(t.Context(), repo); err == nil || !strings.Contains(err.Error(), "mingfa.keep 要写成整数，现在是“三十”") {
		t.Errorf("keep 三十: %v", err)
	}
	if err := os.WriteFile(filepath.Join(repo, "config"), []byte("[core\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := Load(t.Context(), repo); err == nil || !strings.Contains(err.Error(), "bad config") {
		t.Errorf("of a broken file nothing of git's words is said: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Load(ctx, repository(t, "--bare")); !errors.Is(err, context.Canceled) {
		t.Errorf("a run that ends says %v", err)
	}
}

// What git says of a push is read to its end, and a line too long is an error:
// a ref left out would go live unseen.
func TestParseUpdatesToTheEnd(t *testing.T) {
	a, b := strings.Repeat("a", 64), strings.Repeat("b", 64)
	got, err := ParseUpdates(strings.NewReader(a + " " + b + " refs/heads/甲 乙\n"))
	if err != nil || len(got) != 1 || got[0].Branch() != "甲 乙" || got[0].Creates() || got[0].Deletes() {
		t.Errorf("%+v, %v", got, err)
	}
	if got, err := ParseUpdates(strings.NewReader(a + " " + b + " refs/heads/" + strings.Repeat("x", 1<<20) + "\n")); err == nil {
		t.Errorf("%d refs of a line too long", len(got))
	}
	if got, err := ParseUpdates(strings.NewReader("")); err != nil || len(got) != 0 {
		t.Errorf("%v, %v", got, err)
	}
}

// An address shows as much of a long name as fits: 40 characters.
func TestLongSlug(t *testing.T) {
	if s := strings.Repeat("a", 40); Slug(s) != s {
		t.Errorf("forty letters have the address %s", Slug(s))
	}
	for branch, start := range map[string]string{
		strings.Repeat("a", 41): strings.Repeat("a", 40) + "--", strings.Repeat("é", 300): "branch--", "Fix": "fix--", "a..b": "a-b--", "9/z": "9-z--", "A0": "a0--",
	} {
		if got := Slug(branch); !strings.HasPrefix(got, start) || len(got) != len(start)+8 {
			t.Errorf("%.20s… has the address %s", branch, got)
		}
	}
}

// loaded are the settings of a repository but for the secret, of which there is one
// that stays.
func loaded(t *testing.T, repo string) (Settings, error) {
	t.Helper()
	s, err := Load(t.Context(), repo)
	again, e := Load(t.Context(), repo)
	if err == nil && (e != nil || len(s.Secret) < 20 || s.Secret != again.Secret) {
		t.Errorf("the secret is %q, and then %q, %v", s.Secret, again.Secret, e)
	}
	s.Secret = ""
	return s, err
}

// TestInstallWithoutAKey: git looks at what is pushed in a repository that never had a key, too.
func TestInstallWithoutAKey(t *testing.T) {
	repo := repository(t, "--bare")
	if err := Install(t.Context(), repo, "/opt/mingfa", Settings{Store: "/srv", Branch: "main"}); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"receive.fsckObjects", "receive.autogc"} {
		if got := setting(t, repo, key); got != "true" {
			t.Errorf("%s is %q", key, got)
		}
	}
}

// TestNamesOfTheLiveBranch: what git takes for no branch, or for the one before, goes live never.
func TestNamesOfTheLiveBranch(t *testing.T) {
	for _, branch := range []string{"", "a b", "a..b", "-x", "x.lock", "@", "@{-1}"} {
		repo := repository(t, "--bare")
		err := Install(t.Context(), repo, "/opt/mingfa", Settings{Store: "/srv", Branch: branch})
		if err == nil || !strings.Contains(err.Error(), "不能作分支的名字") {
			t.Errorf("%q: %v", branch, err)
		}
		if to := setting(t, repo, "mingfa.to"); to != "" {
			t.Errorf("%q: the repository publishes to %s", branch, to)
		}
	}
}
