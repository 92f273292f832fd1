package figure

import (
	"fmt"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// cell is one cell of a row.
type cell struct {
	text       string
	start, end int
}

// table reads a table: one figure a cell that holds a number and no name.
func (e *extractor) table(n int) {
	t := &e.r.Tables[n]
	r := e.readTable(e.text, t, e.unitsAbove(t.First))
	if why := r.misfit(); why != "" {
		e.unreadRows(t, 0, len(t.Grid), why)
		return
	}
	for i := t.Heads; i < len(t.Grid) && len(e.r.Figures) < maxFigures; i++ {
		row := &t.Grid[i]
		if t.IsSection(i) {
			continue
		}
		if why := r.shifted(row); why != "" && r.holdsValue(row) {
			e.unreadRows(t, i, i+1, why)
			continue
		}
		e.row(r, i)
	}
}

func (r *tableReader) holdsValue(row *report.TableRow) bool {
	for k := range row.Cells {
		if r.isValue(row.Cell(r.text, k)) && (k >= len(r.columns) || r.columns[k].kind == values) {
			return true
		}
	}
	return false
}

// unreadRows reports the rows of a table from one to another, end left out, as one
// finding: where their cells stand is unsure, and so what they say.
func (e *extractor) unreadRows(t *report.Table, from, end int, why string) {
	first, last := t.Grid[from].Cells, t.Grid[end-1].Cells
	sp := report.Span{Start: e.r.Blocks[first[0].Block].Span.Start, End: e.r.Blocks[last[len(last)-1].Block].Span.End}
	src := e.r.Source
	f := src.FindingAt(report.Span{Start: sp.Start, End: e.r.Blocks[first[0].Block].Span.End}, rule.UnreadNumber, report.Warning, "", "请补齐空格（没有数的填“—”），使各行与表头的格数相同；合并的单元格请拆开填写。")
	f.Quote = head(f.Quote, maxUnreadQuote)
	line, to := src.Line(sp.Start), src.Line(sp.End)
	if to > line {
		f.Message = fmt.Sprintf("第%d—%d行的表格%s，分不清数字属于哪一栏，没有读作数据。", line, to, why)
	} else {
		f.Message = fmt.Sprintf("表格的这一行（第%d行）%s，分不清数字属于哪一栏，没有读作数据。", line, why)
	}
	f.Span = sp
	e.r.Findings = append(e.r.Findings, f)
}

// row reads row i of a table.
func (e *extractor) row(r *tableReader, i int) {
	row := &r.t.Grid[i]
	first := len(e.r.Figures)
	code := r.name >= 0 && e.isCode(row.Cell(e.text, r.name))
	for k, place := range row.Cells {
		kind := remarks // a cell beyond the head holds words
		if k < len(r.columns) {
			kind = r.columns[k].kind
		}
		c := cell{e.text[place.Span.Start:place.Span.End], place.Span.Start, place.Span.End}
		if c.text == "" || kind == names || kind == units || kind == numbers {
			continue
		}
		m, ok := e.readCell(e.text, c)
		switch {
		case (code || kind == codes) && (!ok || m.unit == ""):
		case ok && kind != remarks:
			e.emitCell(r, i, k, m)
		case hasDigit(c.text):
			before := len(e.r.Figures)
			e.cellProse(place.Block, c, r.subject(i, c.text))
			if kind == values && before+1 == len(e.r.Figures) {
				e.nameChange(r, i, k, c)
			}
		}
	}
	e.relateRow(first)
}

// nameChange labels the figure of a cell that says no more than how much more or
// less there is: 下降9.3% is 行政处罚（同比下降）.
func (e *extractor) nameChange(r *tableReader, i, k int, c cell) {
	last := len(e.r.Figures) - 1
	f := &e.r.Figures[last]
	word := e.text[c.start:f.Span.Start]
	if !e.Rises.Has(word) && !e.Falls.Has(word) || f.Span.End != c.end {
		return
	}
	if n := len(e.unsure); n > 0 && e.unsure[n-1] == last {
		e.unsure = e.unsure[:n-1] // the heads are sure
	}
	label := r.label(i, k)
	f.Own = label != ""
	switch inside, closed := strings.CutSuffix(label, "）"); {
	case label == "":
		f.Label = ""
	case closed && strings.HasSuffix(inside, word):
		f.Label = label
	case closed:
		f.Label = inside + word + "）"
	default:
		f.Label = label + "（" + word + "）"
	}
}

// subject is what a cell that begins with a number goes on about: 普法文章 where the row so
// named says 46篇，阅读量3.5万次 or 全年发布46篇. A cell that begins with a noun names its own; a row
// named after a time, a sum or a number names nothing.
func (r *tableReader) subject(i int, text string) string {
	if r.name < 0 {
		return ""
	}
	at := strings.IndexFunc(text, func(c rune) bool { return classOf(c) == arabic })
	if core := r.parse(text[:max(at, 0)]).core; core != "" && !r.onlyVerbs(core) && !r.LightVerbs.Has(core) {
		return ""
	}
	name := r.rowName(i)
	if name == "" || len(name) > maxLabel*len("名") || hasDigit(name) || r.Totals.Has(name) || r.TotalsOfSome.Has(name) || r.Periods.Prefix(name) > 0 || lexicon.NamesYear(name) {
		return ""
	}
	return name
}

// cellProse reads a cell that holds words, of a subject that may be told beside it.
func (e *extractor) cellProse(i int, c cell, subject string) {
	b := &e.r.Blocks[i]
	e.scanner.block(e.text, c.start, c.end)
	e.unread()
	e.labeller = labeller{grammar: e.grammar, s: &e.scanner, subject: subject}
	e.labeller.run()
	for k := range e.scanner.marks {
		e.emit(i, b, &e.scanner.marks[k])
	}
}

// unitsAbove are the units that the lines above block i name, of which the first
// may be the caption of its table.
func (e *extractor) unitsAbove(i int) []string {
	for back := 1; back <= 2 && back <= i; back++ {
		b := &e.r.Blocks[i-back]
		if b.Kind != report.BlockCaption && (back > 1 || b.Kind != report.BlockText) {
			break
		}
		if list := e.unitsIn(e.text[b.Span.Start:b.Span.End]); len(list) > 0 {
			return list
		}
	}
	return nil
}

// unitsIn are the units of a line that says nothing else (单位：件、万元), and
// those in brackets at the end of a title.
func (g grammar) unitsIn(line string) []string {
	const longest = 120 // bytes of a title
	if len(line) > longest {
		return nil
	}
	if unit := g.bracketUnit(line); unit != "" && g.ColumnsOfUnits.Prefix(line) == 0 { // not the last of 单位：件、%
		return []string{unit}
	}
	line = strings.Trim(line, "（()） 　")
	if at := strings.LastIndexAny(line, "（("); at >= 0 {
		_, w := runeAt(line, at)
		line = line[at+w:]
	}
	n := g.ColumnsOfUnits.Prefix(line)
	if n == 0 {
		return nil
	}
	const list = 40 // bytes of a list of units
	r, w := runeOrNone(line, n)
	if (r != '：' && r != ':') || len(line)-n-w >= list {
		return nil
	}
	return strings.FieldsFunc(line[n+w:], func(r rune) bool { return isSpace(r) || strings.ContainsRune("、，,/；", r) })
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
	switch r, w := runeOrNone(c.text, 0); r {
	case '-', '－', '−':
		start, sign = start+w, "-"
	case '+', '＋':
		start += w
	}
	size, approx, bounded := 0, "", 0
	if word, ok := g.ApproximateBefore.At(c.text, start-c.start); ok {
		size, approx = word.Len(), g.ApproximateBefore.Reading(word)
	} else if sign == "" {
		bounded = g.OpensBound(c.text)
		size = bounded
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
	if m.end < 0 || n.Digits > maxDigits {
		return mark{}, false
	}
	if s.bounded(&m, c.start); m.next != c.end {
		return mark{}, false
	}
	m.start = c.start + bounded
	m.value = sign + m.value
	if approx != "" && m.approx == "" {
		m.approx = approx
	}
	return m, true
}

// emitCell appends the figure of cell k of row i.
func (e *extractor) emitCell(r *tableReader, i, k int, m mark) {
	row := &r.t.Grid[i]
	block := row.Cells[k].Block
	b := &e.r.Blocks[block]
	c := &r.columns[k]
	name := row.Cell(e.text, r.name)
	if m.unit == "" {
		m.unit = r.unitOf(row, k)
	}
	m.label = r.label(i, k)
	m.target = e.headsGoals(b, strings.Join(c.path, "　"))
	m.changes = r.changes(c) || e.isChange(e.dropBracket(name))
	kind := e.kindOf(&m)
	if kind == report.KindCount && m.unit == "" && (e.namesRate(e.dropBracket(c.last())) || e.namesRate(e.dropBracket(name))) {
		kind = report.KindRate
	}
	f := report.Figure{
		Value: m.value, Raw: e.text[m.start:m.numEnd], Unit: m.unit, Approx: m.approx, Bound: m.bound, Words: m.words, Kind: kind, Label: labelOf(&m),
		Quote: e.text[b.Span.Start:b.Span.End], QuoteSpan: b.Span, Span: report.Span{Start: m.start, End: m.end},
		Block: block, Line: b.Line, Target: m.target,
	}
	if len(f.Quote) > maxQuote*4 {
		f.QuoteSpan = f.Span
		f.Quote = e.text[f.Span.Start:f.Span.End]
	}
	f.Own = f.Label != "" // the heads of its row and column
	f.ID = e.id(f.Quote, f.Raw, f.Span.Start-f.QuoteSpan.Start)
	e.r.Figures = append(e.r.Figures, f)
}

// changes reports whether a column, or one of the names over it, is named after
// a change.
func (r *tableReader) changes(c *column) bool {
	for _, name := range c.path {
		if r.isChange(r.dropBracket(name)) {
			return true
		}
	}
	return false
}

// isChange reports whether a column or a row is named after a change.
func (g grammar) isChange(name string) bool {
	return g.ColumnsOfChanges.Has(name) || g.Changing.Suffix(name) > 0
}

// unitOf is the unit of a cell that prints none: that of the unit column, or
// the one in brackets after the name of its column or row.
func (r *tableReader) unitOf(row *report.TableRow, k int) string {
	c, name := &r.columns[k], row.Cell(r.text, r.name)
	if u := row.Cell(r.text, r.unit); u != "" && !strings.ContainsAny(u, "—-") && u != "/" && !r.namesShare(r.dropBracket(c.last())) {
		return strings.ReplaceAll(u, "％", "%")
	}
	if c.unit != "" {
		return c.unit
	}
	if unit := r.bracketUnit(name); unit != "" && !r.namesShare(r.dropBracket(c.last())) {
		return unit
	}
	for _, tally := range [...]string{c.last(), name} {
		if unit := r.talliedUnit(tally); unit != "" {
			return unit
		}
	}
	if r.name >= 0 && r.name < len(r.columns) {
		if corner := r.columns[r.name].last(); strings.HasSuffix(corner, "）") || strings.HasSuffix(corner, ")") || r.ColumnsOfUnits.Prefix(corner) > 0 {
			if list := r.unitsIn(corner); len(list) > 0 && len(r.above) == 0 {
				return r.unitAbove(list, name, c.last())
			}
		}
	}
	return r.unitAbove(r.above, name, c.last())
}

// talliedUnit is the unit that a name says by itself what is counted in: 件 of
// 结案件数, 人 of 参训人数.
func (g grammar) talliedUnit(name string) string {
	words, ok := strings.CutSuffix(name, "数")
	if !ok {
		return ""
	}
	_, size := before(words, len(words))
	unit := words[len(words)-size:]
	if !g.UnitsCounted.Has(unit) || g.isRate(unit) || g.isMeasure(unit) {
		return ""
	}
	return unit
}

// unitAbove is which of the units above the table a cell has: of 件、% the rates
// have % and the others 件; of one of money and one of things, sums have that of
// money. A change may be in either (增减), and has none.
func (g grammar) unitAbove(above []string, name, column string) string {
	rate, things := g.partUnits(above)
	name, column = g.dropBracket(name), g.dropBracket(column)
	if rate != "" && (len(things) == 0 && !g.namesSum(name) && !g.namesSum(column) || g.namesRate(name) || g.namesRate(column)) {
		return rate
	}
	above = things
	if len(above) == 0 || len(above) > 2 || g.namesShare(name) || g.namesShare(column) {
		return ""
	}
	a, b := above[0], above[len(above)-1]
	money := g.namesSum(name) || g.namesSum(column)
	switch {
	case len(above) == 2 && (g.SumsOrCounts.Suffix(name) > 0 || g.SumsOrCounts.Suffix(column) > 0):
		return ""
	case len(above) == 1 && money && !g.isSum(a):
		return ""
	case len(above) == 1:
		return a
	case g.isSum(a) == g.isSum(b):
		return ""
	case g.isSum(a) == money:
		return a
	}
	return b
}

// partUnits parts the units above a table into that of its rates and the
// others. Of two units of rates none is surely that of a cell.
func (g grammar) partUnits(above []string) (rate string, things []string) {
	for _, unit := range above {
		switch {
		case !g.isRate(strings.ReplaceAll(unit, "％", "%")):
			things = append(things, unit)
		case rate != "":
			return "", nil
		default:
			rate = strings.ReplaceAll(unit, "％", "%")
		}
	}
	return rate, things
}

// namesSum reports whether a column or a row is named after money.
func (g grammar) namesSum(name string) bool {
	return g.Sums.Suffix(name) > 0 && g.SumsOrCounts.Suffix(name) == 0
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
		if strings.HasSuffix(name, "%") || strings.HasSuffix(name, "％") { // 应诉率%
			return "%"
		}
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
	if open := strings.LastIndexAny(name, "（("); open >= 0 {
		name = name[:open]
	}
	return strings.TrimSpace(strings.TrimRight(name, "%％"))
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
