package promise

import (
	"unicode/utf8"
)

// place is a sentence that names what an item is about, in part or in full.
type place struct {
	sentence int
	named    float64 // the share of the item's characters that stand in one clause
	with     float64 // that stand in the sentence or in the headings over it
	clause   int     // the clause that names most of it
	ends     bool    // that clause, or the sentence, names the end of it: 无人机 of 执法无人机
}

// slight is the share of an item that a sentence must name to be looked at.
const slight = 0.4

// places are the sentences that name an item, in text order.
func (p *page) places(it *item) []place {
	pairs := pairsOf(it.key)
	if len(pairs) == 0 {
		return nil
	}
	var found []place
	for i := range p.sentences {
		if len(found) == mostPlaces {
			break
		}
		if at, ok := p.place(it, i); ok {
			found = append(found, at)
		}
	}
	return found
}

// place is how a sentence names an item; false where it hardly does.
func (p *page) place(it *item, i int) (place, bool) {
	s := &p.sentences[i]
	at := place{sentence: i}
	if !s.names {
		return at, false
	}
	for k := range s.clauses {
		if len(s.clauses[k].pairs) == 0 {
			continue
		}
		p.round++
		p.mark(s.clauses[k].pairs)
		named := p.share(it)
		isDeed := named > 0 && named == at.named && !p.didIn(it, s, at.clause) && p.didIn(it, s, k) // 出台规范性文件3件，开展规范性文件清理
		if named > at.named || isDeed {
			at.named, at.clause, at.ends = named, k, p.namesEnd(it)
		}
	}
	if at.named < slight && !at.ends {
		return at, false
	}
	p.round++
	for k := range s.clauses {
		p.mark(s.clauses[k].pairs)
	}
	p.mark(s.head)
	at.with = p.share(it)
	return at, true
}

// didIn reports whether a clause holds the deed of an item.
func (p *page) didIn(it *item, s *sentence, clause int) bool {
	return it.deed.class != 0 && it.deed.did(p.words, p.r.Source.Slice(s.clauses[clause].span))
}

func (p *page) mark(ids []int) {
	for _, id := range ids {
		p.asked[id] = p.round
	}
}

// has reports whether the pair of an item that ends at i was marked last.
func (p *page) has(it *item, i int) bool {
	return i >= 0 && i < len(it.ids) && it.ids[i] >= 0 && p.asked[it.ids[i]] == p.round
}

// share is the share of an item's characters that stand in a pair which was marked. Words
// in another order count as well: 调解矛盾纠纷成功率 names all of 矛盾纠纷调解成功率.
func (p *page) share(it *item) float64 {
	named, all := 0, 0
	for i, r := range it.key {
		if r == 0 || (i == 0 || it.key[i-1] == 0) && (i+1 == len(it.key) || it.key[i+1] == 0) { // 村 of 村（社区）: a pair of none
			continue
		}
		all++
		if p.has(it, i) || p.has(it, i+1) {
			named++
		}
	}
	if all == 0 {
		return 0
	}
	return float64(named) / float64(all)
}

// namesEnd reports whether the last two pairs of an item were marked, or its only one.
func (p *page) namesEnd(it *item) bool {
	n := len(it.key)
	return p.has(it, n-1) && (n < 3 || it.key[n-3] == 0 || p.has(it, n-2))
}

// lastRune is the last character of s.
func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
