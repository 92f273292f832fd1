package figure

import (
	"strconv"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// notFigure gives the end of a numeral at i that is known to be no data, and
// why; 0 when it may be some. start is where the block or the brackets begin.
func (s *scanner) notFigure(i, start int, n numeral.Number) (end int, why report.Reason) {
	end = i + n.Size
	if e := s.digitalDate(i, end); e > 0 && (n.Decimals > 0 || isYear(n)) {
		return e, report.ReasonDate
	}
	if e, why := s.plan(i, end); e > 0 {
		return e, why
	}
	if e := s.opener(i, start, end, n); e > 0 {
		return e, report.ReasonItem
	}
	if e := s.runInOpener(i, start, n); e > 0 {
		return e, report.ReasonItem
	}
	if e, why := s.date(i, end, n); e > 0 {
		return e, why
	}
	if e := s.time(end, n); e > 0 {
		return e, report.ReasonTime
	}
	if e, why := s.named(i, end, n); e > 0 {
		return e, why
	}
	return s.identifier(i, end, n)
}

// plan knows 1+N, 7×24小时, 7·19 and 5G. Of 9+1场 nobody knows whether it is a name
// or a sum.
func (s *scanner) plan(i, end int) (int, report.Reason) {
	after, w := runeOrNone(s.text, end)
	prev, pw := before(s.text, i)
	switch prev {
	case '+', '＋':
		if q, _ := before(s.text, i-pw); report.IsHan(q) && s.matchUnit(s.text[end:]) != "" {
			break // 同比+8.5%
		}
		return s.nameOf(s.skipName(end))
	case '×', '·', '№', '＃', '#':
		return s.nameOf(s.skipName(end))
	}
	switch after {
	case '+', '＋', '×', '·', '*':
		next := peek(s.text, end+w)
		if classOf(next) == arabic || isLetter(next) {
			return s.nameOf(s.skipName(end + w))
		}
		if next >= 'Ａ' && next <= 'Ｚ' {
			return end + w, report.ReasonName
		}
	case '@':
		return s.wordEnd(end), report.ReasonName // 123@example.cn
	}
	if after == '/' && s.text[i:end] == "24" && peek(s.text, end+w) == '7' && classOf(peek(s.text, end+w+1)) != arabic {
		return end + w + 1, report.ReasonName // all day, all week
	}
	if isLetter(after) && s.matchUnit(s.text[end:]) == "" {
		e := s.wordEnd(end)
		return e, s.whyWord(i, e)
	}
	return 0, unknown
}

// nameOf is why a name that ends at end is none of a figure: what follows counts
// nothing.
func (s *scanner) nameOf(end int) (int, report.Reason) {
	if unit := s.matchUnit(s.text[end:]); s.UnitsCounted.Has(unit) || unit == "%" {
		return end, unknown
	}
	return end, report.ReasonName
}

// whyWord is why the digits of an ASCII word text[i:end] are no data. Nobody can
// tell where a unit follows: in 2O75起 and l00件 letters stand for digits, in
// GPS12台 digits of a figure touch a name.
func (s *scanner) whyWord(i, end int) report.Reason {
	word := s.text[i:end]
	unit := s.matchUnit(s.text[end:])
	dated := strings.HasPrefix(s.text[end:], "年") || strings.HasPrefix(s.text[end:], "月") || strings.HasPrefix(s.text[end:], "日")
	switch likeDigits := strings.Trim(word, "0123456789OoIl,.") == ""; {
	case likeDigits && (dated || unit != ""):
		return unknown
	case dated, !s.UnitsCounted.Has(unit) && unit != "%", strings.ContainsAny(word, "/@:_"):
		return report.ReasonName
	case numeral.IsDigit(rune(word[0])):
		return unknown
	}
	if len(word) > 2 && isLetter(rune(word[1])) && numeral.IsDigit(rune(word[len(word)-1])) {
		return unknown
	}
	return report.ReasonName // T3座
}

// skipName steps to the end of 1+3+N or 7×24小时.
func (s *scanner) skipName(i int) int {
	for i < s.end {
		r, w := runeAt(s.text, i)
		switch {
		case classOf(r) == arabic, isLetter(r), r == '+', r == '＋', r == '×', r == '·', r == '.', r == '*':
		default:
			return i + s.UnitsOfTime.Prefix(s.text[i:])
		}
		i += w
	}
	return i
}

// opener knows the number that opens a paragraph or an item: 1. 2、 3）, and a
// section number such as 1.2.3.
func (s *scanner) opener(i, start, end int, n numeral.Number) int {
	after, w := runeOrNone(s.text, end)
	switch after {
	case '.', '．', '、', ')', '）':
	case ' ', '　':
		if at := s.skipSpace(end); i == start && n.Decimals > 0 && n.Scale == "" && report.IsHan(peek(s.text, at)) && s.matchUnit(s.text[at:]) == "" {
			return end // 1.1 组织领导
		}
		return 0
	default:
		return 0
	}
	next := classOf(peek(s.text, end+w))
	if next == arabic {
		if e := s.skipName(end); after == '.' && n.Decimals > 0 && s.matchUnit(s.text[e:]) == "" {
			return e
		}
		return 0
	}
	prev, _ := before(s.text, i)
	if i != start && !isSpace(prev) && classOf(prev) != stop && classOf(prev) != pause {
		return 0
	}
	if n.Digits-n.Decimals > 2 || n.Scale != "" || n.Approx != "" || n.Decimals > 0 && i != start {
		return 0
	}
	return end + w
}

// runInOpener knows the number of an item that a numeral follows without a
// space (1.执法力量不足；2.4起案件被纠错): it reads as a decimal of a thing that is
// counted whole, and the item before it, or after the first, is numbered so too.
func (s *scanner) runInOpener(i, start int, n numeral.Number) int {
	if n.Decimals == 0 || n.Digits-n.Decimals > 2 || n.Scale != "" || !s.UnitsWhole.Has(s.matchUnit(s.text[i+n.Size:])) {
		return 0
	}
	if prev, _ := before(s.text, i); i != start && classOf(prev) != stop && classOf(prev) != pause {
		return 0
	}
	number, _, _ := strings.Cut(s.text[i:i+n.Size], ".")
	item, ok := numeral.Int(number)
	if !ok || number == s.text[i:i+n.Size] {
		return 0
	}
	const reach = 2000 // bytes to the item beside it
	words, other := s.text[max(start, i-reach):i], item-1
	if item == 1 {
		words, other = s.text[i+n.Size:min(s.end, i+n.Size+reach)], 2
	}
	if opensItem(words, strconv.Itoa(other)) || item > 1 && strings.HasPrefix(words, strconv.Itoa(other)+".") {
		return i + len(number) + 1
	}
	return 0
}

// opensItem reports whether a number with its mark begins a clause of words.
func opensItem(words, number string) bool {
	for rest := words; ; {
		at := strings.Index(rest, number)
		if at < 0 {
			return false
		}
		prev, w := before(rest, at)
		switch rest = rest[at+len(number):]; peek(rest, 0) {
		case '.', '、', '．':
			if w > 0 && (classOf(prev) == stop || classOf(prev) == pause) {
				return true
			}
		}
	}
}

// date knows years, months, days and dates in digits.
func (s *scanner) date(i, end int, n numeral.Number) (int, report.Reason) {
	const date = report.ReasonDate
	if n.Decimals > 0 {
		if strings.HasPrefix(s.text[end:], "年") {
			return end + len("年"), date
		}
		return 0, unknown
	}
	at := s.skipSpace(end)
	after, w := runeOrNone(s.text, at)
	if after == '日' && s.countsDays(i, end) {
		return 0, unknown
	}
	if n.Scale == "" && after == '年' || after == '月' || after == '日' {
		if !isPartOfDate(n, after) {
			return at + w, unknown // 20236月
		}
		return at + w, date // a year or a term of years
	}
	if after == '周' && peek(s.text, at+w) == '年' {
		return at + w + len("年"), date
	}
	if isYear(n) {
		switch after {
		case '-', '—', '–', '～', '~', '－', '至', '到', '/', '、', '和':
			j := at + w
			if after == '—' && peek(s.text, j) == '—' {
				j += w
			}
			if second, ok := numeral.Scan(s.text[j:]); ok && second.Arabic {
				if isYear(second) {
					return end, date // the second stands before 年, or is the second of a pair
				}
				if s.matchUnit(s.text[j+second.Size:]) != "" && after != '、' && after != '和' {
					return 0, unknown // 2000—5000元
				}
			}
		}
		if prev, pw := before(s.text, i); prev == '-' || prev == '—' || prev == '–' || prev == '～' || prev == '~' || prev == '－' || prev == '/' {
			if q, _ := before(s.text, i-pw); classOf(q) == arabic || q == '—' || q == '年' {
				return end, date
			}
		}
		if s.matchUnit(s.text[at:]) == "" && !s.valueFollows(i) && (report.IsHan(after) && n.Value >= "2000" || !report.IsHan(after)) {
			return end, date // a year without 年, as in the name of an event
		}
	}
	if n.Digits <= 2 && (after == '至' || after == '/' || after == '-' || after == '—' || after == '～' || after == '、' || after == '到') {
		if second, ok := numeral.Scan(s.text[at+w:]); ok && second.Arabic && second.Digits <= 2 {
			switch peek(s.text, s.skipSpace(at+w+second.Size)) {
			case '月', '日', '时':
				return end, date
			}
		}
	}
	return 0, unknown
}

// isPartOfDate reports whether a numeral before 年, 月 or 日 can be a year or a
// number of years, months or days.
func isPartOfDate(n numeral.Number, after rune) bool {
	value, _ := numeral.Int(n.Value)
	switch after {
	case '月':
		return n.Digits <= 2 && value <= 48 // 18月龄
	case '日':
		return n.Digits <= 3
	}
	return n.Digits <= 4
}

// valueFollows reports whether the words before i announce a value.
func (s *scanner) valueFollows(i int) bool {
	return s.AnnouncesYear.Suffix(s.text[:i]) > 0
}

// isYear reports whether a numeral can be a year of the calendar.
func isYear(n numeral.Number) bool {
	_, ok := numeral.Year(n.Value)
	return ok && len(n.Value) == 4 && n.Digits == 4 && n.Scale == "" && n.Approx == ""
}

// digitalDate is the end of a date in digits at i, whose first numeral ends at
// end: 2023-02-10, 2023.2.10 or 2023/2/10. It is 0 where there is none.
func (s *scanner) digitalDate(i, end int) int {
	size, parts := dateInDigits(s.text[i:])
	j := i + size
	if parts == 0 || parts == 1 && (s.text[i+4] != '-' || s.matchUnit(s.text[j:]) != "") || j < end {
		return 0
	}
	return j
}

// dateInDigits is the size of a year with a month, and perhaps a day, that s
// begins with, and how many of the two there are.
func dateInDigits(s string) (size, parts int) {
	digits := func(from, most int) int {
		n := 0
		for n <= most && from+n < len(s) && s[from+n] >= '0' && s[from+n] <= '9' {
			n++
		}
		return n
	}
	size = digits(0, 4)
	if _, ok := numeral.Year(s[:size]); size != 4 || !ok {
		return 0, 0
	}
	for parts < 2 && size < len(s) && strings.IndexByte("-./", s[size]) >= 0 {
		n := digits(size+1, 2)
		if n == 0 || n > 2 {
			break
		}
		size, parts = size+1+n, parts+1
	}
	if size < len(s) && s[size] >= '0' && s[size] <= '9' {
		return 0, 0
	}
	return size, parts
}

// digitalDateOf is the size of a full date in digits that s begins with, 0
// without one.
func digitalDateOf(s string) int {
	if size, parts := dateInDigits(s); parts == 2 {
		return size
	}
	return 0
}

// time knows 9:00-17:30, 8时30分 and 20点.
func (s *scanner) time(end int, n numeral.Number) int {
	if n.Decimals > 0 || n.Digits > 2 || n.Scale != "" || n.Approx != "" {
		return 0
	}
	hour, _ := numeral.Int(n.Value)
	after, w := runeOrNone(s.text, end)
	switch after {
	case ':', '：':
		second, ok := numeral.Scan(s.text[end+w:])
		if ok && second.Arabic && second.Digits == 2 && second.Value < "60" && len(second.Value) <= 2 && hour <= 24 && second.Decimals == 0 && second.Scale == "" && second.Approx == "" {
			return end + w + second.Size
		}
	case '时', '点':
		if hour > 24 {
			return 0
		}
		j := end + w
		if minute, ok := numeral.Scan(s.text[j:]); ok && minute.Arabic && minute.Digits <= 2 && strings.HasPrefix(s.text[j+minute.Size:], "分") {
			j += minute.Size + len("分")
		}
		return j
	}
	return 0
}

func (s *scanner) skipSpace(i int) int {
	for i < s.end && isSpace(peek(s.text, i)) {
		_, w := runeAt(s.text, i)
		i += w
	}
	return i
}
