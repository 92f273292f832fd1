package promise

import (
	"mingfa/generator/report"
)

// sameDeed reports whether a figure counts what was done with the thing as it was planned:
// 收到300件 is not 办结300件, and 总数达到4架 is not 新购4架.
func (p *page) sameDeed(it *item, f *report.Figure, before, own string) bool {
	core := it.r.Source.Slice(it.core)
	isNew, stands := p.saysNew(own), p.words.PromiseStanding.In(own) && !p.words.CheckWholeYear.In(own) && !p.isSum(it, own)
	level := p.words.PromiseStanding.In(core) || p.words.PromiseLevels.In(core)
	if it.figure().Kind == report.KindCount && !p.words.UnitsOfTime.Has(f.Unit) {
		switch {
		case !level && stands && !isNew, level && !p.saysNew(core) && isNew && !stands:
			return false
		case level && !p.saysNew(core) && !stands && p.words.PromiseAcquire.In(before) && isLess(f, it.figure()): // 购置4部 may have made 12部 of 8部
			return false
		case p.saysNew(core) && isNew, it.deed.class&toFoster != 0 && isNew: // 新增3处, 新建3处
			return true
		case !level && !isNew && it.deed.class&(toBuild|toAcquire|toFoster) != 0 && p.endsInLevel(before): // 示范村达到11个 are all there are
			return false
		}
	}
	if it.deed.class&toAcquire != 0 && p.saysNew(core) && !isNew && !it.deed.did(p.words, own) {
		return false // 公职律师6名 are no new ones
	}
	if it.deed.class&toBuild != 0 && !it.deed.did(p.words, own) && !isNew && (p.saysNew(core) || p.words.PromiseRebuilt.In(own)) && !p.words.PromiseFinished.In(own) {
		return false // 改造调解室10个, or 调解室10个 alone, are no new ones
	}
	if it.deed.class == 0 || f.Kind == report.KindRate || it.deed.did(p.words, own) {
		return true
	}
	return !p.otherDeed(it, before)
}

// otherDeed reports whether the words before a figure say that something else was done than
// planned. Any word more may be another deed (示范村复核8个), but that of holding something:
// 法治文艺演出进村入户23场.
func (p *page) otherDeed(it *item, before string) bool {
	known := map[pair]bool{}
	for _, pr := range pairsOf(it.key) {
		known[pr] = true
	}
	key := (&planner{words: p.words}).keyOfWords(before)
	var rest []rune // of the words, what is not the item's
	for i, r := range key {
		if r != 0 && (i > 0 && known[pair{key[i-1], r}] || i+1 < len(key) && known[pair{r, key[i+1]}]) {
			rest = parted(rest)
			continue
		}
		rest = append(rest, r)
	}
	rest = trimmed(rest)
	if it.deed.class&toHold == 0 {
		return len(rest) > 0
	}
	return p.words.Verbs.In(string(rest)) || p.words.LightVerbs.In(string(rest))
}

// isSum reports whether words say that a number is all that was done up to now, 累计走访企业341家, of an
// item that plans some for the year. What was added up is never less than what the year had.
func (p *page) isSum(it *item, own string) bool {
	w := p.words
	if !w.PromiseSums.In(own) || w.PromiseStanding.In(it.r.Source.Slice(it.core)) || p.saysNew(own) || it.deed.class == 0 || !it.deed.did(w, own) {
		return false
	}
	for m, ok := w.PromiseStanding.Find(own, 0); ok; m, ok = w.PromiseStanding.Find(own, m.End) {
		if !w.PromiseSums.Has(own[m.Start:m.End]) { // 累计建有15个
			return false
		}
	}
	return true
}

// isUpToNow reports whether a number is of all there are up to a day, of an item that plans new ones: 截至目前，已设立40个 of
// 新设立15个.
func (p *page) isUpToNow(it *item, f *report.Figure, own string) bool {
	s := &p.sentences[p.sentenceOf(f)]
	return p.saysNew(it.r.Source.Slice(it.core)) && !p.saysNew(own) && p.words.PeriodAsOf.In(p.r.Source.Text[max(s.span.Start, f.Span.Start-longest):f.Span.Start])
}

// isSumOfYear reports whether the words before a sum say that it is of the year: 今年以来，累计办理12件.
// Behind another number, 2023年新建2处，累计建成15处, they say it of that one.
func (p *page) isSumOfYear(f *report.Figure) bool {
	if p.timeline == nil || p.timed != f.Block { // of a row nothing was read but its label
		return false
	}
	s := &p.sentences[p.sentenceOf(f)]
	if !p.words.CheckWholeYear.In(p.r.Source.Text[s.span.Start:f.Span.Start]) && p.words.PeriodAsOf.In(p.r.Source.Text[s.span.Start:f.Span.Start]) {
		return false
	}
	start := p.r.Blocks[f.Block].Span.Start
	named := p.timeline.Named(f.Span.Start - start)
	first, _ := figuresIn(p.r, report.Span{Start: start + named, End: f.Span.End})
	return named > 0 && first == p.indexOf(f)
}

// endsInLevel reports whether the words before a number say up to how many there are: 达到, 增至.
func (p *page) endsInLevel(before string) bool {
	for n := 1; n > 0; before = before[:len(before)-n] {
		if p.words.PromiseLevels.Suffix(before) > 0 {
			return true
		}
		n = p.words.PeriodBridges.Suffix(before)
	}
	return false
}
