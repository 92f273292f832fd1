package correction

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/report"
)

// writer puts passages into public words.
type writer struct {
	old, now *report.Report

	oldFigures, nowFigures []int // by their place; made when first asked for
	ready                  bool
}

func (w *writer) passage(p passage) report.ChangedPassage {
	out := report.ChangedPassage{Old: said(w.old, p.old), New: said(w.now, p.now), Moved: p.moved, At: p.at}
	switch {
	case p.moved:
		out.Old, _ = shortened(out.Old, out.Old)
		out.New = out.Old
		return out
	case out.Old == out.New: // what is masked differs, and nothing else
		return report.ChangedPassage{Withheld: true, At: p.at}
	}
	out.Figures = w.figures(p)
	out.Old, out.New = shortened(out.Old, out.New)
	return out
}

// said is the words of a run of sentences, masked, with the cells of a row apart.
func said(r *report.Report, run []sentence) string {
	if len(run) == 0 {
		return ""
	}
	sp := report.Span{Start: run[0].span.Start, End: run[len(run)-1].span.End}
	return strings.Join(strings.FieldsFunc(r.Masked(sp), unicode.IsSpace), " ")
}

const (
	longest = 300 // characters of a sentence that is repeated whole
	around  = 60  // characters kept before and behind what differs in a longer one
)

// shortened cuts of two long sentences what is the same in both.
func shortened(old, now string) (string, string) {
	if utf8.RuneCountInString(old) <= longest && utf8.RuneCountInString(now) <= longest {
		return old, now
	}
	a, b := []rune(old), []rune(now)
	head, tail := common(a, b)
	return cut(a, head, tail), cut(b, head, tail)
}

// common is how many characters two texts have in common at their heads and tails.
func common(a, b []rune) (head, tail int) {
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	return head, tail
}

// cut is s without all but a few characters of a head and a tail, and never longer
// than two sentences may be.
func cut(s []rune, head, tail int) string {
	start, end := max(0, head-around), min(len(s), len(s)-tail+around)
	if end-start > 2*longest {
		end = start + 2*longest
	}
	words := string(s[start:end])
	if start > 0 {
		words = "……" + words
	}
	if end < len(s) {
		words += "……"
	}
	return words
}

// figures are what became of the numbers of a passage. Those of one name and unit are
// the same one; of what is left, numbers of one unit in one order.
func (w *writer) figures(p passage) []report.FigureChange {
	if !w.ready {
		w.oldFigures, w.nowFigures, w.ready = byPlace(w.old), byPlace(w.now), true
	}
	before, after := within(w.old, w.oldFigures, p.old), within(w.now, w.nowFigures, p.now)
	partner := map[int]int{} // of a figure now, that before
	taken := map[int]bool{}
	match := func(same func(f, g *report.Figure) bool) {
		for _, k := range after {
			if _, ok := partner[k]; ok {
				continue
			}
			for _, i := range before {
				if !taken[i] && same(&w.old.Figures[i], &w.now.Figures[k]) {
					partner[k], taken[i] = i, true
					break
				}
			}
		}
	}
	match(func(f, g *report.Figure) bool { return f.Label == g.Label && f.Unit == g.Unit && f.Raw == g.Raw })
	match(func(f, g *report.Figure) bool { return f.Label != "" && f.Label == g.Label && f.Unit == g.Unit })
	if left := len(before) - len(taken); left == len(after)-len(partner) {
		match(func(f, g *report.Figure) bool { return f.Unit == g.Unit && f.Kind == g.Kind })
	}
	var out []report.FigureChange
	for _, i := range before {
		if f := &w.old.Figures[i]; !taken[i] && !f.Hidden {
			out = append(out, report.FigureChange{Label: w.old.Concealed(f.Label), Old: number(w.old, f)})
		}
	}
	for _, k := range after {
		g := &w.now.Figures[k]
		if g.Hidden {
			continue
		}
		c := report.FigureChange{Label: w.now.Concealed(g.Label), New: number(w.now, g)}
		if i, ok := partner[k]; ok {
			f := &w.old.Figures[i]
			if c.Old = number(w.old, f); f.Hidden || c.Old == c.New {
				continue
			}
			if f.Label != g.Label && !g.Reviewed { // which name is right is not sure
				c.Label = ""
			}
		}
		out = append(out, c)
	}
	return out
}

// number is a figure as the text prints it, masked where it lies in what is private: of
// 13812345678 a figure may have been read too.
func number(r *report.Report, f *report.Figure) string {
	words := r.Words(f)
	if masked := r.Masked(words); masked != r.Source.Slice(words) {
		return masked
	}
	return r.Printed(f)
}

// byPlace are the figures of a report, by their place. Those that staff hide are among
// them: what they hide now was read before.
func byPlace(r *report.Report) []int {
	all := make([]int, len(r.Figures))
	for i := range all {
		all[i] = i
	}
	sort.SliceStable(all, func(i, k int) bool { return r.Figures[all[i]].Span.Start < r.Figures[all[k]].Span.Start })
	return all
}

// within are the figures that stand in a run of sentences.
func within(r *report.Report, all []int, run []sentence) []int {
	if len(run) == 0 {
		return nil
	}
	start, end := run[0].span.Start, run[len(run)-1].span.End
	from := sort.Search(len(all), func(i int) bool { return r.Figures[all[i]].Span.Start >= start })
	to := sort.Search(len(all), func(i int) bool { return r.Figures[all[i]].Span.Start >= end })
	return all[from:to]
}
