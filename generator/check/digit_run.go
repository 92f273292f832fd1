package check

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// leastCode is how many digits a number of a person or an account has at least: a
// mobile telephone's.
const leastCode = 11

// maxCode is how many digits the longest number of a person or an account has.
const maxCode = 19

// code is a number: one or more groups of digits, in one piece or parted by
// spaces or hyphens.
type code struct {
	text   string
	span   report.Span
	digits string // in ASCII
	groups []digitGroup
	whole  bool // no further digits are joined to it by spaces
}

// digitGroup is digits with nothing between them.
type digitGroup struct {
	span report.Span
	size int  // how many digits
	tied bool // a hyphen ties it to the group before
}

// codes are the numbers in the text of least to maxCode digits that no hyphen ties
// to more. Digits in full width count as others. Groups that single spaces part
// are given together and one by one: an identity number and a telephone number
// may stand side by side. Cost is linear.
func (in *Input) codes(least int) iter.Seq[code] {
	return func(yield func(code) bool) {
		for _, run := range in.runs.Get(in.Report, in.longRuns) {
			if !yieldCodes(in.Report.Source.Text, run, least, yield) {
				return
			}
		}
	}
}

// longRuns are the runs of digits in the text that can hold the shortest code.
func (in *Input) longRuns() []report.Span {
	text := in.Report.Source.Text
	var runs []report.Span
	for i := 0; ; {
		next := strings.IndexFunc(text[i:], isDigit)
		if next < 0 {
			return runs
		}
		run := report.Span{Start: i + next, End: i + next + digitRun(text[i+next:])}
		if run.Len() >= leastCode {
			runs = append(runs, run)
		}
		i = run.End
	}
}

// yieldCodes yields the numbers that neighbouring groups of the run of digits
// text[sp] make.
func yieldCodes(text string, sp report.Span, least int, yield func(code) bool) bool {
	groups := digitGroups(text, sp)
	digits := asciiDigits(text[sp.Start:sp.End])
	for i, from := 0, 0; i < len(groups); i++ {
		to := from
		for j := i; j < len(groups) && to-from+groups[j].size <= maxCode && !groups[i].tied; j++ {
			to += groups[j].size
			if j+1 < len(groups) && groups[j+1].tied || to-from < least {
				continue
			}
			c := code{
				text:   text,
				span:   report.Span{Start: groups[i].span.Start, End: groups[j].span.End},
				digits: digits[from:to],
				groups: groups[i : j+1],
				whole:  i == 0 && j+1 == len(groups),
			}
			if !yield(c) {
				return false
			}
		}
		from += groups[i].size
	}
	return true
}

// digitRun is the size of the run of digits that s begins with: groups that
// nothing but one space or hyphen parts.
func digitRun(s string) int {
	n := digitsAt(s)
	for n > 0 {
		gap, _ := jointAt(s[n:])
		more := digitsAt(s[n+gap:])
		if gap == 0 || more == 0 {
			break
		}
		n += gap + more
	}
	return n
}

// digitGroups are the groups of a run.
func digitGroups(text string, run report.Span) []digitGroup {
	var groups []digitGroup
	for i, tied := run.Start, false; ; {
		size := digitsAt(text[i:run.End])
		groups = append(groups, digitGroup{report.Span{Start: i, End: i + size}, utf8.RuneCountInString(text[i : i+size]), tied})
		if i += size; i == run.End {
			return groups
		}
		size, tied = jointAt(text[i:])
		i += size
	}
}

// digitsAt is the size of the digits, of either width, that s begins with.
func digitsAt(s string) int {
	for i, r := range s {
		if !isDigit(r) {
			return i
		}
	}
	return len(s)
}

// asciiDigits are the digits in s in half width.
func asciiDigits(s string) string {
	var digits strings.Builder
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digits.WriteRune(r)
		case isDigit(r):
			digits.WriteRune(r - '０' + '0')
		}
	}
	return digits.String()
}

// jointAt is the size of the character that s begins with if it may stand
// between two groups of digits, else 0. Spaces part numbers that may belong
// together, anything else ties them to one code or decimal.
func jointAt(s string) (size int, ties bool) {
	r, size := utf8.DecodeRuneInString(s)
	switch r {
	case '-', '－', '‐', '‑', '–', '—', '_', '.', '．':
		return size, true
	case ' ', '\u00A0', '\u3000', '\u2009', '\u202F', '\u2002':
		return size, false
	}
	return 0, false
}

// isSpaced reports whether spaces part a number.
func (c *code) isSpaced() bool {
	return slices.ContainsFunc(c.groups[1:], func(g digitGroup) bool { return !g.tied })
}

// before is some words before a number, on its line.
func (c *code) before() string {
	const reach = 60
	words := c.text[max(0, c.span.Start-reach):c.span.Start]
	for words != "" && !utf8.RuneStart(words[0]) {
		words = words[1:]
	}
	return words[strings.LastIndexAny(words, "\r\n")+1:]
}

// after is some words after a number, on its line.
func (c *code) after() string {
	words := c.text[c.span.End:min(len(c.text), c.span.End+24)]
	if at := strings.IndexAny(words, "\r\n"); at >= 0 {
		return words[:at]
	}
	return words
}

// alone reports whether a number stands by itself: no letter and no mark makes
// it part of a word, an address or an amount (A1390…, /s?id=139…, ¥139…).
func (c *code) alone(in *Input) bool {
	before, after := c.before(), c.after()
	last, size := utf8.DecodeLastRuneInString(before)
	switch {
	case size == 0:
	case strings.ContainsRune("*＊×￥¥$", last):
		return false
	case isLatin(last):
		if !in.labelEnds(before) {
			return false
		}
	case strings.ContainsRune("-_/=&%#.", last):
		if r, _ := utf8.DecodeLastRuneInString(before[:len(before)-size]); isLatin(r) && !in.labelEnds(before[:len(before)-size]) {
			return false
		}
	}
	first, size := utf8.DecodeRuneInString(after)
	switch {
	case size == 0:
	case isLatin(first) && !isX(first), strings.ContainsRune("*＊_", first):
		return false
	case strings.ContainsRune(".-", first):
		r, _ := utf8.DecodeRuneInString(after[size:])
		return !isLatin(r)
	}
	return true
}

func isX(r rune) bool { return r == 'X' || r == 'x' || r == 'Ｘ' || r == 'ｘ' }

// labelEnds reports whether the letters before a number name it: ID, Tel, No.
func (in *Input) labelEnds(before string) bool {
	word := before[len(strings.TrimRightFunc(before, isLatin)):]
	return in.Words.CheckLetters.Has(strings.ToLower(word))
}

// isNumberOfThing reports whether the words right before a number name another
// kind of number, so that only by chance it looks like one of a person.
func (in *Input) isNumberOfThing(before string) bool {
	near := before[strings.LastIndexAny(before, "，。；、）)")+1:]
	return in.Words.CheckOtherNumbers.In(near) && !in.Words.CheckPersonalNumbers.In(near)
}
