package indicator

import (
	"fmt"
	"slices"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/settings"
)

// Assign sets Indicator and Theme of the report's figures and adds findings.
// It runs after staff's review has been applied: a figure that they Settled
// keeps what they said. lex is the words that the figures were read by.
//
// A figure is claimed by each indicator of its kind and unit whose phrases
// stand in the figure's own words, that is, its label and the part of its
// quote between the commas and numerals around it:
//
//   - one of Any and all of All, or one of Short when one of Context and
//     none of Apart stands in its sentence, the sentence before that or the
//     heading above; and
//   - none of None.
//
// The words next to the numeral decide (see place), words that narrow what is
// counted make it another thing (see isNarrowed), and a sentence that speaks of
// another time or of one part of the body says nothing of the whole (see scope).
//
// Of several claims the more specific wins (see match); where none is, the figure
// has no indicator. No indicator is set for a figure that is hidden, a
// goal, of another year, the earlier one of two values, or that has a word of
// the file's never.
//
// A report states an indicator once. Of several figures that claim the same
// indicator it is kept
//
//   - by the total, of a total and its parts;
//   - by the claim that rests on Any, not by those that rest on Short;
//   - by all, where their values are equal; and
//   - by the exact value, of that and its approximation (126本 and 120余本).
//
// Otherwise none keeps it, and each is Contested.
func (c *Catalogue) Assign(r *report.Report, lex *lexicon.Lexicon) {
	found := make([]match, len(r.Figures))
	var times timeline
	wholes := totalsOf(r)
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Settled {
			found[i] = match{indicator: c.settle(r, f), rank: rankStaff}
			continue
		}
		f.Indicator, f.Theme, f.Contested = "", "", ""
		if c.matcher == nil || f.Hidden || f.Target {
			continue
		}
		takers := c.matcher.takers[measure{f.Kind, f.Unit}]
		if takers == nil {
			continue
		}
		w := withoutProposed(wordsOf(r, i, c.matcher.inside), lex)
		if otherYear(w, r.Year) || earlierValue(w, lex) || isCriterion(f, w) || isToCome(r, f, lex) || otherScope(r, f, lex) {
			continue
		}
		if besideOwnLevel(r, f, w) {
			continue
		}
		matches := slices.DeleteFunc(c.matcher.match(r, i, w, takers), func(m match) bool { return c.isOfAnotherWhole(r, i, wholes, m.indicator) })
		if len(matches) == 0 || c.matcher.places.isOfSome(r, i, w) || c.matcher.scope.isOther(r, i, w, &times, c.areStocks(matches), c.doersOf(r, f, matches), lex) || c.matcher.offices.isOther(r, f) {
			continue
		}
		switch len(matches) {
		case 1:
			found[i] = matches[0]
			ind := &c.Indicators[found[i].indicator]
			f.Indicator, f.Theme = ind.ID, ind.Theme
		default:
			if matches[0].rank == rankStrong { // a short name that may be two things is none, and no fault
				c.ambiguous(r, f, matches)
			}
		}
	}
	c.resolveRepeated(r, found, lex)
	for i := range found {
		if f := &r.Figures[i]; found[i].rank != rankNone && f.Indicator == "" && !f.Settled {
			f.Theme = c.Indicators[found[i].indicator].Theme // a part of it, or another value: of its theme all the same
		}
	}
}

// areStocks reports whether all indicators that claim a figure count what there is.
func (c *Catalogue) areStocks(matches []match) bool {
	return !slices.ContainsFunc(matches, func(m match) bool { return !c.Indicators[m.indicator].Stock })
}

// doersOf is the bodies that do what the indicator counts that claims a figure. What they did for many
// is counted only where the sentence says that it was done to the body that reports (向我局).
func (c *Catalogue) doersOf(r *report.Report, f *report.Figure, matches []match) []string {
	if len(matches) != 1 || r.Source == nil || f.Block < 0 || f.Block >= len(r.Blocks) || !r.Blocks[f.Block].Span.Contains(f.Span) {
		return nil
	}
	if f.Kind == report.KindRate || c.matcher.sides.toOwn.In(sentenceBefore(r, f)) {
		return c.Indicators[matches[0].indicator].Doers
	}
	return nil
}

