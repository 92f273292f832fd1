package browser

import (
	"encoding/json"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// leaf is one page, parsed.
type leaf struct {
	file   string // below the site's folder
	root   *html.Node
	byID   map[string]*html.Node
	twice  []string // ids given more than once
	policy bool     // the page carries a content security policy
}

// crawl parses every page of the site.
func crawl(t *testing.T, site built) map[string]*leaf {
	t.Helper()
	leaves := map[string]*leaf{}
	for _, file := range site.htmlFiles(t) {
		f, err := os.Open(filepath.Join(site.dir, file))
		if err != nil {
			t.Fatal(err)
		}
		root, err := html.Parse(f)
		f.Close()
		if err != nil {
			t.Fatalf("failed to parse %s: %v", file, err)
		}
		l := &leaf{file: file, root: root, byID: map[string]*html.Node{}}
		for n := range root.Descendants() {
			if id := attr(n, "id"); id != "" {
				if l.byID[id] != nil {
					l.twice = append(l.twice, id)
				}
				l.byID[id] = n
			}
			l.policy = l.policy || n.Data == "meta" && strings.Contains(attr(n, "content"), "default-src 'none'")
		}
		leaves[file] = l
	}
	return leaves
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// text is what a reader sees of n.
func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// elements counts the HTML elements of each name below n.
func elements(n *html.Node) map[string]int {
	count := map[string]int{}
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Namespace == "" {
			count[d.Data]++
		}
	}
	return count
}

// TestLinks follows every link of every page to a page, a file or a place that
// is there. Links to other sites are only read.
func TestLinks(t *testing.T) {
	site := readSite(t)
	leaves := crawl(t, site)
	for _, l := range leaves {
		for n := range l.root.Descendants() {
			for _, key := range []string{"href", "src"} {
				if link := attr(n, key); n.Type == html.ElementNode && link != "" {
					if fault := follow(site, leaves, l, link); fault != "" {
						t.Errorf("%s: %s=%q: %s", l.file, key, link, fault)
					}
				}
			}
		}
	}
}

// follow says what is wrong with a link of a page; "" when nothing is.
func follow(site built, leaves map[string]*leaf, from *leaf, link string) string {
	u, err := url.Parse(link)
	if err != nil {
		return err.Error()
	}
	switch {
	case u.Scheme == "https" || u.Scheme == "http":
		return ""
	case u.Scheme == "mailto" && u.Opaque == "fazhi@mingfa.example": // of site.toml: 发现错误
		return ""
	case u.Scheme != "" || u.Host != "":
		return "leads elsewhere"
	}
	at := &url.URL{Path: site.base + strings.TrimSuffix(from.file, "index.html")}
	to := at.ResolveReference(u)
	file, inside := strings.CutPrefix(to.Path, site.base)
	if !inside {
		return "leaves the site"
	}
	if file == "" || strings.HasSuffix(file, "/") {
		file = path.Join(file, "index.html")
	}
	info, err := os.Stat(filepath.Join(site.dir, filepath.FromSlash(file)))
	if err != nil || info.IsDir() {
		return "leads to nothing"
	}
	if to.Fragment == "" {
		return ""
	}
	if target := leaves[file]; target == nil || target.byID[to.Fragment] == nil {
		return "its place is not on the page"
	}
	return ""
}

// TestMarkup looks at what every page has in common: ids that are unique, one
// title, one h1 and one main, a language, a policy, no script and no style of
// its own: scripts are files, which TestLinks finds on the site.
func TestMarkup(t *testing.T) {
	for _, l := range crawl(t, readSite(t)) {
		for _, id := range l.twice {
			t.Errorf("%s: the id %q is given twice", l.file, id)
		}
		count := elements(l.root)
		for _, name := range []string{"h1", "main", "title"} {
			if count[name] != 1 {
				t.Errorf("%s: has %d of <%s>", l.file, count[name], name)
			}
		}
		for _, name := range []string{"style", "iframe", "object", "embed", "base"} {
			if count[name] != 0 {
				t.Errorf("%s: has <%s>", l.file, name)
			}
		}
		if !l.policy {
			t.Errorf("%s: has no content security policy", l.file)
		}
		for n := range l.root.Descendants() {
			if n.Type == html.ElementNode && n.Data == "html" && attr(n, "lang") != "zh-CN" {
				t.Errorf("%s: the language is %q", l.file, attr(n, "lang"))
			}
			if n.Data == "script" && attr(n, "type") == "application/ld+json" && json.Valid([]byte(text(n))) {
				continue // data, which no browser runs
			}
			if n.Data == "script" && (!strings.HasPrefix(attr(n, "src"), "/") || text(n) != "") {
				t.Errorf("%s: has a script that is no file of the site: src=%q", l.file, attr(n, "src"))
			}
			if n.Data == "form" && (!strings.HasPrefix(attr(n, "action"), "/") || attr(n, "method") != "") {
				t.Errorf("%s: has a form that is no question to the site: action=%q", l.file, attr(n, "action"))
			}
			for _, a := range n.Attr {
				if a.Key == "style" || strings.HasPrefix(a.Key, "on") {
					t.Errorf("%s: <%s %s=%q>", l.file, n.Data, a.Key, a.Val)
				}
			}
		}
	}
}

// shortcode is what the attacking report's words look like on pages over all
// reports; no template leaves such a thing.
var shortcode = regexp.MustCompile(`(\{\{|&#123;&#123;)(&lt;|%).*?\}\}`) // as a template writes it, and as package escape does

// TestLeftovers finds what a template that went wrong leaves on a page. A
// report may itself have such characters; then its original has them too.
func TestLeftovers(t *testing.T) {
	site := readSite(t)
	for _, file := range site.htmlFiles(t) {
		page, err := os.ReadFile(filepath.Join(site.dir, file))
		if err != nil {
			t.Fatal(err)
		}
		page = shortcode.ReplaceAll(page, nil)
		for _, leftover := range []string{"{{", "}}", "%!", "ZgotmplZ", "<no value>", "&lt;no value&gt;", "&lt;nil&gt;", "HAHAHUGO"} {
			if strings.Contains(string(page), leftover) && !issued(t, site, file, leftover) {
				t.Errorf("%s: has %q", file, leftover)
			}
		}
	}
}

// issued tells whether the files beside a page hold s.
func issued(t *testing.T, site built, file, s string) bool {
	t.Helper()
	folder := filepath.Dir(strings.TrimSuffix(file, "source/index.html") + "index.html")
	if filepath.Base(folder) == "cards" {
		folder = filepath.Dir(folder)
	}
	beside, err := filepath.Glob(filepath.Join(site.dir, folder, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, original := range beside {
		if data, err := os.ReadFile(original); err == nil && strings.Contains(string(data), s) {
			return true
		}
	}
	return false
}

// TestFigures reads each report.json: every figure is a link in the text and a
// row, each leads to the other, and there is no row more.
func TestFigures(t *testing.T) {
	site := readSite(t)
	leaves := crawl(t, site)
	seen := 0
	for _, l := range leaves {
		if !strings.HasPrefix(l.file, "reports/") || strings.Count(l.file, "/") != 3 || strings.HasPrefix(l.file, "reports/page/") {
			continue
		}
		data, err := os.ReadFile(filepath.Join(site.dir, filepath.Dir(l.file), "report.json"))
		if err != nil {
			t.Errorf("%s: failed to read what lies beside it: %v", l.file, err)
			continue
		}
		var published struct {
			Figures []struct{ ID, Raw string }
		}
		if err := json.Unmarshal(data, &published); err != nil {
			t.Errorf("%s: %v", l.file, err)
			continue
		}
		rows := 0
		for id := range l.byID {
			if strings.HasPrefix(id, "r-") {
				rows++
			}
		}
		if rows != len(published.Figures) {
			t.Errorf("%s: %d rows for %d figures", l.file, rows, len(published.Figures))
		}
		for _, f := range published.Figures {
			seen++
			if fault := traceable(l, f.ID, f.Raw); fault != "" {
				t.Errorf("%s: the figure %s (%s): %s", l.file, f.ID, f.Raw, fault)
			}
		}
	}
	if seen == 0 {
		t.Error("no report of the site has a figure")
	}
}

// clauseLeads reports whether the row of the figure that opens a clause leads to the row of id.
func clauseLeads(l *leaf, first, id string) bool {
	row := l.byID["r-"+first]
	return row != nil && linksTo(row, "#r-"+id)
}

// traceable says what keeps a reader from going from a figure's words to its
// row or back; "" when nothing does.
func traceable(l *leaf, id, raw string) string {
	words, row := l.byID[id], l.byID["r-"+id]
	switch {
	case words == nil:
		return "is not in the text"
	case row == nil || row.Data != "tr" && row.Data != "li":
		return "has no row"
	case !strings.Contains(text(row), raw):
		return "its row does not show it"
	}
	back := false
	for n := range row.Descendants() {
		back = back || n.Data == "a" && attr(n, "href") == "#"+id
	}
	if !back {
		return "its row does not lead to its words"
	}
	if words.Data == "span" { // it shares the words of the figure before it, or the link of its clause
		if up := words.Parent; up.Data == "a" && !clauseLeads(l, attr(up, "id"), id) {
			return "nothing leads to its row: the row that its clause leads to does not name it"
		}
		return ""
	}
	if words.Data != "a" || attr(words, "href") != "#r-"+id {
		return "its words do not lead to its row"
	}
	if !strings.Contains(text(words), raw) {
		return "its words do not show it"
	}
	return ""
}
