package outline

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// candidate is a line that may be a heading without a number.
type candidate struct {
	line  int
	taken bool
}

// lost adds the headings that print no number: those whose place in a list, or
// whose wording, shows that it was lost, and titles between paragraphs that
// never had one.
func (p *parser) lost() {
	open := p.candidates()
	var found []head
	take := func(c *candidate, f family) {
		c.taken = true
		found = append(found, p.plainHead(c.line, f))
	}
	for _, g := range p.gaps() {
		fits := p.fill(g, open)
		for _, c := range fits {
			take(c, g.family)
		}
		if len(fits) == 0 {
			found = append(found, p.fillRunIn(g)...)
		}
	}
	end := p.outlineEnd()
	for i := range open {
		if c := &open[i]; !c.taken && c.line > end.last && !ended(p.text(c.line)) && p.lacks(&end, p.text(c.line)) {
			take(c, chinese)
		}
	}
	p.addHeads(found)
	p.addHeads(p.titles(open))
}

// addHeads adds headings, which the lists are then made of.
func (p *parser) addHeads(more []head) {
	p.heads = append(p.heads, more...)
	slices.SortStableFunc(p.heads, func(a, b head) int { return a.line - b.line })
}

// candidates are the lines of one short phrase that does not end as a
// sentence does, or with a colon names a part of the report.
func (p *parser) candidates() []candidate {
	var open []candidate
	next := 0
	for i := p.body; i+1 < len(p.lines); i++ {
		if next < len(p.heads) && p.heads[next].line == i {
			next++
			continue
		}
		if p.lines[i].kind != report.BlockText {
			continue
		}
		s := p.text(i)
		if hasLength(s, 4, 40) && !ended(s) && !strings.ContainsAny(s, "。；：;:\t") && strings.Count(s, "，") < 3 &&
			!strings.HasPrefix(s, "—") && !isDate(s) || hasSuffix(s, "：", ":") && p.namesPart(s) {
			open = append(open, candidate{line: i})
		}
	}
	return open
}

// gap is a place where a list skips numbers: between two lines, so many of
// them. A sure one is no list that is numbered on from the one before. sibling
// is the heading before it in the list, or at the list's beginning the one
// after it.
type gap struct {
	family        family
	after, before int
	missing       int
	sure          bool
	sibling       int
}

func (p *parser) gaps() []gap {
	var all []gap
	for _, l := range p.lists() {
		if l.family == circled || l.family == decimal || l.family == decimals {
			continue
		}
		c := counter{p: p, l: l, next: 1}
		after := l.after
		for k, i := range l.heads {
			h := p.heads[i]
			continued := k == 0 && h.n > 1 && h.n == l.prior+1
			v, expected := c.judge(k)
			if v == skips || continued {
				all = append(all, gap{l.family, after, h.line, h.n - expected, !continued, l.heads[max(k-1, 0)]})
			}
			after = h.line
		}
	}
	return all
}

// fill chooses the candidates that stand in a gap: as many as numbers are
// missing, or, where more lines are short, those worded as a part of every
// report is.
func (p *parser) fill(g gap, open []candidate) []*candidate {
	var in, worded []*candidate
	from := sort.Search(len(open), func(i int) bool { return open[i].line > g.after })
	for i := from; i < len(open) && open[i].line < g.before; i++ {
		if open[i].taken {
			continue
		}
		in = append(in, &open[i])
		if g.family <= chinese && p.words.DocumentParts.In(p.text(open[i].line)) {
			worded = append(worded, &open[i])
		}
	}
	switch {
	case len(in) == g.missing, len(in) < g.missing && g.sure:
		return in
	case len(worded) == g.missing:
		return worded
	}
	return nil
}

// fillRunIn fills a gap between run-in headings or numbered sentences, where a
// line is a heading and its text: when as many lines of that form stand there
// as numbers are missing, and none besides.
func (p *parser) fillRunIn(g gap) []head {
	if !g.sure || g.before-g.after-1 != g.missing {
		return nil
	}
	var found []head
	like := p.heads[g.sibling]
	for i := g.after + 1; i < g.before; i++ {
		h := p.plainHead(i, g.family)
		text, end := p.headText(p.text(i), &h)
		if p.lines[i].kind != report.BlockText || p.isHead(i) || !like.runIn && !like.item || h.runIn != like.runIn || h.item != like.item {
			return nil
		}
		h.text.End, h.end = h.text.Start+text, h.text.Start+end
		found = append(found, h)
	}
	return found
}

// ending is where the first level of the outline ends: the line of the last 一、
// and the words of parts that the report has headings about.
type ending struct {
	last  int
	words []string
}

