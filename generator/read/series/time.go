package series

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lexicon"
)

// isOtherTime reports whether the words of a sentence before a numeral say that it
// is of another time than the year: the last time that they name decides. 去年办理 is,
// 上半年部署，全年办理 is not. What stands in 《》, and in brackets that are closed
// before the numeral, names no time of it.
func isOtherTime(lead string, year int, words *lexicon.Lexicon) bool {
	other := false
	for i := 0; i < len(lead); {
		c, size := utf8.DecodeRuneInString(lead[i:])
		next := i + size
		switch c {
		case '《':
			next = behind(lead, i, "》", next)
		case '（':
			next = behind(lead, i, "）", next)
		case '年':
			if y := yearBefore(lead, i); y != 0 && !isCompared(lead[:i-4], words) {
				other = y != year
			}
		case '月':
			if isPartOfYear(lead[:i]) {
				other = true
			}
		}
		if words.SeriesOtherTimes.Begins(c) {
			if m, ok := words.SeriesOtherTimes.At(lead, i); ok {
				other, next = true, max(next, m.End)
			}
		}
		if words.SeriesYearItself.Begins(c) {
			if m, ok := words.SeriesYearItself.At(lead, i); ok {
				other, next = false, max(next, m.End)
			}
		}
		if words.SeriesAsOf.Begins(c) {
			if m, ok := words.SeriesAsOf.At(lead, i); ok {
				other, next = !isYearEnd(lead[m.End:]), max(next, m.End)
			}
		}
		i = next
	}
	return other
}

// behind is where the text goes on behind the mark that closes what opens at i; next
// where none does.
func behind(s string, i int, end string, next int) int {
	if k := strings.Index(s[i:], end); k >= 0 {
		return i + k + len(end)
	}
	return next
}

// isCompared reports whether words end in what compares with a year: 较2022年,
// 由2022年的.
func isCompared(s string, words *lexicon.Lexicon) bool {
	return words.Comparisons.Suffix(s) > 0 || words.Origins.Suffix(s) > 0
}

// yearBefore is the year whose four digits end at i, 0 without one.
func yearBefore(s string, i int) int {
	if i < 4 {
		return 0
	}
	y, ok := numeral.Year(s[i-4 : i])
	if !ok {
		return 0
	}
	return y
}

// isPartOfYear reports whether s, before 月, ends in months that are not all of
// the year: 1—6, 1月至9. 1—12月 are all.
func isPartOfYear(s string) bool {
	rest := strings.TrimRight(s, "0123456789")
	last := s[len(rest):]
	for _, to := range [...]string{"—", "－", "-", "–", "至", "到", "~", "～"} {
		if from, ok := strings.CutSuffix(rest, to); ok && last != "" {
			from = strings.TrimSuffix(from, "月")
			return strings.TrimRight(from, "0123456789") != from && last != "12"
		}
	}
	return false
}

// isYearEnd reports whether what stands behind 截至 is the end of the year, or names
// no month: 12月底, 2023年底, 年末, 目前.
func isYearEnd(s string) bool {
	if i := strings.Index(s, "年"); i >= 0 && i <= 4 {
		s = s[i+len("年"):]
	}
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	return digits == 0 || !strings.HasPrefix(s[digits:], "月") || s[:digits] == "12"
}
