package check

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/report"
)

// code is a number: one or more groups of digits, in one piece or parted.
type code struct {
	text   string
	span   report.Span
	digits string // in ASCII
	groups []digitGroup
	whole  bool // no further digits are joined to it by spaces
	names  *namesBefore
}

// namesBefore is what the words before a place name the number there, shared by all
// numbers that begin at it.
type namesBefore struct {
	start     int // one more than the place; 0 for none
	clause    string
	own, near numberKind
}

// mostPieces is into how many pieces a number is parted at most, unless each digit
// stands by itself.
const mostPieces = 6

// digitGroup is digits of one form with nothing between them that is seen.
type digitGroup struct {
	span  report.Span
	size  int // how many digits
	form  digitForm
	joint joint // to the group before
}

// joint is what parts two groups of digits.
type joint struct {
	size int
	tied bool // it makes them one code or decimal; others part what may be one number or two
	kind rune // the gravest of its characters: '\t' for a cell's end, '\n' for a line's, '、' for a mark of a list, '-' for another, ' ', 0 for none
}

// leastDigits is how many digits the shortest number has that is looked at: that of a
// fixed line.
const leastDigits = 7

// codes are the numbers in the text of least to maxCode digits that no hyphen ties
// to more. Digits count in whatever form they are written, with characters that
// nobody sees between them. Groups that spaces, a line's end or the like part are
// given together and one by one: an identity number and a telephone number may
// stand side by side. Cost is linear. No fewer than leastDigits are given.
func (in *Input) codes(least int) iter.Seq[code] {
	return func(yield func(code) bool) {
		for _, groups := range in.digitRuns() {
			if runSize(groups) >= least && !yieldCodes(in.Report.Source.Text, groups, least, yield) {
				return
			}
		}
	}
}

// digitRuns are the runs of digits in the text that may be a number of leastDigits.
func (in *Input) digitRuns() [][]digitGroup {
	return in.runs.Get(in.Report, func() [][]digitGroup {
		var runs [][]digitGroup
		var groups []digitGroup
		end := 0 // of the run before
		for _, s := range in.signs() {
			if s.start < end || !isAnyDigit(s.r) {
				continue
			}
			groups = digitGroups(groups[:0], in.Report.Source.Text, s.start)
			end = groups[len(groups)-1].span.End
			if runSize(groups) >= leastDigits {
				runs = append(runs, slices.Clone(groups))
			}
		}
		return runs
	})
}

// runSize is how many bytes groups of digits take with what parts them.
func runSize(groups []digitGroup) int {
	return groups[len(groups)-1].span.End - groups[0].span.Start
}

func isAnyDigit(r rune) bool {
	_, form := digitOf(r)
	return form != noDigit
}

// aloneFrom is how many digits a group has that is looked at by itself though a
// mark ties it to others: 1.659999… is an item of a list, and no decimal is so
// long.
const aloneFrom = 15

// yieldCodes yields the numbers that neighbouring groups make.
func yieldCodes(text string, groups []digitGroup, least int, yield func(code) bool) bool {
	all := asciiDigits(text[groups[0].span.Start:groups[len(groups)-1].span.End])
	names := &namesBefore{}
	for i, from := 0, 0; i < len(groups); i++ {
		to, single := from, true
		for j := i; j < len(groups) && to-from+groups[j].size <= maxCode; j++ {
			to += groups[j].size
			single = single && groups[j].size == 1 && groups[j].form == groups[i].form && (j == i || groups[j].joint.spaces())
			if j-i >= mostPieces && !single {
				break
			}
			tied := groups[i].joint.tied && !isItem(text, groups, i) || j+1 < len(groups) && groups[j+1].joint.tied
			if to-from < least || tied && (j > i || groups[j].size < aloneFrom) || groups[i].joint.tied && to-from < aloneFrom {
				continue
			}
			c := code{
				text:   text,
				span:   report.Span{Start: groups[i].span.Start, End: groups[j].span.End},
				digits: all[from:to],
				groups: groups[i : j+1],
				whole:  (i == 0 || !groups[i].joint.spaces()) && (j+1 == len(groups) || !groups[j+1].joint.spaces()),
				names:  names,
			}
			if !yield(c) {
				return false
			}
		}
		from += groups[i].size
	}
	return true
}

