package tree

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"time"

	"mingfa/generator/build/record"
)

// left are files of a folder as they are.
func left(t *testing.T, folder string, names ...string) []record.File {
	t.Helper()
	var files []record.File
	for _, name := range names {
		f, ok := record.Look(filepath.Join(folder, filepath.FromSlash(name)))
		if !ok {
			t.Fatalf("%s is no file", name)
		}
		f.Name = name
		files = append(files, f)
	}
	return files
}

// TestSyncLeavesWhatStays: a file that stays is kept as it is, wherever it stands, unless the new
// site has one of its name; what is beside it and does not stay is removed.
func TestSyncLeavesWhatStays(t *testing.T) {
	parent := t.TempDir()
	public, staging := filepath.Join(parent, "public"), filepath.Join(parent, ".staging")
	render(t, parent, map[string]string{"index.html": "home", "a/b/index.html": "a", "a/b/old.json": "{}", "c/index.html": "c", "d/e/f.json": "f"})
	before, err := os.Stat(filepath.Join(public, "a", "b", "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(staging, 0o777); err != nil {
		t.Fatal(err)
	}
	put(t, staging, map[string]string{"index.html": "new home", "c/index.html": "new c"})
	stats, err := Sync(t.Context(), staging, public, left(t, public, "a/b/index.html", "c/index.html", "d/e/f.json")...)
	if err != nil || stats != (Stats{Written: 2, Unchanged: 2, Removed: 1}) {
		t.Errorf("%+v, %v", stats, err)
	}
	same(t, public, map[string]string{"index.html": "new home", "a/b/index.html": "a", "c/index.html": "new c", "d/e/f.json": "f"})
	after, err := os.Stat(filepath.Join(public, "a", "b", "index.html"))
	if err != nil || !os.SameFile(before, after) {
		t.Errorf("what stays is another file: %v", err)
	}
}

// TestSyncRefusesWhatCannotStay: where the new site has a file, no file stays below it, and none
// stays on a site that is not there. The site is left as it was.
func TestSyncRefusesWhatCannotStay(t *testing.T) {
	parent := t.TempDir()
	public, staging := filepath.Join(parent, "public"), filepath.Join(parent, ".staging")
	site := map[string]string{"a/b/index.html": "a"}
	render(t, parent, site)
	if err := os.Mkdir(staging, 0o777); err != nil {
		t.Fatal(err)
	}
	put(t, staging, map[string]string{"a": "file"})
	stays := left(t, public, "a/b/index.html")
	if _, err := Sync(t.Context(), staging, public, stays...); err == nil {
		t.Error("a file is below a file")
	}
	same(t, public, site)
	if _, err := Sync(t.Context(), staging, filepath.Join(parent, "none"), stays...); err == nil {
		t.Error("a file stays on no site")
	}
}

// TestSyncKeepsNothingBehindALink: files behind a link to a folder are none of the site. The link goes,
// so what the new site has there is put in its place; and what was to stay there cannot.
func TestSyncKeepsNothingBehindALink(t *testing.T) {
	parent := t.TempDir()
	public, staging, elsewhere := filepath.Join(parent, "public"), filepath.Join(parent, ".staging"), filepath.Join(parent, "elsewhere")
	site := map[string]string{"a/b/index.html": "a", "c/index.html": "c"}
	render(t, parent, site)
	stays := left(t, public, "a/b/index.html")
	if err := os.Rename(filepath.Join(public, "a"), elsewhere); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(elsewhere, filepath.Join(public, "a")); err != nil {
		t.Skip(err)
	}
	if err := os.Mkdir(staging, 0o777); err != nil {
		t.Fatal(err)
	}
	put(t, staging, map[string]string{"c/index.html": "new c"})
	if _, err := Sync(t.Context(), staging, public, stays...); err == nil {
		t.Error("a file stays behind a link")
	}
	if data, err := os.ReadFile(filepath.Join(public, "c", "index.html")); string(data) != "c" {
		t.Errorf("what could not be done was begun: %q, %v", data, err)
	}
	put(t, staging, map[string]string{"a/b/index.html": "a"})
	stats, err := Sync(t.Context(), staging, public)
	if err != nil || stats.Written != 2 {
		t.Errorf("%+v, %v", stats, err)
	}
	same(t, public, map[string]string{"a/b/index.html": "a", "c/index.html": "new c"})
}

// TestSyncRefusesWhatWent: a file that is to stay and went meanwhile, or is another one, is no page of the
// new site. Nothing is changed, so that the next run sees what is missing.
func TestSyncRefusesWhatWent(t *testing.T) {
	for name, touch := range map[string]func(file string) error{
		"nothing":          func(string) error { return nil },
		"the file":         os.Remove,
		"its folder":       func(file string) error { return os.RemoveAll(filepath.Dir(file)) },
		"the folder above": func(file string) error { return os.RemoveAll(filepath.Dir(filepath.Dir(file))) },
		"a folder instead": func(file string) error { return errors.Join(os.Remove(file), os.Mkdir(file, 0o777)) },
		"written over":     func(file string) error { return os.WriteFile(file, []byte("another"), 0o666) },
		"of another time":  func(file string) error { return os.Chtimes(file, time.Time{}, time.Unix(1, 0)) },
		"emptied":          func(file string) error { return os.Truncate(file, 0) },
	} {
		parent := t.TempDir()
		public, staging := filepath.Join(parent, "public"), filepath.Join(parent, ".staging")
		render(t, parent, map[string]string{"index.html": "home", "a/b/index.html": "a"})
		stays := left(t, public, "a/b/index.html")
		if err := os.Mkdir(staging, 0o777); err != nil {
			t.Fatal(err)
		}
		put(t, staging, map[string]string{"index.html": "new home"})
		if err := touch(filepath.Join(public, "a", "b", "index.html")); err != nil {
			t.Fatal(err)
		}
		_, err := Sync(t.Context(), staging, public, stays...)
		if errors.Is(err, errMoved) != (name != "nothing") {
			t.Errorf("%s: %v", name, err)
		}
		home, err := os.ReadFile(filepath.Join(public, "index.html"))
		if err != nil || (string(home) == "home") != (name != "nothing") {
			t.Errorf("%s: the home page is %q, %v", name, home, err)
		}
	}
}
