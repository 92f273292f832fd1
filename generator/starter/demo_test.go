package starter

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"mingfa/generator/read/word"
	"mingfa/generator/seeds"
)

// TestMakeDemo: the portal of 示例市 has the bodies and years that the README
// speaks of, and the same bytes each time.
func TestMakeDemo(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "demo")
	made, err := MakeDemo(dir)
	if err != nil {
		t.Fatal(err)
	}
	again := t.TempDir()
	if _, err := MakeDemo(again); err != nil {
		t.Fatal(err)
	}
	for _, name := range made {
		one, err := os.ReadFile(filepath.Join(dir, name))
		other, err2 := os.ReadFile(filepath.Join(again, name))
		if err != nil || err2 != nil || !bytes.Equal(one, other) {
			t.Errorf("%s differs from one time to the next: %v, %v", name, err, err2)
		}
	}
	for _, name := range []string{"README.md", ".gitignore", ".gitattributes", "seeds/fanli-zhen/2024.docx"} {
		if !slices.Contains(made, name) {
			t.Errorf("%s is not made: %q", name, made)
		}
	}

	portal, findings, err := seeds.Load(filepath.Join(dir, "seeds"))
	if err != nil || len(findings) > 0 || !portal.Site.Demonstration {
		t.Fatalf("the portal reads as %+v, %v, %v", portal, findings, err)
	}
	regions, parents := map[string]int{}, map[string]int{}
	for _, b := range portal.Bodies {
		regions[b.Region]++
		parents[b.Parent]++
		var years []int
		for _, r := range b.Entries {
			years = append(years, r.Year)
		}
		if !slices.Equal(years, []int{2022, 2023, 2024}) {
			t.Errorf("%s has reports of %v", b.Slug, years)
		}
	}
	if want := map[string]int{"示例市": 4, "示例县": 2}; !maps.Equal(regions, want) {
		t.Errorf("regions are %v, want %v", regions, want)
	}
	if want := map[string]int{"": 1, "shili-zf": 4, "shilixian-zf": 1}; !maps.Equal(parents, want) {
		t.Errorf("parents are %v, want %v", parents, want)
	}
}

// TestDemoReports: each report is as long as a real one of a small body, and the
// Word file holds the text that it is made of.
func TestDemoReports(t *testing.T) {
	files, err := portal("demo")
	if err != nil {
		t.Fatal(err)
	}
	reports := 0
	for _, f := range files {
		text := string(f.data)
		switch filepath.Ext(f.name) {
		case ".txt":
		case ".docx":
			document, err := word.Read(bytes.NewReader(f.data), int64(len(f.data)))
			if err != nil {
				t.Fatal(err)
			}
			text, _ = document.Text()
			source, err := folders.ReadFile("demo/" + f.name + ".txt")
			if err != nil {
				t.Fatal(err)
			}
			if got, want := paragraphs(text), paragraphs(string(source)); !slices.Equal(got, want) {
				t.Errorf("%s reads as\n%q, not\n%q", f.name, got, want)
			}
		default:
			continue
		}
		reports++
		if n := utf8.RuneCountInString(text); n < 1200 || n > 2500 {
			t.Errorf("%s has %d characters", f.name, n)
		}
	}
	if reports != 18 {
		t.Errorf("%d reports, want 18", reports)
	}
}

// paragraphs are the lines of a text that say something.
func paragraphs(text string) []string {
	return slices.DeleteFunc(strings.Split(text, "\n"), func(line string) bool { return strings.TrimSpace(line) == "" })
}
