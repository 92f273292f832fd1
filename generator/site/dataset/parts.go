package dataset

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
)

// The files of all figures are made body by body, so that of a portal in which one report changed
// only the rows of its body are written anew: the rest is copied from the files of the site before. A
// run of bytes is taken over where its rows are the same and its bytes still have the sum that they
// had, whatever happened to the file meanwhile. So nothing has to be believed of that file; the sums stand
// in the record of the build, which guards itself by a sum of its own.

// Past is the open data of a site before; the zero value is none.
type Past struct {
	Files fs.FS // its folder
	Parts Parts // what this very program wrote there
}

// Parts are what came of the rows of bodies, by the sum of those rows as they are packed.
type Parts map[string]Part

// Part is what came of the rows of one body.
type Part struct {
	Rows             int
	CSV, XLSX, Lines Run
}

// Run is where the rows of a body stand in a file.
type Run struct {
	At, Size int64
	Sum      string // SHA-256 of the bytes
	Pressed  `json:",omitzero"`
}

// Pressed is what is to be known of rows of a sheet, which stand there compressed.
type Pressed struct {
	First int    // number of the first row: each names its own
	Raw   int64  // how many bytes they were
	CRC   uint32 // of those
}

// old is a file of the site before.
type old struct{ file fs.File }

// open opens a file of the site before, which need not be there.
func (p *Past) open(name string) old {
	if p.Files == nil {
		return old{}
	}
	f, err := p.Files.Open(name)
	if err != nil {
		return old{}
	}
	return old{f}
}

func (o old) close() {
	if o.file != nil {
		_ = o.file.Close() // it was only read
	}
}

// mostOfRun bounds what is read for a body, whatever a record says.
const mostOfRun = 1 << 30

// take gives the bytes of a run, in room where they fit; nil where they are not what they were.
func (o old) take(run Run, room []byte) []byte {
	at, ok := o.file.(io.ReaderAt)
	if !ok || run.At < 0 || run.Size <= 0 || run.Size > mostOfRun {
		return nil
	}
	if info, err := o.file.Stat(); err != nil || run.At > info.Size()-run.Size {
		return nil
	}
	if int64(cap(room)) < run.Size {
		room = make([]byte, run.Size)
	}
	room = room[:run.Size]
	if _, err := at.ReadAt(room, run.At); err != nil || sumOf(room) != run.Sum {
		return nil
	}
	return room
}

func sumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// gathering is one of the files of all figures that is written body by body.
type gathering struct {
	*output
	of   func(part *Part) *Run // which of a part's runs stands in it
	past *Past
	old  old
	made Parts
	room []byte
}

func gather(disk Disk, name string, past *Past, of func(part *Part) *Run) (*gathering, error) {
	out, err := create(disk, name)
	if err != nil {
		return nil, err
	}
	return &gathering{output: out, of: of, past: past, old: past.open(name), made: Parts{}}, nil
}

// known gives what the site before has of rows, if it is as it was.
func (g *gathering) known(sum string, first int) (data []byte, run Run, rows int) {
	part, ok := g.past.Parts[sum]
	if !ok {
		return nil, Run{}, 0
	}
	if run = *g.of(&part); run.First != first || part.Rows <= 0 {
		return nil, Run{}, 0
	}
	if data = g.old.take(run, g.room); data == nil {
		return nil, Run{}, 0
	}
	g.room = data
	return data, run, part.Rows
}

// note keeps where the rows of a body stand now.
func (g *gathering) note(sum string, rows int, run Run) {
	part := Part{Rows: rows}
	*g.of(&part) = run
	g.made[sum] = part
	g.rows += rows
}

// put writes the rows of a body in a form of which all is text: what is known of them, or what encode
// makes. It gives what it wrote, which is good until the next.
func (g *gathering) put(b *bodyRows, encode func(rows []Row) ([]byte, error)) ([]byte, error) {
	data, run, n := g.known(b.sum, 0)
	if data == nil {
		rows, err := b.rows()
		if err != nil {
			return nil, err
		}
		if data, err = encode(rows); err != nil {
			return nil, err
		}
		run, n = Run{Size: int64(len(data)), Sum: sumOf(data)}, len(rows)
	}
	run.At = g.size
	g.note(b.sum, n, run)
	_, err := g.Write(data)
	return data, err
}

func (g *gathering) close(err error) (Written, error) {
	g.old.close()
	return g.output.close(err)
}

// merge puts what came of each body in several files together.
func merge(all ...*gathering) Parts {
	parts := Parts{}
	for _, g := range all {
		for sum, made := range g.made {
			part := parts[sum]
			part.Rows, *g.of(&part) = made.Rows, *g.of(&made)
			parts[sum] = part
		}
	}
	return parts
}
