package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// partExceedsTotal finds parts that are larger than what they are a part of: an
// item of 其中, or an outcome larger than what it is an outcome of (发现问题75个，完成整改
// 79个). The first is an error. So is an outcome that cannot hold earlier years'
// (合格); one that can (办结) is a warning, and none where the text explains it
// (含上年结转9件). So is a step of a proceeding beside the one before.
func partExceedsTotal(in *Input) []report.Finding {
	r := in.Report
	c := collector{src: r.Source, rule: rule.PartExceedsTotal, severity: report.Error}
	for k := range r.Relations {
		rel := &r.Relations[k]
		if rel.Kind == report.RelationPart && !rel.Agrees && rel.Whole >= 0 && len(rel.Parts) > 0 && !anyHidden(r, rel) {
			in.largerItem(&c, rel)
		}
	}
	items := itemsOf(r)
	for i := 1; i < len(r.Figures); i++ {
		if !in.largerOutcome(&c, i) {
			in.laterStage(&c, items, i)
		}
	}
	return c.all()
}

// itemsOf marks the figures that are parts of another.
func itemsOf(r *report.Report) []bool {
	items := make([]bool, len(r.Figures))
	for k := range r.Relations {
		rel := &r.Relations[k]
		if rel.Kind != report.RelationPart {
			continue
		}
		for _, i := range rel.Parts {
			if i >= 0 && i < len(items) {
				items[i] = true
			}
		}
	}
	return items
}

// largerItem reports an item of a list that is larger than the whole.
func (in *Input) largerItem(c *collector, rel *report.Relation) {
	r := in.Report
	whole := &r.Figures[rel.Whole]
	total, ok := whole.Decimal()
	if !ok || whole.Approx != "" || whole.Bound != "" && whole.Bound != report.BoundAtMost || in.explains(around(r, rel)) {
		return
	}
	for _, i := range rel.Parts {
		part := &r.Figures[i]
		v, ok := part.Decimal()
		if !ok || !in.atLeast(part) || v.Cmp(total) <= 0 || in.anotherWhole(rel.Whole, part, v.Cmp) {
			continue
		}
		first := &r.Figures[rel.Parts[0]]
		if rel.Parts[0] == rel.Whole+1 && v.Cmp(in.mostBefore(rel.Whole, first, sentences(r, whole, first))) <= 0 {
			continue // 建议17件、提案13件，其中A类24件: of both together
		}
		severity := report.Error
		if rel.Parts[0] != rel.Whole+1 || rel.Closed {
			severity = report.Warning // another figure stands between them
		}
		c.note(part.Span, severity, fmt.Sprintf("分项“%s”大于总数“%s”", r.Printed(part), r.Printed(whole)),
			fmt.Sprintf("请核对这两个数；“%s”如果不是“%s”的一部分，请改写，不用“其中”", whatCounts(part), whatCounts(whole)))
		return
	}
}

// atLeast reports whether a value is what is printed or more: not that of 不足120件.
func (in *Input) atLeast(f *report.Figure) bool {
	if f.Bound != "" {
		return f.Bound == report.BoundAtLeast || f.Bound == report.BoundAbove
	}
	approx := f.Approx
	switch approx {
	case "", "余", "多":
		return true
	}
	return in.Words.BoundAbove.Has(approx) || in.Words.BoundAtLeast.Has(approx)
}

