package browser

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"
)

var reportPage = regexp.MustCompile(`^reports/[^/]+/\d+/index\.html$`)

// shown is what a reader sees of n, without white space and what only a voice reads.
func shown(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode && !within(d, "aside") {
			b.WriteString(d.Data)
		}
	}
	return dense(b.String())
}

// within tells whether n stands in an element of the class.
func within(n *html.Node, class string) bool {
	for up := n.Parent; up != nil; up = up.Parent {
		if hasClass(up, class) {
			return true
		}
	}
	return false
}

func hasClass(n *html.Node, class string) bool {
	return strings.Contains(" "+attr(n, "class")+" ", " "+class+" ")
}

// TestHeadlinesAreShort: what opens a report is lines of at most 25 characters, each
// with a number, and the meetings of a party come behind all else.
func TestHeadlinesAreShort(t *testing.T) {
	seen := 0
	for _, l := range crawl(t, readSite(t)) {
		keys := find(l.root, "ul", "keys")
		if keys == nil || !reportPage.MatchString(l.file) {
			continue
		}
		for li := range keys.ChildNodes() {
			if li.Type != html.ElementNode {
				continue
			}
			seen++
			line := shown(li)
			if n := utf8.RuneCountInString(line); n > 25 && !strings.ContainsAny(line, "`<{") { // the attacking report has code for a name
				t.Errorf("%s: %s has %d characters", l.file, line, n)
			}
			if find(li, "b", "") == nil {
				t.Errorf("%s: %s has no number", l.file, line)
			}
			if li == children(keys)[0] && (strings.Contains(line, "党组会") || strings.Contains(line, "党委会") || strings.Contains(line, "常委会会议")) {
				t.Errorf("%s opens with %s", l.file, line)
			}
		}
	}
	if seen < 12 {
		t.Errorf("%d lines open reports", seen)
	}
}

// TestNoSentenceTwice: the page of a report tells each sentence of it once. A clause
// names the row of a figure that has no label; whole sentences stand in the text alone.
func TestNoSentenceTwice(t *testing.T) {
	sentences := 0
	for _, l := range crawl(t, readSite(t)) {
		prose := find(l.root, "div", "prose")
		if prose == nil || !reportPage.MatchString(l.file) {
			continue
		}
		text, page := shown(prose), shown(find(l.root, "main", ""))
		for _, s := range strings.SplitAfter(text, "。") {
			if utf8.RuneCountInString(s) < 14 || !strings.HasSuffix(s, "。") {
				continue
			}
			sentences++
			if is, told := strings.Count(page, s), strings.Count(text, s); is > told {
				t.Errorf("%s: %d times in the text, %d on the page: %s", l.file, told, is, s)
			}
		}
	}
	if sentences < 50 {
		t.Errorf("%d sentences", sentences)
	}
}

// TestChapters: the headings of a report are below 报告全文, which is of the second level.
func TestChapters(t *testing.T) {
	seen := 0
	for _, l := range crawl(t, readSite(t)) {
		prose := find(l.root, "div", "prose")
		if prose == nil || !reportPage.MatchString(l.file) {
			continue
		}
		if h := l.byID["text"]; h == nil || h.Data != "h2" || text(h) != "报告全文" {
			t.Errorf("%s: its text has no heading of the second level", l.file)
		}
		count := elements(prose)
		if count["h1"]+count["h2"] > 0 {
			t.Errorf("%s: a chapter is of the level of 报告全文", l.file)
		}
		seen += count["h3"]
	}
	if seen < 20 {
		t.Errorf("%d chapters", seen)
	}
}

// unknown are words of who makes the site that its readers do not know, and what
// stands for them.
var unknown = map[string]string{
	"UTF-8": "what follows of it is said: no character is garbled",
	"识别词语":  "报告里的说法",
	"校核文件":  "核对文件",
}

// TestWordsOfReaders reads what the site itself says: not the reports, and not how to
// prove a site with a program.
func TestWordsOfReaders(t *testing.T) {
	site := readSite(t)
	for _, l := range crawl(t, site) {
		main, foot := find(l.root, "main", ""), find(l.root, "footer", "")
		if main == nil || strings.HasPrefix(l.file, "about/verify/") {
			continue
		}
		said := shown(main)
		if foot != nil {
			said += shown(foot)
			if strings.Contains(shown(foot), "提交") {
				t.Errorf("%s: its foot says 提交", l.file)
			}
		}
		for word, instead := range unknown {
			if strings.Contains(said, word) && !reported(t, site, word) {
				t.Errorf("%s says %s: %s", l.file, word, instead)
			}
		}
	}
}

// reported tells whether a report of the site has the word.
func reported(t *testing.T, site built, word string) bool {
	t.Helper()
	originals, err := filepath.Glob(filepath.Join(site.dir, "reports", "*", "*", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range originals {
		if data, err := os.ReadFile(file); err == nil && strings.Contains(string(data), word) {
			return true
		}
	}
	return false
}

// TestThreeSteps: how to check a number comes first on the page about it, in three
// steps that need no program.
func TestThreeSteps(t *testing.T) {
	leaves := crawl(t, readSite(t))
	l := leaves["about/verify/index.html"]
	if l == nil {
		t.Fatal("there is no page about it")
	}
	main := find(l.root, "main", "")
	steps := find(main, "ol", "")
	for n := range main.Descendants() { // behind the crumbs
		if n.Data == "ol" && n.Parent.Data != "nav" {
			steps = n
			break
		}
	}
	if got := elements(steps)["li"]; got != 3 {
		t.Errorf("%d steps", got)
	}
	if n := elements(steps)["code"]; n != 0 {
		t.Errorf("the steps have %d commands", n)
	}
	if at := strings.Index(shown(main), shown(steps)); at < 0 || at > strings.Index(shown(main), "SHA-256") {
		t.Error("the steps do not come first")
	}
}

// TestWaysIn: the front page has six lines, and leads on by questions, by regions and
// by bodies.
func TestWaysIn(t *testing.T) {
	site := readSite(t)
	l := crawl(t, site)["index.html"]
	points := find(l.root, "ul", "points")
	if points == nil {
		t.Fatal("the front page tells nothing")
	}
	if got := len(children(points)); got != 6 {
		t.Errorf("it tells %d lines", got)
	}
	for _, way := range []string{"indicators/", "regions/", "bodies/", "reports/"} {
		if !linksBelow(find(l.root, "main", ""), site.base+way) {
			t.Errorf("nothing leads below %s", way)
		}
	}
}

func children(n *html.Node) (list []*html.Node) {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode {
			list = append(list, c)
		}
	}
	return list
}

func linksBelow(n *html.Node, to string) bool {
	for d := range n.Descendants() {
		if d.Data == "a" && strings.HasPrefix(attr(d, "href"), to) && attr(d, "href") != to {
			return true
		}
	}
	return false
}
