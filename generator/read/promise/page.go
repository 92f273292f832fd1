package promise

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/period"
	"mingfa/generator/report"
)

// page is a report cut into sentences, of which each knows the pairs of characters that
// items are known by.
type page struct {
	r         *report.Report
	words     *lexicon.Lexicon
	ids       map[pair]int // of the pairs of all items
	mays      [64]uint64   // a bit for each of these pairs, which may stand for others too
	sentences []sentence
	earlier   map[int]bool // figures that are of an earlier year
	changes   map[int]int  // by figure that is a change: of which figure it is one
	origins   map[int]int  // by figure: the one that it set out from, 12天 of 由12天缩短至8天
	of        []int        // by figure: index of its sentence, -1 for none
	asked     []int        // by pair: the round that it was marked in last
	round     int

	timeline *period.Timeline // of the block that was asked last
	timed    int

	completion []bool        // by heading: what became of a plan stands under it
	wanting    []bool        // and what was found wanting
	caused     []report.Span // sentences of that which speak of a cause, nil before they are asked for
	cores      []string      // what each item says is to be done

	summed *item // the item whose sum was asked for last
	sum    int   // its figure, -1 without one

	before *page // the report that planned, where an item asks what its value was
}

// pair is two characters that stand beside each other.
type pair [2]rune

// bit is the place of a pair in page.mays. Most pairs of a text are of no item, and most
// of those are known by it.
func (pr pair) bit() (word int, bit uint64) {
	sum := uint32(pr[0])*31 + uint32(pr[1]) //nolint:gosec // a character is not negative
	return int(sum >> 6 & 63), 1 << (sum & 63)
}

// sentence is a sentence or a row of a table.
type sentence struct {
	span    report.Span
	block   int
	clauses []clause
	names   bool  // a clause has pairs of an item
	ahead   bool  // it speaks of the time to come
	head    []int // pairs in the headings over it

	restates bool // it says a piece of the plan over again, and then what became of it
}

// clause is part of a sentence, up to a comma or the end of a cell.
type clause struct {
	span  report.Span
	pairs []int
}

func readPage(r *report.Report, words *lexicon.Lexicon, items []item) *page {
	p := &page{r: r, words: words, ids: map[pair]int{}, earlier: map[int]bool{}, changes: map[int]int{}, origins: map[int]int{}}
	for i := range items {
		p.number(&items[i])
		if alone := items[i].alone; alone != nil {
			p.number(alone)
		}
		for k := range items[i].all {
			p.number(&items[i].all[k])
		}
	}
	p.asked = make([]int, len(p.ids))
	for k := range r.Relations {
		rel := &r.Relations[k]
		if rel.Kind == report.RelationChange && len(rel.Parts) > 0 {
			p.earlier[rel.Parts[0]] = true
			p.origins[rel.Whole] = rel.Parts[0]
		}
		if rel.Kind == report.RelationChange && rel.Result >= 0 {
			p.changes[rel.Result] = rel.Whole
		}
	}
	for i := range items {
		p.cores = append(p.cores, items[i].r.Source.Slice(items[i].core))
	}
	p.cut()
	return p
}

// number gives each pair of an item its id.
func (p *page) number(it *item) {
	it.ids = make([]int, len(it.key)+1)
	for i := range it.ids {
		it.ids[i] = -1
		if i == 0 || i == len(it.key) || it.key[i-1] == 0 || it.key[i] == 0 {
			continue
		}
		pr := pair{it.key[i-1], it.key[i]}
		id, known := p.ids[pr]
		if !known {
			id = len(p.ids)
			p.ids[pr] = id
			word, bit := pr.bit()
			p.mays[word] |= bit
		}
		it.ids[i] = id
	}
}

// pairsOf are the pairs of a key.
func pairsOf(key []rune) []pair {
	var pairs []pair
	for i := 1; i < len(key); i++ {
		if key[i-1] != 0 && key[i] != 0 {
			pairs = append(pairs, pair{key[i-1], key[i]})
		}
	}
	return pairs
}

// cut finds the sentences of all blocks that report something.
func (p *page) cut() {
	plan, mixed := (&planner{r: p.r, words: p.words}).sections()
	heads := p.headings()
	p.of = make([]int, len(p.r.Figures))
	for i := range p.of {
		p.of[i] = -1
	}
	for i := range p.r.Blocks {
		b := &p.r.Blocks[i]
		if b.Kind != report.BlockText && b.Kind != report.BlockRow && b.Kind != report.BlockHeading {
			continue
		}
		s := sentence{block: i}
		if b.Heading >= 0 {
			s.ahead, s.head = plan[b.Heading], heads[b.Heading]
		}
		p.block(b, s, b.Heading >= 0 && mixed[b.Heading])
	}
}

