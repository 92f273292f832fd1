package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// personalData finds what else tells of a private person: an e-mail address or a
// fixed line beside a name, the number of a passport or a plate, a home down to
// its room, the full name of a party, a patient, a victim or a minor. Offices'
// mailboxes, lines and addresses, service numbers, the names of officials, of
// companies and of 李某某 are public.
func personalData(in *Input) []report.Finding { return in.told(rule.PersonalData) }

// personal are the data of persons in the report, in text order. Of those that
// overlap the surest counts, of equals the first.
func (in *Input) personal() []datum {
	return in.data.Get(in.Report, func() []datum {
		all := slices.Concat(in.personalNumbers(), in.mailAddresses(), in.fixedLines(), in.documents(), in.plates(), in.homes(), in.privateNames())
		slices.SortStableFunc(all, func(a, b datum) int { return cmp.Or(a.span.Start-b.span.Start, b.span.End-a.span.End) })
		apart := all[:0]
		for _, d := range all {
			switch n := len(apart); {
			case n == 0 || d.span.Start >= apart[n-1].span.End:
				apart = append(apart, d)
			case d.trust > apart[n-1].trust && (n == 1 || d.span.Start >= apart[n-2].span.End):
				apart[n-1] = d
			}
		}
		return apart
	})
}

// privately is a datum of personal-data.
func (in *Input) privately(sp report.Span, t trust, says, do string) datum {
	r := report.Report{Source: in.Report.Source, Private: []report.Span{sp}}
	return datum{rule.PersonalData, sp, t, fmt.Sprintf(says, quotable(strings.Join(strings.Fields(r.Masked(sp)), " "))), do}
}

// sentenceBefore is what stands before a place in its sentence and line.
func sentenceBefore(text string, at int) string {
	const reach = 120
	before := text[max(0, at-reach):at]
	for before != "" && !utf8.RuneStart(before[0]) {
		before = before[1:]
	}
	return before[strings.LastIndexAny(before, "\r\n")+1:][afterLast(before[strings.LastIndexAny(before, "\r\n")+1:], "。；;"):]
}

// afterLast is the offset behind the last of some characters in s, 0 for none.
func afterLast(s, chars string) int {
	i := strings.LastIndexAny(s, chars)
	if i < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return i + size
}

// mailAddresses finds the e-mail addresses of named persons: 联系人：王某，邮箱 ….
func (in *Input) mailAddresses() []datum {
	text := in.Report.Source.Text
	var found []datum
	end := 0 // of the address before
	for _, s := range in.signs() {
		if s.start < end || s.r != '@' && s.r != '＠' {
			continue
		}
		sp, ok := mailAround(text, s.start, s.end())
		if !ok {
			continue
		}
		end = sp.End
		before := strings.TrimRight(sentenceBefore(text, sp.Start), " 　\t：:")
		if own := before[afterLast(before, "，,、 　\t"):]; in.Words.CheckOffices.In(own) {
			continue
		}
		if who := in.personBefore(before); who != nobody || in.Words.CheckOwn.In(before) {
			found = append(found, in.privately(sp, possible, "这里像是个人的电子邮箱（%s）", "请改写成单位对外公布的邮箱；确是对外公布的，可在核对文件里写明理由放行"))
		}
	}
	return found
}

// longestMail is how many characters are looked at on either side of an @.
const longestMail = 64

// mailAround is the address whose @ stands at text[at:end].
func mailAround(text string, at, end int) (report.Span, bool) {
	sp := report.Span{Start: at, End: end}
	if at > 0 && text[at-1] == ' ' {
		at--
	}
	if end < len(text) && text[end] == ' ' {
		end++
	}
	start := at
	for n := 0; n < longestMail; n++ {
		r, size := utf8.DecodeLastRuneInString(text[:start])
		if !isMailRune(r) {
			break
		}
		start -= size
	}
	point, letters := 0, 0
	for n := 0; n < longestMail && end < len(text); n++ {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !isMailRune(r) {
			break
		}
		if letters++; r == '.' || r == '．' {
			point, letters = point+1, 0
		}
		end += size
	}
	if start == at || point == 0 || letters < 2 {
		return sp, false
	}
	return report.Span{Start: start, End: end}, true
}

func isMailRune(r rune) bool {
	return isLatin(r) || numeral.IsDigit(r) || r != 0 && strings.ContainsRune("._-+．＿－", r)
}

// fixedLines finds the fixed lines of private persons: 户主李某，电话0399-2100123;
// 家庭电话2100123. One of which nothing private stands before is an office's.
func (in *Input) fixedLines() []datum {
	const least, most, local = leastDigits, 12, 8
	var found []datum
	for n := range in.codes(least) {
		size := len(n.digits)
		if size > most || !n.isTelephone() || size > local && (size < 10 || n.digits[0] != '0') || !n.alone(in) || in.counted(n.after()) || isQuantity(in.Report, n.span) {
			continue
		}
		before := sentenceBefore(n.text, n.span.Start)
		own := before[afterLast(before, "，,、"):]
		home := in.Words.CheckOwn.In(own)
		if !home && (!in.Words.CheckTelephone.In(own) && size <= local || in.Words.CheckOffices.In(before) || in.personBefore(before) != privatePerson) {
			continue
		}
		if k := len(found) - 1; k >= 0 && found[k].span.End > n.span.Start {
			if found[k].span.Len() >= n.span.Len() {
				continue
			}
			found = found[:k]
		}
		found = append(found, in.privately(n.span, possible, "这里像是个人的电话（%s）", "请改写成单位对外公布的电话；确是对外公布的，可在核对文件里写明理由放行"))
	}
	return found
}

