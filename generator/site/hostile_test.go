package site

import (
	"encoding/csv"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"mingfa/generator/escape"
	"mingfa/generator/report"
	"mingfa/generator/report/reporttest"
	"mingfa/generator/site/share"
)

// hostile are texts that act somewhere between the seed and the reader's eye,
// if they are let through.
var hostile = []string{
	"{{< figure src=\"x\" >}}", "{{% include \"x\" %}}", "{{</* a */>}}", "{{%/* a */%}}", "{{ .Site }}", "{{__hugo_ctx pid=1}}", "{{< x", ">}}", "{{<", "}}",
	"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- 注释", "-->", "<!--more-->", "<![CDATA[x]]>", "<?php x ?>", "</p></div></main>", "<a href=x>", "<style>*{}</style>", "<bdi>", "</bdi>", "</td></tr></table>", "<p", "<textarea>", "<title>", "<plaintext>",
	"# 标题", "###### 六", "标题\n===", "标题\n---", "- 项", "* 项", "+ 项", "1. 项", "1) 项", "12", "1.", "10)", "> 引用", "    缩进", "\t缩进", "```\n围栏\n```", "~~~", "***", "---", "___", "+++", "+++\ntitle=1\n+++", "---\ntitle: x\n---", "{\"title\":\"x\"}",
	"| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n--|--", ": 定义", "词\n: 定义", "[^1]", "[^1]: 脚注", "[x]: http://example.org \"t\"", "[x]", "[x](javascript:alert(1))", "![x](y.png)", "[x][y]", "<http://example.org>", "<a@example.org>", "http://example.org/路径?a=1&b=2", "https://example.org", "www.example.org", "ftp://example.org", "a@example.org", "mailto:a@example.org", "//example.org",
	"行尾两格  \n下一行", "行尾反斜杠\\\n下一行", "\\", "\\*", "\\\\", "\\[x\\]", "\\(x\\)", "$x$", "$$x$$", "a\\ b", "end\\",
	":smile:", ":+1:", "\"引号\"", "'单引号'", "it's", "--", "a---b", "...", "……", "<<x>>", "(c)", "*强调*", "**强调**", "_强调_", "__强调__", "***x***", "中*文*字", "`代码`", "``", "~~删~~", "~下~", "^上^", "==标==", "++插++", "- [ ] 任务", "[x] 任务", "[ ]",
	"文字 {#id}", "{#id .class onclick=\"x\"}", "{.x}", "文字\n{.x}", "{", "}", "{{", "{}", "文字 ##", "文字 #", "##", "#",
	"&lt;", "&#60;", "&#x3c;", "&amp;amp;", "&", "&nbsp;", "&copy", "&#0;", "&;", "&#;",
	"\u202e反转", "\u202a\u202b\u202c\u202d\u202e", "\u2066\u2067\u2068\u2069", "甲\u200e乙\u200f丙\u061c丁", "\u2069\u2069\u202c\u202c", "零\u200b宽\u200c字\u200d符\u2060\ufeff", "\ufeff开头", "软\u00ad连字", "行\u2028段\u2029分", "\u0085", "\u0080\u009f", "\u180e", "\U000e0041", "\ufff9注\ufffa音\ufffb", "👨‍👩‍👧", "\u3164",
	"\x01\x02\x1b[31m红", "\x00", "\x7f", "\x0b\x0c", "退\b格", "\r", "甲\r乙", "甲\r\n乙", "甲\n乙", "甲\n\n乙", "甲\n\n# 乙", "甲\n    乙", "甲\n> 乙", "\n", " ", "  前后  ", "中  间", "a b", "甲 乙", "\t", "甲\t乙", "\u3000全角空格\u3000", "\u00a0不换行\u00a0",
	"=1+1", "=HYPERLINK(\"http://example.org\")", "+1", "-1", "@SUM(A1)", "＝1", "'=1", "'", "\t=1", "  =1", "\u200b=1", "-3.2", "-", "\"", "a,b", "a\"b", ",", ";", "a;b", "100%", "１２％",
	"\xff\xfe", "坏\xe4\xb8", "\xc0\x80", "\xed\xa0\x80", "\ufffd", "\uffff",
	"</script><script>", "\" onmouseover=\"x", "' onmouseover='x", "javascript:alert(1)", "{{\"{{<\"}}", "&#123;&#123;< x >}}", "%7B%7B", "\\u003c", "${x}", "#{x}", "<%= x %>",
}

