package glossary

import "mingfa/generator/report"

// Find calls use with the terms in text, in order, until it returns false: where
// each stands and its index in Terms.
func (g *Glossary) Find(text string, use func(at report.Span, term int) bool) {
	if g == nil || g.forms == nil {
		return
	}
	m, found := g.forms.Find(text, 0)
	for found && use(report.Span{Start: m.Start, End: m.End}, g.terms[m.Word]) {
		m, found = g.forms.Find(text, m.End)
	}
}
