package push

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"time"
	"unicode"

	"mingfa/generator/build/outcome"
	"mingfa/generator/publish/hooks"
)

// Voice speaks to whoever pushed. He sits at another machine and can mend his own
// files only: where the server keeps its things, and the words of git, Hugo and the
// system, are nothing to him. They go into a file in the repository's folder, which
// nobody but the server's own account reads, and he is told the number under which
// they stand there:
//
//	错误：找不到 /srv/mingfa/keys/portal。请核对文件名和所在的文件夹。
//	-> 错误：找不到（服务器路径）。请核对文件名和所在的文件夹。
type Voice struct {
	Out, Log io.Writer

	to      io.Writer // where errors go
	file    string    // of the details; "" where nothing is hidden
	number  string    // of this push, under which its details stand there
	mu      sync.Mutex
	places  *strings.Replacer
	inWords bool // the line before was a detail
	hidden  bool // something stands in the file
}

const (
	// detailsName is the file of the details, in the folder of the repository.
	detailsName = "mingfa-details.log"
	// mostDetails is the size at which that file is begun anew; the one before is
	// kept beside it.
	mostDetails = 1 << 20
	// somewhere stands for a path of the server.
	somewhere = "（服务器路径）"
)

// NewVoice speaks for the repository in the folder repo.
func NewVoice(repo string, out, log io.Writer) *Voice {
	now := time.Now()
	v := &Voice{to: log, file: filepath.Join(repo, detailsName), number: now.UTC().Format("20060102-150405") + fmt.Sprintf("-%d", os.Getpid())}
	v.hide(repo)
	v.Out, v.Log = &lines{v: v, to: out}, &lines{v: v, to: log}
	return v
}

// PlainVoice hides nothing: it speaks to the administrator, on the server.
func PlainVoice(out, log io.Writer) *Voice { return &Voice{Out: out, Log: log} }

// hide makes the names of folders of the server unsaid, whatever names them.
func (v *Voice) hide(folders ...string) {
	executable, _ := os.Executable()
	home, _ := os.UserHomeDir()
	cache, _ := os.UserCacheDir()
	var pairs []string
	for _, path := range append(folders, filepath.Dir(executable), os.Getenv("MINGFA_CACHE"), os.Getenv("MINGFA_HUGO"), cache, os.TempDir(), home) {
		abs, err := filepath.Abs(path)
		if path == "" || err != nil || abs == filepath.Dir(abs) {
			continue
		}
		pairs = append(pairs, abs, somewhere)
		if real, err := filepath.EvalSymlinks(abs); err == nil && real != abs {
			pairs = append(pairs, real, somewhere)
		}
		if slash := filepath.ToSlash(abs); slash != abs {
			pairs = append(pairs, slash, somewhere)
		}
	}
	v.places = strings.NewReplacer(pairs...)
}

// knows makes the places of a repository's settings unsaid too.
func (v *Voice) knows(repo string, s hooks.Settings) {
	v.hide(repo, s.Store, s.Key)
}

// project is the folder into which what was pushed is taken out: below it stand
// names that the pusher knows.
var project = regexp.MustCompile(somewhere + `(?:/mingfa-push-\d+|(?:/[^/\s]+)*/\.work-[^/\s]*/project)/`)

// below is what follows the name of a folder of the server, up to a mark that is
// in no path.
var below = regexp.MustCompile(somewhere + `(?:[/\\][^\s，。；：、“”（）"'<>|]*)+`)

// spaced is what stands for a path, with the spaces that a path has around it.
var spaced = regexp.MustCompile(` ?` + somewhere + ` ?`)

// rooted is a path that begins at the top of a disk, behind something that is no
// part of an address.
var rooted = regexp.MustCompile(`(^|[\s：（“"'=，])(/[^\s/，。；：、“”（）"'<>|]+)(/[^\s，。；：、“”（）"'<>|]*)?`)

// unnamed is text without names of places on the server.
func (v *Voice) unnamed(text string) string {
	text = project.ReplaceAllString(v.places.Replace(text), "")
	return spaced.ReplaceAllString(below.ReplaceAllString(text, somewhere), somewhere)
}

