package lastyear

import (
	"slices"
	"strconv"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/series"
	"mingfa/generator/report"
)

// comparer makes the claims of a report on the year that previous reports on.
type comparer struct {
	r, previous *report.Report
	words       *lexicon.Lexicon
	before      map[int]int   // figures of the year before that count the same, by those of r
	prior       []series.Link // values of the year before under their own names
}

// claims are all claims, one for each figure.
func (c *comparer) claims() []Claim {
	var claims []Claim
	seen := map[int]bool{}
	for k := range c.r.Relations {
		if claim, ok := c.claim(&c.r.Relations[k]); ok && !seen[claim.Figure] {
			seen[claim.Figure] = true
			claims = append(claims, claim)
		}
	}
	for _, p := range c.pairs() {
		if at, linked := c.before[p.Current]; linked && !seen[p.Earlier] {
			if claim, ok := c.stated(p.Earlier, p.Current, at); ok {
				seen[p.Earlier] = true
				claims = append(claims, claim)
			}
		}
	}
	for i := range c.r.Figures {
		if claim, ok := c.times(i); ok && !seen[i] {
			seen[i] = true
			claims = append(claims, claim)
		}
	}
	for _, l := range c.prior {
		if claim, ok := c.stated(l.Now, l.Now, l.Before); ok && l.Break == nil && !seen[l.Now] {
			seen[l.Now] = true
			claims = append(claims, claim)
		}
	}
	slices.SortStableFunc(claims, func(a, b Claim) int { return a.Figure - b.Figure })
	return claims
}

// claim is what a relation says of the year before, if anything can be said.
func (c *comparer) claim(rel *report.Relation) (Claim, bool) {
	switch {
	case rel.Kind != report.RelationChange || !isFigure(c.r, rel.Whole):
		return Claim{}, false
	case len(rel.Parts) > 0:
		if !isFigure(c.r, rel.Parts[0]) {
			return Claim{}, false
		}
		return c.value(rel.Parts[0], rel.Whole)
	case isFigure(c.r, rel.Result):
		return c.change(rel.Result, rel.Whole)
	}
	return Claim{}, false
}

// value compares an earlier value as the report repeats it. Only where it says
// that this is last year's can it be wrong; else it may be of any time.
func (c *comparer) value(earlier, current int) (Claim, bool) {
	f := &c.r.Figures[earlier]
	at, ok := c.before[current]
	if !ok {
		return Claim{}, false
	}
	claim, ok := c.stated(earlier, current, at)
	return claim, ok && (claim.Agrees || c.isOfLastYear(f))
}

// stated compares an earlier value as the report repeats it with that of the year before.
func (c *comparer) stated(earlier, current, at int) (Claim, bool) {
	f, then := &c.r.Figures[earlier], &c.previous.Figures[at]
	if !f.Exact() || then.Unit != f.Unit || !then.Exact() || c.tellsOfBreak(f) {
		return Claim{}, false
	}
	claim := Claim{Kind: Value, Figure: earlier, Current: current, Previous: at, Computed: then.Value}
	claim.Agrees = numeral.Alike(f.Value, f.Raw, then.Value, then.Raw)
	return claim, true
}

// tellsOfBreak reports whether the sentence of a figure says that it is counted otherwise:
// 上年为215件（按新口径调整）.
func (c *comparer) tellsOfBreak(f *report.Figure) bool {
	const reach = 300 // bytes on either side
	text, block := c.r.Source.Text, c.r.Blocks[f.Block].Span
	before, after := text[max(block.Start, f.Span.Start-reach):f.Span.Start], text[f.Span.End:min(block.End, f.Span.End+reach)]
	before = before[strings.LastIndex(before, "。")+1:]
	after, _, _ = strings.Cut(after, "。")
	return c.words.SeriesBreaks.In(before) || c.words.SeriesBreaks.In(after)
}

