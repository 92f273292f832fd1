package browser

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestSourceLines compares each source page with its file, line by line and
// character by character, spaces and empty lines included.
func TestSourceLines(t *testing.T) {
	seeds, site := seedsDir(t), readSite(t)
	sources, err := filepath.Glob(filepath.Join(seeds, "*", "*.txt"))
	if err != nil || len(sources) < 10 {
		t.Fatalf("%d sources, %v", len(sources), err)
	}
	for _, path := range sources {
		body, year := filepath.Base(filepath.Dir(path)), strings.TrimSuffix(filepath.Base(path), ".txt")
		root, err := html.Parse(strings.NewReader(readFile(t, filepath.Join(site.dir, "reports", body, year, "source", "index.html"))))
		if err != nil {
			t.Fatal(err)
		}
		want := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(readFile(t, path)), "\n")
		if want[len(want)-1] == "" { // behind the last line break
			want = want[:len(want)-1]
		}
		n := 0
		for li := range find(root, "ol", "lines").ChildNodes() {
			if li.Type != html.ElementNode {
				continue
			}
			if n++; n > len(want) {
				continue
			}
			id, link, line := "L"+strconv.Itoa(n), find(li, "a", ""), find(li, "div", "")
			if attr(li, "id") != id || attr(link, "href") != "#"+id || text(link) != strconv.Itoa(n) {
				t.Errorf("%s: line %d has the id %q and the link %q to %q", path, n, attr(li, "id"), text(link), attr(link, "href"))
			}
			if got := text(line); got != want[n-1] {
				t.Errorf("%s: line %d is\n page %q\n file %q", path, n, got, want[n-1])
			}
		}
		if n != len(want) {
			t.Errorf("%s: the page has %d lines, the file %d", path, n, len(want))
		}
	}
}

// TestWaived follows what stands as issued from its entry to the words, to the
// line of the original, and from both back to the entry.
func TestWaived(t *testing.T) {
	leaves := crawl(t, readSite(t))
	seen := 0
	for _, l := range leaves {
		entries := find(l.root, "ol", "waived")
		if entries == nil {
			continue
		}
		source := leaves[strings.TrimSuffix(l.file, "index.html")+"source/index.html"]
		for li := range entries.ChildNodes() {
			if li.Type != html.ElementNode {
				continue
			}
			seen++
			if fault := explained(l, source, li); fault != "" {
				t.Errorf("%s: %s: %s", l.file, attr(li, "id"), fault)
			}
		}
	}
	if seen == 0 && os.Getenv("MINGFA_SITE") == "" {
		t.Error("the demonstration site waives nothing")
	}
}

// explained says what is wrong with an entry of what stands as issued; "" when
// nothing is.
func explained(l, source *leaf, li *html.Node) string {
	if source == nil {
		return "the report has no source page"
	}
	reason := ""
	for n := range li.Descendants() {
		if n.Data == "dd" {
			reason = text(n)
		}
	}
	if reason == "" {
		return "gives no reason"
	}
	for a := range li.Descendants() {
		link := attr(a, "href")
		id, line := strings.CutPrefix(link, "source/#")
		switch {
		case line:
			if !says(source.byID[id], reason) {
				return "its line of the original does not say why"
			}
			if !linksTo(source.byID[id], "../#"+attr(li, "id")) {
				return "its line of the original does not lead to it"
			}
		case strings.HasPrefix(link, "#"):
			words := l.byID[link[1:]]
			if words == nil || attr(words, "class") != "sic" {
				return "its words are not marked"
			}
			if words.Data == "a" && attr(words, "href") == "" || words.Data != "a" && words.Data != "mark" {
				return "its words lead nowhere"
			}
		}
	}
	return ""
}

// says reports whether one of the notes of a line gives a reason.
func says(line *html.Node, reason string) bool {
	for n := range line.Descendants() {
		if n.Type == html.ElementNode && attr(n, "class") == "note" && strings.Contains(text(n), reason) {
			return true
		}
	}
	return false
}

func linksTo(n *html.Node, href string) bool {
	for d := range n.Descendants() {
		if attr(d, "href") == href {
			return true
		}
	}
	return false
}
