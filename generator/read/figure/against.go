package figure

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// Reports compare a number with other things than earlier times: 比法定时限压缩76%, 高于全市平均2.1个百分点,
// 比目标值高1个百分点. Such a difference says nothing of last year and is no change of the figure before it.

// isAgainstOther reports whether figure i is a difference of that kind: by its own words, by the clause
// before (与法定时限相比，压缩76%), or as the second way to say what the figure before it does (缩短15天、压缩75%).
func (e *extractor) isAgainstOther(first, i int) bool {
	m, f := &e.scanner.marks[i-first], &e.r.Figures[i]
	if f.Kind != report.KindChange {
		return false
	}
	c := &e.scanner.clauses[m.clause]
	start := c.start
	if i > first {
		start = max(start, e.r.Figures[i-1].Span.End)
	}
	words := e.text[start:f.Span.Start]
	switch {
	case e.namesPast(words):
		return false
	case e.comparesOther(words):
		return true
	case m.clause > 0 && start == c.start && e.opensOther(&e.scanner.clauses[m.clause-1]):
		return true
	}
	return i > first && e.isBareChange(words) && e.sameSentence(first, i-1, i) && e.isAgainstOther(first, i-1)
}

// comparesOther reports whether the last comparison in words is with something that is no time: 比法定时限压缩.
// 较大 and 较好 compare nothing.
func (e *extractor) comparesOther(words string) bool {
	at := -1
	if than, ok := e.Comparisons.FindLast(words); ok {
		at = than.End
	}
	if than, ok := e.BesideOthers.FindLast(words); ok {
		at = max(at, than.End)
	}
	return at >= 0 && e.Degrees.Prefix(words[at:]) == 0 && e.isOther(words[at:])
}

// opensOther reports whether a clause only says what the next one is compared with: 与法定时限相比，.
func (e *extractor) opensOther(c *clause) bool {
	words := strings.TrimRight(e.text[c.start:c.end], "，,")
	if c.last > c.first || c.stop != '，' && c.stop != ',' || e.namesPast(words) {
		return false
	}
	bare, isCompared := strings.CutSuffix(words, "相比")
	return isCompared && e.isOther(bare) || e.Comparisons.Prefix(words) > 0 && e.comparesOther(words)
}

// isOther reports whether words begin with the name of something to compare with that is no time: 年度任务,
// 全市平均. Where it stands further off, the comparison is with what stands before it.
func (e *extractor) isOther(words string) bool {
	const longest = 8 // characters before it
	m, ok := e.OthersCompared.Find(words, 0)
	return ok && utf8.RuneCountInString(words[:m.Start]) <= longest && !strings.ContainsAny(words[:m.Start], "、（《“")
}

// namesPast reports whether words name an earlier time, which then is what is compared with.
func (e *extractor) namesPast(words string) bool {
	year := numeral.YearIn(words)
	return year != 0 && year != e.r.Year || e.TimesCompared.In(words)
}

// isBareChange reports whether words say how something has changed and name nothing else: 、压缩.
func (e *extractor) isBareChange(words string) bool {
	words = strings.TrimLeft(words, "，、")
	return words != "" && e.Changing.Suffix(words) == len(words)
}
