package figure

import "strings"

// A number before 日 is the day of a date unless the words around it speak of how long something takes.

// countsDays reports whether the numeral text[i:end], with 日 behind it, says how many days: its clause says
// that they have become fewer (由60日压缩至25日, 缩短5日) or of what they are the length (审理期限为45日). 6月15日 is a
// date whatever stands around.
func (s *scanner) countsDays(i, end int) bool {
	const near = 60 // bytes before the numeral
	words := tail(s.text[:i], near)
	if at := strings.LastIndexAny(words, "，；。："); at >= 0 {
		words = words[at+len("，"):]
	}
	after := head(strings.TrimPrefix(s.text[s.skipSpace(end):], "日"), near)
	if strings.HasSuffix(words, "月") {
		return false
	}
	if fewer := strings.TrimSuffix(words, "了"); s.Falls.Suffix(fewer) > 0 || s.Falls.Suffix(words[:len(words)-s.Becoming.Suffix(words)]) > 0 {
		return true
	}
	if s.afterDays(i) {
		return true
	}
	if of, ok := s.origin(words); ok {
		return s.becomesFewer(afterListedDays(after), s.SpansOfDays.Suffix(strings.TrimSuffix(of, "分别")) > 0)
	}
	return s.SpansOfDays.Suffix(s.trimBridges(words)) > 0 && s.DaysOfDates.Prefix(after) == 0
}

// becomesFewer reports whether words go on with what a number of days has become: 压缩至, and any verb (延长至) where
// the words before say that they are of a length.
func (g grammar) becomesFewer(after string, ofLength bool) bool {
	changed := g.Falls.Prefix(after)
	if changed == 0 && ofLength {
		changed = len(head(after, len("延长")))
	}
	return changed > 0 && g.Becoming.Prefix(after[changed:]) > 0
}

// afterListedDays is what follows numbers of days that go on with a list: 压缩至 of 、30日，压缩至5日、10日.
func afterListedDays(after string) string {
	for {
		rest := strings.TrimLeft(strings.TrimLeft(after, "、和"), "0123456789")
		next, ok := strings.CutPrefix(rest, "日")
		if !ok || !strings.HasPrefix(after, "、") && !strings.HasPrefix(after, "和") {
			return strings.TrimPrefix(after, "，")
		}
		after = next
	}
}

// afterDays reports whether a number of days stands right before the numeral at i, with nothing between them but
// words that say what it has become (90日 of 由60日延长至90日) or that go on with a list (10日 of 压缩至5日、10日).
func (s *scanner) afterDays(i int) bool {
	const longest = len("延长到法定")
	if len(s.marks) == 0 {
		return false
	}
	prev := &s.marks[len(s.marks)-1]
	if prev.unit != "日" || prev.end > i || i-prev.end > longest {
		return false
	}
	gap := s.text[prev.end:i]
	return s.Becoming.Suffix(gap) > 0 || gap == "、" || gap == "和"
}
