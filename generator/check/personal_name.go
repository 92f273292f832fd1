package check

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// privateNames finds the full names of parties, patients, victims and minors: those
// behind a word that says so (申请人张伟不服), and those that the words behind them
// make one (张伟诉…, 张小明，男，). Names of officials and of companies are none, and
// 李某某, 李先生 and （化名） tell nobody's.
func (in *Input) privateNames() []datum {
	text := in.Report.Source.Text
	var found []datum
	for at := 0; ; {
		m, ok := in.Words.CheckParties.Find(text, at)
		if !ok {
			break
		}
		at = m.End
		for start := nameStart(text, m.End); start > 0; {
			n := in.fullName(text[start:])
			if n == 0 || start == m.End && in.Words.CheckLooseSurnames.Prefix(text[start:]) > 0 {
				break
			}
			sp := report.Span{Start: start, End: start + n}
			found = append(found, in.privately(sp, possible, "“"+text[m.Start:m.End]+"”写了全名（%s）", nameAdvice))
			at, start = sp.End, 0
			if r, size := utf8.DecodeRuneInString(text[sp.End:]); r != 0 && strings.ContainsRune("、和与及", r) { // 张伟、李强
				start = sp.End + size
			}
		}
	}
	for i := 0; i < len(text); {
		m, ok := in.Words.CheckSurnames.Find(text, i)
		if !ok {
			break
		}
		i = m.End
		if isWordLetter(prev(text, 0, m.Start)) && in.Words.CheckBeforeNames.Suffix(text[:m.Start]) == 0 {
			continue
		}
		if n := in.fullName(text[m.Start:]); n > 0 && in.toldPrivate(text[m.Start+n:]) {
			found = append(found, in.privately(report.Span{Start: m.Start, End: m.Start + n}, possible, "这里写了当事人的全名（%s）", nameAdvice))
			i = m.Start + n
		}
	}
	return found
}

const nameAdvice = "请隐去名字，写成“张某某”；依法可以公开的，可在核对文件里写明理由放行"

// isWordLetter reports whether r may be of a word that a name would be the end of.
func isWordLetter(r rune) bool { return report.IsHan(r) || isLatin(r) || numeral.IsDigit(r) }

// nameStart is where the name stands that a word ending at a place introduces:
// behind a colon, 为, the line's or the cell's spaces, or nothing.
func nameStart(text string, at int) int {
	rest := text[at:min(len(text), at+24)]
	return at + len(rest) - len(strings.TrimLeft(rest, "：: 　\t“（(为是系名叫"))
}

// fullName is the size of the full name of a person that s begins with, 0 for
// none: a surname and one or two characters, up to a mark or a word that a name
// may stand before.
func (in *Input) fullName(s string) int {
	surname := max(in.Words.CheckSurnames.Prefix(s), in.Words.CheckDoubleSurnames.Prefix(s))
	if surname == 0 || in.Words.CheckNoNames.Prefix(s) > 0 || in.Words.CheckTitlesOfPersons.Prefix(s[surname:]) > 0 {
		return 0
	}
	end, ends := surname, 0
	for given := 1; given <= 2; given++ {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !report.IsHan(r) || in.Words.CheckNotGiven.Has(string(r)) {
			break
		}
		end += size
		if in.endsName(s[end:]) {
			ends = end
		}
	}
	return ends
}

// endsName reports whether a name may end before s.
func (in *Input) endsName(s string) bool {
	if strings.HasPrefix(s, "（化名") || strings.HasPrefix(s, "(化名") {
		return false
	}
	r, size := utf8.DecodeRuneInString(s)
	return size == 0 || !isWordLetter(r) && r != '×' && r != '*' && r != '＊' && r != '○' || in.Words.CheckAfterNames.Prefix(s) > 0
}

// toldPrivate reports whether the words behind a name make it that of a party or
// tell of a private person: 诉示例市…, ，男，1985年生.
func (in *Input) toldPrivate(after string) bool {
	if in.Words.CheckSuing.Prefix(after) > 0 {
		return true
	}
	rest := strings.TrimLeft(after, "，,（(")
	if len(rest) == len(after) {
		return false
	}
	for _, sex := range [...]string{"男", "女"} {
		if told, ok := strings.CutPrefix(rest, sex); ok {
			r, _ := utf8.DecodeRuneInString(told)
			return r == '，' || r == ','
		}
	}
	return false
}

// person is whom the words before something name.
type person int

// Persons.
const (
	nobody        person = iota
	contactPerson        // 联系人：王某
	privatePerson        // 户主李某, 李某某, 张伟
)

// personBefore is whom the last words of a sentence name, but for words that say
// what follows (电话, 邮箱).
func (in *Input) personBefore(before string) person {
	parts := strings.FieldsFunc(before, func(r rune) bool { return !isWordLetter(r) && r != '×' })
	for i := len(parts) - 1; i >= 0 && i >= len(parts)-4; i-- {
		part := parts[i]
		private := false
		if n := max(in.Words.CheckParties.Prefix(part), in.Words.CheckPeople.Prefix(part)); n > 0 {
			part, private = part[n:], true
		}
		contact := in.Words.CheckContacts.Prefix(part)
		name := part[contact:]
		if in.isPerson(name) || private && (name == "" || in.isPerson(name)) {
			if contact > 0 || i > 0 && in.Words.CheckContacts.Has(parts[i-1]) {
				return contactPerson
			}
			return privatePerson
		}
	}
	return nobody
}

// isPerson reports whether s is a name, hidden or not, and nothing else: 张伟, 李某某,
// 王女士; words that say what follows may stand behind it (张伟电话).
func (in *Input) isPerson(s string) bool {
	n := max(in.Words.CheckSurnames.Prefix(s), in.Words.CheckDoubleSurnames.Prefix(s))
	if n == 0 || in.Words.CheckNoNames.Prefix(s) > 0 {
		return false
	}
	for given := 0; given < 2 && n < len(s); given++ {
		if rest := s[n:]; given > 0 && (in.Words.CheckTelephone.Prefix(rest) > 0 || in.Words.CheckMailNames.Prefix(rest) > 0) {
			return true
		}
		r, size := utf8.DecodeRuneInString(s[n:])
		if !report.IsHan(r) && r != '×' || in.Words.CheckNotGiven.Has(string(r)) && r != '某' {
			return false
		}
		if n += size; n == len(s) {
			return true
		}
	}
	rest := s[n:]
	return in.Words.CheckTelephone.Prefix(rest) > 0 || in.Words.CheckMailNames.Prefix(rest) > 0
}
