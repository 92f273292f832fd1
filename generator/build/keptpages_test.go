package build

import (
	"os"
	"path/filepath"
	"testing"

	"mingfa/generator/build/record"
	"mingfa/generator/build/tree"
	"mingfa/generator/site"
)

// TestKeptPages: pages over many reports stand while what they are made from is the same and so are their
// files; what was written of them is in the bundles either way.
func TestKeptPages(t *testing.T) {
	dir := t.TempDir()
	kept := filepath.Join(dir, ".kept")
	if err := os.Mkdir(kept, 0o777); err != nil {
		t.Fatal(err)
	}
	page := filepath.Join(dir, "content", "bodies", "shili", "index.md")
	last := ""
	for _, step := range []struct {
		name, sum, lists string
		before           func()
		made             bool
	}{
		{"the first time", "a", "l", func() {}, true},
		{"once more", "a", "l", func() {}, false},
		{"of something else", "b", "l", func() {}, true},
		{"once more of that", "b", "l", func() {}, false},
		{"by other lists", "b", "m", func() {}, true},
		{"the page was changed", "b", "m", func() { _ = os.WriteFile(page, []byte("x"), 0o666) }, true},
		{"the page is gone", "b", "m", func() { _ = os.Remove(page) }, true},
		{"what was kept was changed", "b", "m", func() { _ = os.WriteFile(filepath.Join(kept, pagesName), []byte("x"), 0o666) }, true},
		{"and again not", "b", "m", func() {}, false},
	} {
		step.before()
		writer, err := tree.Open(dir, owned...)
		if err != nil {
			t.Fatal(err)
		}
		p := &pipeline{project: dir, writer: writer, kept: &keeper{
			project: dir, folder: kept, fresh: kept, lists: step.lists, sums: map[string]string{}, before: map[string]record.Made{pagesName: {Sum: last}},
		}}
		p.kept.loadPages()
		made := false
		err = p.makePages(site.Pages{Name: "bodies/shili", Sum: func() string { return step.sum }, Make: func(write site.Write) error {
			made = true
			return write("content/bodies/shili/index.md", []byte(step.sum))
		}}, p.write)
		if err != nil {
			t.Fatal(err)
		}
		if err := p.writePages(); err != nil {
			t.Fatal(err)
		}
		if _, err := writer.Finish(); err != nil {
			t.Fatal(err)
		}
		last = p.kept.sums[pagesName]
		if made != step.made {
			t.Errorf("%s: made is %t", step.name, made)
		}
		if data, err := os.ReadFile(page); err != nil || string(data) != step.sum || len(p.bundles.files) != 1 {
			t.Errorf("%s: the page is %q, %v; %d files are of bundles", step.name, data, err, len(p.bundles.files))
		}
	}
}
