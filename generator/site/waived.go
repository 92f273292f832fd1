package site

import (
	"slices"
	"strconv"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// Waived is a finding about the report that staff let stand: what was noticed
// and why it stays as it was issued. Both are published.
type Waived struct {
	Finding report.Finding
	Reason  string
}

// mark is a run of the report's text that a note is about. Marks are in text
// order and do not overlap.
type mark struct {
	span   report.Span
	id     string // of the words; the note's is "why-" and this
	placed bool   // the words are on the page
}

// marked is the waived findings with the words that are marked for each. A
// finding whose words are all among those of another has the other's mark.
type marked struct {
	waived []Waived
	ids    []string // of each waived finding's note
	of     []int    // index in marks of each; -1 for none
	marks  []mark
}

// markWaived lays the words of the waived findings side by side.
func (in *Input) markWaived() *marked {
	m := &marked{waived: slices.Clone(in.Waived)}
	slices.SortStableFunc(m.waived, func(a, b Waived) int {
		if a.Finding.Span.Start != b.Finding.Span.Start {
			return a.Finding.Span.Start - b.Finding.Span.Start
		}
		return b.Finding.Span.End - a.Finding.Span.End
	})
	var ids report.IDs
	for _, w := range m.waived {
		id := ids.Make('w', w.Finding.Rule+"\x00"+w.Finding.Quote)
		m.ids = append(m.ids, id)
		sp := w.Finding.Span
		last := len(m.marks) - 1
		if last >= 0 && sp.Start < m.marks[last].span.End {
			if sp.End <= m.marks[last].span.End {
				m.of = append(m.of, last)
				continue
			}
			sp.Start = m.marks[last].span.End
		}
		if sp.Len() == 0 || sp.End > len(in.Report.Source.Text) {
			m.of = append(m.of, -1)
			continue
		}
		m.of = append(m.of, len(m.marks))
		m.marks = append(m.marks, mark{span: sp, id: id})
	}
	return m
}

// private are the rules whose words are numbers of a person. They stand in the
// text as issued, but are not repeated beside it.
var private = map[string]bool{rule.IDNumber: true, rule.MobileNumber: true, rule.BankCard: true, rule.PersonalData: true}

// quote is the words of a waived finding as notes show them.
func (w *Waived) quote() string {
	if private[w.Finding.Rule] {
		return ""
	}
	return shortened(w.Finding.Quote)
}

// shortened is s cut to what a note can quote.
func shortened(s string) string {
	const most = 40
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "……"
		}
	}
	return s
}

// list is what the page says of each waived finding. It comes after the text has
// been written, which tells whether the words are on the page.
func (m *marked) list() []waivedItem {
	var items []waivedItem
	for i := range m.waived {
		w := &m.waived[i]
		item := waivedItem{
			ID: "why-" + m.ids[i], Rule: w.Finding.Rule, Message: w.Finding.Message, Quote: w.quote(), Reason: w.Reason,
			Line: w.Finding.Line, Source: "source/#L" + strconv.Itoa(w.Finding.Line),
		}
		if k := m.of[i]; k >= 0 && m.marks[k].placed {
			item.Href = "#" + m.marks[k].id
		}
		items = append(items, item)
	}
	return items
}
