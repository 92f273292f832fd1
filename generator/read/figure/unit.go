package figure

import (
	"strings"
	"unicode/utf8"
)

// matchUnit is the unit at the start of s, "" when there is none.
func (g grammar) matchUnit(s string) string {
	word := g.measureWord(s)
	if word == "" || len(word) == len(s) {
		return word
	}
	if r := peek(s, len(word)); r == '次' || r == '/' || r == '／' {
		return s[:g.compound(s, len(word))]
	}
	return word
}

// measureWord is the measure word at the start of s, "" when there is none.
func (g grammar) measureWord(s string) string {
	word := ""
	for m := range g.Units.AllAt(s, 0) {
		// kW is no unit before h, of which kWh is.
		if next := peek(s, m.End); !isLetter(next) || peek(s, 0) >= utf8.RuneSelf {
			word = s[:m.End]
		}
	}
	return word
}

// compound is the end of a unit that the measure word s[:end] may open: 剂次, 处次,
// and 吨/日 or 批次/千人 for a measure by another.
func (g grammar) compound(s string, end int) int {
	switch next := peek(s, end); {
	case next == '次' && g.UnitsRepeated.Has(s[:end]) && g.Times.Prefix(s[end:]) > 0:
		return end + len("次")
	case next == '/' || next == '／':
		_, w := runeAt(s, end)
		by := s[end+w:]
		n := 0
		switch peek(by, 0) {
		case '百', '千', '万':
			n = len("百")
		}
		if size := g.UnitsPer.Prefix(by[n:]); size > 0 {
			end += w + n + size
			if rest, ok := strings.CutPrefix(s[end:], "·"); ok && g.UnitsPer.Prefix(rest) > 0 {
				end += len("·") + g.UnitsPer.Prefix(rest) // 元/人·月
			}
			return end
		}
		if word := g.measureWord(by[n:]); word != "" {
			return end + w + n + len(word)
		}
	}
	return end
}

// numerator is a unit without the unit that it is measured by: 元 of 元/吨.
func numerator(unit string) string {
	if i := strings.IndexAny(unit, "/／"); i >= 0 {
		return unit[:i]
	}
	return unit
}

// isMoney reports whether a unit is of money.
func (g grammar) isMoney(unit string) bool { return g.UnitsOfMoney.Has(numerator(unit)) }
