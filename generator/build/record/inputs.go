package record

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Inputs are all files that a site was made from, and what else it depends on.
type Inputs struct {
	Other string // what is no file: the commit, options
	Files []Input
}

// Input is a file, by its path as it was looked for.
type Input struct {
	File
	Sum string // SHA-256
}

// unsure is how long before it was looked at a file must have been changed last. The clocks of
// disks are coarse: of a file changed twice within a tick nobody can tell by its time.
const unsure = 2 * time.Second

// Take looks at the files at and below the paths, of which those that are not there are passed
// over. A file that is in known, and has not been touched since, is not read. skip names
// folders that are left out. What is neither a file nor a folder gives ErrOdd.
func Take(paths []string, known *Inputs, skip func(path string) bool) (*Inputs, error) {
	look, all := NewLooker(known), new(Inputs)
	for _, root := range paths {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) {
				return nil
			}
			if err != nil {
				return err
			}
			if d.IsDir() {
				if skip(path) {
					return fs.SkipDir
				}
				return nil
			}
			in, err := look.Input(path)
			all.Files = append(all.Files, in)
			return err
		})
		if err != nil {
			return nil, fmt.Errorf("failed to look at what the site is made from: %w", err)
		}
	}
	return all, nil
}

// ErrOdd is a link, whose target may change unseen or be missing, or a pipe, of which reading
// may never end.
var ErrOdd = errors.New("it is neither a file nor a folder")

// Looker sums up files, of which it reads only those that are not known or were touched since.
type Looker struct {
	before map[string]Input
	now    time.Time
}

// NewLooker knows some files; known may be nil.
func NewLooker(known *Inputs) *Looker {
	l := &Looker{before: map[string]Input{}, now: time.Now()}
	if known != nil {
		for _, in := range known.Files {
			l.before[in.Name] = in
		}
	}
	return l
}

// Input looks at a file; what is none gives ErrOdd.
func (l *Looker) Input(path string) (Input, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return Input{}, err
	}
	if !info.Mode().IsRegular() {
		return Input{}, fmt.Errorf("%s: %w", path, ErrOdd)
	}
	in := Input{File: fileOf(filepath.ToSlash(path), info)}
	if l.isYoung(in.Time) || in.Change != 0 && l.isYoung(in.Change) {
		in.Time = 0
	}
	if was, ok := l.before[in.Name]; ok && was.File == in.File && in.Time != 0 {
		return was, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return Input{}, err
	}
	sum := sha256.Sum256(data)
	in.Sum = hex.EncodeToString(sum[:])
	return in, nil
}

// isYoung reports whether a file was changed so short a time ago, or after the clock was set back, that it may
// be changed once more within the same tick.
func (l *Looker) isYoung(change int64) bool { return l.now.Sub(time.Unix(0, change)) < unsure }

// Same reports whether both are the same files of the same bytes.
func (in *Inputs) Same(other *Inputs) bool {
	return in != nil && other != nil && in.Other == other.Other &&
		slices.EqualFunc(in.Files, other.Files, func(a, b Input) bool { return a.Name == b.Name && a.Sum == b.Sum })
}

// StatAll is Stat for all files of the site, of which it also notes those that are no bundle's.
// skip is the name of one that is no part of it. There were as many as files say when the site was put in its place: where
// one of them is gone, nobody may conclude that nothing changed.
func (r *Record) StatAll(folder, skip string, files int) error {
	var all []File
	is := map[string]File{}
	err := walk(folder, func(f File) bool {
		all = append(all, f)
		is[f.Name] = f
		return true
	})
	if err != nil {
		return err
	}
	r.stat(func(name string) (File, bool) {
		f, ok := is[name]
		return f, ok
	})
	of := map[string]bool{}
	for f := range r.files() {
		of[f.Name] = true
	}
	delete(is, skip)
	if len(is) < files {
		r.Inputs = nil
	}
	r.Rest = nil
	for _, f := range all {
		if !of[f.Name] && f.Name != skip {
			r.Rest = append(r.Rest, f)
		}
	}
	return nil
}

// files are those of bundles and bodies.
func (r *Record) files() iter.Seq[File] {
	return func(yield func(File) bool) {
		for _, all := range []map[string]Made{r.Bundles, r.Bodies} {
			for _, made := range all {
				for _, f := range made.Files {
					if !yield(f) {
						return
					}
				}
			}
		}
	}
}

// errStop ends a walk.
var errStop = errors.New("that is enough")

// walk visits the files of a site.
func walk(folder string, visit func(f File) bool) error {
	return filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		name := filepath.ToSlash(strings.TrimPrefix(path[len(folder):], string(filepath.Separator)))
		if !info.Mode().IsRegular() {
			return errStop
		}
		if !visit(fileOf(name, info)) {
			return errStop
		}
		return nil
	})
}

// Stands tells how many files the site has, where all are as they were left and no other is
// there. skip is the name of one that is no part of it.
func (r *Record) Stands(folder, skip string) (files int, stands bool) {
	of := map[string]File{}
	for f := range r.files() {
		of[f.Name] = f
	}
	for _, f := range r.Rest {
		of[f.Name] = f
	}
	found := 0
	err := walk(folder, func(f File) bool {
		if f.Name == skip {
			return true
		}
		found++
		return of[f.Name] == f
	})
	return found, err == nil && found == len(of)
}

// ChangedSince reports whether the system has noted a change of a file or a folder since a moment.
func ChangedSince(info fs.FileInfo, at time.Time) bool {
	if _, change := told(info); change != 0 {
		return change >= at.UnixNano()
	}
	return info.ModTime().UnixNano() >= at.UnixNano()
}
