package promise

import (
	"slices"
	"strings"

	"mingfa/generator/report"
)

// part is what a plan names of a total before it: 开展消防演练30场，其中进校园12场.
type part struct {
	key   []rune // of the total and of the part
	words []rune // of the part alone; empty where it has none of its own
	says  bool   // it opens with 其中 or the like
}

// partOf reads an item as a part of the one before it; nil where it is none. Short words
// that count the same as the item before them, 进校园12场, are a part of it without 其中.
func (p *planner) partOf(it *item, first int) *part {
	if it.goal < 0 || first >= len(p.found) {
		return nil
	}
	whole := &p.found[first]
	for i := first; i < len(p.found); i++ {
		if p.found[i].part == nil {
			whole = &p.found[i]
		}
	}
	if whole.goal < 0 || it.figure().Kind != report.KindCount || whole.figure().Kind != report.KindCount {
		return nil
	}
	says := p.words.PromiseParts.Prefix(p.r.Source.Slice(it.core)) > 0
	if !says && (len(it.key) == 0 || len(it.key) > shortestKey+1 || it.figure().Unit != whole.figure().Unit) {
		return nil
	}
	key := it.key
	if n := p.words.PromiseParts.Prefix(string(key)); n > 0 {
		key = trimmed([]rune(string(key)[n:]))
	}
	words := without(key, whole.key)
	if !says && len(words) == 0 { // 2023年培训100名 is the year's own number of the item before it
		return nil
	}
	return &part{append(append(slices.Clone(whole.key), 0), words...), words, says}
}

// without is a key without what stands in another one: 夜间 of 夜间演练 without 消防演练.
func without(key, other []rune) []rune {
	known := map[pair]bool{}
	for _, pr := range pairsOf(other) {
		known[pr] = true
	}
	var rest []rune
	for i, r := range key {
		if i > 0 && known[pair{key[i-1], r}] || i+1 < len(key) && known[pair{r, key[i+1]}] {
			rest = parted(rest)
			continue
		}
		rest = append(rest, r)
	}
	return trimmed(rest)
}

// namesPart reports whether the words before a figure, behind the figure before it, name the
// part that an item plans: 其中进校园5场, and not the total 开展消防演练35场.
func (p *page) namesPart(it *item, before string) bool {
	if len(it.part.words) == 0 {
		return false
	}
	named := string((&planner{words: p.words}).keyOfWords(before))
	for word := range strings.SplitSeq(string(it.part.words), "\x00") {
		if !strings.Contains(named, word) {
			return false
		}
	}
	return true
}

// behindFigure is the words before a figure that no other figure stands in.
func (p *page) behindFigure(i int, before string) string {
	if i == 0 {
		return before
	}
	start := p.r.Figures[i].Span.Start
	if between := start - p.r.Figures[i-1].Span.End; between >= 0 && between < len(before) && p.r.Source.Text[start-between:start] == before[len(before)-between:] {
		return before[len(before)-between:]
	}
	return before
}

// asPart reads a figure that names a part by the total before it: in 开展消防演练35场，举办讲座12场，其中
// 进校园5场 the part is one of 讲座.
func (p *page) asPart(it *item, c *candidate, s *sentence, before string) {
	// The label of a row may be longer than what stands before its number.
	start := max(s.span.Start, p.r.Figures[c.figure].Span.Start-len(before))
	open := max(s.span.Start, start-longest) // a hostile sentence is not read anew for each of its figures
	text := p.r.Source.Text[open:start]
	if at := p.lastParts(text + before); at >= 0 {
		text = text[:min(at, len(text))]
	}
	first, end := figuresIn(p.r, report.Span{Start: open, End: open + len(text)})
	for end > first && !p.sameUnit(it.figure(), &p.r.Figures[end-1]) {
		end--
	}
	from, to := open, start
	if end > first {
		to = p.r.Figures[end-1].Span.End
		if end-1 > first {
			from = p.r.Figures[end-2].Span.End
		}
	}
	p.round++
	p.mark(p.pairs(p.r.Source.Text[from:to]))
	p.mark(p.pairs(before))
	c.own, c.ends = p.share(it), p.namesEnd(it)
	c.extra, c.bare = p.extra(it, before)
}

// lastParts is where in words the last of 其中 and the like stands, -1 without one.
func (p *page) lastParts(words string) int {
	last := -1
	for m, ok := p.words.PromiseParts.Find(words, 0); ok; m, ok = p.words.PromiseParts.Find(words, m.End) {
		last = m.Start
	}
	return last
}
