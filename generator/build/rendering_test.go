package build

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mingfa/generator/build/hugo"
	"mingfa/generator/build/hugo/hugotest"
	"mingfa/generator/starter"
)

// smallPortal is the demonstration portal with three of its bodies, at an address, so that
// it has a sitemap.
func smallPortal(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "portal")
	if _, err := starter.MakeDemo(dir); err != nil {
		t.Fatal(err)
	}
	for _, body := range []string{"shili-gaj", "shili-scjgj", "shili-sfj"} {
		if err := os.RemoveAll(filepath.Join(dir, "seeds", body)); err != nil {
			t.Fatal(err)
		}
	}
	appendTo(t, filepath.Join(dir, "seeds", "site.toml"), "domain = \"https://example.org/fz/\"\n")
	return dir
}

func appendTo(t *testing.T, path, text string) {
	t.Helper()
	old, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	put(t, path, string(old)+text)
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// builder makes the site of a portal in its folder dest.
func builder(t *testing.T, dir, dest string) *Builder {
	return &Builder{Project: dir, Dest: filepath.Join(dir, dest), Program: "mingfa", Out: io.Discard, Log: t.Output(), Hugo: hugotest.Find(t, "../..")}
}

// siteOf is every file of a site.
func siteOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(at string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(at)
		files[strings.TrimPrefix(at, dir)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	delete(files, "/.mingfa")
	return files
}

// same reports whether two sites are one, and says where they are not.
func same(t *testing.T, got, want map[string]string) bool {
	t.Helper()
	well := true
	for name, text := range want {
		switch other, ok := got[name]; {
		case !ok:
			t.Errorf("%s is missing", name)
			well = false
		case other != text:
			t.Errorf("%s has other bytes", name)
			well = false
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is too much", name)
			well = false
		}
	}
	return well
}

// TestParts: any part of the bundles, rendered by itself, gives the bytes that the whole has.
func TestParts(t *testing.T) {
	dir := smallPortal(t)
	b := builder(t, dir, "public")
	if _, err := b.Build(t.Context()); err != nil {
		t.Fatal(err)
	}
	want := siteOf(t, b.Dest)
	b.Full = true
	all := bundlesIn(t, dir)
	rng := rand.New(rand.NewPCG(17, 1))
	for round := range 4 {
		dest := t.TempDir()
		r, err := b.newRendering(b.Hugo, dest, all)
		if err != nil {
			t.Fatal(err)
		}
		if r.whole {
			t.Fatal("the demonstration portal cannot be rendered in parts")
		}
		chosen, kept := map[string]bool{}, 0
		for _, of := range r.always {
			chosen[of.key] = true
		}
		part := slices.DeleteFunc(r.changed, func(of *bundle) bool {
			chosen[of.key] = rng.IntN(6) <= round
			return !chosen[of.key]
		})
		if err := r.prepare(part, false); err != nil {
			t.Fatal(err)
		}
		if _, err := hugo.Render(t.Context(), b.Hugo, r.job); err != nil {
			t.Fatal(err)
		}
		for name, text := range siteOf(t, dest) {
			if name == "/"+mapName || strings.HasPrefix(name, "/"+apart) {
				continue // of the part, and the part itself
			}
			kept++
			if want[name] != text {
				t.Errorf("round %d: %s of a part has other bytes than in the whole", round, name)
			}
		}
		for _, of := range all.all() {
			page := "/" + of.folder + "/index.html"
			if _, err := os.Stat(dest + page); chosen[of.key] != (err == nil) {
				t.Errorf("round %d: %s is there: %v", round, page, err == nil)
			}
		}
		if kept < 20 {
			t.Errorf("round %d: only %d files were compared", round, kept)
		}
	}
}

// TestManyParts: a site that Hugo makes part by part is the site that it makes at once.
func TestManyParts(t *testing.T) {
	dir := smallPortal(t)
	b := builder(t, dir, "public")
	if _, err := b.Build(t.Context()); err != nil {
		t.Fatal(err)
	}
	want := siteOf(t, b.Dest)
	b.Full, b.atOnce, b.Dest = true, 300<<10, filepath.Join(dir, "other")
	if _, err := b.Build(t.Context()); err != nil {
		t.Fatal(err)
	}
	same(t, siteOf(t, b.Dest), want)
}

// filesBelow are the files of a folder, which need not be there.
func filesBelow(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := walkFiles(dir, func(name string, read func() ([]byte, error)) error {
		data, err := read()
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// bundlesIn are the bundles that lie in the content/ of a portal.
func bundlesIn(t *testing.T, dir string) *bundles {
	t.Helper()
	all := &bundles{}
	for _, folder := range owned {
		for name, text := range filesBelow(t, filepath.Join(dir, filepath.FromSlash(folder))) {
			all.note(folder+"/"+name, []byte(text))
		}
	}
	return all
}

// TestRecordIsOfNoUse: one line says why everything is made, in Chinese; where the record serves,
// or nothing was there before, there is none.
func TestRecordIsOfNoUse(t *testing.T) {
	dir := smallPortal(t)
	file := filepath.Join(dir, ".public.record")
	site := filepath.Join(dir, "seeds", "site.toml")
	for _, c := range []struct {
		name, want string
		before     func()
	}{
		{"the first build", "", func() {}},
		{"a build after it", "", func() { appendTo(t, site, "# \n") }},
		{"half a record", "上次生成的记录用不上（损坏了，或者是别的版本写的），这次全部重新生成。\n", func() {
			if err := os.Truncate(file, 100); err != nil {
				t.Fatal(err)
			}
		}},
		{"no record", "没有上次生成的记录，这次全部重新生成。\n", func() {
			if err := os.Remove(file); err != nil {
				t.Fatal(err)
			}
		}},
		{"a record again", "", func() { appendTo(t, site, "# \n") }},
	} {
		c.before()
		b := builder(t, dir, "public")
		var said bytes.Buffer
		b.Log = &said
		done, err := b.Build(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for line := range strings.Lines(said.String()) {
			if strings.Contains(line, "记录") {
				lines = append(lines, line)
			}
		}
		if got := strings.Join(lines, ""); got != c.want {
			t.Errorf("%s says %q, want %q", c.name, got, c.want)
		}
		if took := done.Kept > 0; took != (strings.HasPrefix(c.name, "a ")) {
			t.Errorf("%s took over %d pages", c.name, done.Kept)
		}
	}
}
