package dataset

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"

	"mingfa/generator/report/pack"
)

// Store keeps the rows of reports until all of them are there, in a file that
// the caller made and removes.
type Store struct {
	spool *pack.Spool
	at    [][]packed // by body and entry
}

// packed are the rows of a report.
type packed struct {
	pack.Place
	sum [sha256.Size]byte
}

// NewStore keeps rows of bodies with so many reports each in file, which is empty.
func NewStore(file pack.File, reports []int) *Store {
	s := &Store{spool: pack.NewSpool(file), at: make([][]packed, len(reports))}
	for i, n := range reports {
		s.at[i] = make([]packed, n)
	}
	return s
}

// Pack gives rows as the Store keeps them.
func Pack(rows []Row) []byte {
	var data []byte
	for i := range rows {
		data = appendRow(data, &rows[i])
	}
	return data
}

// Add keeps the rows of a body's report number entry, as Pack gives them. It may be called by
// several goroutines, for each report once.
func (s *Store) Add(body, entry int, rows []byte) (err error) {
	of := &s.at[body][entry]
	of.sum = sha256.Sum256(rows)
	of.Place, err = s.spool.Put(rows)
	return err
}

// bodyRows are the rows of a body.
type bodyRows struct {
	sum  string                // of all of them, packed
	rows func() ([]Row, error) // year by year; they are read when they are wanted, and good until those of another body are
}

// bodies gives the rows of each body that has any to use, in order.
func (s *Store) bodies(use func(b *bodyRows) error) error {
	var room []Row
	for _, reports := range s.at {
		sum, any := sha256.New(), false
		for i := range reports {
			if reports[i].Length > 0 {
				any = true
				sum.Write(reports[i].sum[:])
			}
		}
		if !any {
			continue
		}
		room = room[:0]
		b := &bodyRows{hex.EncodeToString(sum.Sum(nil)), func() (_ []Row, err error) {
			if len(room) == 0 {
				room, err = s.read(room, reports)
			}
			return room, err
		}}
		if err := use(b); err != nil {
			return err
		}
	}
	return nil
}

// read appends the rows of reports.
func (s *Store) read(rows []Row, reports []packed) ([]Row, error) {
	for i := range reports {
		if reports[i].Length == 0 {
			continue
		}
		err := s.spool.Get(reports[i].Place, func(data []byte) (err error) {
			rows, err = readRows(rows, string(data))
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return rows, nil
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
