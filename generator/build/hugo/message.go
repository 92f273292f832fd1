package hugo

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Message is a warning or an error of Hugo.
type Message struct {
	Error  bool
	File   string // relative to the project where it lies in it, slash form; "" when Hugo names none
	Theme  bool   // File is relative to the theme: a file that is built in
	Line   int    // from 1; 0 when unknown
	Column int    // from 1, as Hugo counts; 0 when unknown
	Text   string // Hugo's words
}

// String is one Chinese line, and Hugo's words below it.
func (m Message) String() string {
	s := "Hugo 提醒"
	if m.Error {
		s = "Hugo 无法生成网页"
		switch {
		case strings.HasPrefix(m.File, "layouts/"):
			s = "网页模板有错误"
		case strings.HasPrefix(m.File, "content/"):
			s = "网页内容有错误"
		case strings.HasSuffix(m.File, ".toml"), strings.HasSuffix(m.File, ".json"):
			s = "Hugo 的配置有错误"
		}
	}
	if place := m.Place(); place != "" {
		s += "：" + place
	}
	if said := InChinese(m.Text); said != "" {
		s += "：" + said
	}
	return s + "\n" + words("Hugo", m.Text)
}

// Place is file:line:column, as far as they are known.
func (m Message) Place() string {
	place := m.File
	if m.Theme {
		place = "内置的 " + place
	}
	if m.File == "" || m.Line == 0 {
		return place
	}
	if m.Column == 0 {
		return fmt.Sprintf("%s:%d", place, m.Line)
	}
	return fmt.Sprintf("%s:%d:%d", place, m.Line, m.Column)
}

// place is how Hugo writes one: "/a/layouts/page.html:3:5". Of several in one
// error the last is the innermost: the partial rather than the page that uses it.
var place = regexp.MustCompile(`"([^"\n]+?):(\d+)(?::(\d+))?"`)

// parse reads one message of Hugo.
func parse(text, project, theme string, isError bool) Message {
	m := Message{Error: isError, Text: strings.TrimSpace(text)}
	all := place.FindAllStringSubmatch(m.Text, -1)
	if project != "" { // where the folder stands is nothing to the reader, who may sit at another machine
		m.Text = strings.ReplaceAll(m.Text, project+string(filepath.Separator), "")
	}
	if len(all) == 0 {
		return m
	}
	last := all[len(all)-1]
	m.File = last[1]
	if rel, err := filepath.Rel(project, filepath.FromSlash(m.File)); err == nil && filepath.IsLocal(rel) {
		m.File = filepath.ToSlash(rel)
	}
	if theme != "" {
		m.File, m.Theme = strings.CutPrefix(m.File, theme+"/")
	}
	m.Line, _ = strconv.Atoi(last[2])
	m.Column, _ = strconv.Atoi(last[3])
	return m
}

// sayings collects what Hugo writes to standard error: messages that begin
// with ERROR or WARN and go on until the next one does.
type sayings struct {
	project string
	theme   string
	notify  func(Message)
	live    bool // serving: a message ends where Hugo falls silent

	mu       sync.Mutex
	silence  *time.Timer
	partial  []byte // of a line
	pending  []string
	isError  bool
	errors   []Message
	warnings []Message
	rest     []string // lines before any message, such as a panic's
}

// limit bounds what is kept: a template that warns on every page of a large
// portal says the same thing a hundred thousand times.
const limit = 50

// mostLine bounds a line that is kept, in bytes: a template may say anything.
const mostLine = 64 << 10

// silence is how long a serving Hugo says nothing more after a message.
const silence = 50 * time.Millisecond

func (s *sayings) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if room := mostLine - len(s.partial); len(p) < room || bytes.IndexByte(p, '\n') >= 0 {
		s.partial = append(s.partial, p...)
	} else { // a line without an end
		s.partial = append(s.partial, p[:max(0, room)]...)
	}
	for {
		i := bytes.IndexByte(s.partial, '\n')
		if i < 0 {
			break
		}
		s.line(strings.TrimRight(string(s.partial[:i]), "\r"))
		s.partial = s.partial[i+1:]
	}
	if s.live {
		if s.silence == nil {
			s.silence = time.AfterFunc(silence, s.flush)
		}
		s.silence.Reset(silence)
	}
	return len(p), nil
}

