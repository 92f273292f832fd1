package build

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"golang.org/x/sync/errgroup"

	"mingfa/generator/read/source"
	"mingfa/generator/report"
	"mingfa/generator/seeds"
)

// readNamed reads reports that a command names and gives each to use: with the
// settings beside it, and compared with the report on the year before when
// that one stands beside it too, as in a body's folder of seeds/. Folders are
// read in parallel; use is called with its path, by several goroutines at once.
func (rd *reader) readNamed(ctx context.Context, paths []string, use func(path string, current *reading)) error {
	var folders []string
	in := map[string][]string{}
	for _, path := range paths {
		folder := filepath.Dir(path)
		if in[folder] == nil {
			folders = append(folders, folder)
		}
		in[folder] = append(in[folder], path)
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, folder := range folders {
		group.Go(func() error {
			var last *reading // and what it was read from
			var lastPath string
			for _, path := range in[folder] {
				if ctx.Err() != nil {
					return context.Cause(ctx)
				}
				previous, err := rd.yearBefore(ctx, path, lastPath, last)
				if err != nil {
					return err
				}
				year, reviewPath := beside(path)
				current, err := rd.read(ctx, filepath.ToSlash(path), reviewPath, year, previous, rd.owners[absolute(folder)])
				if err != nil {
					return err
				}
				use(path, current)
				last, lastPath = current, path
			}
			return nil
		})
	}
	return group.Wait()
}

// lookAround has named reports that stand in a portal's seeds/ compared with those
// of the other bodies on their year and the one before, and lets it be known whose
// they are. What is wrong with the portal is not theirs, and is passed over.
func (rd *reader) lookAround(ctx context.Context, paths []string) error {
	dir, first := "", 0
	for _, path := range paths {
		folder := absolute(filepath.Dir(path))
		if _, err := os.Stat(filepath.Join(folder, "body.toml")); err != nil {
			continue
		}
		if year, _ := beside(path); year > 0 && (first == 0 || year < first) {
			first = year
		}
		dir = filepath.Dir(folder) // of several portals the last
	}
	if first == 0 {
		return nil
	}
	portal, _, err := seeds.Load(dir)
	if err != nil || portal == nil {
		return nil //nolint:nilerr // the reports can be read all the same
	}
	rd.owners = map[string]owner{}
	for _, body := range portal.Bodies {
		rd.owners[filepath.Join(dir, body.Slug)] = owner{body.Slug, body.Names()}
	}
	return rd.sketchAll(ctx, portal, filepath.Dir(dir), first-1, noSketches)
}

// folderFindings is what a portal says of those named folders that lie in its
// seeds/: two reports on one year, a body.toml that cannot be read, a name that is no
// address. Nothing else that is wrong with the portal is theirs.
func folderFindings(paths []string) []report.Finding {
	var all []report.Finding
	told := map[string]bool{}
	for _, name := range paths {
		folder := filepath.Clean(name)
		if info, err := os.Stat(folder); err != nil || !info.IsDir() || told[folder] {
			continue
		}
		told[folder] = true
		dir := filepath.Dir(absolute(folder))
		if filepath.Base(dir) != "seeds" {
			continue
		}
		_, findings, err := seeds.Load(dir)
		if err != nil {
			continue // the reports can be read all the same
		}
		within := filepath.ToSlash(filepath.Join(dir, filepath.Base(absolute(folder))))
		for _, f := range findings {
			if f.File != within && !strings.HasPrefix(f.File, within+"/") {
				continue
			}
			f.File = filepath.ToSlash(folder) + strings.TrimPrefix(f.File, within)
			f.Suggestion = strings.ReplaceAll(f.Suggestion, filepath.ToSlash(filepath.Dir(dir))+"/", "")
			all = append(all, f)
		}
	}
	return all
}

// absolute is a folder as it is named from the root; as it was given where that
// cannot be told.
func absolute(folder string) string {
	if abs, err := filepath.Abs(folder); err == nil {
		return abs
	}
	return filepath.Clean(folder)
}

// yearBefore is the report beside path on the year before, nil without one.
// last is what was read from lastPath just now.
func (rd *reader) yearBefore(ctx context.Context, path, lastPath string, last *reading) (*reading, error) {
	before := besideBefore(path)
	switch before {
	case "":
		return nil, nil
	case lastPath:
		return last, nil
	}
	year, reviewPath := beside(before)
	return rd.read(ctx, filepath.ToSlash(before), reviewPath, year, nil, owner{})
}

// besideBefore is the path of the report beside path on the year before, in
// whatever format it was issued; "" without one.
func besideBefore(path string) string {
	year, _ := beside(path)
	if year == 0 {
		return ""
	}
	stem := filepath.Join(filepath.Dir(path), strconv.Itoa(year-1))
	for _, ext := range source.Formats() {
		if info, err := os.Stat(stem + ext); err == nil && info.Mode().IsRegular() {
			return stem + ext
		}
	}
	return ""
}

// beside is the year that a report's file is named after, 0 when it is none,
// and the settings file beside it, "" when there is none.
func beside(path string) (year int, reviewPath string) {
	stem := strings.TrimSuffix(path, filepath.Ext(path))
	year, err := strconv.Atoi(filepath.Base(stem))
	if err != nil || year < seeds.FirstYear || year > seeds.LastYear {
		return 0, ""
	}
	if _, err := os.Stat(stem + ".toml"); err != nil {
		return year, ""
	}
	return year, filepath.ToSlash(stem + ".toml")
}
