// Package reporttest makes reports for tests from a short script, so that the
// stages after extraction can be tested without it. A line of a script is
//
//	title|meta|text|row|caption|closing TEXT      a block
//	head LEVEL NUMBER TEXT                        a heading; NUMBER - stands for a lost one
//	item LEVEL NUMBER TEXT                        a numbered sentence
//	year|issuer VALUE
//	rate #R = #P / #W [COMPUTED] [agrees]         relations; figures count from #1
//	part #W : #P #P… [complete]
//	change #R : #EARLIER -> #W [COMPUTED] [agrees]     #R and #EARLIER may be #0, for none
//	unread WORDS                                  a finding at the words
//
// and a figure within a text is [[RAW|UNIT|KIND|LABEL|OPTION…]], of which RAW
// and UNIT are the text; a UNIT in brackets is printed elsewhere. Options:
// value=V approx=A ind=ID theme=ID target hidden reviewed raw=R. In TEXT, \t and \uXXXX
// are read as Go reads them.
package reporttest

import (
	"fmt"
	"strconv"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// Parse makes the report of a script.
func Parse(script string) (*report.Report, error) {
	p := &parser{r: &report.Report{}, table: -1, heading: -1}
	for n, line := range strings.Split(script, "\n") {
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "//") {
			continue
		}
		if err := p.line(line); err != nil {
			return nil, fmt.Errorf("failed to read line %d of the script: %w", n+1, err)
		}
	}
	p.finish()
	return p.r, nil
}

type parser struct {
	r       *report.Report
	text    strings.Builder
	lines   int
	table   int
	heading int
	caption int // 1 + index of the block before, when it is a caption
	ids     report.IDs
	unread  []string
}

func (p *parser) line(line string) error {
	verb, rest, _ := strings.Cut(line, " ")
	switch verb {
	case "year":
		y, err := strconv.Atoi(rest)
		p.r.Year = y
		return err
	case "issuer":
		p.r.Issuer = rest
		return nil
	case "rate", "part", "change":
		return p.relation(report.RelationKind(verb), rest)
	case "unread":
		p.unread = append(p.unread, rest)
		return nil
	case "head", "item":
		return p.numbered(verb == "item", rest)
	case "title", "meta", "text", "row", "caption", "closing":
		_, err := p.block(report.BlockKind(verb), rest)
		if err == nil && verb == "title" {
			b := p.r.Blocks[len(p.r.Blocks)-1]
			p.r.Title += p.text.String()[b.Span.Start:b.Span.End]
		}
		return err
	}
	return fmt.Errorf("unknown verb %q", verb)
}

func (p *parser) numbered(item bool, rest string) error {
	f := strings.SplitN(rest, " ", 3)
	if len(f) != 3 {
		return fmt.Errorf("want LEVEL NUMBER TEXT: %q", rest)
	}
	level, err := strconv.Atoi(f[0])
	if err != nil {
		return err
	}
	number := strings.TrimPrefix(f[1], "-")
	kind := report.BlockHeading
	if item {
		kind = report.BlockText
	}
	p.heading = len(p.r.Headings)
	p.r.Headings = append(p.r.Headings, report.Heading{Level: level, Number: number, Item: item})
	i, err := p.block(kind, number+f[2])
	if err != nil {
		return err
	}
	h, b := &p.r.Headings[p.heading], &p.r.Blocks[i]
	text := p.text.String()[b.Span.Start:b.Span.End]
	h.ID, h.Text, h.Line, h.Span = p.ids.Make('h', text), strings.TrimPrefix(text, number), b.Line, b.Span
	b.ID = h.ID
	return nil
}

func (p *parser) block(kind report.BlockKind, text string) (int, error) {
	index := len(p.r.Blocks)
	p.lines++
	if kind != report.BlockRow {
		p.table = -1
	} else if p.table < 0 {
		p.table = len(p.r.Tables)
		p.r.Tables = append(p.r.Tables, report.Table{Caption: p.caption - 1, First: index, Heads: 1, Nested: -1})
	}
	p.caption = 0
	if kind == report.BlockRow {
		p.r.Tables[p.table].Rows++
	}
	if kind == report.BlockCaption {
		p.caption = index + 1
	}
	start := p.text.Len()
	first := len(p.r.Figures)
	if err := p.words(text, index); err != nil {
		return 0, err
	}
	span := report.Span{Start: start, End: p.text.Len()}
	p.text.WriteByte('\n')
	p.quotes(first, span)
	p.r.Blocks = append(p.r.Blocks, report.Block{ID: p.ids.Make('p', p.text.String()[start:span.End]), Kind: kind, Span: span, Line: p.lines, Heading: p.heading, Table: p.table})
	return index, nil
}

