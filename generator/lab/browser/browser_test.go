// Package browser holds the tests of the built site: they look at the pages
// that a reader gets, in the browser that reads them. They need a built site
// in the folder that MINGFA_SITE names (an absolute path); and Chromium, the packages of
// package.json and Java for the tests that use them. What is absent skips the
// test, or fails it where MINGFA_CI=1 says that everything has to be there.
// They run beside each other, but for those that hold a page to a time.
package browser

import (
	"compress/gzip"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"
)

// built is a rendered site, served below the path that its links expect.
type built struct {
	dir  string // the folder with index.html
	base string // the path of its base URL, with slashes at both ends
	url  string // where it is served, with base and a slash at the end
}

var stylesheet = regexp.MustCompile(`<link rel="stylesheet" href="(/[^"]*)css/bundle\.`)

// readSite reads where the site stands from a link on its front page.
func readSite(t *testing.T) built {
	t.Helper()
	dir := siteDir(t)
	home, err := os.ReadFile(filepath.Join(dir, "index.html"))
	if err != nil {
		t.Fatal(err)
	}
	m := stylesheet.FindSubmatch(home)
	if m == nil {
		t.Fatal("the front page links no css/bundle.* below the site's path")
	}
	return built{dir: dir, base: string(m[1])}
}

// serveSite serves the site as a web server does that is set up with care:
// below its path, compressed, and for ever what is named after its content.
func serveSite(t *testing.T) built {
	t.Helper()
	return serveFolder(t, readSite(t))
}

// serveFolder serves a site from its folder.
func serveFolder(t *testing.T, site built) built {
	t.Helper()
	files := http.StripPrefix(site.base, http.FileServer(http.Dir(site.dir)))
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.URL.Path, site.base) {
			http.NotFound(w, r)
			return
		}
		if strings.Contains(r.URL.Path, "/bundle.") {
			w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		zipped := &compressed{ResponseWriter: w}
		defer zipped.Close()
		files.ServeHTTP(zipped, r)
	}))
	t.Cleanup(srv.Close)
	site.url = srv.URL + site.base
	return site
}

// compressed sends text as gzip does; every browser of the tests reads it.
type compressed struct {
	http.ResponseWriter
	zip *gzip.Writer
}

func (c *compressed) WriteHeader(status int) {
	kind := c.Header().Get("Content-Type")
	if status == http.StatusOK && (strings.HasPrefix(kind, "text/") || strings.Contains(kind, "svg")) {
		c.Header().Del("Content-Length")
		c.Header().Set("Content-Encoding", "gzip")
		c.zip = gzip.NewWriter(c.ResponseWriter)
	}
	c.ResponseWriter.WriteHeader(status)
}

func (c *compressed) Write(p []byte) (int, error) {
	if c.zip != nil {
		return c.zip.Write(p)
	}
	return c.ResponseWriter.Write(p)
}

// Close ends the stream; what was cut off is seen by the browser.
func (c *compressed) Close() {
	if c.zip != nil {
		c.zip.Close()
	}
}

// htmlFiles are the site's pages, as paths below its folder with slashes.
func (s built) htmlFiles(t *testing.T) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(s.dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".html") {
			return err
		}
		rel, err := filepath.Rel(s.dir, path)
		files = append(files, filepath.ToSlash(rel))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Fatal("the site has no pages")
	}
	return files
}

// kinds are the kinds of page and how many of each the browser looks at.
var kinds = []struct {
	name  string
	path  *regexp.Regexp
	pages int
}{
	{"home", regexp.MustCompile(`^index\.html$`), 1},
	{"404", regexp.MustCompile(`^404\.html$`), 1},
	{"reports", regexp.MustCompile(`^reports/index\.html$`), 1},
	{"report", regexp.MustCompile(`^reports/[^/]+/\d+/index\.html$`), 3},
	{"source", regexp.MustCompile(`^reports/[^/]+/\d+/source/index\.html$`), 2},
	{"bodies", regexp.MustCompile(`^bodies/index\.html$`), 1},
	{"body", regexp.MustCompile(`^bodies/[^/]+/index\.html$`), 2},
	{"regions", regexp.MustCompile(`^regions/index\.html$`), 1},
	{"region", regexp.MustCompile(`^regions/[^/]+/index\.html$`), 2},
	{"promises", regexp.MustCompile(`^bodies/[^/]+/promises/\d+/index\.html$`), 2},
	{"indicators", regexp.MustCompile(`^indicators/index\.html$`), 1},
	{"indicator", regexp.MustCompile(`^indicators/[^/]+/index\.html$`), 2},
	{"about", regexp.MustCompile(`^about/index\.html$`), 1},
	{"verify", regexp.MustCompile(`^about/verify/index\.html$`), 1},
	{"accessibility", regexp.MustCompile(`^accessibility/index\.html$`), 1},
	{"data", regexp.MustCompile(`^data/index\.html$`), 1},
	{"cite", regexp.MustCompile(`^cite/index\.html$`), 1},
	{"search", regexp.MustCompile(`^search/index\.html$`), 1},
	{"changes", regexp.MustCompile(`^changes/index\.html$`), 1},
	{"glossary", regexp.MustCompile(`^glossary/index\.html$`), 1},
}

// samples are the largest and the smallest pages of each kind; every kind has
// at least one. The name of each is a folder name that is free.
func (s built) samples(t *testing.T) map[string]string {
	t.Helper()
	files := s.htmlFiles(t)
	samples := map[string]string{}
	for _, kind := range kinds {
		var of []string
		for _, f := range files {
			if kind.path.MatchString(f) {
				of = append(of, f)
			}
		}
		if len(of) == 0 {
			t.Errorf("the site has no page of the kind %s", kind.name)
			continue
		}
		size := func(f string) int64 {
			info, err := os.Stat(filepath.Join(s.dir, f))
			if err != nil {
				t.Fatal(err)
			}
			return info.Size()
		}
		sort.SliceStable(of, func(i, j int) bool { return size(of[i]) > size(of[j]) })
		if len(of) > kind.pages { // the smallest is the other extreme
			of = append(of[:max(1, kind.pages-1)], of[len(of)-1])[:kind.pages]
		}
		for i, f := range of {
			name := kind.name
			if i > 0 {
				name += "-" + string(rune('1'+i))
			}
			samples[name] = strings.TrimSuffix(f, "index.html")
		}
	}
	return samples
}

// names are the keys of samples in order.
func names(samples map[string]string) []string {
	keys := make([]string, 0, len(samples))
	for k := range samples {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// moduleFile is a file below the project's root.
func moduleFile(parts ...string) string {
	return filepath.Join(append([]string{"..", "..", ".."}, parts...)...)
}
