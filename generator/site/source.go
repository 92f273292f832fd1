package site

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/alecthomas/chroma/v2"

	"mingfa/generator/escape"
	"mingfa/generator/report"
	"mingfa/generator/site/highlight"
)

// sourcePath is the page that shows the original line by line. Hugo renders no
// page inside the folder of another, so that it lies beside the report's and
// says where it is to be published.
func (in *Input) sourcePath() string {
	return "content/reports/" + in.Body.Slug + "/" + strconv.Itoa(in.Report.Year) + "-source.md"
}

// sourcePage is the original as a list of its lines, each with the id L and its
// number, and below a line what is to be said of it. It has no blank line; see body.
func (in *Input) sourcePage(m *marked) []byte {
	src := in.Report.Source
	count := lineCount(src)
	notes, regions, figures := in.notes(m), in.regions(m), figureSpans(in.Report)
	has := func(class string) bool {
		return slices.ContainsFunc(regions, func(r region) bool { return r.class == class })
	}
	b := document(frontMatter{
		Title:       "原件逐行：" + in.title(),
		Description: in.Body.Name + strconv.Itoa(in.Report.Year) + "年法治政府建设年度报告的原件，逐行编号，与印发的文件逐字一致。",
		URL:         in.url() + "source/", Layout: "source", Build: unlisted,
		Params: sourceParams{identity: in.identity(), File: in.file(), Date: in.date(), Lines: count, Sic: has(sic), Unread: has(unreadNumber)},
	})
	b = append(slices.Grow(b, 2*len(src.Text)), "\n<ol class=\"lines\">\n"...)
	for n := 1; n <= count; n++ {
		number := strconv.Itoa(n)
		b = append(append(b, `<li id="L`...), number...)
		b = append(append(b, `"><a href="#L`...), number...)
		b = append(append(b, `">`...), number...)
		b = append(b, `</a><div>`...)
		line := src.LineSpan(n)
		var inside []report.Span
		inside, figures = cutLine(figures, line)
		b, regions = appendLine(b, src, line, inside, regions)
		b = append(b, "</div>"...)
		for ; len(notes) > 0 && notes[0].line <= n; notes = notes[1:] {
			b = notes[0].append(b)
		}
		b = append(b, "</li>\n"...)
	}
	return append(b, "</ol>\n"...)
}

// lineCount is how many lines the original has: a line break ends one.
func lineCount(src *report.Source) int {
	n := src.Lines()
	if n > 1 && src.LineSpan(n).Len() == 0 {
		n--
	}
	return n
}

// region is a run of the original that is marked. Regions are in text order
// and do not overlap.
type region struct {
	span  report.Span
	class string
}

// regions are the words of waived findings, and the numbers that were not read
// as far as they are not among those.
func (in *Input) regions(m *marked) []region {
	var all []region
	for _, k := range m.marks {
		all = append(all, region{k.span, sic})
	}
	in.eachUnread(func(f *report.Finding) { all = append(all, region{f.Span, unreadNumber}) })
	slices.SortStableFunc(all, func(a, b region) int { return a.span.Start - b.span.Start })
	out := all[:0]
	end := 0
	for _, r := range all {
		r.span.Start = max(r.span.Start, end)
		if r.span.Len() > 0 {
			out, end = append(out, r), r.span.End
		}
	}
	return out
}

// figureSpans are the figures of a report by where they begin.
func figureSpans(r *report.Report) []report.Span {
	spans := make([]report.Span, len(r.Figures))
	for i := range r.Figures {
		spans[i] = r.Figures[i].Span
	}
	slices.SortFunc(spans, func(a, b report.Span) int { return a.Start - b.Start })
	return spans
}

// cutLine cuts the spans that lie in a line off the list, and gives them as spans
// of the line. It writes over the list.
func cutLine(list []report.Span, line report.Span) (inside, rest []report.Span) {
	n := 0
	for n < len(list) && list[n].End <= line.End {
		list[n] = report.Span{Start: list[n].Start - line.Start, End: list[n].End - line.Start}
		n++
	}
	return list[:n], list[n:]
}

// appendLine appends a line in the colours of highlight and with its marks.
// regions is what begins in the line or after it, and comes back as what begins
// or goes on after it.
func appendLine(b []byte, src *report.Source, line report.Span, figures []report.Span, regions []region) ([]byte, []region) {
	next, err := highlight.LexerOf(figures).Tokenise(nil, src.Slice(line))
	if err != nil {
		panic(err) // the lexer gives none
	}
	tokens := next.Tokens()
	for at := line.Start; at < line.End; {
		end, class := line.End, ""
		if len(regions) > 0 {
			if r := regions[0]; r.span.Start > at {
				end = min(end, r.span.Start)
			} else {
				end, class = min(end, r.span.End), r.class
			}
		}
		var run []chroma.Token
		run, tokens = cut(tokens, end-at)
		if class == "" {
			b = appendTokens(b, run)
		} else {
			b = append(append(append(b, `<mark class="`...), class...), `">`...)
			b = append(appendTokens(b, run), "</mark>"...)
		}
		if at = end; len(regions) > 0 && regions[0].span.End <= at {
			regions = regions[1:]
		}
	}
	for len(regions) > 0 && regions[0].span.End <= line.End {
		regions = regions[1:]
	}
	return b, regions
}

// cut parts the tokens after n bytes of text; the one that lies across is parted
// itself.
func cut(tokens []chroma.Token, n int) (head, rest []chroma.Token) {
	for i, t := range tokens {
		switch {
		case n == 0:
			return tokens[:i], tokens[i:]
		case n < len(t.Value):
			head = append(slices.Clone(tokens[:i]), chroma.Token{Type: t.Type, Value: t.Value[:n]})
			tokens[i].Value = t.Value[n:]
			return head, tokens[i:]
		}
		n -= len(t.Value)
	}
	return tokens, nil
}

// appendTokens appends tokens as HTML.
func appendTokens(b []byte, tokens []chroma.Token) []byte {
	w := bytes.NewBuffer(b)
	if err := highlight.HTML.Format(w, highlight.Style, chroma.Literator(tokens...)); err != nil {
		panic(err) // a buffer takes everything
	}
	return w.Bytes()
}

// Classes of marked words.
const (
	sic          = "sic"    // a waived finding is about them
	unreadNumber = "unread" // a number that was not read
)

// note is what is said below a line.
type note struct {
	line  int
	class string
	words string // which are marked; "" where they are not repeated
	href  string
	says  string
}

// notes are those of all lines, in their order.
func (in *Input) notes(m *marked) []note {
	var notes []note
	for i := range m.waived {
		w := &m.waived[i]
		notes = append(notes, note{w.Finding.Line, sic, w.quote(), "../#why-" + m.ids[i], strings.TrimSuffix(w.Finding.Message, "。") + "。理由：" + w.Reason})
	}
	in.eachUnread(func(f *report.Finding) {
		notes = append(notes, note{f.Line, unreadNumber, shortened(f.Quote), "../#checks", "程序不能确定它的含义，没有放进图表和下载的数据"})
	})
	slices.SortStableFunc(notes, func(a, b note) int { return a.line - b.line })
	return notes
}

func (n *note) append(b []byte) []byte {
	b = append(b, `<p class="note"><a href="`+n.href+`">`...)
	if n.words != "" {
		b = escape.Text(b, escape.Quoted(n.words))
	}
	b = append(b, labels[n.class]+"</a>　<bdi>"...)
	b = kept(b, n.says)
	return append(b, "</bdi></p>"...)
}

// labels are what notes are called.
var labels = map[string]string{sic: "原文如此", unreadNumber: "没有读懂"}
