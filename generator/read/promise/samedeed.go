package promise

import (
	"mingfa/generator/report"
)

// sameDeed reports whether a figure counts what was done with the thing as it was planned:
// 收到300件 is not 办结300件, and 总数达到4架 is not 新购4架.
func (p *page) sameDeed(it *item, f *report.Figure, before, own string) bool {
	core := it.r.Source.Slice(it.core)
	isNew, stands := p.saysNew(own), p.words.PromiseStanding.In(own) && !p.words.CheckWholeYear.In(own)
	level := p.words.PromiseStanding.In(core) || p.words.PromiseLevels.In(core)
	if it.figure().Kind == report.KindCount && !p.words.UnitsOfTime.Has(f.Unit) {
		switch {
		case !level && stands && !isNew, level && !p.saysNew(core) && isNew && !stands:
			return false
		case level && !p.saysNew(core) && !stands && p.words.PromiseAcquire.In(before) && isLess(f, it.figure()): // 购置4部 may have made 12部 of 8部
			return false
		case p.saysNew(core) && isNew: // 新增3处, 新建3处
			return true
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
