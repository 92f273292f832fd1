package tree

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// Writer writes folders that the generator owns wholly, and takes out of them
// what it was not given. Write and Keep may be called by several workers at
// once. Two writers of the same folders must not run at once: hold a lock.
type Writer struct {
	root  string
	owned []string // slash form, relative to root

	mu      sync.Mutex
	folders map[string]bool // seen or made in this run; real folders, not links
	fresh   map[string]bool // those of them that were made
	written map[string]bool
	kept    []string
	stats   Stats
	done    bool
}

// Refused is a path that a Writer does not write.
type Refused struct {
	Path   string // as given
	Reason string // Chinese
}

func (r *Refused) Error() string {
	return fmt.Sprintf("不能写入“%s”：%s", r.Path, r.Reason)
}

// Open prepares to write the owned folders, paths in slash form under root.
// Nothing is touched before the first Write.
func Open(root string, owned ...string) (*Writer, error) {
	w := &Writer{root: root, folders: map[string]bool{".": true}, fresh: map[string]bool{}, written: map[string]bool{}}
	for _, o := range owned {
		if o = path.Clean(o); o == "." || !filepath.IsLocal(filepath.FromSlash(o)) {
			return nil, &Refused{o, "它不在项目文件夹里面"}
		}
		w.owned = append(w.owned, o)
	}
	if info, err := os.Stat(root); err != nil {
		return nil, fmt.Errorf("failed to open the project folder: %w", err)
	} else if !info.IsDir() {
		return nil, &Refused{root, "它不是文件夹"}
	}
	return w, nil
}

