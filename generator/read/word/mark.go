package word

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// mark is a flag at its place in a paragraph.
type mark struct {
	kind    report.FlagKind
	form    report.FlagForm
	offset  int
	end     int // of what is printed
	quote   string
	printed bool
}

// change is the form of a change: what is moved is neither new nor gone.
func (w *walker) change(form report.FlagForm) report.FlagForm {
	if w.moved > 0 {
		return report.FormMove
	}
	return form
}

// markPrinted flags words that are printed, for what is odd about them.
func (w *walker) markPrinted(s string, from int) {
	add := func(kind report.FlagKind, form report.FlagForm) {
		w.mark(mark{kind: kind, form: form, offset: from, end: from + len(s), quote: s, printed: true})
	}
	if w.added > 0 {
		add(report.FlagTracked, w.change(report.FormInsertion))
	} else if w.look.changed {
		add(report.FlagTracked, report.FormFormatting)
	}
	if w.unfilled > 0 {
		add(report.FlagPlaceholder, "")
	}
	w.markUnknown(s, from)
	if strings.TrimSpace(s) == "" {
		return
	}
	if w.look.strike == yes || w.look.doubleStrike == yes {
		add(report.FlagStruck, "")
	}
	if w.look.highlight != "" && w.look.highlight != "none" {
		add(report.FlagHighlighted, "")
	}
	if w.invisible() {
		add(report.FlagHidden, report.FormInvisible)
	}
}

// invisible reports whether words are white on white, or too small to be seen.
func (w *walker) invisible() bool {
	if w.look.half > 0 && w.look.half <= 4 {
		return true
	}
	return w.look.color == "FFFFFF" && isWhite(w.look.shade) && isWhite(w.para.properties.shade) && w.look.highlight == "" &&
		(w.table == nil || w.table.style == "" && isWhite(w.table.cell.shade))
}

func isWhite(fill string) bool {
	return fill == "" || strings.EqualFold(fill, "auto") || strings.EqualFold(fill, "FFFFFF")
}

// mark adds a mark to the paragraph, or to the one before if it goes on from that.
func (w *walker) mark(m mark) {
	p := w.para
	if !m.printed {
		m.offset = len(p.text)
		m.end = m.offset
	}
	for i := len(p.marks) - 1; i >= max(0, len(p.marks)-6); i-- {
		last := &p.marks[i]
		if last.kind == m.kind && last.form == m.form && last.printed == m.printed && last.end == m.offset && m.kind != report.FlagComment {
			last.end = m.end
			if len(last.quote) < maxQuote {
				last.quote = clip(last.quote+m.quote, maxQuote)
			}
			return
		}
	}
	if len(p.marks) >= maxFlags {
		w.more++
		return
	}
	m.quote = clip(m.quote, maxQuote)
	p.marks = append(p.marks, m)
}

// clip shortens a text to a number of bytes, between characters.
func clip(s string, most int) string {
	if len(s) <= most {
		return s
	}
	for most > 0 && !utf8.RuneStart(s[most]) {
		most--
	}
	return s[:most]
}

// hiddenMark reports whether the sign at the end of a paragraph is hidden: then
// the next one goes on in its line.
func (w *walker) hiddenMark(p *para) bool {
	own := p.properties.mark
	if own.special == yes {
		return true
	}
	below := p.look
	if s := w.styles.get(own.style); s != nil {
		below = s.look.across(below)
	}
	return own.over(below).vanish == yes
}

// markParagraph flags a change of a paragraph as such, unless its words are
// flagged already.
func (w *walker) markParagraph(p *para) {
	form := report.FormFormatting
	switch {
	case p.properties.mark.moved:
		form = report.FormMove
	case p.properties.mark.inserted:
		form = report.FormInsertion
	case p.properties.mark.deleted:
		form = report.FormDeletion
	}
	for _, m := range p.marks {
		if m.kind == report.FlagTracked && m.form == form {
			return
		}
	}
	if w.contents > 0 {
		return
	}
	p.marks = append(p.marks, mark{kind: report.FlagTracked, form: form, end: len(p.text), quote: clip(string(p.text), maxQuote), printed: true})
}