// largerOutcome reports figure i when its clause says only what became of the
// things that the figure before counts, and it is larger than that, and than
// all of the sentence so far together. It says whether it did.
func (in *Input) largerOutcome(c *collector, i int) bool {
	r := in.Report
	f, before := &r.Figures[i], &r.Figures[i-1]
	if f.Kind != report.KindCount || before.Kind != report.KindCount || f.Unit != before.Unit || f.Unit == "" || f.Block != before.Block ||
		f.Target || before.Target || f.Hidden || before.Hidden || !before.Exact() || !in.atLeast(f) || before.Span.End > f.Span.Start {
		return false
	}
	between := r.Source.Text[before.Span.End:f.Span.Start]
	if len(between) > 60 || strings.ContainsAny(between, "。！？；（）()\r\n\t") {
		return false
	}
	verb, sure := in.outcomeOf(between)
	if verb == "" || !in.Words.CheckReceived.In(wordsOf(r, i-1)) {
		return false
	}
	a, okA := before.Decimal()
	b, okB := f.Decimal()
	if !okA || !okB || b.Cmp(a) <= 0 {
		return false
	}
	for j := i - 2; !sure && j >= 0 && j > i-10 && r.Figures[j].Block == f.Block && !strings.ContainsAny(r.Source.Text[r.Figures[j].Span.End:max(before.Span.Start, r.Figures[j].Span.End)], "。！？；"); j-- {
		if v, ok := r.Figures[j].Decimal(); ok && r.Figures[j].Unit == f.Unit {
			a = a.Add(v)
		}
	}
	if sure {
		a = in.allReceived(i - 1)
	}
	if b.Cmp(a) <= 0 || in.explains(wordsAbout(r, f, sure)) || strings.Contains(between, "全年") && in.otherPeriod(r.Source.Text[sentenceStart(r, before):before.Span.Start], r.Year) {
		return false
	}
	severity := report.Warning
	if sure {
		severity = report.Error
	}
	c.note(f.Span, severity, fmt.Sprintf("“%s%s”多于前面的“%s”，没有说明多出的从何而来", verb, r.Printed(f), r.Printed(before)),
		"请核对这两个数；如果包含以前年度的，请写明，如“（含上年结转9件）”")
	return true
}

// allReceived is what figure i counts, with all in its sentence that an outcome behind it may be of
// too: 市级抽检20批次，县级抽检40批次，合格55批次. What another step of one proceeding counts, as 立案 in
// 立案60件，审结45件，胜诉46件, is of the same cases.
func (in *Input) allReceived(i int) numeral.Decimal {
	r := in.Report
	f := &r.Figures[i]
	own := ownWords(r, i)
	sum := magnitude(f)
	for j := i - 1; j >= 0 && j > i-10 && r.Figures[j].Block == f.Block && sentences(r, &r.Figures[j], f) == 0; j-- {
		g := &r.Figures[j]
		words := ownWords(r, j)
		isLater := in.isStage(own) && in.isStage(words) || in.Words.CheckStepClosed.In(own)
		if g.Unit == f.Unit && (!isLater || in.isOneReceipt(own, words)) {
			sum = sum.Add(magnitude(g))
		}
	}
	return sum
}

// isOneReceipt reports whether words name one way to have come by what is counted: 一审应诉, 二审应诉.
func (in *Input) isOneReceipt(a, b string) bool {
	for _, word := range in.Words.CheckReceived.Words() {
		if strings.Contains(a, word.Text) && strings.Contains(b, word.Text) {
			return true
		}
	}
	return false
}

// outcomeOf is the verb that the words between two figures come down to, and
// whether it is one of the same things only.
func (in *Input) outcomeOf(between string) (verb string, sure bool) {
	at := strings.LastIndexAny(between, "，、,")
	if at < 0 {
		return "", false
	}
	_, size := utf8.DecodeRuneInString(between[at:])
	words := strings.TrimSpace(between[at+size:])
	words = in.trimTail(in.withoutAdverbs(words))
	switch {
	case in.Words.CheckResultsOfSame.Has(words):
		return words, true
	case in.Words.CheckResultsCarried.Has(words):
		return words, false
	}
	return "", false
}

// wordsOf is the words of figure i's clause before its numeral, from the figure
// before it on.
func wordsOf(r *report.Report, i int) string {
	f := &r.Figures[i]
	start := f.QuoteSpan.Start
	if i > 0 && r.Figures[i-1].Span.End <= f.Span.Start {
		start = max(start, r.Figures[i-1].Span.End)
	}
	if start >= f.Span.Start {
		return ""
	}
	return r.Source.Text[start:f.Span.Start]
}

// wordsAbout is where an explanation of a figure may stand: in its block, or of
// a very long one near the figure; for outcomes that hold no earlier years' only
// in its sentence, between one ； and the next.
func wordsAbout(r *report.Report, f *report.Figure, sure bool) string {
	const reach = 1200
	sp, text := r.Blocks[f.Block].Span, r.Source.Text
	before, after := text[max(sp.Start, f.Span.Start-reach):f.Span.Start], text[f.Span.Start:min(sp.End, f.Span.End+reach)]
	if sure {
		before = before[max(0, strings.LastIndexAny(before, "。；")):]
		if at := strings.IndexAny(after, "。；"); at >= 0 {
			after = after[:at]
		}
	}
	return before + after
}
