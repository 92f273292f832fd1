//go:build unix

package part

import (
	"os"
	"syscall"
	"testing"
)

// pipe puts a pipe in the place of a file or folder.
func pipe(t *testing.T, path string) {
	t.Helper()
	if err := os.RemoveAll(path); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(path, 0o666); err != nil {
		t.Skip(err)
	}
}