// isItem reports whether what is tied before a group is the number of a list's item:
// 1.659999 19850312 1012.
func isItem(text string, groups []digitGroup, i int) bool {
	return i == 1 && groups[0].size <= 2 && strings.ContainsAny(text[groups[0].span.End:groups[1].span.Start], ".．")
}

// spaces reports whether nothing but spaces part two groups.
func (j joint) spaces() bool { return j.kind == ' ' || j.kind == 0 }

// digitGroups appends to groups those of digits from at, where one is, that joints
// alone part.
func digitGroups(groups []digitGroup, text string, at int) []digitGroup {
	for before := (joint{}); ; {
		end, size, form := digitsAt(text, at)
		groups = append(groups, digitGroup{report.Span{Start: at, End: end}, size, form, before})
		before = jointAt(text[end:])
		at = end + before.size
		if _, size, next := digitsAt(text, at); size == 0 || next != form && before.size > 0 && !before.spaces() {
			return groups // also where a heading's 二、 stands on the next line
		}
	}
}

// digitsAt is the end of the digits of one form at a place of a text, how many
// they are, and their form.
func digitsAt(text string, at int) (end, size int, form digitForm) {
	end = at
	for i, r := range text[at:] {
		switch _, f := digitOf(r); {
		case f != noDigit && (form == noDigit || f == form), form == plainDigit && likeDigit(r) > 0 && startsWithDigit(text[at+i+utf8.RuneLen(r):]):
			form = max(f, form)
			size++
			end = at + i + utf8.RuneLen(r)
		case size == 0 || !isBetweenDigits(r):
			return end, size, form
		}
	}
	return end, size, form
}

// likeDigit is the digit that a letter is typed for, 0 for none: O for naught, l and
// I for one.
func likeDigit(r rune) byte {
	switch r {
	case 'O', 'o', 'Ｏ', 'ｏ':
		return '0'
	case 'l', 'I', 'ｌ', 'Ｉ':
		return '1'
	}
	return 0
}

func startsWithDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	_, form := digitOf(r)
	return form == plainDigit
}

// isBetweenDigits reports whether r is not seen between digits, or belongs to the
// one before (1\uFE0F\u20E3 is a digit on a key).
func isBetweenDigits(r rune) bool {
	return r == 0xFE0F || r == 0x20E3 || r >= 0x80 && !report.IsBasicHan(r) && isHidden(r)
}

// asciiDigits are the digits in s in ASCII.
func asciiDigits(s string) string {
	var digits strings.Builder
	for _, r := range s {
		if d, form := digitOf(r); form != noDigit {
			digits.WriteByte(d)
		} else if d := likeDigit(r); d > 0 {
			digits.WriteByte(d)
		}
	}
	return digits.String()
}

// longestJoint is how many characters may stand between two groups of digits.
const longestJoint = 8

// looseJoints are marks that part two numbers, or two groups of one.
const looseJoints = "/／·•・･‧,|｜~～*＊()（），、；;：:"

// jointAt is the joint that s begins with. Hyphens and points tie, unless spaces
// stand beside them; anything else may part two numbers.
func jointAt(s string) (j joint) {
	spaced, ends, marks, count := false, 0, 0, 0
	for n, r := range s {
		count++
		switch {
		case count > longestJoint:
			return joint{}
		case r == '\t':
			j.kind, spaced = '\t', true
		case r == '\n' || r == '\r':
			if r == '\n' || !strings.HasPrefix(s[n:], "\r\n") {
				ends++
			}
			if spaced = true; j.kind != '\t' {
				j.kind = '\n'
			}
		case unicode.Is(unicode.Zs, r) || r >= 0x80 && isHidden(r):
			if spaced = true; j.kind == 0 {
				j.kind = ' '
			}
		case unicode.Is(unicode.Pd, r) || strings.ContainsRune("−⁃_.．", r):
			j.tied = true
			if j.kind == 0 || j.kind == ' ' {
				j.kind = '-'
			}
		case strings.ContainsRune(looseJoints, r):
			spaced = true
			if marks++; j.kind == 0 || j.kind == ' ' || j.kind == '-' {
				j.kind = '-'
				if strings.ContainsRune("，、；;：:", r) {
					j.kind = '、'
				}
			}
		default:
			if ends > 2 || marks > 2 {
				return joint{}
			}
			j.tied = j.tied && !spaced
			return j
		}
		j.size = n + utf8.RuneLen(r)
	}
	return joint{}
}

