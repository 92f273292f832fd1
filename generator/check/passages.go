package check

import (
	"strings"

	"mingfa/generator/report"
)

// Shortcomings are the passages in which the report says what is wanting, in text
// order: the paragraphs of the sections about it, or, in a report without one, the
// sentences that admit it.
func (in *Input) Shortcomings() []report.Span {
	under := sectionsOf(in.Report).shortcoming
	return in.passages(under, in.admits)
}

// Plans are the passages in which the report says what is to be done next, found
// as Shortcomings are.
func (in *Input) Plans() []report.Span {
	under := sectionsOf(in.Report).plan
	return in.passages(under, in.plans)
}

// passages are the paragraphs under headings of a kind; where there are none, the
// sentences that are it.
func (in *Input) passages(under []bool, is func(sentence string) bool) []report.Span {
	r := in.Report
	var found []report.Span
	for _, p := range paragraphs(r) {
		b := &r.Blocks[p.first]
		if b.Heading < 0 || !under[b.Heading] || p.kind == report.BlockClosing || p.kind == report.BlockMeta {
			continue
		}
		if h := &r.Headings[b.Heading]; p.kind == report.BlockHeading && p.span == b.Span && (h.Plan || h.Shortcoming) {
			continue // 三、存在的不足 by itself says nothing of what they are
		}
		found = append(found, p.span)
	}
	if len(found) > 0 {
		return found
	}
	for i := range r.Blocks {
		b := &r.Blocks[i]
		if b.Kind != report.BlockText && b.Kind != report.BlockHeading {
			continue
		}
		for at := b.Span.Start; at < b.Span.End; {
			end := b.Span.End
			if i := strings.Index(r.Source.Text[at:end], "。"); i >= 0 {
				end = at + i + len("。")
			}
			if is(strings.TrimSuffix(r.Source.Text[at:end], "。")) {
				found = append(found, report.Span{Start: at, End: end})
			}
			at = end
		}
	}
	return found
}