// isTelephone reports whether digits may be one telephone number: in few groups, digit
// by digit, or with the code of an area and broken once by a line's or a cell's end.
func (c *code) isTelephone() bool {
	single := !slices.ContainsFunc(c.groups, func(g digitGroup) bool { return g.size != 1 })
	if len(c.groups) > 3 && !single {
		return false
	}
	return !c.isList() || c.digits[0] == '0' && len(c.digits) >= 10 && c.flows()
}

// documents finds the numbers of passports, travel permits, cards of insurance and
// the like, behind or before what names them.
func (in *Input) documents() []datum {
	text := in.Report.Source.Text
	var found []datum
	for at := 0; ; {
		m, ok := in.Words.CheckDocuments.Find(text, at)
		if !ok {
			return found
		}
		at = m.End
		sp, numbered := documentAfter(text, m.End)
		if sp.Len() == 0 {
			sp, numbered = documentBefore(text, m.Start), true
		}
		if value := asciiWord(text[sp.Start:sp.End]); isDocument(value, numbered) && !in.counted(text[sp.End:min(len(text), sp.End+12)]) {
			found = append(found, in.privately(sp, likely, "这里像是个人证件的号码（%s）", "公开的报告不得载有个人证件号码，请整个删去"))
			at = max(at, sp.End)
		}
	}
}

// documentAfter is the number behind the name of a document, and whether words say
// that it is one: 护照号码为E….
func documentAfter(text string, at int) (sp report.Span, numbered bool) {
	rest := text[at:min(len(text), at+60)]
	words := strings.TrimLeft(rest, "编号码为是：:（( 　\t")
	numbered = strings.ContainsAny(rest[:len(rest)-len(words)], "号：:")
	sp.Start = at + len(rest) - len(words)
	sp.End = sp.Start + len(words) - len(strings.TrimLeftFunc(words, isWordRune))
	return sp, numbered
}

// documentBefore is the number before the name of a document, in brackets or not:
// E…（护照）.
func documentBefore(text string, at int) report.Span {
	before := strings.TrimRight(text[max(0, at-40):at], "（(， 　\t")
	end := max(0, at-40) + len(before)
	return report.Span{Start: end - len(before) + len(strings.TrimRightFunc(before, isWordRune)), End: end}
}

func isWordRune(r rune) bool { return isLatin(r) || numeral.IsDigit(r) }

// asciiWord is s in half width.
func asciiWord(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, s)
}

// isDocument reports whether a word can be the number of a document: letters
// before digits, E12345678, or digits alone where words say that it is a number.
func isDocument(word string, numbered bool) bool {
	digits := strings.TrimLeftFunc(word, isLatin)
	letters := len(word) - len(digits)
	if strings.TrimFunc(digits, numeral.IsDigit) != "" {
		return false
	}
	return letters >= 1 && letters <= 3 && len(digits) >= 6 && (len(digits) <= 12 || numbered && len(digits) <= 19) || letters == 0 && numbered && len(digits) >= 7 && len(digits) <= 20
}

// plates finds number plates of cars: a province, a letter and five or six letters
// and digits.
func (in *Input) plates() []datum {
	text := in.Report.Source.Text
	var found []datum
	for at := 0; ; {
		m, ok := in.Words.CheckPlates.Find(text, at)
		if !ok {
			return found
		}
		at = m.End
		if end := plateEnd(text, m.End); end > 0 && !in.counted(text[end:min(len(text), end+12)]) {
			found = append(found, in.privately(report.Span{Start: m.Start, End: end}, possible, "这里像是车牌号（%s）", "请删去车牌号，或者隐去后几位"))
			at = end
		}
	}
}

// plateEnd is where a plate ends whose letter stands at a place of a text, 0 for
// none.
func plateEnd(text string, at int) int {
	letter, size := utf8.DecodeRuneInString(text[at:])
	if !isLatin(letter) || unicode.IsLower(letter) {
		return 0
	}
	at += size
	if r, size := utf8.DecodeRuneInString(text[at:]); size > 0 && strings.ContainsRune("·•・ -－.", r) {
		at += size
	}
	count, digits := 0, 0
	for at < len(text) {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !isLatin(r) && !numeral.IsDigit(r) {
			break
		}
		if count++; numeral.IsDigit(r) {
			digits++
		}
		at += size
	}
	r, _ := utf8.DecodeRuneInString(text[at:])
	if count == 4 && r != 0 && strings.ContainsRune("学警挂领港澳试", r) {
		return at + utf8.RuneLen(r)
	}
	if count < 5 || count > 6 || digits < 3 || strings.HasPrefix(text[at:], "号文") || strings.HasPrefix(text[at:], "〔") {
		return 0
	}
	return at
}
