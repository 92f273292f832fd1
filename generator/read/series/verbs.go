package series

import (
	"strings"
	"unicode/utf8"
)

// isTurned reports whether one label has its verb behind its noun and the other before it:
// 培训执法人员, 执法人员培训.
func (m *matcher) isTurned(a, b string) bool {
	const word = 2 // characters: a single one may be part of another word
	if len(a) != len(b) {
		return false
	}
	at := strings.Index(a+a, b)
	if at <= 0 || at >= len(a) || utf8.RuneCountInString(a[:at]) < word || utf8.RuneCountInString(a[at:]) < word {
		return false
	}
	for _, part := range [...]string{a[:at], a[at:]} {
		if m.words.Verbs.Has(part) || m.words.SeriesSteps.Suffix(part) > 0 {
			return true
		}
	}
	return false
}

// isOfStaff reports whether a label says more than another only who of the body did it: 民警走访群众.
func (m *matcher) isOfStaff(more, core string) bool {
	for more != "" {
		n := m.words.SeriesStaff.Prefix(more)
		if n == 0 {
			return false
		}
		more = more[n:]
	}
	return m.words.Verbs.Prefix(core) > 0
}

// inherits reports whether a step that a label does not name is said of the whole of which its figure
// is a part: 破获 of 电信网络诈骗案件412起 in 破获刑事案件2188起，其中电信网络诈骗案件412起.
func (m *matcher) inherits(step string, by *Measures, part *measured) bool {
	if !m.words.SeriesSteps.Has(step) {
		return false
	}
	text := by.r.Source.Text[part.context.Start:part.f.Span.Start]
	last, ok := m.words.PromiseParts.FindLast(text)
	if !ok || strings.ContainsAny(text[last.Start:], "；;") {
		return false
	}
	end := part.context.Start + last.Start
	for i := part.at - 1; i >= 0; i-- {
		f := &by.r.Figures[i]
		if f.Span.Start < part.context.Start {
			return false
		}
		if f.Span.Start < end && f.Unit == part.f.Unit && f.Kind == part.f.Kind {
			return strings.HasPrefix(core(by.r.Source.Slice(clauseOf(by.r, i, part.context.Start)), m.words), step)
		}
	}
	return false
}

// besideNameless links values without a label that follow two which are linked, by the words of their
// clauses: 成功3880件 of 调解3960件，成功3880件.
func (m *matcher) besideNameless() {
	for i := 1; i < len(m.now.list); i++ {
		at, ok := m.takenNow[i-1]
		if !ok || at == several || m.isTaken(i) || at+1 >= len(m.before.list) || m.takenThen[at+1] {
			continue
		}
		a, b := &m.before.list[at+1], &m.now.list[i]
		if a.core != "" || b.core != "" || a.own == "" || a.own != b.own || a.unit != b.unit || a.scopes != b.scopes || a.f.Indicator != b.f.Indicator {
			continue
		}
		if a.context.Start == m.before.list[at].context.Start && b.context.Start == m.now.list[i-1].context.Start {
			m.link(Link{Before: at + 1, Now: i, By: ByWords, Score: enough})
		}
	}
}

// isLight reports whether a label says more than another only what makes no other thing of it: 案件 of
// 行政复议案件纠错率, 群众对 of 群众对公证服务满意度.
func (m *matcher) isLight(more, core string) bool {
	const enough = 2 // characters that say what is counted
	if utf8.RuneCountInString(core) < enough {
		return false
	}
	if n := m.words.PromiseJudges.Prefix(more); n > 0 && m.words.PromiseJudged.In(core) {
		return strings.TrimPrefix(more[n:], "对") == ""
	}
	return m.words.SeriesLight.Has(more)
}
