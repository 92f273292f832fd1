package dataset

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"slices"

	"golang.org/x/sync/errgroup"

	"mingfa/generator/site/sheet"
)

// Folder is where on the site all of the files stand.
const Folder = "data"

// Disk is where the files are written to. Their names are below Folder, with forward
// slashes.
type Disk interface {
	Create(name string) (io.WriteCloser, error)
	Append(name string, data []byte) error // to a file, which is made for the first
}

// Written is a file that was written.
type Written struct {
	Name   string
	Size   int64
	SHA256 string
	Rows   int // without the head
}

// Names of the files of all figures, in the order in which people are shown them.
const (
	CSV     = "figures.csv"
	XLSX    = "figures.xlsx"
	Parquet = "figures.parquet"
	Lines   = "figures.jsonl"
)

// Figures writes all that the Store holds: the files of all figures, and a CSV of each
// body and of each indicator. What came of bodies before it takes over where it can. Its
// result has the files of all figures, and what the next site may take over of them.
func (s *Store) Figures(disk Disk, past Past) ([]Written, Parts, error) {
	written := make([]Written, 4)
	made := make([]*gathering, 3)
	var group errgroup.Group
	group.Go(func() (err error) {
		written[0], made[0], err = s.tables(disk, &past)
		return err
	})
	group.Go(func() (err error) {
		written[1], made[1], err = s.workbook(disk, &past)
		return err
	})
	group.Go(func() (err error) {
		written[2], err = s.parquet(disk)
		return err
	})
	group.Go(func() (err error) {
		written[3], made[2], err = s.lines(disk, &past)
		return err
	})
	if err := group.Wait(); err != nil {
		return nil, nil, err
	}
	return written, merge(made...), nil
}

// workbook writes XLSX.
func (s *Store) workbook(disk Disk, past *Past) (Written, *gathering, error) {
	g, err := gather(disk, XLSX, past, func(part *Part) *Run { return &part.XLSX })
	if err != nil {
		return Written{}, nil, err
	}
	b := newXLSX(g, s.spool)
	err = s.bodies(b.put)
	written, err := g.close(errors.Join(err, b.finish()))
	return written, g, err
}

// lines writes JSON Lines.
func (s *Store) lines(disk Disk, past *Past) (Written, *gathering, error) {
	g, err := gather(disk, Lines, past, func(part *Part) *Run { return &part.Lines })
	if err != nil {
		return Written{}, nil, err
	}
	var text []byte
	written, err := g.close(s.bodies(func(b *bodyRows) error {
		_, err := g.put(b, func(rows []Row) (_ []byte, err error) {
			text, err = appendLines(text[:0], rows)
			return text, err
		})
		return err
	}))
	return written, g, err
}

// parquet writes Parquet.
func (s *Store) parquet(disk Disk) (Written, error) {
	out, err := create(disk, Parquet)
	if err != nil {
		return Written{}, err
	}
	t := newParquet(out)
	err = s.bodies(func(b *bodyRows) error {
		rows, err := b.rows()
		if err != nil {
			return err
		}
		out.rows += len(rows)
		return t.write(rows)
	})
	return out.close(errors.Join(err, t.close()))
}

// tables writes the CSV of all figures and those of bodies and indicators.
func (s *Store) tables(disk Disk, past *Past) (Written, *gathering, error) {
	all, err := gather(disk, CSV, past, func(part *Part) *Run { return &part.CSV })
	if err != nil {
		return Written{}, nil, err
	}
	c := newCSV()
	parts := newParts(disk, c.head())
	_, err = all.Write(parts.head)
	err = errors.Join(err, s.bodies(func(b *bodyRows) error {
		rows, err := b.rows()
		if err != nil {
			return err
		}
		text, err := all.put(b, c.lines)
		if err != nil {
			return err
		}
		ofBody := "bodies/" + rows[0].Body + ".csv"
		if err := errors.Join(parts.add(ofBody, text), parts.finish(ofBody)); err != nil {
			return err
		}
		for i := range rows {
			line := text[:lineEnd(text)]
			text = text[len(line):]
			if rows[i].Indicator == "" {
				continue
			}
			if err := parts.add("indicators/"+rows[i].Indicator+".csv", line); err != nil {
				return err
			}
		}
		return nil
	}), parts.flush())
	written, err := all.close(err)
	return written, all, err
}

// lineEnd is where the first row of a CSV ends: at a line feed that is in no cell. One in a cell has an
// odd number of quotation marks before it.
func lineEnd(text []byte) int {
	quotes, end := 0, 0
	for {
		n := bytes.IndexByte(text[end:], '\n') + 1
		if n == 0 {
			return len(text)
		}
		quotes += bytes.Count(text[end:end+n], []byte{'"'})
		if end += n; quotes%2 == 0 {
			return end
		}
	}
}

// parts are the files of bodies and indicators, which are written piece by piece:
// more of them than a program may hold open.
type parts struct {
	disk Disk
	head []byte
	held map[string][]byte // by name, what is still to be written; present from a file's first piece on
}

// piece is how much of a file is held back.
const piece = 16 << 10

func newParts(disk Disk, head []byte) *parts {
	return &parts{disk, head, map[string][]byte{}}
}

func (p *parts) add(name string, row []byte) error {
	data, begun := p.held[name]
	if !begun {
		data = slices.Clone(p.head)
	}
	data = append(data, row...)
	if len(data) >= piece {
		if err := p.disk.Append(name, data); err != nil {
			return err
		}
		data = data[:0]
	}
	p.held[name] = data
	return nil
}

// finish writes what is held of a file to which nothing will be added.
func (p *parts) finish(name string) error {
	data := p.held[name]
	delete(p.held, name)
	if len(data) == 0 {
		return nil
	}
	return p.disk.Append(name, data)
}

func (p *parts) flush() error {
	for name := range p.held {
		if err := p.finish(name); err != nil {
			return err
		}
	}
	return nil
}

// output is a file that is being written, and weighed meanwhile.
type output struct {
	name string
	w    io.WriteCloser
	sum  hash.Hash
	size int64
	rows int
}

func create(disk Disk, name string) (*output, error) {
	w, err := disk.Create(name)
	if err != nil {
		return nil, err
	}
	return &output{name: name, w: w, sum: sha256.New()}, nil
}

func (o *output) Write(data []byte) (int, error) {
	o.sum.Write(data)
	o.size += int64(len(data))
	return o.w.Write(data)
}

// close ends the file; what went wrong with it before is err.
func (o *output) close(err error) (Written, error) {
	err = errors.Join(err, o.w.Close())
	return Written{o.name, o.size, hex.EncodeToString(o.sum.Sum(nil)), o.rows}, err
}

// Listed is a table that the figures refer to: bodies, indicators or reports.
type Listed struct {
	Name    string // of its file
	Columns []Column
	Rows    [][]string
}

// Column is a column of a Listed.
type Column struct {
	Name, Title string
	Type        string // string, integer, year or uri
	Says        string
}

// Write writes the table.
func (l *Listed) Write(disk Disk) (Written, error) {
	out, err := create(disk, l.Name)
	if err != nil {
		return Written{}, err
	}
	names := make([]string, len(l.Columns))
	for i, c := range l.Columns {
		names[i] = c.Name
	}
	_, err = io.WriteString(out, sheet.Mark)
	t := sheet.NewWriter(out)
	t.Row(names...)
	for _, row := range l.Rows {
		t.Row(row...)
	}
	out.rows = len(l.Rows)
	return out.close(errors.Join(err, t.Flush()))
}
