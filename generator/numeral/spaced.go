package numeral

import (
	"strings"
	"unicode/utf8"
)

// ScanSpaced reads a numeral whose digits single spaces part into groups of
// three (12 345件), as GB/T 15835-2011, 5.1.1, allows beside the comma. It is
// false where s does not begin so. Two numbers may stand side by side in the
// same way; only what is around them tells, so that it is for the caller to
// choose between this reading and Scan's.
func ScanSpaced(s string) (Number, bool) { return scanGroups(s, thinSpace) }

// ScanParted reads a numeral whose digits wide commas part into groups of three
// (12，345件), as an input method leaves them. A clause may end there just as
// well; that, too, is for the caller to tell.
func ScanParted(s string) (Number, bool) {
	return scanGroups(s, func(s string) int {
		if strings.HasPrefix(s, "，") {
			return len("，")
		}
		return 0
	})
}

// scanGroups reads groups of three digits. separator is the width of what parts
// them at the start of a string, 0 where nothing does.
func scanGroups(s string, separator func(string) int) (Number, bool) {
	lead := 0
	for lead < len(s) && lead < 4 && '0' <= s[lead] && s[lead] <= '9' {
		lead++
	}
	if lead == 0 || lead > 3 || s[0] == '0' {
		return Number{}, false
	}
	end, spaces := lead, 0
	for {
		w := separator(s[end:])
		if w == 0 {
			break
		}
		_, size := groupOfThree(s[end+w:], false)
		if size == 0 {
			if r, _ := utf8.DecodeRuneInString(s[end+w:]); arabic(r) >= 0 {
				return Number{}, false // a row of numbers: 12 345 67
			}
			break
		}
		end, spaces = end+w+size, spaces+w
	}
	if spaces == 0 {
		return Number{}, false
	}
	// What follows the groups is read as after any digits.
	joined := make([]byte, 0, end-spaces)
	for i := range end {
		if '0' <= s[i] && s[i] <= '9' {
			joined = append(joined, s[i])
		}
	}
	n := scanArabic(string(joined) + s[end:min(len(s), end+longestTail)])
	n.Size += spaces
	if n.LeadSize > 0 {
		n.LeadSize += spaces
	}
	return n, true
}

// longestTail bounds what follows the digits of a numeral, in bytes: a decimal
// part, multipliers and approximations.
const longestTail = 64

// thinSpace is the width of the space that s begins with, where it is one of
// those that part groups of digits.
func thinSpace(s string) int {
	switch r, w := utf8.DecodeRuneInString(s); r {
	case ' ', '\u00A0', '\u2009', '\u202F':
		return w
	}
	return 0
}
