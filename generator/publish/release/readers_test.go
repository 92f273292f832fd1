package release

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

// TestReadersDuringPublishes reads the site at full speed while it is published
// a hundred times and rolled back ten times. No read fails, and a page never
// comes with the style sheet of another release or with none. The server
// resolves the link for each request, as nginx and Caddy do.
func TestReadersDuringPublishes(t *testing.T) {
	s := newStore(t, 10)
	publish(t, s, siteOf(0))
	server := httptest.NewServer(http.FileServer(http.Dir(s.Current())))
	defer server.Close()
	ctx, stop := context.WithCancel(t.Context())
	var readers sync.WaitGroup
	var reads atomic.Int64
	for range 4 {
		readers.Go(func() {
			client := server.Client()
			for ctx.Err() == nil {
				if err := readOnce(client, server.URL); err != nil {
					t.Error(err)
					return
				}
				reads.Add(1)
			}
		})
	}
	for i := range 100 {
		publish(t, s, siteOf(i+1))
		if i%10 == 9 {
			if _, err := s.Rollback(t.Context(), "", true, nil); err != nil {
				t.Error(err)
			}
		}
	}
	stop()
	readers.Wait()
	if n := reads.Load(); n < 500 {
		t.Errorf("only %d reads in the time of 100 publishes", n)
	} else {
		t.Logf("%d reads of a page and its style sheet during 100 publishes and 10 rollbacks", n)
	}
}

var versionAndSheet = regexp.MustCompile(`version (\d+) (css/site\.[0-9a-f]+\.css)`)

// readOnce reads a page and then, as a browser does, its style sheet.
func readOnce(client *http.Client, base string) error {
	text, err := get(client, base+"/")
	if err != nil {
		return err
	}
	all := versionAndSheet.FindAllStringSubmatch(text, -1)
	if len(all) == 0 || !strings.HasSuffix(text, "</p>\n") {
		return fmt.Errorf("a page is not whole: %.80q", text)
	}
	for _, m := range all {
		if m[0] != all[0][0] {
			return fmt.Errorf("a page is of two releases: %s and %s", all[0][0], m[0])
		}
	}
	css, err := get(client, base+"/"+all[0][2])
	if err != nil {
		return err
	}
	if want := "/* " + all[0][1] + " */"; !strings.HasPrefix(css, want) || strings.Count(css, want) != 40 {
		return fmt.Errorf("page %s came with the style sheet %.20q", all[0][1], css)
	}
	return nil
}

func get(client *http.Client, url string) (string, error) {
	resp, err := client.Get(url)
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	if resp.StatusCode != http.StatusOK {
		return "", fmt.Errorf("%s answers %d", url, resp.StatusCode)
	}
	return string(body), nil
}

// TestPublishersTakeTurns publishes and rolls back from several goroutines at
// once. Every one succeeds, and each waits for the one before.
func TestPublishersTakeTurns(t *testing.T) {
	s := newStore(t, 50)
	publish(t, s, siteOf(0))
	publish(t, s, siteOf(1))
	var all sync.WaitGroup
	for i := range 4 {
		all.Go(func() {
			for j := range 4 {
				if _, err := tryPublish(t, s, siteOf(10*i+j)); err != nil {
					t.Error(err)
				}
			}
		})
		all.Go(func() {
			for range 4 {
				if _, err := s.Rollback(t.Context(), "", true, nil); err != nil && !strings.Contains(err.Error(), "没有更早的发布") {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	sound(t, s)
	list, err := s.List()
	if err != nil || len(list) != 18 {
		t.Errorf("%d releases, %v", len(list), err)
	}
}

// A publisher that waits says so, and gives up when it is told to.
func TestPublisherWaits(t *testing.T) {
	s := newStore(t, 0)
	d, err := s.Begin(t.Context(), ofA, nil)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	said := 0
	if _, err := s.Begin(ctx, ofA, func() { said++; stop() }); err == nil || said != 1 {
		t.Errorf("a second publisher did not wait: %v, said %d", err, said)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	publish(t, s, siteOf(1))
}
