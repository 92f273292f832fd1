// Package starter makes the folder of a new portal: its settings with every
// key explained, an invented body of 示例市 with a report, so that the site can
// be built at once, and what the person who goes on with it should read. It also
// makes a whole portal of 示例市, to be looked at: six bodies and three years.
package starter

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Files that begin with a dot are kept without it, lest git take them for its
// own while they stand here.
//
//go:embed folder demo
var folders embed.FS

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

// asWord ends the name of a text that becomes a Word file in the portal: a text
// can be read and compared here, a Word file cannot.
const asWord = ".docx.txt"

// file is one of a portal that is made.
type file struct {
	name string // relative to the portal's folder, with slashes
	data []byte
}

// Make makes a portal in dir, which must be empty or not there: of what it
// holds only git's own folder is accepted, that of a repository just cloned. It
// gives the files made, relative to dir. After an error none of them is left.
func Make(dir string) (made []string, err error) {
	files, err := portal("folder")
	if err != nil {
		return nil, err
	}
	return write(dir, files)
}

// MakeDemo makes the portal of 示例市 in dir, as Make does: invented reports of
// six bodies over three years.
func MakeDemo(dir string) (made []string, err error) {
	files, err := portal("demo")
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"gitattributes", "gitignore"} {
		data, err := folders.ReadFile("folder/" + name)
		if err != nil {
			return nil, err
		}
		files = append(files, file{renamed[name], data})
	}
	return write(dir, files)
}

// portal is the files of one of the folders, under the names that they have in a
// portal.
func portal(root string) ([]file, error) {
	var files []file
	err := fs.WalkDir(folders, root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := folders.ReadFile(name)
		if err != nil {
			return err
		}
		name = strings.TrimPrefix(name, root+"/")
		if new, ok := renamed[path.Base(name)]; ok {
			name = path.Join(path.Dir(name), new)
		}
		if text, ok := strings.CutSuffix(name, asWord); ok {
			name = text + ".docx"
			if data, err = wordFile(string(data)); err != nil {
				return err
			}
		}
		files = append(files, file{name, data})
		return nil
	})
	return files, err
}

// write writes the files of a portal, and takes them away again when one fails.
func write(dir string, files []file) (made []string, err error) {
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
	if err := os.MkdirAll(filepath.Dir(filepath.Clean(dir)), 0o777); err != nil {
		return nil, err
	}
	for _, f := range files {
		for folder := range parents(f.name) {
			full := filepath.Join(dir, filepath.FromSlash(folder))
			switch err := os.Mkdir(full, 0o777); {
			case err == nil:
				undo = append(undo, full)
			case !errors.Is(err, fs.ErrExist):
				return nil, err
			}
		}
		full := filepath.Join(dir, filepath.FromSlash(f.name))
		undo, made = append(undo, full), append(made, f.name)
		if err := os.WriteFile(full, f.data, 0o666); err != nil {
			return nil, err
		}
	}
	return made, nil
}

// parents are the folders that a file lies in, from the portal's own, ".", down.
func parents(name string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if !yield(".") {
			return
		}
		for i := range name {
			if name[i] == '/' && !yield(name[:i]) {
				return
			}
		}
	}
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
