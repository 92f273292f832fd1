// Package progress shows on one line of a terminal how far a long piece of
// work has come. It shows nothing when the work takes less than a second, and
// nothing at all when nobody looks: in a pipe, a file or a test.
package progress

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"github.com/mattn/go-runewidth"
	"golang.org/x/term"
)

const (
	patience = time.Second            // work shorter than this shows nothing
	interval = 100 * time.Millisecond // between two looks of the line
	// clear goes to the first column and wipes the line: CSI 2 K (ECMA-48).
	clear = "\r\x1b[2K"
)

// Line is the progress of one piece of work. Its methods may be called by
// several goroutines, and on nil.
type Line struct {
	out   io.Writer
	text  func(done int, elapsed time.Duration) string
	width func() int
	start time.Time
	stop  chan struct{}
	ended sync.WaitGroup

	mu    sync.Mutex
	done  int
	shown bool
}

// Count shows "已读 1200/10000 份，约剩 12 秒"; verb is 已读, unit is 份. Add
// counts; Stop ends it.
func Count(out io.Writer, verb, unit string, total int) *Line {
	return begin(out, counted(verb, unit, total))
}

func counted(verb, unit string, total int) func(int, time.Duration) string {
	return func(done int, elapsed time.Duration) string {
		s := fmt.Sprintf("%s %d/%d %s", verb, done, total, unit)
		if done > 0 && done < total {
			left := time.Duration(float64(elapsed) / float64(done) * float64(total-done))
			s += "，约剩 " + Spell(max(left, time.Second))
		}
		return s
	}
}

// Elapsed shows "正在生成网页，已用 12 秒" for work that cannot be counted.
func Elapsed(out io.Writer, doing string) *Line {
	return begin(out, func(_ int, elapsed time.Duration) string { return doing + "，已用 " + Spell(elapsed) })
}

// IsTerminal reports whether w is a terminal on which a line can be redrawn.
func IsTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd())) && os.Getenv("TERM") != "dumb"
}

// Spell says a duration in Chinese, in whole seconds: 12 秒, 3 分 5 秒.
func Spell(d time.Duration) string {
	s := int(d.Round(time.Second) / time.Second)
	if s < 60 {
		return fmt.Sprintf("%d 秒", s)
	}
	if s%60 == 0 {
		return fmt.Sprintf("%d 分钟", s/60)
	}
	return fmt.Sprintf("%d 分 %d 秒", s/60, s%60)
}

func begin(out io.Writer, text func(int, time.Duration) string) *Line {
	if !IsTerminal(out) {
		return nil
	}
	fd := int(out.(*os.File).Fd())
	width := func() int {
		if w, _, err := term.GetSize(fd); err == nil && w > 0 {
			return w
		}
		return 80
	}
	l := newLine(out, width, text)
	l.ended.Go(l.run)
	return l
}

func newLine(out io.Writer, width func() int, text func(int, time.Duration) string) *Line {
	return &Line{out: out, width: width, text: text, start: time.Now(), stop: make(chan struct{})}
}

func (l *Line) run() {
	select {
	case <-l.stop:
		return
	case <-time.After(patience):
	}
	tick := time.NewTicker(interval)
	defer tick.Stop()
	for {
		l.draw(time.Since(l.start))
		select {
		case <-l.stop:
			return
		case <-tick.C:
		}
	}
}

// draw shows the line anew. A line that wrapped could not be wiped, so it is
// cut to what fits beside the cursor.
func (l *Line) draw(elapsed time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	io.WriteString(l.out, clear+runewidth.Truncate(l.text(l.done, elapsed), l.width()-1, "…"))
	l.shown = true
}

// Add counts n more pieces as done.
func (l *Line) Add(n int) {
	if l == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.done += n
}

// Stop wipes the line. It may be called more than once, by one goroutine.
func (l *Line) Stop() {
	if l == nil {
		return
	}
	select {
	case <-l.stop:
		return
	default:
	}
	close(l.stop)
	l.ended.Wait()
	l.mu.Lock()
	defer l.mu.Unlock()
	l.wipe()
}

func (l *Line) wipe() {
	if l.shown {
		io.WriteString(l.out, clear)
		l.shown = false
	}
}
