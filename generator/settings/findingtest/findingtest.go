// Package findingtest runs test cases whose outcome is text: txtar files that
// hold a comment saying why the case is there, the input, and last a file
// "want" with what must come out, whole.
package findingtest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"mingfa/generator/report"
)

var update = flag.Bool("update", false, "write what comes out into the cases")

// Run runs every case of the folder dir through run, which turns the files of
// a case into the outcome. A file that is no case fails, so that none is
// forgotten; so does a case without a comment.
func Run(t *testing.T, dir string, run func(t *testing.T, files map[string]string) string) {
	t.Helper()
	dir, err := filepath.Abs(dir) // a case may change the working folder
	if err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		path := filepath.Join(dir, entry.Name())
		if !strings.HasSuffix(path, ".txtar") {
			if !entry.IsDir() {
				t.Errorf("%s is no test case", path)
			}
			continue
		}
		t.Run(strings.TrimSuffix(entry.Name(), ".txtar"), func(t *testing.T) { runCase(t, path, run) })
	}
}

func runCase(t *testing.T, path string, run func(t *testing.T, files map[string]string) string) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(strings.TrimSpace(string(archive.Comment))) == 0 {
		t.Error("the case does not say why it is there")
	}
	files := map[string]string{}
	want := -1
	for i, f := range archive.Files {
		if f.Name == "want" {
			want = i
			continue
		}
		files[f.Name] = string(f.Data)
	}
	got := run(t, files)
	if *update {
		if want < 0 {
			archive.Files = append(archive.Files, txtar.File{Name: "want"})
			want = len(archive.Files) - 1
		}
		archive.Files[want].Data = []byte(got)
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want < 0 {
		t.Fatal("the case has no want")
	}
	if diff := cmp.Diff(string(archive.Files[want].Data), got); diff != "" {
		t.Errorf("unexpected outcome (-want +got):\n%s", diff)
	}
}

// Print is the findings as text: place, message and rule, the line with the
// words underlined, the suggestion.
func Print(findings []report.Finding) string {
	var b strings.Builder
	for _, f := range findings {
		fmt.Fprintf(&b, "%s:%d:%d: %s: %s [%s]\n", f.File, f.Line, f.Column, f.Severity, f.Message, f.Rule)
		if f.Line > 0 {
			line := []rune(f.Excerpt)
			column := min(f.Column-1, len(line))
			fmt.Fprintf(&b, "    %s\n    %s%s\n", f.Excerpt, strings.Repeat(" ", width(line[:column])),
				strings.Repeat("^", max(1, width([]rune(f.Quote)))))
		}
		fmt.Fprintf(&b, "  %s\n", f.Suggestion)
	}
	if b.Len() == 0 {
		return "no findings\n"
	}
	return b.String()
}

// width is how many columns of a terminal characters take.
func width(s []rune) int {
	n := 0
	for _, r := range s {
		if n++; r >= 0x2E80 || r == '“' || r == '”' || r == '…' {
			n++
		}
	}
	return n
}
