package check

import (
	"fmt"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lexicon"
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
	in.wrongWays(&c)
	in.twoYearSums(&c)
	for k, w := range in.rows() {
		if k+1 < len(in.rows()) {
			in.ratesOfRow(&c, w, in.rows()[k+1])
			in.namesOfRow(&c, w, in.rows()[k+1])
		}
		in.changesInRow(&c, w)
		in.courseInRow(&c, w, w.len()-1)
	}
	in.againstPast(&c)
	in.pastInBrackets(&c)
	in.coursesOfPairs(&c)
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
