package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/series"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// changeMismatch finds changes that are not what the two values beside them
// give: 由26件减少到15件，减少12件, and the columns 增减 and 同比 of a table with a column for
// each of two years. A column may give the difference or the percentage; only
// what is neither is a mistake. Percentages of running text are rate-mismatch's.
func changeMismatch(in *Input) []report.Finding {
	r := in.Report
	c := collector{src: r.Source, rule: rule.ChangeMismatch, severity: report.Warning}
	for k := range r.Relations {
		rel := &r.Relations[k]
		if rel.Kind != report.RelationChange || rel.Agrees || rel.Computed == "" || rel.Result < 0 || rel.Whole < 0 || len(rel.Parts) != 1 || anyHidden(r, rel) || !exactButResult(r, rel) {
			continue
		}
		v := values{was: &r.Figures[rel.Parts[0]], is: &r.Figures[rel.Whole]}
		if by := &r.Figures[rel.Result]; by.Unit != "%" && by.Exact() && !v.differBy(in, by) && !in.namesOtherRate(rel.Parts[0], rel.Result) && !in.isListed(rel.Whole) {
			v.note(&c, by)
		}
	}
	in.spokenGrowth(&c)
	in.spokenArithmetic(&c)
	in.averagesOfNamed(&c)
	in.timesOfYearBefore(&c)
	in.againstPast(&c)
	for _, t := range in.tables() {
		t.changes(in, &c)
	}
	return c.all()
}

// namesOtherRate reports whether a change names a rate that the value before does not: 网办率由85%
// 提高到92%，按期办结率提高9个百分点.
func (in *Input) namesOtherRate(value, by int) bool {
	name := strings.TrimLeft(ownWords(in.Report, by), "，、")
	_, end, ok := strings.Cut(name, "率")
	name = strings.TrimSuffix(name, end)
	return ok && len(name) > 2*han && !strings.Contains(ownWords(in.Report, value), name)
}

// spokenGrowth compares a percentage with a value and that of the year before beside
// it, where nothing else ties the three: 6,231件（2022年为5,342件），同比增长9.3%.
func (in *Input) spokenGrowth(c *collector) {
	r := in.Report
	tied := map[int]bool{}
	for k := range r.Relations {
		if rel := &r.Relations[k]; rel.Kind == report.RelationChange && rel.Result >= 0 && len(rel.Parts) > 0 {
			tied[rel.Result] = true
		}
	}
	items := itemsOf(r)
	for _, p := range series.Pairs(r, in.Words) {
		if items[p.Current] {
			continue // 许可2486件，其中…注销328件，同比增长13%（2022年为2200件）: of them all
		}
		for _, i := range [...]int{p.Earlier + 1, p.Earlier - 1} {
			if i == p.Current || i < 0 || i >= len(r.Figures) || tied[i] || r.Figures[i].Block != r.Figures[p.Current].Block {
				continue
			}
			by := &r.Figures[i]
			from, to := r.Figures[min(i, p.Current)].Span.End, r.Figures[max(i, p.Earlier)].Span.Start
			if by.Kind != report.KindChange || by.Unit != "%" && by.Unit != "％" || !by.Exact() || by.Hidden || from > to || strings.ContainsAny(r.Source.Text[from:to], "。；！？\n") {
				continue
			}
			if i == p.Earlier+1 && p.Current < p.Earlier && !strings.ContainsAny(in.gap(p.Earlier), "，（）、") {
				continue // 较上年的40件增长10%: a relation, where it is plain what has
			}
			before := r.Source.Slice(wordsBefore(r.Source.Text, r.Blocks[by.Block].Span.Start, by.Span.Start, 12))
			v := values{was: &r.Figures[p.Earlier], is: &r.Figures[p.Current]}
			if in.Words.Rises.Suffix(before) == 0 && in.Words.Falls.Suffix(before) == 0 || v.growBy(in, by) || v.was.Unit == "%" {
				continue
			}
			v.note(c, by)
			break
		}
	}
	for i := 2; i < len(r.Figures); i++ {
		by := &r.Figures[i]
		if !tied[i] && by.Kind == report.KindChange && by.Unit == "%" && by.Exact() && !by.Hidden && in.earlierFirst(i-2) && in.isGrowthOf(i-1, i) {
			if v := (values{was: &r.Figures[i-2], is: &r.Figures[i-1]}); !v.growBy(in, by) {
				v.note(c, by)
			}
		}
	}
}

// earlierFirst reports whether figure i and the one behind it are a value of the year
// before and that of the year, in one sentence and in this order: 上年行政检查5342次，今年
// 行政检查6231次; 2022年接待来访310人，2023年为402人.
func (in *Input) earlierFirst(i int) bool {
	r := in.Report
	was, is := &r.Figures[i], &r.Figures[i+1]
	if was.Block != is.Block || r.Blocks[was.Block].Kind == report.BlockRow || was.Unit != is.Unit || !isPlainValue(was) || !isPlainValue(is) ||
		was.Span.End > is.Span.Start || strings.ContainsAny(r.Source.Text[was.Span.End:is.Span.Start], "。；！？\n") {
		return false
	}
	first, before := in.behindYear(ownWords(r, i), r.Year-1, in.Words.YearBefore)
	second, now := in.behindYear(ownWords(r, i+1), r.Year, in.Words.CheckYearNow)
	return before && now && (first == second || second == "")
}