// otherScope reports whether the column or the row of a table counts more or less
// than the year: 历年累计, 上半年.
func otherScope(r *report.Report, f *report.Figure, lex *lexicon.Lexicon) bool {
	if f.Block >= len(r.Blocks) || r.Blocks[f.Block].Kind != report.BlockRow {
		return false
	}
	return lex.CheckColumnScopes.In(f.Label)
}

// settle fills in what staff have decided and returns the indicator's index,
// where there is one.
func (c *Catalogue) settle(r *report.Report, f *report.Figure) int {
	f.Theme = ""
	if f.Indicator == "" {
		return 0
	}
	if i, ok := c.byID[f.Indicator]; ok {
		f.Theme = c.Indicators[i].Theme
		return i
	}
	r.Findings = append(r.Findings, finding(r, f, rule.UnknownIndicator, report.Error,
		fmt.Sprintf("核对文件把这个数字归入指标“%s”，但指标目录里没有这个编号", f.Indicator), c.SuggestID(f.Indicator)))
	f.Indicator = ""
	return 0
}

// SuggestID is a sentence that helps who wrote an id that is not in the
// catalogue.
func (c *Catalogue) SuggestID(id string) string {
	for i := range c.Indicators {
		if ind := &c.Indicators[i]; settings.Distance(id, ind.ID) <= 2 || ind.Name == id {
			return fmt.Sprintf("是不是想写 %s（%s）？", ind.ID, ind.Name)
		}
	}
	return "编号见 seeds/indicators.toml；不归入任何指标请写 indicator = \"\"。"
}

func (c *Catalogue) ambiguous(r *report.Report, f *report.Figure, matches []match) {
	var names []string
	for _, m := range matches {
		ind := &c.Indicators[m.indicator]
		names = append(names, fmt.Sprintf("“%s”（%s）", ind.Name, ind.ID))
	}
	r.Findings = append(r.Findings, finding(r, f, rule.AmbiguousIndicator, report.Warning,
		"这个数字既像是"+strings.Join(names, "，又像是")+"，没有归入任何指标",
		"请在这份报告的 .toml 里为它写明 indicator。"))
}

// resolveRepeated leaves each indicator to one value of the report. found says by
// figure how its indicator was matched.
func (c *Catalogue) resolveRepeated(r *report.Report, found []match, lex *lexicon.Lexicon) {
	states := func(i int) bool { return r.Figures[i].Indicator != "" && !r.Figures[i].Hidden }
	times := make([]int, len(c.Indicators))
	repeated := false
	for i := range found {
		if states(i) {
			times[found[i].indicator]++
			repeated = repeated || times[found[i].indicator] > 1
		}
	}
	if !repeated {
		return
	}
	totals := totalsOf(r)
	for i := range found {
		id := found[i].indicator
		if !states(i) || times[id] < 2 {
			continue
		}
		times[id] = 0
		var figures []int
		for k := i; k < len(found); k++ {
			if found[k].indicator == id && states(k) {
				figures = append(figures, k)
			}
		}
		c.resolve(r, figures, found, totals, lex)
	}
}

// resolve decides between the figures of one indicator.
func (c *Catalogue) resolve(r *report.Report, figures []int, found []match, totals map[int]int, lex *lexicon.Lexicon) {
	id := r.Figures[figures[0]].Indicator
	best := rankNone
	for _, i := range figures {
		best = max(best, found[i].rank)
	}
	var kept, dropped []int
	for _, i := range figures {
		total, isPart := totals[i]
		isPart = isPart && r.Figures[total].Indicator == id || i != figures[0] && saysPart(r, i) || c.saysShare(r, i)
		if found[i].rank == best && (best == rankStaff || !isPart) {
			kept = append(kept, i)
		} else {
			dropped = append(dropped, i)
		}
	}
	for _, i := range dropped {
		if len(kept) > 0 && best != rankStaff && c.sameValue(&r.Figures[kept[0]], &r.Figures[i], lex) && r.Figures[i].Approx == "" {
			continue // said again by its short name
		}
		r.Figures[i].Indicator, r.Figures[i].Theme = "", ""
	}
	if best == rankStaff || len(kept) == 0 {
		return
	}
	kept = withoutItems(r, withoutShortcomings(r, kept))
	if len(kept) == 0 {
		return
	}
	kept = c.withStated(r, c.withoutKinds(r, withoutOutcomes(r, withoutNarrower(r, kept))))
	a := &r.Figures[kept[0]]
	for _, i := range kept[1:] {
		b := &r.Figures[i]
		if !c.sameValue(a, b, lex) {
			c.repeated(r, a, b, kept)
			return
		}
		if !a.Exact() && b.Exact() {
			a.Indicator, a.Theme, a = "", "", b
		} else if a.Exact() && !b.Exact() {
			b.Indicator, b.Theme = "", ""
		}
	}
}

