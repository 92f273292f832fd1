package hugo

import (
	"context"
	"crypto/rand"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"strconv"
	"strings"
	"time"
)

// door stands before Hugo's server, which answers whatever name a browser was led to it by:
// a page of anywhere whose name comes to mean 127.0.0.1 (DNS rebinding) would read drafts
// that nobody has approved yet. It lets in who asks for this machine by its own name or by
// its address.
type door struct {
	front  net.Listener
	server *http.Server
}

// behind is where Hugo listens: at the same port of an address of the loopback that nobody
// can guess, so that the addresses in Hugo's pages hold; where a system has only 127.0.0.1
// (macOS), at another port.
func behind(front *net.TCPAddr) *net.TCPAddr {
	var b [3]byte
	if _, err := rand.Read(b[:]); err == nil {
		hidden := &net.TCPAddr{IP: net.IPv4(127, b[0]|1, b[1], b[2]|2), Port: front.Port}
		if l, err := net.ListenTCP("tcp", hidden); err == nil {
			l.Close()
			return hidden
		}
	}
	other := &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)}
	if l, err := net.ListenTCP("tcp", other); err == nil {
		defer l.Close()
		return l.Addr().(*net.TCPAddr)
	}
	return other
}

func newDoor(front net.Listener, back *net.TCPAddr) *door {
	to := &url.URL{Scheme: "http", Host: back.String()}
	proxy := &httputil.ReverseProxy{
		Rewrite:       func(r *httputil.ProxyRequest) { r.SetURL(to); r.Out.Host = r.In.Host },
		FlushInterval: -1, // live reload says its word at once
		ErrorLog:      log.New(io.Discard, "", 0),
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, _ error) {
			refuse(w, http.StatusBadGateway, "预览还没有准备好，请稍后再打开。")
		},
	}
	d := &door{front: front}
	d.server = &http.Server{ReadHeaderTimeout: 10 * time.Second, ErrorLog: proxy.ErrorLog, Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !d.lets(r.Host) {
			refuse(w, http.StatusMisdirectedRequest, "不能用这个网址看预览。请用 http://"+d.name()+"/ 打开。")
			return
		}
		proxy.ServeHTTP(w, r)
	})}
	return d
}

func refuse(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	_, _ = io.WriteString(w, text+"\n")
}

// lets reports whether a Host names this machine: localhost, an address, or its own name
// where it serves others. No page elsewhere can have one of these names.
func (d *door) lets(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.ToLower(strings.Trim(strings.TrimSuffix(host, "."), "[]"))
	if host == "localhost" || net.ParseIP(host) != nil {
		return true
	}
	own, err := os.Hostname()
	return err == nil && !d.front.Addr().(*net.TCPAddr).IP.IsLoopback() && host == strings.ToLower(own)
}

// name is where the site can be seen from this machine.
func (d *door) name() string {
	at := d.front.Addr().(*net.TCPAddr)
	if at.IP.IsUnspecified() || at.IP.IsLoopback() {
		return "localhost:" + strconv.Itoa(at.Port)
	}
	return at.String()
}

// address is what Hugo says of where it serves, at the door.
func (d *door) address(said string) string {
	u, err := url.Parse(said)
	if err != nil || u.Host == "" {
		return said
	}
	u.Host = d.name()
	return u.String()
}

func (d *door) serve() { _ = d.server.Serve(d.front) }

func (d *door) close() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	if d.server.Shutdown(ctx) != nil { // a browser holds its socket open
		d.server.Close()
	}
}

// IsPrivate reports whether an address to serve on is one of this machine alone.
func IsPrivate(addr string) bool {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return true // it is refused
	}
	ip := net.ParseIP(host)
	return strings.EqualFold(host, "localhost") || ip != nil && ip.IsLoopback()
}
