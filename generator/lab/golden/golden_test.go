package golden

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
)

func TestCaseKnowsWhatWasRead(t *testing.T) {
	a := txtar.Parse([]byte("why\n-- a.report --\n甲\n-- b.report --\n乙\n-- other --\n丙\n-- want --\n丁\n"))
	c := &Case{archive: a, given: make([]bool, len(a.Files))}
	if got := c.Text("b.report"); got != "乙\n" || c.Text("none") != "" {
		t.Errorf("b.report is %q", got)
	}
	if diff := cmp.Diff([]bool{false, true, false, false}, c.given); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]string{"a.report": "甲\n", "b.report": "乙\n"}, c.Map("*.report")); diff != "" {
		t.Error(diff)
	}
	c.Files()
	if diff := cmp.Diff([]bool{true, true, true, false}, c.given); diff != "" {
		t.Errorf("without a pattern all files but want are given: %s", diff)
	}
}

// Update writes what comes out behind what was given, and the case then passes.
func TestUpdate(t *testing.T) {
	name := filepath.Join(t.TempDir(), "case.txtar")
	if err := os.WriteFile(name, []byte("why\n-- want --\n甲\n-- in --\n乙\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	outcome := func(t *testing.T, c *Case) string { return c.Text("in") + "丙\n" }
	*update = true
	Run(t, name, outcome)
	*update = false
	raw, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff("why\n-- in --\n乙\n-- want --\n乙\n丙\n", string(raw)); diff != "" {
		t.Error(diff)
	}
	Run(t, name, outcome)
}

// A case whose input is named -- input -- where the test reads -- text -- would
// lose it, and pass.
func TestUpdateKeepsWhatIsMisnamed(t *testing.T) {
	unread := txtar.Parse([]byte("-- input --\n甲\n-- want --\n乙\n")).Files
	if got := stray(unread, []txtar.File{{Name: "want"}}); !slices.Equal(got, []string{"input"}) {
		t.Errorf("stray files are %q, want input", got)
	}
}

// Every case of the project is named by a test of the package beside it: a
// file that none reads would be taken for a test that passes.
func TestEveryCaseIsRead(t *testing.T) {
	named := regexp.MustCompile(`"(testdata/[^"\n]*)"`)
	err := filepath.WalkDir("../..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() || d.Name() != "testdata" {
			return err
		}
		folder := filepath.Dir(name)
		tests, err := filepath.Glob(filepath.Join(folder, "*_test.go"))
		if err != nil {
			return err
		}
		var patterns []string
		for _, test := range tests {
			code, err := os.ReadFile(test)
			if err != nil {
				return err
			}
			for _, m := range named.FindAllStringSubmatch(string(code), -1) {
				patterns = append(patterns, m[1])
			}
		}
		return filepath.WalkDir(name, func(file string, d fs.DirEntry, err error) error {
			if err == nil && strings.HasSuffix(file, ".txtar") && !matches(patterns, folder, file) {
				t.Errorf("no test reads %s", file)
			}
			return err
		})
	})
	if err != nil {
		t.Fatal(err)
	}
}

func matches(patterns []string, folder, file string) bool {
	for _, pattern := range patterns {
		pattern = filepath.Join(folder, pattern)
		if ok, err := filepath.Match(pattern, file); err == nil && ok || pattern == filepath.Dir(file) {
			return true // by its name, or with its folder
		}
	}
	return false
}
