package release

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestLookAhead: what the newest release knows, from which somebody went back, is kept.
// Where the disk fails nothing is published; where it is damaged that is told, since
// nobody could publish any more.
func TestLookAhead(t *testing.T) {
	for name, c := range map[string]struct {
		harm        func(path string) error
		notice, err string
	}{
		"sound":     {func(string) error { return nil }, "", ""},
		"a folder":  {func(path string) error { return os.Mkdir(path, 0o777) }, "", "没有首次发布日期的记录"},
		"not there": {func(string) error { return nil }, "没有首次发布日期的记录", ""},
		"damaged":   {func(path string) error { return os.WriteFile(path, []byte("{"), 0o666) }, "与清单不符", ""},
	} {
		s := newStore(t, 5)
		publish(t, s, siteOf(1), Report{Key: "shili/2023", SHA256: Sum(nil)})
		publish(t, s, siteOf(2), Report{Key: "shili/2024", SHA256: Sum(nil)})
		newest, err := s.Live()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Rollback(t.Context(), "", true, nil); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(s.Path(newest), RecordName)
		if name != "sound" {
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
		}
		if err := c.harm(path); err != nil {
			t.Fatal(err)
		}
		done, err := tryPublish(t, s, siteOf(3), Report{Key: "shili/2023", SHA256: Sum(nil)})
		switch {
		case c.err != "":
			if err == nil || !strings.Contains(err.Error(), c.err) {
				t.Errorf("%s: %v", name, err)
			}
		case err != nil:
			t.Errorf("%s: %v", name, err)
		case c.notice != "" && !strings.Contains(said(done), c.notice), c.notice == "" && said(done) != "":
			t.Errorf("%s: said was %q", name, said(done))
		}
	}
}