// Write makes sure that the file name, in slash form relative to the root,
// holds data. A name outside the owned folders, or one that leads through a
// symbolic link, is Refused.
func (w *Writer) Write(name string, data []byte) error {
	full, fresh, err := w.prepare(name)
	if err != nil {
		return err
	}
	same := false
	if !fresh {
		if same, err = holds(full, data); err != nil {
			return err
		}
	}
	switch {
	case same:
	case fresh:
		// Nobody reads a folder that this run made; a file that a killed run
		// leaves half written differs, and is written again.
		if err := create(full, bytes.NewReader(data)); err != nil {
			return fmt.Errorf("failed to write %s: %w", name, err)
		}
	default:
		if err := replace(full, data); err != nil {
			cleared, failure := w.clear(name, full)
			if cleared {
				failure = replace(full, data)
			}
			if failure != nil || !cleared {
				return cmp.Or(failure, err)
			}
		}
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if same {
		w.stats.Unchanged++
	} else {
		w.stats.Written++
	}
	return nil
}

// Keep leaves name, a file or a whole folder, as an earlier run wrote it.
func (w *Writer) Keep(name string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.kept = append(w.kept, path.Clean(name))
}

// Finish removes the files and the empty folders that were neither written nor
// kept, and tells what the run did.
func (w *Writer) Finish() (Stats, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.done {
		return w.stats, nil
	}
	w.done = true
	slices.Sort(w.kept)
	for _, o := range w.owned {
		if ok, err := w.real(o); err != nil {
			return w.stats, err
		} else if !ok {
			continue
		}
		if _, err := w.sweep(o); err != nil {
			return w.stats, fmt.Errorf("failed to remove what has no source any more: %w", err)
		}
	}
	return w.stats, nil
}

// Abort ends the run without removing anything. What was written stays; the
// next run that finishes puts the rest right.
func (w *Writer) Abort() {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.done = true
}

// prepare checks name, notes it as written and makes its folder. A fresh folder
// was made in this run, so that there is nothing to compare with.
func (w *Writer) prepare(name string) (full string, fresh bool, err error) {
	if reason := w.refuse(name); reason != "" {
		return "", false, &Refused{name, reason}
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	switch {
	case w.done:
		return "", false, fmt.Errorf("failed to write %s: the run has ended", name)
	case w.written[name]:
		return "", false, fmt.Errorf("failed to write %s: it has been written in this run already", name)
	case w.folders[name]:
		return "", false, fmt.Errorf("failed to write %s: this run made a folder of that name", name)
	}
	if err := w.makeFolder(path.Dir(name)); err != nil {
		return "", false, err
	}
	w.written[name] = true
	return w.full(name), w.fresh[path.Dir(name)], nil
}

func (w *Writer) full(name string) string { return filepath.Join(w.root, filepath.FromSlash(name)) }

// refuse says why name must not be written; "" when it may.
func (w *Writer) refuse(name string) string {
	if !filepath.IsLocal(filepath.FromSlash(name)) || path.Clean(name) != name || strings.ContainsAny(name, "\\\x00") {
		return "路径不合规"
	}
	for _, o := range w.owned {
		if name != o && isBelow(name, o) {
			return ""
		}
	}
	return "它不在生成程序管理的文件夹里"
}

// makeFolder makes the folder name and those above it, each a real folder.
func (w *Writer) makeFolder(name string) error {
	if w.folders[name] {
		return nil
	}
	if w.written[name] {
		return fmt.Errorf("failed to make the folder %s: this run wrote a file of that name", name)
	}
	above := path.Dir(name)
	if err := w.makeFolder(above); err != nil {
		return err
	}
	exists := false
	if !w.fresh[above] { // a folder that this run made is empty
		var err error
		if exists, err = w.makeRoom(name); err != nil {
			return err
		}
	}
	if !exists {
		if err := os.Mkdir(w.full(name), 0o777); err != nil {
			return fmt.Errorf("failed to make a folder: %w", err)
		}
		w.fresh[name] = true
	}
	w.folders[name] = true
	return nil
}

// makeRoom takes away a file of an earlier run that stands where this one has a
// folder. It reports whether the folder is there already.
func (w *Writer) makeRoom(name string) (exists bool, err error) {
	exists, err = w.real(name)
	if err != nil || exists || w.refuse(name) != "" {
		return exists, err
	}
	if err := os.Remove(w.full(name)); err != nil && !missing(err) {
		return false, fmt.Errorf("failed to make room for a folder: %w", err)
	}
	return false, nil
}

// real reports whether name is a folder; a symbolic link is Refused.
func (w *Writer) real(name string) (bool, error) {
	info, err := os.Lstat(w.full(name))
	switch {
	case missing(err):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("failed to look at a folder: %w", err)
	case info.Mode()&fs.ModeSymlink != 0:
		return false, &Refused{name, "它是一个符号链接，而不是真正的文件夹"}
	}
	return info.IsDir(), nil
}

// clear takes away a folder of an earlier run that stands where a file goes.
func (w *Writer) clear(name, full string) (cleared bool, err error) {
	info, err := os.Lstat(full)
	if err != nil || !info.IsDir() {
		return false, nil
	}
	if err := os.RemoveAll(full); err != nil {
		return false, fmt.Errorf("failed to make room for %s: %w", name, err)
	}
	return true, nil
}

// sweep removes what has no source below the folder name, and name itself when
// nothing is left in it. It reports whether it is gone.
func (w *Writer) sweep(name string) (gone bool, err error) {
	// A folder that this run made holds nothing else.
	if w.keeps(name) || w.fresh[name] {
		return false, nil
	}
	entries, err := os.ReadDir(w.full(name))
	if err != nil {
		return false, err
	}
	left := len(entries)
	for _, e := range entries {
		child := name + "/" + e.Name()
		removed := false
		switch {
		case e.IsDir():
			removed, err = w.sweep(child)
		case !w.written[child] && !w.keeps(child):
			err, removed = os.Remove(w.full(child)), true
			w.stats.Removed++
		}
		if err != nil {
			return false, err
		}
		if removed {
			left--
		}
	}
	if left > 0 {
		return false, nil
	}
	return true, os.Remove(w.full(name))
}

// keeps reports whether name is kept or lies in a kept folder.
func (w *Writer) keeps(name string) bool {
	for p := name; p != "."; p = path.Dir(p) {
		if _, ok := slices.BinarySearch(w.kept, p); ok {
			return true
		}
	}
	return false
}