// block finds the sentences of a block; each is like s but for its words. mixed says
// that what follows words of the time to come is all of it.
func (p *page) block(b *report.Block, s sentence, mixed bool) {
	text, ahead, coming := p.r.Source.Text, s.ahead, false
	for from := b.Span.Start; from < b.Span.End; {
		end := b.Span.End
		if b.Kind != report.BlockRow {
			end = from + firstUpTo(text[from:b.Span.End], "。！？；;\n")
		}
		opening := headOf(text[from:end], 90)
		switch {
		case p.words.SentenceComing.Prefix(opening) > 0, lexicon.IsAhead(headOf(opening, 18), p.r.Year):
			coming = true
		case !mixed:
			coming = coming && p.words.GoalsGoOn.Prefix(opening) > 0
		}
		s.span, s.ahead = report.Span{Start: from, End: end}, ahead || coming
		s.clauses, s.names = nil, false // those of the sentence before are not its own
		s.restates = b.Kind == report.BlockRow || p.restates(b, text[from:end])
		if !p.goesOn(&s) {
			p.clauses(&s)
			p.keep(s)
		}
		from = end
	}
}

// restates reports whether words of a section on what became of a plan say a piece of it
// over again.
func (p *page) restates(b *report.Block, words string) bool {
	if b.Heading < 0 || !p.completion[b.Heading] {
		return false
	}
	for _, core := range p.cores {
		if strings.Contains(words, core) {
			return true
		}
	}
	return false
}

// goesOn adds a sentence to the one before where that restates a piece of the plan and this
// says what became of it: 举办讲座8场。已完成。
func (p *page) goesOn(s *sentence) bool {
	if len(p.sentences) == 0 || s.restates {
		return false
	}
	last := &p.sentences[len(p.sentences)-1]
	a, b := &p.r.Blocks[last.block], &p.r.Blocks[s.block]
	if !last.restates || a.Kind == report.BlockRow || a.Heading != b.Heading || s.block > last.block+1 || last.span.Len()+s.span.Len() > longest {
		return false
	}
	first, end := figuresIn(p.r, s.span)
	for i := first; i < end; i++ {
		p.of[i] = len(p.sentences) - 1
	}
	p.clauses(s)
	last.span.End, last.clauses, last.names = s.span.End, append(last.clauses, s.clauses...), last.names || s.names
	return true
}

// longest is how many bytes a sentence with what became of it may have.
const longest = 3000

// keep keeps a sentence, and notes the figures that stand in it.
func (p *page) keep(s sentence) {
	first, end := figuresIn(p.r, s.span)
	for i := first; i < end; i++ {
		p.of[i] = len(p.sentences)
	}
	p.sentences = append(p.sentences, s)
}

// clauses cuts a sentence.
func (p *page) clauses(s *sentence) {
	text := p.r.Source.Text
	for from := s.span.Start; from < s.span.End; {
		end := from + firstUpTo(text[from:s.span.End], "，,\t：:")
		pairs := p.pairs(text[from:end])
		if p.r.Blocks[s.block].Kind == report.BlockRow { // what is counted may stand over its column
			first, last := figuresIn(p.r, report.Span{Start: from, End: end})
			for i := first; i < last; i++ {
				pairs = append(pairs, p.pairs(p.r.Figures[i].KindLabel())...)
			}
		}
		s.clauses = append(s.clauses, clause{report.Span{Start: from, End: end}, pairs})
		s.names = s.names || len(pairs) > 0
		from = end
	}
}

// headings are the pairs in each heading and in those over it.
func (p *page) headings() [][]int {
	all := make([][]int, len(p.r.Headings))
	p.completion, p.wanting = make([]bool, len(p.r.Headings)), make([]bool, len(p.r.Headings))
	var open []int
	for i := range p.r.Headings {
		h := &p.r.Headings[i]
		for len(open) > 0 && p.r.Headings[open[len(open)-1]].Level >= h.Level {
			open = open[:len(open)-1]
		}
		all[i] = p.pairs(h.Text)
		p.completion[i] = p.words.PromiseCompletion.In(h.Text) && p.words.HeadingDone.In(h.Text)
		p.wanting[i] = h.Shortcoming
		if len(open) > 0 {
			above := open[len(open)-1]
			all[i], p.completion[i] = append(all[i], all[above]...), p.completion[i] || p.completion[above]
			p.wanting[i] = p.wanting[i] || p.wanting[above]
		}
		open = append(open, i)
	}
	return all
}

// pairs are the ids of the pairs in words that some item is known by.
func (p *page) pairs(words string) []int {
	var found []int
	last := rune(0)
	for at := 0; at < len(words); {
		r, size := utf8.DecodeRuneInString(words[at:])
		if p.words.PromiseAlike.Begins(r) {
			if m, ok := p.words.PromiseAlike.At(words, at); ok {
				for _, r := range p.words.PromiseAlike.Reading(m) {
					found, last = p.pair(found, last, r), r
				}
				at = m.End
				continue
			}
		}
		at += size
		if !isWord(r) {
			if !strings.ContainsRune("“”《》", r) {
				last = 0
			}
			continue
		}
		found, last = p.pair(found, last, r), r
	}
	return found
}

// pair adds the id of two characters, if some item is known by them.
func (p *page) pair(found []int, last, r rune) []int {
	if last == 0 {
		return found
	}
	pr := pair{last, r}
	if word, bit := pr.bit(); p.mays[word]&bit != 0 {
		if id, ok := p.ids[pr]; ok {
			return append(found, id)
		}
	}
	return found
}
