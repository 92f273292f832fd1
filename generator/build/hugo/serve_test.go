package hugo

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/websocket"
)

func TestServeFailsToStart(t *testing.T) {
	bin, job := scripted(t, "out Watching for changes\nerr ERROR error building site: \"@\": x\nexit 1")
	if _, err := Serve(t.Context(), bin, job, "127.0.0.1:0"); err == nil || !strings.Contains(err.Error(), "Hugo 无法生成网页") {
		t.Errorf("got %v", err)
	}
	for _, addr := range []string{"127.0.0.1", "127.0.0.1:x", "127.0.0.1:70000"} {
		if _, err := Serve(t.Context(), bin, job, addr); err == nil || !strings.Contains(err.Error(), "不是能用的地址") {
			t.Errorf("%s: got %v", addr, err)
		}
	}
	bin, job = scripted(t, "sleep")
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	if _, err := Serve(ctx, bin, job, "127.0.0.1:0"); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
}

func TestServeOfASiteWithoutDomainGivesAWholeAddress(t *testing.T) {
	bin, job := scripted(t, "out Web Server is available at //localhost:1/ (bind address 127.0.0.1)\nsleep")
	ctx, cancel := context.WithCancel(t.Context())
	s, err := Serve(ctx, bin, job, "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if u, err := url.Parse(s.URL); err != nil || u.Scheme != "http" || u.Hostname() != "localhost" || u.Path != "/" {
		t.Errorf("URL = %s", s.URL)
	}
	cancel()
	_ = s.Wait()
}

func TestServeTellsOfFailedRebuilds(t *testing.T) {
	bin, job := scripted(t, "out Web Server is available at http://localhost:1/sub/ (bind address 127.0.0.1)\nerr ERROR Rebuild failed: \"@/layouts/page.html:1:3\": x\nsleep")
	write(t, filepath.Join(job.Project, "script"), strings.ReplaceAll(read(t, filepath.Join(job.Project, "script")), "@", job.Project))
	told := make(chan Message, 1)
	job.Notify = func(m Message) { told <- m }
	ctx, cancel := context.WithCancel(t.Context())
	s, err := Serve(ctx, bin, job, "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if u, err := url.Parse(s.URL); err != nil || u.Hostname() != "localhost" || u.Path != "/sub/" {
		t.Errorf("URL = %s", s.URL)
	}
	if m := <-told; !m.Error || m.Place() != "layouts/page.html:1:3" {
		t.Errorf("told %+v", m)
	}
	cancel()
	if err := s.Wait(); err != nil {
		t.Errorf("a stop that was asked for is an error: %v", err)
	}
}

func TestPortInUse(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	port := taken.Addr().(*net.TCPAddr).Port
	l, moved, err := listen(fmt.Sprintf("127.0.0.1:%d", port))
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	if got := l.Addr().(*net.TCPAddr); got.IP.String() != "127.0.0.1" || got.Port <= port || !moved {
		t.Errorf("got %s, moved %v", got, moved)
	}
	free, moved, err := listen("127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer free.Close()
	if got := free.Addr().(*net.TCPAddr); got.Port == 0 || moved {
		t.Errorf("got %s, moved %v", got, moved)
	}
}

// TestChangeReachesTheBrowser measures the whole way of a save: a file in seeds
// changes, Watch tells, the content is written, Hugo renders it and says over
// its live-reload socket that the page is to be loaded again.
func TestChangeReachesTheBrowser(t *testing.T) {
	bin := realHugo(t)
	job := site(t, "<html><head></head><body>{{ .Content }}</body></html>")
	seed := filepath.Join(job.Project, "seeds", "shili", "2023.txt")
	write(t, seed, "第一稿")
	content := filepath.Join(job.Project, "content", "reports", "shili", "2023", "index.md")

	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	s, err := Serve(ctx, bin, job, "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	watched(t, []string{filepath.Join(job.Project, "seeds")}, func([]string) {
		raw, _ := os.ReadFile(seed)
		os.WriteFile(content+".tmp", []byte("{\"title\": \"报告\"}\n\n"+string(raw)+"\n"), 0o666)
		os.Rename(content+".tmp", content)
	})
	page := s.URL + "reports/shili/2023/"
	if body := get(t, page); !strings.Contains(body, "第一稿") || !strings.Contains(body, "livereload.js") {
		t.Fatalf("served %q", body)
	}
	socket, err := websocket.Dial("ws"+strings.TrimPrefix(s.URL, "http")+"livereload", "", s.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer socket.Close()
	const hello = `{"command":"hello","protocols":["http://livereload.com/protocols/official-7"]}`
	if err := websocket.Message.Send(socket, hello); err != nil {
		t.Fatal(err)
	}

	start := time.Now()
	write(t, seed, "第二稿")
	socket.SetDeadline(time.Now().Add(10 * time.Second))
	for said := ""; !strings.Contains(said, `"reload"`); {
		if err := websocket.Message.Receive(socket, &said); err != nil {
			t.Fatal(err)
		}
	}
	took := time.Since(start)
	if body := get(t, page); !strings.Contains(body, "第二稿") {
		t.Errorf("after the reload the page still is %q", body)
	}
	t.Logf("from the save to the browser: %v", took)
	if took > 2*time.Second {
		t.Errorf("a change took %v to reach the browser", took)
	}
	cancel()
	if err := s.Wait(); err != nil {
		t.Error(err)
	}
	if resp, err := http.Get(page); err == nil {
		resp.Body.Close()
		t.Error("the server lives on")
	}
}

func get(t *testing.T, url string) string {
	t.Helper()
	r, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}
