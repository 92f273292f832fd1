package search

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"slices"
	"strconv"
	"sync"
)

// A part of the term index is
//
//	{"version":"…","terms":{"1234":[1,-9,5],…}}
//
// A term's number is a hash of 24 bits; its first bits say which part it is in,
// the rest is its key there. The list names the ordinals of the reports that
// hold it, as postings are written. Terms of one hash share an entry, which
// costs a text fetched in vain now and then (at 2,000 terms a report, one
// report in 8,000) and keeps the generator from holding a dictionary.
const termBits = 24

// partSize is about how many bytes a part is to have.
const partSize = 32 << 10

// partBits is the base-2 logarithm of the number of parts: at about 6 bytes for
// each body and term.
func partBits(entries int) int { return min(bits.Len(uint(entries*6/partSize)), 12) }

// termOf is the number of the term of two characters, of one when b is 0.
func termOf(a, b rune) uint32 {
	h := uint32(a)*0x9E3779B1 ^ (uint32(b)+1)*0x85EBCA6B
	h ^= h >> 15
	h *= 0x2C1B3C6D
	h ^= h >> 13
	return h >> (32 - termBits)
}

// themeTerm is the term that each report with a figure of a theme holds; no
// text does.
func themeTerm(theme int) uint32 { return termOf(0x110000+rune(theme), 0) }

// bodyTerms is what is kept of a body's texts: which of its reports hold which
// terms.
type bodyTerms struct {
	open    *table
	base    int       // entry that the open table's first bit stands for
	packed  []segment // tables that are full
	entries int       // in packed
}

// segment is a table of up to 64 reports in little room: for each term, in
// order of their numbers, the distance from the one before and a mask of the
// reports, as varints.
type segment struct {
	base int
	data []byte
}

// table is an open-addressing hash table from terms to masks of reports. Keys
// and masks stand apart, because memory is what costs here: the search for a term
// waits for keys only, of which sixteen come at a time.
type table struct {
	keys  []uint32 // term + 1; 0 is free
	masks []uint64
	used  int

	characters   [1 << 16 / 64]uint64 // a bit for each that the report has had: most come again and again
	runes        []rune               // for folding
	order, spare []uint64             // for packing
	data         []byte               // for packing
}

func newTable(size int) *table {
	return &table{keys: make([]uint32, size), masks: make([]uint64, size)}
}

var tables = sync.Pool{New: func() any { return newTable(1 << 13) }}

// addTerms adds the terms of a folded text. A query has no space, so that terms
// across one are left out.
func (t *table) addTerms(folded []rune, bit uint64) {
	previous := rune(' ')
	for _, r := range folded {
		if r == ' ' || r == '\t' {
			previous = ' '
			continue
		}
		if t.isNew(r) {
			t.add(termOf(r, 0), bit)
		}
		if previous != ' ' {
			t.add(termOf(previous, r), bit)
		}
		previous = r
	}
}

// isNew reports whether the report has not had a character yet; it may forget
// one beyond U+FFFF.
func (t *table) isNew(r rune) bool {
	if r > 0xFFFF {
		return true
	}
	word, bit := &t.characters[r>>6], uint64(1)<<(r&63)
	if *word&bit != 0 {
		return false
	}
	*word |= bit
	return true
}

func (t *table) add(term uint32, bit uint64) {
	last := uint32(len(t.keys) - 1)
	for i := term & last; ; i = (i + 1) & last { // a term is a hash already
		switch t.keys[i] {
		case term + 1:
			t.masks[i] |= bit
			return
		case 0:
			t.keys[i], t.masks[i] = term+1, bit
			if t.used++; t.used*2 > len(t.keys) {
				t.grow()
			}
			return
		}
	}
}

func (t *table) grow() {
	keys, masks := t.keys, t.masks
	t.keys, t.masks, t.used = make([]uint32, len(keys)*2), make([]uint64, len(keys)*2), 0
	for i, k := range keys {
		if k != 0 {
			t.add(k-1, masks[i])
		}
	}
}

// add notes the terms of a report; text is the whole of its source.
func (b *bodyTerms) add(w *words, text string) {
	if b.open != nil && w.entry-b.base > 63 {
		b.pack()
	}
	if b.open == nil {
		b.open, b.base = tables.Get().(*table), w.entry
	}
	t, bit := b.open, uint64(1)<<(w.entry-b.base)
	clear(t.characters[:])
	note := func(text string) {
		t.runes = Fold(t.runes[:0], text)
		t.addTerms(t.runes, bit)
	}
	note(w.title)
	for i := range w.blocks {
		note(text[w.blocks[i].span.Start:w.blocks[i].span.End])
	}
	for _, theme := range w.themes {
		t.add(themeTerm(theme), bit)
	}
}

// pack closes the open table.
func (b *bodyTerms) pack() {
	t := b.open
	if t == nil {
		return
	}
	order := t.order[:0] // term and its place in the table
	for i, k := range t.keys {
		if k != 0 {
			order = append(order, uint64(k-1)<<32|uint64(i))
		}
	}
	order, t.spare = sortTerms(order, t.spare, termBits)
	data, previous := t.data[:0], uint64(0)
	for _, o := range order {
		data = binary.AppendUvarint(data, o>>32-previous)
		data = binary.AppendUvarint(data, t.masks[uint32(o)])
		previous = o >> 32
	}
	b.packed = append(b.packed, segment{b.base, bytes.Clone(data)})
	b.entries += len(order)
	b.open = nil
	clear(t.keys)
	t.used, t.order, t.data = 0, order, data
	tables.Put(t)
}

