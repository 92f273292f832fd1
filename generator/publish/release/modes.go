package release

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"golang.org/x/sync/errgroup"
)

// Modes of what is published. A web server runs under another account than the
// publisher, and the umask of a push is whatever the clerk's login has: under 077
// a whole site would answer 403.
const (
	folderMode fs.FileMode = 0o755
	fileMode   fs.FileMode = 0o644
	passable   fs.FileMode = 0o011 // whoever may pass through a folder besides its owner
)

// makeFolder makes a folder and those above it that are missing, each open to
// readers whatever the umask. One that is there keeps the mode that somebody gave it.
func makeFolder(path string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil
	}
	if above := filepath.Dir(path); above != path {
		if err := makeFolder(above); err != nil {
			return err
		}
	}
	if err := os.Mkdir(path, folderMode); err != nil && !os.IsExist(err) {
		return err
	}
	return chmod(path, folderMode)
}

// Ready makes the store's folder and reports whether a release can be made there.
func (s *Store) Ready() error {
	if err := makeFolder(filepath.Join(s.dir, releasesName)); err != nil {
		return err
	}
	probe, err := os.MkdirTemp(filepath.Join(s.dir, releasesName), draftPrefix)
	if err != nil {
		return err
	}
	return os.Remove(probe)
}

// chmod sets a mode that differs. Windows has none of these.
func chmod(path string, mode fs.FileMode) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() == mode {
		return err
	}
	return os.Chmod(path, mode)
}

// openAll gives a release and all in it the modes of what is published.
func openAll(root string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	var group errgroup.Group
	group.SetLimit(2 * runtime.GOMAXPROCS(0))
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		mode := fileMode
		if e.IsDir() {
			mode = folderMode
		}
		if e.IsDir() { // before what is in it is read
			return chmod(path, mode)
		}
		group.Go(func() error { return chmod(path, mode) })
		return nil
	})
	if e := group.Wait(); err == nil {
		err = e
	}
	if err != nil {
		return fmt.Errorf("failed to make the release readable: %w", err)
	}
	return nil
}

// openFolders opens the store's own folders, which an earlier version may have
// made under another umask.
func (s *Store) openFolders() error {
	if err := chmod(filepath.Join(s.dir, releasesName), folderMode); err != nil {
		return fmt.Errorf("failed to make the releases readable: %w", err)
	}
	return nil
}

// closed is the outermost folder on the way to the store that nobody but its
// owner may pass through, "" for none: the web server, if it is somebody else,
// reads nothing of the site.
func (s *Store) closed() string {
	if runtime.GOOS == "windows" {
		return ""
	}
	closed := ""
	for path := s.dir; ; path = filepath.Dir(path) {
		if info, err := os.Stat(path); err == nil && info.Mode().Perm()&passable == 0 {
			closed = path
		}
		if path == filepath.Dir(path) {
			return closed
		}
	}
}

// shut is what people are told of a store that the web server cannot reach.
func (s *Store) shut() []Notice {
	folder := s.closed()
	if folder == "" {
		return nil
	}
	return []Notice{{Text: fmt.Sprintf("文件夹“%s”只有它的主人能进入，网站服务器如果用别的账户运行，就打不开网站（网页会显示 403）。请服务器管理员运行 chmod 755 %s", folder, folder)}}
}
