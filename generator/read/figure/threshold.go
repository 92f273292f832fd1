package figure

import (
	"strings"

	"mingfa/generator/numeral"
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
		if !isHan(r) || g.Verbs.Prefix(rest[i:]) > 0 && i == 0 {
			return false
		}
		i += w
	}
	return false
}

// isThreshold reports whether a figure only bounds a class of things: 50万元
// 以上的企业, 3岁以下.
func (g grammar) isThreshold(text string, m *mark) bool {
	rest := text[m.next:]
	if g.UnitsOfAge.Has(m.unit) {
		if g.BoundAtLeastAfter.Has(m.approx) || g.ClassAfter.Prefix(rest) > 0 {
			return true
		}
		return isHan(peek(rest, 0)) && !g.Ages.In(tail(text[:m.start], 60))
	}
	bound := g.BoundAtLeastAfter.Has(m.approx) || g.BoundAtMostAfter.Has(m.approx)
	if n := g.BoundAtMostAfter.Prefix(rest); n > 0 { // 以下, which is no approximation
		if isHan(peek(rest, n)) {
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
	case g.BoundAtLeastAfter.Has(m.approx) && isHan(peek(rest, 0)) && g.counts(rest):
		return true // 50人以上企业26家
	}
	return g.ClassRemarks.Prefix(rest) > 0
}
