package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestPackageComments: each package says what it is for, once, and where a reader
// looks first: in the file that is named like the package, or, of a program, like
// its folder. A package of tests alone says so in NAME_test.go.
func TestPackageComments(t *testing.T) {
	seen := 0
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if name := d.Name(); name == "testdata" || name == "node_modules" || name != ".." && strings.HasPrefix(name, ".") {
			return fs.SkipDir
		}
		name, where := packageComments(t, path)
		if name == "" {
			return nil
		}
		seen++
		places := []string{name + ".go", name + "_test.go"}
		if name == "main" {
			places = append(places, d.Name()+".go")
		}
		if len(where) != 1 || !slices.Contains(places, where[0]) {
			t.Errorf("%s: package %s has its comment in %q", filepath.ToSlash(path), name, where)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 30 {
		t.Errorf("only %d packages were looked at", seen)
	}
}

// packageComments gives the name of the package in dir, "" without one, and the
// files that say what it is for.
func packageComments(t *testing.T, dir string) (name string, where []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() || !strings.HasSuffix(e.Name(), ".go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, e.Name()), nil, parser.ParseComments|parser.PackageClauseOnly)
		if err != nil {
			t.Fatal(err)
		}
		if name == "" {
			name = strings.TrimSuffix(file.Name.Name, "_test")
		}
		if file.Doc != nil {
			where = append(where, e.Name())
		}
	}
	return name, where
}
