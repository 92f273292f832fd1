package series

import (
	"strings"
	"unicode/utf8"
)

// isTurned reports whether one label has its verb behind its noun and the other before it:
// 培训执法人员, 执法人员培训.
func (m *matcher) isTurned(a, b string) bool {
	const word = 2 // characters: a single one may be part of another word
	a, b = m.withoutObject(a), m.withoutObject(b)
	if a == "" || len(a) != len(b) {
		return false
	}
	if m.isMoved(a, b) {
		return true
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

// withoutObject is a label without the word before the thing to which something was done: 市场主体检查 of 对市场主体检查,
// 司法机关移送案件 of 向司法机关移送案件.
func (m *matcher) withoutObject(label string) string {
	if n := m.words.SeriesObjects.Prefix(label); n > 0 && n < len(label) {
		return label[n:]
	}
	return label
}

// isMoved reports whether two labels are the same but for the place of one verb: 移送司法机关案件, 司法机关移送案件.
func (m *matcher) isMoved(a, b string) bool {
	const word, shortest = 2, 3 // characters of the verb, and at least of the rest
	for at := range a {
		n := max(m.words.Verbs.Prefix(a[at:]), m.words.SeriesSteps.Prefix(a[at:]), m.words.SeriesNew.Prefix(a[at:]))
		verb := a[at : at+n]
		if utf8.RuneCountInString(verb) < word || strings.Count(b, verb) != 1 {
			continue
		}
		if rest := a[:at] + a[at+n:]; utf8.RuneCountInString(rest) >= shortest && rest == strings.Replace(b, verb, "", 1) {
			return true
		}
	}
	return false
}

// isOfOtherStage reports whether two values are of two stages of the same matter: 受理 and 办结. An indicator may
// take either, but a series does not change from one to the other.
func (m *matcher) isOfOtherStage(a, b *measured) bool {
	x, y := m.stage(a.core), m.stage(b.core)
	return x != "" && y != "" && x != y
}

// isOfOtherThing reports whether two labels differ in the thing that was counted and in nothing else: 检查餐饮单位,
// 检查食品生产单位. An indicator may take either.
func (m *matcher) isOfOtherThing(a, b *measured) bool {
	const word = 2 // characters
	if a.core == "" || b.core == "" || a.own != "" && a.own == b.own || !a.f.Own || !b.f.Own {
		return false
	}
	front, back := common(a.core, b.core)
	x, y := a.core[front:len(a.core)-back], b.core[front:len(b.core)-back]
	isThing := func(s string) bool {
		return utf8.RuneCountInString(s) >= word && !m.words.Verbs.In(s) && !m.words.LightVerbs.In(s) && !m.words.SeriesLight.Has(s) && !m.words.SeriesSteps.In(s)
	}
	return front > 0 && back > 0 && m.words.Verbs.Has(a.core[:front]) && isThing(x) && isThing(y)
}

// stage is the stage that a label names, "" for none and for several.
func (m *matcher) stage(core string) string {
	found := ""
	for w, ok := m.words.SeriesStages.Find(core, 0); ok; w, ok = m.words.SeriesStages.Find(core, w.End) {
		of := m.words.SeriesStages.Reading(w)
		if found != "" && found != of {
			return ""
		}
		found = of
	}
	return found
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
