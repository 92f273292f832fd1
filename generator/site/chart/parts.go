package chart

import (
	"sort"
	"strings"

	"mingfa/generator/escape"
	"mingfa/generator/report"
)

// tie is what the text says of a figure and the whole that it is a part of.
type tie struct {
	whole int
	above int // the whole, or one that this is a part of
	rate  int // the printed rate, -1 without one
	rel   *report.Relation
}

// parts makes a chart of each whole in the section. A part of a part is drawn
// against the outermost whole, so that one axis serves all.
func (b *builder) parts(figures []int) []Chart {
	ties := map[int]*tie{}
	for _, rel := range b.related[b.lot[figures[0]]] {
		if rel.Kind != report.RelationRate && rel.Kind != report.RelationPart {
			continue
		}
		for _, p := range rel.Parts {
			b.tie(ties, p, rel)
		}
	}
	members := map[int][]int{} // outermost whole -> its parts
	for p := range ties {
		root := rootOf(ties, p)
		members[root] = append(members[root], p)
	}
	var out []Chart
	for _, i := range figures {
		if ps := members[i]; len(ps) > 0 {
			sort.Ints(ps)
			out = append(out, b.partChart(i, ps, ties))
		}
	}
	return out
}

// tie records that p is a part, if the two can share an axis. A rate that
// counts a pair already known adds itself to it.
func (b *builder) tie(ties map[int]*tie, p int, rel *report.Relation) {
	if known := ties[p]; known != nil {
		if known.whole == rel.Whole && known.rate < 0 {
			known.rate, known.rel = b.rateOf(rel), rel
		}
		return
	}
	if !b.fits(rel.Whole, p) || rootOf(ties, rel.Whole) == p {
		return
	}
	ties[p] = &tie{whole: rel.Whole, above: rel.Whole, rate: b.rateOf(rel), rel: rel}
}

// rateOf is the printed rate of a rate relation, -1 where it stands elsewhere.
func (b *builder) rateOf(rel *report.Relation) int {
	if rel.Kind != report.RelationRate || rel.Result < 0 || b.taken[rel.Result] || b.r.Figures[rel.Result].Kind != report.KindRate ||
		b.lot[rel.Result] != b.lot[rel.Whole] || b.r.Figures[rel.Result].Target != b.r.Figures[rel.Whole].Target ||
		b.r.Figures[rel.Result].ShownLabel() == "" {
		return -1
	}
	return rel.Result
}

// fits tells that p may be drawn as a part of whole. Of a bounded value (不少于50件)
// nobody knows how large a part it is.
func (b *builder) fits(whole, p int) bool {
	w, f := &b.r.Figures[whole], &b.r.Figures[p]
	return whole != p && !b.taken[whole] && !b.taken[p] && b.lot[whole] == b.lot[p] && w.ShownLabel() != "" && f.ShownLabel() != "" &&
		b.words.SameUnit(w.Unit, f.Unit) && w.Kind == f.Kind && (w.Kind == report.KindCount || w.Kind == report.KindAmount) && w.Target == f.Target &&
		w.Bound == "" && f.Bound == "" && b.values[whole].ok && b.values[p].ok && b.values[whole].v > 0 && b.values[p].v <= b.values[whole].v
}

// rootOf is the outermost whole that i is a part of. A long chain is walked
// once: each figure of it then knows of a whole further out.
func rootOf(ties map[int]*tie, i int) int {
	for t := ties[i]; t != nil; t = ties[i] {
		if next := ties[t.above]; next != nil {
			t.above = next.above
		}
		i = t.above
	}
	return i
}

func (b *builder) partChart(root int, ps []int, ties map[int]*tie) Chart {
	whole := b.values[root].v
	c := Chart{Kind: Part, Proof: OfOneWhole, Unit: b.unit(append([]int{root}, ps...))}
	c.Rows = make([]Row, 0, 1+2*len(ps)) // each part may have its rate
	first := b.row(root)
	first.Width = "100"
	c.Title = first.Label
	c.Rows = append(c.Rows, first)
	var clauses []string
	for _, p := range ps {
		t := ties[p]
		row := b.row(p)
		row.Width = Width(b.values[p].v, whole)
		of := ""
		if t.whole != root {
			of = escape.Quoted(b.r.Figures[t.whole].ShownLabel()) + "的"
		}
		share := b.share(p, t)
		row.Note = share.of(of, "原文")
		clauses = append(clauses, row.Label+row.Display+"，"+share.of(of, "原文为"))
		c.Rows = append(c.Rows, row)
		if t.rate >= 0 && !b.taken[t.rate] {
			rate := b.row(t.rate)
			rate.Note = b.note(t.rate)
			c.Rows = append(c.Rows, rate)
		}
	}
	c.Sentence = ofGoal(b.r.Figures[root].Target, first.Label+first.Display+"，其中"+strings.Join(clauses, "；")) + "。"
	return c
}

// partShare is how large a part is, computed and as printed.
type partShare struct {
	percent string // with %
	about   bool
	printed string // "" where the text gives no rate
}

func (b *builder) share(p int, t *tie) partShare {
	f, w := &b.r.Figures[p], &b.r.Figures[t.whole]
	part, _ := f.Decimal()
	whole, _ := w.Decimal()
	s := partShare{percent: share(part, whole) + "%", about: !f.Exact() || !w.Exact()}
	if t.rate >= 0 {
		s.printed = b.r.Printed(&b.r.Figures[t.rate])
	}
	return s
}

// of puts it in words: 占96.2%（原文96%）.
func (s partShare) of(whole, printed string) string {
	out := "占" + whole
	if s.about {
		out = "约占" + whole
	}
	out += s.percent
	if s.printed != "" && s.printed != s.percent {
		out += "（" + printed + s.printed + "）"
	}
	return out
}

// note says, of a figure without a bar, what the text's own numbers make of it.
func (b *builder) note(i int) string {
	rel := b.results[i]
	if rel == nil {
		return ""
	}
	if len(rel.Parts) == 0 {
		return "对应" + escape.Quoted(said(b.r, rel.Whole))
	}
	if text := division(b.r, rel); text != "" {
		return "按原文数字计算：" + text
	}
	return ""
}

// compares makes a chart of each pair that the text compares.
func (b *builder) compares(figures []int) []Chart {
	var out []Chart
	at := b.lot[figures[0]]
	for _, rel := range b.related[at] {
		if rel.Kind != report.RelationChange || len(rel.Parts) == 0 {
			continue
		}
		pair := []int{rel.Parts[0], rel.Whole}
		if b.lot[pair[0]] == at && b.comparable(pair) {
			out = append(out, b.pairChart(pair, rel.Result, FromTo))
		}
	}
	return out
}

// said is figure i as a sentence of ours names it: label and value, or else its
// clause, which holds the value.
func said(r *report.Report, i int) string {
	if label := r.Figures[i].ShownLabel(); label != "" {
		return label + r.Printed(&r.Figures[i])
	}
	return r.ClauseOf(i).Plain()
}