// isOfLastYear reports whether the words before an earlier value, or its
// column, say that it is the year before's.
func (c *comparer) isOfLastYear(f *report.Figure) bool {
	if c.r.Blocks[f.Block].Kind == report.BlockRow {
		name := column(f.Label)
		return c.words.YearBefore.Has(name) || yearOf(name) == c.r.Year-1
	}
	words := c.r.Source.Text[f.QuoteSpan.Start:f.Span.Start]
	if series.SaysLastYear(words, c.r.Year, c.words) {
		return true
	}
	from, found := "", false // what stands behind the last 由
	for m, ok := c.words.Origins.Find(words, 0); ok; m, ok = c.words.Origins.Find(words, m.End) {
		from, found = words[m.End:], true
	}
	return found && (c.words.YearBefore.In(from) || strings.Contains(from, c.lastYear()))
}

// lastYear is the year before as texts name it: 2022年.
func (c *comparer) lastYear() string { return strconv.Itoa(c.r.Year-1) + "年" }

// change compares a change on the year before with that of the two values.
func (c *comparer) change(result, current int) (Claim, bool) {
	f, now := &c.r.Figures[result], &c.r.Figures[current]
	at, ok := c.before[current]
	if !ok || !f.Exact() || !now.Exact() || f.Target {
		return Claim{}, false
	}
	then := &c.previous.Figures[at]
	value, okValue := now.Decimal()
	base, okBase := then.Decimal()
	if then.Unit != now.Unit || !then.Exact() || !okValue || !okBase || base.Sign() <= 0 {
		return Claim{}, false
	}
	difference := value.Sub(base)
	claim := Claim{Figure: result, Current: current, Previous: at, Fall: difference.Sign() < 0}
	difference = difference.Abs()
	switch {
	case f.Unit == now.Unit && f.Unit != "%", f.Unit == "个百分点" && now.Unit == "%":
		claim.Kind, claim.Computed = Amount, difference.String()
		claim.Agrees = claim.Computed == f.Value
	case f.Unit == "%" && now.Unit != "%":
		printed, okPrinted := f.Decimal()
		computed, agrees, ok := numeral.Percentage(difference, base, printed, f.Raw)
		if !ok {
			return Claim{}, false
		}
		claim.Kind, claim.Computed, claim.Agrees = Percent, computed.String(), agrees && okPrinted
	default:
		return Claim{}, false
	}
	down, ok := c.direction(f.Label)
	if !ok {
		return Claim{}, false // 距目标尚差, 高于全国
	}
	if difference.Sign() != 0 && down != claim.Fall {
		claim.Agrees = false
	}
	return claim, claim.Agrees || c.isOnLastYear(f)
}

// isOnLastYear reports whether the words of a change say that it is on the whole
// of last year.
func (c *comparer) isOnLastYear(f *report.Figure) bool {
	words := c.r.Source.Text[min(f.QuoteSpan.Start, f.Span.Start):f.Span.Start]
	return !c.words.PartOfYear.In(words) && (c.words.OnLastYear.In(words) || c.namesLastYear(words))
}

// namesLastYear reports whether words say that something is compared with the
// year before by its number: 较2022年.
func (c *comparer) namesLastYear(words string) bool {
	for m, ok := c.words.Comparisons.Find(words, 0); ok; m, ok = c.words.Comparisons.Find(words, m.End) {
		if strings.HasPrefix(words[m.End:], c.lastYear()) {
			return true
		}
	}
	return false
}

// direction is whether the label of a change says that something has become
// less, down, or more. It is false where the label says neither.
func (c *comparer) direction(label string) (down, ok bool) {
	label = strings.TrimSuffix(label, "了")
	if m, ok := c.words.ChangesInShort.EndingAt(label, len(label)); ok { // 降 is 下降
		label = c.words.ChangesInShort.Reading(m)
	}
	down = c.words.Falls.Suffix(label) > 0
	return down, down || c.words.Rises.Suffix(label) > 0
}
