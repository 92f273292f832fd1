package figure

import (
	"strings"

	"mingfa/generator/numeral"
)

// counts reports whether a short noun and its count are all that a clause still
// says.
func counts(rest string) bool {
	const longest = 10 * 3 // bytes of the noun
	for i := 0; i < len(rest) && i <= longest; {
		r, w := runeAt(rest, i)
		if classOf(r) == arabic {
			n, _ := numeral.Scan(rest[i:])
			i += n.Size
			unit := matchUnit(rest[i:])
			next := peek(rest, i+len(unit))
			return unit != "" && (next == 0 || next == '、' || classOf(next) == pause || classOf(next) == stop)
		}
		if !isHan(r) || verbs.leading(rest[i:]) > 0 && i == 0 {
			return false
		}
		i += w
	}
	return false
}

// isThreshold reports whether a figure only bounds a class of things: 50万元
// 以上的企业, 3岁以下.
func isThreshold(text string, m *mark) bool {
	rest := text[m.next:]
	if m.unit == "岁" || m.unit == "周岁" {
		if m.approx == "以上" || strings.HasPrefix(rest, "以下") || strings.HasPrefix(rest, "及以") {
			return true
		}
		words := tail(text[:m.start], 60)
		return isHan(peek(rest, 0)) && !strings.Contains(words, "寿命") && !strings.Contains(words, "年龄")
	}
	bound := m.approx == "以上" || m.approx == "以内"
	if strings.HasPrefix(rest, "以下") {
		if isHan(peek(rest, len("以下"))) {
			return true
		}
		bound, rest = true, rest[len("以下"):]
	}
	switch {
	case strings.HasPrefix(rest, "及以上"), strings.HasPrefix(rest, "及以下"):
		return true
	case !bound || m.unit == "%" || m.unit == "成" || m.unit == "倍":
		return false
	case strings.HasPrefix(rest, "的"):
		return true
	case m.approx == "以上" && isHan(peek(rest, 0)) && counts(rest):
		return true // 50人以上企业26家
	}
	return strings.HasPrefix(rest, "（含") || strings.HasPrefix(rest, "（不含")
}
