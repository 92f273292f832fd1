package tree

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"

	"golang.org/x/sync/errgroup"

	"mingfa/generator/build/record"
)

// rendered is a file of the new site.
type rendered struct {
	name    string // relative, in the system's form
	changed bool
	stays   bool        // it is in dest alone
	left    record.File // how it has to be there, if it stays
}

// Sync makes dest hold exactly the files of staging, a folder on the same file
// system, and takes them out of staging. A file that is equal is left alone,
// one that differs is renamed over the old one, and what staging does not have
// is removed. Files that pages refer to (style sheets, data, …) come before
// the pages, and go after them.
//
// Files of dest that are named in stay belong to the new site as they are, where staging has no
// file of that name. One that is not as it is said to be was touched while the site was made, by a
// clean-up or a sync, and gives an error.
//
// Until every file has been compared, dest is untouched and ctx can end the
// work; from then on Sync goes through with it, since half a change is worse
// than a second's wait. Symbolic links in dest are replaced, never followed.
func Sync(ctx context.Context, staging, dest string, stay ...record.File) (Stats, error) {
	folders, files, err := list(staging)
	if err != nil {
		return Stats{}, fmt.Errorf("failed to list the rendered site: %w", err)
	}
	_, err = os.Lstat(dest)
	if missing(err) && len(stay) > 0 {
		return Stats{}, fmt.Errorf("failed to take over files of the site before: %w", err)
	}
	if missing(err) {
		if err := move(staging, dest); err != nil {
			return Stats{}, fmt.Errorf("failed to put the site in place: %w", err)
		}
		return Stats{Written: len(files)}, nil
	}
	if folders, files, err = addStaying(folders, files, stay); err != nil {
		return Stats{}, err
	}
	if err := compare(ctx, staging, dest, files, inTheWay(dest, folders)); err != nil {
		return Stats{}, fmt.Errorf("failed to compare the rendered site with the present one: %w", err)
	}
	var stats Stats
	if err := install(staging, dest, folders, files, &stats); err != nil {
		return stats, fmt.Errorf("failed to update the site: %w", err)
	}
	if err := prune(dest, folders, files, &stats); err != nil {
		return stats, fmt.Errorf("failed to remove pages that no longer exist: %w", err)
	}
	return stats, nil
}

// list gives the folders below root, each after the one it stands in, and the
// files. The folders of one depth are read side by side.
func list(root string) (folders []string, files []rendered, err error) {
	for level := []string{""}; len(level) > 0; {
		entries := make([][]fs.DirEntry, len(level))
		err := each(len(level), func(i int) (err error) {
			entries[i], err = os.ReadDir(filepath.Join(root, level[i]))
			return err
		})
		if err != nil {
			return nil, nil, err
		}
		var below []string
		for i, found := range entries {
			for _, d := range found {
				name := d.Name()
				if level[i] != "" {
					name = level[i] + string(filepath.Separator) + name
				}
				switch {
				case d.IsDir():
					below = append(below, name)
				case d.Type().IsRegular():
					files = append(files, rendered{name: name})
				default:
					return nil, nil, fmt.Errorf("“%s”既不是文件也不是文件夹，不能放进网站", name)
				}
			}
		}
		folders, level = append(folders, below...), below
	}
	return folders, files, nil
}

// addStaying adds the files that stay in dest, and the folders that they stand in.
func addStaying(folders []string, files []rendered, stay []record.File) ([]string, []rendered, error) {
	isFolder := map[string]bool{".": true} // of each name; false for a file
	for _, name := range folders {
		isFolder[name] = true
	}
	for _, f := range files {
		isFolder[f.name] = false
	}
	for _, left := range stay {
		name := filepath.FromSlash(left.Name)
		if _, made := isFolder[name]; made {
			continue
		}
		isFolder[name] = false
		files = append(files, rendered{name: name, stays: true, left: left})
		var above []string // that are not known yet, the innermost first
		for dir := filepath.Dir(name); !isFolder[dir]; dir = filepath.Dir(dir) {
			if _, file := isFolder[dir]; file {
				return nil, nil, fmt.Errorf("“%s”既是文件又是文件夹，不能放进网站", filepath.ToSlash(dir))
			}
			isFolder[dir] = true
			above = append(above, dir)
		}
		slices.Reverse(above)
		folders = append(folders, above...)
	}
	return folders, files, nil
}

// inTheWay are the folders in the place of which dest has something else, such as a link to a
// folder, and those below them. What is found behind a link goes with it.
func inTheWay(dest string, folders []string) map[string]bool {
	no := map[string]bool{}
	for _, name := range folders {
		info, err := os.Lstat(filepath.Join(dest, name))
		if no[filepath.Dir(name)] || err == nil && !info.IsDir() {
			no[name] = true
		}
	}
	return no
}

