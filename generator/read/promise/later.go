package promise

import (
	"strings"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/period"
)

// A report that says of a thing when it will be there says that it is not there.

// isPutOff reports whether a sentence says that the deed of an item is to be done in a year to come:
// 平台完成招标，计划2024年上线. Where it says too that it was done, the year to come has another deed.
func (p *page) isPutOff(it *item, s *sentence, from int) bool {
	const most = 3 // clauses that are of one thing
	if it.deed.class == 0 {
		return false
	}
	text := p.r.Source.Text
	for k := from; k < len(s.clauses) && k < from+most; k++ {
		words := it.withoutName(text[s.clauses[k].span.Start:s.clauses[k].span.End])
		at := p.comingAt(words)
		if at < 0 {
			at = len(words)
		}
		if it.deed.did(p.words, words[:at]) { // 公园建成开放，二期计划2024年建成
			return false
		}
		if at == len(words) {
			continue
		}
		rest := p.behindTime(p.withoutFillers(words[at:]))
		return p.isDeedAlone(it, rest)
	}
	return false
}

// comingAt is where in a clause words begin that tell of a year to come, -1 without any.
func (p *page) comingAt(words string) int {
	for _, set := range [...]*lexicon.Set{p.words.PromiseLead, p.words.PromiseForecast, p.words.PromiseLater} {
		for m, ok := set.Find(words, 0); ok; m, ok = set.Find(words, m.End) {
			head := strings.TrimRight(headOf(words[m.Start:], 30), "，,。；;！ 　\r\n\t")
			if lexicon.IsAhead(head, p.r.Year) || period.Before(head, p.r.Year, p.words).Year > p.r.Year {
				return m.Start
			}
		}
	}
	return -1
}

// withoutFillers is words without those at their beginning that say that something is meant to be: 计划, 拟于.
func (p *page) withoutFillers(words string) string {
	for n := 1; n > 0; words = words[n:] {
		n = max(p.words.PromiseLead.Prefix(words), p.words.PromiseForecast.Prefix(words), p.words.PromiseFillers.Prefix(words))
		n += len(words[n:]) - len(strings.TrimPrefix(words[n:], "于"))
	}
	return words
}

// isDeedAlone reports whether words are the deed of an item and no other thing: 建成投用, and not 增设
// 分中心2个.
func (p *page) isDeedAlone(it *item, words string) bool {
	words = strings.TrimRight(words, "，,。；;！ 　\r\n\t")
	for n := 1; n > 0; words = words[n:] { // 上半年, 3月底前
		words = p.behindTime(words)
		n = max(p.words.PromiseFillers.Prefix(words), p.words.PromiseDue.Prefix(words), p.words.PeriodParts.Prefix(words))
	}
	return words != "" && it.deed.did(p.words, words) && !p.namesMore(it, words)
}
