package review

import (
	"bytes"
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// head explains the format to staff.
//
//go:embed draft.toml
var head string

// Draft is a first version of a report's <year>.toml for staff to correct. It
// holds every figure; applied as it is, it changes nothing and confirms none but
// those that staff had confirmed before. What came of the plan of last year's report stands
// at its end.
func Draft(r *report.Report, plan Plan) []byte {
	var b bytes.Buffer
	b.WriteString(head)
	if r.Source == nil {
		return b.Bytes()
	}
	p := &passages{text: r.Source.Text}
	for i := range r.Figures {
		draftFigure(&b, r, p, i)
	}
	if text, items := plan.draft(r, func(string) bool { return false }); items > 0 {
		b.WriteString(planHead + text)
	}
	return b.Bytes()
}

// draftFigure writes the entry of figure i.
func draftFigure(b *bytes.Buffer, r *report.Report, p *passages, i int) {
	f := &r.Figures[i]
	fmt.Fprintf(b, "\n%s\n", lineNote(f.Line))
	value, ok := draftable(r, f)
	if !ok {
		b.WriteString("# 这里有一个数太长，不能写在核对文件里\n")
		return
	}
	fmt.Fprintf(b, "[[figure]]\nquote = %s\n", quoted(f.Quote))
	if found := p.of(f.Quote); len(found) > 1 {
		if n := slices.Index(found, f.QuoteSpan); n >= 0 {
			fmt.Fprintf(b, "nth = %d\n", n+1)
		}
	}
	fmt.Fprintf(b, "value = %s\nunit = %s\n", value, quoted(f.Unit))
	if which, all := amongAlike(r, i); all > 1 {
		fmt.Fprintf(b, "which = %d\n", which)
	}
	if f.Label != "" && oneLine(f.Label) {
		fmt.Fprintf(b, "label = %s\n", quoted(f.Label))
	}
	if f.Indicator != "" || f.Settled {
		fmt.Fprintf(b, "indicator = %s\n", quoted(f.Indicator))
	}
	if f.Series != "" {
		fmt.Fprintf(b, "series = %s\n", quoted(f.Series))
	}
	if f.Hidden {
		b.WriteString("hide = true\n")
	}
	status := statusDraft
	if f.Reviewed {
		status = statusConfirmed
	}
	fmt.Fprintf(b, "status = %s\n", quoted(status))
}

// lineNote says above an entry where its figure stands.
func lineNote(line int) string { return fmt.Sprintf("# 第 %d 行", line) }

// draftable is the value of a figure, and whether an entry can state it.
func draftable(r *report.Report, f *report.Figure) (numeral.Decimal, bool) {
	value, ok := f.Decimal()
	return value, ok && fitsTOML(value) && quotesText(r, f)
}

// quotesText reports whether the quote of a figure is the text around it.
func quotesText(r *report.Report, f *report.Figure) bool {
	return strings.TrimSpace(f.Quote) != "" && f.QuoteSpan.Contains(f.Span) && r.Source.Slice(f.QuoteSpan) == f.Quote
}

// amongAlike counts the figures in the quote of figure i that have its value
// and unit, and says which of them it is, from 1.
func amongAlike(r *report.Report, i int) (which, all int) {
	f := &r.Figures[i]
	for _, k := range figuresIn(r, f.QuoteSpan) {
		if other := &r.Figures[k]; sameValue(other.Value, f.Value) && sameUnit(other.Unit, f.Unit) {
			all++
		}
		if k == i {
			which = all
		}
	}
	return which, all
}

// fitsTOML reports whether TOML can hold a decimal exactly: an integer of 64 bits
// or a float of 15 digits.
func fitsTOML(value numeral.Decimal) bool {
	digits := strings.Map(func(r rune) rune {
		if r == '-' || r == '.' {
			return -1
		}
		return r
	}, value.String())
	return len(digits) <= 15
}

// quoted is s as a TOML string on one line. A character that nobody sees, such as
// a space of no width, stands there by its number: whoever retypes the quote
// would otherwise wonder why it is not in the report.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\t':
			b.WriteString(`\t`)
		case !oneLine(string(r)):
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
