package promise

import (
	"strings"
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