// isPlainValue reports whether a figure is an exact number or amount, of what was done.
func isPlainValue(f *report.Figure) bool {
	return (f.Kind == report.KindCount || f.Kind == report.KindAmount) && f.Exact() && !f.Hidden && !f.Target
}

// behindYear is what is counted of the words before a number that open with a year, or
// with words for it: 行政检查 of 上年同期共行政检查.
func (in *Input) behindYear(words string, year int, names *lexicon.Set) (thing string, ok bool) {
	n, at, end := yearIn(words)
	switch {
	case n != 0 && n == year && at == 0:
		words = words[end:]
	case names.Prefix(words) > 0:
		words = words[names.Prefix(words):]
	default:
		return "", false
	}
	return in.trimGeneric(words[in.Words.PeriodSpans.Prefix(words):]), true
}

// isGrowthOf reports whether nothing but words of comparison stands between a value and
// figure by, which then is how it has changed: 6231次，同比增长9.3%. 6231次，罚款增长9.3% is not.
func (in *Input) isGrowthOf(value, by int) bool {
	r := in.Report
	f, g := &r.Figures[value], &r.Figures[by]
	if f.Block != g.Block || f.Span.End > g.Span.Start {
		return false
	}
	between := in.trimTail(r.Source.Text[f.Span.End:g.Span.Start])
	words := between[:len(between)-max(in.Words.Rises.Suffix(between), in.Words.Falls.Suffix(between))]
	if words == between {
		return false
	}
	for words != "" {
		n := max(in.Words.YearOnYear.Prefix(words), in.Words.Comparisons.Prefix(words), in.Words.YearBefore.Prefix(words))
		if r, size := utf8.DecodeRuneInString(words); n == 0 && strings.ContainsRune("，、,比较与同相 ", r) {
			n = size
		}
		if n == 0 {
			return false
		}
		words = words[n:]
	}
	return true
}

// changes compares the cells of the columns of change with those of the two
// years.
func (g *grid) changes(in *Input, c *collector) {
	r := in.Report
	was, is := g.years(in)
	if was.year == 0 {
		return
	}
	for k := range g.names {
		name := g.names[k].text
		if year, _, _ := yearIn(name); !in.isChangeColumn(name) || year != 0 && year != was.year && year != is.year {
			continue
		}
		signed := g.isSigned(in, k) && !in.Words.Falls.In(name)
		for _, row := range g.rows {
			v := values{was: row.exact(r, was.column), is: row.exact(r, is.column)}
			by := row.exact(r, k)
			if by == nil && k < len(row.cells) {
				by = row.cells[k].increase()
			}
			if v.was == nil || v.is == nil || by == nil || v.was.Unit != v.is.Unit || strings.Contains(row.cells[k].text, "倍") {
				continue
			}
			cell := &row.cells[k]
			percent := (hasAny(name, "%", "％", "率", "幅") || hasAny(cell.text, "%", "％")) && v.was.Unit != "%"
			switch way := v.direction(); {
			case !v.growBy(in, by) && (percent || !v.differBy(in, by)):
				v.note(c, by)
			case signed && way != 0 && cell.falls(in) != (way < 0):
				c.add(by.Span, fmt.Sprintf("由“%s”到“%s”，增减的方向与原文写的“%s”相反", c.src.Slice(v.was.Span), c.src.Slice(v.is.Span), cell.text), changeAdvice)
			}
		}
	}
}

// isChangeColumn reports whether a column says how values have changed since
// the year before, and no more than that: 新增加项目 is another thing.
func (in *Input) isChangeColumn(name string) bool {
	name, _, _ = strings.Cut(strings.ReplaceAll(name, "(", "（"), "（")
	if year, at, end := yearIn(name); year > 0 {
		name = name[:at] + name[end:]
	}
	for at, ok := in.Words.CheckColumnFillers.Find(name, 0); ok; at, ok = in.Words.CheckColumnFillers.Find(name, 0) {
		name = name[:at.Start] + name[at.End:]
	}
	return in.Words.CheckChangeColumns.Has(name)
}

// yearColumn is the column of a year.
type yearColumn struct {
	column, year int
	rest         string // what its name says besides
}

// years are the columns of the year before and of the year; zero where it is
// not plain which two they are.
func (g *grid) years(in *Input) (was, is yearColumn) {
	for k := range g.names {
		name := g.names[k].text
		y := yearColumn{column: k}
		if in.isChangeColumn(name) {
			continue
		}
		if y.year, y.rest = in.yearOfColumn(name); y.year == 0 {
			continue
		}
		switch {
		case y.year == is.year || y.year == was.year:
			return yearColumn{}, yearColumn{} // several values for each year
		case y.year > is.year:
			was, is = is, y
		case y.year > was.year:
			was = y
		}
	}
	if was.year == 0 || is.year != was.year+1 || is.rest != was.rest {
		return yearColumn{}, yearColumn{}
	}
	return was, is
}

