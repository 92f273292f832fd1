package promise

import (
	"strings"

	"mingfa/generator/report"
)

// namesEach reports whether a clause names each of the things that an item lists, and not only what they have in
// common: 修订《道路裁量基准》 says nothing of 《港口裁量基准》.
func (p *page) namesEach(it *item, s *sentence, clause int) bool {
	core := it.r.Source.Slice(it.core)
	parts := listed(strings.ReplaceAll(core, "》", "、"))
	if len(parts) < 2 {
		return true
	}
	said := p.r.Source.Slice(s.clauses[clause].span) + p.emptyClauses(s, clause+1)
	for _, part := range parts {
		_, key := takeDeed(p.words, (&planner{words: p.words}).keyOfWords(part), false)
		if telling(key) >= shortestTelling && !(p.holdsMost(key, said) && p.holds(key[:min(len(key), shortestKey)], said)) {
			return false
		}
	}
	return true
}

// byTitles is what a sentence says of several documents that an item names: partly where one is out and the others
// are not yet.
func (p *page) byTitles(it *item, s *sentence) (verdict, bool) {
	titles := strings.Split(it.r.Source.Slice(it.core), "《")[1:]
	if len(titles) < 2 || it.goal >= 0 {
		return verdict{}, false
	}
	out, open := 0, 0
	for _, title := range titles {
		name, _, _ := strings.Cut(title, "》")
		for k := range s.clauses {
			own := p.r.Source.Slice(s.clauses[k].span)
			if !strings.Contains(own, "《"+name+"》") || p.byOthers(it, own) {
				continue
			}
			if p.isUndone(it, own) || p.words.PromiseUnderWay.In(own) || p.isPending(it, own) {
				open++
			} else if p.isDone(it, own) {
				out++
			}
			break
		}
	}
	if out > 0 && open > 0 && out+open == len(titles) {
		return p.byWords(s, report.PromisePartly)
	}
	return verdict{}, false
}

// byTitle reads that the only document which an item names came into force, in whatever clause of a sentence that names
// no other one: 《养护办法》经会议审议通过，自9月1日起施行.
func (p *page) byTitle(it *item, s *sentence) (verdict, bool) {
	const documents = toIssue | toCompile
	core, words := it.r.Source.Slice(it.core), p.r.Source.Slice(s.span)
	if it.goal >= 0 || it.deed.class&documents == 0 || it.deed.class&toRevise != 0 || it.month != 0 || strings.Count(core, "《") != 1 || strings.Count(words, "《") != 1 {
		return verdict{}, false
	}
	_, name, _ := strings.Cut(core, "《")
	name, _, ok := strings.Cut(name, "》")
	before, behind, isNamed := strings.Cut(words, "《"+name+"》")
	isOpen := p.isUndone(it, words) || p.says(p.words.PromiseForecast, it, words) || p.comingAt(words) >= 0 || p.words.PromiseUnderWay.In(behind) || p.words.PromisePreparing.In(behind) || p.words.PromisePaper.In(behind)
	if !ok || !isNamed || isOpen || p.isOtherTime(it, s.span.Start) || p.isOtherTime(it, s.span.End-1) || p.words.PromiseRevised.In(before) {
		return verdict{}, false
	}
	if p.words.PromiseHelped.Prefix(core) == 0 && p.byOthers(it, words) {
		return verdict{}, false
	}
	for _, clause := range strings.FieldsFunc(behind, func(r rune) bool { return strings.ContainsRune("，,。；;", r) }) {
		if p.words.PromiseInForce.Suffix(clause) > 0 && strings.Contains(clause, "自") {
			return p.byWords(s, report.PromiseMet)
		}
	}
	return verdict{}, false
}

// holdsMost reports whether words hold so many characters of a key that they name it in full, but for one or two
// that say how: 经合法性审核 in 均经过合法性审核.
func (p *page) holdsMost(key []rune, words string) bool {
	const most = 0.8
	known := map[pair]bool{}
	for _, pr := range pairsOf((&planner{words: p.words}).keyOfWords(words)) {
		known[pr] = true
	}
	had, all := 0, 0
	for i, r := range key {
		if r == 0 {
			continue
		}
		all++
		if i > 0 && known[pair{key[i-1], r}] || i+1 < len(key) && known[pair{r, key[i+1]}] {
			had++
		}
	}
	return float64(had) >= most*float64(all)
}
