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
func ScanSpaced(s string) (Number, bool) { return scanGroups(s, groupSpace) }

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

// longestTail bounds what follows the digits of a numeral, in bytes: a decimal
// part, multipliers and approximations.
const longestTail = 64

// scanGroups reads groups of three digits. separator is the width of what parts
// them at the start of a string, 0 where nothing does.
func scanGroups(s string, separator func(string) int) (Number, bool) {
	first, end := readDigits(s[:min(len(s), longestTail)], arabicDigit)
	if first == "" || len(first) > 3 || first[0] == '0' {
		return Number{}, false
	}
	groups := []string{first}
	for {
		width := separator(s[end:])
		if width == 0 {
			break
		}
		group, size := readGroup(s[end+width:])
		if size == 0 {
			if r, _ := utf8.DecodeRuneInString(s[end+width:]); arabicDigit(r) >= 0 {
				return Number{}, false // a row of numbers: 12 345 67
			}
			break
		}
		groups, end = append(groups, group), end+width+size
	}
	if len(groups) == 1 {
		return Number{}, false
	}
	// What follows the groups is read as after any digits.
	joined := strings.Join(groups, "")
	n := scanArabic(joined + s[end:min(len(s), end+longestTail)])
	separators := end - len(joined)
	n.Size += separators
	if n.LeadSize > 0 {
		n.LeadSize += separators
	}
	return n, true
}

// groupSpace is the width of the space that s begins with, where it is one of
// those that part groups of digits.
func groupSpace(s string) int {
	switch r, width := utf8.DecodeRuneInString(s); r {
	case ' ', '\u00A0', '\u2009', '\u202F':
		return width
	}
	return 0
}
