// Package layer lays the built-in site under a portal's own folder: of every
// file of layouts/, static/ and content/, and of hugo.toml, the portal's own is
// used where it has one, and the built-in one where it has none.
//
// Hugo does the layering, as it does with a theme: the built-in files stand in
// .mingfa/builtin/, which is a theme, so that a portal's own files are watched
// and loaded again as ever. A portal that has all of the files, such as this
// repository, is built from them alone.
package layer

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/BurntSushi/toml"

	"mingfa/generator/build/tree"
)

// Folder is where the built-in files stand, in slash form below the project.
const Folder = work + "/" + theme

const (
	work     = ".mingfa"
	theme    = "builtin"
	mainFile = "hugo.toml"
	switchOn = work + "/layer.json" // has Hugo use the theme
)

// components are the folders that Hugo looks for in a theme. Those that
// hugo.toml mounts in a way of its own are mounted so in the theme too.
var components = []string{"content", "layouts", "static", "assets", "data", "i18n"}

// Under lays files under the portal in the folder project, and gives the
// configuration files to start Hugo with, the later ones winning. Two calls for
// one project must not run at once: hold a lock.
func Under(project string, files fs.FS) (config []string, err error) {
	missing, err := lacks(project, files)
	if err != nil {
		return nil, err
	}
	main := filepath.Join(project, mainFile)
	if len(missing) == 0 {
		return []string{main}, nil
	}
	if err := write(project, files); err != nil {
		return nil, fmt.Errorf("failed to lay the built-in site under %s: %w", project, err)
	}
	if missing[mainFile] {
		main = filepath.Join(project, work, mainFile)
	}
	return []string{main, filepath.Join(project, filepath.FromSlash(switchOn))}, nil
}

// lacks lists the files of the site that project does not have.
func lacks(project string, files fs.FS) (map[string]bool, error) {
	missing := map[string]bool{}
	err := walk(files, func(name string) error {
		_, err := os.Stat(filepath.Join(project, filepath.FromSlash(name)))
		if errors.Is(err, fs.ErrNotExist) {
			missing[name] = true
			return nil
		}
		return err
	})
	return missing, err
}

// write brings the theme, its switch and the main configuration up to date.
func write(project string, files fs.FS) error {
	if err := os.MkdirAll(filepath.Join(project, work), 0o777); err != nil {
		return err
	}
	w, err := tree.Open(project, Folder)
	if err != nil {
		return err
	}
	settings, err := fs.ReadFile(files, mainFile)
	if err != nil {
		return err
	}
	all, err := mounts(settings)
	if err != nil {
		return err
	}
	config, err := json.Marshal(map[string]any{"module": map[string]any{"mounts": all}})
	if err != nil {
		return err
	}
	if err := w.Write(Folder+"/hugo.json", config); err != nil {
		return err
	}
	err = walk(files, func(name string) error {
		if name == mainFile {
			return nil
		}
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		return w.Write(Folder+"/"+name, data)
	})
	if err != nil {
		return err
	}
	if _, err := w.Finish(); err != nil {
		return err
	}
	use, err := json.Marshal(map[string]any{"theme": []string{theme}, "themesDir": work})
	if err != nil {
		return err
	}
	for name, data := range map[string][]byte{switchOn: use, work + "/" + mainFile: settings} {
		if _, err := tree.WriteFile(filepath.Join(project, filepath.FromSlash(name)), data); err != nil {
			return err
		}
	}
	return nil
}

// walk visits the files of the site.
func walk(files fs.FS, visit func(name string) error) error {
	if err := visit(mainFile); err != nil {
		return err
	}
	for _, c := range components {
		err := fs.WalkDir(files, c, func(name string, d fs.DirEntry, err error) error {
			switch {
			case errors.Is(err, fs.ErrNotExist):
				return nil // the site has no such folder
			case err != nil || d.IsDir():
				return err
			}
			return visit(name)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// Folders are the folders that Hugo takes a portal's own files from, in slash
// form: those that are mounted, and of which there are built-in ones.
func Folders(files fs.FS) ([]string, error) {
	settings, err := fs.ReadFile(files, mainFile)
	if err != nil {
		return nil, err
	}
	all, err := mounts(settings)
	if err != nil {
		return nil, err
	}
	var folders []string
	for _, m := range all {
		source, _ := m["source"].(string)
		if info, err := fs.Stat(files, path.Clean(source)); err == nil && info.IsDir() {
			folders = append(folders, path.Clean(source))
		}
	}
	return folders, nil
}

// mounts are those of the site's own hugo.toml and, for the folders that it
// does not mention, those that a theme without any would have.
func mounts(settings []byte) ([]map[string]any, error) {
	var main struct {
		Module struct {
			Mounts []map[string]any `toml:"mounts"`
		} `toml:"module"`
	}
	if err := toml.Unmarshal(settings, &main); err != nil {
		return nil, fmt.Errorf("failed to read the built-in hugo.toml: %w", err)
	}
	all := main.Module.Mounts
	for _, c := range components {
		mentioned := false
		for _, m := range main.Module.Mounts {
			target, _ := m["target"].(string)
			first, _, _ := strings.Cut(path.Clean(target), "/")
			mentioned = mentioned || first == c
		}
		if !mentioned {
			all = append(all, map[string]any{"source": c, "target": c})
		}
	}
	return all, nil
}
