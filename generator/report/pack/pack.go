// Package pack writes values as bytes and reads them back. One function names the fields
// of a value and serves both ways, so that what is written and what is read cannot differ:
//
//	func (s *stated) pack(p *pack.Packer) {
//		p.Text(&s.label)
//		p.Int(&s.year)
//	}
//
// What is read is checked for lengths alone: who keeps bytes on a disk keeps a sum of them too.
package pack

import (
	"encoding/binary"
	"strings"
)

// Packer writes to Data, or reads what it was made of.
type Packer struct {
	Data []byte // what was written

	reading bool
	left    string
	damaged bool
}

// Reader reads a value that was written. Its texts are parts of data.
func Reader(data string) *Packer { return &Packer{reading: true, left: data} }

// Reading reports whether values are being read.
func (p *Packer) Reading() bool { return p.reading }

// Whole reports whether all that was written was read, and no more.
func (p *Packer) Whole() bool { return !p.damaged && p.left == "" }

// Uint is a number that is not negative, in as few bytes as it needs.
func (p *Packer) Uint(n *uint64) {
	if !p.reading {
		p.Data = binary.AppendUvarint(p.Data, *n)
		return
	}
	*n = 0
	for i := 0; i < len(p.left) && i < binary.MaxVarintLen64; i++ {
		*n |= uint64(p.left[i]&0x7f) << (7 * i)
		if p.left[i] < 0x80 {
			p.left = p.left[i+1:]
			return
		}
	}
	p.fail()
	*n = 0
}

// Int is a number of any sign.
func (p *Packer) Int(n *int) {
	v := uint64(*n)<<1 ^ uint64(*n>>63) //nolint:gosec // the bits of it: 0, -1, 1, -2, … become 0, 1, 2, 3, …
	p.Uint(&v)
	if p.reading {
		*n = int(v>>1) ^ -int(v&1) //nolint:gosec // likewise
	}
}

// Fixed is a number of which all bits are used, such as a sum.
func (p *Packer) Fixed(n *uint64) {
	if !p.reading {
		p.Data = binary.LittleEndian.AppendUint64(p.Data, *n)
		return
	}
	*n = 0
	for i, b := range []byte(p.take(8)) {
		*n |= uint64(b) << (8 * i)
	}
}

// Flag is true or false.
func (p *Packer) Flag(set *bool) {
	n := uint64(0)
	if *set {
		n = 1
	}
	p.Uint(&n)
	if p.reading {
		*set = n == 1
	}
}

// Text is a text.
func (p *Packer) Text(s *string) {
	n := uint64(len(*s))
	p.Uint(&n)
	if p.reading {
		*s = p.take(n)
		return
	}
	p.Data = append(p.Data, *s...)
}

// Own is a text that is read as a copy, so that it does not keep in memory what it was read from.
func (p *Packer) Own(s *string) {
	p.Text(s)
	if p.reading {
		*s = strings.Clone(*s)
	}
}

// List is a list, each value of which each packs. nil is read as nil, and an empty list as one.
func List[T any](p *Packer, list *[]T, each func(*T)) {
	n := uint64(0)
	if *list != nil {
		n = uint64(len(*list)) + 1
	}
	p.Uint(&n)
	if p.reading {
		*list = nil
		if n == 0 {
			return
		}
		if n-1 > uint64(len(p.left)) { // a value takes a byte at least
			p.fail()
			return
		}
		*list = make([]T, n-1)
	}
	for i := range *list {
		each(&(*list)[i])
	}
}

// Texts is a list of texts.
func (p *Packer) Texts(list *[]string) { List(p, list, p.Text) }

// take is the next n bytes of what is read.
func (p *Packer) take(n uint64) string {
	if n > uint64(len(p.left)) {
		p.fail()
		return ""
	}
	taken := p.left[:n]
	p.left = p.left[n:]
	return taken
}

func (p *Packer) fail() { p.damaged, p.left = true, "" }
