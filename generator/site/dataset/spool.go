package dataset

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sync"
)

// Store keeps the rows of reports until all of them are there, in a file that
// the caller made and removes.
type Store struct {
	file File
	mu   sync.Mutex
	end  int64
	at   [][]place // by body and entry
}

// File is where a Store keeps rows.
type File interface {
	io.ReaderAt
	io.WriterAt
}

// place is where the rows of a report stand in the file.
type place struct {
	start  int64
	length int
}

// NewStore keeps rows of bodies with so many reports each in file, which is empty.
func NewStore(file File, reports []int) *Store {
	s := &Store{file: file, at: make([][]place, len(reports))}
	for i, n := range reports {
		s.at[i] = make([]place, n)
	}
	return s
}

// Add keeps the rows of a body's report number entry. It may be called by several
// goroutines, for each report once.
func (s *Store) Add(body, entry int, rows []Row) error {
	var data []byte
	for i := range rows {
		data = appendRow(data, &rows[i])
	}
	s.mu.Lock()
	p := place{s.end, len(data)}
	s.end += int64(len(data))
	s.at[body][entry] = p
	s.mu.Unlock()
	if _, err := s.file.WriteAt(data, p.start); err != nil {
		return fmt.Errorf("failed to keep the figures of a report: %w", err)
	}
	return nil
}

// Reports gives the rows of each report that has any to use, body by body and year
// by year. They are good until use returns.
func (s *Store) Reports(use func(body, entry int, rows []Row) error) error {
	var data []byte
	var rows []Row
	for body := range s.at {
		for entry, p := range s.at[body] {
			if p.length == 0 {
				continue
			}
			if cap(data) < p.length {
				data = make([]byte, p.length)
			}
			data = data[:p.length]
			if _, err := s.file.ReadAt(data, p.start); err != nil {
				return fmt.Errorf("failed to read the figures of a report: %w", err)
			}
			var err error
			if rows, err = readRows(rows[:0], string(data)); err != nil {
				return err
			}
			if err := use(body, entry, rows); err != nil {
				return err
			}
		}
	}
	return nil
}

// texts are the texts of a row, and numbers and flags the rest of it, in the order in
// which they are kept.
func (r *Row) texts() [19]*string {
	return [...]*string{
		&r.ID, &r.Body, &r.BodyName, &r.Region, &r.Indicator, &r.IndicatorName, &r.Label, &r.Value, &r.Unit, &r.UnitClass,
		&r.Kind, &r.Bound, &r.Approx, &r.Raw, &r.Printed, &r.Section, &r.Quote, &r.Figure, &r.URL,
	}
}

func (r *Row) numbers() [3]*int { return [...]*int{&r.ReportYear, &r.DataYear, &r.Line} }

func (r *Row) flags() [3]*bool { return [...]*bool{&r.Target, &r.Confirmed, &r.Own} }

// appendRow appends a row: its numbers and flags, and each text with its length.
func appendRow(data []byte, r *Row) []byte {
	for _, n := range r.numbers() {
		data = binary.AppendUvarint(data, uint64(*n)) //nolint:gosec // years and lines are not negative
	}
	for _, set := range r.flags() {
		n := byte(0)
		if *set {
			n = 1
		}
		data = append(data, n)
	}
	for _, text := range r.texts() {
		data = binary.AppendUvarint(data, uint64(len(*text)))
		data = append(data, *text...)
	}
	return data
}

// errKept says that the file does not hold what was written.
var errKept = errors.New("the figures that were kept for the open data are damaged")

// readRows appends the rows that data holds.
func readRows(rows []Row, data string) ([]Row, error) {
	for len(data) > 0 {
		var r Row
		for _, n := range r.numbers() {
			v, rest, ok := uvarint(data)
			if !ok {
				return nil, errKept
			}
			*n, data = v, rest
		}
		for _, set := range r.flags() {
			if data == "" {
				return nil, errKept
			}
			*set, data = data[0] == 1, data[1:]
		}
		for _, text := range r.texts() {
			n, rest, ok := uvarint(data)
			if !ok || n > len(rest) {
				return nil, errKept
			}
			*text, data = rest[:n], rest[n:]
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// uvarint reads a number at the beginning of data, which is never larger than a
// length or a year can be.
func uvarint(data string) (n int, rest string, ok bool) {
	for i := 0; i < len(data) && i < 5; i++ {
		n |= int(data[i]&0x7f) << (7 * i)
		if data[i] < 0x80 {
			return n, data[i+1:], true
		}
	}
	return 0, "", false
}
