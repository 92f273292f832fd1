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
				previous, err := rd.yearBefore(path, lastPath, last)
				if err != nil {
					return err
				}
				year, reviewPath := beside(path)
				current, err := rd.read(filepath.ToSlash(path), reviewPath, year, previous.published())
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

// yearBefore is the report beside path on the year before, nil without one.
// last is what was read from lastPath just now.
func (rd *reader) yearBefore(path, lastPath string, last *reading) (*reading, error) {
	before := besideBefore(path)
	switch before {
	case "":
		return nil, nil
	case lastPath:
		return last, nil
	}
	year, reviewPath := beside(before)
	return rd.read(filepath.ToSlash(before), reviewPath, year, nil)
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
	if err != nil || year < 1949 || year > 2100 {
		return 0, ""
	}
	if _, err := os.Stat(stem + ".toml"); err != nil {
		return year, ""
	}
	return year, filepath.ToSlash(stem + ".toml")
}
