package outline

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// strokes part the cells of a row; blanks are the spaces that do.
const (
	strokes = "|｜│┃"
	blanks  = " \u00A0　"
)

// maxCell bounds a cell of a table that spaces part, in bytes: a longer one is
// prose.
const maxCell = 60

// split gives the cells of line i. Block is not known yet.
func (p *parser) split(i int, f form) []report.TableCell {
	l := p.lines[i]
	switch f {
	case tabbed:
		return report.SplitCells(p.src.Text, l.span, -1, "\t")
	case piped:
		return p.splitStrokes(i)
	case spaced, wide:
		return splitSpaces(p.src.Text, l.span, f)
	}
	return []report.TableCell{{Span: l.span, Block: -1}}
}

// splitStrokes gives the cells between strokes. The strokes at the ends of a
// row, where all rows of its table have them, enclose it; a cell that only a
// stroke at the end opens is none.
func (p *parser) splitStrokes(i int) []report.TableCell {
	cells := report.SplitCells(p.src.Text, p.lines[i].span, -1, strokes)
	if n := len(cells); n > 2 && cells[n-1].Span.Len() == 0 {
		cells = cells[:n-1]
	}
	if len(cells) > 2 && cells[0].Span.Len() == 0 && p.enclosed[i] {
		cells = cells[1:]
	}
	return cells
}

// splitSpaces gives the cells between two spaces or more; with wide, between any
// full-width ones.
func splitSpaces(text string, line report.Span, f form) []report.TableCell {
	var cells []report.TableCell
	start := line.Start
	const most = 100 // cells
	for at := line.Start; at < line.End && len(cells) < most; {
		n := strings.IndexAny(text[at:line.End], blanks)
		if n < 0 {
			break
		}
		gap := at + n
		run := text[gap:line.End]
		run = run[:len(run)-len(strings.TrimLeft(run, blanks))]
		at = gap + len(run)
		if utf8.RuneCountInString(run) > 1 || f == wide && run == "　" {
			cells = append(cells, report.TableCell{Span: report.Span{Start: start, End: gap}, Block: -1})
			start = at
		}
	}
	return append(cells, report.TableCell{Span: report.Span{Start: start, End: line.End}, Block: -1})
}

// pipes notes which lines belong to a run whose every line begins with a stroke.
func (p *parser) pipes() {
	for i := p.body; i < len(p.lines); {
		end, enclosed := i, true
		for end < len(p.lines) && p.hasStroke(end) && (end == i || p.lines[end].no == p.lines[end-1].no+1) {
			r, _ := utf8.DecodeRuneInString(p.text(end))
			enclosed = enclosed && (strings.ContainsRune(strokes, r) || p.isRule(end))
			end++
		}
		if enclosed && end > i+1 {
			if p.enclosed == nil {
				p.enclosed = map[int]bool{}
			}
			for k := i; k < end; k++ {
				p.enclosed[k] = true
			}
		}
		i = max(end, i+1)
	}
}

func (p *parser) hasStroke(i int) bool {
	s := p.text(i)
	return p.lines[i].kind == report.BlockText && (strings.IndexByte(s, '|') >= 0 || strings.Contains(s, "｜") || strings.Contains(s, "│") || strings.Contains(s, "┃") || (strings.Contains(s, "──") || strings.HasPrefix(s, "+-")) && isRule(s))
}

// rowsBy is the run of lines from line i whose cells are parted in one way.
func (p *parser) rowsBy(i int, f form) tableLines {
	t := tableLines{i, i, f, 0}
	if f == piped {
		rows := 0
		for t.end < len(p.lines) && p.hasStroke(t.end) && (t.end == i || p.lines[t.end].no == p.lines[t.end-1].no+1) && (len(p.split(t.end, f)) > 1 || p.isRule(t.end)) {
			if t.end++; !p.isRule(t.end - 1) {
				rows++
			}
		}
		switch {
		case t.end-i < 2:
		case rows < 2:
			t.first = t.end
		case p.isProse(t):
			t.first = t.end
		}
		return t
	}
	columns := p.headBySpaces(i, f)
	if columns < 2 {
		return t
	}
	full := 0
	for t.end = i + 1; t.end < len(p.lines); t.end++ {
		n := p.rowBySpaces(t.end, columns, f)
		if n == 0 {
			break
		}
		if n == columns {
			full++
		}
	}
	if full == 0 || full < t.end-i-1-full { // rather words set apart
		t.end = i
	}
	return t
}

// headBySpaces is how many columns line i names, 0 where it names none: a few
// words each, and no number but a year.
func (p *parser) headBySpaces(i int, f form) int {
	s := p.text(i)
	if _, marked := readMark(s); marked || !p.mayHoldSpaces(i) {
		return 0
	}
	cells := p.split(i, f)
	single := true
	for _, c := range cells {
		s := p.src.Slice(c.Span)
		single = single && len(s) <= utf8.UTFMax && utf8.RuneCountInString(s) == 1
		if len(s) > maxCell || ended(s) || strings.ContainsAny(s, "。；，：:") && !strings.HasSuffix(s, "）") || p.isValue(s) || report.IsNothing(s) {
			return 0
		}
	}
	if single { // 目　　录
		return 0
	}
	return len(cells)
}

// mayHoldSpaces is a first look at line i.
func (p *parser) mayHoldSpaces(i int) bool {
	s := p.text(i)
	return p.lines[i].kind == report.BlockText && !ended(s) && (strings.Contains(s, "  ") || strings.Contains(s, "　"))
}

// rowBySpaces is how many cells line i has as a row of a table of columns, 0
// where it is none: no more than those, one of them a number that does not
// stand first in the line unless all are numbers.
func (p *parser) rowBySpaces(i, columns int, f form) int {
	if p.lines[i].no != p.lines[i-1].no+1 || !p.mayHoldSpaces(i) {
		return 0
	}
	cells := p.split(i, f)
	if len(cells) > columns || len(cells) < 2 {
		return 0
	}
	values := 0
	for k, c := range cells {
		s := p.src.Slice(c.Span)
		if len(s) > maxCell && k < columns-1 || strings.ContainsAny(s, "。；：") {
			return 0
		}
		if p.isValue(s) || k > 0 && report.IsNothing(s) {
			values++
		}
	}
	if values == 0 {
		return 0
	}
	return len(cells)
}

// isRule reports whether line i is the line that Markdown draws under the names
// of columns, or one of a frame.
func (p *parser) isRule(i int) bool { return isRule(p.text(i)) }

func isRule(s string) bool {
	return strings.Trim(s, strokes+"-－—─━:：+┼├┤┌┐└┘┬┴=＝ 　") == "" && (strings.Contains(s, "--") || strings.Contains(s, "－－") || strings.Contains(s, "——") || strings.Contains(s, "──") || strings.Contains(s, "=="))
}
