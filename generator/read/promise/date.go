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

// deadline is the month by whose end an item is to be done, 0 where none is named: 6 of 6月底前,
// 6月30日前 and 上半年.
func (p *planner) deadline(words string) int {
	for from := 0; ; {
		at := strings.Index(words[from:], "月")
		if at < 0 {
			break
		}
		end := from + at
		from = end + len("月")
		tail := strings.TrimLeft(words[from:], "0123456789")
		if tail != words[from:] {
			tail = strings.TrimPrefix(tail, "日")
		}
		if p.words.PromiseDue.Prefix(tail) > 0 {
			if month := monthBefore(words[:end]); month > 0 {
				return month
			}
		}
	}
	if m, ok := p.words.PromiseMonths.Find(words, 0); ok { // 上半年, 二季度前
		_, last := monthsOf(p.words.PromiseMonths.Reading(m))
		return last % 12 // of 年底前 nothing is too late
	}
	return 0
}

// monthsOf are the first and the last month of words such as 10-12, as the lexicon has them.
func monthsOf(reading string) (first, last int) {
	a, b, _ := strings.Cut(reading, "-")
	first, _ = strconv.Atoi(a)
	last, _ = strconv.Atoi(b)
	return first, last
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
