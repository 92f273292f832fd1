// Package lock keeps two runs of the generator from doing the same work at
// once. A lock is a file that its holder keeps locked (gofrs/flock). It belongs to
// the process, so a run that was killed leaves none behind.
package lock

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"github.com/gofrs/flock"
)

// poll is how often a waiting run looks whether the lock is free.
const poll = 100 * time.Millisecond

// Lock is a held lock.
type Lock struct{ file *flock.Flock }

// Acquire takes the lock at path, making the folder it stands in. When another
// run holds it, waiting is called once (nil: nothing is said) and Acquire waits
// until the lock is free or ctx is done.
func Acquire(ctx context.Context, path string, waiting func()) (*Lock, error) {
	for {
		l, err := Try(path)
		if err != nil || l != nil {
			return l, err
		}
		if waiting != nil {
			waiting()
			waiting = nil
		}
		select {
		case <-ctx.Done():
			return nil, fmt.Errorf("failed to wait for the lock %s: %w", path, context.Cause(ctx))
		case <-time.After(poll):
		}
	}
}

// Try takes the lock at path, or returns nil when another run holds it.
func Try(path string) (*Lock, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		return nil, fmt.Errorf("failed to make the folder of the lock %s: %w", path, err)
	}
	file := flock.New(path, flock.SetPermissions(0o666))
	held, err := file.TryLock()
	if err != nil {
		return nil, fmt.Errorf("failed to take the lock %s: %w", path, err)
	}
	if !held || !stands(file) {
		file.Close()
		return nil, nil
	}
	return &Lock{file}, nil
}

// stands reports whether the locked file is the one at its path. Its holder
// before us removes it while it is still locked: we may have opened it just before
// that, and the next run would make another.
func stands(file *flock.Flock) bool {
	have, err := file.Stat()
	if err != nil {
		return false
	}
	want, err := os.Stat(file.Path())
	return err == nil && os.SameFile(have, want)
}

// Release gives the lock back and removes its file. It may be called on nil
// and more than once.
func (l *Lock) Release() {
	if l == nil || l.file == nil {
		return
	}
	if runtime.GOOS == "windows" { // which removes no file that is open
		l.file.Close()
		os.Remove(l.file.Path())
	} else {
		os.Remove(l.file.Path())
		l.file.Close()
	}
	l.file = nil
}
