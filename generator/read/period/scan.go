package period

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
)

// scanner finds the marks of a text.
type scanner struct {
	Timeline

	counted bool  // it has named a number
	led     bool  // it began with another time, before any number
	era     bool  // a term of years was named that holds for the paragraph
	closed  int   // behind the next 》 of those that were looked for
	open    []int // brackets: how many marks there were before each
}

func (s *scanner) scan() {
	for at := 0; at < len(s.text); {
		c, size := utf8.DecodeRuneInString(s.text[at:])
		if next := s.mark(at, c); next > 0 {
			at = next
			continue
		}
		if next := s.time(at, c); next > 0 {
			at = next
			continue
		}
		s.counted = s.counted || numeral.IsDigit(c)
		at += size
	}
}

// mark reads a mark of the text that ends what a time holds for; 0 where none stands.
func (s *scanner) mark(at int, c rune) (next int) {
	next = at + utf8.RuneLen(c)
	switch c {
	case '。', '！', '？', '\n', '!', '?':
		s.counted, s.led, s.open = false, false, s.open[:0]
		s.back(next, s.spoken())
	case '；', ';':
		if !s.led && !s.era {
			s.back(next, s.spoken()) // 办理90件，上年为80件；受援人95人: an aside ends there
		}
	case '《':
		if at >= s.closed { // where the next 》 stands, looked for once
			if end := strings.Index(s.text[at:], "》"); end >= 0 {
				s.closed = at + end + len("》")
			} else {
				s.closed = len(s.text) + 1
			}
		}
		if s.closed <= len(s.text) {
			return s.closed
		}
	case '（', '(':
		if len(s.open) < mostOpen {
			s.open = append(s.open, len(s.marks))
		}
	case '）', ')':
		if n := len(s.open); n > 0 {
			s.close(s.open[n-1], next)
			s.open = s.open[:n-1]
		}
	default:
		return 0
	}
	return next
}

// note adds a mark.
func (s *scanner) note(m mark) {
	m.before = -1
	if n := len(s.marks); n > 0 {
		if m.before = n - 1; s.marks[n-1].against || s.marks[n-1].clause {
			m.before = s.marks[n-1].before
		}
	}
	s.marks = append(s.marks, m)
}

// mostOpen is how many brackets are followed into each other.
const mostOpen = 8

// spoken is the time that a new sentence tells of: the year, or the term of years that holds
// for the paragraph. 五年来成效明显。去年检查9次。办理案件: of the five years again.
func (s *scanner) spoken() Period {
	if s.era {
		return Period{Extent: Several}
	}
	return Period{Year: s.year}
}

// back has the text speak of p again.
func (s *scanner) back(at int, p Period) {
	n := len(s.marks) - 1
	if s.era && n >= 0 && s.marks[n].against {
		n = s.marks[n].before // 五年来少于2022年的9件: still of the term
	}
	if n >= 0 && s.marks[n].period != p {
		s.note(mark{start: at, end: at, period: p, kept: true})
	}
}

// close has the text behind a bracket speak of what it spoke of before it.
func (s *scanner) close(before, at int) {
	if before == len(s.marks) {
		return
	}
	m := mark{period: Period{Year: s.year}}
	k := before - 1
	again := k >= 0 && s.marks[k].against && s.saysAgain(k, at)
	if k >= 0 && s.marks[k].against {
		k = s.marks[k].before
	}
	if k >= 0 {
		m = s.marks[k]
	}
	m.start, m.end, m.kept = at, at, true
	s.note(m)
	if again {
		s.note(mark{start: at, end: at, period: s.marks[before-1].period, against: true})
	}
}

// saysAgain reports whether a bracket that ends at a place names nothing but the year of mark k,
// right behind it: 较上年（2022年）的26件.
func (s *scanner) saysAgain(k, at int) bool {
	if k+2 != len(s.marks) || s.marks[k+1].start < s.marks[k].end || s.marks[k+1].end > at {
		return false
	}
	first, second := &s.marks[k], &s.marks[k+1]
	opening, closing := s.text[first.end:second.start], s.text[second.end:at]
	return first.period == second.period && (opening == "（" || opening == "(" || opening == "（即" || opening == "(即") && (closing == "）" || closing == ")")
}