// words writes text and takes the figures out of it.
func (p *parser) words(text string, block int) error {
	for text != "" {
		before, rest, found := strings.Cut(text, "[[")
		p.text.WriteString(unescape(before))
		if !found {
			return nil
		}
		mark, after, found := strings.Cut(rest, "]]")
		f := strings.Split(mark, "|")
		if !found || len(f) < 4 {
			return fmt.Errorf("want [[RAW|UNIT|KIND|LABEL]]: %q", mark)
		}
		p.figure(f, block)
		text = after
	}
	return nil
}

func (p *parser) figure(f []string, block int) {
	fig := report.Figure{Raw: f[0], Unit: strings.Trim(f[1], "()"), Kind: report.Kind(f[2]), Label: unescape(f[3]), Block: block, Line: p.lines}
	fig.Value = strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '.' {
			return r
		}
		return -1
	}, f[0])
	for _, option := range f[4:] {
		k, v, _ := strings.Cut(option, "=")
		switch k {
		case "value":
			fig.Value = v
		case "approx":
			fig.Approx = v
		case "ind":
			fig.Indicator = v
		case "theme":
			fig.Theme = v
		case "raw":
			fig.Raw = v
		case "target":
			fig.Target = true
		case "hidden":
			fig.Hidden = true
		case "reviewed":
			fig.Reviewed = true
		}
	}
	printed := f[0]
	if !strings.HasPrefix(f[1], "(") {
		printed += f[1]
	}
	fig.Span = report.Span{Start: p.text.Len(), End: p.text.Len() + len(printed)}
	p.text.WriteString(printed)
	p.r.Figures = append(p.r.Figures, fig)
}

// quotes gives the figures of a block their clauses and ids.
func (p *parser) quotes(first int, block report.Span) {
	text := p.text.String()
	for i := first; i < len(p.r.Figures); i++ {
		f := &p.r.Figures[i]
		q := block
		if k := strings.LastIndexAny(text[block.Start:f.Span.Start], "，。；"); k >= 0 {
			q.Start = block.Start + k + len("，")
		}
		if k := strings.IndexAny(text[f.Span.End:block.End], "，。；"); k >= 0 {
			q.End = f.Span.End + k
		}
		f.QuoteSpan, f.Quote = q, text[q.Start:q.End]
		f.Own = report.OwnLabel(f.Label, f.Quote)
		f.ID = p.ids.Make('f', f.Quote+"\x00"+f.Raw)
	}
}

func (p *parser) relation(kind report.RelationKind, rest string) error {
	rel := report.Relation{Kind: kind, Result: -1, Whole: -1}
	var figures []int
	for _, word := range strings.Fields(rest) {
		switch {
		case word[0] == '#':
			n, err := strconv.Atoi(word[1:])
			if err != nil {
				return err
			}
			figures = append(figures, n-1)
		case word == "agrees":
			rel.Agrees = true
		case word == "complete":
			rel.Complete = true
		case strings.Trim(word, "=/:->") != "":
			rel.Computed = word
		}
	}
	switch {
	case kind == report.RelationPart && len(figures) > 0:
		rel.Whole, rel.Parts = figures[0], figures[1:]
	case kind == report.RelationRate && len(figures) == 3:
		rel.Result, rel.Parts, rel.Whole = figures[0], figures[1:2], figures[2]
	case kind == report.RelationChange && len(figures) == 3:
		rel.Result, rel.Whole = figures[0], figures[2]
		if figures[1] >= 0 {
			rel.Parts = figures[1:2]
		}
	default:
		return fmt.Errorf("wrong number of figures: %q", rest)
	}
	p.r.Relations = append(p.r.Relations, rel)
	return nil
}

func (p *parser) finish() {
	text := p.text.String()
	src := report.NewSource("seeds/shili-sfj/2023.txt", text)
	for i := range p.r.Tables {
		t := &p.r.Tables[i]
		t.Grid = TabbedGrid(text, p.r.Blocks, t.First, t.Rows)
		for _, row := range t.Grid {
			t.Columns = max(t.Columns, len(row.Cells))
		}
	}
	src.SHA256 = strings.Repeat("0", 64)
	p.r.Source = src
	for _, words := range p.unread {
		if at := strings.Index(text, words); at >= 0 {
			p.r.Findings = append(p.r.Findings, src.FindingAt(report.Span{Start: at, End: at + len(words)}, rule.UnreadNumber, report.Warning, "", ""))
		}
	}
}

// unescape reads \t, \r, \n, \uXXXX and the like; a text that Go could not read is itself.
func unescape(s string) string {
	if !strings.ContainsRune(s, '\\') {
		return s
	}
	out, err := strconv.Unquote(`"` + strings.ReplaceAll(s, `"`, `\"`) + `"`)
	if err != nil {
		return s
	}
	return out
}

// TabbedGrid is the rows of a table whose cells are parted by tabs, one a block.
func TabbedGrid(text string, blocks []report.Block, first, rows int) []report.TableRow {
	grid := make([]report.TableRow, 0, rows)
	for i := first; i < first+rows && i < len(blocks); i++ {
		grid = append(grid, report.TableRow{Block: i, Cells: report.SplitCells(text, blocks[i].Span, i, "\t")})
	}
	return grid
}
