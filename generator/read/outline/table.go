package outline

import (
	"strings"
	"unicode"

	"mingfa/generator/report"
)

// form is how the lines of a table part its cells.
type form int

const (
	tabbed form = iota // by tabs
	piped              // by upright strokes: | 警告 | 31 |
	spaced             // by two spaces or more
	wide               // by a full-width space
	lined              // a cell a line, as copied from the form of a website
)

// tableLines are the lines that make a table.
type tableLines struct {
	first, end int // in parser.lines
	form       form
	columns    int // of a table with a cell a line
}

// tables marks the lines of tables, and the captions.
func (p *parser) tables() {
	p.pipes()
	for i := p.body; i < len(p.lines); {
		if p.lines[i].kind != report.BlockText {
			i++
			continue
		}
		t := p.tableAt(i)
		if t.end-t.first < 2 {
			if isCaption(p.text(i)) {
				p.lines[i].kind = report.BlockCaption
			}
			i = max(t.end, i+1)
			continue
		}
		for _, part := range p.parted(t) {
			p.markRows(part)
		}
		i = t.end
	}
}

// tableAt is the table that begins at line i; one of fewer than two lines is
// none, and its end is where to look next, so that no line is looked at often.
func (p *parser) tableAt(i int) tableLines {
	end := i
	for end < len(p.lines) && p.isRow(end, i) {
		end++
	}
	if end-i >= 2 {
		if t := (tableLines{i, end, tabbed, 0}); !p.isProse(t) {
			return t
		}
		return tableLines{first: end, end: end}
	}
	for _, f := range [...]form{piped, spaced, wide} {
		if t := p.rowsBy(i, f); t.end-t.first >= 2 || t.first > i {
			return t
		}
	}
	return p.cellsByLine(i)
}

// isRow reports whether line i may be a row of the table that begins at first:
// no line is blank between it and the row before, and it holds a tab. Only
// after the first row may that be a tab before or after the words, for an
// empty cell.
func (p *parser) isRow(i, first int) bool {
	l := p.lines[i]
	if l.kind != report.BlockText || i > first && l.no != p.lines[i-1].no+1 {
		return false
	}
	whole := p.src.Slice(p.src.LineSpan(l.no))
	if !strings.Contains(whole, "\t") {
		return false
	}
	s := p.text(i)
	if m, ok := readMark(s); ok { // a tab may stand between a number and its heading
		return strings.Contains(s[m.size+skipSpace(s[m.size:]):], "\t")
	}
	if strings.Contains(s, "\t") {
		return true
	}
	return i > first && hasLength(s, 1, 30) && !ended(s)
}

// isProse reports whether lines with tabs are paragraphs and lists all the same:
// sentences, items behind a bullet, or names with what they stand for, as in an
// address (电话：	…).
func (p *parser) isProse(t tableLines) bool {
	values, sentences, bullets, named := 0, 0, 0, 0
	for i := t.first; i < t.end; i++ {
		cells := p.split(i, t.form)
		first := p.src.Slice(cells[0].Span)
		for _, c := range cells {
			if p.isValue(p.src.Slice(c.Span)) {
				values++
			}
		}
		if sentence(p.text(i)) {
			sentences++
		}
		if first != "" && !strings.ContainsFunc(first, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
			bullets++
		}
		if strings.HasSuffix(first, "：") || strings.HasSuffix(first, ":") {
			named++
		}
	}
	n := t.end - t.first
	return values == 0 && 2*sentences > n || bullets == n || named == n
}

// parted parts lines at which a second table begins without a blank line: one
// of more or fewer columns, or whose first column is named as that of the first.
func (p *parser) parted(t tableLines) []tableLines {
	var parts []tableLines
	if t.form != lined {
		for i := t.first + 2; i+1 < t.end; i++ {
			if p.opensSecond(t, i) {
				parts = append(parts, tableLines{t.first, i, t.form, 0})
				t.first = i
				i++
			}
		}
	}
	return append(parts, t)
}

// opensSecond reports whether line i of a table names the columns of another:
// rows of numbers stand before and after it, and it has words alone.
func (p *parser) opensSecond(t tableLines, i int) bool {
	here, before, after, first := p.split(i, t.form), p.split(i-1, t.form), p.split(i+1, t.form), p.split(t.first, t.form)
	if len(here) < 2 || !p.anyValue(before) || !p.anyValue(after) {
		return false
	}
	for _, c := range here {
		if s := p.src.Slice(c.Span); s == "" || p.isValue(s) || report.IsNothing(s) {
			return false
		}
	}
	if len(here) != len(before) {
		return len(here) == len(after)
	}
	same := p.src.Slice(here[0].Span) == p.src.Slice(first[0].Span)
	return same && p.text(i) != p.text(t.first)
}

func (p *parser) isValue(cell string) bool { return report.IsValue(cell, p.words.Units.Prefix) }

func (p *parser) anyValue(cells []report.TableCell) bool {
	for _, c := range cells {
		if p.isValue(p.src.Slice(c.Span)) {
			return true
		}
	}
	return false
}

// markRows makes lines the rows of a table. A tab at the end of a row, or at its
// beginning unless every row has one, stands for an empty cell and belongs to the
// row.
func (p *parser) markRows(t tableLines) {
	indented := true
	for i := t.first; i < t.end; i++ {
		indented = indented && strings.HasPrefix(p.leading(i), "\t")
	}
	for i := t.first; i < t.end; i++ {
		l := &p.lines[i]
		l.kind = report.BlockRow
		if t.form != tabbed {
			continue
		}
		whole := p.src.LineSpan(l.no)
		if !indented {
			l.span.Start -= tabsAt(p.leading(i))
		}
		l.span.End += len(p.src.Text[l.span.End:whole.End]) - len(strings.TrimLeft(p.src.Text[l.span.End:whole.End], "\t"))
	}
	p.found = append(p.found, t)
	if above := t.first - 1; above >= p.body && p.lines[above].kind == report.BlockText {
		s := p.text(above)
		if _, marked := readMark(s); !marked && hasLength(s, 3, 40) && !ended(s) && hasSuffix(s, "表", "一览") {
			p.lines[above].kind = report.BlockCaption
		}
	}
}

// leading is the white space before line i.
func (p *parser) leading(i int) string {
	return p.src.Text[p.src.LineSpan(p.lines[i].no).Start:p.lines[i].span.Start]
}

// tabsAt is how many tabs space ends with.
func tabsAt(space string) int { return len(space) - len(strings.TrimRight(space, "\t")) }

// isCaption reports whether s is 表1　… or 附表2：….
func isCaption(s string) bool {
	rest := strings.TrimPrefix(s, "附")
	rest, table := strings.CutPrefix(rest, "表")
	rest, chart := strings.CutPrefix(rest, "图")
	if table == chart || !hasLength(s, 2, 50) || ended(s) || strings.Contains(s, "\t") {
		return false
	}
	rest = rest[skipSpace(rest):]
	size, n := digits(rest, 3)
	if n == 0 {
		size, n = chineseDigits(rest, 3)
	}
	after := rest[size:]
	// 表1　名称, 表1-2 名称, 表一：名称; 表1显示 is the start of a sentence.
	return n > 0 && (after == "" || skipSpace(after) > 0 || oneOf(after, "：:-－.．、") > 0 || hasSuffix(s, "表", "图", "情况"))
}
