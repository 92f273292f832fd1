package series

import (
	"strconv"
	"strings"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// Pair is a value of the year and, beside it in one sentence, that of the year
// before, which the words say it is: 6,231件（2022年为5,342件）, 842件，上年为338件.
type Pair struct {
	Current, Earlier int // in Figures
}

// Pairs are all such pairs of a report.
func Pairs(r *report.Report, words *lexicon.Lexicon) []Pair {
	var pairs []Pair
	for i := 1; i < len(r.Figures); i++ {
		at := i - 1
		if r.Figures[at].Kind == report.KindChange && at > 0 {
			at-- // 6,231件，同比增长9.3%（2022年为5,342件）
		}
		f, now := &r.Figures[i], &r.Figures[at]
		if f.Block != now.Block || f.Unit != now.Unit || now.Span.End > f.Span.Start || r.Blocks[f.Block].Kind == report.BlockRow ||
			f.Kind == report.KindChange || now.Kind == report.KindChange || f.Target || now.Target || f.Hidden || now.Hidden || !f.Exact() || !now.Exact() {
			continue
		}
		between, near := r.Source.Text[now.Span.End:f.Span.Start], r.Source.Text[r.Figures[i-1].Span.End:max(f.Span.Start, r.Figures[i-1].Span.End)]
		if !strings.ContainsAny(between, "。；！？\n、") && SaysLastYear(near, r.Year, words) {
			pairs = append(pairs, Pair{Current: at, Earlier: i})
		}
	}
	return pairs
}

// SaysLastYear reports whether words say of the number right behind them that it
// is the year before's, and nothing else of it: 上年的, （2022年为, 而去年同期是. 上年结转
// and 比2022年增加 do not.
func SaysLastYear(words string, year int, lex *lexicon.Lexicon) bool {
	words = strings.TrimRight(words, " 　：:")
	words = strings.TrimSuffix(words[:len(words)-lex.Bridges.Suffix(words)], "的")
	words = words[:len(words)-max(lex.PeriodSpans.Suffix(words), lex.LastYearEnd.Suffix(words))]
	words = strings.TrimSpace(words)
	return lex.YearBefore.Suffix(words) > 0 || year > 0 && strings.HasSuffix(words, strconv.Itoa(year-1)+"年")
}

// EarlierValues says of each figure whether it is what another was before: 88% of
// 由88%提高到100%.
func EarlierValues(r *report.Report, words *lexicon.Lexicon) []bool {
	earlier := make([]bool, len(r.Figures))
	for k := range r.Relations {
		if rel := &r.Relations[k]; rel.Kind == report.RelationChange && len(rel.Parts) > 0 {
			if i := rel.Parts[0]; i >= 0 && i < len(earlier) {
				earlier[i] = true
			}
		}
	}
	for _, p := range Pairs(r, words) {
		earlier[p.Earlier] = true
	}
	return earlier
}
