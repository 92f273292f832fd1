package outline

import (
	"strings"

	"mingfa/generator/report"
)

// tables marks runs of at least two lines whose cells are set apart by tabs,
// and the captions.
func (p *parser) tables() {
	for i := p.body; i < len(p.lines); {
		end := i
		for end < len(p.lines) && p.isRow(end, i) {
			end++
		}
		if end-i < 2 {
			if p.lines[i].kind == report.BlockText && isCaption(p.text(i)) {
				p.lines[i].kind = report.BlockCaption
			}
			i = max(end, i+1)
			continue
		}
		p.markRows(i, end)
		i = end
	}
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

// markRows makes lines from to end the rows of a table. A tab at the end of a
// row, or at its beginning unless every row has one, stands for an empty cell
// and belongs to the row.
func (p *parser) markRows(from, end int) {
	indented := true
	for i := from; i < end; i++ {
		indented = indented && strings.HasPrefix(p.leading(i), "\t")
	}
	for i := from; i < end; i++ {
		l := &p.lines[i]
		l.kind = report.BlockRow
		whole := p.src.LineSpan(l.no)
		if !indented {
			l.span.Start -= tabsAt(p.leading(i))
		}
		l.span.End += len(p.src.Text[l.span.End:whole.End]) - len(strings.TrimLeft(p.src.Text[l.span.End:whole.End], "\t"))
	}
	if above := from - 1; above >= p.body && p.lines[above].kind == report.BlockText {
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
