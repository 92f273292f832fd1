package deploy

import (
	"bytes"
	"compress/gzip"
	"crypto/tls"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// server is one that runs over a published site.
type server struct {
	site string // the folder published to
	url  string // http://127.0.0.1:1234
	tls  string // https://…; "" without
	br   bool   // it knows brotli
}

// asked is an answer.
type asked struct {
	status int
	header http.Header
	body   string
}

// ask asks without following redirects or decompressing.
func ask(t *testing.T, url string, header ...string) asked {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	client := http.Client{
		Transport:     &http.Transport{DisableCompression: true, DisableKeepAlives: true, TLSClientConfig: &tls.Config{InsecureSkipVerify: true, ServerName: "localhost"}},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	resp, err := client.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return asked{resp.StatusCode, resp.Header, string(body)}
}

func (a asked) wants(t *testing.T, what string, status int, headers map[string]string) {
	t.Helper()
	if a.status != status {
		t.Errorf("%s: status %d, want %d", what, a.status, status)
	}
	for name, want := range headers {
		if got := a.header.Values(name); len(got) != 1 && want != "" || strings.Join(got, "|") != want {
			t.Errorf("%s: %s is %q, want %q", what, name, got, want)
		}
	}
}

// strict are the headers that every answer of the site has.
func strict() map[string]string {
	return map[string]string{
		"Content-Security-Policy":      policy,
		"X-Content-Type-Options":       "nosniff",
		"Referrer-Policy":              "strict-origin-when-cross-origin",
		"Permissions-Policy":           "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
		"Cross-Origin-Opener-Policy":   "same-origin",
		"Cross-Origin-Resource-Policy": "same-origin",
		"Cache-Control":                "no-cache",
		"X-Robots-Tag":                 "",
		"Strict-Transport-Security":    "",
		"Access-Control-Allow-Origin":  "",
	}
}

const immutable = "public, max-age=31536000, immutable"

// conforms is what both servers are held to.
func conforms(t *testing.T, s server) {
	files := release("one")
	types := map[string]string{
		"index.html": "text/html; charset=utf-8", "about/": "text/html; charset=utf-8", "": "text/html; charset=utf-8",
		hashedCSS: "text/css; charset=utf-8", hashedJS: "text/javascript; charset=utf-8", "icon.svg": "image/svg+xml",
		"reports/shili/2023/report.json": "application/json", "reports/shili/2023/figures.csv": "text/csv; charset=utf-8",
		"reports/shili/2023/2023.txt": "text/plain; charset=utf-8", "reports/shili/2023/2023.md.txt": "text/plain; charset=utf-8",
		"reports/shili/2022/2022.html.txt": "text/plain; charset=utf-8", ".well-known/security.txt": "text/plain; charset=utf-8",
		"reports/shili/2023/cards/h1.html": "text/html; charset=utf-8", "reports/shili/2023/cards/h1.json": "application/json",
		"data/figures.jsonl": "application/jsonl", "data/catalog.jsonld": "application/ld+json", "data/figures.parquet": "application/vnd.apache.parquet",
		"data/figures.xlsx":            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		"reports/shili/2021/2021.docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
	}
	for path, kind := range types {
		want := strict()
		want["Content-Type"] = kind
		if strings.HasSuffix(path, "/cards/h1.html") { // others may show it in a frame, and nothing else
			want["Content-Security-Policy"] = strings.Replace(policy, "frame-ancestors 'none'", "frame-ancestors *", 1)
		}
		switch filepath.Ext(path) {
		case ".css", ".js":
			want["Cache-Control"] = immutable
		case ".csv", ".json", ".jsonl", ".jsonld", ".parquet", ".xlsx":
			want["Access-Control-Allow-Origin"], want["Cross-Origin-Resource-Policy"] = "*", "cross-origin"
		}
		a := ask(t, s.url+"/"+path)
		a.wants(t, path, 200, want)
		name := path
		if path == "" || strings.HasSuffix(path, "/") {
			name += "index.html"
		}
		if a.body != files[name] {
			t.Errorf("%s: got %q", path, a.body)
		}
		if a.header.Get("ETag") == "" || a.header.Get("Last-Modified") == "" {
			t.Errorf("%s: no validators: %v", path, a.header)
		}
		ask(t, s.url+"/"+path, "If-None-Match", a.header.Get("ETag")).wants(t, path+" again", 304, nil)
		s.compressed(t, path, name, files[name])
	}
	for _, path := range []string{"none/", "none.html", "css/", "404.html", ".git/config", "reports/shili/2019/", "preview/none/"} {
		a := ask(t, s.url+"/"+path)
		want := strict()
		want["Content-Type"] = "text/html; charset=utf-8"
		delete(want, "X-Robots-Tag")
		a.wants(t, path, 404, want)
		if a.body != files["404.html"] {
			t.Errorf("%s: got %q", path, a.body)
		}
	}
	if a := ask(t, s.url+"/about"); a.status/100 != 3 || !strings.HasSuffix(a.header.Get("Location"), "/about/") {
		t.Errorf("a folder without its slash: %d, %q", a.status, a.header.Get("Location"))
	}
	s.previews(t)
	if a := ask(t, s.url+"/reports/old-name/2023/"); a.status != 301 || a.header.Get("Location") != "/reports/shili/2023/" {
		t.Errorf("an old address: %d, %q", a.status, a.header.Get("Location"))
	}
	s.swaps(t)
	if s.tls != "" {
		want := strict()
		want["Strict-Transport-Security"] = "max-age=31536000"
		ask(t, s.tls+"/about/").wants(t, "over TLS", 200, want)
		ask(t, s.tls+"/none/").wants(t, "missing over TLS", 404, want)
	}
}

// compressed checks that a file comes in the best form that the reader takes,
// and that caches are told.
func (s server) compressed(t *testing.T, path, name, text string) {
	t.Helper()
	plain := ask(t, s.url+"/"+path).header.Get("ETag")
	if strings.HasSuffix(name, ".docx") {
		ask(t, s.url+"/"+path, "Accept-Encoding", "gzip, br").wants(t, path, 200, map[string]string{"Content-Encoding": ""})
		return
	}
	a := ask(t, s.url+"/"+path, "Accept-Encoding", "gzip")
	a.wants(t, path+" gzip", 200, map[string]string{"Content-Encoding": "gzip", "Vary": "Accept-Encoding"})
	unzipped := ""
	if r, err := gzip.NewReader(strings.NewReader(a.body)); err == nil {
		all, _ := io.ReadAll(r)
		unzipped = string(all)
	}
	if unzipped != text {
		t.Errorf("%s: unzips to %q", path, unzipped)
	}
	if !s.br {
		return
	}
	b := ask(t, s.url+"/"+path, "Accept-Encoding", "gzip, deflate, br, zstd")
	b.wants(t, path+" brotli", 200, map[string]string{"Content-Encoding": "br", "Vary": "Accept-Encoding", "Content-Type": a.header.Get("Content-Type")})
	if b.body != string(brotli(text)) {
		t.Errorf("%s: the brotli form is %q", path, b.body)
	}
	if e := b.header.Get("ETag"); e == plain || e == a.header.Get("ETag") {
		t.Errorf("%s: two forms have one ETag %s", path, e)
	}
}

func (s server) previews(t *testing.T) {
	t.Helper()
	put(t, filepath.Join(s.site, "preview", "draft"), map[string]string{"index.html": "<!doctype html><title>预览</title>", hashedCSS: "p{}", ".secret/x.txt": "x", ".env": "x"})
	for _, hidden := range []string{".secret/x.txt", ".env"} {
		if a := ask(t, s.url+"/preview/draft/"+hidden); a.status != 404 {
			t.Errorf("%s of a preview answers %d", hidden, a.status)
		}
	}
	for _, path := range []string{"/", "/preview/draft/", "/none"} {
		for _, method := range []string{"TRACE", "PUT", "DELETE", "POST"} {
			req, err := http.NewRequestWithContext(t.Context(), method, s.url+path, strings.NewReader("x=1"))
			if err != nil {
				t.Fatal(err)
			}
			req.Header.Set("Cookie", "geheim=1")
			client := http.Client{Transport: &http.Transport{DisableKeepAlives: true, TLSClientConfig: &tls.Config{InsecureSkipVerify: true, ServerName: "localhost"}}}
			resp, err := client.Do(req)
			if err != nil {
				t.Fatal(err)
			}
			body, _ := io.ReadAll(resp.Body)
			resp.Body.Close()
			if resp.StatusCode < 400 || strings.Contains(string(body), "geheim") {
				t.Errorf("%s %s answers %d %.80q", method, path, resp.StatusCode, body)
			}
		}
	}
	want := strict()
	want["X-Robots-Tag"] = "noindex, nofollow"
	a := ask(t, s.url+"/preview/draft/")
	a.wants(t, "a preview", 200, want)
	if !strings.Contains(a.body, "预览") {
		t.Errorf("a preview: got %q", a.body)
	}
	want["Cache-Control"] = immutable
	ask(t, s.url+"/preview/draft/"+hashedCSS).wants(t, "a preview's style", 200, want)
}

// swaps checks that a release that becomes current is served at once.
func (s server) swaps(t *testing.T) {
	t.Helper()
	before := ask(t, s.url+"/").header.Get("ETag")
	publish(t, s.site, "another")
	if a := ask(t, s.url+"/", "If-None-Match", before); a.status != 200 || !strings.Contains(a.body, "<p>another") {
		t.Errorf("after publishing: %d, %q", a.status, a.body)
	}
	publish(t, s.site, "three")
	var readers sync.WaitGroup
	end := make(chan struct{})
	for range 3 {
		readers.Go(func() {
			for {
				select {
				case <-end:
					return
				default:
				}
				if a := ask(t, s.url+"/about/"); a.status != 200 {
					t.Errorf("while publishing: status %d", a.status)
					return
				}
			}
		})
	}
	for i := range 30 {
		publish(t, s.site, fmt.Sprintf("more-%d", i))
	}
	close(end)
	readers.Wait()
}

// startServer starts a program that ends with the test, and waits until it
// answers at address.
func startServer(t *testing.T, address string, env []string, name string, args ...string) {
	t.Helper()
	var said bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Env, cmd.Stdout, cmd.Stderr = append(os.Environ(), env...), &said, &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	t.Cleanup(func() {
		cmd.Process.Signal(os.Interrupt)
		select {
		case <-ended:
		case <-time.After(5 * time.Second):
			cmd.Process.Kill()
			<-ended
		}
		if t.Failed() {
			t.Logf("%s said:\n%s", name, said.String())
		}
	})
	for start := time.Now(); time.Since(start) < 20*time.Second; time.Sleep(20 * time.Millisecond) {
		select {
		case err := <-ended:
			ended <- err
			t.Fatalf("%s ended: %v", name, err)
		default:
		}
		if c, err := net.Dial("tcp", address); err == nil {
			c.Close()
			return
		}
	}
	t.Fatalf("%s does not answer at %s", name, address)
}

// freePort is a loopback port that nobody listens at.
func freePort(t *testing.T) int {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port
}
