// Package sheet writes tables as CSV that a spreadsheet opens as it is meant: by
// RFC 4180, with the byte order mark by which Excel knows UTF-8, and with no cell
// that acts as a formula.
package sheet

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"unicode"

	"mingfa/generator/escape"
)

// Writer writes a table row by row, however long it is.
type Writer struct {
	w      *csv.Writer
	record []string // the row that is written, used again for the next
}

// NewWriter writes to w, without a byte order mark and without a row of names.
func NewWriter(w io.Writer) *Writer {
	t := &Writer{w: csv.NewWriter(w)}
	t.w.UseCRLF = true
	return t
}

// Row writes a row of cells. An error is kept for Flush.
func (t *Writer) Row(cells ...string) {
	t.record = t.record[:0]
	for _, cell := range cells {
		t.record = append(t.record, lineFeeds(guarded(cell)))
	}
	_ = t.w.Write(t.record)
}

// Flush writes what is still held back.
func (t *Writer) Flush() error {
	t.w.Flush()
	if err := t.w.Error(); err != nil {
		return fmt.Errorf("failed to write a table: %w", err)
	}
	return nil
}

// Mark is the byte order mark that a table begins with.
const Mark = "\ufeff"

// Table is a table that is being written.
type Table struct {
	b bytes.Buffer
	*Writer
}

// New is a table with the names of its columns.
func New(columns ...string) *Table {
	t := &Table{}
	t.b.WriteString(Mark)
	t.Writer = NewWriter(&t.b)
	t.Row(columns...)
	return t
}

// Bytes is the whole file.
func (t *Table) Bytes() ([]byte, error) {
	if err := t.Flush(); err != nil {
		return nil, err
	}
	return t.b.Bytes(), nil
}

// lineFeeds is a cell in which every line break is a line feed, which csv.Writer
// writes as \r\n; a lone \r it would drop.
func lineFeeds(cell string) string {
	if !strings.Contains(cell, "\r") {
		return cell
	}
	return strings.ReplaceAll(strings.ReplaceAll(cell, "\r\n", "\n"), "\r", "\n")
}

// guarded is a cell with a ' in front where a spreadsheet could take it for a
// formula, as OWASP advises. A cell that begins with ' gets another, so that a
// reader can take them off again: drop one leading '.
func guarded(cell string) string {
	if strings.HasPrefix(cell, "'") || formula(cell) {
		return "'" + cell
	}
	return cell
}

// formula reports whether a spreadsheet could read a cell as a formula: one that
// begins with a tab, a line break or, white space and invisible characters passed
// over, with a sign that starts one, full-width forms included. A plain number,
// negative ones too, is none.
func formula(cell string) bool {
	for i, r := range cell {
		switch {
		case i == 0 && (r == '\t' || r == '\r' || r == '\n'):
			return true
		case !unicode.IsSpace(r) && !escape.Control(r):
			return beginsFormula(r) && !number(cell)
		}
	}
	return false
}

func beginsFormula(r rune) bool {
	switch r {
	case '=', '+', '-', '@', '＝', '＋', '－', '＠':
		return true
	}
	return false
}

// number reports whether s is a decimal as JSON writes it: 12, -0.5.
func number(s string) bool {
	whole, fraction, dot := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return digits(whole) && (!dot || digits(fraction))
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
