package search

import (
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
	"sync"

	"mingfa/generator/escape"
	"mingfa/generator/report"
	"mingfa/generator/report/pack"
)

// taken is what the index takes of a report.
type taken struct {
	size   int   // of its text, in bytes
	themes []int // that it has figures of
	stated []int // indicators that it states
	sum    uint64
	text   string   // as the page reads it, JSON
	terms  []uint32 // each once, as they come: the index puts them in order
}

func (t *taken) pack(p *pack.Packer) {
	p.Int(&t.size)
	pack.List(p, &t.themes, p.Int)
	pack.List(p, &t.stated, p.Int)
	p.Fixed(&t.sum)
	p.Text(&t.text)
	t.packTerms(p)
}

// packTerms gives each term three bytes, which is all that a term has.
func (t *taken) packTerms(p *pack.Packer) {
	const width = termBits / 8
	all := make([]byte, 0, width*len(t.terms))
	for _, term := range t.terms {
		all = append(all, byte(term>>16), byte(term>>8), byte(term))
	}
	packed := string(all)
	p.Text(&packed)
	if !p.Reading() {
		return
	}
	t.terms = make([]uint32, 0, len(packed)/width)
	for ; len(packed) >= width; packed = packed[width:] {
		t.terms = append(t.terms, uint32(packed[0])<<16|uint32(packed[1])<<8|uint32(packed[2]))
	}
}

// errTaken says that the file does not hold what was written.
var errTaken = errors.New("what was kept for the search index is damaged")

func readTaken(data string) (*taken, error) {
	t, p := new(taken), pack.Reader(data)
	t.pack(p)
	if !p.Whole() {
		return nil, errTaken
	}
	return t, nil
}

// sets are the term sets of those who add reports side by side.
var sets = sync.Pool{New: func() any { return new(termSet) }}

// Take gives what the index takes of a report, for Add of this run or of a later one with the
// same catalogue.
func (x *Index) Take(r *report.Report) ([]byte, error) {
	w := wordsOf(r, x.ids)
	text, err := escape.JSON(w.text(r.Source.Text))
	if err != nil {
		return nil, fmt.Errorf("failed to write a text of the search index: %w", err)
	}
	sum := fnv.New64a()
	sum.Write(text)
	t := taken{size: len(r.Source.Text), themes: w.themes, sum: sum.Sum64(), text: string(text), terms: w.terms(r.Source.Text)}
	for i := range r.Figures {
		if at, ok := x.catalogue.Index(r.Figures[i].Indicator); ok && !r.Figures[i].Hidden {
			t.stated = append(t.stated, at)
		}
	}
	slices.Sort(t.stated)
	t.stated = slices.Compact(t.stated)
	var p pack.Packer
	t.pack(&p)
	return p.Data, nil
}

// terms are those of all words; source is the whole text of the report's source.
func (w *words) terms(source string) []uint32 {
	set := sets.Get().(*termSet)
	defer sets.Put(set)
	folded := Fold(nil, w.title)
	eachTerm(folded, set.note)
	for _, block := range w.blocks {
		folded = Fold(folded[:0], source[block.span.Start:block.span.End])
		eachTerm(folded, set.note)
	}
	for _, theme := range w.themes {
		set.note(themeTerm(theme))
	}
	return set.take()
}

// Add adds what was taken of the report of a body's year number entry. It may be called by
// several goroutines, for each report once.
func (x *Index) Add(body, entry int, data []byte) (err error) {
	t, err := readTaken(string(data))
	if err != nil {
		return err
	}
	for _, theme := range t.themes {
		if theme < 0 || theme >= len(x.used) {
			return errTaken
		}
	}
	for _, at := range t.stated {
		if at < 0 || at >= len(x.stated) {
			return errTaken
		}
	}
	if x.at[body][entry], err = x.spool.Put(data); err != nil {
		return err
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, theme := range t.themes {
		x.used[theme] = true
	}
	for _, at := range t.stated {
		x.stated[at] = true
	}
	x.bytes += t.size
	return nil
}
