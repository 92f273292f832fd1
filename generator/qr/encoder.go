package qr

import (
	"crypto/subtle"
	"sync"
)

// Encoder draws texts many of which begin or end as another of the same length
// does: the addresses of a body's reports, and of all reports on a year. It draws
// such a text from others, at a fraction of the cost. That can be done because each
// module of a code is an exclusive or of bits of the text and of what is the same
// for all texts of a length: the code of "a2" is that of "a1", changed where that
// of "b2" differs from that of "b1".
//
// Its zero value is ready. It may be used by several goroutines at once.
type Encoder struct {
	mu       sync.Mutex
	families map[family]*relatives
}

// family is what texts have in common that are drawn from each other: how many
// bytes their beginnings and their ends have.
type family struct{ begin, end int }

// relatives are what a family's texts are drawn from.
type relatives struct {
	begin, end string // of the first of the family
	first      Code
	begun      map[string]Code   // by beginning: the code of it and the first's end
	ends       map[string][]byte // by end: in which modules the code of the first's beginning and it differs from first
}

// mostKept bounds what is kept of a family in each of the two maps: bodies come
// one after another, and so few are needed at a time. longest bounds the texts
// that are drawn from others, and so the number of families.
const (
	mostKept = 32
	longest  = 120
)

// Encode draws begin + end, as the function Encode would.
func (e *Encoder) Encode(begin, end string) (Code, error) {
	if len(begin)+len(end) > longest {
		return Encode(begin + end)
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	r, err := e.relatives(begin, end)
	if err != nil {
		return Code{}, err
	}
	begun, ok := r.begun[begin]
	if !ok {
		if begun, err = Encode(begin + r.end); err != nil {
			return Code{}, err
		}
		keep(r.begun, begin, begun)
	}
	difference, ok := r.ends[end]
	if !ok {
		c, err := Encode(r.begin + end)
		if err != nil {
			return Code{}, err
		}
		difference = c.modules
		subtle.XORBytes(difference, difference, r.first.modules)
		keep(r.ends, end, difference)
	}
	c := Code{begun.Size, make([]byte, len(begun.modules))}
	subtle.XORBytes(c.modules, begun.modules, difference)
	return c, nil
}

// relatives are those of a text, which is the first where there are none.
func (e *Encoder) relatives(begin, end string) (*relatives, error) {
	f := family{len(begin), len(end)}
	if r := e.families[f]; r != nil {
		return r, nil
	}
	first, err := Encode(begin + end)
	if err != nil {
		return nil, err
	}
	if e.families == nil {
		e.families = map[family]*relatives{}
	}
	r := &relatives{begin, end, first, map[string]Code{begin: first}, map[string][]byte{end: make([]byte, len(first.modules))}}
	e.families[f] = r
	return r, nil
}

func keep[V any](kept map[string]V, key string, v V) {
	if len(kept) >= mostKept {
		clear(kept)
	}
	kept[key] = v
}
