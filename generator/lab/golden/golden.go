// Package golden runs test cases that are text files. A case is a txtar file:
// a comment that says why the case is there, the files it gives, and what must
// come out of them, whole.
//
//	A rate of 96% out of 25 cases is 24 of them.
//	-- text --
//	办结25件，其中24件按期，按期率96%。
//	-- want --
//	= yes 按期率96%：24÷25=96%
//
// `go test -update` writes what comes out into the cases, to be read as a diff.
package golden

import (
	"flag"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write what comes out into the cases")

// Case is what a case gives. A file of it is given when the test reads it, and
// is part of what must come out when the test does not; so none is forgotten.
type Case struct {
	archive *txtar.Archive
	given   []bool // by index of archive.Files
}

// Text is the content of a file of the case, "" where it has none of the name.
func (c *Case) Text(name string) string {
	if files := c.Files(name); len(files) > 0 {
		return string(files[0].Data)
	}
	return ""
}

// Files are the files of the case whose names match one of the patterns of
// path.Match, in their order; without a pattern all but "want".
func (c *Case) Files(patterns ...string) []txtar.File {
	var files []txtar.File
	for i, f := range c.archive.Files {
		is := func(pattern string) bool {
			ok, err := path.Match(pattern, f.Name)
			return ok && err == nil
		}
		if slices.ContainsFunc(patterns, is) || len(patterns) == 0 && f.Name != "want" {
			c.given[i] = true
			files = append(files, f)
		}
	}
	return files
}

// Map is Files by name.
func (c *Case) Map(patterns ...string) map[string]string {
	texts := map[string]string{}
	for _, f := range c.Files(patterns...) {
		texts[f.Name] = string(f.Data)
	}
	return texts
}

// Run runs every case that the pattern names, such as "testdata/*.txtar", and
// compares what comes out of it with its file "want".
func Run(t *testing.T, pattern string, outcome func(t *testing.T, c *Case) string) {
	t.Helper()
	RunFiles(t, pattern, func(t *testing.T, c *Case) []txtar.File {
		return []txtar.File{{Name: "want", Data: []byte(outcome(t, c))}}
	})
}

// RunFiles is Run for an outcome of several files, which are compared with all
// files of the case that the test did not read.
func RunFiles(t *testing.T, pattern string, outcome func(t *testing.T, c *Case) []txtar.File) {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no case is named %s: %v", pattern, err)
	}
	for _, name := range paths {
		name, err := filepath.Abs(name) // a case may change the working folder
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { runCase(t, name, outcome) })
	}
}

func runCase(t *testing.T, name string, outcome func(t *testing.T, c *Case) []txtar.File) {
	archive, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if len(strings.TrimSpace(string(archive.Comment))) == 0 {
		t.Error("the case does not say why it is there")
	}
	c := &Case{archive: archive, given: make([]bool, len(archive.Files))}
	got := outcome(t, c)
	var given, want []txtar.File
	for i, f := range archive.Files {
		if c.given[i] {
			given = append(given, f)
		} else {
			want = append(want, f)
		}
	}
	if *update {
		if names := stray(want, got); len(names) > 0 {
			t.Fatalf("the test neither reads nor writes %q of the case: name it right, or delete it by hand", names)
		}
		archive.Files = append(given, got...)
		if err := os.WriteFile(name, txtar.Format(archive), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(text(want), text(got)); diff != "" {
		t.Errorf("unexpected outcome (-want +got; go test -update writes it):\n%s", diff)
	}
}

// stray are the names of files that were not read and would not be written
// either. A name that is mistyped must not cost the sentences below it.
func stray(unread, written []txtar.File) []string {
	var names []string
	for _, f := range unread {
		if !slices.ContainsFunc(written, func(w txtar.File) bool { return w.Name == f.Name }) {
			names = append(names, f.Name)
		}
	}
	return names
}

func text(files []txtar.File) string {
	return string(txtar.Format(&txtar.Archive{Files: files}))
}
