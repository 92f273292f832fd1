package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strconv"
)

// MarshalJSON gives the JSON form of a report, which `extract` prints.
func (r *Report) MarshalJSON() ([]byte, error) { return r.AppendJSON(nil, quote) }

// quote appends s as a JSON string that is not made for HTML.
func quote(b []byte, s string) []byte {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		panic("report: a string was refused: " + err.Error()) // none is
	}
	return append(b, bytes.TrimSuffix(out.Bytes(), []byte("\n"))...)
}

// AppendJSON appends the JSON form of a report, hidden figures left out: what
// `extract` prints and report.json holds. Its fields are a contract; see the data
// guide of the site. Strings are written by text, which appends one in its quotes.
// Only a figure whose value is no number is refused.
func (r *Report) AppendJSON(b []byte, text func(b []byte, s string) []byte) ([]byte, error) {
	w := writer{b, text}
	w.text(`{"title":`, r.Title)
	w.text(`,"issuer":`, r.Issuer)
	w.number(`,"year":`, r.Year)
	w.source(r.Source)
	w.headings(r.Headings)
	if err := w.figures(r); err != nil {
		return nil, err
	}
	w.citations(r.Citations)
	return append(w.b, '}'), nil
}

// writer writes JSON member by member. Each comes with the marks before it.
type writer struct {
	b    []byte
	form func(b []byte, s string) []byte // of a string
}

func (w *writer) raw(marks string)         { w.b = append(w.b, marks...) }
func (w *writer) text(marks, value string) { w.raw(marks); w.b = w.form(w.b, value) }
func (w *writer) number(marks string, n int) {
	w.raw(marks)
	w.b = strconv.AppendInt(w.b, int64(n), 10)
}

// comma parts the items of an array.
func (w *writer) comma(items int) {
	if items > 0 {
		w.raw(",")
	}
}

func (w *writer) source(s *Source) {
	w.text(`,"source":{"path":`, s.Path)
	w.text(`,"sha256":`, s.SHA256)
	w.text(`,"format":`, s.Format)
	w.text(`,"encoding":`, s.Encoding)
	w.raw("}")
}

func (w *writer) headings(list []Heading) {
	w.raw(`,"headings":[`)
	for i := range list {
		h := &list[i]
		w.comma(i)
		w.text(`{"id":`, h.ID)
		w.number(`,"level":`, h.Level)
		w.text(`,"number":`, h.Number)
		w.text(`,"text":`, h.Text)
		w.number(`,"line":`, h.Line)
		w.raw("}")
	}
	w.raw("]")
}

func (w *writer) figures(r *Report) error {
	w.raw(`,"figures":[`)
	shown := 0
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Hidden {
			continue
		}
		w.comma(shown)
		shown++
		w.text(`{"id":`, f.ID)
		w.raw(`,"value":`)
		switch {
		case f.Value == "":
			w.raw("0")
		case isNumber(f.Value):
			w.raw(f.Value)
		default:
			return fmt.Errorf("the value of figure %s is no number: %q", f.ID, f.Value)
		}
		w.text(`,"raw":`, f.Raw)
		w.text(`,"unit":`, f.Unit)
		w.text(`,"approx":`, f.Approx)
		w.text(`,"kind":`, string(f.Kind))
		w.text(`,"label":`, f.Label)
		w.text(`,"quote":`, f.Quote)
		w.text(`,"paragraph":`, r.Blocks[f.Block].ID)
		w.number(`,"line":`, f.Line)
		w.text(`,"indicator":`, f.Indicator)
		w.raw("}")
	}
	w.raw("]")
	return nil
}

// isNumber reports whether s, which is not empty, is a number as JSON has it.
func isNumber(s string) bool {
	digit := func(c byte) bool { return '0' <= c && c <= '9' }
	return (digit(s[0]) || s[0] == '-') && digit(s[len(s)-1]) && json.Valid([]byte(s))
}

func (w *writer) citations(list []Citation) {
	w.raw(`,"citations":[`)
	for i := range list {
		w.comma(i)
		w.text(`{"title":`, list[i].Title)
		w.number(`,"line":`, list[i].Line)
		w.raw("}")
	}
	w.raw("]")
}
