package hugo

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
)

// Server is a running Hugo that serves the site, and renders it anew and has
// browsers load it again whenever a file of content, layouts or static changes.
type Server struct {
	URL   string // where to look at the site
	Asked string // the address that was asked for
	Moved bool   // another one is used, since a program has that one already

	done chan struct{}
	err  error
}

// neighbours is how many ports after the one asked for are tried.
const neighbours = 20

// Serve starts Hugo's server for job on addr (127.0.0.1:1313; port 0: any free
// one) and returns when the site can be looked at. The site is rendered to
// memory: job.Destination is not touched. A taken port gives way to the next
// free one, told by Moved. When ctx ends, so does the server.
func Serve(ctx context.Context, bin string, job Job, addr string) (*Server, error) {
	if err := job.prepare(); err != nil {
		return nil, err
	}
	front, moved, err := listen(addr)
	if err != nil {
		return nil, err
	}
	back := behind(front.Addr().(*net.TCPAddr))
	arguments := append(append([]string{"server"}, job.arguments()...), "--renderToMemory", "--bind", back.IP.String(), "--port", strconv.Itoa(back.Port))
	if port := front.Addr().(*net.TCPAddr).Port; port != back.Port {
		arguments = append(arguments, "--liveReloadPort", strconv.Itoa(port))
	}
	cmd := command(ctx, bin, arguments...)
	cmd.Dir = job.Project
	cmd.Env = job.environment()
	said := &sayings{project: job.Project, theme: job.Theme, notify: job.Notify, live: true}
	ready := &readiness{url: make(chan string, 1)}
	cmd.Stdout, cmd.Stderr = ready, said
	if err := start(cmd, Limits{}); err != nil {
		front.Close()
		return nil, notStarted(bin, err)
	}
	door := newDoor(front, back)
	go door.serve()
	s := &Server{Asked: addr, Moved: moved, done: make(chan struct{})}
	go func() {
		defer close(s.done)
		defer door.close()
		s.err = ended(ctx, cmd, said, bin)
	}()
	select {
	case url := <-ready.url:
		s.URL = door.address(url)
		return s, nil
	case <-s.done:
		if s.err == nil {
			s.err = fmt.Errorf("failed to serve the site: %w", context.Cause(ctx))
		}
		return nil, s.err
	}
}

// Wait returns when the server has ended: nil when its ctx did so.
func (s *Server) Wait() error {
	<-s.done
	return s.err
}

func ended(ctx context.Context, cmd *exec.Cmd, said *sayings, bin string) error {
	err := cmd.Wait()
	said.flush()
	switch {
	case ctx.Err() != nil:
		return nil
	case err == nil:
		return &Failure{Summary: "Hugo 的预览服务自己停了"}
	}
	return said.failure(bin, err)
}

// listen takes the port to serve on.
func listen(addr string) (l net.Listener, moved bool, err error) {
	host, text, err := net.SplitHostPort(addr)
	port := 0
	if err == nil {
		port, err = strconv.Atoi(text)
	}
	if err != nil || port < 0 || port > 65535 {
		return nil, false, &Failure{Summary: fmt.Sprintf("“%s”不是能用的地址。地址写作 127.0.0.1:1313", addr), Err: err}
	}
	for p := port; p <= min(port+neighbours, 65535); p++ {
		l, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(p)))
		if err == nil {
			return l, port != 0 && p != port, nil
		}
		if !errors.Is(err, syscall.EADDRINUSE) {
			return nil, false, &Failure{Summary: fmt.Sprintf("无法在“%s”上开预览", addr), Detail: "  " + err.Error(), Err: err}
		}
	}
	return nil, false, &Failure{Summary: fmt.Sprintf("端口 %d 到 %d 都被别的程序占用了。请关掉那些程序，或换一个端口", port, min(port+neighbours, 65535))}
}

// readiness reads Hugo's standard output until it says where it serves.
type readiness struct {
	mu   sync.Mutex
	seen []byte
	told bool
	url  chan string
}

// available needs the whole line, lest the address be cut short.
var available = regexp.MustCompile(`Web Server is available at (\S+)[^\n]*\n`)

func (r *readiness) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.told {
		return len(p), nil
	}
	r.seen = append(r.seen, p...)
	if m := available.FindSubmatch(r.seen); m != nil {
		r.told, r.seen = true, nil
		url := string(m[1])
		if strings.HasPrefix(url, "//") { // a site without a domain has no scheme either
			url = "http:" + url
		}
		r.url <- url
	}
	return len(p), nil
}
