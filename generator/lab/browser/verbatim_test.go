package browser

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
)

// dense is s without white space, which HTML and the blocks of a page fold.
func dense(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func find(root *html.Node, name, class string) *html.Node {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == name && (class == "" || attr(n, "class") == class) {
			return n
		}
	}
	return nil
}

// TestVerbatim compares each report's page with its source, character by
// character: the title and the text make up the whole of it, in order.
func TestVerbatim(t *testing.T) {
	seeds, site := seedsDir(t), readSite(t)
	sources, err := filepath.Glob(filepath.Join(seeds, "*", "*.txt"))
	if err != nil || len(sources) < 10 {
		t.Fatalf("%d sources, %v", len(sources), err)
	}
	for _, path := range sources {
		body, year := filepath.Base(filepath.Dir(path)), strings.TrimSuffix(filepath.Base(path), ".txt")
		folder := filepath.Join(site.dir, "reports", body, year)
		source := readFile(t, path)
		if published := readFile(t, filepath.Join(folder, filepath.Base(path))); published != source {
			t.Errorf("%s: the file beside the page is not the one issued", path)
		}
		root, err := html.Parse(strings.NewReader(readFile(t, filepath.Join(folder, "index.html"))))
		if err != nil {
			t.Fatal(err)
		}
		title, prose := find(root, "h1", ""), find(root, "div", "prose")
		if title == nil || prose == nil {
			t.Fatalf("%s: the page has no h1 or no text", path)
		}
		if got, want := dense(text(title)+text(prose)), dense(source); got != want {
			i := 0
			for i < min(len(got), len(want)) && got[i] == want[i] {
				i++
			}
			t.Errorf("%s: differs from the original at byte %d:\n page %.90q\n file %.90q", path, i, got[i:], want[i:])
		}
	}
}

// TestAttackIsData looks at the page and the data of the report whose text
// attacks them: titles, meta tags, table rows, CSV and JSON hold its characters.
func TestAttackIsData(t *testing.T) {
	seedsDir(t)
	folder := filepath.Join(readSite(t).dir, "reports", "e-yi", "2023")
	root, err := html.Parse(strings.NewReader(readFile(t, filepath.Join(folder, "index.html"))))
	if err != nil {
		t.Fatal(err)
	}
	const title = "示例市恶意局{{< title >}}<script>alert(1)</script>2023年法治政府建设年度报告"
	if got := text(find(root, "title", "")); !strings.HasPrefix(got, title) {
		t.Errorf("the title is %q", got)
	}
	meta := map[string]string{}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "meta" {
			meta[attr(n, "name")] = attr(n, "content")
		}
		if n.Type == html.ElementNode && (n.Data == "script" && attr(n, "src") == "" || n.Data == "img") {
			t.Errorf("the page has <%s>", n.Data)
		}
		if n.Type == html.ElementNode && strings.HasPrefix(attr(n, "href"), "javascript:") {
			t.Errorf("the page links to %s", attr(n, "href"))
		}
	}
	if meta["ArticleTitle"] != title {
		t.Errorf("ArticleTitle is %q", meta["ArticleTitle"])
	}
	var extract struct {
		Title   string
		Figures []struct {
			Label, Quote string
			Value        json.Number
		}
	}
	if err := json.Unmarshal([]byte(readFile(t, filepath.Join(folder, "report.json"))), &extract); err != nil {
		t.Fatal(err)
	}
	if extract.Title != title || len(extract.Figures) < 8 {
		t.Errorf("report.json: title %q, %d figures", extract.Title, len(extract.Figures))
	}
	table := readFile(t, filepath.Join(folder, "figures.csv"))
	if !strings.HasPrefix(table, "\ufeff") {
		t.Error("figures.csv has no byte order mark, so Excel misreads it")
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(table, "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	formulas := 0
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t", rune(cell[0])) {
				t.Errorf("a spreadsheet would take the cell %q for a formula", cell)
			}
			if strings.HasPrefix(cell, "'=SUM(A1)") {
				formulas++
			}
		}
	}
	if len(rows) != len(extract.Figures)+1 || formulas == 0 {
		t.Errorf("%d rows for %d figures, %d defused formulas", len(rows), len(extract.Figures), formulas)
	}
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
