package chart

import (
	"strconv"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// value is a figure's value for drawing. ok is false where nothing can be
// drawn: no number, or less than nothing.
type value struct {
	v  float64
	ok bool
}

func drawn(f *report.Figure) value {
	d, ok := f.Decimal()
	if !ok || d.Sign() < 0 {
		return value{}
	}
	return value{d.Float64(), true}
}

// inScale is d as the two figures print their numbers: in 万 or 亿 where both do.
func inScale(d numeral.Decimal, f, g *report.Figure) string {
	for _, scale := range [...]struct {
		word  string
		zeros int
	}{{"亿", 8}, {"万", 4}} {
		if printedIn(f, scale.word) && printedIn(g, scale.word) {
			return d.Shift(-scale.zeros).String() + scale.word
		}
	}
	return d.String()
}

// printedIn reports whether the numeral of a figure ends in 万 or 亿.
func printedIn(f *report.Figure, scale string) bool {
	return strings.HasSuffix(strings.TrimSuffix(f.Raw, f.Approx), scale)
}

// number is the value of a figure for a calculation that is shown: 4091万, not
// 40910000.
func number(f *report.Figure) string {
	if d, ok := f.Decimal(); ok {
		return inScale(d, f, f)
	}
	return f.Value
}

// Width is v as a percentage of whole with at most one decimal, "0" when both
// are zero. A value that is not zero is never drawn as nothing.
func Width(v, whole float64) string {
	if v <= 0 || whole <= 0 {
		return "0"
	}
	return Decimal(min(max(v/whole*100, 0.1), 100))
}

// share is v as a percentage of whole, rounded to one decimal, without %.
func share(v, whole float64) string { return Decimal(v / whole * 100) }

// Decimal prints v with one decimal, and without one when it is zero.
func Decimal(v float64) string { return strings.TrimSuffix(strconv.FormatFloat(v, 'f', 1, 64), ".0") }

// Span is where the words of the figure stand: its numeral, its unit, and the
// approximation before or after it.
func Span(r *report.Report, f *report.Figure) report.Span {
	sp, text := f.Span, r.Source.Text
	if strings.HasPrefix(text[sp.Start:], f.Raw) && (f.Approx == "" || strings.Contains(r.Source.Slice(sp), f.Approx)) {
		return sp
	}
	for k := 1; k < len(f.Raw) && k <= sp.Start; k++ {
		if strings.HasPrefix(text[sp.Start-k:], f.Raw) {
			sp.Start -= k
			return sp
		}
	}
	for _, before := range [...]string{f.Approx, f.Approx + "过"} { // 约, 超过
		if f.Approx != "" && strings.HasSuffix(text[:sp.Start], before) {
			sp.Start -= len(before)
			break
		}
	}
	return sp
}

// Display is the figure as the text prints it. In a table, where the unit
// stands in a column of its own or in the header, the unit follows.
func Display(r *report.Report, f *report.Figure) string {
	s := r.Source.Slice(Span(r, f))
	if b := &r.Blocks[f.Block]; b.Kind == report.BlockRow && f.Unit != "" && !strings.Contains(s, f.Unit) && !strings.ContainsAny(s, "%％") {
		return s + f.Unit
	}
	return s
}
