package hugo

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	// settle is how long nothing must happen before a change is told: a save is
	// several events, and a checkout thousands.
	settle = 100 * time.Millisecond
	// patience is the longest a change waits while others keep coming.
	patience = time.Second
)

// Watch calls onChange with the files and folders below paths that were
// written, made, renamed or removed, sorted, until ctx is done; then it returns
// nil. A path is a folder, with all that is in it, or one file; it may appear
// later. onChange runs on one goroutine: what changes meanwhile is told next.
// The files that editors and Office keep beside a document are passed over.
func Watch(ctx context.Context, paths []string, onChange func(changed []string)) error {
	n, err := fsnotify.NewWatcher()
	if err != nil {
		return watchFailure("", err)
	}
	defer n.Close()
	w := &watcher{notify: n, pending: map[string]bool{}}
	for _, p := range paths {
		abs, err := filepath.Abs(p)
		if err != nil {
			return fmt.Errorf("failed to find %s: %w", p, err)
		}
		w.roots = append(w.roots, abs)
		// The folder above tells when the path itself comes, goes or is
		// replaced, as an editor does that saves by renaming.
		if err := n.Add(filepath.Dir(abs)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return watchFailure(filepath.Dir(abs), err)
		}
		if err := w.add(abs, false); err != nil {
			return err
		}
	}
	return w.loop(ctx, onChange)
}

type watcher struct {
	notify  *fsnotify.Watcher
	roots   []string
	pending map[string]bool
	first   time.Time // of the changes that are pending
}

func (w *watcher) loop(ctx context.Context, onChange func([]string)) error {
	quiet := time.NewTimer(time.Hour)
	quiet.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-w.notify.Errors:
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				return watchFailure("", err)
			}
			for _, r := range w.roots { // too much happened to say what
				w.note(r)
			}
			quiet.Reset(settle)
		case event := <-w.notify.Events:
			if err := w.take(event); err != nil {
				return err
			}
			if len(w.pending) > 0 {
				quiet.Reset(min(settle, max(0, patience-time.Since(w.first))))
			}
		case <-quiet.C:
			changed := make([]string, 0, len(w.pending))
			for p := range w.pending {
				changed = append(changed, p)
			}
			clear(w.pending)
			slices.Sort(changed)
			onChange(changed)
		}
	}
}

// take notes an event, and watches a folder that has appeared.
func (w *watcher) take(event fsnotify.Event) error {
	if event.Op == fsnotify.Chmod || !w.ours(event.Name) || passedOver(filepath.Base(event.Name)) {
		return nil
	}
	w.note(event.Name)
	if event.Has(fsnotify.Create) {
		return w.add(event.Name, true)
	}
	return nil
}

func (w *watcher) note(path string) {
	if len(w.pending) == 0 {
		w.first = time.Now()
	}
	w.pending[path] = true
}

func (w *watcher) ours(path string) bool {
	return slices.ContainsFunc(w.roots, func(root string) bool {
		return path == root || strings.HasPrefix(path, root+string(filepath.Separator))
	})
}

// add watches the folder path and all below it; a file is watched by its
// folder. What a new folder holds already was made before it was watched.
func (w *watcher) add(path string, isNew bool) error {
	return filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist): // gone again
			return nil
		case err != nil:
			return watchFailure(p, err)
		case p != path && passedOver(d.Name()):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case !d.IsDir():
			if isNew {
				w.note(p)
			}
			return nil
		}
		if err := w.notify.Add(p); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return watchFailure(p, err)
		}
		return nil
	})
}

// passedOver reports whether a name is that of a file which Office, an editor
// or our own writer keeps for itself: ~$报告.docx, ~WRD0001.tmp, .x.swp, x~, 4913.
func passedOver(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~") || strings.HasPrefix(name, "#") ||
		strings.HasSuffix(name, "~") || strings.HasSuffix(name, ".tmp") || strings.HasSuffix(name, ".swp") || name == "4913"
}

func watchFailure(path string, err error) error {
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EMFILE):
		return &Failure{Summary: "系统允许监视的文件夹数量已用完，无法自动发现改动。请关掉其他监视文件的程序，或调高系统上限（Linux 为 fs.inotify.max_user_watches）", Detail: "  " + err.Error(), Err: err}
	case errors.Is(err, os.ErrPermission):
		return &Failure{Summary: fmt.Sprintf("没有读取“%s”的权限，无法发现其中的改动", path), Err: err}
	}
	return fmt.Errorf("failed to watch for changes: %w", err)
}
