package checkout

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// answer reads what git is made to say of one file.
func answer(t *testing.T, dir, said string) error {
	t.Helper()
	return extract(bufio.NewReader(strings.NewReader(said)), []File{{Path: "a/b.txt", Object: "x"}}, dir, nil)
}

// Whatever git says that is no file, nothing of it is published.
func TestExtractMisunderstood(t *testing.T) {
	for said, want := range map[string]string{
		"":                      "failed to read a/b.txt from git: EOF",
		"x missing\n":           `which said "x missing"`,
		"x tree 3\nabc\n":       `which said "x tree 3"`,
		"x blob 3 more\nabc\n":  `which said "x blob 3 more"`,
		"x blob three\nabc\n":   `which said "x blob three"`,
		"x blob 3\nab":          "failed to read a/b.txt from git: unexpected EOF",
		"x blob 3\nabc":         "failed to read a/b.txt from git: EOF",
		"x blob 268435457\nabc": "“a/b.txt”太大了，不能发布",
		"x blob 268435456\nabc": "failed to read a/b.txt from git: unexpected EOF", // 256 MB are not too much
	} {
		dir := t.TempDir()
		if err := answer(t, dir, said); err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("%q: %v; want %s", said, err, want)
		}
		if _, err := os.Stat(filepath.Join(dir, "a", "b.txt")); err == nil {
			t.Errorf("%q was taken out", said)
		}
	}
	if err := answer(t, t.TempDir(), "x blob 3\nabc\n"); err != nil {
		t.Error(err)
	}
}

// What stands in the way of a file is an error, not a file left out.
func TestExtractBlocked(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := answer(t, dir, "x blob 3\nabc\n"); err == nil || !strings.Contains(err.Error(), "failed to make a folder") {
		t.Errorf("a file where a folder is needed: %v", err)
	}
	dir = t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "a", "b.txt"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := answer(t, dir, "x blob 3\nabc\n"); err == nil || !strings.Contains(err.Error(), "failed to take out a/b.txt") {
		t.Errorf("a folder where a file is needed: %v", err)
	}
}

// A repository that cannot be read says what git says of it.
func TestGitsWords(t *testing.T) {
	r, ctx := newRepository(t), t.Context()
	none := strings.Repeat("3", 40)
	commit := r.commit(r.tree("100644 blob " + r.blob("x") + "\ta"))
	_, files := r.Files(ctx, none, "seeds")
	_, differ := r.Compare(ctx, commit, none)
	_, ancestor := r.IsAncestor(ctx, commit, none)
	_, base := r.MergeBase(ctx, none, commit)
	_, name := r.Resolve(ctx, "nothing")
	for about, err := range map[string]error{"files": files, "differ": differ, "ancestor": ancestor, "merge base": base, "a name": name} {
		if err == nil || !strings.Contains(err.Error(), "fatal: ") || strings.HasSuffix(err.Error(), "\n") || strings.Contains(err.Error(), "exit status") {
			t.Errorf("%s: %v", about, err)
		}
	}
	if got, err := r.Files(ctx, commit, "seeds"); err != nil || len(got) != 0 {
		t.Errorf("of a commit without seeds: %v, %v", got, err)
	}
}

// A run that is ended says so, whatever git was doing.
func TestCancelled(t *testing.T) {
	r := newRepository(t)
	commit := r.commit(r.tree("100644 blob " + r.blob("x") + "\ta"))
	files, err := r.Files(t.Context(), commit)
	if err != nil {
		t.Fatal(err)
	}
	why := errors.New("stopped")
	ctx, cancel := context.WithCancelCause(t.Context())
	err = r.Extract(ctx, append(files, files...), t.TempDir(), func(string, []byte) { cancel(why) })
	if !errors.Is(err, why) {
		t.Errorf("ended by %v", err)
	}
	if err := r.Extract(ctx, files, t.TempDir(), nil); !errors.Is(err, context.Canceled) && !errors.Is(err, why) {
		t.Errorf("begun after the end: %v", err)
	}
}

