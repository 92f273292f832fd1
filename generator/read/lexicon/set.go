package lexicon

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// Word is a word of a group, with the places where it is something else.
type Word struct {
	Text        string
	As          string   // the word that it is read as: 近 for 将近; "" for itself
	NotBefore   []string // what must not follow: 部 is a unit, but not before 门
	StillBefore []string // what may all the same: 项 is no unit before 目, but is before 目标
	NotAfter    []string // what must not precede: 约 is an approximation, but not after 节
}

// Set is words of which the longest that stands at a place of a text is found.
// It is never changed once it is made, so that any number of goroutines may
// use it. The zero value holds no words.
//
// The words are two trees of characters, one read forwards and one read
// backwards. To ask about one place takes at most as many steps as the longest
// word has characters, however many words there are; to look through a text
// takes that for each of its characters, and one step where no word begins
// with the character. Of a word that is given twice the first counts.
type Set struct {
	words     []Word
	forwards  tree
	backwards tree
}

// tree is words by their characters.
type tree struct {
	firsts []node   // by the low bits of the first character, which the branches of each are
	mays   []uint64 // a bit for more low bits of each first character
}

// bitsPerFirst is how many bits tree.mays has for each first character at least, so
// that few others share one.
const bitsPerFirst = 32

// mayBegin reports whether a word may begin with r. Most characters of a text begin
// none, and most of those are known by it.
func (t *tree) mayBegin(r rune) bool {
	at := uint(r) >> 6 & uint(len(t.mays)-1)
	return at < uint(len(t.mays)) && t.mays[at]>>(r&63)&1 != 0
}

// begin is where the words go on that begin with r, nil when there is none.
func (t *tree) begin(r rune) *node {
	if !t.mayBegin(r) {
		return nil
	}
	return t.firsts[int(r)&(len(t.firsts)-1)].at(r)
}

// newTree is a tree with room for so many words.
func newTree(words int) tree {
	size := 2 // a power of two
	for size < words {
		size *= 2
	}
	return tree{firsts: make([]node, size), mays: make([]uint64, size*bitsPerFirst/64)}
}

// node is a place in a tree of characters.
type node struct {
	branches []branch // few
	word     int      // one more than the index of the word that ends here; 0 for none
}

// branch is how a tree goes on from a place with a character.
type branch struct {
	r  rune
	to *node
}

// at is where the words go on with r, nil when none does.
func (n *node) at(r rune) *node {
	for _, b := range n.branches {
		if b.r == r {
			return b.to
		}
	}
	return nil
}

// NewSet makes a set of words that count wherever they stand.
func NewSet(words ...string) *Set {
	list := make([]Word, len(words))
	for i, w := range words {
		list[i].Text = w
	}
	return SetOf(list)
}

// SetOf makes a set of words. An empty word is found nowhere.
func SetOf(words []Word) *Set {
	s := &Set{words: words, forwards: newTree(len(words)), backwards: newTree(len(words))}
	for i, w := range words {
		s.forwards.add([]rune(w.Text), i)
		s.backwards.add(reversed(w.Text), i)
	}
	return s
}

func reversed(s string) []rune {
	runes := []rune(s)
	slices.Reverse(runes)
	return runes
}

func (t *tree) add(runes []rune, word int) {
	if len(runes) == 0 {
		return
	}
	first := int(runes[0])
	t.mays[first>>6&(len(t.mays)-1)] |= 1 << (first & 63)
	n := &t.firsts[first&(len(t.firsts)-1)]
	for _, r := range runes {
		next := n.at(r)
		if next == nil {
			next = &node{}
			n.branches = append(n.branches, branch{r, next})
		}
		n = next
	}
	if n.word == 0 {
		n.word = word + 1
	}
}

// Match is a word and where it stands in a text, in bytes.
type Match struct {
	Word       int // index in the words that the set was made of
	Start, End int
}

// Len is the length of the word in bytes.
func (m Match) Len() int { return m.End - m.Start }

