//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package lock

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"
)

// stale is the age after which the lock of a run is taken for that of one that
// was killed: the file says nothing of whether its maker still lives.
const stale = 30 * time.Minute

// open returns the lock's file when this call made it, or nil when it exists.
func open(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
	if err == nil {
		fmt.Fprintln(f, os.Getpid())
		return f, nil
	}
	if !errors.Is(err, fs.ErrExist) && !errors.Is(err, fs.ErrPermission) {
		return nil, err
	}
	if info, err := os.Stat(path); err == nil && time.Since(info.ModTime()) > stale {
		os.Remove(path)
	}
	return nil, nil
}

func release(path string, f *os.File) {
	f.Close()
	os.Remove(path)
}
