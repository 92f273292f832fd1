package tree

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

// happened lists what a watcher saw in a folder until nothing more comes, as
// "create a.html" and "remove z.css".
func happened(t *testing.T, watcher *fsnotify.Watcher) []string {
	t.Helper()
	var all []string
	for {
		select {
		case event := <-watcher.Events:
			all = append(all, strings.ToLower(event.Op.String())+" "+filepath.Base(event.Name))
		case err := <-watcher.Errors:
			t.Fatal(err)
		case <-time.After(300 * time.Millisecond):
			return all
		}
	}
}

// Whoever reads the site while it changes never sees a page whose style sheet
// or data is not there: they come before the pages and go after them.
func TestPagesComeLastAndGoFirst(t *testing.T) {
	parent := t.TempDir()
	public := filepath.Join(parent, "public")
	render(t, parent, map[string]string{"index.html": "x"})
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		t.Fatal(err)
	}
	defer watcher.Close()
	if err := watcher.Add(public); err != nil {
		t.Fatal(err)
	}
	site := map[string]string{"index.html": "x", "a.html": "1", "b.html": "2", "y.json": "3", "z.css": "4"}
	render(t, parent, site)
	if seen := happened(t, watcher); len(seen) != 4 || strings.HasSuffix(seen[0], ".html") || strings.HasSuffix(seen[1], ".html") {
		t.Errorf("came in the order %q", seen)
	}
	same(t, public, site)
	render(t, parent, map[string]string{"index.html": "x"})
	if seen := happened(t, watcher); len(seen) != 4 || !strings.HasSuffix(seen[0], ".html") || !strings.HasSuffix(seen[1], ".html") {
		t.Errorf("went in the order %q", seen)
	}
	same(t, public, map[string]string{"index.html": "x"})
}
