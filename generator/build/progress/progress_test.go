package progress

import (
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/mattn/go-runewidth"
)

func TestPipeShowsNothing(t *testing.T) {
	f, err := os.Create(t.TempDir() + "/out")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, l := range []*Line{Count(f, "已读", "份", 10), Elapsed(&strings.Builder{}, "正在生成网页")} {
		if l != nil {
			t.Error("a line is shown where nobody looks")
		}
		l.Add(1)
		l.Stop()
	}
	if info, _ := f.Stat(); info.Size() != 0 {
		t.Errorf("%d bytes were written into a file", info.Size())
	}
}

// fakeTerminal is a Line as begin makes it, on a builder in place of a terminal.
func fakeTerminal(width int, text func(int, time.Duration) string) (*Line, *strings.Builder) {
	var b strings.Builder
	return newLine(&b, func() int { return width }, text), &b
}

func TestShortWorkShowsNothing(t *testing.T) {
	l, b := fakeTerminal(80, func(int, time.Duration) string { return "x" })
	l.ended.Go(l.run)
	l.Add(1)
	l.Stop()
	l.Stop()
	if b.Len() != 0 {
		t.Errorf("wrote %q", b)
	}
}

func TestLineIsRedrawnAndWiped(t *testing.T) {
	text := func(done int, _ time.Duration) string { return strings.Repeat("已", done) }
	l, b := fakeTerminal(8, text)
	var wg sync.WaitGroup
	for range 10 {
		wg.Go(func() { l.Add(1) })
	}
	wg.Wait()
	l.draw(time.Second)
	l.Stop()
	want := clear + "已已已…" + clear
	if b.String() != want {
		t.Errorf("got  %q\nwant %q", b, want)
	}
	if w := runewidth.StringWidth("已已已…"); w >= 8 {
		t.Errorf("a line %d wide wraps on a terminal of 8", w)
	}
}

func TestCounted(t *testing.T) {
	text := counted("已读", "份", 10000)
	for done, want := range map[int]string{
		0: "已读 0/10000 份", 1200: "已读 1200/10000 份，约剩 22 秒", 9999: "已读 9999/10000 份，约剩 1 秒", 10000: "已读 10000/10000 份",
	} {
		if got := text(done, 3*time.Second); got != want {
			t.Errorf("%d done: got %q, want %q", done, got, want)
		}
	}
}

func TestSpell(t *testing.T) {
	for d, want := range map[time.Duration]string{
		400 * time.Millisecond: "0 秒", 12 * time.Second: "12 秒", 59600 * time.Millisecond: "1 分钟",
		185 * time.Second: "3 分 5 秒", 240 * time.Second: "4 分钟",
	} {
		if got := Spell(d); got != want {
			t.Errorf("Spell(%v) = %q, want %q", d, got, want)
		}
	}
}
