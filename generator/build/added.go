package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"mingfa/generator/site"
	"mingfa/generator/site/search"
)

// apart is where the search index is made while Hugo fills the rest of the site's
// folder.
const apart = ".index"

// indexWriter writes the search index of the site that is made in dest.
func indexWriter(dest string) search.Write {
	return func(path string, data []byte) error {
		path = filepath.Join(dest, apart, filepath.FromSlash(path))
		err := os.WriteFile(path, data, 0o666)
		if !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		return os.WriteFile(path, data, 0o666)
	}
}

// addIndex puts the search index beside what Hugo rendered.
func addIndex(dest string) error {
	place := filepath.Join(dest, search.Folder)
	if _, err := os.Lstat(place); err == nil {
		return foreign(search.Folder)
	}
	if err := os.MkdirAll(filepath.Dir(place), 0o777); err != nil {
		return err
	}
	const main = "/index.json" // without which no page finds anything
	if _, err := os.Stat(filepath.Join(dest, apart, search.Folder, main)); errors.Is(err, fs.ErrNotExist) {
		return incomplete([]string{"没有 /" + search.Folder + main})
	}
	if err := os.Rename(filepath.Join(dest, apart, search.Folder), place); err != nil {
		return err
	}
	return os.RemoveAll(filepath.Join(dest, apart))
}

// foreign says that a portal has a file of a name that is ours.
func foreign(name string) error {
	return fmt.Errorf("网站里已经有 %s，而它要由程序生成。请给自己的文件改名", name)
}

// addFiles puts files beside what Hugo rendered. Those of a web server's
// settings must be ours: a portal that has a file of such a name is refused.
func addFiles(dest string, files []site.File) error {
	for _, f := range files {
		path := filepath.Join(dest, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return err
		}
		out, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) {
			return foreign(f.Path)
		}
		if err != nil {
			return err
		}
		_, err = out.Write(f.Data)
		if err := errors.Join(err, out.Close()); err != nil {
			return err
		}
	}
	return nil
}
