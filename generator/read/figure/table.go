package figure

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// tableColumns is what the first row of a table says of its columns.
type tableColumns struct {
	grammar
	table int // index in Tables, and one more, so that zero is none
	names []cell
	unit  int      // the column of units; -1 without one
	name  int      // the column of row names
	above []string // the units that a line above the table names: 单位：件、万元
}

// cell is one cell of a row.
type cell struct {
	text       string
	start, end int
}

// maxCells bounds the columns of a row that are read.
const maxCells = 200

// cells splits a row at its tabs.
func cells(text string, start, end int) []cell {
	var list []cell
	for len(list) < maxCells {
		n := strings.IndexByte(text[start:end], '\t')
		stop := end
		if n >= 0 {
			stop = start + n
		}
		a, b := start, stop
		for a < b && isSpace(peek(text, a)) {
			_, w := runeAt(text, a)
			a += w
		}
		for b > a {
			r, w := before(text, b)
			if !isSpace(r) {
				break
			}
			b -= w
		}
		list = append(list, cell{text[a:b], a, b})
		if n < 0 {
			break
		}
		start = stop + 1
	}
	return list
}

// row reads a line of a table: the first for the names of its columns, the
// others for one figure a numeric cell.
func (e *extractor) row(i int, b *report.Block) {
	row := cells(e.text, b.Span.Start, b.Span.End)
	if e.columns.table != b.Table+1 {
		e.columns = tableColumns{grammar: e.grammar, table: b.Table + 1, above: e.unitsAbove(i)}
		if !hasValue(row) {
			e.columns.read(row)
			return
		}
		e.columns.unit = -1
	}
	first := len(e.r.Figures)
	for k, c := range row {
		if k <= e.columns.name || k == e.columns.unit && len(e.columns.names) > 0 {
			continue
		}
		m, ok := e.readCell(e.text, c)
		if !ok {
			if hasDigit(c.text) {
				e.cellProse(i, b, c)
			}
			continue
		}
		e.emitCell(i, b, row, k, m)
	}
	e.relateRow(first)
}

// cellProse reads a cell that holds words.
func (e *extractor) cellProse(i int, b *report.Block, c cell) {
	e.scanner.block(e.text, c.start, c.end)
	e.unread()
	e.labeller = labeller{grammar: e.grammar, s: &e.scanner}
	e.labeller.run()
	for k := range e.scanner.marks {
		e.emit(i, b, &e.scanner.marks[k])
	}
}

// read takes in the names of the columns.
func (t *tableColumns) read(row []cell) {
	t.names, t.unit = row, -1
	for k, c := range row {
		switch {
		case t.ColumnsOfUnits.Has(c.text):
			t.unit = k
		case t.ColumnsOfNumbers.Has(c.text) && t.name == k:
			t.name = k + 1
		}
	}
	if t.unit == t.name {
		t.unit = -1 // of bodies, not of measures
	}
}

// unitsAbove are the units that the line above the row of block i names.
func (e *extractor) unitsAbove(i int) []string {
	if i == 0 {
		return nil
	}
	b := &e.r.Blocks[i-1]
	line := strings.Trim(e.text[b.Span.Start:b.Span.End], "（()） 　")
	n := e.ColumnsOfUnits.Prefix(line)
	if n == 0 {
		return nil
	}
	const longest = 40 // bytes of a list of units
	r, w := runeOrNone(line, n)
	if (r != '：' && r != ':') || len(line)-n-w >= longest {
		return nil
	}
	return strings.FieldsFunc(line[n+w:], func(r rune) bool { return isSpace(r) || strings.ContainsRune("、，,/；", r) })
}

// hasValue reports whether a row has a cell of digits that is no year.
func hasValue(row []cell) bool {
	for _, c := range row[1:] {
		n, ok := numeral.Scan(c.text)
		if whole, spaced := numeral.ScanSpaced(c.text); spaced {
			n = whole
		}
		if ok && n.Arabic && n.Size == len(c.text) && !isYear(n) {
			return true
		}
	}
	return false
}

func hasDigit(s string) bool {
	for i := 0; i < len(s); {
		r, w := runeAt(s, i)
		if classOf(r) == arabic {
			return true
		}
		i += w
	}
	return false
}

// readCell reads a cell that holds a numeral, and at most a unit after it.
func (g grammar) readCell(text string, c cell) (mark, bool) {
	start, sign := c.start, ""
	if strings.HasPrefix(c.text, "-") || strings.HasPrefix(c.text, "－") {
		_, w := runeAt(text, start)
		start, sign = start+w, "-"
	}
	size, approx := 0, ""
	if word, ok := g.ApproximateBefore.At(c.text, start-c.start); ok {
		size, approx = word.Len(), g.ApproximateBefore.Reading(word)
	}
	n, ok := numeral.Scan(text[start+size : c.end])
	if whole, spaced := numeral.ScanSpaced(text[start+size : c.end]); spaced {
		n = whole // a cell holds one value
	}
	if !ok || !n.Arabic {
		return mark{}, false
	}
	s := scanner{grammar: g, text: text[:c.end], end: c.end}
	m := s.measure(start+size, n)
	if m.end < 0 || m.next != c.end || n.Digits > maxDigits {
		return mark{}, false
	}
	m.start = c.start
	m.value = sign + m.value
	if approx != "" && m.approx == "" {
		m.approx = approx
	}
	return m, true
}