// unrooted is the text of an error without paths: what begins with a folder that
// the server has is one of its own, and not an address of the site.
func unrooted(text string) string {
	text = rooted.ReplaceAllStringFunc(text, func(found string) string {
		m := rooted.FindStringSubmatch(found)
		if _, err := os.Lstat(m[2]); err != nil {
			return found
		}
		return m[1] + somewhere
	})
	return spaced.ReplaceAllString(text, somewhere)
}

// inline is a detail in the middle of a sentence.
var inline = regexp.MustCompile(`（技术细节：[^（）]*）`)

// line gives what the pusher reads of a line; false for nothing of it.
func (v *Voice) line(text string) (string, bool) {
	begins := strings.HasPrefix(strings.TrimSpace(text), "技术细节")
	goesOn := v.inWords && (strings.HasPrefix(text, " ") || !strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) }))
	if v.inWords = begins || goesOn; v.inWords {
		v.keep(text)
		return "", false
	}
	for _, words := range inline.FindAllString(text, -1) {
		v.keep(words)
	}
	text = inline.ReplaceAllString(text, "")
	said := v.unnamed(text)
	return said, true
}

// Tell says what kept a push from being done, and keeps the whole of it.
func (v *Voice) Tell(err error) {
	switch {
	case errors.Is(err, outcome.ErrFindings), errors.Is(err, outcome.ErrTold):
		return
	case v.file == "":
		fmt.Fprintf(v.Log, "错误：%s\n", outcome.Message(err))
		return
	}
	v.mu.Lock()
	v.keep(err.Error())
	v.mu.Unlock()
	fmt.Fprintf(v.Log, "错误：%s\n", unrooted(outcome.Message(err)))
}

// Guard calls do; how it fails, were it by a panic, is told.
func (v *Voice) Guard(ctx context.Context, do func() error) error {
	err := outcome.Guard("", do)
	told := err == nil || errors.Is(err, outcome.ErrFindings) || errors.Is(err, outcome.ErrTold)
	switch {
	case told:
	case ctx.Err() != nil:
		fmt.Fprintln(v.Log, "已中断，没有做完。现在的网站没有改动。")
		err = outcome.ErrTold
	default:
		v.Tell(err)
		fmt.Fprintln(v.Log, "现在的网站没有改动。这多半是服务器上的问题，不是您推送的内容有错：请把上面的话告诉服务器管理员。")
		err = outcome.ErrTold
	}
	v.close()
	return err
}

// close says what stands in the last lines, and where the details are.
func (v *Voice) close() {
	for _, w := range []io.Writer{v.Out, v.Log} {
		if w := w.(*lines); len(w.partial) > 0 {
			fmt.Fprintln(w)
		}
	}
	if v.hidden {
		fmt.Fprintf(v.to, "技术细节已记在服务器上，编号 %s；需要时请把编号告诉服务器管理员。\n", v.number)
	}
}

// keep writes words into the file of the details. A file that cannot be written is
// no reason to say anything else.
func (v *Voice) keep(words string) {
	words = strings.TrimSpace(words)
	if words == "" {
		return
	}
	if info, err := os.Stat(v.file); err == nil && info.Size() > mostDetails {
		_ = os.Rename(v.file, v.file+".1")
	}
	f, err := os.OpenFile(v.file, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return
	}
	defer f.Close()
	if _, err := fmt.Fprintf(f, "%s %s\n", v.number, strings.ReplaceAll(words, "\n", "\n\t")); err == nil {
		v.hidden = true
	}
}

// lines hands on what the pusher may read of each line that is written to it.
type lines struct {
	v       *Voice
	to      io.Writer
	partial []byte
}

func (w *lines) Write(p []byte) (int, error) {
	w.v.mu.Lock()
	defer w.v.mu.Unlock()
	w.partial = append(w.partial, p...)
	for {
		i := bytes.IndexByte(w.partial, '\n')
		if i < 0 {
			return len(p), nil
		}
		said, any := w.v.line(string(w.partial[:i]))
		w.partial = w.partial[i+1:]
		if any {
			if _, err := fmt.Fprintln(w.to, said); err != nil {
				return len(p), nil // the pusher hung up; the work goes on
			}
		}
	}
}
