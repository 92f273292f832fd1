package build

import (
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"mingfa/generator/build/record"
)

// changedSince reports whether anybody has touched what all pages are made from, but for the reports: templates, static files, settings,
// lists, pages by hand. Of one that was changed while the run went on and put back before its end nobody knows which of its states
// a page was made from. The system notes each change of a file and of a folder, also one after which a file has its old bytes.
func (b *Builder) changedSince(start time.Time) bool {
	changed := false
	look := func(info fs.FileInfo, err error) {
		changed = changed || err == nil && record.ChangedSince(info, start)
	}
	for _, name := range append([]string{"config", "content"}, ownFolders...) {
		root := filepath.Join(b.Project, name)
		_ = filepath.WalkDir(root, func(at string, d fs.DirEntry, err error) error { // what cannot be read was told before
			switch {
			case err != nil || changed:
				return fs.SkipAll
			case d.IsDir() && b.isGenerated(at):
				return fs.SkipDir
			case name == "content" && at == root: // the program itself makes folders there
				return nil
			}
			look(d.Info())
			return nil
		})
	}
	lists, _ := filepath.Glob(filepath.Join(b.seeds(), "*.toml"))
	for _, at := range append(lists, b.seeds(), filepath.Join(b.Project, "hugo.toml")) {
		look(os.Lstat(at))
	}
	return changed
}
