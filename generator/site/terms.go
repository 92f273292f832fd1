package site

import (
	"mingfa/generator/escape"
	"mingfa/generator/report"
	"mingfa/generator/site/glossary"
)

// terms marks the terms of the trade where a report's text first uses them.
//
//	<a class="term" id="t-ID" href="#g-ID">…</a>
//
// Only paragraphs have them, and there only what is no link already and stands
// outside 《》: a heading, a cell or a title is not the place to explain words.
type terms struct {
	glossary *glossary.Glossary // nil for none
	used     []bool             // by term
	found    []int              // terms in the order of their marks
	cited    int                // citations that end before where the text stands
}

// mark appends the text of sp up to the end of the last term that it marks,
// and tells where that is.
func (t *terms) mark(b []byte, r *report.Report, sp report.Span) ([]byte, int) {
	if t == nil || t.glossary == nil {
		return b, sp.Start
	}
	if t.used == nil {
		t.used = make([]bool, len(t.glossary.Terms))
	}
	done := sp.Start
	t.glossary.Find(r.Source.Slice(sp), func(at report.Span, term int) bool {
		at.Start, at.End = at.Start+sp.Start, at.End+sp.Start
		if t.used[term] || t.inTitle(r, at) {
			return true
		}
		t.used[term] = true
		t.found = append(t.found, term)
		id := t.glossary.Terms[term].ID
		b = escape.Text(b, r.Source.Text[done:at.Start])
		b = append(append(append(append(append(b, `<a class="term" id="t-`...), id...), `" href="#g-`...), id...), `">`...)
		b = escape.Text(b, r.Source.Slice(at))
		b = append(b, "</a>"...)
		done = at.End
		return true
	})
	return b, done
}

// inTitle reports whether a place lies in 《》. Places come in text order.
func (t *terms) inTitle(r *report.Report, at report.Span) bool {
	for t.cited < len(r.Citations) && r.Citations[t.cited].Span.End <= at.Start {
		t.cited++
	}
	return t.cited < len(r.Citations) && r.Citations[t.cited].Span.Start < at.End
}

// list writes the ids of the terms on the page; what they mean is in the
// configuration, once for all pages.
func (t *terms) list(o *object) {
	if len(t.found) == 0 {
		return
	}
	o.key("terms")
	o.b = append(o.b, '[')
	for i, term := range t.found {
		if i > 0 {
			o.b = append(o.b, ',')
		}
		o.b = appendString(o.b, t.glossary.Terms[term].ID)
	}
	o.b = append(o.b, ']')
}

// glossary writes the terms by their ids.
func (p *portal) glossary(o *object) {
	if p.Glossary == nil || len(p.Glossary.Terms) == 0 {
		return
	}
	o.object("glossary", func() {
		for i := range p.Glossary.Terms {
			t := &p.Glossary.Terms[i]
			o.object(t.ID, func() { writeTerm(o, t) })
		}
	})
}

// glossaryPage is the page of all terms.
func glossaryPage(g *glossary.Glossary) File {
	return File{"content/glossary/index.md", document(512+len(g.Terms)*400, func(o *object) {
		o.text("title", "名词解释")
		o.text("description", "法治政府建设年度报告里常见名词的通俗解释，共"+itoa(len(g.Terms))+"个。")
		o.text("layout", "glossary")
		o.object("params", func() {
			o.array("terms", func() {
				for i := range g.Terms {
					t := &g.Terms[i]
					o.item(func() {
						o.text("id", t.ID)
						writeTerm(o, t)
					})
				}
			})
		})
	})}
}

func writeTerm(o *object, t *glossary.Term) {
	o.text("name", t.Name)
	o.text("meaning", t.Meaning)
	o.optional("source", t.Source)
}