// time reads a time that stands at a place; 0 where none does.
func (s *scanner) time(at int, c rune) (next int) {
	w := s.words
	switch c {
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return s.digits(at)
	case '１', '２', '一', '二', '壹', '贰', '貳': // what a year may begin with
		if year, size := numeral.YearAt(s.text[at:]); year != 0 && !s.isDigitBefore(at) {
			if next := s.namedYear(at, at+size, year); next > at+size { // no year without its 年
				return next
			}
		}
		fallthrough
	case '三', '四', '五', '六', '七', '八', '九', '十':
		if next := s.monthsInWords(at); next > 0 {
			return next
		}
	}
	if c == '年' {
		if next := s.years(at); next > 0 {
			return next
		}
	}
	if w.PeriodYears.Begins(c) {
		if m, ok := w.PeriodYears.At(s.text, at); ok {
			offset, _ := strconv.Atoi(w.PeriodYears.Reading(m))
			return s.since(at, m.End, s.year+offset)
		}
	}
	if w.PeriodSeveral.Begins(c) {
		if m, ok := w.PeriodSeveral.At(s.text, at); ok {
			s.era = s.era || w.PeriodTerms.In(s.text[m.Start:m.End])
			return s.add(at, m.End, Period{Extent: Several}, false)
		}
	}
	if w.PeriodParts.Begins(c) {
		if m, ok := w.PeriodParts.At(s.text, at); ok {
			return s.add(at, m.End, Period{Year: s.year, Extent: Part}, false)
		}
	}
	if w.PeriodAsOf.Begins(c) {
		if m, ok := w.PeriodAsOf.At(s.text, at); ok {
			return s.asOf(at, m.End)
		}
	}
	return 0
}

// add notes a time. One that is compared with only notes itself.
func (s *scanner) add(start, end int, p Period, clause bool) int {
	m := mark{start: start, end: end, period: p, clause: clause, against: s.isAgainst(s.text[:start])}
	if !m.against {
		s.led = p != Period{Year: s.year} && (s.led || !s.counted)
		m.against = !s.led && p != Period{Year: s.year} && s.numberAfter(end) // 办理90件，上年为80件，增长12.5%
		if p.Is(s.year) {
			s.era = false
		}
	}
	s.note(m)
	return end
}

// numberAfter reports whether a number stands behind a place, and nothing but what joins it.
func (s *scanner) numberAfter(at int) bool {
	const reach = 24 // bytes
	to := at
	for to < min(len(s.text), at+reach) && !numeral.IsDigit(rune(s.text[to])) {
		to++
	}
	return to < len(s.text) && numeral.IsDigit(rune(s.text[to])) && s.isBridge(s.text[at:to])
}

// isAgainst reports whether words end in what compares with a time: 较, 由, 与.
func (s *scanner) isAgainst(words string) bool {
	w := s.words
	return w.Comparisons.Suffix(words) > 0 || w.Origins.Suffix(words) > 0 || w.PeriodAgainst.Suffix(words) > 0
}

// since notes a year, or all years from it on: 今年, 2019年以来.
func (s *scanner) since(start, end, year int) int {
	if s.year == 0 && year > 0 { // nobody knows of which year the report is
		year = 0
	}
	if n := s.words.PeriodSince.Prefix(s.text[end:]); n > 0 {
		end += n
		if year != s.year {
			return s.add(start, end, Period{Extent: Several}, false)
		}
	}
	return s.add(start, end, Period{Year: year}, false)
}

// digits reads a year or several, or months that are no whole year: 2023年, 2021至2023年, 1—6月.
func (s *scanner) digits(at int) (next int) {
	n := len(s.text[at:]) - len(strings.TrimLeft(s.text[at:], "0123456789"))
	year, ok := numeral.Year(s.text[at : at+n])
	if n != len("2023") || !ok {
		next = s.months(at, at+n)
		s.counted = s.counted || next == at+n
		return next
	}
	return s.namedYear(at, at+n, year)
}

// isDigitBefore reports whether the digits at a place go on with others before it: 十二〇二二.
func (s *scanner) isDigitBefore(at int) bool {
	r, size := utf8.DecodeLastRuneInString(s.text[:at])
	_, isNumber := numeral.Int(s.text[at-size : at])
	return size > 0 && isNumber && r != 0
}

// namedYear reads the year or the years whose first digits stand between two places.
func (s *scanner) namedYear(at, end, year int) (next int) {
	digits := end
	named := strings.HasPrefix(s.text[end:], "年")
	if named {
		end += len("年")
		end += s.behindYear(s.text[end:])
	}
	if last, to := s.lastYear(end); to > 0 && last > year {
		s.add(at, to, Period{Extent: Several}, false)
		s.marks[len(s.marks)-1].against = false // 从2021年到2023年
		return to
	} else if to > 0 && last < year && named && !strings.Contains(s.text[end:to], "，") {
		return s.add(at, to, Period{Extent: Several}, false) // 2023年、2022年分别办理90件、80件
	}
	switch {
	case !named:
		s.counted = true
		return digits
	case strings.HasPrefix(s.text[end:], "版"): // 2021年版
		return end
	}
	return s.since(at, end, year)
}

// behindYear is how long the words are that may stand behind a year and are of it: 度, 底.
func (s *scanner) behindYear(rest string) int {
	return max(s.words.PeriodDays.Prefix(rest), s.words.PeriodSpans.Prefix(rest))
}

