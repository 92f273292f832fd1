package promise

import "mingfa/generator/report"

// admission is where the report says itself that it fell short of an item: beside what came
// of it, or wherever the thing is named with such words.
func (p *page) admission(it *item, places []place, evidence report.Span) report.Span {
	if p.admits(it, p.r.Source.Slice(evidence)) {
		return evidence
	}
	for k := range places {
		at := &places[k]
		s := &p.sentences[at.sentence]
		if s.ahead || !(at.ends || at.named >= inFull) { // 公平竞争审查细则尚未出台 says nothing of 公平竞争审查业务培训
			continue
		}
		sp := s.clauses[at.clause].span
		if h := p.r.Blocks[s.block].Heading; h >= 0 && p.wanting[h] {
			sp = s.span
		}
		if p.admits(it, p.r.Source.Slice(sp)) {
			return p.shown(at.sentence)
		}
	}
	return report.Span{}
}

// admits reports whether words own up to something.
func (p *page) admits(it *item, words string) bool {
	return p.isUndone(it, words) || p.words.PromiseShort.In(words) || p.words.PromiseLater.In(words)
}
