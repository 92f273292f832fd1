// Package scratch makes folders for the time of a run, and takes away those that a
// run which was killed has left. A folder belongs to its process by a lock, which
// the system gives back whatever ends the process.
package scratch

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"mingfa/generator/build/lock"
)

// Folder is a folder that its process holds.
type Folder struct {
	Path string
	held *lock.Lock
}

const lockEnd = ".lock"

// New makes a folder for what name says, mingfa-<name>-<number>, in the system's
// folder for such things, after removing those of the same name that nobody holds.
func New(name string) (*Folder, error) {
	base, prefix := os.TempDir(), "mingfa-"+name+"-"
	sweep(base, prefix)
	for range 100 {
		// The lock comes first: a folder without one is for the next run to remove.
		f, err := os.CreateTemp(base, prefix+"*"+lockEnd)
		if err != nil {
			return nil, fmt.Errorf("failed to make a temporary folder: %w", err)
		}
		f.Close()
		held, err := lock.Try(f.Name())
		if err != nil {
			return nil, err
		}
		if held == nil { // another run has just taken it for a leftover
			continue
		}
		path := strings.TrimSuffix(f.Name(), lockEnd)
		if err := os.Mkdir(path, 0o700); err != nil {
			held.Release()
			return nil, fmt.Errorf("failed to make a temporary folder: %w", err)
		}
		return &Folder{path, held}, nil
	}
	return nil, errors.New("failed to make a temporary folder: its lock was taken each time")
}

// Close removes the folder.
func (f *Folder) Close() error {
	err := os.RemoveAll(f.Path)
	f.held.Release()
	return err
}

// sweep removes what nobody holds. What cannot be removed, for it is another
// account's, is left.
func sweep(base, prefix string) {
	entries, err := os.ReadDir(base)
	if err != nil {
		return
	}
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, prefix) {
			continue
		}
		path := strings.TrimSuffix(filepath.Join(base, name), lockEnd)
		if strings.Trim(strings.TrimPrefix(filepath.Base(path), prefix), "0123456789") != "" {
			continue // no name of ours
		}
		held, err := lock.Try(path + lockEnd)
		if err != nil || held == nil {
			continue
		}
		_ = os.RemoveAll(path)
		held.Release()
	}
}
