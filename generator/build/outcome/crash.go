package outcome

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

// Crash is a panic: a fault of this program. Nobody but who mends it can read a
// stack, so that goes into a file, and a person reads what was being done, that it
// is not his fault, and what to do meanwhile.
type Crash struct {
	Doing string // Chinese, such as 读取 seeds/shili/2023.txt; "" where it is not known
	File  string // that holds the details; "" where it could not be written
	value any
}

func (c *Crash) Error() string {
	doing := "程序"
	if c.Doing != "" {
		doing = c.Doing + " 时，程序"
	}
	text := doing + "自己出了错，没有做完。这是程序的毛病，不是您的错；原来的网站没有改动。请先移开最近改动的文件再试一次"
	if strings.HasPrefix(c.Doing, "读取 ") {
		text = doing + "自己出了错，没有做完。这是程序的毛病，不是您的错；原来的网站没有改动。请先移开这个文件，别的报告就能照常处理"
	}
	if c.File != "" {
		return text + "，并把 " + c.File + " 发给维护程序的人（里面只有程序运行的位置，没有报告的内容）。"
	}
	return text + "，并告诉维护程序的人：" + shortened(c.value) + "。"
}

// Guard calls do and makes a panic in it a *Crash. Go ends the whole program for
// one that no function on its goroutine takes, whichever goroutine it is on.
func Guard(doing string, do func() error) (err error) {
	defer func() {
		if value := recover(); value != nil {
			err = newCrash(doing, value, debug.Stack())
		}
	}()
	return do()
}

func newCrash(doing string, value any, stack []byte) *Crash {
	c := &Crash{Doing: doing, value: value}
	// What a panic says may quote a report. Where it happened does not.
	kind := "panic"
	if e, ok := value.(runtime.Error); ok {
		kind = e.Error()
	}
	text := fmt.Sprintf("%s\n%s\n%s %s/%s\n\n%s", time.Now().UTC().Format(time.RFC3339), kind, runtime.Version(), runtime.GOOS, runtime.GOARCH, stack)
	f, err := os.CreateTemp("", "mingfa-crash-*.txt")
	if err != nil {
		return c
	}
	_, err = f.WriteString(text)
	if e := f.Close(); err == nil && e == nil {
		c.File = filepath.ToSlash(f.Name())
	}
	return c
}

// shortened is what a panic said, of one short line.
func shortened(value any) string {
	text := []rune(oneLine(fmt.Sprint(value)))
	if len(text) > 200 {
		text = append(text[:200], '…')
	}
	return string(text)
}
