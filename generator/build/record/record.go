// Package record tells what a site was made from and which files came of it, so that the
// next build makes anew only what changed. The record of a site lies beside it.
//
// It is a help and never a source: whatever is missing in it, or does not fit any more, is
// made again.
package record

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"

	"golang.org/x/sync/errgroup"
)

// version is the form of a record. One of another form is of no use.
const version = 3

// Record is what is known of a site.
type Record struct {
	Version int
	Key     string          // of what every page is made from: program, Hugo, templates, settings
	Bundles map[string]Made // by the page below content/: reports/shili/2023/index.md
	Bodies  map[string]Made // by folder of seeds/: what stands beside those, and the sum of what was kept of it
	Rest    []File          // of the site, of neither
	Inputs  *Inputs         // nil where nobody may conclude from them that nothing changed
	Said    json.RawMessage `json:",omitempty"` // what the run said of the reports
	Data    json.RawMessage `json:",omitempty"` // what is to be known of the open data to take over parts of it
}

// Made is what came of a bundle.
type Made struct {
	Sum   string // of all its bytes
	Files []File // on the site
	Map   string // its entry in the sitemap; "" for none
}

// File is a file as it was left. Where one of the rest differs, somebody has
// touched it.
type File struct {
	Name   string // in slash form, from the site's folder on
	Size   int64
	Time   int64 // of its last change, nanoseconds, as whoever changed it may have set it
	Inode  uint64
	Change int64 // of the last change of its bytes, its times, its modes or its links, which nobody sets; 0 where the system has none
}

// fileOf is a file as the system tells of it.
func fileOf(name string, info fs.FileInfo) File {
	f := File{Name: name, Size: info.Size(), Time: info.ModTime().UnixNano()}
	f.Inode, f.Change = told(info)
	return f
}

// But is a file but for its Change: links that were made to it since make no other file of it.
func (f File) But() File {
	f.Change = 0
	return f
}

// ErrDamaged is a record that is not as it was written; ErrOther one of another form.
var (
	ErrDamaged = errors.New("the record is damaged")
	ErrOther   = errors.New("the record is of another version")
)

// Encode writes a record: JSON, and a line with its SHA-256, by which half a record is
// known.
func (r *Record) Encode() ([]byte, error) {
	r.Version = version
	data, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("failed to write the record of the site: %w", err)
	}
	sum := sha256.Sum256(data)
	return append(append(data, '\n'), hex.EncodeToString(sum[:])+"\n"...), nil
}

// Decode reads a record.
func Decode(raw []byte) (*Record, error) {
	data, end, found := bytes.Cut(raw, []byte("\n"))
	sum := sha256.Sum256(data)
	if !found || string(end) != hex.EncodeToString(sum[:])+"\n" {
		return nil, ErrDamaged
	}
	r := new(Record)
	if err := json.Unmarshal(data, r); err != nil || r.Version != version {
		return nil, ErrOther
	}
	return r, nil
}

// Read reads the record at path; nil where there is none.
func Read(path string) (*Record, error) {
	raw, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("failed to read the record of the site: %w", err)
	}
	return Decode(raw)
}

// Stat fills in how the files of the record are in the folder of the site. Of one of which that is
// known already it has to be so still: it was taken over, and nobody has looked at its bytes since. A
// bundle or a body of which one is not there, or is not as it was, is taken out; of such a site nobody
// may conclude that nothing changed.
func (r *Record) Stat(folder string) {
	r.stat(func(name string) (File, bool) { return look(folder, name) })
}

// stat is Stat, where several may ask at once how a file is.
func (r *Record) stat(look func(name string) (File, bool)) {
	for _, all := range []map[string]Made{r.Bundles, r.Bodies} {
		for key := range unlike(all, func(made Made) bool {
			for i, was := range made.Files {
				f, ok := look(was.Name)
				if !ok || was != (File{Name: was.Name}) && f != was {
					return false
				}
				made.Files[i] = f
			}
			return true
		}) {
			delete(all, key)
			r.Inputs = nil
		}
	}
}

// Names is the same without how the files were left.
func (m Made) Names() Made {
	files := make([]File, len(m.Files))
	for i, f := range m.Files {
		files[i].Name = f.Name
	}
	m.Files = files
	return m
}

// Touched are the bundles whose files in the folder of the site are not as they were left, and
// the bodies. vouch is asked of a file that differs in its Change alone; nil knows of none.
func (r *Record) Touched(folder string, vouch func(File) bool) (bundles, bodies map[string]bool) {
	real := realFolders{root: folder, known: map[string]bool{".": true}}
	asLeft := func(made Made) bool {
		for _, was := range made.Files {
			sound := was.IsIn(folder) || vouch != nil && was.StaysIn(folder) && vouch(was)
			if !sound || !real.has(path.Dir(was.Name)) {
				return false
			}
		}
		return true
	}
	return unlike(r.Bundles, asLeft), unlike(r.Bodies, asLeft)
}

// realFolders tells folders from links to them: what is found behind a link is no file of the site.
type realFolders struct {
	root  string
	mu    sync.Mutex
	known map[string]bool
}

// has reports whether a folder below the root, and all above it, are folders.
func (r *realFolders) has(name string) bool {
	r.mu.Lock()
	is, known := r.known[name]
	r.mu.Unlock()
	if known {
		return is
	}
	info, err := os.Lstat(filepath.Join(r.root, filepath.FromSlash(name)))
	is = err == nil && info.IsDir() && path.Dir(name) != name && r.has(path.Dir(name))
	r.mu.Lock()
	defer r.mu.Unlock()
	r.known[name] = is
	return is
}

// unlike are those for which a question, which several ask at once, is answered no.
func unlike(all map[string]Made, ask func(made Made) bool) map[string]bool {
	var mu sync.Mutex
	no := map[string]bool{}
	var group errgroup.Group
	group.SetLimit(16)
	for key, made := range all {
		group.Go(func() error {
			if !ask(made) {
				mu.Lock()
				no[key] = true
				mu.Unlock()
			}
			return nil
		})
	}
	_ = group.Wait() // nothing fails
	return no
}

// Look is how a file is, by its path; false for what is no plain file.
func Look(path string) (File, bool) {
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() {
		return File{}, false
	}
	return fileOf(filepath.ToSlash(path), info), true
}

// IsIn reports whether a file of the folder is as it was left.
func (f File) IsIn(folder string) bool {
	is, ok := look(folder, f.Name)
	return ok && is == f
}

// StaysIn is IsIn of a file to which links may have been made.
func (f File) StaysIn(folder string) bool {
	is, ok := look(folder, f.Name)
	return ok && is.But() == f.But()
}

// look is a plain file of the folder as it is. A record that names a file outside of the
// folder is not followed.
func look(folder, name string) (File, bool) {
	local := filepath.FromSlash(name)
	if !filepath.IsLocal(local) {
		return File{}, false
	}
	f, ok := Look(filepath.Join(folder, local))
	f.Name = name
	return f, ok
}