// yearOfColumn is the year that the name of a column gives, 1 for 上年 and 2 for
// 本年, and what it says besides.
func (in *Input) yearOfColumn(name string) (year int, rest string) {
	if n, at, end := yearIn(name); n != 0 {
		return n, name[:at] + strings.TrimPrefix(name[end:], "度")
	}
	for k, words := range [...]*lexicon.Set{in.Words.CheckYearBefore, in.Words.CheckYearNow} {
		if n := words.Prefix(name); n > 0 {
			return k + 1, strings.TrimPrefix(strings.TrimPrefix(name[n:], "度"), "同期")
		}
	}
	return 0, ""
}

// exact is the figure of a cell, nil where it holds none that is exact.
func (row *gridRow) exact(r *report.Report, column int) *report.Figure {
	if column >= len(row.cells) || row.cells[column].figure < 0 {
		return nil
	}
	f := &r.Figures[row.cells[column].figure]
	if !f.Exact() || f.Hidden || f.Target {
		return nil
	}
	return f
}

// isSigned reports whether a column marks what has become less.
func (g *grid) isSigned(in *Input, column int) bool {
	for _, row := range g.rows {
		if column < len(row.cells) && row.cells[column].falls(in) {
			return true
		}
	}
	return false
}

// falls reports whether a cell says that a value has become less.
func (c *gridCell) falls(in *Input) bool {
	return strings.HasPrefix(c.text, "-") || strings.HasPrefix(c.text, "－") || strings.HasPrefix(c.text, "−") || strings.HasPrefix(c.text, "↓") || in.Words.Falls.Prefix(c.text) > 0
}

// values are those of two years.
type values struct{ was, is *report.Figure }

const changeAdvice = "请核对两年的数和增减；口径有调整的，请在文中写明"

// note reports that by is not how the values have changed.
func (v values) note(c *collector, by *report.Figure) {
	difference := magnitude(v.is).Sub(magnitude(v.was)).Abs()
	change := "相差" + difference.String()
	if percent, _, ok := numeral.Percent(difference, magnitude(v.was), 1); ok && v.was.Unit != "%" {
		change += "，合" + percent.String() + "%"
	}
	c.add(by.Span, fmt.Sprintf("由“%s”到“%s”，%s，原文写的是“%s”", c.src.Slice(v.was.Span), c.src.Slice(v.is.Span), change, c.src.Slice(by.Span)), changeAdvice)
}

// direction is 1 where the value has become more, -1 where less.
func (v values) direction() int {
	return magnitude(v.is).Cmp(magnitude(v.was))
}

// differBy reports whether a figure can be the difference of the values, as
// far as they are exact.
func (v values) differBy(in *Input, by *report.Figure) bool {
	difference := magnitude(v.is).Sub(magnitude(v.was)).Abs()
	off := difference.Sub(magnitude(by).Abs()).Abs()
	return off.Cmp(in.slackOf(v.was).Add(in.slackOf(v.is)).Add(in.slackOf(by))) <= 0
}

// growBy reports whether a figure can be the percentage by which the value has
// changed, rounded or truncated.
func (v values) growBy(in *Input, by *report.Figure) bool {
	a, b := magnitude(v.was), magnitude(v.is)
	slackA, slackB := in.slackOf(v.was), in.slackOf(v.is)
	least, most := a.Sub(slackA), a.Add(slackA)
	if least.Sign() <= 0 {
		return true // of nothing, there is none
	}
	gap, slack := b.Sub(a).Abs(), slackA.Add(slackB)
	step, printed := numeral.Integer(1).Shift(numeral.Step(by.Raw)), magnitude(by).Abs()
	// The true percentage is between 100·(gap − slack) ÷ most and
	// 100·(gap + slack) ÷ least, and less than a step from the one printed.
	return printed.Add(step).Mul(most).Cmp(gap.Sub(slack).Shift(2)) > 0 &&
		printed.Sub(step).Mul(least).Cmp(gap.Add(slack).Shift(2)) < 0
}

// magnitude is a figure's value; 0 where it is too long to be read.
func magnitude(f *report.Figure) numeral.Decimal {
	v, _ := f.Decimal()
	return v
}

// slackOf is how far a figure may be from what it was rounded from: things that
// are counted are not rounded, unless in 万.
func (in *Input) slackOf(f *report.Figure) numeral.Decimal {
	step := numeral.Step(f.Raw)
	if step == 0 && f.Kind != report.KindAmount && (f.Unit == "" || in.isCounter(f.Unit) || strings.HasSuffix(f.Unit, "日") || f.Unit == "天") {
		return numeral.Decimal{}
	}
	return numeral.Integer(5).Shift(step - 1) // half of the last digit
}
