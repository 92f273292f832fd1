package review

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// numeralAt is a numeral of a quote with the unit that was asked for.
type numeralAt struct {
	span   report.Span // the numeral with its approximation, and the unit
	raw    report.Span // the numeral with its approximation
	approx string
}

// numerals is where a span of the text states a value in a unit. In a row of a
// table the unit may stand in a column of its own.
func (a *applier) numerals(sp report.Span, value, unit string, row bool) []numeralAt {
	text := a.r.Source.Text
	var found []numeralAt
	quote := text[sp.Start:sp.End]
	for at := 0; at < len(quote); {
		n, ok := numeral.Scan(quote[at:])
		if !ok {
			_, size := utf8.DecodeRuneInString(quote[at:])
			at += size
			continue
		}
		m, ok := a.readAs(quote, at, n, value, unit, row)
		if whole, spaced := numeral.ScanSpaced(quote[at:]); !ok && spaced {
			if m, ok = a.readAs(quote, at, whole, value, unit, row); ok {
				n = whole
			}
		}
		if ok {
			m.span.Start, m.span.End = m.span.Start+sp.Start, m.span.End+sp.Start
			m.raw.Start, m.raw.End = m.raw.Start+sp.Start, m.raw.End+sp.Start
			found = append(found, m)
		}
		at += n.Size
	}
	return found
}

// readAs reports whether the numeral at a place of a quote is the value in the
// unit: multiplied out, or with its 万 left to the unit.
func (a *applier) readAs(quote string, at int, n numeral.Number, value, unit string, row bool) (numeralAt, bool) {
	for _, reading := range []struct {
		value string
		size  int
	}{{n.Value, n.Size}, {n.Lead, n.LeadSize}} {
		if reading.size == 0 || !sameValue(reading.value, value) {
			continue
		}
		start, end := at, at+reading.size
		m := numeralAt{approx: n.Approx}
		if m.approx == "" {
			if word, ok := a.words.ApproximateBefore.EndingAt(quote, start); ok {
				m.approx, start = a.words.ApproximateBefore.Reading(word), word.Start
			}
		}
		m.raw = report.Span{Start: start, End: end}
		size, ok := unitAt(quote[end:], n, unit)
		if !ok && !(row && strings.Contains(norm.NFKC.String(quote), norm.NFKC.String(unit))) {
			continue
		}
		end += size
		if word := a.approximationAt(quote[end:]); m.approx == "" {
			m.approx, end = word, end+len(word)
		}
		m.span = report.Span{Start: start, End: end}
		return m, true
	}
	return numeralAt{}, false
}

// approximationAt is the approximation that rest, what follows a numeral with its
// unit, begins with; "" for none. 余 and 多, which mostly stand within the numeral,
// may come after the unit as well: 三年多.
func (a *applier) approximationAt(rest string) string {
	if n := a.words.ApproximateAfter.Prefix(rest); n > 0 {
		return rest[:n]
	}
	for _, word := range [...]string{"余", "多"} {
		if strings.HasPrefix(rest, word) {
			return word
		}
	}
	return ""
}

// unitAt reports whether rest, what follows a numeral, begins with the unit,
// and how many bytes that takes.
func unitAt(rest string, n numeral.Number, unit string) (int, bool) {
	if unit == "" {
		return 0, true
	}
	if n.Of == 100 && unit == "%" || n.Of == 1000 && unit == "‰" {
		return 0, true
	}
	trimmed := strings.TrimLeft(rest, " \u3000")
	skipped := len(rest) - len(trimmed)
	for _, form := range []string{unit, strings.ReplaceAll(unit, "%", "％")} {
		if strings.HasPrefix(trimmed, form) {
			return skipped + len(form), true
		}
	}
	return 0, false
}

// sameValue reports whether two decimals are one number: 96 and 96.0.
func sameValue(a, b string) bool {
	x, okX := numeral.Parse(a)
	y, okY := numeral.Parse(b)
	return okX && okY && x.Cmp(y) == 0
}

// sameUnit reports whether two units are one but for their width.
func sameUnit(a, b string) bool { return a == b || norm.NFKC.String(a) == norm.NFKC.String(b) }

// kindOf is what a value added by staff measures.
func (a *applier) kindOf(unit, words string) report.Kind {
	switch {
	case a.words.Changing.Suffix(strings.TrimSuffix(words, "了")) > 0, strings.HasSuffix(unit, "百分点"):
		return report.KindChange
	case a.words.UnitsOfRate.Has(unit):
		return report.KindRate
	case a.words.UnitsOfMoney.Suffix(unit) > 0:
		return report.KindAmount
	}
	return report.KindCount
}
