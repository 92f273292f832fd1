package check

import (
	"strings"

	"mingfa/generator/report"
)

// scope is what the words around a figure say of which of a thing it counts.
type scope struct {
	words string   // the figure's own words, from the comma before it, without what every figure may have
	whole string   // 全市, 全区: of which area it is all; "" when it says none
	marks []string // what makes it narrower: 上半年, 街道, 专项
	total bool     // it says that it is of the whole year
	alone bool     // nothing before it in its sentence says of what it is, as 开展民法典宣传，发放资料3000份 does
}

// sameAs reports whether nothing says that two figures count different shares
// of a thing.
func (s scope) sameAs(o scope) bool {
	if s.whole != "" && o.whole != "" && s.whole != o.whole || len(s.marks) != len(o.marks) {
		return false
	}
	for i := range s.marks {
		if s.marks[i] != o.marks[i] {
			return false
		}
	}
	return true
}

// maxFrame bounds the words that are looked at before a figure, in bytes.
const maxFrame = 360

// scopeOf reads the words of figure i and of its sentence before it.
func (in *Input) scopeOf(i int) scope {
	r := in.Report
	f := &r.Figures[i]
	if r.Blocks[f.Block].Kind == report.BlockRow {
		label, _, _ := strings.Cut(f.Label, "（")
		return scope{words: in.trimGeneric(label), alone: true}
	}
	text := r.Source.Text
	start := max(r.Blocks[f.Block].Span.Start, f.Span.Start-maxFrame)
	frame := text[start:f.Span.Start]
	if at := strings.LastIndexAny(frame, "。！？；\n"); at >= 0 {
		frame = frame[at:]
	}
	from := strings.LastIndexAny(frame, "，、：:,（(。；") // of the figure's own words
	own := frame
	if from >= 0 {
		own = strings.TrimLeft(frame[from:], "，、：:,（(。；！？\n")
	}
	if i > 0 && r.Figures[i-1].Span.End <= f.Span.Start && f.Span.Start-r.Figures[i-1].Span.End < len(own) {
		own = text[r.Figures[i-1].Span.End:f.Span.Start]
	}
	s := scope{words: in.trimGeneric(own), alone: true}
	s.total = in.Words.CheckWholeYear.In(own) || saysYear(own, r.Year)
	opening := r.Opens(f.Block)
	for clause := range strings.FieldsFuncSeq(frame, func(c rune) bool { return strings.ContainsRune("，、：:,（(。；！？\n", c) }) {
		if !strings.HasSuffix(clause, own) {
			if opening || in.isBackground(clause, r.Year) {
				continue
			}
			s.alone = false
		}
		clause = strings.ReplaceAll(clause, "各类", "")
		for _, area := range in.Words.CheckAreas.Words() {
			if strings.Contains(clause, area.Text) {
				s.whole, clause = area.Text, strings.ReplaceAll(clause, area.Text, "")
			}
		}
		for _, word := range in.Words.CheckNarrowing.Words() {
			if strings.Contains(clause, word.Text) {
				s.marks = append(s.marks, word.Text)
			}
		}
	}
	return s
}

func saysYear(words string, year int) bool {
	n, _, _ := yearIn(words)
	return n > 0 && n == year
}

// isBackground reports whether a clause only says under whom or by what
// something was done.
func (in *Input) isBackground(clause string, year int) bool {
	clause = strings.TrimSpace(clause)
	if strings.HasSuffix(clause, "中") && in.Words.CheckNarrowing.In(clause) {
		return false // 在护苗行动中: of that alone
	}
	n, _, end := yearIn(clause)
	return n == year && end == len(clause) || in.Words.CheckWholeYear.Has(clause) ||
		in.Words.CheckBackgroundOpenings.Prefix(clause) > 0 || in.Words.CheckBackground.In(clause) || strings.HasSuffix(clause, "下")
}

// trimGeneric takes off the words before and after that say nothing of what is
// counted, the year of the report and who issued it.
func (in *Input) trimGeneric(words string) string {
	r := in.Report
	for _, word := range [...]string{" ", "　", "各类", "各种"} {
		words = strings.ReplaceAll(words, word, "")
	}
	for before := ""; before != words; {
		before = words
		if r.Issuer != "" {
			words = strings.TrimPrefix(words, r.Issuer)
		}
		if n, at, end := yearIn(words); n == r.Year && n > 0 && at == 0 {
			words = strings.TrimPrefix(words[end:], "度")
		}
		words = words[in.Words.CheckAreas.Prefix(words):]
		if n := in.Words.CheckGeneric.Prefix(words); n < len(words) {
			words = words[n:]
		}
	}
	return in.trimTail(words)
}

// trimTail takes off the words between what is counted and its number: 共, 达到.
func (in *Input) trimTail(words string) string {
	for {
		n := max(in.Words.Bridges.Suffix(words), in.Words.CheckTails.Suffix(words))
		if n == 0 {
			return words
		}
		words = words[:len(words)-n]
	}
}
