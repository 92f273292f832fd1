package promise

import (
	"slices"
	"strings"
)

// countsOther reports whether words right before a number go on from the name of an item to another
// thing, which is what is counted: 执法人员培训会商6期 are no 执法人员培训. In 培训共举办6期, 培训班6期 and 培训进校园
// 6期 the thing is the item's. A number that has words behind it, 督察实现12个乡镇全覆盖, counts these.
func (p *page) countsOther(it *item, before string) bool {
	if behind := it.r.Source.Text[it.figure().Span.End:max(it.figure().Span.End, it.core.End)]; len((&planner{words: p.words}).keyOfWords(behind)) >= shortestKey {
		return false
	}
	key := (&planner{words: p.words}).keyOfWords(before)
	known := map[pair]bool{}
	for _, pr := range pairsOf(it.key) {
		known[pr] = true
	}
	last := 0
	for i := 1; i < len(key); i++ {
		if known[pair{key[i-1], key[i]}] {
			last = i
		}
	}
	if last == 0 || last+1 >= len(key) {
		return false
	}
	rest := key[last+1:]
	if lastRune(string(rest)) == '会' && !p.inItem(it, "会") { // 案卷评查推进会 is a meeting
		return true
	}
	end := slices.Index(rest, 0)
	if end < 0 {
		end = len(rest)
	}
	name, behind := strings.TrimRight(string(rest[:end]), "了"), string(rest[end:])
	name = strings.TrimPrefix(name[p.doneAt(it, name):], "于") // 培训 of 会商 is what was to be done with 执法人员
	if name == "" || p.behindTime(name) != name || p.words.PromiseNarrow.Prefix(name) > 0 || p.words.PromiseAmounts.Prefix(name) > 0 || p.endsInDeed(it, name) {
		return false
	}
	return p.namesMore(it, name) && !p.namesMore(it, behind)
}
