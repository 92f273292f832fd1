package release

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"mingfa/generator/build/record"
	"mingfa/generator/report/pack"
)

// left tells how the files of a release were left, so that the next release, which shares most
// of them, need not read those and unpack their compressed copies. Where a file, or one of its copies, is
// not as it was left, it is looked at as if nothing were known of it.
type left struct {
	id    string // of the release
	files map[string]leftFile
}

// leftFile is a file and its compressed copies, in the order of encodings; the zero value of one
// that there is not.
type leftFile struct {
	sum    string // SHA-256, as the manifest has it
	file   record.File
	copies []record.File
}

// leftHead begins what is written of it. Another form, or other encodings, begin otherwise.
func leftHead() string {
	head := "mingfa left 1"
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
		pack.List(p, &f.copies, func(c *record.File) { packFile(p, c) })
		l.files[name] = f
	}
}

// packFile packs how a file was left, without its name.
func packFile(p *pack.Packer, f *record.File) {
	size, time := int(f.Size), int(f.Time)
	p.Int(&size)
	p.Int(&time)
	p.Uint(&f.Inode)
	f.Size, f.Time = int64(size), int64(time)
}

// lookAt is a file and its copies as they are; false where it is no file, or the system does not
// tell files apart.
func lookAt(path string) (f leftFile, ok bool) {
	look := func(path string) (record.File, bool) {
		is, ok := record.Look(path)
		is.Name = ""
		return is, ok
	}
	if f.file, ok = look(path); !ok || f.file.Inode == 0 {
		return leftFile{}, false
	}
	for _, e := range encodings {
		c, _ := look(path + e.ext)
		f.copies = append(f.copies, c)
	}
	return f, true
}

// shareLeft puts the copies of a file that was taken over from the release before beside it, if all
// are as they were left, and tells what is known of it; false where it has to be looked at.
func (s *sealer) shareLeft(name, path string) (leftFile, bool, error) {
	was, known := s.before.files[name]
	if !known {
		return leftFile{}, false, nil
	}
	from := filepath.Join(s.from, filepath.FromSlash(name))
	is, ok := lookAt(from)
	here, isFile := record.Look(path)
	here.Name = ""
	if !ok || !isFile || here != was.file || is.file != was.file || len(is.copies) != len(was.copies) {
		return leftFile{}, false, nil
	}
	for i := range is.copies {
		if is.copies[i] != was.copies[i] {
			return leftFile{}, false, nil
		}
	}
	for i, e := range encodings {
		if was.copies[i] == (record.File{}) {
			continue
		}
		switch err := os.Link(from+e.ext, path+e.ext); {
		case errors.Is(err, fs.ErrExist):
			return leftFile{}, false, &Blocked{name + e.ext, "和压缩后的文件重名。请改名"}
		case err != nil:
			return leftFile{}, false, nil // they are made
		}
	}
	return was, true, nil
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

// writeLeft notes how the files of the live release were left.
func (s *Store) writeLeft(l *left) error {
	if err := writeWhole(filepath.Join(s.dir, leftName), l.encode()); err != nil {
		return fmt.Errorf("failed to note how the files of the release were left: %w", err)
	}
	return nil
}
