package lastyear

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/read/series"
	"mingfa/generator/report"
)

// times is what figure i says where it is how many times the value before it is that of the year before: 举办活动120场，是
// 上年的2倍. Of 上年的近2倍 and 2倍多 nothing is computed.
func (c *comparer) times(i int) (Claim, bool) {
	f := &c.r.Figures[i]
	if i == 0 || f.Unit != "倍" || f.Kind == report.KindChange || !isPlain(f) || !c.endsClause(f) {
		return Claim{}, false
	}
	now := &c.r.Figures[i-1]
	at, ok := c.before[i-1]
	if !ok || now.Block != f.Block || c.r.Blocks[f.Block].Kind == report.BlockRow || !isPlain(now) || now.Span.End > f.Span.Start || !c.saysTimesOf(c.r.Source.Text[now.Span.End:f.Span.Start]) {
		return Claim{}, false
	}
	then := &c.previous.Figures[at]
	value, okValue := now.Decimal()
	base, okBase := then.Decimal()
	printed, okPrinted := f.Decimal()
	if then.Unit != now.Unit || !then.Exact() || !okValue || !okBase || !okPrinted || base.Sign() <= 0 || c.tellsOfBreak(f) {
		return Claim{}, false
	}
	decimals := numeral.Decimals(f.Raw)
	rounded, truncated, ok := numeral.Divide(value, base, decimals)
	shown, _, okShown := numeral.Divide(value, base, max(1, decimals))
	agrees := printed.Cmp(rounded) == 0 || printed.Cmp(truncated) == 0
	const near = 5 // per cent
	if said := printed.Mul(base); agrees && value.Sub(said).Abs().Mul(numeral.Integer(100)).Cmp(said.Mul(numeral.Integer(near))) > 0 {
		return Claim{}, false // 1.5 may be called 2, and is not the same
	}
	return Claim{Kind: Times, Figure: i, Current: i - 1, Previous: at, Computed: shown.String(), Agrees: agrees}, ok && okShown
}

// saysTimesOf reports whether words between two numbers say that the first one is so many times the year before's, and
// name nothing: ，是上年的.
func (c *comparer) saysTimesOf(words string) bool {
	words, ok := strings.CutPrefix(words, "，")
	n := c.words.LastYearTimes.Prefix(words)
	rest := series.WithoutYearBefore(words[n:], c.r.Year, c.words)
	return ok && n > 0 && rest != words[n:] && strings.TrimSuffix(rest, "的") == ""
}
