package promise

import (
	"strings"
	"unicode/utf8"
)

// What an item says beyond its deed and its thing, or does not say at all.

// isSlogan reports whether an item says nothing that could be done or not: 加强普法, beside the sentences that say what for.
func (p *page) isSlogan(it *item) bool {
	return it.goal < 0 && it.deed.class == 0 && !it.whole && !it.none && it.trend == 0 && telling(it.key) < severalShared && p.words.PromiseVague.Prefix(it.r.Source.Slice(it.core)) > 0
}

// alsoDid reports whether words say that the second deed of an item was done as well; what is in use is, whatever it is
// called.
func (p *page) alsoDid(it *item, words string) bool {
	if it.also == "" || strings.Contains(words, it.also) {
		return true
	}
	return p.words.PromiseInUse.In(it.also) && p.words.PromiseInUse.In(words)
}

// verbs are the deeds of which an item plans a number together: 废止 and 修改 of 废止、修改文件5件. It is nil of others.
func (p *page) verbs(parts []string) [][]rune {
	var all [][]rune
	for i, part := range parts {
		_, n := deedAt(p.words, planned(p.words), part)
		if utf8.RuneCountInString(part[:n]) < shortestKey || i+1 < len(parts) && n < len(part) {
			return nil
		}
		all = append(all, []rune(part[:n]))
	}
	return all
}

// isFinished reports whether words say that a thing was finished, and not another one that is done for it: 水库划界完成外业测量.
func (p *page) isFinished(it *item, words string) bool {
	for m, ok := p.words.PromiseFinished.Find(words, 0); ok; m, ok = p.words.PromiseFinished.Find(words, m.End) {
		if !p.namesMore(it, words[m.End:]) {
			return true
		}
	}
	return false
}

// isRateOfSome reports whether a rate that is all is one of a part of what an item is about: 重大项目合法性审查率100%.
func (p *page) isRateOfSome(it *item, words string) bool {
	at := strings.Index(words, "率")
	return at > 0 && strings.Contains(words[at:], "100%") && !strings.Contains(it.r.Source.Slice(it.core), "率") && !strings.ContainsAny(words[:at], "、，和") && p.namesMore(it, words[:at])
}
