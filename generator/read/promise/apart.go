package promise

import (
	"strings"

	"mingfa/generator/report"
)

// An item may plan the same number of several things, each by itself: 占道经营、违规养犬专项整治各1次. One number that is
// enough tells of one of them alone.

// isApart reports whether an item plans its number of each of several things. In 各类案件 and 各部门 the word is
// another one.
func (p *page) isApart(it *item) bool {
	if it.goal < 0 || it.figure().Kind != report.KindCount {
		return false
	}
	before := p.beforeGoal(it)
	for from := 0; ; from += len("各") {
		at := strings.Index(before[from:], "各")
		if at < 0 {
			return false
		}
		from += at
		behind := before[from+len("各"):]
		if behind == "" || p.words.PromiseHold.Prefix(behind) > 0 || p.words.Verbs.Prefix(behind) > 0 || p.doneAt(it, behind) > 0 {
			return true
		}
	}
}

// beforeGoal is what an item says before its number.
func (p *page) beforeGoal(it *item) string {
	return it.r.Source.Text[it.core.Start:max(it.core.Start, it.r.Words(it.figure()).Start)]
}

// apart are the things of which an item plans the same number, nil where it does not list them. The last one holds what
// all have in common: 油烟扰民专项整治.
func (p *page) apart(it *item) [][]rune {
	words, ok := strings.CutSuffix(p.beforeHold(p.beforeGoal(it)), "各")
	parts := listed(words)
	if !ok || len(parts) < 2 || strings.ContainsAny(words, "“”《》（）") {
		return nil
	}
	var all [][]rune
	for _, part := range parts {
		words := string((&planner{words: p.words}).keyOfWords(part))
		if _, n := deedAt(p.words, planned(p.words), words); n < len(words) {
			words = words[n:]
		}
		key := trimmed([]rune(words))
		if telling(key) < shortestKey {
			return nil
		}
		all = append(all, key)
	}
	return all
}

// followApart says what came of several things of which the same number is planned; false where nothing tells.
func (p *page) followApart(it *item) (verdict, bool) {
	parts := p.apart(it)
	if parts == nil {
		return verdict{}, false
	}
	met, unmet := verdict{figure: -1}, verdict{figure: -1}
	missing := 0
	for k := range parts {
		switch v := p.ofPart(it, parts, k); v.status {
		case report.PromiseMet:
			met = v
		case report.PromiseUnmet:
			unmet = v
		case report.PromiseUnmentioned:
			missing++
		default:
			return verdict{}, false
		}
	}
	switch {
	case unmet.status == "" && missing == 0:
		return met, true
	case met.status != "" && unmet.status != "":
		return verdict{report.PromisePartly, -1, unmet.evidence}, true
	case met.status != "":
		return verdict{report.PromisePartly, -1, met.evidence}, true
	case unmet.status != "" && missing == 0:
		return unmet, true
	}
	return verdict{}, false
}

// ofPart is what the sentences of a report say of one of several things of which the same number is planned: unmentioned
// where none names it, unclear where they disagree.
func (p *page) ofPart(it *item, parts [][]rune, which int) verdict {
	found, isNamed := verdict{figure: -1}, false
	part := parts[which]
	for k := range p.sentences[:min(len(p.sentences), mostPlaces)] {
		s := &p.sentences[k]
		if s.ahead || s.span.Len() > longest || !p.holds(part[:min(len(part), shortestTelling)], p.r.Source.Slice(s.span)) {
			continue
		}
		isNamed = true
		first, end := figuresIn(p.r, s.span)
		for i := first; i < end && i < first+mostItems; i++ {
			status := p.countOf(it, s, i, parts, which)
			switch {
			case status == "":
			case found.status == "":
				found = verdict{status, -1, p.shownOf(s)}
			case found.status != status:
				return verdict{status: report.PromiseUnclear}
			}
		}
	}
	switch {
	case found.status != "":
		return found
	case isNamed:
		return verdict{status: report.PromiseUnclear}
	}
	return verdict{status: report.PromiseUnmentioned}
}

// countOf is what a figure says of one of several things, "" where it counts something else, or several of them together.
func (p *page) countOf(it *item, s *sentence, i int, parts [][]rune, which int) report.PromiseStatus {
	f, own := &p.r.Figures[i], p.wordsBehind(s, i)
	if !p.exact(it, f) || !p.sameUnit(it.figure(), f) || !p.holds(parts[which], own) || p.opens(s) || p.byOthers(it, own) || p.leftTo(it, own) || p.isOfPart(f.Span.Start) {
		return ""
	}
	isEach := strings.HasSuffix(p.beforeHold(lastClause(own)), "各")
	for k, other := range parts {
		if k != which && !isEach && p.holds(other, own) {
			return ""
		}
	}
	last := parts[len(parts)-1]
	if !p.holds(last[len(last)-shortestKey:], own) { // 学法 of 会前学法各4次
		return ""
	}
	now, ok := reachOf(it.figure(), f)
	want, okWant := it.figure().Decimal()
	if !ok || !okWant {
		return ""
	}
	status := p.compared(it, now, want)
	if status == report.PromiseUnclear || status == report.PromiseUnmet && (p.narrows(it, own) || p.isUndone(it, own)) {
		return ""
	}
	return status
}

// leftTo reports whether words say that another office did it: 畜牧执法检查由市场监管局开展.
func (p *page) leftTo(it *item, words string) bool {
	at := strings.LastIndex(words, "由")
	if at < 0 {
		return false
	}
	who := headOf(words[at+len("由"):], longestName)
	m, ok := p.words.PromiseOffices.Find(who, 0)
	return ok && p.isOther(it, who[:m.End])
}
