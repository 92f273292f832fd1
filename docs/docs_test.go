// Package docs holds the pages for people, and the tests that keep them true:
// links lead somewhere, twins say the same, examples are what the program prints.
package docs

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"mingfa/generator/command"
)

// twin is how the name of a page in Chinese ends.
const twin = ".zh-CN.md"

// page is a Markdown file, by what links and twins need of it.
type page struct {
	links   []string
	anchors map[string]bool
	code    []string // commands and settings, in order
}

// pages are the pages for people: those of the repository's root and of docs/, by
// their path from the root.
func pages(t *testing.T) map[string]*page {
	t.Helper()
	all := map[string]*page{}
	for _, pattern := range []string{"../*.md", "*.md"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) < 4 {
			t.Fatalf("%s: %q, %v", pattern, files, err)
		}
		for _, file := range files {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			all[path.Join("docs", filepath.ToSlash(file))] = parse(raw)
		}
	}
	return all
}

func parse(raw []byte) *page {
	p := &page{anchors: map[string]bool{}}
	document := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(raw))
	_ = ast.Walk(document, func(node ast.Node, entering bool) (ast.WalkStatus, error) { // the function gives no error
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := node.(type) {
		case *ast.Link:
			p.links = append(p.links, string(n.Destination))
		case *ast.Heading:
			p.addAnchor(textOf(n, raw))
		case *ast.FencedCodeBlock:
			if lang := string(n.Language(raw)); lang == "sh" || lang == "toml" {
				p.code = append(p.code, string(n.Lines().Value(raw)))
			}
		}
		return ast.WalkContinue, nil
	})
	for _, row := range regexp.MustCompile("(?m)^\\| `(mingfa [^`]+)`").FindAllSubmatch(raw, -1) {
		p.code = append(p.code, string(row[1]))
	}
	return p
}

// textOf is the text of a heading as people read it.
func textOf(n ast.Node, raw []byte) string {
	var b strings.Builder
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if leaf, ok := child.(*ast.Text); ok {
			b.Write(leaf.Segment.Value(raw))
			continue
		}
		b.WriteString(textOf(child, raw))
	}
	return b.String()
}

// addAnchor adds the name by which forges let a heading be linked to: in lower
// case, without punctuation, with hyphens for spaces, and numbered where it is
// there already. "Before: site.toml" is before-sitetoml.
func (p *page) addAnchor(heading string) {
	name := strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case unicode.IsLetter(r), unicode.IsNumber(r), r == '-', r == '_':
			return unicode.ToLower(r)
		}
		return -1
	}, heading)
	unique := name
	for n := 1; p.anchors[unique]; n++ {
		unique = name + "-" + strconv.Itoa(n)
	}
	p.anchors[unique] = true
}

// TestLinks: a link within the repository leads to a file or folder, and to a
// heading of it where it names one.
func TestLinks(t *testing.T) {
	all := pages(t)
	checked := 0
	for _, name := range slices.Sorted(maps.Keys(all)) {
		for _, link := range all[name].links {
			if strings.Contains(link, "://") {
				continue
			}
			checked++
			target, anchor, _ := strings.Cut(link, "#")
			file := name
			if target != "" {
				file = path.Join(path.Dir(name), target)
			}
			if _, err := os.Stat(filepath.Join("..", filepath.FromSlash(file))); err != nil {
				t.Errorf("%s: %s leads nowhere", name, link)
				continue
			}
			if to := all[file]; anchor != "" && (to == nil || !to.anchors[anchor]) {
				t.Errorf("%s: %s has no heading %s", name, file, anchor)
			}
		}
	}
	if checked < 20 {
		t.Errorf("only %d links were looked at", checked)
	}
}

// TestPagesAreReached: whoever begins at a README finds every page in its
// language. Pages without a twin are in English, and both READMEs lead to them.
func TestPagesAreReached(t *testing.T) {
	all := pages(t)
	for name := range all {
		english := strings.TrimSuffix(name, twin) == name
		_, hasTwin := all[strings.TrimSuffix(name, ".md")+twin]
		if readme := "README.md"; english && name != readme && !slices.Contains(all[readme].links, name) {
			t.Errorf("%s does not lead to %s", readme, name)
		}
		if readme := "README" + twin; (!english || !hasTwin) && name != readme && !slices.Contains(all[readme].links, name) {
			t.Errorf("%s does not lead to %s", readme, name)
		}
	}
}

