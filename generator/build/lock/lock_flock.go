//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package lock

import (
	"errors"
	"os"
	"syscall"
)

// open returns the locked file, or nil when another process has it locked.
func open(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	if err := flock(f); err != nil {
		f.Close()
		if errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, nil
		}
		return nil, err
	}
	// The holder before us removes the file while it still has it locked, so
	// what we locked may no longer be what stands at path.
	have, err := f.Stat()
	if err != nil {
		f.Close()
		return nil, err
	}
	if want, err := os.Stat(path); err != nil || !os.SameFile(have, want) {
		f.Close()
		return nil, nil
	}
	return f, nil
}

func flock(f *os.File) error {
	for {
		err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if !errors.Is(err, syscall.EINTR) {
			return err
		}
	}
}

func release(path string, f *os.File) {
	os.Remove(path)
	f.Close()
}
