package site

import (
	"net/url"
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

// laidOut is the folder of a site with one report that the own layouts made.
func laidOut(t *testing.T, site Site) (dir string, r *report.Report) {
	t.Helper()
	program := hugotest.Find(t, "../..")
	dir = t.TempDir()
	for _, folder := range []string{"layouts", "static"} {
		if err := os.CopyFS(filepath.Join(dir, folder), os.DirFS("../../"+folder)); err != nil {
			t.Fatal(err)
		}
	}
	r = outline.Parse(report.NewSource("seeds/x/2023.txt", "示例市司法局2023年法治政府建设年度报告\n"+
		"一、主要举措和成效\n全年平稳，调解纠纷528次，成功500次，成功率94.7%。走访企业由30家增加到40家，<b>整改</b>12家。\n"), lexicon.Builtin())
	figure.Extract(r, lexicon.Builtin())
	for i := range r.Figures {
		if i > 1 {
			r.Figures[i].Label = ""
		}
	}
	in := &Input{Body: &Body{Slug: "x", Name: "示例市司法局"}, Report: r, Original: []byte(r.Source.Text)}
	w := &Whole{Site: site, Bodies: []*Body{in.Body}, Reports: []Summary{Summarise(in)}}
	for _, f := range append(written(in), overAll(w)...) {
		write(t, filepath.Join(dir, filepath.FromSlash(f.Path)), f.Data)
	}
	write(t, filepath.Join(dir, "site.json"), Config(w))
	write(t, filepath.Join(dir, "hugo.toml"), read(t, "../../hugo.toml"))
	if out, err := exec.Command(program, "--source", dir, "--quiet", "--config", filepath.Join(dir, "hugo.toml")+","+filepath.Join(dir, "site.json")).CombinedOutput(); err != nil {
		t.Fatalf("failed to run Hugo: %v\n%s", err, out)
	}
	return filepath.Join(dir, "public"), r
}

// The site's own layouts show, of a figure without a label, its clause with the
// number marked: no row of the page is without a name, and no name is torn from
// the text.
func TestLayoutNamesEveryRow(t *testing.T) {
	dir, r := laidOut(t, Site{Name: "示例市"})
	page := string(read(t, filepath.Join(dir, "reports", "x", "2023", "index.html")))
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

// TestFeedbackLink: each page leads to whoever is told of errors, with its title and address
// in a letter or in the parameters of a form; a site that states nobody has no such link.
func TestFeedbackLink(t *testing.T) {
	const page, home = "reports/x/2023/index.html", "index.html"
	for _, c := range []struct{ domain, to, page, scheme, path, key, title, holds string }{
		{"https://fz.example.gov.cn/", "a+b@example.gov.cn", page, "mailto", "a+b@example.gov.cn", "subject", "发现错误：示例市司法局2023年法治政府建设年度报告", "body=网页：https://fz.example.gov.cn/reports/x/2023/\r\n有疑问的地方：\r\n"},
		{"https://fz.example.gov.cn/", "a+b@example.gov.cn", home, "mailto", "a+b@example.gov.cn", "subject", "发现错误：法治&政府=+%的 网站", ""},
		{"", "https://f.example.gov.cn/q", page, "https", "/q", "title", "示例市司法局2023年法治政府建设年度报告", "url=/reports/x/2023/"},
		{"https://fz.example.gov.cn/", "https://f.example.gov.cn/q?id=3", home, "https", "/q", "title", "法治&政府=+%的 网站", "id=3"},
		{"", "", page, "", "", "", "", ""},
	} {
		dir, _ := laidOut(t, Site{Name: "法治&政府=+%的 网站", Domain: c.domain, Feedback: c.to})
		doc, err := html.Parse(strings.NewReader(string(read(t, filepath.Join(dir, filepath.FromSlash(c.page))))))
		if err != nil {
			t.Fatal(err)
		}
		var links []string
		walk(doc, func(n *html.Node) {
			if n.Data == "a" && (content(n) == "发现错误" || content(n) == "报错") {
				links = append(links, attr(n, "href"))
			}
		})
		if c.to == "" {
			if len(links) > 0 {
				t.Errorf("nobody is told at %q", links)
			}
			continue
		}
		if len(links) == 0 || links[0] != links[len(links)-1] {
			t.Fatalf("%s has the links %q", c.page, links)
		}
		u, err := url.Parse(links[0])
		if err != nil || u.Scheme != c.scheme || u.Opaque+u.Path != c.path || strings.Contains(u.RawQuery, "+") {
			t.Fatalf("%v of %q", err, links[0])
		}
		if key, value, _ := strings.Cut(c.holds, "="); u.Query().Get(c.key) != c.title || key != "" && u.Query().Get(key) != value {
			t.Errorf("%q holds %q", links[0], u.Query())
		}
	}
}
