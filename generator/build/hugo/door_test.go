package hugo

import (
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// Only who asks for this machine by its name or its address sees a preview.
func TestDoor(t *testing.T) {
	draft := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, "草稿 "+r.Host) }))
	defer draft.Close()
	front, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	d := newDoor(front, draft.Listener.Addr().(*net.TCPAddr))
	go d.serve()
	defer d.close()
	for _, c := range []struct {
		host string
		in   bool
	}{
		{"localhost:1313", true}, {"LOCALHOST", true}, {"localhost.:1313", true}, {"127.0.0.1:1313", true}, {"127.0.0.1", true}, {"[::1]:1313", true}, {"192.168.1.5:1313", true},
		{"evil.example:1313", false}, {"localhost.evil.example", false}, {"127.0.0.1.evil.example:1313", false}, {"evil.example.localhost.example", false}, {"", false},
		{"www.shili.gov.cn", false}, {"127.0.0.1@evil.example", false},
	} {
		if got := d.lets(c.host); got != c.in {
			t.Errorf("%q is let in: %v", c.host, got)
		}
		if c.host == "" {
			continue
		}
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "http://"+front.Addr().String()+"/x", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = c.host
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			continue // a Host that no client can send
		}
		body, _ := io.ReadAll(answer.Body)
		answer.Body.Close()
		if got := strings.HasPrefix(string(body), "草稿 "); got != c.in {
			t.Errorf("%q sees %d %q", c.host, answer.StatusCode, body)
		}
	}
}

func TestBehind(t *testing.T) {
	front := &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 4711}
	a, b := behind(front), behind(front)
	if !a.IP.IsLoopback() || a.String() == front.String() || a.String() == b.String() {
		t.Errorf("Hugo would listen at %s and %s", a, b)
	}
}

func TestIsPrivate(t *testing.T) {
	for addr, want := range map[string]bool{
		"127.0.0.1:1313": true, "localhost:1313": true, "[::1]:1313": true, ":1313": false, "0.0.0.0:1313": false, "[::]:1313": false, "192.168.1.5:1313": false,
	} {
		if got := IsPrivate(addr); got != want {
			t.Errorf("%s: %v", addr, got)
		}
	}
}
