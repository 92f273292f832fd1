package docs

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestOneTermForOneThing holds that the words which the list of terms does not
// want stand nowhere where it says so: a reader who meets 机构 on one page and 单位
// on the next asks what the difference is.
func TestOneTermForOneThing(t *testing.T) {
	const listed = "terms.zh-CN.md"
	places := map[string]map[string]string{
		"网页": readAll(t, []string{"../layouts", "../content", "../static/js"}, ".html", ".md", ".js"),
		"提示": said(t),
		"说明": {},
	}
	for name := range places["网页"] {
		if strings.HasPrefix(filepath.ToSlash(name), "../content/data/") {
			delete(places["网页"], name)
		}
	}
	for _, pattern := range []string{"*" + twin, "../*" + twin} {
		files, _ := filepath.Glob(pattern)
		for _, f := range files {
			if f != listed {
				places["说明"][f] = read(t, f)
			}
		}
	}
	rows := 0
	for line := range strings.Lines(read(t, listed)) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), " | ")
		if len(cells) != 5 || strings.Contains(cells[0], "---") || strings.TrimSpace(cells[0]) == "用" {
			continue
		}
		rows++
		for _, where := range strings.Split(strings.TrimSpace(cells[4]), "、") {
			texts, known := places[where]
			if !known || len(texts) == 0 {
				t.Errorf("%s: nothing is called %q", strings.TrimSpace(line), where)
			}
			for _, unwanted := range strings.Split(strings.TrimSpace(cells[2]), "、") {
				for name, text := range texts {
					if strings.Contains(text, unwanted) {
						t.Errorf("%s says %q, and should say %q", name, unwanted, strings.TrimSpace(cells[0]))
					}
				}
			}
		}
	}
	if rows < 12 {
		t.Errorf("%s lists %d terms", listed, rows)
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// readAll are the files below folders that end so, by name. What the generator
// writes into content/ is none of them.
func readAll(t *testing.T, folders []string, ends ...string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if d.IsDir() {
				switch filepath.ToSlash(name) {
				case "../content/reports", "../content/bodies", "../content/indicators", "../content/glossary", "../content/regions", "../content/changes", "../content/search/index":
					return filepath.SkipDir
				}
				return nil
			}
			for _, end := range ends {
				if strings.HasSuffix(name, end) {
					texts[name] = read(t, name)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return texts
}

// said is what the program prints: its texts in Go, and the pages on its rules.
func said(t *testing.T) map[string]string {
	t.Helper()
	texts := readAll(t, []string{"../generator/check/explain"}, ".md")
	for name := range readAll(t, []string{"../generator"}, ".go") {
		if strings.HasSuffix(name, "_test.go") || strings.Contains(filepath.ToSlash(name), "/lab/") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, err := strconv.Unquote(lit.Value); err == nil {
					b.WriteString(s + "\n")
				}
			}
			return true
		})
		texts[name] = b.String()
	}
	return texts
}
