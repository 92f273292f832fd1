package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// rooms are the packages of the program from the top to the ground: a package
// imports only what stands on a lower line. On one line they do not know each
// other, but for a package and those in its own folder. "x/..." is every package
// below x that has no line of its own.
var rooms = []string{
	".",
	"command",
	"starter lab/measure",
	"lab/...",
	"publish/push",
	"publish",
	"publish/...",
	"build",
	"build/hugo/hugotest",
	"build/layer build/hugo build/alone",
	"build/tree build/scratch",
	"build/...",
	"seeds",
	"check/tell",
	"check/...",
	"check",
	"site",
	"site/search site/highlight site/dataset",
	"site/...",
	"read/...",
	"read/series",
	"read/period",
	"read/word read/web read/convert",
	"read/lexicon",
	"settings/...",
	"settings",
	"report/reporttest",
	"report/...",
	"report",
	"numeral escape",
}

// only says who may import a package beside tests and packages in its folder.
var only = map[string][]string{
	"starter":     {".", "command"},
	"lab/measure": {"command"},
	"lab/score":   {"command"},
	"lab/bench":   {"lab/measure"},
}

// excused are imports against the order, each with the reason why it still is.
var excused = map[string]string{}

// TestImportsGoDown holds the rooms of the program apart: a stage can be read,
// tested and replaced without those that come after it.
func TestImportsGoDown(t *testing.T) {
	imports := importsOf(t)
	if len(imports) < 30 {
		t.Fatalf("only %d packages found", len(imports))
	}
	used := map[string]bool{}
	for from, all := range imports {
		for _, to := range all {
			edge := from + " -> " + to
			if why := against(from, to); why != "" && excused[edge] == "" {
				t.Errorf("%s: %s", edge, why)
			} else if why != "" {
				used[edge] = true
			}
		}
	}
	for edge := range excused {
		if !used[edge] {
			t.Errorf("%s needs no excuse any more", edge)
		}
	}
}

// against says why a package may not import another; "" if it may.
func against(from, to string) string {
	if by, bound := only[to]; bound && !slices.Contains(by, from) {
		return "only for " + strings.Join(by, ", ")
	}
	above, below := lineOf(from), lineOf(to)
	switch {
	case above < 0:
		return from + " has no place in the list of rooms"
	case below < 0:
		return to + " has no place in the list of rooms"
	case above < below, above == below && strings.HasPrefix(to, from+"/"):
		return ""
	case above == below:
		return "they stand on one line"
	}
	return "it stands above"
}

// lineOf is the line of a package in rooms: its own, or that of the nearest
// folder above; -1 without one.
func lineOf(pkg string) int {
	named := func(name string) int {
		return slices.IndexFunc(rooms, func(line string) bool { return slices.Contains(strings.Fields(line), name) })
	}
	if i := named(pkg); i >= 0 {
		return i
	}
	for folder := path.Dir(pkg); folder != "."; folder = path.Dir(folder) {
		if i := named(folder + "/..."); i >= 0 {
			return i
		}
	}
	return -1
}

// importsOf is which packages of the program each one imports, tests apart, by
// their folders.
func importsOf(t *testing.T) map[string][]string {
	t.Helper()
	imports := map[string][]string{}
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		from := filepath.ToSlash(filepath.Dir(file))
		for _, spec := range parsed.Imports {
			if to, ok := strings.CutPrefix(strings.Trim(spec.Path.Value, `"`), "mingfa/generator/"); ok && !slices.Contains(imports[from], to) {
				imports[from] = append(imports[from], to)
			}
		}
		if imports[from] == nil {
			imports[from] = []string{}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return imports
}

func TestAgainst(t *testing.T) {
	for _, c := range []struct {
		from, to string
		may      bool
	}{
		{"command", "build", true},
		{"build", "publish", false},
		{"build", "publish/release", false},
		{"publish/push", "publish", true},
		{"publish", "publish/push", false},
		{"publish/release", "publish/guard", false},
		{"read/review", "read/indicator", false},
		{"read/figure", "read/figure/scan", true},
		{"read/figure/scan", "read/figure", false},
		{"read/figure", "read/lexicon", true},
		{"read/lexicon", "read/figure", false},
		{"check", "build/progress", false},
		{"site/search", "site/chart", true},
		{"site/chart", "site/search", false},
		{"settings", "report", true},
		{"report", "settings", false},
		{"build", "starter", false},
		{"lab/measure", "build", true},
		{"elsewhere", "report", false},
	} {
		if why := against(c.from, c.to); (why == "") != c.may {
			t.Errorf("%s -> %s: %q", c.from, c.to, why)
		}
	}
}
