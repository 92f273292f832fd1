package figure_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"mingfa/generator/report"
)

// The quote of a figure is its clause. Of a clause without end, as a list that
// lost its marks may be, it is what stands around the figure: whole characters,
// on both sides, and no page long.
func TestQuoteOfAnEndlessClause(t *testing.T) {
	const head = "示例市例西区司法局2023年法治政府建设年度报告\n\n一、主要举措和成效\n"
	words := strings.Repeat("依法推进各项工作", 400)
	for _, c := range []struct{ text, first, last string }{
		{"全年办理案件528件。", "全年", "528件"},
		{"，　 全年办理案件528件 \u00a0，完。", "全年", "528件"},
		{words + "全年办理案件528件" + words + "。", "", ""},
		{"x" + words + "全年办理案件528件x" + words + "。", "", ""}, // the other bytes of a character
		{"xx" + words + "全年办理案件528件xx" + words + "。", "", ""},
		{words + "全年办理案件528件。", "", "528件"},
		{"全年办理案件528件" + words + "。", "全年", ""},
	} {
		r := extract(head + c.text + "\n")
		at := -1
		for i := range r.Figures {
			if r.Figures[i].Raw == "528" {
				at = i
			}
		}
		if at < 0 {
			t.Errorf("%.30s: 528 is not read: %v", c.text, r.Figures)
			continue
		}
		f := r.Figures[at]
		if f.Quote != r.Source.Slice(f.QuoteSpan) || !utf8.ValidString(f.Quote) || !strings.Contains(f.Quote, "办理案件528件") || len(f.Quote) > 2000 {
			t.Errorf("the quote of %d bytes is %.60s…", len(f.Quote), f.Quote)
		}
		if !strings.HasPrefix(f.Quote, c.first) || !strings.HasSuffix(f.Quote, c.last) {
			t.Errorf("%q is no quote from %s to %s", f.Quote, c.first, c.last)
		}
		if c.first == "" && !strings.Contains(f.Quote[:f.Span.Start-f.QuoteSpan.Start], "依法推进各项工作依法推进各项工作") ||
			c.last == "" && !strings.Contains(f.Quote[f.Span.End-f.QuoteSpan.Start:], "依法推进各项工作依法推进各项工作") {
			t.Errorf("%.60s… shows but one side of the figure", f.Quote)
		}
		if !(report.Span{Start: 0, End: len(r.Source.Text)}).Contains(f.QuoteSpan) || !f.QuoteSpan.Contains(f.Span) {
			t.Errorf("the figure at %v is not in its quote at %v", f.Span, f.QuoteSpan)
		}
	}
}
