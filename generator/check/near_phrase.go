package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// nearPhrases are the phrases of which a form that is one character away is a slip,
// ready to be looked for.
type nearPhrases struct {
	long    []nearPhrase
	short   []nearPhrase
	anchors map[string][]anchor // pieces of the long ones
	pieces  *lexicon.Set        // their texts
	openers *lexicon.Set        // words before the short ones
}

// nearPhrase is a phrase whose slips are looked for.
type nearPhrase struct {
	entry  int
	text   string // without marks
	runes  []rune
	breaks []int // of its characters, before which 、 may stand
}

// anchor is a piece of a long phrase.
type anchor struct {
	phrase int
	before int // how many characters of the phrase stand before it
}

// longFrom is how many characters a phrase has of which two thirds tell that it
// is meant. A shorter one is known by quotation marks or by the word before it.
const longFrom = 6

// pieceCount is into how many pieces a long phrase is cut: a slip, also two
// characters that changed places, leaves one of them as it is.
const pieceCount = 3

// index makes ready the phrases that are near = true.
func (n *nearPhrases) index(p *Phrases) {
	*n = nearPhrases{anchors: map[string][]anchor{}}
	var pieces, openers []string
	for i := range p.entries {
		if e := &p.entries[i]; e.Near {
			near := nearOf(i, e.Right)
			if len(near.runes) < longFrom {
				n.short = append(n.short, near)
				openers = append(openers, e.After...)
				continue
			}
			for k := range pieceCount {
				from, to := k*len(near.runes)/pieceCount, (k+1)*len(near.runes)/pieceCount
				piece := string(near.runes[from:to])
				pieces = append(pieces, piece)
				n.anchors[piece] = append(n.anchors[piece], anchor{len(n.long), from})
			}
			n.long = append(n.long, near)
		}
	}
	n.pieces, n.openers = lexicon.NewSet(pieces...), lexicon.NewSet(openers...)
}

// nearOf is the phrase of entry i as its slips are looked for.
func nearOf(i int, right string) nearPhrase {
	near := nearPhrase{entry: i}
	for _, r := range right {
		switch {
		case isBreak(r):
			near.breaks = append(near.breaks, len(near.runes))
		case !isMark(r):
			near.runes = append(near.runes, r)
		}
	}
	near.text = string(near.runes)
	return near
}

// nearMisses finds phrases that are one character away from what they should be:
// one is another, is lacking, is there twice, or two changed places.
func (p *Phrases) nearMisses(c *collector, b *bareText) {
	for i := 0; ; {
		m, ok := p.near.pieces.Find(b.text, i)
		if !ok {
			break
		}
		_, first := utf8.DecodeRuneInString(b.text[m.Start:])
		i = m.Start + first
		for m := range p.near.pieces.AllAt(b.text, m.Start) {
			for _, a := range p.near.anchors[b.text[m.Start:m.End]] {
				near := &p.near.long[a.phrase]
				if sp, ok := near.missAt(b, m.Start, a.before); ok && !p.isSound(near, b.text[sp.Start:sp.End]) {
					p.nearMiss(c, near, b.span(sp.Start, sp.End))
					i = max(i, sp.End)
				}
			}
		}
	}
	p.shortMisses(c, b)
}

// missAt is the slip of a long phrase of which a piece, behind so many of its
// characters, stands at a place of a bare text.
func (n *nearPhrase) missAt(b *bareText, at, before int) (report.Span, bool) {
	start := at
	for range before {
		_, size := utf8.DecodeLastRuneInString(b.text[:start])
		start -= size
	}
	if strings.HasPrefix(b.text[start:], n.text) {
		return n.doubledEnd(b, start)
	}
	// The slip stands before the piece, which moves where the phrase begins, or
	// behind it.
	starts := [...]int{start, start, start, start, start}
	if _, size := utf8.DecodeLastRuneInString(b.text[:start]); size > 0 {
		starts[3] = start - size
	}
	if _, size := utf8.DecodeRuneInString(b.text[start:]); size > 0 && before > 0 {
		starts[4] = start + size
	}
	for i, more := range [...]int{0, 1, -1, 1, -1} {
		end, ok := after(b.text, starts[i], len(n.runes)+more)
		if !ok {
			continue
		}
		window := b.text[starts[i]:end]
		if strings.Contains(window, n.text) || strings.ContainsAny(window, "\r\n\t") || !isOneOff([]rune(window), n.runes) || !n.flows(b, starts[i], end) {
			continue
		}
		return report.Span{Start: starts[i], End: end}, true
	}
	return report.Span{}, false
}

