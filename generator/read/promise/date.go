package promise

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
)

// dateAt is how long the date is that s begins with: 2023年, 6月底前, 9月30日前.
func (p *planner) dateAt(s string) int {
	const longest = 40 // bytes: a numeral of hostile length is no date
	s = headOf(s, longest)
	at := 0
	for at < len(s) {
		n, ok := numeral.Scan(s[at:])
		if !ok || n.Size == 0 {
			break
		}
		unit := p.words.DatesAfter.Prefix(s[at+n.Size:])
		if unit == 0 {
			break
		}
		at += n.Size + unit
	}
	return at
}

// deadline is the month by whose end an item is to be done, 0 where none is named.
func deadline(words string) int {
	for from := 0; ; {
		at := strings.Index(words[from:], "月")
		if at < 0 {
			return 0
		}
		end := from + at
		from = end + len("月")
		if tail := words[from:]; strings.HasPrefix(tail, "底前") || strings.HasPrefix(tail, "前") || strings.HasPrefix(tail, "末前") {
			if month := monthBefore(words[:end]); month > 0 {
				return month
			}
		}
	}
}

// monthBefore is the month that words end with, 0 for none.
func monthBefore(words string) int {
	for n := min(len(words), 6); n > 0; n-- {
		s := words[len(words)-n:]
		if !utf8.ValidString(s) {
			continue
		}
		number, ok := numeral.Scan(s)
		if !ok || number.Size != len(s) {
			continue
		}
		if month, err := strconv.Atoi(number.Value); err == nil && 1 <= month && month <= 12 {
			return month
		}
	}
	return 0
}