// errMoved says that files which were to stay went or changed while the site was made; the next run makes them again.
var errMoved = errors.New("生成网站的时候，网站的文件夹被别人改动了。请再运行一次")

// compare finds out which files differ from those in dest.
func compare(ctx context.Context, staging, dest string, files []rendered, inTheWay map[string]bool) error {
	return each(len(files), func(i int) error {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		hidden := inTheWay[filepath.Dir(files[i].name)]
		switch {
		case files[i].stays:
			if hidden || !files[i].left.IsIn(dest) {
				return errMoved
			}
			return nil
		case hidden:
			files[i].changed = true
			return nil
		}
		same, err := equalFiles(filepath.Join(staging, files[i].name), filepath.Join(dest, files[i].name))
		files[i].changed = !same
		return err
	})
}

// equalFiles reports whether old is a plain file with the bytes of new. An old
// file that cannot be read is to be replaced.
func equalFiles(new, old string) (bool, error) {
	was, err := os.Lstat(old)
	if err != nil || !was.Mode().IsRegular() {
		return false, nil
	}
	is, err := os.Lstat(new)
	if err != nil || is.Size() != was.Size() {
		return false, err
	}
	if os.SameFile(is, was) { // a page that was taken over
		return true, nil
	}
	a, err := os.Open(new)
	if err != nil {
		return false, err
	}
	defer a.Close()
	b, err := os.Open(old)
	if err != nil {
		return false, nil
	}
	defer b.Close()
	return equal(a, b)
}

// install makes the folders and moves the changed files, pages last.
func install(staging, dest string, folders []string, files []rendered, stats *Stats) error {
	for _, name := range folders {
		if err := makeRoom(filepath.Join(dest, name)); err != nil {
			return err
		}
	}
	var first, pages []string
	for _, f := range files {
		switch {
		case !f.changed:
			stats.Unchanged++
		case isPage(f.name):
			pages = append(pages, f.name)
		default:
			first = append(first, f.name)
		}
	}
	for _, names := range [][]string{first, pages} {
		err := each(len(names), func(i int) error {
			return move(filepath.Join(staging, names[i]), filepath.Join(dest, names[i]))
		})
		if err != nil {
			return err
		}
		stats.Written += len(names)
	}
	return nil
}

func isPage(name string) bool { return strings.HasSuffix(name, ".html") }

// makeRoom makes the folder path, in place of whatever else stands there.
func makeRoom(path string) error {
	info, err := os.Lstat(path)
	if err == nil && info.IsDir() {
		return nil
	}
	if err == nil {
		if err := os.Remove(path); err != nil {
			return err
		}
	}
	return os.Mkdir(path, 0o777)
}

// move renames a file over another or over a folder. Where the two lie on
// different file systems it copies beside the target first.
func move(from, to string) error {
	err := os.Rename(from, to)
	if err == nil {
		return nil
	}
	if info, e := os.Lstat(to); e == nil && info.IsDir() {
		if e := os.RemoveAll(to); e != nil {
			return e
		}
		return os.Rename(from, to)
	}
	if !errors.Is(err, syscall.EXDEV) {
		return err
	}
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	tmp := temporary(to)
	if err := create(tmp, in); err != nil {
		os.Remove(tmp)
		return err
	}
	return os.Rename(tmp, to)
}

// prune removes what the new site does not have: pages first, then files that
// pages refer to, then folders, the deepest first.
func prune(dest string, folders []string, files []rendered, stats *Stats) error {
	known := make(map[string]bool, len(folders)+len(files))
	for _, name := range folders {
		known[name] = true
	}
	for _, f := range files {
		known[f.name] = true
	}
	var pages, rest, emptied []string
	err := filepath.WalkDir(dest, func(path string, d fs.DirEntry, err error) error {
		if err != nil || path == dest {
			return err
		}
		switch name := path[len(dest)+1:]; {
		case known[name] || name == Mark:
		case d.IsDir():
			emptied = append(emptied, path)
		case isPage(name):
			pages = append(pages, path)
		default:
			rest = append(rest, path)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, orphans := range [][]string{pages, rest} {
		if err := each(len(orphans), func(i int) error { return os.Remove(orphans[i]) }); err != nil {
			return err
		}
		stats.Removed += len(orphans)
	}
	for i := len(emptied) - 1; i >= 0; i-- {
		if err := os.Remove(emptied[i]); err != nil {
			return err
		}
	}
	return nil
}

// each calls do for 0 … n-1 on several goroutines and gives the first error,
// after which no further call begins.
func each(n int, do func(i int) error) error {
	group, ctx := errgroup.WithContext(context.Background())
	group.SetLimit(2 * runtime.GOMAXPROCS(0))
	for i := range n {
		if ctx.Err() != nil {
			break
		}
		group.Go(func() error { return do(i) })
	}
	return group.Wait()
}