func (s *sayings) line(line string) {
	isError, isWarning := strings.HasPrefix(line, "ERROR "), strings.HasPrefix(line, "WARN ")
	switch {
	case isError || isWarning:
		s.end()
		s.isError = isError
		s.pending = []string{strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(line, "ERROR "), "WARN "))}
	case len(s.pending) > 0 && len(s.pending) < limit:
		s.pending = append(s.pending, line)
	case len(s.pending) == 0 && len(s.rest) < limit && strings.TrimSpace(line) != "":
		s.rest = append(s.rest, line)
	}
}

// end closes the message that is being read.
func (s *sayings) end() {
	if len(s.pending) == 0 {
		return
	}
	m := parse(strings.Join(s.pending, "\n"), s.project, s.theme, s.isError)
	s.pending = nil
	list := &s.warnings
	if m.Error {
		list = &s.errors
	}
	if len(*list) < limit {
		*list = append(*list, m)
	} else if !s.live {
		return
	}
	if s.notify != nil && (s.live || !m.Error) {
		s.notify(m)
	}
}

// flush closes the last message.
func (s *sayings) flush() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.partial) > 0 {
		s.line(string(s.partial))
		s.partial = nil
	}
	s.end()
}

// failure is the error of a Hugo that ended with err.
func (s *sayings) failure(bin string, err error) error {
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		return notStarted(bin, err)
	}
	if len(s.errors) > 0 {
		// "logged 1 error(s)" only counts those before it.
		m := s.errors[0]
		for _, e := range s.errors {
			if m.File == "" && e.File != "" {
				m = e
			}
		}
		summary, _, _ := strings.Cut(m.String(), "\n")
		return &Failure{Summary: summary, Detail: words("Hugo", m.Text), Err: err}
	}
	summary := fmt.Sprintf("Hugo 意外停止，没有说明原因（退出码 %d）。请再试一次；仍然这样时，请看看刚改过的模板", exit.ExitCode())
	switch {
	case strings.Contains(exit.String(), "killed"):
		summary = "Hugo 被系统强行停止，多半是内存不足。请关掉一些程序再试，或请管理员加大内存"
	case exit.ExitCode() < 0: // a signal
		summary = "Hugo 意外停止，没有说明原因。请再试一次；仍然这样时，请看看刚改过的模板"
	}
	return &Failure{Summary: summary, Detail: words("Hugo", withoutTrace(s.rest)), Err: err}
}

// outOfMemory reports whether Hugo ended because the system gave it no more.
func (s *sayings) outOfMemory() bool {
	return slices.ContainsFunc(s.rest, func(line string) bool {
		return strings.Contains(line, "out of memory") || strings.Contains(line, "cannot allocate memory") || strings.Contains(line, "cannot map pages")
	})
}

// crashed reports whether Go's own runtime met an address that is not there, as it
// does now and then where the system gives no more memory. (A nil pointer in a
// template is a panic, which names the signal only in brackets.)
func (s *sayings) crashed() bool {
	return slices.ContainsFunc(s.rest, func(line string) bool {
		return strings.HasPrefix(line, "SIGSEGV: ") || strings.HasPrefix(line, "SIGBUS: ")
	})
}

// withoutTrace is what a program says at its end, without the states of its
// goroutines, which fill pages and name paths of the machine it was built on.
func withoutTrace(lines []string) string {
	for i, line := range lines {
		if strings.HasPrefix(line, "goroutine ") || strings.HasPrefix(line, "runtime stack:") || strings.HasPrefix(line, "[signal ") {
			lines = lines[:i]
			break
		}
	}
	return strings.Join(lines, "\n")
}

func notStarted(bin string, err error) error {
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, exec.ErrNotFound):
		return &Failure{Summary: fmt.Sprintf("找不到 Hugo：“%s”不存在", bin), Err: err}
	case errors.Is(err, fs.ErrPermission):
		return &Failure{Summary: fmt.Sprintf("无法启动 Hugo：“%s”没有执行权限", bin), Err: err}
	}
	return &Failure{Summary: fmt.Sprintf("无法启动 Hugo：“%s”不是能在本机运行的程序", bin), Detail: "  " + err.Error(), Err: err}
}

// words are what another program said, as they stand below a message: they are
// English, and for whoever mends a template or a machine. "" stays "".
func words(program, said string) string {
	if said == "" {
		return ""
	}
	return "  技术细节（" + program + " 原话）：" + strings.ReplaceAll(said, "\n", "\n  ")
}