// TestTwinsSayTheSame: a page in Chinese gives the commands and the settings of
// its English twin, in the same order, under as many headings.
func TestTwinsSayTheSame(t *testing.T) {
	all := pages(t)
	twins := 0
	for name, chinese := range all {
		stem, ok := strings.CutSuffix(name, twin)
		if !ok {
			continue
		}
		english := all[stem+".md"]
		if english == nil {
			t.Errorf("%s has no twin in English", name)
			continue
		}
		twins++
		if diff := cmp.Diff(english.code, chinese.code); diff != "" {
			t.Errorf("commands and settings of %s.md (-) and of its twin (+):\n%s", stem, diff)
		}
		if len(english.anchors) != len(chinese.anchors) {
			t.Errorf("%s.md has %d headings, its twin %d", stem, len(english.anchors), len(chinese.anchors))
		}
	}
	if twins < 6 {
		t.Errorf("only %d pages have a twin", twins)
	}
}

// TestFindingAsShown: the finding that the page explains is the one that check
// prints of the line that the page shows.
func TestFindingAsShown(t *testing.T) {
	for _, name := range []string{"findings.md", "findings" + twin} {
		t.Run(name, func(t *testing.T) {
			raw, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			shown := regexp.MustCompile("(?s)```text\n(.*?)```").FindAllSubmatch(raw, -1)
			if len(shown) != 2 {
				t.Fatalf("%d texts are shown, want a line of a report and a finding", len(shown))
			}
			t.Chdir(t.TempDir())
			file := filepath.Join("seeds", "shili-sfj", "2023.txt")
			if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
				t.Fatal(err)
			}
			report := "示例市司法局2023年法治政府建设年度报告\n\n一、化解矛盾纠纷\n" + string(shown[0][1])
			if err := os.WriteFile(file, []byte(report), 0o666); err != nil {
				t.Fatal(err)
			}
			var out, log bytes.Buffer
			command.Run(t.Context(), "mingfa", []string{"check", file}, &out, &log)
			if !strings.Contains(out.String(), string(shown[1][1])) {
				t.Errorf("the page shows\n%s\ncheck prints\n%s%s", shown[1][1], &out, &log)
			}
		})
	}
}

// TestStopsAreThere: each function that the page on the architecture names is in
// the file it names.
func TestStopsAreThere(t *testing.T) {
	raw, err := os.ReadFile("architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	stops := regexp.MustCompile("\\]\\((\\.\\./[^)]+\\.go)\\)(?: [^`\n|]*)? `([A-Za-z]+)`").FindAllStringSubmatch(string(raw), -1)
	if len(stops) < 12 {
		t.Errorf("only %d functions are named", len(stops))
	}
	for _, stop := range stops {
		code, err := os.ReadFile(filepath.FromSlash(stop[1]))
		if err != nil {
			t.Error(err)
			continue
		}
		if !regexp.MustCompile(`(?m)^func (\([^)]*\) )?` + stop[2] + `\(`).Match(code) {
			t.Errorf("%s has no function %s", stop[1], stop[2])
		}
	}
}

// tests are the last cells of the rows of a page's tables.
func tests(page []byte) string {
	var cells []string
	for _, m := range regexp.MustCompile(`(?m)^\|.*\| ([^|]+) \|$`).FindAllSubmatch(page, -1) {
		cells = append(cells, string(m[1]))
	}
	return strings.Join(cells, "\n")
}

// TestReliabilityNamesTests: what the page says is tried again is, and its twin names the same tests in the same order.
func TestReliabilityNamesTests(t *testing.T) {
	page, err := os.ReadFile("reliability.md")
	if err != nil {
		t.Fatal(err)
	}
	inChinese, err := os.ReadFile("reliability" + twin)
	if err != nil {
		t.Fatal(err)
	}
	marked := regexp.MustCompile("`[A-Za-z][^`]*`")
	if diff := cmp.Diff(marked.FindAllString(tests(page), -1), marked.FindAllString(tests(inChinese), -1)); diff != "" {
		t.Errorf("what is tried again (-), and in the twin (+):\n%s", diff)
	}
	var sources strings.Builder
	for _, root := range []string{"../generator", "../deploy"} {
		err := filepath.WalkDir(root, func(file string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || !strings.HasSuffix(file, "_test.go") {
				return err
			}
			text, err := os.ReadFile(file)
			sources.Write(text)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	names := regexp.MustCompile("`((?:Test|Fuzz)[A-Z][A-Za-z]*)`").FindAllStringSubmatch(string(page), -1)
	if len(names) < 30 {
		t.Errorf("only %d tests are named", len(names))
	}
	for _, m := range names {
		if !strings.Contains(sources.String(), "func "+m[1]+"(") {
			t.Errorf("there is no %s", m[1])
		}
	}
}
