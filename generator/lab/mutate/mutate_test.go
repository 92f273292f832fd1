package main

import (
	"fmt"
	"go/importer"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingfa/generator/lab/golden"
)

// TestFind shows each mutant of a file by its line as it becomes. All of them
// must compile side by side.
func TestFind(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) string {
		text := []byte(c.Text("a.go"))
		set := token.NewFileSet()
		s, err := read(listed{ImportPath: "a"}, set, map[string][]byte{"a.go": text}, importer.ForCompiler(set, "source", nil))
		if err != nil {
			t.Fatal(err)
		}
		mutants := find(s, "a.go")
		numbered := map[int]mutant{}
		var lines []string
		for i, m := range mutants {
			numbered[i+1] = m
			_, after := m.shown(text)
			lines = append(lines, fmt.Sprintf("%d: %s | %s\n", m.line, m.what, after))
		}
		if !s.compiles(numbered) {
			t.Errorf("does not compile:\n%s", switched(text, numbered))
		}
		slices.Sort(lines)
		return strings.Join(lines, "")
	})
}

// A mutant that does not compile is put apart, the others stay.
func TestSound(t *testing.T) {
	text := []byte("package a\n\nfunc f(n int) int {\n\tif n > 3 {\n\t\tpanic(n)\n\t}\n\tfor {\n\t\tn++\n\t}\n}\n")
	set := token.NewFileSet()
	s, err := read(listed{ImportPath: "a"}, set, map[string][]byte{"a.go": text}, importer.Default())
	if err != nil {
		t.Fatal(err)
	}
	mutants := find(s, "a.go")
	mutants = append(mutants, mutant{file: "a.go", start: 11, end: 22, text: "nonsense", as: asValue})
	numbers := make([]int, len(mutants))
	for i := range numbers {
		numbers[i] = i
	}
	if got := s.sound(numbers, mutants); !slices.Equal(got, numbers[:len(numbers)-1]) {
		t.Errorf("of %d mutants %v are sound", len(mutants), got)
	}
}

// TestRun mutates a package of which one function is tested well and another
// hardly.
func TestRun(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod": "module shili\n\ngo 1.26\n",
		"a.go": `package shili

func Tested(n int) bool { return n >= 3 }

func Hardly(n int) bool { return n >= 8 }

func Endless(n int) int {
	for n > 0 {
		n--
	}
	return n + 7
}
`,
		"a_test.go": `package shili

import "testing"

func TestAll(t *testing.T) {
	for n, want := range map[int]bool{2: false, 3: true, 4: true} {
		if Tested(n) != want {
			t.Error(n)
		}
	}
	if !Hardly(10) || Hardly(1) || Endless(5) != 7 {
		t.Error("wrong")
	}
}
`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
	t.Setenv("GOFLAGS", "")
	var out strings.Builder
	if err := run(t.Context(), []string{"-limit", "1s", "."}, &out); err != nil {
		t.Fatal(err)
	}
	want := `shili/a.go:5: >= to >
  - func Hardly(n int) bool { return n >= 8 }
  + func Hardly(n int) bool { return n > 8 }
shili/a.go:5: 8 to 7
  - func Hardly(n int) bool { return n >= 8 }
  + func Hardly(n int) bool { return n >= 7 }
`
	got, last, _ := strings.Cut(out.String(), "shili: ")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s%s", diff, last)
	}
	if !regexp.MustCompile(`^\d+ % killed: \d+ of \d+ tested \(1 by the time limit\), 2 survived, 0 did not compile; the package has \d+ mutants\n$`).MatchString(last) {
		t.Error(last)
	}

	out.Reset()
	if err := run(t.Context(), []string{"-at", "a.go:3", "-sample", "2", "."}, &out); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); got != "shili: 100 % killed: 2 of 2 tested (0 by the time limit), 0 survived, 0 did not compile; the package has 3 mutants\n" {
		t.Error(got)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 3 {
		t.Errorf("something was written beside the package: %v, %v", entries, err)
	}
}
