//go:build !windows

package release

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/google/renameio/v2"
)

// swap makes the release id the live one, in one step.
func (s *Store) swap(id string) error {
	s.step("swap")
	if err := renameio.Symlink(releasesName+"/"+id, s.Current()); err != nil {
		return fmt.Errorf("failed to make the release live: %w", err)
	}
	if err := syncFolder(s.dir); err != nil {
		return fmt.Errorf("failed to bring the change of the live release to the disk: %w", err)
	}
	return nil
}

// writeWhole writes a file beside path, brings it to the disk and renames it.
func writeWhole(path string, data []byte) error {
	return renameio.WriteFile(path, data, 0o666)
}

// sweepLinks removes the temporary names that renameio makes beside what it
// replaces, where a kill kept it from doing so.
func (s *Store) sweepLinks() error {
	for _, name := range []string{currentName, RecordName, LogName, rolledBackName, leftName} {
		left, err := filepath.Glob(filepath.Join(s.dir, "."+name+"*"))
		if err != nil {
			return fmt.Errorf("failed to look for what an earlier run left behind: %w", err)
		}
		for _, path := range left {
			if strings.Trim(filepath.Base(path)[1+len(name):], "0123456789") != "" {
				continue // not a name of renameio
			}
			if err := os.RemoveAll(path); err != nil {
				return fmt.Errorf("failed to remove what an earlier run left behind: %w", err)
			}
		}
	}
	return nil
}
