package release

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"mingfa/generator/build/record"
	"mingfa/generator/report/pack"
)

// left tells how the files of a release were left, so that the next release, which shares most
// of them, need not read those and unpack their compressed copies; see inspect.go. Where a file, or one of
// its copies, is not as it was left, it is looked at as if nothing were known of it.
type left struct {
	id    string // of the release
	files map[string]leftFile
}

// leftFile is a file and its compressed copies, in the order of encodings; the zero value of one
// that there is not.
type leftFile struct {
	sum    string // SHA-256, as the manifest has it
	file   record.File
	copies []leftCopy
}

// leftCopy is a compressed copy.
type leftCopy struct {
	sum  string // SHA-256 of the copy itself
	file record.File
}

// leftHead begins what is written of it. Another form, or other encodings, begin otherwise.
func leftHead() string {
	head := "mingfa left 2"
	for _, e := range encodings {
		head += " " + e.ext
	}
	return head + "\n"
}

// encode writes it, with a sum by which half of it is known.
func (l *left) encode() []byte {
	var p pack.Packer
	l.pack(&p)
	sum := sha256.Sum256(p.Data)
	return append([]byte(leftHead()+hex.EncodeToString(sum[:])+"\n"), p.Data...)
}

// decodeLeft reads it; nothing is known where it is damaged or of another form.
func decodeLeft(raw []byte) *left {
	none := &left{files: map[string]leftFile{}}
	raw, ok := bytes.CutPrefix(raw, []byte(leftHead()))
	said, data, found := bytes.Cut(raw, []byte("\n"))
	if sum := sha256.Sum256(data); !ok || !found || string(said) != hex.EncodeToString(sum[:]) {
		return none
	}
	l, p := new(left), pack.Reader(string(data))
	if l.pack(p); !p.Whole() {
		return none
	}
	return l
}

func (l *left) pack(p *pack.Packer) {
	p.Text(&l.id)
	var names []string
	for name := range l.files {
		names = append(names, name)
	}
	p.Texts(&names)
	if p.Reading() {
		l.files = make(map[string]leftFile, len(names))
	}
	for _, name := range names {
		f := l.files[name]
		p.Text(&f.sum)
		packFile(p, &f.file)
		pack.List(p, &f.copies, func(c *leftCopy) {
			p.Text(&c.sum)
			packFile(p, &c.file)
		})
		l.files[name] = f
	}
}

// packFile packs how a file was left, without its name.
func packFile(p *pack.Packer, f *record.File) {
	size, time, change := int(f.Size), int(f.Time), int(f.Change)
	p.Int(&size)
	p.Int(&time)
	p.Int(&change)
	p.Uint(&f.Inode)
	f.Size, f.Time, f.Change = int64(size), int64(time), int64(change)
}

// lookAt is a file and its copies as they are, without their sums; false where it is no plain file.
func lookAt(path string) (f leftFile, ok bool) {
	look := func(path string) (record.File, bool) {
		is, ok := record.Look(path)
		is.Name = ""
		return is, ok
	}
	if f.file, ok = look(path); !ok {
		return leftFile{}, false
	}
	for _, e := range encodings {
		c, _ := look(path + e.ext)
		f.copies = append(f.copies, leftCopy{file: c})
	}
	return f, true
}

// same reports whether a file and its copies are as they were, where same says so of each by itself.
func (f *leftFile) same(was *leftFile, same func(a, b record.File) bool) bool {
	return same(f.file, was.file) && slices.EqualFunc(f.copies, was.copies, func(a, b leftCopy) bool { return same(a.file, b.file) })
}

// untouched reports whether a file is as it was, by all that a system tells. One that does not tell files apart
// does not tell that.
func untouched(is, was record.File) bool {
	return is == was && (was.Inode != 0 && was.Change != 0 || was == record.File{})
}

// still reports whether a file is as it was but for links that were made to it.
func still(is, was record.File) bool { return is.But() == was.But() }

// shareLeft puts the copies of a file that was taken over from the release before beside it, where that
// was found to be sound, and tells what is known of it; false where it has to be read.
func (s *sealer) shareLeft(name, path string) (leftFile, bool, error) {
	was, known := s.sound[name]
	if !known {
		return leftFile{}, false, nil
	}
	from := filepath.Join(s.from, filepath.FromSlash(name))
	old, err := os.Lstat(from)
	new, err2 := os.Lstat(path)
	if err != nil || err2 != nil || !os.SameFile(old, new) {
		return leftFile{}, false, nil
	}
	var linked []string
	for i, e := range encodings {
		if was.copies[i].file == (record.File{}) {
			continue
		}
		if err = os.Link(from+e.ext, path+e.ext); err != nil {
			break // they are made
		}
		linked = append(linked, path+e.ext)
	}
	if errors.Is(err, fs.ErrExist) {
		return leftFile{}, false, &Blocked{name + encodings[len(linked)].ext, "和压缩后的文件重名。请改名"}
	}
	if is, ok := lookAt(path); err == nil && ok && is.same(&was, still) {
		return was, true, nil
	}
	for _, name := range linked { // else they would be taken for files of the site
		if err := os.Remove(name); err != nil {
			return leftFile{}, false, err
		}
	}
	return leftFile{}, false, nil
}

// readLeft is how the files of the live release were left; nothing of another one.
func (s *Store) readLeft(live string) *left {
	raw, err := os.ReadFile(filepath.Join(s.dir, leftName))
	if err != nil {
		return decodeLeft(nil)
	}
	if l := decodeLeft(raw); l.id == live {
		return l
	}
	return decodeLeft(nil)
}

// writeLeft notes how the files of the live release were left. It comes last: links to a file, and to what was
// removed, move the time by which a change in place is told.
func (s *Store) writeLeft(ctx context.Context, l *left) error {
	var mu sync.Mutex
	files := make(map[string]leftFile, len(l.files))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(2 * runtime.GOMAXPROCS(0))
	for name, was := range l.files {
		group.Go(func() error {
			is, ok := lookAt(filepath.Join(s.Path(l.id), filepath.FromSlash(name)))
			if !ok || !is.same(&was, still) {
				return nil // the next release reads it
			}
			is.sum = was.sum
			for i := range is.copies {
				is.copies[i].sum = was.copies[i].sum
			}
			mu.Lock()
			defer mu.Unlock()
			files[name] = is
			return ctx.Err()
		})
	}
	if err := group.Wait(); err != nil {
		return err
	}
	if err := writeWhole(filepath.Join(s.dir, leftName), (&left{l.id, files}).encode()); err != nil {
		return fmt.Errorf("failed to note how the files of the release were left: %w", err)
	}
	return nil
}
