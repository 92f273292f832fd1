package site

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"mingfa/generator/report"
)

// bodyOf is what follows the front matter of a page.
func bodyOf(page File) []byte {
	_, body, _ := bytes.Cut(page.Data, []byte("\n\n"))
	return body
}

// soundSource fails unless a rendered source page holds the lines of the
// original, each under its number, as the characters they are.
func soundSource(t testing.TB, page []byte, in *Input) {
	t.Helper()
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	src := in.Report.Source
	n := 0
	walk(doc, func(li *html.Node) {
		if li.Data != "li" || li.Type != html.ElementNode {
			return
		}
		n++
		link, line := li.FirstChild, li.FirstChild.NextSibling
		if id := fmt.Sprintf("L%d", n); attr(li, "id") != id || attr(link, "href") != "#"+id || line.Data != "div" {
			t.Errorf("line %d is %v %v", n, li.Attr, link.Attr)
		}
		if want := as(src.Slice(src.LineSpan(n))); content(line) != want {
			t.Errorf("line %d is %q, want %q", n, content(line), want)
		}
		for e := range line.Descendants() {
			if e.Type == html.ElementNode && e.Data != "span" && e.Data != "mark" && e.Data != "bdi" && e.Data != "i" || e.Type == html.CommentNode {
				t.Errorf("line %d has <%s>", n, e.Data)
			}
		}
	})
	if n != lineCount(src) {
		t.Errorf("%d lines of %d: %q", n, lineCount(src), page)
	}
}

func TestHostileTextOnTheSourcePage(t *testing.T) {
	for _, s := range append([]string{strings.Join(hostile, ""), strings.Join(hostile, "\n")}, hostile...) {
		in := hostileInput(s)
		soundSource(t, render(t, bodyOf(written(in)[4])), in)
	}
}

// waive lets words of a report stand: each a rule, the words' span and a reason.
func waive(in *Input, rule string, sp report.Span, reason string) {
	in.Waived = append(in.Waived, Waived{in.Report.Source.FindingAt(sp, rule, report.Error, "毛病在"+rule, ""), reason})
}

// TestMarks lays random findings over texts that act and figures: the words
// stay, no link is within another, what is marked is what was meant, and
// every finding that has words on the page leads to them.
func TestMarks(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		s := rapid.SampledFrom(hostile).Draw(rt, "text")
		in := hostileInput("甲" + s + "乙")
		starts := []int{}
		for i, r := range in.Report.Source.Text {
			if i > 0 && r == '\n' && in.Report.Source.Text[i-1] == '\r' {
				continue // one line break: no words begin or end within it
			}
			starts = append(starts, i)
		}
		place := rapid.IntRange(0, len(starts)-1)
		for range rapid.IntRange(1, 6).Draw(rt, "findings") {
			a, b := starts[place.Draw(rt, "start")], starts[place.Draw(rt, "end")]
			sp := report.Span{Start: min(a, b), End: max(a, b)}
			if rapid.Bool().Draw(rt, "unread") {
				in.Report.Findings = append(in.Report.Findings, in.Report.Source.FindingAt(sp, "unread-number", report.Warning, "", ""))
			} else {
				waive(in, "heading-gap", sp, s)
			}
		}
		files := written(in)
		soundSource(t, render(t, bodyOf(files[4])), in)
		plain := &Input{Body: in.Body, Report: hostileReport("甲" + s + "乙"), Original: in.Original}
		with, without := parse(t, render(t, bodyOf(files[0]))), parse(t, render(t, bodyOf(written(plain)[0])))
		if got, want := content(with), content(without); got != want {
			rt.Errorf("marks make the text %q, want %q", got, want)
		}
		checkMarks(rt, with, in)
	})
}

func parse(t testing.TB, page []byte) *html.Node {
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func checkMarks(t *rapid.T, doc *html.Node, in *Input) {
	var words strings.Builder // in marks, outside tables' spaces
	ids := map[string]bool{}
	walk(doc, func(n *html.Node) {
		if attr(n, "class") != "sic" {
			return
		}
		words.WriteString(content(n))
		if id := attr(n, "id"); id != "" {
			if ids[id] {
				t.Errorf("the id %s is given twice", id)
			}
			ids[id] = true
		}
		for up := n.Parent; up != nil; up = up.Parent {
			if n.Data == "a" && up.Data == "a" || attr(up, "class") == "sic" {
				t.Errorf("<%s> within <%s %v>", n.Data, up.Data, up.Attr)
			}
		}
	})
	m := in.markWaived()
	var want strings.Builder
	body(in.Report, m.marks, nil)
	for _, k := range m.marks {
		if k.placed != ids[k.id] {
			t.Errorf("the mark %s is on the page: %v; it says %v", k.id, ids[k.id], k.placed)
		}
		want.WriteString(as(in.Report.Source.Slice(k.span)))
	}
	if got := words.String(); !subsequence(got, want.String()) {
		t.Errorf("marked are %q, want of %q", got, want.String())
	}
}

// subsequence reports whether s is t with some of it left out: the title's
// lines and what stands between blocks are not on the page.
func subsequence(s, t string) bool {
	rest := []rune(t)
	for _, r := range s {
		i := 0
		for i < len(rest) && rest[i] != r {
			i++
		}
		if i == len(rest) {
			return false
		}
		rest = rest[i+1:]
	}
	return true
}

// TestWaivedSays pins what is published of a waived finding, and that words
// about a person are not repeated.
func TestWaivedSays(t *testing.T) {
	in := hostileInput("共有")
	text := in.Report.Source.Text
	at := strings.Index(text, "12件")
	waive(in, "exact-with-approx", report.Span{Start: at, End: at + len("12件")}, "原文如此，照原样公开")
	waive(in, "mobile-number", report.Span{Start: at, End: at + len("12")}, "对外服务的号码")
	waive(in, "heading-gap", report.Span{Start: 0, End: 3}, "标题在页首")
	unread := in.Report.Source.FindingAt(report.Span{Start: at, End: at + 2}, "unread-number", report.Warning, "毛病", "")
	in.Report.Findings = append(in.Report.Findings, unread)
	in.Waived = append(in.Waived, Waived{unread, "不是数据"})
	files := written(in)
	front, source := string(files[0].Data), string(files[4].Data)
	for _, want := range []string{
		`"rule":"exact-with-approx","message":"毛病在exact-with-approx","quote":"12件","reason":"原文如此，照原样公开","href":"#w`,
		`"rule":"mobile-number","message":"毛病在mobile-number","reason":"对外服务的号码","href":"#w`,
		`"rule":"heading-gap","message":"毛病在heading-gap","quote":"共","reason":"标题在页首","line":1,"source":"source/#L1"`,
		`<a class="n" id="f1" href="#r-f1"><mark class="sic" id="w`,
	} {
		if !strings.Contains(front, want) {
			t.Errorf("the page lacks %s:\n%s", want, front)
		}
	}
	if !strings.Contains(front, `"unread":[]`) || strings.Contains(source, "没有读懂") {
		t.Error("a number that staff say need not be read is told of as unread")
	}
	for _, want := range []string{`<mark class="sic"><span class="m">12件</span></mark>`, "毛病在mobile-number。理由：对外服务的号码", `">“12件”原文如此</a>`, `">原文如此</a>`} {
		if !strings.Contains(source, want) {
			t.Errorf("the source page lacks %s:\n%s", want, source)
		}
	}
}