// hostileReport states text in every kind of place: the title, a heading, a
// paragraph with a figure before and after it, one that is nothing else, a
// table, its caption, a line of metadata, and the signature.
func hostileReport(s string) *report.Report {
	var b strings.Builder
	r := &report.Report{Title: s, Issuer: s, Year: 2023}
	r.Headings = []report.Heading{{ID: "h1", Level: 1, Number: "一、", Text: s}}
	add := func(id string, kind report.BlockKind, text string, heading, table int) report.Span {
		sp := report.Span{Start: b.Len(), End: b.Len() + len(text)}
		b.WriteString(text + "\n")
		r.Blocks = append(r.Blocks, report.Block{ID: id, Kind: kind, Span: sp, Line: len(r.Blocks) + 1, Heading: heading, Table: table})
		return sp
	}
	figure := func(id string, sp report.Span) {
		r.Figures = append(r.Figures, report.Figure{ID: id, Value: "12", Raw: "12", Unit: s, Label: s, Quote: s, Kind: report.KindCount,
			Block: len(r.Blocks) - 1, Span: sp, QuoteSpan: sp, Line: len(r.Blocks), Indicator: s})
	}
	cell := strings.ReplaceAll(s, "\t", " ")
	add("p0", report.BlockTitle, s, -1, -1)
	add("p1", report.BlockMeta, s, -1, -1)
	add("h1", report.BlockHeading, "一、"+s, 0, -1)
	sp := add("p2", report.BlockText, s+"12件"+s, 0, -1)
	figure("f1", report.Span{Start: sp.Start + len(s), End: sp.Start + len(s) + len("12件")})
	add("p3", report.BlockText, s, 0, -1)
	sp = add("p4", report.BlockText, s+"12"+s, 0, -1)
	figure("f2", sp)
	add("p5", report.BlockCaption, s, 0, -1)
	add("p6", report.BlockRow, cell+"\t"+cell, 0, 0)
	add("p7", report.BlockRow, cell+"\t"+cell, 0, 0)
	add("p8", report.BlockClosing, s, 0, -1)
	r.Tables = []report.Table{{Caption: 6, First: 7, Rows: 2, Grid: reporttest.TabbedGrid(b.String(), r.Blocks, 7, 2), Heads: 1, Columns: 2, Nested: -1}}
	r.Source = report.NewSource("seeds/x/2023.txt", b.String())
	return r
}

// as is what HTML can hold of s: U+0000 and broken encodings are U+FFFD, and
// every line break is a line feed.
func as(s string) string {
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "\ufffd").Replace(s)
	return string([]rune(s))
}

// sound fails unless the rendered page holds the texts of a hostile report as
// the characters they are, in elements that the generator made and no other.
func sound(t testing.TB, page []byte, s string) {
	doc, err := html.Parse(strings.NewReader(string(page)))
	if err != nil {
		t.Fatal(err)
	}
	byID := map[string]*html.Node{}
	counts := map[string]int{}
	walk(doc, func(n *html.Node) {
		if n.Type == html.CommentNode || n.Type == html.DoctypeNode {
			t.Errorf("%q became markup: %q", s, n.Data)
		}
		if n.Type != html.ElementNode {
			return
		}
		counts[n.Data]++
		if id := attr(n, "id"); id != "" {
			if byID[id] != nil {
				t.Errorf("%q made id %s twice", s, id)
			}
			byID[id] = n
		}
		if n.Data == "bdi" && (len(n.Attr) != 2 || attr(n, "class") != "c" || utf8.RuneCountInString(content(n)) != 1) {
			t.Errorf("%q: %v around %q", s, n.Attr, content(n))
		}
	})
	delete(counts, "bdi")
	walk(doc, func(n *html.Node) {
		kept := attr(n, "class") == "whole" && (strings.ContainsAny(content(n), "0123456789") || slices.Contains(share.Names, content(n))) // a number and what follows, a name
		if n.Data == "span" && (len(n.Attr) != 1 || !kept && (attr(n, "class") != "says" || !strings.Contains(content(n), "12"))) {
			t.Errorf("%q: %v around %q", s, n.Attr, content(n))
		}
	})
	delete(counts, "span")
	cell := as(strings.ReplaceAll(s, "\t", " "))
	x := as(s)
	want := map[string]string{"p1": x, "h1": "一、" + x, "p2": x + "12件" + x, "f1": "12件", "f2": as(s + "12" + s), "p3": x, "p4": as(s + "12" + s), "p5": x, "p6": cell + cell, "p7": cell + cell, "p8": x}
	for id, text := range want {
		if s == "" && byID[id] == nil {
			continue // an empty block has nothing to show
		}
		if byID[id] == nil {
			t.Errorf("%q: no element %s in:\n%s", s, id, page)
		} else if got := content(byID[id]); got != text {
			t.Errorf("%s is %q, want %q, in:\n%s", id, got, text, page)
		}
	}
	if s == "" {
		return
	}
	elements := map[string]int{"html": 1, "head": 1, "body": 1, "p": 5, "h3": 1, "a": 2, "div": 1, "table": 1, "caption": 1, "thead": 1, "tbody": 1, "tr": 2, "th": 3, "td": 1}
	if strings.TrimSpace(s) == "" { // cells that are empty name nothing
		delete(elements, "th")
		elements["td"] = 4
	}
	if diff := cmp.Diff(elements, counts); diff != "" {
		t.Errorf("%q made other elements (-want +got):\n%s\nin:\n%s", s, diff, page)
	}
	walk(doc, func(n *html.Node) {
		if n.Data == "div" && attr(n, "aria-label") != "表格1："+as(s) {
			t.Errorf("label %q of %q", attr(n, "aria-label"), s)
		}
	})
}

