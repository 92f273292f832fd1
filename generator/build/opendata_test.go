package build

import (
	"os"
	"path/filepath"
	"testing"

	"mingfa/generator/build/hugo/hugotest"
)

// TestCardsBesidePages: the name of the folder of a site may be anything.
func TestCardsBesidePages(t *testing.T) {
	for _, name := range []string{"site", "site [1]", "[", "网站*", "a?b"} {
		dest := filepath.Join(t.TempDir(), name)
		from := filepath.Join(dest, apart, "reports", "shili", "2023", "cards")
		for _, dir := range []string{from, filepath.Join(dest, "reports", "shili", "2023")} {
			if err := os.MkdirAll(dir, 0o777); err != nil {
				hugotest.Lacking(t, "this system has no such names: "+err.Error())
			}
		}
		if err := os.WriteFile(filepath.Join(from, "index.html"), nil, 0o666); err != nil {
			t.Fatal(err)
		}
		if err := addCards(dest); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if _, err := os.Stat(filepath.Join(dest, "reports", "shili", "2023", "cards", "index.html")); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
