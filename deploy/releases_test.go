package deploy

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	releases "mingfa/generator/publish/release"
)

// TestNginxServesReleases has nginx serve a store of releases while one after
// the other becomes live: every page comes whole, with the style sheet of its
// own release, in every compression. In the end the site is as its manifest
// says, seen through nginx.
func TestNginxServesReleases(t *testing.T) {
	site := filepath.Join(t.TempDir(), "site")
	store, err := releases.Open(site, 5)
	if err != nil {
		t.Fatal(err)
	}
	makeLive := func(n int) {
		t.Helper()
		d, err := store.Begin(t.Context(), func() (string, error) { return "", nil }, nil)
		if err != nil {
			t.Fatal(err)
		}
		defer d.Close()
		css := strings.Repeat(fmt.Sprintf("/* %d */ p { margin: 0 }\n", n), 60)
		sheet := "css/site." + releases.Sum([]byte(css))[:16] + ".css"
		if err := os.Mkdir(filepath.Join(d.Path(), "css"), 0o777); err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(d.Path(), sheet), css)
		write(t, filepath.Join(d.Path(), "404.html"), "404")
		write(t, filepath.Join(d.Path(), "index.html"), strings.Repeat(fmt.Sprintf("<p>version %d %s</p>\n", n, sheet), 60))
		if _, err := d.Publish(t.Context(), releases.Input{}); err != nil {
			t.Fatal(err)
		}
	}
	makeLive(0)
	s := startNginx(t, site)
	named := regexp.MustCompile(`version (\d+) (css/site\.[0-9a-f]+\.css)`)
	stop := make(chan struct{})
	var readers sync.WaitGroup
	var reads atomic.Int64
	for _, encoding := range []string{"identity", "gzip", "br"} {
		if encoding == "br" && !s.br {
			continue
		}
		readers.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				page := ask(t, s.url+"/", "Accept-Encoding", "identity")
				all := named.FindAllStringSubmatch(page.body, -1)
				if page.status != 200 || len(all) != 60 || all[0][0] != all[59][0] {
					t.Errorf("a page is not whole: %d, %d lines", page.status, len(all))
					return
				}
				sheet := ask(t, s.url+"/"+all[0][2], "Accept-Encoding", encoding)
				if sheet.status != 200 || encoding == "identity" && !strings.HasPrefix(sheet.body, "/* "+all[0][1]+" */") {
					t.Errorf("page %s came with %d %.20q", all[0][1], sheet.status, sheet.body)
					return
				}
				reads.Add(1)
			}
		})
	}
	for n := range 30 {
		makeLive(n + 1)
	}
	close(stop)
	readers.Wait()
	t.Logf("%d reads during 30 releases", reads.Load())
	v, err := releases.VerifyURL(t.Context(), http.DefaultClient, s.url)
	if err != nil || !v.Sound() {
		t.Errorf("seen through nginx: %v, %v", v, err)
	}
	// What a reader is told of a page that somebody has changed on the disk.
	page := filepath.Join(store.Current(), "index.html")
	if err := os.Remove(page); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(page, []byte("changed"), 0o644); err != nil {
		t.Fatal(err)
	}
	v, err = releases.VerifyURL(t.Context(), http.DefaultClient, s.url)
	if err != nil || len(v.Problems) != 1 || v.Problems[0].String() != "/ 与发布时不同" {
		t.Errorf("a changed page, seen through nginx: %+v, %v", v, err)
	}
}
