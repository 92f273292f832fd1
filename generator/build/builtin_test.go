package build

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"mingfa"
)

// TestGitIgnoresWhatIsGenerated: neither here nor in a portal is it committed.
func TestGitIgnoresWhatIsGenerated(t *testing.T) {
	for _, path := range []string{"../../.gitignore", "../starter/folder/gitignore"} {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(text), "\n")
		for _, folder := range append([]string{"public", ".mingfa"}, owned...) {
			if !slices.Contains(lines, "/"+folder+"/") {
				t.Errorf("%s does not name /%s/", path, folder)
			}
		}
	}
}

// TestEverythingIsBuiltIn keeps a file that is added to the site from being
// left out of the program.
func TestEverythingIsBuiltIn(t *testing.T) {
	for _, root := range []string{"layouts", "static", "content", "assets", "data", "i18n"} {
		err := filepath.WalkDir(filepath.Join("../..", root), func(path string, d fs.DirEntry, err error) error {
			if os.IsNotExist(err) {
				return nil
			}
			name := strings.TrimPrefix(filepath.ToSlash(path), "../../")
			switch {
			case err != nil:
				return err
			case d.IsDir() && slices.Contains(owned, name):
				return fs.SkipDir
			case d.IsDir() || strings.HasPrefix(d.Name(), "."):
				return nil
			}
			carried, err := mingfa.Files.ReadFile(name)
			if err != nil {
				t.Errorf("%s is not embedded; see mingfa.go", name)
				return nil
			}
			if text, err := os.ReadFile(path); err != nil || !bytes.Equal(text, carried) {
				t.Errorf("%s differs from what is embedded", name)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
