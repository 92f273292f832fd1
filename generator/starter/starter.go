// Package starter makes the folder of a new portal: its settings with every
// key explained, an invented body of 示例市 with a report, so that the site can
// be built at once, and what the person who goes on with it should read.
package starter

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// Files that begin with a dot are kept without it, lest git take them for its
// own while they stand here.
//
//go:embed folder
var folder embed.FS

// renamed are the names that differ in the portal.
var renamed = map[string]string{"gitignore": ".gitignore", "gitattributes": ".gitattributes"}

// Occupied is a folder that holds something already.
type Occupied struct {
	Dir  string
	Name string // of what it holds; "" when Dir is a file
}

func (o *Occupied) Error() string {
	if o.Name == "" {
		return fmt.Sprintf("“%s”是一个文件，不能在这里新建网站。请换一个文件夹名", o.Dir)
	}
	return fmt.Sprintf("文件夹“%s”里已有内容（如 %s），没有改动它。请换一个新的或空的文件夹", o.Dir, o.Name)
}

// Make makes a portal in dir, which must be empty or not there: of what it
// holds only git's own folder is accepted, that of a repository just cloned. It
// gives the files made, relative to dir. After an error none of them is left.
func Make(dir string) (made []string, err error) {
	if err := vacant(dir); err != nil {
		return nil, err
	}
	var undo []string // in the order in which they were made
	defer func() {
		if err != nil {
			for i := len(undo) - 1; i >= 0; i-- {
				os.Remove(undo[i])
			}
		}
	}()
	mkdir := func(p string) error {
		err := os.Mkdir(p, 0o777)
		if err == nil {
			undo = append(undo, p)
		} else if errors.Is(err, fs.ErrExist) {
			err = nil
		}
		return err
	}
	if err := os.MkdirAll(filepath.Dir(filepath.Clean(dir)), 0o777); err != nil {
		return nil, err
	}
	root, err := fs.Sub(folder, "folder")
	if err != nil {
		return nil, err
	}
	err = fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if new, ok := renamed[path.Base(name)]; ok {
			name = path.Join(path.Dir(name), new)
		}
		full := filepath.Join(dir, filepath.FromSlash(name))
		if d.IsDir() {
			return mkdir(full)
		}
		data, err := fs.ReadFile(root, path.Join(path.Dir(name), d.Name()))
		if err != nil {
			return err
		}
		undo, made = append(undo, full), append(made, name)
		return os.WriteFile(full, data, 0o666)
	})
	return made, err
}

// vacant reports whether a portal may be made in dir.
func vacant(dir string) error {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case !info.IsDir():
		return &Occupied{Dir: dir}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Name() != ".git" {
			return &Occupied{Dir: dir, Name: e.Name()}
		}
	}
	return nil
}
