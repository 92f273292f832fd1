//go:build unix

package record

import (
	"io/fs"
	"syscall"
)

// told tells a file from another one that was put in its place, and from itself before it was changed, whatever
// time it was given then.
func told(info fs.FileInfo) (inode uint64, change int64) {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0, 0
	}
	return uint64(s.Ino), changed(s) //nolint:unconvert // of 32 bits on FreeBSD before 12
}
