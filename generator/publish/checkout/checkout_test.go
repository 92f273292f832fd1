package checkout

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"mingfa/generator/build/hugo/hugotest"
)

// repository is a bare one; its objects are made by plumbing, so that it can
// hold what no work tree would.
type repository struct {
	t *testing.T
	Repo
}

func newRepository(t *testing.T) *repository {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		hugotest.Lacking(t, "git is not installed")
	}
	t.Setenv("GIT_CONFIG_GLOBAL", "/dev/null")
	t.Setenv("GIT_CONFIG_SYSTEM", "/dev/null")
	for _, who := range []string{"AUTHOR", "COMMITTER"} {
		t.Setenv("GIT_"+who+"_NAME", "a")
		t.Setenv("GIT_"+who+"_EMAIL", "a@b.example")
		t.Setenv("GIT_"+who+"_DATE", "2026-11-24T09:00:00+08:00")
	}
	r := &repository{t, Repo{Dir: t.TempDir()}}
	r.run("", "init", "-q", "--bare")
	return r
}

func (r *repository) run(input string, args ...string) string {
	r.t.Helper()
	cmd := exec.Command("git", append([]string{"-C", r.Dir}, args...)...)
	cmd.Stdin = strings.NewReader(input)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		r.t.Fatalf("git %v: %v\n%s", args, err, said.String())
	}
	return strings.TrimSpace(string(out))
}

func (r *repository) blob(text string) string {
	r.t.Helper()
	return r.run(text, "hash-object", "-w", "--stdin")
}

// tree makes a tree of "mode type object\tname" entries.
func (r *repository) tree(entries ...string) string {
	r.t.Helper()
	return r.run(strings.Join(entries, "\x00")+"\x00", "mktree", "-z", "--missing")
}

func (r *repository) commit(tree string) string {
	r.t.Helper()
	return r.run("", "commit-tree", "-m", "x", tree)
}

func (r *repository) take(commit string, paths ...string) (map[string]string, error) {
	r.t.Helper()
	files, err := r.Files(r.t.Context(), commit, paths...)
	if err != nil {
		return nil, err
	}
	dir, seen := r.t.TempDir(), map[string]string{}
	if err := r.Extract(r.t.Context(), files, dir, func(path string, data []byte) { seen[path] = string(data) }); err != nil {
		return nil, err
	}
	got := map[string]string{}
	err = filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		got[filepath.ToSlash(path[len(dir)+1:])] = string(data)
		return err
	})
	for name, text := range got {
		if seen[name] != text {
			r.t.Errorf("each was told %q of %s, the file holds %q", seen[name], name, text)
		}
	}
	return got, err
}

// A commit's own .gitattributes must not change or hide a file of it.
func TestExtractIsByteForByte(t *testing.T) {
	r := newRepository(t)
	crlf, subst, empty := "一\r\n二\r\n", "$Format:%H$ $Id$\n", ""
	reports := r.tree("100644 blob "+r.blob(crlf)+"\t2023.txt", "100755 blob "+r.blob(subst)+"\t年 报.txt", "100644 blob "+r.blob(empty)+"\tempty")
	seeds := r.tree("040000 tree "+reports+"\tshili", "100644 blob "+r.blob("* text=auto eol=lf export-subst ident\n2023.txt export-ignore\n")+"\t.gitattributes")
	commit := r.commit(r.tree("040000 tree "+seeds+"\tseeds", "100644 blob "+r.blob("package main\n")+"\tmain.go"))
	got, err := r.take(commit, "seeds", "hugo.toml")
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"seeds/shili/2023.txt": crlf, "seeds/shili/年 报.txt": subst, "seeds/shili/empty": empty}
	for name, text := range want {
		if got[name] != text {
			t.Errorf("%q holds %q, want %q", name, got[name], text)
		}
	}
	if len(got) != len(want)+1 {
		t.Errorf("took out %d files: %q", len(got), got)
	}
}

