package lexicon

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// Measured is a number of a text with what its reader knows of it.
type Measured struct {
	Span   report.Span // from the numeral to its unit, with the approximations that touch them
	Unit   string
	Approx string
}

// reach is how far from its number a word may stand that bounds it, in bytes.
const reach = 36

// Bound reads what the words around a number say of its value, within the
// clause that it stands in: 不足4名, 90%以上, 至少开展3次, 不低于总数的30%. It gives the span
// that holds these words and the number, the zero span where there are none.
// Words that can be meant otherwise (甲类最多12件) are in the span and no bound.
func (l *Lexicon) Bound(text string, clause report.Span, m Measured) (report.Bound, report.Span) {
	words := m.Span
	rest := text[words.End:max(clause.End, words.End)]
	after, size := l.boundAfter(rest, m.Unit)
	before, start := l.boundBefore(text[:words.Start], clause.Start, rest, m.Unit)
	if before == "" && strings.Contains(text[m.Span.Start:m.Span.End], "分之") && strings.HasSuffix(text[:m.Span.Start], "的") {
		before, start = l.boundOfWhole(text[:m.Span.Start], clause.Start, len("的")) // 不到平均水平的三分之一
	}
	sign := cmp.Or(before, l.boundOf(m.Approx), after)
	words.Start, words.End = start, words.End+size
	if sign == "" && words == m.Span {
		return "", report.Span{}
	}
	return sign, words
}

// boundOf is what an approximation bounds: 超, 以上, 以内.
func (l *Lexicon) boundOf(approx string) report.Bound {
	switch {
	case l.BoundAbove.Has(approx):
		return report.BoundAbove
	case l.BoundAtLeastAfter.Has(approx):
		return report.BoundAtLeast
	case l.BoundAtMostAfter.Has(approx):
		return report.BoundAtMost
	}
	return ""
}

// boundAfter reads 以上, 以下 and, of times, 内 after a number, and how long
// the words are.
func (l *Lexicon) boundAfter(rest, unit string) (report.Bound, int) {
	if n := l.BoundAtLeastAfter.Prefix(rest); n > 0 {
		return report.BoundAtLeast, n
	}
	if n := l.BoundAtMostAfter.Prefix(rest); n > 0 {
		return report.BoundAtMost, n
	}
	if n := l.BoundWithin.Prefix(rest); n > 0 && (l.UnitsOfTime.Has(unit) || l.UnitsOfRate.Has(unit) || unit == "日") {
		return report.BoundAtMost, n
	}
	return "", 0
}

// boundBefore reads the words before a number, of which text is what stands
// before it and rest what follows, and where they begin.
func (l *Lexicon) boundBefore(text string, from int, rest, unit string) (report.Bound, int) {
	none := len(text)
	end := from + len(strings.TrimRight(text[min(from, none):], " 　"))
	sign, start := l.boundWord(text, end)
	if l.BoundShort.Suffix(text[:end]) > 0 && unit != "" && l.BoundShortUnits.Prefix(unit) == 0 {
		sign, start = report.BoundBelow, end-len("不足") // 法律专业背景的不足10名
	}
	switch {
	case sign == "" || start < from:
		if n := l.BoundWholes.Suffix(text); n > 0 && l.UnitsOfRate.Has(unit) {
			return l.boundOfWhole(text, from, n)
		}
		return l.boundAdverb(text, from)
	case sign == report.BoundBelow && (l.BoundNouns.Prefix(rest) > 0 || l.BoundNouns.Suffix(unit) > 0):
		return "", none // 不足4个方面: what was found wanting
	case l.BoundSuperlatives.Has(text[start:end]) && !l.UnitsOfTime.Has(unit):
		return "", start
	}
	return sign, start
}

// boundWord is the bound of the word that ends at a place, and where it begins:
// 不足, 不超过, 不少于 or 突破, 突破了. Of several the longest is meant: 不低于, not 低于.
func (l *Lexicon) boundWord(text string, end int) (report.Bound, int) {
	sign, start := report.Bound(""), end
	stem := len(strings.TrimSuffix(text[:end], "了"))
	for _, words := range [...]struct {
		set  *Set
		sign report.Bound
	}{{l.BoundBelow, report.BoundBelow}, {l.BoundAtMost, report.BoundAtMost}, {l.BoundAtLeast, report.BoundAtLeast}, {l.BoundAbove, report.BoundAbove}} {
		if m, ok := words.set.EndingAt(text, stem); ok && m.Start < start {
			sign, start = words.sign, m.Start
		}
	}
	return sign, start
}

// OpensBound is how long the word is that text begins with and that bounds the
// number after it, 0 when there is none: 不足 of 不足4.
func (l *Lexicon) OpensBound(text string) int {
	return max(l.BoundBelow.Prefix(text), l.BoundAtMost.Prefix(text), l.BoundAtLeast.Prefix(text), l.BoundAbove.Prefix(text))
}

// boundOfWhole reads the bound of a share of something: 不低于案件总数的30%. The last n
// bytes of text are 总数的.
func (l *Lexicon) boundOfWhole(text string, from, n int) (report.Bound, int) {
	for at := len(text) - n; at > from && len(text)-at <= reach; {
		if sign, start := l.boundWord(text, at); sign != "" && start >= from {
			return sign, start
		}
		r, size := utf8.DecodeLastRuneInString(text[:at])
		if !unicode.Is(unicode.Han, r) {
			break
		}
		at -= size
	}
	return "", len(text)
}

// boundAdverb reads 至少 and 最多 before a verb that the number belongs to: 每年至少开展3次,
// 最多检查1次. 最多的是甲类12件 names what is most.
func (l *Lexicon) boundAdverb(text string, from int) (report.Bound, int) {
	none := len(text)
	for at := none; at > from && none-at <= reach; {
		m, ok := l.BoundAdverbs.EndingAt(text, at)
		if ok && m.Start >= from && (!l.BoundSuperlatives.Has(text[m.Start:m.End]) || l.Verbs.Prefix(text[at:]) > 0) {
			sign, start := l.boundWord(text, at)
			return sign, start
		}
		r, size := utf8.DecodeLastRuneInString(text[:at])
		if _, number := numeral.Scan(text[at-size:]); number || r == '的' || !unicode.Is(unicode.Han, r) {
			break
		}
		at -= size
	}
	return "", none
}