// saysPart reports whether a sentence says before a figure that it tells parts:
// 法律援助案件90件，其中甲类法律援助案件50件.
func saysPart(r *report.Report, i int) bool {
	f := &r.Figures[i]
	if r.Source == nil || f.Block < 0 || f.Block >= len(r.Blocks) || !r.Blocks[f.Block].Span.Contains(f.Span) {
		return false
	}
	return strings.Contains(sentenceBefore(r, f), "其中")
}

// saysShare reports whether the clause behind a figure says how much of its own indicator
// it is: of 合计罚没40万元，占全部罚没款的两成 the 40 are a part.
func (c *Catalogue) saysShare(r *report.Report, i int) bool {
	f := &r.Figures[i]
	at, ok := c.byID[f.Indicator]
	if !ok || r.Source == nil || f.Block < 0 || f.Block >= len(r.Blocks) || !r.Blocks[f.Block].Span.Contains(f.Span) {
		return false
	}
	behind := r.Source.Text[f.Span.End:min(r.Blocks[f.Block].Span.End, f.Span.End+reach)]
	share, found := strings.CutPrefix(behind, "，占")
	if !found {
		return false
	}
	if end := strings.IndexAny(share, clauseEnds+"。！？\n"); end >= 0 {
		share = share[:end]
	}
	return surroundings{sentence: plain(share)}.containAny(c.Indicators[at].Any)
}

// withoutOutcomes drops of figures of one sentence those that are not more than
// the first: 行政应诉案件52件，已审结45件.
func withoutOutcomes(r *report.Report, figures []int) []int {
	kept := figures[:1]
	for _, i := range figures[1:] {
		a, b := &r.Figures[kept[len(kept)-1]], &r.Figures[i]
		x, okX := a.Decimal()
		y, okY := b.Decimal()
		if a.Block == b.Block && okX && okY && y.Cmp(x) < 0 && r.Source != nil && a.Span.End <= b.Span.Start &&
			b.Span.Start <= len(r.Source.Text) && !strings.ContainsAny(r.Source.Text[a.Span.End:b.Span.Start], "。；！？\n") {
			b.Indicator, b.Theme = "", ""
			continue
		}
		kept = append(kept, i)
	}
	return kept
}

// repeated leaves an indicator to none of the figures kept, of which a and b
// are two that differ.
func (c *Catalogue) repeated(r *report.Report, a, b *report.Figure, kept []int) {
	ind, _ := c.Get(a.Indicator)
	r.Findings = append(r.Findings, finding(r, b, rule.RepeatedIndicator, report.Warning,
		fmt.Sprintf("“%s”在第 %d 行和这里的数字不同，分不清哪个是全年总数，都没有归入指标", ind.Name, a.Line),
		"请在这份报告的 .toml 里为其中一个写明 indicator = \""+ind.ID+"\"。"))
	for _, k := range kept {
		f := &r.Figures[k]
		f.Indicator, f.Theme, f.Contested = "", "", ind.ID
	}
}

// sameValue reports whether two figures of one indicator can state one value: 120余本
// and 126本, 126卷 and 126本.
func (c *Catalogue) sameValue(a, b *report.Figure, lex *lexicon.Lexicon) bool {
	if a.Unit != b.Unit && !c.inClass(a.Indicator, a.Unit, b.Unit) {
		return false
	}
	if a.Approx == b.Approx && a.Bound == b.Bound {
		return a.Value == b.Value
	}
	x, okX := a.Decimal()
	y, okY := b.Decimal()
	return okX && okY && (holds(a, x, y, lex) || holds(b, y, x, lex)) && (a.Exact() || b.Exact())
}