func walk(n *html.Node, use func(*html.Node)) {
	use(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		walk(c, use)
	}
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// content is the text in n, the generator's own line feeds between table
// cells left out.
func content(n *html.Node) string {
	var b strings.Builder
	walk(n, func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
	})
	return b.String()
}

func TestHostileTextInThePage(t *testing.T) {
	for _, s := range hostile {
		sound(t, render(t, body(hostileReport(s), nil, nil)), s)
	}
	all := strings.Join(hostile, "")
	sound(t, render(t, body(hostileReport(all), nil, nil)), all)
}

// TestHostileBytes looks at what is written before anything renders it: what
// Hugo searches for in raw bytes must not be there, and no control either.
func TestHostileBytes(t *testing.T) {
	for _, s := range hostile {
		safeBytes(t, s)
	}
}

func safeBytes(t testing.TB, s string) {
	in := hostileInput(s)
	files := written(in)
	page := string(files[0].Data)
	for _, never := range []string{"{{", "<!--", "\u202e", "\ufeff", "\x00"} {
		for _, f := range []File{files[0], files[4]} {
			page := string(f.Data)
			front, _, _ := strings.Cut(page, "\n\n")
			if strings.Contains(front, never) || never[0] < 0x80 && strings.Contains(page, never) {
				t.Errorf("%q left %q in %s", s, never, f.Path)
			}
		}
	}
	var front struct {
		Title  string
		Params struct {
			Issuer string
			Themes []struct {
				Groups []struct {
					Title  string
					Charts []struct {
						Rows []struct{ Label, Quote string }
					}
				}
			}
		}
	}
	dec := json.NewDecoder(strings.NewReader(page))
	if err := dec.Decode(&front); err != nil {
		t.Fatalf("%q broke the front matter: %v", s, err)
	}
	valid := string([]rune(s))
	if s != "" && (front.Title != valid || front.Params.Issuer != valid || front.Params.Themes[0].Groups[0].Title != "一、"+valid) {
		t.Errorf("front matter holds %q, want %q", front.Title, valid)
	}
	for _, f := range files[1:2] {
		for _, r := range string(f.Data) {
			if escape.Control(r) && r != '\n' {
				t.Errorf("%q left %U in %s", s, r, f.Path)
			}
		}
		if !json.Valid(f.Data) {
			t.Errorf("%q broke %s", s, f.Path)
		}
	}
	readCSV(t, files[2].Data, s)
}

// readCSV reads figures.csv back as a data user would.
func readCSV(t testing.TB, data []byte, s string) {
	text, found := strings.CutPrefix(string(data), "\ufeff")
	if !found {
		t.Error("no byte order mark")
	}
	records, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil || len(records) != 3 {
		t.Fatalf("%q: %d records, %v", s, len(records), err)
	}
	if !cmp.Equal(records[0], figureColumns) {
		t.Errorf("header %q", records[0])
	}
	for _, record := range records[1:] {
		for _, cell := range record {
			if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r\n") && !isNumber(cell) {
				t.Errorf("%q is a formula in %q", s, cell)
			}
		}
		if got, want := strings.TrimPrefix(record[13], "'"), strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n"); got != want {
			t.Errorf("the quote %q came back as %q", s, record[13])
		}
	}
}

// isNumber reports whether a cell is a plain decimal: -0.5.
func isNumber(cell string) bool {
	_, err := strconv.ParseFloat(cell, 64)
	return err == nil && strings.Trim(cell, "-.0123456789") == ""
}

func hostileInput(s string) *Input {
	return &Input{Body: &Body{Slug: "x", Name: s, Short: s, Region: s}, Report: hostileReport(s), Original: []byte(s), Disclosure: []Field{{Name: "索引号", Value: s, Line: 1}}, Domain: "https://example.org/"}
}

func FuzzPage(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Add("\x99") // half a character, behind the tab of a table
	f.Fuzz(func(t *testing.T, s string) {
		sound(t, render(t, body(hostileReport(s), nil, nil)), s)
		in := hostileInput(s)
		soundSource(t, render(t, bodyOf(written(in)[4])), in)
		safeBytes(t, s)
	})
}
