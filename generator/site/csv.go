package site

import (
	"strings"
	"unicode"

	"mingfa/generator/escape"
)

// table writes CSV by RFC 4180: CRLF, quotes where they are needed, and the
// byte order mark by which Excel knows UTF-8.
type table struct{ b []byte }

// newTable begins one in b.
func newTable(b []byte, columns ...string) *table {
	t := &table{append(b, "\ufeff"...)}
	t.row(columns...)
	return t
}

// row writes a row of cells.
func (t *table) row(cells ...string) {
	t.cells(cells...)
	t.end()
}

// end ends the row that cells began.
func (t *table) end() { t.b = append(t.b[:len(t.b)-1], '\r', '\n') }

// cells writes cells that are text, each with the comma behind it. A cell that a
// spreadsheet could take for a formula gets a ' in front, as OWASP advises; one
// that begins with ' gets another, so that a reader can take them off again: drop
// one leading '.
func (t *table) cells(list ...string) {
	for _, c := range list {
		switch {
		case plain(c):
			t.b = append(t.b, c...)
		case formula(c):
			t.cell("'" + c)
		default:
			t.cell(c)
		}
		t.b = append(t.b, ',')
	}
}

func (t *table) cell(c string) {
	if !quoted(c) {
		t.b = append(t.b, c...)
		return
	}
	t.b = append(t.b, '"')
	t.b = append(t.b, strings.ReplaceAll(c, `"`, `""`)...)
	t.b = append(t.b, '"')
}

// plain tells, of nearly all cells, that they are neither: one that has no mark of
// CSV and begins and ends with a letter, a digit or a Chinese character. What it
// does not tell is to be asked of quoted and formula.
func plain(c string) bool {
	if c == "" {
		return true
	}
	if !opener[c[0]] || !opener[c[len(c)-1]] && (len(c) < 3 || !escape.Han(c, len(c)-3)) {
		return false
	}
	for i := range len(c) {
		if csvMark[c[i]] {
			return false
		}
	}
	return true
}

// csvMark marks the bytes for which a cell stands in quotes.
var csvMark = [256]bool{'"': true, ',': true, ';': true, '\r': true, '\n': true, '\t': true, 0: true}

// quoted tells a cell that stands in quotes: one that holds a mark of CSV, or
// begins or ends with white space.
func quoted(c string) bool {
	for i := range len(c) {
		if csvMark[c[i]] {
			return true
		}
	}
	return c != strings.TrimFunc(c, unicode.IsSpace)
}

// opener marks the bytes that nearly all cells begin with: ASCII letters and
// digits, and the first byte of a Chinese character. None begins a formula or
// white space.
var opener = func() (t [256]bool) {
	for c := range t {
		t[c] = '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || 0xE4 <= c && c <= 0xE9
	}
	return t
}()

// formula tells a cell that must not be read as a formula: one that begins,
// white space and invisible characters passed over, with a sign that starts
// one, full-width forms included. A plain number, negative ones too, is none.
func formula(c string) bool {
	if c == "" || opener[c[0]] {
		return false
	}
	if strings.HasPrefix(c, "'") || c[0] == '\t' || c[0] == '\r' || c[0] == '\n' {
		return true
	}
	rest := strings.TrimLeftFunc(c, func(r rune) bool { return unicode.IsSpace(r) || escape.Control(r) })
	if rest == "" {
		return false
	}
	for _, sign := range [...]string{"=", "+", "-", "@", "＝", "＋", "－", "＠"} {
		if strings.HasPrefix(rest, sign) {
			return !number(c)
		}
	}
	return false
}

// number tells a decimal as JSON writes it.
func number(s string) bool {
	whole, fraction, dot := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	return digits(whole) && (!dot || digits(fraction))
}

func digits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !digit(s[i]) {
			return false
		}
	}
	return s != ""
}

func digit(c byte) bool { return '0' <= c && c <= '9' }