// At is the longest word that begins at byte i of text.
func (s *Set) At(text string, i int) (Match, bool) {
	longest, found := Match{}, false
	for m := range s.AllAt(text, i) {
		longest, found = m, true
	}
	return longest, found
}

// AllAt gives every word that begins at byte i of text, the shortest first.
func (s *Set) AllAt(text string, i int) iter.Seq[Match] {
	return func(yield func(Match) bool) {
		r, size := report.FirstRune(text[i:])
		n := s.forwards.begin(r)
		for end := i; size > 0 && n != nil; n = n.at(r) {
			end += size
			if n.word > 0 && s.words[n.word-1].stands(text, i, end) && !yield(Match{n.word - 1, i, end}) {
				return
			}
			r, size = report.FirstRune(text[end:])
		}
	}
}

// EndingAt is the longest word that ends before byte end of text.
func (s *Set) EndingAt(text string, end int) (Match, bool) {
	longest, found := Match{}, false
	r, size := report.LastRune(text[:end])
	n := s.backwards.begin(r)
	for i := end; size > 0 && n != nil; n = n.at(r) {
		i -= size
		if n.word > 0 && s.words[n.word-1].stands(text, i, end) {
			longest, found = Match{n.word - 1, i, end}, true
		}
		r, size = report.LastRune(text[:i])
	}
	return longest, found
}

// stands reports whether the word at text[start:end] is not part of another
// that its conditions name.
func (w *Word) stands(text string, start, end int) bool {
	if opensWith(text[end:], w.NotBefore) && !opensWith(text[end:], w.StillBefore) {
		return false
	}
	for _, before := range w.NotAfter {
		if strings.HasSuffix(text[:start], before) {
			return false
		}
	}
	return true
}

func opensWith(text string, words []string) bool {
	for _, w := range words {
		if strings.HasPrefix(text, w) {
			return true
		}
	}
	return false
}

// Find is the first word at or after byte from of text: of those that begin at
// one place the longest.
func (s *Set) Find(text string, from int) (Match, bool) {
	for i := from; i < len(text); {
		var r rune
		size := 3
		if c := text[i]; c > 0xE0 && c < 0xED && i+2 < len(text) && text[i+1]&0xC0 == 0x80 && text[i+2]&0xC0 == 0x80 {
			r = rune(c&0x0F)<<12 | rune(text[i+1]&0x3F)<<6 | rune(text[i+2]&0x3F) // as report.FirstRune, without a call
		} else {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if s.forwards.mayBegin(r) { // as at few places
			if m, ok := s.At(text, i); ok {
				return m, true
			}
		}
		i += size
	}
	return Match{}, false
}

// FindLast is the last word of text: of those that end at one place the longest.
func (s *Set) FindLast(text string) (Match, bool) {
	for end := len(text); end > 0; {
		if m, ok := s.EndingAt(text, end); ok {
			return m, true
		}
		_, size := report.LastRune(text[:end])
		end -= size
	}
	return Match{}, false
}

// Reading is what the word of a match is read as: 近 for 将近, mostly itself.
func (s *Set) Reading(m Match) string {
	w := s.words[m.Word]
	if w.As != "" {
		return w.As
	}
	return w.Text
}

// Prefix is the length in bytes of the longest word that text begins with, 0
// when there is none.
func (s *Set) Prefix(text string) int {
	m, _ := s.At(text, 0)
	return m.Len()
}

// Suffix is the length in bytes of the longest word that text ends with, 0
// when there is none.
func (s *Set) Suffix(text string) int {
	m, _ := s.EndingAt(text, len(text))
	return m.Len()
}

// Begins reports whether a word begins with r.
func (s *Set) Begins(r rune) bool { return s.forwards.begin(r) != nil }

// In reports whether a word stands anywhere in text.
func (s *Set) In(text string) bool {
	_, ok := s.Find(text, 0)
	return ok
}

// Has reports whether text is one of the words.
func (s *Set) Has(text string) bool { return text != "" && s.Prefix(text) == len(text) }

// Words are the words, in the order that they were given in. Nobody may change
// them.
func (s *Set) Words() []Word { return s.words }