func TestRefused(t *testing.T) {
	r := newRepository(t)
	file := r.blob("x")
	for says, seeds := range map[string]string{
		"符号链接": r.tree("120000 blob " + r.blob("/etc/passwd") + "\tlink"),
		"子模块":  r.tree("160000 commit " + strings.Repeat("1", 40) + "\tsub"),
		"不合规":  r.tree("100644 blob " + file + "\ta\\b"),
	} {
		_, err := r.take(r.commit(r.tree("040000 tree "+seeds+"\tseeds")), "seeds")
		var refused *Refused
		if !errors.As(err, &refused) || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v", says, err)
		}
	}
	// Trees that git itself would not make, as an attacker's program writes them.
	for _, name := range []string{"..", ".git", ".GIT"} {
		inner := rawTree(t, r, name, file)
		commit := r.commit(r.tree("040000 tree " + inner + "\tseeds"))
		if got, err := r.take(commit, "seeds"); err == nil {
			t.Errorf("%s: took out %q", name, got)
		}
	}
	// Beside the paths that are asked for, anything may stand.
	if _, err := r.take(r.commit(r.tree("120000 blob "+file+"\tlink", "040000 tree "+r.tree("100644 blob "+file+"\ta")+"\tseeds")), "seeds"); err != nil {
		t.Error(err)
	}
	// An object that is not there.
	gone := r.tree("100644 blob " + strings.Repeat("2", 40) + "\ta")
	if _, err := r.take(r.commit(r.tree("040000 tree "+gone+"\tseeds")), "seeds"); err == nil {
		t.Error("a missing object is no error")
	}
}

// rawTree is a tree of one file whose name git would refuse.
func rawTree(t *testing.T, r *repository, name, object string) string {
	t.Helper()
	var raw []byte
	for i := 0; i < len(object); i += 2 {
		var b byte
		for _, c := range object[i : i+2] {
			b = b<<4 | byte(strings.IndexRune("0123456789abcdef", c))
		}
		raw = append(raw, b)
	}
	return r.run("100644 "+name+"\x00"+string(raw), "hash-object", "-w", "-t", "tree", "--literally", "--stdin")
}

func TestCompare(t *testing.T) {
	r, ctx := newRepository(t), t.Context()
	tree := func(text string) string {
		return r.tree("040000 tree "+r.tree("100644 blob "+r.blob(text)+"\t年.txt", "100644 blob "+r.blob("same")+"\tsame")+"\tseeds", "100644 blob "+r.blob(text)+"\tmain.go")
	}
	first := r.commit(tree("1"))
	second := r.run("", "commit-tree", "-m", "x", "-p", first, tree("2"))
	other := r.run("", "commit-tree", "-m", "y", "-p", first, tree("3"))
	alone := r.commit(tree("4"))
	if got, err := r.Compare(ctx, first, second, "seeds"); err != nil || len(got) != 1 || got[0].Path != "seeds/年.txt" || got[0].Old == got[0].New {
		t.Errorf("compare: %q, %v", got, err)
	}
	for _, test := range []struct {
		old, new string
		want     bool
	}{{first, second, true}, {second, first, false}, {second, other, false}, {first, first, true}} {
		if got, err := r.IsAncestor(ctx, test.old, test.new); err != nil || got != test.want {
			t.Errorf("ancestor: %v, %v", got, err)
		}
	}
	if got, err := r.MergeBase(ctx, second, other); err != nil || got != first {
		t.Errorf("merge base: %s, %v", got, err)
	}
	if got, err := r.MergeBase(ctx, second, alone); err != nil || got != "" {
		t.Errorf("merge base of strangers: %s, %v", got, err)
	}
	r.run("", "update-ref", "refs/heads/main", second)
	if got, err := r.Resolve(ctx, "refs/heads/main"); err != nil || got.Hash != second || got.Time != "2026-11-24T09:00:00+08:00" {
		t.Errorf("resolve: %+v, %v", got, err)
	}
	for _, name := range []string{"none", "--all", "-1", ""} {
		if got, err := r.Resolve(ctx, name); err == nil {
			t.Errorf("resolve %q: %+v", name, got)
		}
	}
	outside := Repo{Dir: t.TempDir(), Env: []string{"GIT_CEILING_DIRECTORIES=/"}}
	if _, err := outside.Resolve(ctx, "HEAD"); !errors.Is(err, ErrNoRepository) {
		t.Errorf("outside of git: %v", err)
	}
}
