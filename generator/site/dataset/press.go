package dataset

import (
	"bytes"
	"hash/crc32"

	"github.com/klauspost/compress/flate"
)

// presser compresses parts of a file of a zip, each by itself: a part does not refer to those
// before it, and ends at the end of a byte. So parts that were made at different times can be
// put one after the other, and are what one compressor would read back.
type presser struct {
	out  bytes.Buffer
	w    *flate.Writer
	raw  int64
	crc  uint32
	err  error // the first, kept for the end of the part
	room []byte
}

func newPresser() *presser {
	p := &presser{}
	p.w, p.err = flate.NewWriter(&p.out, 5)
	return p
}

// add adds text to the part.
func (p *presser) add(text []byte) {
	p.raw += int64(len(text))
	p.crc = crc32.Update(p.crc, crc32.IEEETable, text)
	if p.err == nil {
		_, p.err = p.w.Write(text)
	}
}

func (p *presser) text(s string) { p.add([]byte(s)) }

// take ends a part, whose first row has the number first.
func (p *presser) take(first int) ([]byte, Pressed, error) {
	return p.part(first, (*flate.Writer).Flush)
}

// last ends a part, and the file with it.
func (p *presser) last() ([]byte, Pressed, error) { return p.part(0, (*flate.Writer).Close) }

func (p *presser) part(first int, end func(*flate.Writer) error) ([]byte, Pressed, error) {
	if p.err == nil {
		p.err = end(p.w)
	}
	is := Pressed{first, p.raw, p.crc}
	data := bytes.Clone(p.out.Bytes())
	p.out.Reset()
	p.w.Reset(&p.out)
	p.raw, p.crc = 0, 0
	return data, is, p.err
}

var zeros [64 << 10]byte

// joined is the CRC of a text that ends with another one of so many bytes, from the CRCs of both. Behind
// a text the CRC of the first goes on as if zeros followed, to which that of the second is added: both
// are remainders of a division.
func joined(first, second uint32, bytes int64) uint32 {
	shifted := ^first
	for bytes > 0 {
		n := min(bytes, int64(len(zeros)))
		shifted = crc32.Update(shifted, crc32.IEEETable, zeros[:n])
		bytes -= n
	}
	return ^shifted ^ second
}
