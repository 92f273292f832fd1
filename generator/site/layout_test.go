package site

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"mingfa/generator/build/hugo/hugotest"
	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// The site's own layouts show, of a figure without a label, its clause with the
// number marked: no row of the page is without a name, and no name is torn from
// the text.
func TestLayoutNamesEveryRow(t *testing.T) {
	program := hugotest.Find(t, "../..")
	dir := t.TempDir()
	for _, folder := range []string{"layouts", "static"} {
		if err := os.CopyFS(filepath.Join(dir, folder), os.DirFS("../../"+folder)); err != nil {
			t.Fatal(err)
		}
	}
	r := outline.Parse(report.NewSource("seeds/x/2023.txt", "示例市司法局2023年法治政府建设年度报告\n"+
		"一、主要举措和成效\n全年平稳，调解纠纷528次，成功500次，成功率94.7%。走访企业由30家增加到40家，<b>整改</b>12家。\n"), lexicon.Builtin())
	figure.Extract(r, lexicon.Builtin())
	for i := range r.Figures {
		if i > 1 {
			r.Figures[i].Label = ""
		}
	}
	in := &Input{Body: &Body{Slug: "x", Name: "示例市司法局"}, Report: r, Original: []byte(r.Source.Text)}
	w := &Whole{Site: Site{Name: "示例市"}, Bodies: []*Body{in.Body}, Reports: []Summary{Summarise(in)}}
	for _, f := range append(written(in), overAll(w)...) {
		write(t, filepath.Join(dir, filepath.FromSlash(f.Path)), f.Data)
	}
	write(t, filepath.Join(dir, "site.json"), Config(w))
	write(t, filepath.Join(dir, "hugo.toml"), read(t, "../../hugo.toml"))
	if out, err := exec.Command(program, "--source", dir, "--quiet", "--config", filepath.Join(dir, "hugo.toml")+","+filepath.Join(dir, "site.json")).CombinedOutput(); err != nil {
		t.Fatalf("failed to run Hugo: %v\n%s", err, out)
	}
	page := string(read(t, filepath.Join(dir, "public", "reports", "x", "2023", "index.html")))
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	rows, clauses := 0, 0
	walk(doc, func(n *html.Node) {
		switch {
		case strings.HasPrefix(attr(n, "id"), "r-f"):
			rows++
			if name := strings.TrimSpace(content(n.FirstChild)); name == "" {
				t.Errorf("the row %s has no name", attr(n, "id"))
			}
		case attr(n, "class") == "clause":
			clauses++
			words := content(n)
			if !strings.Contains(r.Source.Text, strings.Trim(words, "…")) {
				t.Errorf("%s is not in the text", words)
			}
			marked := 0
			walk(n, func(m *html.Node) {
				if m.Data == "mark" && strings.ContainsAny(content(m), "0123456789") {
					marked++
				}
			})
			if marked != 1 {
				t.Errorf("%s has %d marked numbers", words, marked)
			}
		}
	})
	if rows != len(r.Figures) || clauses != len(r.Figures)-2 {
		t.Errorf("%d rows and %d clauses of %d figures:\n%s", rows, clauses, len(r.Figures), page)
	}
	if strings.Contains(page, "http://") || strings.Contains(page, "https://example") {
		t.Error("the page prints an address that nobody gave")
	}
}
