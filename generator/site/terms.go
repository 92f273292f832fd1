package site

import (
	"strconv"

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
// Between two figures of one link a term is no link of its own, but a place to come
// back to from its explanation: a tap on it leads there by script.
type terms struct {
	glossary *glossary.Glossary // nil for none
	used     []bool             // by term
	found    []int              // terms in the order of their marks
	cited    int                // citations that end before where the text stands
}

// mark appends the text of sp up to the end of the last term that it marks,
// and tells where that is. A term that may be no link is marked as a place.
func (t *terms) mark(b []byte, r *report.Report, sp report.Span, linked bool) ([]byte, int) {
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
		if !linked {
			b = append(append(append(b, `<span class="term" id="t-`...), id...), `">`...)
			b = append(escape.Text(b, r.Source.Slice(at)), "</span>"...)
			done = at.End
			return true
		}
		b = append(append(append(append(append(b, `<a class="term" id="t-`...), id...), `" href="#g-`...), id...), `">`...)
		b = append(escape.Text(b, r.Source.Slice(at)), "</a>"...)
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

// list is the ids of the terms on the page; what they mean is in the
// configuration, once for all pages.
func (t *terms) list() []string {
	var ids []string
	for _, term := range t.found {
		ids = append(ids, t.glossary.Terms[term].ID)
	}
	return ids
}

// glossary is the terms by their ids.
func (p *portal) glossary() map[string]glossaryItem {
	if p.Glossary == nil {
		return nil
	}
	items := map[string]glossaryItem{}
	for _, t := range p.Glossary.Terms {
		items[t.ID] = glossaryItem{Name: t.Name, Meaning: t.Meaning, Source: t.Source}
	}
	return items
}

// glossaryPage is the page of all terms.
func glossaryPage(g *glossary.Glossary) File {
	items := make([]glossaryItem, 0, len(g.Terms))
	for _, t := range g.Terms {
		items = append(items, glossaryItem{ID: t.ID, Name: t.Name, Meaning: t.Meaning, Source: t.Source})
	}
	return File{"content/glossary/index.md", document(frontMatter{
		Title: "名词解释", Description: "法治政府建设年度报告里常见名词的通俗解释，共" + strconv.Itoa(len(items)) + "个。",
		Layout: "glossary", Params: glossaryParams{items},
	})}
}