// sortTerms sorts terms, the upper halves of list, by their last bits, digit
// by digit; those that are equal there stay in order. It returns the sorted list
// and one to be the next call's spare.
func sortTerms(list, spare []uint64, bits int) (sorted, other []uint64) {
	const digit = 8
	spare = slices.Grow(spare[:0], len(list))[:len(list)]
	for shift := 32; shift < 32+bits; shift += digit {
		var next [1 << digit]int // where the next one with each digit goes
		for _, v := range list {
			next[v>>shift&(1<<digit-1)]++
		}
		at := 0
		for d, n := range next {
			next[d] = at
			at += n
		}
		for _, v := range list {
			d := v >> shift & (1<<digit - 1)
			spare[next[d]] = v
			next[d]++
		}
		list, spare = spare, list
	}
	return list, spare
}

// cursor reads a segment; term is the one it stands at.
type cursor struct {
	data  []byte
	first int // ordinal of the segment's first report
	term  uint32
	mask  uint64
}

// next goes on to the next term; false after the last.
func (c *cursor) next() bool {
	if len(c.data) == 0 {
		return false
	}
	gap, n := binary.Uvarint(c.data)
	mask, m := binary.Uvarint(c.data[n:])
	c.term, c.mask, c.data = c.term+uint32(gap), mask, c.data[n+m:]
	return true
}

// entry says which reports of a segment hold a term.
type entry struct {
	first int // ordinal of the segment's first report
	mask  uint64
}

// part is what is in one part of the term index. Its room is used again for the
// next.
type part struct {
	entries      []entry
	terms, spare []uint64 // of entries: each one's term and place
	data         []byte
}

// take moves what cursors have of terms below end into the part, and returns the
// cursors that have more.
func (p *part) take(cursors []cursor, end uint32) []cursor {
	p.entries, p.terms = p.entries[:0], p.terms[:0]
	live := cursors[:0]
	for _, c := range cursors {
		more := true
		for more && c.term < end {
			p.terms = append(p.terms, uint64(c.term)<<32|uint64(len(p.entries)))
			p.entries = append(p.entries, entry{c.first, c.mask})
			more = c.next()
		}
		if more {
			live = append(live, c)
		}
	}
	return live
}

// parts writes the parts of the term index. The segments are read side by side,
// so that only what is in the part that is being made is unpacked at a time.
func (x *Index) parts(terms []bodyTerms, bits int) error {
	var cursors []cursor // in order of ordinals
	for body := range terms {
		for _, s := range terms[body].packed {
			if c := (cursor{data: s.data, first: x.first[body] + s.base}); c.next() {
				cursors = append(cursors, c)
			}
		}
	}
	version, keyBits := x.version(), termBits-bits
	var p part
	for i := range 1 << bits {
		cursors = p.take(cursors, uint32(i+1)<<keyBits)
		if err := x.write(Folder+"/"+strconv.Itoa(i)+".json", p.json(version, keyBits)); err != nil {
			return err
		}
	}
	return nil
}

// json is the part as it is written, until the next one is made.
func (p *part) json(version string, keyBits int) []byte {
	p.terms, p.spare = sortTerms(p.terms, p.spare, keyBits)
	keyMask := uint32(1)<<keyBits - 1
	b := append(p.data[:0], `{"version":"`+version+`","terms":{`...)
	for i := 0; i < len(p.terms); {
		if i > 0 {
			b = append(b, ',')
		}
		term := uint32(p.terms[i] >> 32)
		b = append(strconv.AppendUint(append(b, '"'), uint64(term&keyMask), 10), '"', ':', '[')
		list := postings{last: -1}
		for ; i < len(p.terms) && uint32(p.terms[i]>>32) == term; i++ {
			e := &p.entries[uint32(p.terms[i])]
			for first, m := e.first, e.mask; m != 0; { // a run of reports is a run of bits
				gap := bits.TrailingZeros64(m)
				m >>= gap
				n := bits.TrailingZeros64(^m)
				m >>= n
				b = list.add(b, first+gap, n)
				first += gap + n
			}
		}
		b = append(list.end(b), ']')
	}
	p.data = append(b, "}}\n"...)
	return p.data
}

// postings writes ascending numbers, separated by commas: each as its distance
// from the one before (the first from where last begins), and n more that follow
// one another as -n. 0 1 2 3 9 from -1 is 1,-3,6.
type postings struct {
	last  int  // number
	begun bool // there is one
	more  int  // numbers up to last that are not written yet
}

// add appends n numbers that follow one another, n at least 1, to what was
// written before.
func (p *postings) add(b []byte, first, n int) []byte {
	if p.begun && first == p.last+1 {
		p.more += n
	} else {
		if p.begun {
			b = append(p.end(b), ',')
		}
		b = appendNumber(b, first-p.last)
		p.begun, p.more = true, n-1
	}
	p.last = first + n - 1
	return b
}

// end appends what is left of the last run.
func (p *postings) end(b []byte) []byte {
	if p.more > 0 {
		b = appendNumber(append(b, ',', '-'), p.more)
		p.more = 0
	}
	return b
}

// appendNumber appends a number that mostly has one digit.
func appendNumber(b []byte, n int) []byte {
	if 0 <= n && n <= 9 {
		return append(b, byte('0'+n))
	}
	return strconv.AppendInt(b, int64(n), 10)
}
