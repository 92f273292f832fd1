package tree

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"mingfa/generator/build/lock"
	"mingfa/generator/build/record"
)

// Staging is an empty folder beside a site's folder, in which the site is
// rendered anew. It also is the lock that lets one run at a time do so.
type Staging struct {
	path   string
	dest   string
	record string
	public bool // dest is ours by its place and needs no mark
	lock   *lock.Lock
}

// Stage probes dest, locks it and makes the staging folder; what a killed run
// left there is removed. While another run renders the same site, Stage waits,
// having called waiting once (nil: nothing is said), until ctx is done.
func Stage(ctx context.Context, root, dest string, waiting func()) (*Staging, error) {
	if err := Probe(root, dest); err != nil {
		return nil, err
	}
	dest, err := resolve(dest)
	if err != nil {
		return nil, err
	}
	beside := filepath.Join(filepath.Dir(dest), "."+filepath.Base(dest))
	l, err := lock.Acquire(ctx, beside+".lock", waiting)
	if err != nil {
		return nil, err
	}
	s := &Staging{path: beside + ".staging", record: beside + ".record", dest: dest, public: isPublic(root, dest), lock: l}
	if err := s.make(); err != nil {
		s.Close()
		return nil, err
	}
	return s, nil
}

func (s *Staging) make() error {
	if err := os.RemoveAll(s.path); err != nil {
		return fmt.Errorf("failed to remove the staging folder of an earlier run: %w", err)
	}
	if err := os.Mkdir(s.path, 0o777); err != nil {
		return fmt.Errorf("failed to make the staging folder: %w", err)
	}
	return nil
}

// Path is where to render.
func (s *Staging) Path() string { return s.path }

// Dest is the site's folder, whatever links led to it.
func (s *Staging) Dest() string { return s.dest }

// Record is where to note what the site was made from.
func (s *Staging) Record() string { return s.record }

// Sync makes the site what has been rendered and what stays; see Sync.
func (s *Staging) Sync(ctx context.Context, stay ...record.File) (Stats, error) {
	stats, err := Sync(ctx, s.path, s.dest, stay...)
	if err != nil || s.public {
		return stats, err
	}
	_, err = WriteFile(filepath.Join(s.dest, Mark), []byte("明法生成的网站。这个文件夹里的内容每次生成时都会更新。\n"))
	return stats, err
}

// Close removes the staging folder and lets the next run go on.
func (s *Staging) Close() error {
	defer s.lock.Release()
	if err := os.RemoveAll(s.path); err != nil {
		return fmt.Errorf("failed to remove the staging folder: %w", err)
	}
	return nil
}