// Large files and many are taken out whole, and git is not waited for when one
// of the first is refused.
func TestExtractLarge(t *testing.T) {
	r := newRepository(t)
	text := strings.Repeat("依法行政，执法为民。\n", 10_000)
	var entries []string
	for i := range 20 {
		entries = append(entries, fmt.Sprintf("100644 blob %s\t%02d.txt", r.blob(fmt.Sprint(i, text)), i))
	}
	commit := r.commit(r.tree(entries...))
	got, err := r.take(commit)
	if err != nil || len(got) != 20 || got["19.txt"] != "19"+text {
		t.Fatalf("%d files, %v", len(got), err)
	}
	files, err := r.Files(t.Context(), commit)
	if err != nil {
		t.Fatal(err)
	}
	files[0].Object = commit // no file
	if err := r.Extract(t.Context(), files, t.TempDir(), nil); err == nil || !strings.Contains(err.Error(), "failed to read 00.txt from git") {
		t.Errorf("a commit as a file: %v", err)
	}
}

// A repository that is gone, or a git that fails behind the last file, is an
// error.
func TestExtractWithoutRepository(t *testing.T) {
	gone := Repo{Dir: filepath.Join(t.TempDir(), "gone")}
	if err := gone.Extract(t.Context(), nil, t.TempDir(), nil); err == nil || !strings.Contains(err.Error(), "cannot change to") {
		t.Errorf("%v", err)
	}
	t.Setenv("PATH", t.TempDir())
	if err := gone.Extract(t.Context(), nil, t.TempDir(), nil); err == nil {
		t.Error("without git nothing is wrong")
	}
}

// A preview says whether what is on the disk has been committed.
func TestChanged(t *testing.T) {
	r := newRepository(t)
	work := Repo{Dir: t.TempDir()}
	inWork := &repository{t, work}
	inWork.run("", "init", "-q")
	if err := os.MkdirAll(filepath.Join(work.Dir, "seeds"), 0o777); err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(work.Dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("seeds/a.txt", "一")
	inWork.run("", "add", ".")
	inWork.run("", "commit", "-q", "-m", "x")
	if work.Changed(t.Context(), "seeds") {
		t.Error("what is committed is said to be changed")
	}
	write("b.txt", "二")
	if work.Changed(t.Context(), "seeds") {
		t.Error("a file elsewhere is said to change the seeds")
	}
	write("seeds/a.txt", "三")
	if !work.Changed(t.Context(), "seeds") {
		t.Error("a change is not seen")
	}
	if r.Changed(t.Context(), "seeds") { // bare: there is nothing on the disk
		t.Error("a bare repository is said to be changed")
	}
}

// What git is told in its surroundings reaches it: a push's new objects stand
// in a quarantine that only these name.
func TestEnv(t *testing.T) {
	r := newRepository(t)
	quarantine := t.TempDir()
	t.Setenv("GIT_OBJECT_DIRECTORY", quarantine)
	commit := r.commit(r.tree("100644 blob " + r.blob("x") + "\ta"))
	if err := os.Unsetenv("GIT_OBJECT_DIRECTORY"); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Files(t.Context(), commit); err == nil {
		t.Fatal("the commit is not in the quarantine alone")
	}
	r.Env = []string{"GIT_ALTERNATE_OBJECT_DIRECTORIES=" + quarantine}
	if files, err := r.Files(t.Context(), commit); err != nil || len(files) != 1 {
		t.Errorf("%v, %v", files, err)
	}
}

// A path is refused for what is in it, not for what only looks like it.
func TestNamesLikeGit(t *testing.T) {
	for path, want := range map[string]bool{".git": true, "a/.GIT": true, "a/.Git/b": true, ".gitignore": false, "a.git": false, "": false} {
		if got := hasDotGit(path); got != want {
			t.Errorf("%q: %v", path, got)
		}
	}
}
