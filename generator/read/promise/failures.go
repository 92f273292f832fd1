package promise

import (
	"strings"

	"mingfa/generator/report"
)

// A rate that is to be a hundred, and what is not to happen, may be told by how many failed: 评查案卷120份，不合格1份 of
// 案卷合格率100%, 办理许可312件，其中2件超期 of 按时办结率100%.

// byFailures reads that some failed, which leaves no hundred. That none did may be of a part alone, and tells nothing.
func (p *page) byFailures(it *item, s *sentence) (verdict, bool) {
	subject, failed := p.failureOf(it)
	words := p.r.Source.Slice(s.span)
	if failed == nil || len(subject) < shortestKey || !p.holds(subject, words) || p.byOthers(it, words) || p.isOfMonths(words) || p.isOtherTime(it, s.span.Start) || p.says(p.words.PromiseForecast, it, words) {
		return verdict{}, false
	}
	first, end := figuresIn(p.r, s.span)
	for i := first; i < end; i++ {
		f := &p.r.Figures[i]
		if value, ok := f.Decimal(); !ok || value.Sign() <= 0 || !p.exact(it, f) || p.isOtherTime(it, f.Span.Start) {
			continue
		}
		behind := strings.TrimRight(p.clauseBehind(s, f), "，,。；;！ 　\r\n\t")
		before := p.withoutEnds(lastClause(p.wordsBehind(s, i)))
		before = before[p.words.PromiseParts.Prefix(before):]
		if failed(behind) && before == "" || failed(before) && behind == "" {
			return p.byWords(s, report.PromiseUnmet)
		}
	}
	return verdict{}, false
}

// failureOf is what an item is about that plans a hundred, and whether words say that one of it failed; nil of others.
func (p *page) failureOf(it *item) (subject []rune, failed func(string) bool) {
	if it.goal < 0 || !it.isRate() || it.part != nil {
		return nil, nil
	}
	subject, deed := p.allOf(it)
	if deed == "" {
		return nil, nil
	}
	if key := string(subject); p.words.PromiseOnTime.Suffix(key) > 0 { // 行政许可按时 and 办结
		subject = trimmed([]rune(key[:len(key)-p.words.PromiseOnTime.Suffix(key)]))
		return subject, func(words string) bool { return p.words.PromiseLate.Has(strings.TrimSuffix(words, deed)) }
	}
	return subject, func(words string) bool { return words == "不"+deed || words == "未"+deed }
}
