package figure

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// counts reports whether a short noun and its count are all that a clause still
// says.
func (g grammar) counts(rest string) bool {
	const longest = 10 * 3 // bytes of the noun
	for i := 0; i < len(rest) && i <= longest; {
		r, w := runeAt(rest, i)
		if classOf(r) == arabic {
			n, _ := numeral.Scan(rest[i:])
			i += n.Size
			unit := g.matchUnit(rest[i:])
			next := peek(rest, i+len(unit))
			return unit != "" && (next == 0 || next == '、' || classOf(next) == pause || classOf(next) == stop)
		}
		if !report.IsHan(r) || g.Verbs.Prefix(rest[i:]) > 0 && i == 0 {
			return false
		}
		i += w
	}
	return false
}

// isThreshold reports whether a figure only bounds a class of things: 50万元
// 以上的企业, 3岁以下, 不足3人的司法所, or how soon what is counted was done: 5分钟内到场28起.
func (g grammar) isThreshold(text string, m *mark) bool {
	rest := text[m.next:]
	if g.UnitsOfTime.Has(m.unit) && g.timesCount(m, rest) {
		return true
	}
	if strings.HasPrefix(rest, "的") && m.unit == "人" && g.BoundBelow.Suffix(text[:m.start]) > 0 {
		return true
	}
	if g.boundsClass(text, m, rest) {
		return true
	}
	if g.UnitsOfAge.Has(m.unit) {
		if g.BoundAtLeastAfter.Has(m.approx) || g.ClassAfter.Prefix(rest) > 0 {
			return true
		}
		return report.IsHan(peek(rest, 0)) && !g.Ages.In(tail(text[:m.start], 60))
	}
	bound := g.BoundAtLeastAfter.Has(m.approx) || g.BoundAtMostAfter.Has(m.approx)
	if n := g.BoundAtMostAfter.Prefix(rest); n > 0 { // 以下, which is no approximation
		if report.IsHan(peek(rest, n)) {
			return true
		}
		bound, rest = true, rest[n:]
	}
	switch {
	case g.ClassAfter.Prefix(rest) > 0:
		return true // 50人及以上
	case !bound || g.isRate(m.unit) || m.unit == "倍":
		return false
	case strings.HasPrefix(rest, "的"):
		return true
	case g.BoundAtLeastAfter.Has(m.approx) && report.IsHan(peek(rest, 0)) && g.counts(rest):
		return true // 50人以上企业26家
	case g.BoundAtLeastAfter.Has(m.approx) && g.sizesThings(m.unit) && g.opensClass(rest):
		return true // 标的额100万元以上合同
	}
	return g.ClassRemarks.Prefix(rest) > 0
}

// boundsClass reports whether a bound stands before a figure and 的 behind it, and what follows counts the things that it
// bounds: 罚款超过10万元的案件5件, 配备法制员不足2名的中队14个, 超过50万元的1件.
func (g grammar) boundsClass(text string, m *mark, rest string) bool {
	class, ok := strings.CutPrefix(rest, "的")
	if !ok || g.isRate(m.unit) || m.unit == "倍" || g.boundAtEnd(text[:m.numEnd-m.num.Size]) == 0 {
		return false
	}
	return g.counts(strings.Replace(class, "有", "", 1))
}

// timesCount reports whether words behind a duration say that it bounds what a later
// number of the same clause counts: 内到场2874起, 内办结率98%.
func (g grammar) timesCount(m *mark, rest string) bool {
	const longest = 12 * 3 // bytes of the words between
	n := g.DurationEnds.Prefix(rest)
	if n == 0 && !g.DurationEnds.Has(m.approx) {
		return false
	}
	for i := n; i < len(rest) && i <= n+longest; {
		r, w := runeAt(rest, i)
		if classOf(r) == arabic {
			number, _ := numeral.Scan(rest[i:])
			unit := g.matchUnit(rest[i+number.Size:])
			return i > n && unit != "" && !g.UnitsOfTime.Has(unit)
		}
		if !report.IsHan(r) {
			return false
		}
		i += w
	}
	return false
}

// sizesThings reports whether a unit tells how large the things of a class are.
func (g grammar) sizesThings(unit string) bool {
	return unit == "人" || g.UnitsOfMoney.Suffix(unit) > 0 || g.UnitsOfSize.Has(unit)
}

// opensClass reports whether words begin with a noun for things that have a size:
// 合同, 政府采购项目.
func (g grammar) opensClass(words string) bool {
	const longest = 30 // bytes of the noun with what describes it
	for i := 0; i < min(len(words), longest); {
		r, w := runeAt(words, i)
		if !report.IsHan(r) || i == 0 && g.isVerb(words) {
			return false
		}
		if n := g.ClassNouns.Prefix(words[i:]); n > 0 {
			return g.Sums.Prefix(words[i+n:]) == 0
		}
		i += w
	}
	return false
}

// isClassRange reports whether the second number of a range bounds a class of
// things with the first: 50到100人的企业.
func (s *scanner) isClassRange(m *mark) bool {
	rest, ok := strings.CutPrefix(s.text[m.next:], "的")
	return ok && m.pair == highest && s.sizesThings(m.unit) && s.opensClass(rest)
}