// inClass reports whether two units are of the class of an indicator. An indicator that
// lists its units may count things that are not each other: of 法规草案2件 and 规章2部 neither
// says the other again.
func (c *Catalogue) inClass(id, a, b string) bool {
	i, ok := c.byID[id]
	return ok && slices.ContainsFunc(c.classes, func(class Class) bool {
		return class.ID == c.Indicators[i].Class && slices.Contains(class.Units, a) && slices.Contains(class.Units, b)
	})
}

// holds reports whether an approximation of v may stand for an exact value: 余
// and 近 for up to a quarter more or less (120余 is no 200), 约 for half of that
// either way.
func holds(f *report.Figure, v, exact numeral.Decimal, lex *lexicon.Lexicon) bool {
	over := exact.Sub(v)
	isWithin := func(parts int64) bool { return over.Abs().Mul(numeral.Integer(parts)).Cmp(v) <= 0 }
	switch approx := f.Approx; {
	case f.Bound == report.BoundAbove, lex.BoundAbove.Has(approx):
		return over.Sign() > 0 && isWithin(4) // 超过120 is not 120
	case approx == "余", approx == "多", lex.BoundAtLeastAfter.Has(approx), f.Bound == report.BoundAtLeast:
		return over.Sign() >= 0 && isWithin(4)
	case approx == "近", lex.BoundAtMostAfter.Has(approx), f.Bound == report.BoundAtMost:
		return over.Sign() <= 0 && isWithin(4)
	case lex.ApproximateBefore.Has(approx), lex.ApproximateAfter.Has(approx):
		return isWithin(8)
	case f.Bound == report.BoundBelow:
		return over.Sign() < 0 && isWithin(4)
	}
	return false
}

// totalsOf is the figure that each figure is a part of.
func totalsOf(r *report.Report) map[int]int {
	totals := map[int]int{}
	for _, rel := range r.Relations {
		if rel.Kind == report.RelationPart && rel.Whole >= 0 {
			for _, part := range rel.Parts {
				totals[part] = rel.Whole
			}
		}
	}
	return totals
}

// otherYear reports whether a figure's words name a year that is not the
// report's, such as the column of the year before in a table.
func otherYear(w words, year int) bool {
	if year == 0 {
		return false
	}
	before, rest, found := strings.Cut(w.label+hole+w.quote, "年")
	for ; found; before, rest, found = strings.Cut(rest, "年") {
		if n, _ := numeral.YearEnding(before); n != 0 && n != year {
			return true
		}
	}
	return false
}

// isCriterion reports whether a bound says which things are meant and not how many
// there were: 对出庭应诉率低于70%的3个单位进行约谈.
func isCriterion(f *report.Figure, w words) bool {
	_, after, _ := strings.Cut(w.quote, hole)
	return f.Kind == report.KindRate && f.Bound != "" && strings.HasPrefix(after, "的")
}

// isToCome reports whether the clause says before a figure that it is expected or was to be done:
// 预计全年办理复议案件320件, 任务数为抽检食品1200批次.
func isToCome(r *report.Report, f *report.Figure, lex *lexicon.Lexicon) bool {
	if r.Source == nil || !f.QuoteSpan.Contains(f.Span) || f.QuoteSpan.End > len(r.Source.Text) {
		return false
	}
	before, after := r.Source.Text[f.QuoteSpan.Start:f.Span.Start], r.Source.Text[f.Span.End:f.QuoteSpan.End]
	if at := strings.IndexAny(after, dividers); at >= 0 {
		after = after[:at]
	}
	return lex.IsForecast(before) || lex.IsDue(before, f.Bound != "") || lex.IsDueBehind(after)
}

// earlierValue reports whether a figure is the first one of 由A增至B.
func earlierValue(w words, lex *lexicon.Lexicon) bool {
	before, _, numeral := strings.Cut(w.quote, hole)
	return numeral && lex.Origins.Suffix(before) > 0
}

func finding(r *report.Report, f *report.Figure, rule string, severity report.Severity, message, suggestion string) report.Finding {
	if r.Source == nil || f.QuoteSpan.Len() == 0 || f.QuoteSpan.End > len(r.Source.Text) {
		return report.Finding{Rule: rule, Severity: severity, Message: message, Suggestion: suggestion, Line: f.Line, Quote: f.Quote, Excerpt: f.Quote}
	}
	return r.Source.FindingAt(f.QuoteSpan, rule, severity, message, suggestion)
}
