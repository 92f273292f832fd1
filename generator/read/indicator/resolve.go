package indicator

import (
	"slices"
	"strings"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// withoutShortcomings drops what a report finds wanting where another part states the
// year: of 举办普法活动36场 and, under 存在的不足, 线上普法活动仅4场 the first is all of them.
func withoutShortcomings(r *report.Report, figures []int) []int {
	var stated []int
	for _, i := range figures {
		if !isWanting(r, &r.Figures[i]) {
			stated = append(stated, i)
		}
	}
	if len(stated) == 0 || len(stated) == len(figures) {
		return figures
	}
	for _, i := range figures {
		if f := &r.Figures[i]; !slices.Contains(stated, i) {
			f.Indicator, f.Theme = "", ""
		}
	}
	return stated
}

// isWanting reports whether a figure stands under a heading of what was found wanting, or
// under a heading below such a one.
func isWanting(r *report.Report, f *report.Figure) bool {
	if f.Block < 0 || f.Block >= len(r.Blocks) {
		return false
	}
	h := r.Blocks[f.Block].Heading
	if h < 0 || h >= len(r.Headings) {
		return false
	}
	level := r.Headings[h].Level + 1
	for ; h >= 0; h-- {
		if r.Headings[h].Level >= level {
			continue // a sister of the one below
		}
		if level = r.Headings[h].Level; r.Headings[h].Shortcoming {
			return true
		}
	}
	return false
}

// withoutItems drops the items of one list, of which none is all: 检查药店126家次、诊所36家次.
// They share the verb in front of the first one.
func withoutItems(r *report.Report, figures []int) []int {
	isItem := make([]bool, len(figures))
	for k := 1; k < len(figures); k++ {
		if areItems(r, figures[k-1], figures[k]) {
			isItem[k-1], isItem[k] = true, true
		}
	}
	var kept []int
	for k, i := range figures {
		if f := &r.Figures[i]; isItem[k] {
			f.Indicator, f.Theme = "", ""
		} else {
			kept = append(kept, i)
		}
	}
	return kept
}

// areItems reports whether a figure and the next one stand in a list under one verb, which
// both labels begin with and the second one's own words have not.
func areItems(r *report.Report, i, next int) bool {
	a, b := &r.Figures[i], &r.Figures[next]
	if next != i+1 || r.Source == nil || a.QuoteSpan != b.QuoteSpan || a.Unit != b.Unit || a.Span.End > b.Span.Start || b.Span.Start > len(r.Source.Text) {
		return false
	}
	own, listed := strings.CutPrefix(r.Source.Text[a.Span.End:b.Span.Start], "、")
	verb := a.KindLabel()
	verb = verb[:min(len("检查"), len(verb))]
	if verb == "平均" {
		return false // 平均每村法律明白人4.6名、网格员7名: no verb
	}
	return listed && verb != "" && strings.HasPrefix(b.KindLabel(), verb) && !strings.HasPrefix(own, verb) && !strings.ContainsAny(own, "，；")
}

// isItem reports whether the figure with index i stands in such a list under the verb that a
// phrase begins with: of 检查药店126家次、药品经营单位36家次 neither is 检查…单位.
func isItem(r *report.Report, i int, phrase string) bool {
	label := r.Figures[i].KindLabel()
	if verb := len("检查"); len(label) < verb || !strings.HasPrefix(phrase, label[:verb]) {
		return false
	}
	return i > 0 && areItems(r, i-1, i) || i+1 < len(r.Figures) && areItems(r, i, i+1)
}

// withoutNarrower leaves of figures the one that all others say more than, and less of: of 审查合同260份
// and 审查重大合同36份 the second is a part.
func withoutNarrower(r *report.Report, figures []int) []int {
	for _, i := range figures {
		whole := &r.Figures[i]
		most, okWhole := whole.Decimal()
		isPart := func(k int) bool {
			f := &r.Figures[k]
			v, ok := f.Decimal()
			return k == i || ok && okWhole && v.Cmp(most) < 0 && lexicon.SaysMore(f.KindLabel(), whole.KindLabel())
		}
		if len(figures) < 2 || slices.ContainsFunc(figures, func(k int) bool { return !isPart(k) }) {
			continue
		}
		for _, k := range figures {
			if k != i {
				r.Figures[k].Indicator, r.Figures[k].Theme = "", ""
			}
		}
		return []int{i}
	}
	return figures
}

// withStated drops of the figures of a stock those that do not say so where others do:
// of 建成服务站23个 and 累计建成服务站121个 the second is how many there are.
func (c *Catalogue) withStated(r *report.Report, figures []int) []int {
	if i, ok := c.byID[r.Figures[figures[0]].Indicator]; !ok || !c.Indicators[i].Stock {
		return figures
	}
	var stated []int
	for _, i := range figures {
		if c.matcher.tenors.isStated(r, i, wordsOf(r, i, c.matcher.inside)) {
			stated = append(stated, i)
		}
	}
	if len(stated) == 0 || len(stated) == len(figures) {
		return figures
	}
	for _, i := range figures {
		if !slices.Contains(stated, i) {
			r.Figures[i].Indicator, r.Figures[i].Theme = "", ""
		}
	}
	return stated
}

// withoutKinds drops what some kinds of bodies did where another figure says no such
// doer: of 全县调解纠纷90件 and 派出所、司法所联合调处纠纷50件 the second is a part.
func (c *Catalogue) withoutKinds(r *report.Report, figures []int) []int {
	var whole []int
	for _, i := range figures {
		if !c.matcher.scope.listsKinds(r.Figures[i].KindLabel()) {
			whole = append(whole, i)
		}
	}
	if len(whole) == 0 || len(whole) == len(figures) {
		return figures
	}
	for _, i := range figures {
		if f := &r.Figures[i]; !slices.Contains(whole, i) {
			f.Indicator, f.Theme = "", ""
		}
	}
	return whole
}
