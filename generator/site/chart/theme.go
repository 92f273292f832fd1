package chart

import (
	"slices"
	"strings"

	"mingfa/generator/report"
)

// Theme is a theme of the catalogue.
type Theme struct {
	ID, Name string
	Headings []string // words by which a heading names it: 复议, 应诉
}

// themes says of every figure under which theme it is shown; "" is none.
//
// A figure of an indicator brings its theme. Figures that the text relates, and
// those of one table row, stay together under the theme of the first that has
// one. What a sentence goes on to state behind such a figure is shown with it
// (排查矛盾528次、走访群众30次), unless the sentence is of two themes; so is the rest of a
// table of which some rows are of one theme and none of another. Where the heading
// above names a theme (加强行政执法监督), the report itself has put a figure there. All
// others are shown under their section: what merely stands near, in the same
// paragraph, is often of something else (辖村18个 near 执法检查64次).
func themes(r *report.Report, known []Theme) []string {
	n := len(r.Figures)
	s := &sorter{r: r, theme: make([]string, n), with: make([]int, n)}
	for i := range s.with {
		s.with[i] = i
	}
	s.join()
	for i := range r.Figures {
		if f := &r.Figures[i]; !f.Hidden && f.Theme != "" && s.theme[s.first(i)] == "" {
			s.theme[s.first(i)] = f.Theme
		}
	}
	s.goOn(sentences(r))
	s.tables()
	s.under(headings(r, known), known)
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

// goOn gives the figures without a theme the one of those before them in their
// sentence, where all in the sentence that have a theme have the same. starts
// says where the sentence of each figure begins.
func (s *sorter) goOn(starts []int) {
	for from := 0; from < len(starts); {
		to := from + 1
		for to < len(starts) && starts[to] == starts[from] {
			to++
		}
		theme, at := s.only(from, to)
		for i := at; i < to; i++ {
			if first := s.first(i); !s.r.Figures[i].Hidden && s.theme[first] == "" {
				s.theme[first] = theme
			}
		}
		from = to
	}
}

// only is the theme of the figures from one up to another, and the first that
// has it. Where they have none or several, it is "" of the last.
func (s *sorter) only(from, to int) (theme string, first int) {
	first = to
	for i := from; i < to; i++ {
		t := s.theme[s.first(i)]
		switch {
		case s.r.Figures[i].Hidden || t == "" || t == theme:
		case theme != "":
			return "", to
		default:
			theme, first = t, i
		}
	}
	return theme, first
}

// tables gives the rows without a theme the one of the other rows of their table, where
// those have no more than one.
func (s *sorter) tables() {
	last, from := -1, 0
	flush := func(to int) {
		if last < 0 {
			return
		}
		theme, _ := s.only(from, to)
		for i := from; i < to; i++ {
			if first := s.first(i); !s.r.Figures[i].Hidden && s.theme[first] == "" {
				s.theme[first] = theme
			}
		}
	}
	for i := range s.r.Figures {
		if table := s.r.Blocks[s.r.Figures[i].Block].Table; table != last {
			flush(i)
			last, from = table, i
		}
	}
	flush(len(s.r.Figures))
}

// under gives the figures that still have no theme the one of their heading. A table at
// the end of a section is often not of it, and is asked by its caption.
func (s *sorter) under(themes []string, known []Theme) {
	captions := map[int]string{} // by table, of which each may have many figures
	for i := range s.r.Figures {
		first := s.first(i)
		if s.r.Figures[i].Hidden || s.theme[first] != "" {
			continue
		}
		block := s.r.Figures[i].Block
		if table := s.r.Blocks[block].Table; table >= 0 {
			theme, asked := captions[table]
			if caption := s.r.Tables[table].Caption; !asked && caption >= 0 && s.r.Source != nil {
				theme = named(s.r.Source.Slice(s.r.Blocks[caption].Span), known)
			}
			captions[table], s.theme[first] = theme, theme
		} else if h := Section(s.r, block); h >= 0 {
			s.theme[first] = themes[h]
		}
	}
}

// headings says of every heading which theme it names, or the nearest one above it
// does; "" is none.
func headings(r *report.Report, known []Theme) []string {
	themes := make([]string, len(r.Headings))
	var above []int // those that the next one may stand below
	for h := range r.Headings {
		heading := &r.Headings[h]
		if heading.Item {
			continue
		}
		for len(above) > 0 && r.Headings[above[len(above)-1]].Level >= heading.Level {
			above = above[:len(above)-1]
		}
		if themes[h] = named(heading.Text, known); themes[h] == "" && len(above) > 0 {
			themes[h] = themes[above[len(above)-1]]
		}
		above = append(above, h)
	}
	return themes
}

// named is the theme that the words of a heading name; "" where they name none, or
// several (规范执法、深化普法).
func named(text string, known []Theme) string {
	theme := ""
	for i := range known {
		if !slices.ContainsFunc(known[i].Headings, func(word string) bool { return strings.Contains(text, word) }) {
			continue
		}
		if theme != "" {
			return ""
		}
		theme = known[i].ID
	}
	return theme
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
