// Package lock keeps two runs of the generator from doing the same work at
// once. A lock is a file that its holder keeps locked; it belongs to the
// process, so a run that was killed leaves none behind (see lock_other.go for
// systems where it can).
package lock

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"
)

// poll is how often a waiting run looks whether the lock is free.
const poll = 100 * time.Millisecond

// Lock is a held lock.
type Lock struct {
	path string
	file *os.File
}

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
	f, err := open(path)
	if err != nil {
		return nil, fmt.Errorf("failed to take the lock %s: %w", path, err)
	}
	if f == nil {
		return nil, nil
	}
	return &Lock{path: path, file: f}, nil
}

// Release gives the lock back and removes its file. It may be called on nil
// and more than once.
func (l *Lock) Release() {
	if l == nil || l.file == nil {
		return
	}
	release(l.path, l.file)
	l.file = nil
}
