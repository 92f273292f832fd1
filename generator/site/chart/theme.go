package chart

import (
	"slices"

	"mingfa/generator/report"
)

// Theme is a theme of the catalogue.
type Theme struct{ ID, Name string }

// themes says of every figure under which theme it is shown; "" is none.
//
// A figure of an indicator brings its theme. Figures that the text relates, and
// those of one table row, stay together under the theme of the first that has
// one. The others are shown with their neighbours: where all figures of the
// sentence that have a theme have the same, it is theirs too; where there
// is none in the sentence, the paragraph decides, and then the section, if at
// least a quarter of what they state is of that theme. A theme orders the page
// and claims nothing of the figure: what it measures is its indicator's to say.
func themes(r *report.Report) []string {
	n := len(r.Figures)
	s := &sorter{r: r, theme: make([]string, n), with: make([]int, n), of: make([]int, n), all: make([]neighbours, 0, n)}
	for i := range s.with {
		s.with[i] = i
	}
	s.join()
	for i := range r.Figures {
		if f := &r.Figures[i]; !f.Hidden && f.Theme != "" && s.theme[s.first(i)] == "" {
			s.theme[s.first(i)] = f.Theme
		}
	}
	s.settle(sentences(r), 0)
	places := make([]int, len(r.Figures))
	for i := range places {
		places[i] = r.Figures[i].Block
	}
	s.settle(places, 4)
	for i := range places {
		places[i] = Section(r, r.Figures[i].Block)
	}
	s.settle(places, 4)
	for i := range s.theme {
		s.theme[i] = s.theme[s.first(i)]
	}
	return s.theme
}

// sorter gives figures their themes.
type sorter struct {
	r     *report.Report
	theme []string // of the first figure of those that stay together
	with  []int    // another figure that i stays with, an earlier one or itself

	of  []int        // for settle: index in all; -1 for a hidden figure
	all []neighbours // for settle
}

// neighbours are the figures of one place.
type neighbours struct {
	theme       string // of one that has one
	several     bool   // there are others
	have, total int    // with a theme, and all
}

// first is the first of the figures that i stays with.
func (s *sorter) first(i int) int {
	for s.with[i] != i {
		s.with[i] = s.with[s.with[i]]
		i = s.with[i]
	}
	return i
}

// join finds the figures that stay together: those that a relation ties within
// one section, and those of one table row.
func (s *sorter) join() {
	together := func(a, b int) {
		a, b = s.first(a), s.first(b)
		s.with[max(a, b)] = min(a, b)
	}
	for k := range s.r.Relations {
		rel := &s.r.Relations[k]
		if !usable(s.r, rel) || rel.Whole < 0 {
			continue
		}
		at := Section(s.r, s.r.Figures[rel.Whole].Block)
		tie := func(i int) {
			if Section(s.r, s.r.Figures[i].Block) == at {
				together(rel.Whole, i)
			}
		}
		if rel.Result >= 0 {
			tie(rel.Result)
		}
		for _, i := range rel.Parts {
			tie(i)
		}
	}
	for i := 1; i < len(s.r.Figures); i++ {
		at := s.r.Figures[i].Block
		if at == s.r.Figures[i-1].Block && s.r.Blocks[at].Kind == report.BlockRow {
			together(i-1, i)
		}
	}
}

// settle gives the figures without a theme the one of their neighbours, where
// the neighbours have one only and no fewer than one in so many of them has it
// (0: however few). Neighbours are the figures of the same place.
func (s *sorter) settle(places []int, oneIn int) {
	of, all := s.of, s.all[:0]
	at := map[int]int{} // place -> index in all
	ordered := slices.IsSorted(places)
	last := -1 // the figure before, hidden ones passed over
	for i := range s.r.Figures {
		if of[i] = -1; s.r.Figures[i].Hidden {
			continue
		}
		seen := last >= 0 && places[i] == places[last]
		switch {
		case seen:
			of[i] = of[last]
		case !ordered: // only then can a place come again
			of[i], seen = at[places[i]]
		}
		if !seen {
			of[i] = len(all)
			all = append(all, neighbours{})
			if !ordered {
				at[places[i]] = of[i]
			}
		}
		last = i
		n := &all[of[i]]
		n.total++
		if t := s.theme[s.first(i)]; t != "" {
			n.several = n.several || n.theme != "" && n.theme != t
			n.theme = t
			n.have++
		}
	}
	for i, k := range of {
		if k < 0 {
			continue
		}
		n := &all[k]
		if first := s.first(i); s.theme[first] == "" && !n.several && (oneIn == 0 || n.have*oneIn >= n.total) {
			s.theme[first] = n.theme
		}
	}
}

// sentences says of every figure where the sentence begins that it begins in,
// between marks that end one or part of one. Cost is linear: figures are in
// text order but for those that staff added.
func sentences(r *report.Report) []int {
	text := r.Source.Text
	starts := make([]int, len(r.Figures))
	block, start, read := -1, 0, 0 // text[start:read] holds no end
	for i := range r.Figures {
		f := &r.Figures[i]
		if sp := r.Blocks[f.Block].Span; f.Block != block || f.Span.Start < read {
			block, start, read = f.Block, sp.Start, sp.Start
		}
		if at := max(f.Span.Start, read); at <= len(text) {
			if k := lastEnd(text[read:at]); k >= 0 {
				start = read + k + 1 // within the mark: only the place counts
			}
			read = at
		}
		starts[i] = start
	}
	return starts
}

// lastEnd is where the last mark of s stands that ends a sentence or a part of
// one: 。；！？ or a line feed. It is -1 without one.
func lastEnd(s string) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == '\n' {
			return i
		}
		if i < 2 || s[i]&0xC0 != 0x80 || s[i-2] != 0xE3 && s[i-2] != 0xEF {
			continue
		}
		switch s[i-2 : i+1] {
		case "。", "；", "！", "？":
			return i - 2
		}
	}
	return -1
}
