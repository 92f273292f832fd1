package lastyear

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/period"
	"mingfa/generator/read/series"
	"mingfa/generator/report"
)

// pairs are the values of the year that stand right before one of the year before, of the
// same thing.
func (c *comparer) pairs() []series.Pair {
	var pairs []series.Pair
	for _, p := range series.Pairs(c.r, c.words) {
		if c.isOfSameThing(p) {
			pairs = append(pairs, p)
		}
	}
	for i := range c.r.Figures {
		if p, ok := c.repeated(i); ok {
			pairs = append(pairs, p)
		}
	}
	return pairs
}

// isOfSameThing reports whether a value beside one of the year before counts the same, and not
// what the words between them name: 法律援助案件405件，农民工案件上年为120件.
func (c *comparer) isOfSameThing(p series.Pair) bool {
	now, earlier := &c.r.Figures[p.Current], &c.r.Figures[p.Earlier]
	if name := series.WithoutYearBefore(earlier.Label, c.r.Year, c.words); name != "" && strings.HasSuffix(now.Label, name) {
		return true
	}
	between := c.r.Source.Text[c.r.Figures[p.Earlier-1].Span.End:earlier.Span.Start]
	at := strings.LastIndex(between, c.lastYear())
	if m, ok := c.words.YearBefore.FindLast(between); ok {
		at = max(at, m.Start)
	}
	lead := strings.Trim(between[:max(at, 0)], "，（(、 　")
	return utf8.RuneCountInString(lead) <= 1 || c.words.LastYearThan.Has(lead) // 而, 较, 在
}

// repeated is figure i with the value before it, where the words between them name the year
// before and say again what was done, or part the value from that year by a bracket:
// 举办讲座52场，去年举办了40场; 受理案件132件，比2022年（120件）增加12件.
func (c *comparer) repeated(i int) (series.Pair, bool) {
	if i == 0 {
		return series.Pair{}, false
	}
	r := c.r
	now, f := &r.Figures[i-1], &r.Figures[i]
	if f.Block != now.Block || r.Blocks[f.Block].Kind == report.BlockRow || f.Unit != now.Unit || now.Span.End > f.Span.Start || !isPlain(now) || !isPlain(f) {
		return series.Pair{}, false
	}
	between := r.Source.Text[now.Span.End:f.Span.Start]
	if strings.ContainsAny(between, "。；！？\n、的") || c.words.LastYearAside.In(between) || c.words.SeriesIncluded.In(between) || !c.endsClause(f) {
		return series.Pair{}, false
	}
	if before, ok := strings.CutSuffix(between, "（"); ok {
		return series.Pair{Current: i - 1, Earlier: i}, series.WithoutYearBefore(f.Label, r.Year, c.words) == now.Label && now.Label != "" && series.SaysLastYear(before, r.Year, c.words)
	}
	name := series.WithoutYearBefore(f.Label, r.Year, c.words)
	if deed := name[c.words.LastYearOnly.Prefix(name):]; deed != name { // 去年只举办60场
		begun := r.Source.Text[min(now.QuoteSpan.Start, now.Span.Start):now.Span.Start]
		return series.Pair{Current: i - 1, Earlier: i}, deed != "" && strings.HasPrefix(begun, deed) && period.Before("，"+between, r.Year, c.words).Is(r.Year-1)
	}
	again := name != "" && (strings.HasSuffix(name, now.Label) || strings.HasPrefix(now.Label, name)) && now.Label != ""
	return series.Pair{Current: i - 1, Earlier: i}, again && period.Before("，"+between, r.Year, c.words).Is(r.Year-1)
}

// isPlain reports whether a figure is a value that was reached.
func isPlain(f *report.Figure) bool {
	return f.Kind != report.KindChange && !f.Target && !f.Hidden && f.Exact()
}

// endsClause reports whether a clause ends behind a figure: of 上年受理5件今年审结 nobody knows
// whether that was all.
func (c *comparer) endsClause(f *report.Figure) bool {
	next, _ := utf8.DecodeRuneInString(c.r.Source.Text[f.Span.End:])
	return strings.ContainsRune("，。；）,;)\n"+string(utf8.RuneError), next)
}
