// Package part tells of a part of a site that was rendered by itself, maybe on another machine:
// which one it is, what it was made from, and which files came of it. A part is a folder that can
// be copied anywhere, with part.json and the files in site/. Nothing is known of it but what
// stands there, so that every file is held against its SHA-256 when parts are joined.
package part

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
)

// version is the form of part.json.
const version = 1

// What lies in the folder of a part.
const (
	name   = "part.json"
	Folder = "site" // of the files
	Kept   = "kept" // of what was kept of bodies, a file each, of the sum that Bodies has
)

// Part is a part of a site.
type Part struct {
	Version int
	Share   Share
	Origin  Origin
	Bundles map[string]Bundle // by the page below content/: reports/shili/2023/index.md
	Bodies  map[string]Bundle // by folder: what was kept of a body, and files beside its pages

	folder string // where it was read from, as people named it
}

// Origin is what a site is made from. Only parts of one origin fit together.
type Origin struct {
	Program  string // SHA-256 of this program, in which the built-in site stands and the version of Hugo
	Commit   string // of the portal, where it is in git
	Sources  string // SHA-256 of everything that staff wrote
	Settings string // options by which the bytes of pages differ
}

// Bundle is a page and what lies beside it, as they were rendered.
type Bundle struct {
	Sum   string // of what it was made from
	Files []File
	Map   string // its entry in the sitemap; "" for none
}

// File is a file of the site, by its name in slash form.
type File struct {
	Name   string
	SHA256 string
}

// Write writes part.json into the folder of a part whose files stand there, and notes their sums.
func (p *Part) Write(folder string) error {
	for of := range p.all() {
		for i := range of.Files {
			sum, err := sumOf(filepath.Join(folder, Folder, filepath.FromSlash(of.Files[i].Name)))
			if err != nil {
				return fmt.Errorf("failed to sum up a file of the part: %w", err)
			}
			of.Files[i].SHA256 = sum
		}
	}
	p.Version = version
	data, err := json.Marshal(p)
	if err != nil {
		return fmt.Errorf("failed to write what the part is: %w", err)
	}
	return os.WriteFile(filepath.Join(folder, name), append(data, '\n'), 0o666)
}

// all are the bundles, and the bodies.
func (p *Part) all() iter.Seq[Bundle] {
	return func(yield func(Bundle) bool) {
		for _, of := range []map[string]Bundle{p.Bundles, p.Bodies} {
			for _, b := range of {
				if !yield(b) {
					return
				}
			}
		}
	}
}

// KeptOf is what was kept of a body; nil where the part has nothing of it, so that its reports are
// read again.
func (p *Part) KeptOf(slug string) ([]byte, error) {
	data, err := readPlain(p.folder, Kept, slug)
	if errors.Is(err, errOdd) {
		return nil, p.odd(slug)
	}
	if err != nil {
		return nil, nil
	}
	return data, nil
}

// errOdd is a link, a pipe or the like, where a part has files and folders only.
var errOdd = errors.New("neither a file nor a folder of the part")

// odd says so of something in the part to the person who named its folder.
func (p *Part) odd(name string) error {
	return fmt.Errorf("%s 用不了：%s 不是普通文件（是链接、管道或文件夹，或者在链接指向的文件夹里）。请重新生成或重新复制这一部分", p.folder, name)
}

// readPlain reads a file in a folder, by the elements of its path. A part comes from another
// machine: a link in it could lead to any file of this one, and a pipe is read for ever.
func readPlain(folder string, elements ...string) ([]byte, error) {
	names := strings.Split(filepath.Join(elements...), string(filepath.Separator))
	at := folder
	for i, element := range names {
		at = filepath.Join(at, element)
		info, err := os.Lstat(at)
		if err != nil {
			return nil, err
		}
		if last := i == len(names)-1; last && !info.Mode().IsRegular() || !last && !info.IsDir() {
			return nil, errOdd
		}
	}
	return os.ReadFile(at)
}

func sumOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// Read reads what the part in a folder is. The error is for the person who named the folder.
func Read(folder string) (*Part, error) {
	if info, err := os.Stat(folder); err != nil {
		return nil, err
	} else if !info.IsDir() {
		return nil, fmt.Errorf("%s 是文件；--join 后面要写各部分的文件夹", folder)
	}
	raw, err := readPlain(folder, name)
	if errors.Is(err, errOdd) {
		return nil, (&Part{folder: folder}).odd(name)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s 不是网站的一部分：里面没有 %s。--join 后面要写 build --shard 写出的文件夹", folder, name)
	}
	if err != nil {
		return nil, err
	}
	p, err := decode(raw)
	if err != nil {
		return nil, fmt.Errorf("%s 用不了：里面的 %s %w", folder, name, err)
	}
	p.folder = folder
	return p, nil
}

// decode reads part.json.
func decode(raw []byte) (*Part, error) {
	p := new(Part)
	if err := json.Unmarshal(raw, p); err != nil {
		return nil, errors.New("损坏了。请重新生成或重新复制这一部分")
	}
	if p.Version != version {
		return nil, errors.New("是别的版本的明法写的。请用同一个版本重新生成这一部分")
	}
	if s, err := ParseShare(p.Share.String()); err != nil || s != p.Share {
		return nil, errors.New("损坏了。请重新生成或重新复制这一部分")
	}
	for slug := range p.Bodies {
		if !isElement(slug) {
			return nil, errors.New("损坏了。请重新生成或重新复制这一部分")
		}
	}
	return p, nil
}

// isElement reports whether a name is that of one file in a folder, on any system.
func isElement(name string) bool {
	return fs.ValidPath(name) && name != "." && !strings.ContainsAny(name, "/\\:\x00")
}

// CopyTo copies the files of the part into a folder, and holds each against its sum.
func (p *Part) CopyTo(folder string) error {
	made := map[string]bool{}
	for of := range p.all() {
		for _, f := range of.Files {
			local := filepath.FromSlash(f.Name)
			if !filepath.IsLocal(local) {
				return fmt.Errorf("%s 用不了：%s 写到了网站外面。请重新生成这一部分", p.folder, f.Name)
			}
			target := filepath.Join(folder, local)
			if dir := filepath.Dir(target); !made[dir] {
				if err := os.MkdirAll(dir, 0o777); err != nil {
					return err
				}
				made[dir] = true
			}
			if err := p.copy(f, target); err != nil {
				return err
			}
		}
	}
	return nil
}

// copy copies one file. It is no link: whoever copies a part over an older one writes into its
// files, and must not write into a site that was made of them.
func (p *Part) copy(f File, target string) error {
	data, err := readPlain(p.folder, Folder, filepath.FromSlash(f.Name))
	if errors.Is(err, errOdd) {
		return p.odd(f.Name)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s 不完整：缺少 %s。请重新生成或重新复制这一部分", p.folder, f.Name)
	}
	if err != nil {
		return err
	}
	sum := sha256.Sum256(data)
	if hex.EncodeToString(sum[:]) != f.SHA256 {
		return fmt.Errorf("%s 里的 %s 与生成时不一样。请重新生成或重新复制这一部分", p.folder, f.Name)
	}
	out, err := os.OpenFile(target, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s 用不了：%s 在两处都有。请重新生成各部分", p.folder, f.Name)
	}
	if err != nil {
		return err
	}
	_, err = io.Copy(out, bytes.NewReader(data))
	return errors.Join(err, out.Close())
}
