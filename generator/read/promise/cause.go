package promise

import (
	"mingfa/generator/report"
)

// Nobody may read that a report does not explain why it fell short where it might: what stands near the
// result, or among the shortcomings, is asked for words that give a cause.

// mayExplain reports whether a report speaks of a cause in the sentence with a result, in the one before or
// behind it in its paragraph, or where it names something of the item or of that sentence among the
// shortcomings: 主要受春季沙尘影响, 扣除沙尘影响后优良率为87.1%.
func (p *page) mayExplain(it *item, evidence report.Span) bool {
	if p.givesCause(p.r.Source.Slice(p.around(evidence))) {
		return true
	}
	for _, sp := range p.causes() {
		if p.sharesWith(it, p.r.Source.Slice(sp), p.r.Source.Slice(evidence)) {
			return true
		}
	}
	return false
}

// givesCause reports whether words say why something is so, or what was not counted.
func (p *page) givesCause(words string) bool {
	return p.words.PromiseCause.In(words) || p.words.PromiseExcept.In(words)
}

// leavesOut reports whether an item that plans all of a thing, or a rate of it, rests on a sentence that leaves
// some out: 除3名新进人员外，持证率100%.
func (p *page) leavesOut(it *item, evidence report.Span) bool {
	return (it.whole || it.isRate()) && p.words.PromiseExcept.In(p.r.Source.Slice(evidence))
}

// sharesWith reports whether words may be of what an item is about: they hold one of the last two pairs of
// its name, 优良 and 良率 of 空气质量优良率, or several that it or the sentence with the result has.
func (p *page) sharesWith(it *item, words, evidence string) bool {
	const several = 4
	reader := &planner{words: p.words}
	ends, known := map[pair]bool{}, map[pair]bool{}
	for _, key := range [...][]rune{it.key, it.full} {
		pairs := pairsOf(reader.withoutGeneric(key))
		for i, pr := range pairs {
			ends[pr], known[pr] = ends[pr] || i+2 >= len(pairs), true
		}
	}
	for _, pr := range pairsOf(reader.keyOfWords(evidence)) {
		known[pr] = true
	}
	shared := map[pair]bool{}
	for _, pr := range pairsOf(reader.keyOfWords(words)) {
		if ends[pr] {
			return true
		}
		if known[pr] {
			shared[pr] = true
		}
	}
	return len(shared) >= several
}

// causes are the sentences among the shortcomings that speak of a cause.
func (p *page) causes() []report.Span {
	if p.caused != nil {
		return p.caused
	}
	const most = 100 // of a hostile report
	p.caused = []report.Span{}
	for i := range p.r.Blocks {
		b := &p.r.Blocks[i]
		if b.Heading < 0 || !p.wanting[b.Heading] || b.Kind == report.BlockHeading {
			continue
		}
		for at := b.Span.Start; at < b.Span.End && len(p.caused) < most; {
			end := at + firstSentence(p.r.Source.Text[at:b.Span.End])
			if sp := (report.Span{Start: at, End: end}); sp.Len() <= longest && p.givesCause(p.r.Source.Slice(sp)) {
				p.caused = append(p.caused, sp)
			}
			at = end
		}
	}
	return p.caused
}

// around is a piece of a paragraph with the sentence in which it stands, the one before it and the one
// behind it.
func (p *page) around(sp report.Span) report.Span {
	block := blockOf(p.r, sp.Start)
	if block < 0 || p.r.Blocks[block].Kind == report.BlockRow {
		return sp
	}
	text, all := p.r.Source.Text, p.r.Blocks[block].Span
	start, before := all.Start, all.Start
	for at := all.Start; at < all.End; {
		end := at + firstSentence(text[at:all.End])
		switch {
		case end <= sp.Start:
			before = at
		case at <= sp.Start:
			start = before
		}
		if at >= sp.End {
			return report.Span{Start: start, End: end}
		}
		at = end
	}
	return report.Span{Start: start, End: max(sp.End, all.End)}
}

// tellsHowFar reports whether a sentence says how far a thing is: 初稿已形成，正在征求意见, 基本建立. That is
// what the report has to say of it.
func (p *page) tellsHowFar(it *item, evidence report.Span) bool {
	return p.says(p.words.PromiseUnderWay, it, p.r.Source.Slice(evidence)) || p.isPending(it, p.r.Source.Slice(evidence))
}
