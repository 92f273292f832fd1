// Package sheet writes tables as CSV that a spreadsheet opens as it is meant: by
// RFC 4180, with the byte order mark by which Excel knows UTF-8, and with no cell
// that acts as a formula.
package sheet

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"unicode"

	"mingfa/generator/escape"
)

// Table is a table that is being written.
type Table struct {
	b bytes.Buffer
	w *csv.Writer
}

// New is a table with the names of its columns.
func New(columns ...string) *Table {
	t := &Table{}
	t.b.WriteString("\ufeff")
	t.w = csv.NewWriter(&t.b)
	t.w.UseCRLF = true
	t.Row(columns...)
	return t
}

// Row writes a row of cells. An error is kept for Bytes.
func (t *Table) Row(cells ...string) {
	record := make([]string, len(cells))
	for i, cell := range cells {
		record[i] = lineFeeds(guarded(cell))
	}
	_ = t.w.Write(record)
}

// Bytes is the whole file.
func (t *Table) Bytes() ([]byte, error) {
	t.w.Flush()
	if err := t.w.Error(); err != nil {
		return nil, fmt.Errorf("failed to write a table: %w", err)
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
		case i == 0 && strings.ContainsRune("\t\r\n", r):
			return true
		case !unicode.IsSpace(r) && !escape.Control(r):
			return strings.ContainsRune("=+-@＝＋－＠", r) && !number(cell)
		}
	}
	return false
}

// number reports whether s is a decimal as JSON writes it: 12, -0.5.
func number(s string) bool {
	whole, fraction, dot := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return digits(whole) && (!dot || digits(fraction))
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