// isSpaced reports whether spaces part a number.
func (c *code) isSpaced() bool {
	return slices.ContainsFunc(c.groups[1:], func(g digitGroup) bool { return !g.joint.tied })
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

// lineBefore is the end of the line before a number's.
func (c *code) lineBefore() string {
	const reach = 60
	words := strings.TrimRight(c.text[max(0, c.span.Start-reach):c.span.Start], " 　\t\r\n：:")
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

func isX(r rune) bool {
	return r != 0 && strings.ContainsRune("XxＸｘⅩⅹ×ΧχХх✕✖𝐗𝑋", r)
}

// labelEnds reports whether the letters before a number name it: ID, Tel, No.
func (in *Input) labelEnds(before string) bool {
	word := before[len(strings.TrimRightFunc(before, isLatin)):]
	return in.Words.CheckLetters.Has(strings.ToLower(word))
}

// numberKind is what the words about a number say that it is.
type numberKind int

// Kinds of numbers.
const (
	unnamedNumber numberKind = iota
	thingNumber              // 编号, 案号: by chance it may look like one of a person
	idNumberKind
	phoneNumber
	accountNumber
)

// named is what the words about a number name it: those of its own clause, else
// the nearest of its sentence. Words of a person's number outweigh others beside
// them (身份证编号).
func (in *Input) named(c *code) (own, near numberKind) {
	if c.names.start != c.span.Start+1 {
		in.nameBefore(c)
	}
	rest := c.after()[xAt(c.after()):]
	if after := strings.TrimLeft(rest, "（( "); len(after) < len(rest) {
		return in.byColumn(c, in.nameIn(c.names.clause+after), c.names.near) // 13800000000（手机）
	}
	return in.byColumn(c, c.names.own, c.names.near)
}

// nameBefore notes what the words before a number name it.
func (in *Input) nameBefore(c *code) {
	before := c.before()
	if strings.TrimLeft(before, " 　\t") == "" {
		before = c.lineBefore()
	}
	clause := before[strings.LastIndexAny(before, "，。；、）)")+1:]
	*c.names = namesBefore{start: c.span.Start + 1, clause: clause, own: in.nameIn(clause)}
	sentence := before[strings.LastIndexAny(before, "。；;")+1:]
	for end := len(sentence); end > 0 && c.names.near == unnamedNumber; {
		switch {
		case in.Words.CheckIdentity.Suffix(sentence[:end]) > 0:
			c.names.near = idNumberKind
		case in.Words.CheckAccountNames.Suffix(sentence[:end]) > 0:
			c.names.near = accountNumber
		case in.Words.CheckPersonalNumbers.Suffix(sentence[:end]) > 0:
			c.names.near = phoneNumber
		}
		_, size := utf8.DecodeLastRuneInString(sentence[:end])
		end -= size
	}
}

// nameIn is what the words of a clause name a number.
func (in *Input) nameIn(clause string) numberKind {
	switch {
	case in.Words.CheckIdentity.In(clause):
		return idNumberKind
	case in.Words.CheckAccountNames.In(clause):
		return accountNumber
	case in.Words.CheckPersonalNumbers.In(clause):
		return phoneNumber
	case in.Words.CheckOtherNumbers.In(clause):
		return thingNumber
	}
	return unnamedNumber
}
