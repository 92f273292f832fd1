package release

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// swap makes the release id the live one. Windows has no way to replace a link
// to a folder in one step: for a moment there is none.
func (s *Store) swap(id string) error {
	s.step("swap")
	tmp := filepath.Join(s.dir, "."+currentName)
	if err := os.Symlink(filepath.Join(releasesName, id), tmp); err != nil {
		return fmt.Errorf("failed to make the release live: %w", err)
	}
	if err := os.Remove(s.Current()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("failed to make the release live: %w", err)
	}
	if err := os.Rename(tmp, s.Current()); err != nil {
		return fmt.Errorf("failed to make the release live: %w", err)
	}
	return nil
}

func writeWhole(path string, data []byte) error {
	tmp := path + ".tmp"
	if err := os.WriteFile(tmp, data, 0o666); err != nil {
		return err
	}
	return os.Rename(tmp, path)
}

func (s *Store) sweepLinks() error {
	err := os.Remove(filepath.Join(s.dir, "."+currentName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
