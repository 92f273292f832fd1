package layer

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"
)

var files = fstest.MapFS{
	"hugo.toml":            {Data: []byte("title = 'x'\n[[module.mounts]]\nsource = 'static/css'\ntarget = 'assets/css'\nfiles = ['! x/**']\n")},
	"layouts/home.html":    {Data: []byte("home")},
	"layouts/_p/foot.html": {Data: []byte("foot")},
	"static/css/a.css":     {Data: []byte("a")},
	"seeds/phrases.toml":   {Data: []byte("not of the site")},
}

func put(t *testing.T, dir string, names ...string) {
	t.Helper()
	for _, name := range names {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("own"), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func under(t *testing.T, dir string) []string {
	t.Helper()
	config, err := Under(dir, files)
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range config {
		rel, err := filepath.Rel(dir, c)
		if err != nil {
			t.Fatal(err)
		}
		config[i] = filepath.ToSlash(rel)
	}
	return config
}

func TestUnder(t *testing.T) {
	dir := t.TempDir()
	if got := under(t, dir); !slices.Equal(got, []string{".mingfa/hugo.toml", ".mingfa/layer.json"}) {
		t.Errorf("an empty portal is configured by %q", got)
	}
	for name, file := range files {
		got, err := os.ReadFile(filepath.Join(dir, Folder, name))
		if wanted := name != "hugo.toml" && name != "seeds/phrases.toml"; (err == nil) != wanted || wanted && string(got) != string(file.Data) {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	put(t, dir, "hugo.toml")
	if got := under(t, dir); !slices.Equal(got, []string{"hugo.toml", ".mingfa/layer.json"}) {
		t.Errorf("a portal with its own hugo.toml is configured by %q", got)
	}
	put(t, dir, "layouts/home.html", "layouts/_p/foot.html", "static/css/a.css")
	if got := under(t, dir); !slices.Equal(got, []string{"hugo.toml"}) {
		t.Errorf("a portal with all of the files is configured by %q", got)
	}
}

// TestUnderFails: a built-in site that cannot be laid under a portal whole is an error that says
// why. A theme of which a file is missing would render pages without it.
func TestUnderFails(t *testing.T) {
	folder := func(name string) func(dir string) error {
		return func(dir string) error { return os.MkdirAll(filepath.Join(dir, filepath.FromSlash(name), "x"), 0o777) }
	}
	file := func(name string) func(dir string) error {
		return func(dir string) error {
			path := filepath.Join(dir, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				return err
			}
			return os.WriteFile(path, nil, 0o666)
		}
	}
	for _, c := range []struct {
		name string
		in   func(dir string) error
	}{
		{"a file where the folder goes", file(".mingfa")},
		{"a folder where the switch goes", folder(".mingfa/layer.json")},
		{"a folder where the settings go", folder(".mingfa/hugo.toml")},
		{"a link where the theme goes", func(dir string) error {
			if err := os.MkdirAll(filepath.Join(dir, ".mingfa"), 0o777); err != nil {
				return err
			}
			if err := os.Symlink(dir, filepath.Join(dir, filepath.FromSlash(Folder))); err != nil { // a system without links
				return file(".mingfa/builtin/layouts")(dir)
			}
			return nil
		}},
		{"a folder that is a link to itself", func(dir string) error {
			if err := os.Symlink("layouts", filepath.Join(dir, "layouts")); err != nil { // a system without links
				return file(".mingfa")(dir)
			}
			return nil
		}},
		{"settings that are a link to themselves", func(dir string) error {
			if err := os.Symlink("hugo.toml", filepath.Join(dir, "hugo.toml")); err != nil { // a system without links
				return file(".mingfa")(dir)
			}
			return nil
		}},
	} {
		dir := t.TempDir()
		if err := c.in(dir); err != nil {
			t.Fatal(err)
		}
		if config, err := Under(dir, files); config != nil || err == nil {
			t.Errorf("%s: %q, %v", c.name, config, err)
		}
	}
	if config, err := Under(filepath.Join(t.TempDir(), "none"), brokenFiles{files, "layouts/home.html"}); config != nil || err == nil {
		t.Errorf("a built-in file that cannot be read: %q, %v", config, err)
	}
	for _, c := range []struct {
		name  string
		files fs.FS
	}{
		{"no hugo.toml", fstest.MapFS{"layouts/home.html": files["layouts/home.html"]}},
		{"a broken hugo.toml", fstest.MapFS{"hugo.toml": {Data: []byte("[")}}},
		{"a folder that cannot be read", brokenFiles{files, "layouts"}},
	} {
		if config, err := Under(t.TempDir(), c.files); config != nil || err == nil {
			t.Errorf("%s: %q, %v", c.name, config, err)
		}
		if _, is := c.files.(fstest.MapFS); !is {
			continue
		}
		if folders, err := Folders(c.files); folders != nil || err == nil {
			t.Errorf("%s: folders are %q, %v", c.name, folders, err)
		}
	}
}

// brokenFiles are files of which one cannot be opened.
type brokenFiles struct {
	fs.FS
	name string
}

func (b brokenFiles) Open(name string) (fs.File, error) {
	if name == b.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return b.FS.Open(name)
}

// TestUnderAgain: what is no built-in file any more goes from the theme, and what changed is
// written, so that a portal is never built from templates of two versions.
func TestUnderAgain(t *testing.T) {
	dir := t.TempDir()
	under(t, dir)
	put(t, dir, Folder+"/layouts/home.html", Folder+"/layouts/old.html", ".mingfa/layer.json", ".mingfa/hugo.toml")
	under(t, dir)
	for name, want := range map[string]string{
		Folder + "/layouts/home.html": "home", Folder + "/layouts/old.html": "", ".mingfa/hugo.toml": string(files["hugo.toml"].Data),
		".mingfa/layer.json": `{"theme":["builtin"],"themesDir":".mingfa"}`,
	} {
		if got, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name))); string(got) != want || (err == nil) != (want != "") {
			t.Errorf("%s: %q, %v, want %q", name, got, err, want)
		}
	}
}

// TestMounts: the theme mounts its folders as the site does, and those that
// the site does not mention as Hugo would.
func TestMounts(t *testing.T) {
	dir := t.TempDir()
	under(t, dir)
	raw, err := os.ReadFile(filepath.Join(dir, Folder, "hugo.json"))
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		Module struct {
			Mounts []struct {
				Source, Target string
				Files          []string
			}
		}
	}
	if err := json.Unmarshal(raw, &got); err != nil {
		t.Fatal(err)
	}
	var pairs []string
	for _, m := range got.Module.Mounts {
		pairs = append(pairs, m.Source+">"+m.Target)
	}
	want := []string{"static/css>assets/css", "content>content", "layouts>layouts", "static>static", "data>data", "i18n>i18n"}
	if !slices.Equal(pairs, want) || len(got.Module.Mounts[0].Files) != 1 {
		t.Errorf("got %s, want %q", raw, want)
	}
	if _, err := mounts([]byte("[")); err == nil {
		t.Error("a broken hugo.toml gives mounts")
	}
	folders, err := Folders(files)
	if want := []string{"static/css", "layouts", "static"}; err != nil || !slices.Equal(folders, want) {
		t.Errorf("a portal's files are taken from %q, want %q; %v", folders, want, err)
	}
}
