package command

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestFailuresAreTheProgramsOwn: what the table of failures quotes is what the
// program says.
func TestFailuresAreTheProgramsOwn(t *testing.T) {
	var said strings.Builder
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		said.Write(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	quoted := regexp.MustCompile("(?m)^\\| `([^`]*\\p{Han}[^`]*)` \\|")
	var quotes [2][]string
	for i, path := range []string{"../../OPERATIONS.md", "../../OPERATIONS.zh-CN.md"} {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range quoted.FindAllStringSubmatch(string(text), -1) {
			quotes[i] = append(quotes[i], m[1])
			if !strings.Contains(said.String(), m[1]) {
				t.Errorf("%s quotes “%s”, which the program does not say", path, m[1])
			}
		}
	}
	if !slices.Equal(quotes[0], quotes[1]) || len(quotes[0]) < 5 {
		t.Errorf("the tables differ:\n%q\n%q", quotes[0], quotes[1])
	}
}

// TestDeploymentKnowsTheCommands: what the unit, the script and the page for
// operators start is a command of this program.
func TestDeploymentKnowsTheCommands(t *testing.T) {
	started := regexp.MustCompile(`(?:/opt/mingfa/mingfa|exec "\$MINGFA"|\./mingfa) ([a-z]+)`)
	root := newRoot("mingfa", nil, nil)
	for _, path := range []string{"../../OPERATIONS.md", "../../deploy/mingfa.service", "../../deploy/publish.sh"} {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all := started.FindAllStringSubmatch(string(text), -1)
		if len(all) == 0 {
			t.Errorf("%s starts nothing", path)
		}
		for _, m := range all {
			if c, _, err := root.Find(m[1:]); err != nil || c == root {
				t.Errorf("%s starts %q, which is no command", path, m[1])
			}
		}
	}
}

// TestDocsKnowEveryCommand: the page on the commands has a row for each.
func TestDocsKnowEveryCommand(t *testing.T) {
	page, err := os.ReadFile("../../docs/commands.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range newRoot("mingfa", nil, nil).Commands() {
		if !c.Hidden && !strings.Contains(string(page), "| `mingfa "+c.Name()) {
			t.Errorf("docs/commands.md does not mention the command %q", c.Name())
		}
	}
}
