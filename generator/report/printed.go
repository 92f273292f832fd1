package report

import "strings"

// Words is where the words of a figure stand: its numeral, its unit, and what
// the text says of the value before or after them (不足4名, 90%以上).
func (r *Report) Words(f *Figure) Span {
	sp, text := f.Span, r.Source.Text
	if f.Words.Len() > 0 {
		return f.Words
	}
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

// Printed is the figure as the text prints it, and the one form in which pages,
// tables, pictures and messages show its value: never a number that the text
// does not state. In a table, where the unit stands in a column of its own or in
// the header, the unit follows.
func (r *Report) Printed(f *Figure) string {
	s := r.Source.Slice(r.Words(f))
	if b := &r.Blocks[f.Block]; b.Kind == BlockRow && f.Unit != "" && !strings.Contains(s, f.Unit) && !strings.ContainsAny(s, "%％") {
		return s + f.Unit
	}
	return s
}

// Exact reports whether the text states the value itself, and not one near it
// or on one side of it.
func (f *Figure) Exact() bool { return f.Approx == "" && f.Bound == "" }
