package tree

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// files is every file below dir with what it holds, and "" for every folder
// that is empty.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == dir {
			return err
		}
		name := filepath.ToSlash(path[len(dir)+1:])
		if d.IsDir() {
			if entries, err := os.ReadDir(path); err != nil || len(entries) > 0 {
				return err
			}
			got[name+"/"] = ""
			return nil
		}
		if d.Type()&fs.ModeSymlink != 0 {
			got[name] = "link"
			return nil
		}
		raw, err := os.ReadFile(path)
		got[name] = string(raw)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func put(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	for name, text := range want {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func same(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	got := files(t, dir)
	for name, text := range want {
		if have, ok := got[name]; !ok || have != text {
			t.Errorf("%s holds %q (there: %v), want %q", name, have, ok, text)
		}
		delete(got, name)
	}
	for name := range got {
		t.Errorf("%s is left", name)
	}
}

func open(t *testing.T, root string) *Writer {
	t.Helper()
	w, err := Open(root, "content/reports", "content/bodies")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// run writes want with one Writer.
func run(t *testing.T, root string, want map[string]string) Stats {
	t.Helper()
	w := open(t, root)
	var wg sync.WaitGroup
	for name, text := range want {
		wg.Go(func() {
			if err := w.Write(name, []byte(text)); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	stats, err := w.Finish()
	if err != nil {
		t.Fatal(err)
	}
	return stats
}

func TestWriter(t *testing.T) {
	root := t.TempDir()
	hand := map[string]string{"content/about.md": "by hand", "content/reportsx/a": "not owned"}
	put(t, root, hand)
	put(t, root, map[string]string{"content/reports/old/2020/index.md": "orphan", "content/reports/.x.md.tmp": "of a killed run"})
	if err := os.MkdirAll(filepath.Join(root, "content/bodies/empty/deep"), 0o777); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"content/reports/a/2023/index.md": "one", "content/reports/a/2023/report.json": "{}", "content/reports/b/2023/index.md": "",
	}
	if got := run(t, root, want); got != (Stats{Written: 3, Removed: 2}) {
		t.Errorf("the first run: %+v", got)
	}
	all := func() map[string]string {
		m := map[string]string{}
		for _, part := range []map[string]string{hand, want} {
			for k, v := range part {
				m[k] = v
			}
		}
		return m
	}
	same(t, root, all())

	untouched := filepath.Join(root, "content/reports/a/2023/report.json")
	old := time.Now().Add(-time.Hour).Truncate(time.Second)
	if err := os.Chtimes(untouched, old, old); err != nil {
		t.Fatal(err)
	}
	want["content/reports/a/2023/index.md"] = "two" // of the same length
	delete(want, "content/reports/b/2023/index.md")
	if got := run(t, root, want); got != (Stats{Written: 1, Unchanged: 1, Removed: 1}) {
		t.Errorf("the second run: %+v", got)
	}
	same(t, root, all())
	if info, err := os.Stat(untouched); err != nil || !info.ModTime().Equal(old) {
		t.Error("a file that did not change was touched")
	}
}

func TestWriterChangesKinds(t *testing.T) {
	root := t.TempDir()
	run(t, root, map[string]string{"content/reports/a": "file", "content/reports/b/c/d": "deep"})
	want := map[string]string{"content/reports/a/b": "folder now", "content/reports/b/c": "file now"}
	run(t, root, want)
	same(t, root, want)
}

func TestWriterRefuses(t *testing.T) {
	root, outside := t.TempDir(), t.TempDir()
	put(t, root, map[string]string{"content/reports/real/x": ""})
	if err := os.Symlink(outside, filepath.Join(root, "content/reports/link")); err != nil {
		t.Skipf("this system makes no symbolic links: %v", err)
	}
	w := open(t, root)
	for _, name := range []string{
		"", ".", "content/reports", "content/about.md", "content/reports/../about.md", "content/reportsx/a", "../x", "/etc/x",
		"content/reports/../../../x", "content//reports/x", "content/reports/./x", "content/reports/x/", "content\\reports\\x",
		"content/reports/a\x00b", "content/reports/link/x", "content/reports/link/y/x", filepath.ToSlash(outside) + "/x",
	} {
		var refused *Refused
		if err := w.Write(name, []byte("x")); !errors.As(err, &refused) {
			t.Errorf("%q: got %v, want it refused", name, err)
		}
	}
	if err := w.Write("content/reports/real/x", nil); err != nil {
		t.Error(err)
	}
	if err := w.Write("content/reports/real/x", nil); err == nil {
		t.Error("a path was written twice")
	}
	if err := w.Write("content/reports/real/x/y", nil); err == nil {
		t.Error("a file became a folder within one run")
	}
	if err := w.Write("content/reports/real", nil); err == nil {
		t.Error("a folder became a file within one run")
	}
	if _, err := w.Finish(); err != nil {
		t.Fatal(err)
	}
	same(t, root, map[string]string{"content/reports/real/x": ""}) // the link is an orphan
	if len(files(t, outside)) > 0 {
		t.Error("something was written outside")
	}
	for _, owned := range []string{".", "..", "/", "a/../.."} {
		if _, err := Open(root, owned); err == nil {
			t.Errorf("Open owns %q", owned)
		}
	}
}

func TestWriterDoesNotSweepThroughALink(t *testing.T) {
	root, outside := t.TempDir(), t.TempDir()
	put(t, outside, map[string]string{"precious": "x"})
	put(t, root, map[string]string{"content/x": ""})
	if err := os.Symlink(outside, filepath.Join(root, "content/reports")); err != nil {
		t.Skipf("this system makes no symbolic links: %v", err)
	}
	if _, err := open(t, root).Finish(); err == nil {
		t.Error("an owned folder that is a link is taken")
	}
	same(t, outside, map[string]string{"precious": "x"})
}

func TestKeepAndAbort(t *testing.T) {
	root := t.TempDir()
	before := map[string]string{"content/reports/a/2022/x": "1", "content/reports/a/2023/x": "2", "content/reports/b/2023/x": "3", "content/bodies/a": "4"}
	run(t, root, before)

	w := open(t, root)
	if err := w.Write("content/reports/a/2022/x", []byte("new")); err != nil {
		t.Fatal(err)
	}
	w.Abort()
	before["content/reports/a/2022/x"] = "new"
	same(t, root, before)
	if err := w.Write("content/reports/a/2023/x", nil); err == nil {
		t.Error("a run that was aborted writes")
	}

	w = open(t, root)
	w.Keep("content/reports/a/2023")
	w.Keep("content/bodies/a")
	if _, err := w.Finish(); err != nil {
		t.Fatal(err)
	}
	same(t, root, map[string]string{"content/reports/a/2023/x": "2", "content/bodies/a": "4"})
}

func TestWriteFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "deep", "site.json")
	for _, step := range []struct {
		text    string
		changed bool
	}{{"a", true}, {"a", false}, {"b", true}, {"", true}, {"", false}, {strings.Repeat("长", 50000), true}, {strings.Repeat("长", 49999) + "短", true}} {
		changed, err := WriteFile(path, []byte(step.text))
		if err != nil || changed != step.changed {
			t.Errorf("changed = %v, %v; want %v", changed, err, step.changed)
		}
		if raw, err := os.ReadFile(path); err != nil || string(raw) != step.text {
			t.Errorf("it holds %.20q, %v", raw, err)
		}
	}
}

func FuzzWriterStaysInside(f *testing.F) {
	for _, name := range []string{"content/reports/a", "content/reports/../x", "/x", "content/reports/a/../../b", "content/reports//a", "content/reports/\x00"} {
		f.Add(name)
	}
	root := f.TempDir()
	f.Fuzz(func(t *testing.T, name string) {
		w, err := Open(root, "content/reports")
		if err != nil {
			t.Fatal(err)
		}
		w.Write(name, []byte("x")) // an error is as good as a file in the right place
		for got := range files(t, root) {
			if got != "content/reports/" && !strings.HasPrefix(got, "content/reports/") && got != "content/" {
				t.Errorf("%q wrote %q", name, got)
			}
		}
		if _, err := w.Finish(); err != nil {
			t.Error(err)
		}
	})
}

func BenchmarkWriter(b *testing.B) {
	root, data := b.TempDir(), []byte(strings.Repeat("示例", 2000))
	for b.Loop() {
		w, err := Open(root, "content/reports")
		if err != nil {
			b.Fatal(err)
		}
		for i := range 1000 {
			for _, name := range []string{"index.md", "report.json", "figures.csv", "2023.txt"} {
				if err := w.Write(fmt.Sprintf("content/reports/b%d/%d/%s", i/10, i, name), data); err != nil {
					b.Fatal(err)
				}
			}
		}
		if _, err := w.Finish(); err != nil {
			b.Fatal(err)
		}
	}
}

func TestEachGivesTheFirstError(t *testing.T) {
	boom := errors.New("boom")
	var mu sync.Mutex
	var seen []int
	err := each(1000, func(i int) error {
		mu.Lock()
		defer mu.Unlock()
		seen = append(seen, i)
		if i == 5 {
			return boom
		}
		return nil
	})
	if !errors.Is(err, boom) || len(seen) > 900 {
		t.Errorf("got %v after %d calls", err, len(seen))
	}
	seen = nil
	if err := each(100, func(i int) error { mu.Lock(); defer mu.Unlock(); seen = append(seen, i); return nil }); err != nil {
		t.Error(err)
	}
	slices.Sort(seen)
	if len(seen) != 100 || seen[99] != 99 {
		t.Errorf("called for %v", seen)
	}
}
