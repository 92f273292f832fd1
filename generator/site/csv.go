package site

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"unicode"

	"mingfa/generator/escape"
)

// table writes CSV by RFC 4180, with the byte order mark by which Excel knows
// UTF-8, in which no cell is a formula.
type table struct {
	b bytes.Buffer
	w *csv.Writer
}

func newTable(columns ...string) *table {
	t := &table{}
	t.b.WriteString("\ufeff")
	t.w = csv.NewWriter(&t.b)
	t.w.UseCRLF = true
	t.row(columns...)
	return t
}

// row writes a row of cells. An error is kept for bytes.
func (t *table) row(cells ...string) {
	record := make([]string, len(cells))
	for i, cell := range cells {
		record[i] = lineFeeds(guarded(cell))
	}
	_ = t.w.Write(record)
}

// bytes is the whole file.
func (t *table) bytes() ([]byte, error) {
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
