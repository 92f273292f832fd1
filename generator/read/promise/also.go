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