// emitCell appends the figure of cell k of a row.
func (e *extractor) emitCell(i int, b *report.Block, row []cell, k int, m mark) {
	t := &e.columns
	name := ""
	if t.name < len(row) && t.name != k {
		name = row[t.name].text
	}
	column := ""
	if k < len(t.names) {
		column = t.names[k].text
	}
	if m.unit == "" {
		m.unit = t.unitOf(row, name, column)
	}
	m.label = e.cellLabel(name, column)
	if m.label == "" {
		m.label = name
	}
	m.target = b.Heading >= 0 && e.plans[b.Heading] || e.ColumnsOfGoals.In(column)
	m.changes = e.isChange(e.dropBracket(column)) || e.isChange(e.dropBracket(name))
	f := report.Figure{
		Value: m.value, Raw: e.text[m.start:m.numEnd], Unit: m.unit, Approx: m.approx, Kind: e.kindOf(&m), Label: labelOf(&m),
		Quote: e.text[b.Span.Start:b.Span.End], QuoteSpan: b.Span, Span: report.Span{Start: m.start, End: m.end},
		Block: i, Line: b.Line, Target: m.target,
	}
	if len(f.Quote) > maxQuote*4 {
		f.QuoteSpan = f.Span
		f.Quote = e.text[f.Span.Start:f.Span.End]
	}
	f.Own = f.Label != "" // the heads of its row and column
	f.ID = e.id(f.Quote, f.Raw, f.Span.Start-f.QuoteSpan.Start)
	e.r.Figures = append(e.r.Figures, f)
}

// isChange reports whether a column or a row is named after a change.
func (g grammar) isChange(name string) bool {
	return g.ColumnsOfChanges.Has(name) || g.Changing.Suffix(name) > 0
}

// unitOf is the unit of a cell that prints none: that of the unit column, or
// the one in brackets after the name of its column or row.
func (t *tableColumns) unitOf(row []cell, name, column string) string {
	if t.unit >= 0 && t.unit < len(row) {
		if u := row[t.unit].text; u != "" && !strings.ContainsAny(u, "—-") && u != "/" {
			return strings.ReplaceAll(u, "％", "%")
		}
	}
	for _, s := range [...]string{column, name} {
		if unit := t.bracketUnit(s); unit != "" {
			return unit
		}
	}
	return t.unitAbove(name, column)
}

// unitAbove is which of the units above the table a cell has: none for shares;
// of one of money and one of things, that of money for sums.
func (t *tableColumns) unitAbove(name, column string) string {
	if len(t.above) == 0 || len(t.above) > 2 || t.namesShare(name) || t.namesShare(column) {
		return ""
	}
	a, b := t.above[0], t.above[len(t.above)-1]
	money := t.Sums.Suffix(name) > 0 || t.Sums.Suffix(column) > 0
	switch {
	case len(t.above) == 1:
		return a
	case t.isSum(a) == t.isSum(b):
		return ""
	case t.isSum(a) == money:
		return a
	}
	return b
}

// isSum reports whether a unit is of money.
func (g grammar) isSum(unit string) bool { return g.UnitsOfMoney.Suffix(unit) > 0 }

// namesShare reports whether a column or a row is named after a rate.
func (g grammar) namesShare(name string) bool {
	return g.namesRate(name) || g.isChange(name) && g.Tallies.Suffix(name) == 0 // 增减额
}

// bracketUnit is the unit in the brackets that end a name: 罚款金额（万元）,
// 占比(%), 数量（单位：件）.
func (g grammar) bracketUnit(name string) string {
	open := strings.LastIndexAny(name, "（(")
	if open < 0 {
		return ""
	}
	_, w := runeAt(name, open)
	inside := strings.TrimRight(name[open+w:], "）) 　")
	inside = strings.TrimLeft(inside[g.ColumnsOfUnits.Prefix(inside):], "：: ")
	unit := strings.TrimPrefix(strings.TrimPrefix(inside, "亿"), "万")
	if unit == "" || g.matchUnit(unit) != unit {
		return ""
	}
	return strings.ReplaceAll(inside, "％", "%")
}

// dropBracket takes a unit in brackets off a name.
func (g grammar) dropBracket(name string) string {
	if g.bracketUnit(name) == "" {
		return name
	}
	return strings.TrimSpace(name[:strings.LastIndexAny(name, "（(")])
}

// cellLabel is the row's name and the column's in brackets.
func (g grammar) cellLabel(name, column string) string {
	name, column = g.dropBracket(name), g.dropBracket(column)
	name = trimNumber(strings.TrimLeft(strings.TrimPrefix(name, "其中"), "：:"))
	if column == "" || g.ColumnsOfCounts.Has(column) {
		return head(name, 90)
	}
	if name == "" {
		return head(column, 90)
	}
	return head(name, 90) + "（" + head(column, 60) + "）"
}

// trimNumber takes the number of a row off its name: 一、 or （一）.
func trimNumber(name string) string {
	rest, inBrackets := strings.CutPrefix(name, "（")
	number := len(rest) - len(strings.TrimLeftFunc(rest, func(r rune) bool { return classOf(r) == han }))
	mark := "、"
	if inBrackets {
		mark = "）"
	}
	if after, ok := strings.CutPrefix(rest[number:], mark); ok && number > 0 {
		return after
	}
	return name
}
