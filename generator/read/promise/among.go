package promise

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// byAmong reads how many of a known number did what was planned of all of them: 12支救援队伍中有11支完成标准化建设
// of 12支救援队伍全部完成标准化建设, 186个村中180个村配备法律顾问 of 为每个村配备法律顾问. What they did must stand in the
// plan word by word.
func (p *page) byAmong(it *item, s *sentence) (verdict, bool) {
	core := it.r.Source.Slice(it.core)
	whole, isOfEach := p.words.PromiseWhole.In(core) || it.whole, p.words.PromiseOfEach.In(core)
	words := p.r.Source.Slice(s.span)
	if !whole && !isOfEach || p.isOfMonths(words) || p.isOtherTime(it, s.span.Start) || p.byOthers(it, words) || p.says(p.words.PromiseForecast, it, words) {
		return verdict{}, false
	}
	plan := p.withoutWhole(core)
	first, end := figuresIn(p.r, s.span)
	for i := first + 1; i < end; i++ {
		base, f := &p.r.Figures[i-1], &p.r.Figures[i]
		noun, _, _ := strings.Cut(p.wordsBehind(s, i), "中")
		if !p.isAmong(p.wordsBehind(s, i)) || base.Unit != f.Unit || !p.exact(it, base) || !p.exact(it, f) || !isPartOf(f, base) {
			continue
		}
		did, _, _ := strings.Cut(p.r.Source.Text[f.Span.End:s.span.End], "，")
		did = p.withoutWhole(strings.TrimPrefix(strings.TrimRight(did, "。；"), noun))
		if noun != "" && !strings.Contains(plan, noun) && !strings.Contains(plan, f.Unit) || !p.isToldOf(it, plan, did) {
			continue
		}
		if it.goal >= 0 && it.figure().Value != base.Value { // planned of another number of them
			continue
		}
		return p.byWords(s, report.PromisePartly)
	}
	return verdict{}, false
}

// isToldOf reports whether words are what is planned: 完成标准化建设, or a short deed in which the plan ends, 接入.
func (p *page) isToldOf(it *item, plan, words string) bool {
	const telling = len("配备装备")
	if rest := words[p.words.PromiseFinished.Prefix(words):]; utf8.RuneCountInString(rest) >= shortestKey && strings.HasSuffix(plan, rest) {
		return true
	}
	return len(words) >= telling && (strings.Contains(plan, words) || p.isDeedOf(it, plan, words))
}

// isDeedOf reports whether words are what is planned under another name for the deed: 聘请法律顾问 of 配备法律顾问.
func (p *page) isDeedOf(it *item, plan, words string) bool {
	n := p.doneAt(it, words)
	return n > 0 && utf8.RuneCountInString(words[n:]) >= shortestTelling && strings.Contains(plan, words[n:])
}

// isBase reports whether of what a figure counts only some did what is told: 18支 of 18支队伍中有11支完成.
func (p *page) isBase(f *report.Figure) bool {
	i := p.indexOf(f) + 1
	if i >= len(p.r.Figures) || p.r.Figures[i].Block != f.Block || p.r.Figures[i].Unit != f.Unit || p.r.Figures[i].Span.Start < f.Span.End {
		return false
	}
	noun, rest, ok := strings.Cut(p.r.Source.Text[f.Span.End:p.r.Figures[i].Span.Start], "中")
	return ok && !strings.ContainsAny(noun, "，。；、") && (rest == "" || rest == "有" || rest == "已有")
}

// isOnlyListed reports whether words tell that a thing was put on a list or proposed, and the plan was to have it:
// 2个村列入省级示范村培育名单 of 创建省级示范村1个.
func (p *page) isOnlyListed(it *item, sp report.Span) bool {
	return p.words.PromiseListed.In(p.r.Source.Slice(sp)) && !p.words.PromiseListed.In(it.r.Source.Slice(it.core))
}

// isPartOf reports whether some but not all of a number were counted.
func isPartOf(part, whole *report.Figure) bool {
	a, okA := part.Decimal()
	b, okB := whole.Decimal()
	return okA && okB && a.Sign() > 0 && a.Cmp(b) < 0
}

// withoutWhole is words without those that say 全部, 已 or 均.
func (p *page) withoutWhole(words string) string {
	for m, ok := p.words.PromiseWhole.Find(words, 0); ok; m, ok = p.words.PromiseWhole.Find(words, 0) {
		words = words[:m.Start] + words[m.End:]
	}
	return strings.TrimSpace(words)
}