func (p *parser) outlineEnd() ending {
	e := ending{last: len(p.lines)}
	for _, h := range p.heads {
		switch h.family {
		case attached:
			return ending{last: len(p.lines)} // what follows is another document
		case chinese:
			e.last = h.line
			text := p.src.Slice(h.text)
			for _, word := range p.words.DocumentParts.Words() {
				if strings.Contains(text, word.Text) && !slices.Contains(e.words, word.Text) {
					e.words = append(e.words, word.Text)
				}
			}
		}
	}
	return e
}

// lacks reports whether s is worded as a part that no heading is about.
func (p *parser) lacks(e *ending, s string) bool {
	holds := func(word string) bool { return strings.Contains(s, word) }
	return p.words.DocumentParts.In(s) && !slices.ContainsFunc(e.words, holds)
}

// titles are the headings among the candidates left: titles between
// paragraphs. The only one below the last of a list of such titles lost its
// number; the others never had one.
func (p *parser) titles(open []candidate) []head {
	var found []head
	for _, c := range open {
		if !c.taken && !ended(p.text(c.line)) && p.standsAlone(c.line) {
			found = append(found, p.plainHead(c.line, unnumbered))
		}
	}
	if len(found) == 0 || p.isWrapped() {
		return nil
	}
	lists := p.lists()
	for _, f := range []family{bracket, chinese} {
		for _, l := range lists {
			if l.family == f {
				p.continueList(l, found)
			}
		}
	}
	return found
}

// continueList makes the only title without a number below the last heading of
// l one of the list, when all of the list stand on lines of their own and text
// stands between. A title right above （一） belongs to a list of 一、.
func (p *parser) continueList(l list, found []head) {
	for _, i := range l.heads {
		if !p.heads[i].opensSection() {
			return
		}
	}
	last := l.heads[len(l.heads)-1]
	end := len(p.lines)
	for i := last + 1; i < len(p.heads); i++ {
		if f := p.heads[i].family; f <= l.family || f == attached {
			if f == l.family && p.heads[i].n == 1 {
				return // the list below the title is another
			}
			end = p.heads[i].line
			break
		}
	}
	from := sort.Search(len(found), func(k int) bool { return found[k].line > p.heads[last].line+1 })
	var only *head
	for k := from; k < len(found) && found[k].line < end; k++ {
		if found[k].family != unnumbered {
			continue
		}
		if only != nil {
			return
		}
		only = &found[k]
	}
	if only == nil || len(l.heads) < 2 {
		return
	}
	above := p.opens(only.line+1, bracket)
	under := p.sectionBefore(only.line)
	if l.family == bracket && !above || l.family == chinese && (above || under == chinese) {
		only.family = l.family
	}
}

// opens reports whether line i is the first heading of a list of family f.
func (p *parser) opens(i int, f family) bool {
	at := sort.Search(len(p.heads), func(k int) bool { return p.heads[k].line >= i })
	return at < len(p.heads) && p.heads[at].line == i && p.heads[at].family == f && p.heads[at].n <= 1
}

// sectionBefore is the family of the last heading above line i that opens a
// section.
func (p *parser) sectionBefore(i int) family {
	at := sort.Search(len(p.heads), func(k int) bool { return p.heads[k].line >= i })
	for at--; at >= 0; at-- {
		if p.heads[at].opensSection() {
			return p.heads[at].family
		}
	}
	return unnumbered
}

// isWrapped reports whether the text's lines are broken where a page ended
// them, so that a short line says nothing.
func (p *parser) isWrapped() bool {
	long, broken := 0, 0
	for i := p.body; i < len(p.lines); i++ {
		if p.lines[i].kind != report.BlockText {
			continue
		}
		if s := p.text(i); longer(s, 20) {
			long++
			if !sentence(s) {
				broken++
			}
		}
	}
	return broken*4 > long
}

// standsAlone reports whether line i is a title between paragraphs: the one
// before is ended and the one after begins a text.
func (p *parser) standsAlone(i int) bool {
	s := p.text(i)
	if !hasLength(s, 4, 30) || p.isBody(s) || !startsWithWord(s) || states(s) {
		return false
	}
	if i > p.body && p.lines[i-1].kind == report.BlockText && !p.isHead(i-1) && !sentence(p.text(i-1)) {
		return false
	}
	next := p.text(i + 1)
	return p.lines[i+1].kind == report.BlockText && (p.isHead(i+1) || longer(next, 20) && sentence(next))
}

// isHead reports whether line i is one of the headings found so far.
func (p *parser) isHead(i int) bool {
	at := sort.Search(len(p.heads), func(k int) bool { return p.heads[k].line >= i })
	return at < len(p.heads) && p.heads[at].line == i
}

// startsWithWord reports whether s begins with a Chinese character, a digit or
// a quotation mark.
func startsWithWord(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= 0x4E00 && r <= 0x9FFF || digitAt(s) > 0 || strings.ContainsRune("“《", r)
}
