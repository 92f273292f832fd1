package layer

import (
	"encoding/json"
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