// lastYear is the last of several years that go on at a place, and where it ends: 至2023年, 、2022、
// 2023年.
func (s *scanner) lastYear(at int) (year, end int) {
	const most = 10 // years that are named one by one
	for range most {
		n := s.words.PeriodTo.Prefix(s.text[at:])
		y, size := numeral.YearAt(s.text[at+n:])
		if n == 0 || y == 0 {
			break
		}
		year, at = y, at+n+size
		if rest, ok := strings.CutPrefix(s.text[at:], "年"); ok {
			at = len(s.text) - len(rest)
			at += s.behindYear(rest)
			end = at
		}
	}
	return year, end
}

// months reads months that are a part of the year: 1—6月, 1月至9月, 一至六月. 1—12月 are all of it.
func (s *scanner) months(at, end int) (next int) {
	first, _ := numeral.Int(s.text[at:end])
	rest := strings.TrimPrefix(s.text[end:], "月")
	n := s.words.PeriodTo.Prefix(rest)
	if n == 0 || first < 1 || first > 12 {
		return end
	}
	from := len(s.text) - len(rest) + n
	last, size := monthAt(s.text[from:])
	if last <= first {
		return end
	}
	to := from + size
	if first == 1 && last == 12 {
		return to
	}
	return s.add(at, to, Period{Year: s.year, Extent: Part}, false)
}

// monthAt is the month that words begin with, and how long it is with its 月: 6月, 十一月.
// 0 without one.
func monthAt(words string) (month, size int) {
	size = strings.Index(words[:min(len(words), len("十一月"))], "月")
	if size < 1 {
		return 0, 0
	}
	month, ok := numeral.Int(words[:size])
	if !ok || month > 12 {
		return 0, 0
	}
	return month, size + len("月")
}

// monthsInWords reads months in Chinese numerals; 0 where none stand: 一至六月, 一月到九月. A
// comma joins them behind 月 only: 一、六月开展 begins with the number of a heading.
func (s *scanner) monthsInWords(at int) (next int) {
	end := at
	for n := 0; n < len("十一") && end < len(s.text); n += len("一") {
		_, size := utf8.DecodeRuneInString(s.text[end:])
		if _, ok := numeral.Int(s.text[at : end+size]); !ok {
			break
		}
		end += size
	}
	if c, _ := utf8.DecodeRuneInString(s.text[end:]); end == at || c == '、' || c == '，' || s.isDigitBefore(at) {
		return 0
	}
	if next = s.months(at, end); next == end {
		return 0
	}
	return next
}

// asOf reads up to when something is counted: 截至9月底 is no whole year, 截至12月底 and 截至2023年底 are.
func (s *scanner) asOf(start, end int) int {
	at, year := end, s.year
	if y, size := numeral.YearAt(s.text[at:]); y != 0 && strings.HasPrefix(s.text[at+size:], "年") {
		at, year = at+size+len("年"), y
	} else if m, ok := s.words.PeriodYears.At(s.text, at); ok {
		offset, _ := strconv.Atoi(s.words.PeriodYears.Reading(m))
		at, year = m.End, s.year+offset
	}
	if month, size := monthAt(s.text[at:]); month != 0 && month != 12 {
		return s.add(start, at+size, Period{Year: year, Extent: Part}, false)
	}
	if at == end {
		return end
	}
	return s.add(start, at, Period{Year: year}, false)
}

// years reads the years that are counted before 年: 五年来, 近三年, 两年共. 一年来 is the year. 连续三年
// says something of its clause only.
func (s *scanner) years(at int) (next int) {
	size := countedYears(s.text[:at])
	if size == 0 {
		return 0
	}
	before, end := s.text[:at-size], at+len("年")
	if n := s.words.PeriodRuns.Prefix(s.text[end:]); n > 0 {
		s.era = s.era || s.words.PeriodTerms.Has(s.text[end:end+n])
		return s.add(at-size, end+n, Period{Extent: Several}, false)
	}
	m, ok := s.words.PeriodOf.EndingAt(before, len(before))
	switch {
	case ok && s.words.PeriodOfClause.Has(before[m.Start:]):
		return s.add(m.Start, end, Period{Extent: Several}, true)
	case ok:
		return s.add(m.Start, end, Period{Extent: Several}, false)
	}
	return 0
}

// countedYears is the size of the number of years that words end in: 五, 15, 二十多. It is 0 where
// they end in none, or in a year: 2023, 二〇二三.
func countedYears(words string) int {
	const most = 3 // characters: 二十五
	rest := words
	for n := 0; ; n++ {
		r, width := utf8.DecodeLastRuneInString(rest)
		counts := strings.ContainsRune("两二三四五六七八九十百余多数几0123456789", r) || n > 0 && r == '一'
		switch {
		case strings.ContainsRune("〇○零", r), n == most && counts:
			return 0
		case !counts:
			return len(words) - len(rest)
		}
		rest = rest[:len(rest)-width]
	}
}