// doubledEnd is the phrase at a place with its last character twice (思想想), which
// nothing follows that could begin with it (执法法治).
func (n *nearPhrase) doubledEnd(b *bareText, start int) (report.Span, bool) {
	end := start + len(n.text)
	last := n.runes[len(n.runes)-1]
	r, size := utf8.DecodeRuneInString(b.text[end:])
	if next, _ := utf8.DecodeRuneInString(b.text[end+size:]); r != last || size == 0 || unicode.IsLetter(next) && !strings.ContainsRune("为和与及", next) {
		return report.Span{}, false
	}
	return report.Span{Start: start, End: end + size}, true
}

// after is the offset behind so many characters from a place of a text.
func after(text string, at, count int) (int, bool) {
	for range count {
		_, size := utf8.DecodeRuneInString(text[at:])
		if size == 0 {
			return at, false
		}
		at += size
	}
	return at, true
}

// flows reports whether no 、 and the like parts what stands from start to end but
// about where it may part the phrase.
func (n *nearPhrase) flows(b *bareText, start, end int) bool {
	for _, g := range b.gaps[b.gapFrom(start+1):] {
		if g.at >= end {
			break
		}
		k := utf8.RuneCountInString(b.text[start:g.at])
		if g.parts && !slices.ContainsFunc(n.breaks, func(at int) bool { return at-1 <= k && k <= at+1 }) {
			return false
		}
	}
	return true
}

// isOneOff reports whether one character of a is another, too much or lacking, or
// two that stand side by side changed places, to make b.
func isOneOff(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case len(a) < len(b):
		return slices.Equal(a[i:], b[i+1:])
	case i == len(a):
		return false
	case slices.Equal(a[i+1:], b[i+1:]):
		return true
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && slices.Equal(a[i+2:], b[i+2:])
}

// isSound reports whether words that are near a phrase are known to be right, as
// that or another phrase.
func (p *Phrases) isSound(near *nearPhrase, words string) bool {
	if slices.Contains(p.entries[near.entry].Sound, words) {
		return true
	}
	for m := range p.texts.AllAt(words, 0) {
		if p.forms[m.Word].right && m.Len() == len(words) {
			return true
		}
	}
	return false
}

// shortMisses finds slips of the short phrases: between quotation marks (“两个确力”),
// and behind the words that stand before them (增强四个认识).
func (p *Phrases) shortMisses(c *collector, b *bareText) {
	text := c.src.Text
	for at := 0; ; {
		i := strings.Index(text[at:], "“")
		if i < 0 {
			break
		}
		at += i + len("“")
		size := strings.Index(text[at:min(len(text), at+(longFrom+1)*utf8.UTFMax)], "”")
		if size <= 0 {
			continue
		}
		words := text[at : at+size]
		for k := range p.near.short {
			if near := &p.near.short[k]; isOneOff([]rune(words), near.runes) && !p.isSound(near, words) {
				p.nearMiss(c, near, report.Span{Start: at, End: at + size})
			}
		}
	}
	for at := 0; ; {
		m, ok := p.near.openers.Find(b.text, at)
		if !ok {
			return
		}
		at = m.End
		for k := range p.near.short {
			near := &p.near.short[k]
			if !slices.Contains(p.entries[near.entry].After, b.text[m.Start:m.End]) || strings.HasPrefix(b.text[at:], near.text) {
				continue
			}
			end, ok := after(b.text, at, len(near.runes))
			if words := b.text[at:end]; ok && isOneOff([]rune(words), near.runes) && !p.isSound(near, words) && near.flows(b, at, end) {
				p.nearMiss(c, near, b.span(at, end))
			}
		}
	}
}

// nearMiss tells of a slip, unless one of the known wrong forms was told there.
func (p *Phrases) nearMiss(c *collector, near *nearPhrase, sp report.Span) {
	if slices.ContainsFunc(c.found, func(f report.Finding) bool { return f.Span.Start < sp.End && sp.Start < f.Span.End }) {
		return
	}
	if c.full() {
		c.more++
		return
	}
	e := &p.entries[near.entry]
	c.add(sp, fmt.Sprintf("“%s”与规范表述“%s”差一个字", quotable(c.src.Slice(sp)), quotable(e.Right)),
		fmt.Sprintf("出处是%s，请核对后改正；确实另有这个说法的，可在 .toml 中写明理由", e.Source))
}
