// Package lastyear compares what a report says of the year before with what the
// report on that year stated: 比上年增加22件, 由88%提高到100%, the column 2022年 of a table.
//
// A claim is made only where it is plain which figure of the earlier report is
// meant: both are the same indicator, or have the same label and unit, and
// neither report states that twice with different values. All else is passed
// over in silence.
package lastyear

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// Kind says how a figure speaks of the year before.
type Kind int

// Kinds of claim.
const (
	Value   Kind = iota // it is the value of the year before: 由88%提高到…
	Amount              // by how much it changed: 增加22件, 提高6.8个百分点
	Percent             // by what share it changed: 增长5.7%
)

// Claim is one figure that speaks of the year before.
type Claim struct {
	Kind     Kind
	Figure   int    // in the report: the change or the earlier value as printed
	Current  int    // in the report: the value of the year itself
	Previous int    // in the report on the year before
	Computed string // what Figure should be, a decimal; of a percentage, to one decimal
	Fall     bool   // from the two reports: the value became less
	Agrees   bool
}

// Comparison is what a report says of the year before, held against what the
// report on that year stated. The zero value is that without such a report.
type Comparison struct {
	Previous *report.Report // the report that was compared with; nil without one
	Claims   []Claim        // in text order
}

// Compare compares r with previous, which may be nil. There are no claims when
// it is not on the year before.
func Compare(r, previous *report.Report) Comparison {
	if previous == nil || r.Year == 0 || previous.Year != 0 && previous.Year != r.Year-1 {
		return Comparison{Previous: previous}
	}
	return Comparison{previous, claims(r, previous)}
}

// claims are the claims of r about the year that previous reports on.
func claims(r, previous *report.Report) []Claim {
	m := matcher{r: r, previous: previous}
	var out []Claim
	seen := map[int]bool{}
	for k := range r.Relations {
		rel := &r.Relations[k]
		if rel.Kind != report.RelationChange || rel.Whole < 0 || rel.Whole >= len(r.Figures) {
			continue
		}
		var c Claim
		var ok bool
		switch {
		case len(rel.Parts) > 0:
			if rel.Parts[0] < 0 || rel.Parts[0] >= len(r.Figures) {
				continue
			}
			c, ok = m.value(rel.Parts[0], rel.Whole)
		case rel.Result >= 0 && rel.Result < len(r.Figures):
			c, ok = m.change(rel.Result, rel.Whole)
		}
		if ok && !seen[c.Figure] {
			seen[c.Figure] = true
			out = append(out, c)
		}
	}
	return out
}

// matcher finds the figure of the earlier report that one of the later report
// goes on with.
type matcher struct {
	r, previous *report.Report
	now, then   *index
}

// index is the figures of one report by what they count, as far as a claim is
// about that: few are.
type index struct {
	indicator map[string]int // absent where there is none, -1 where there are two values
	label     map[key]int
}

type key struct{ label, unit string }

// find is the earlier report's figure for figure i.
func (m *matcher) find(i int) (int, bool) {
	if m.then == nil {
		of := claimed(m.r)
		m.now, m.then = build(m.r, of), build(m.previous, of)
	}
	f := &m.r.Figures[i]
	if f.Indicator != "" {
		at, ok := m.then.indicator[f.Indicator]
		return at, ok && at >= 0 && m.previous.Figures[at].Unit == f.Unit && m.now.indicator[f.Indicator] >= 0
	}
	k := keyOf(f)
	if utf8.RuneCountInString(k.label) < 4 {
		return 0, false // 罚款, 立案: of what, only the sentence says
	}
	at, ok := m.then.label[k]
	here, okHere := m.now.label[k]
	return at, ok && okHere && at >= 0 && here >= 0 && m.previous.Figures[at].Indicator == ""
}

// claimed are the names of all figures that changed, to which claims are made.
func claimed(r *report.Report) map[key]bool {
	of := map[key]bool{}
	for k := range r.Relations {
		if rel := &r.Relations[k]; rel.Kind == report.RelationChange && rel.Whole >= 0 && rel.Whole < len(r.Figures) {
			f := &r.Figures[rel.Whole]
			of[keyOf(f)] = true
			if f.Indicator != "" {
				of[key{label: f.Indicator}] = true
			}
		}
	}
	return of
}

// build is the index of r's figures of the names claimed.
func build(r *report.Report, claimed map[key]bool) *index {
	x := &index{indicator: map[string]int{}, label: map[key]int{}}
	old := make([]bool, len(r.Figures)) // the earlier of two values
	for k := range r.Relations {
		if rel := &r.Relations[k]; rel.Kind == report.RelationChange && len(rel.Parts) > 0 && rel.Parts[0] >= 0 && rel.Parts[0] < len(old) {
			old[rel.Parts[0]] = true
		}
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Hidden || f.Target || old[i] || f.Kind == report.KindChange {
			continue
		}
		if f.Indicator != "" && claimed[key{label: f.Indicator}] {
			if at, ok := x.indicator[f.Indicator]; ok && (at < 0 || r.Figures[at].Value != f.Value) {
				x.indicator[f.Indicator] = -1
			} else {
				x.indicator[f.Indicator] = i
			}
		}
		k := keyOf(f)
		if !claimed[k] {
			continue
		}
		if at, ok := x.label[k]; ok && (at < 0 || r.Figures[at].Value != f.Value) {
			x.label[k] = -1
		} else {
			x.label[k] = i
		}
	}
	return x
}

// keyOf is a figure's label without what says which of two values it is, and
// its unit.
func keyOf(f *report.Figure) key {
	label := f.Label
	if !strings.HasSuffix(label, "）") {
		return key{label, f.Unit}
	}
	if at := strings.LastIndex(label, "（"); at > 0 {
		if in := strings.TrimSuffix(label[at+len("（"):], "）"); in == "后" || in == "本年" || in == "今年" || isYear(in) != 0 {
			label = label[:at]
		}
	}
	return key{label, f.Unit}
}

// isYear is the year of 2022年 or 2022年度, 0 for anything else.
func isYear(s string) int {
	n, err := strconv.Atoi(strings.TrimSuffix(strings.TrimSuffix(s, "度"), "年"))
	if err != nil || n < 1900 || n > 2100 {
		return 0
	}
	return n
}

// value compares an earlier value as the report repeats it. Only where it says
// that this is last year's can it be wrong; else it may be of any time.
func (m *matcher) value(earlier, current int) (Claim, bool) {
	f := &m.r.Figures[earlier]
	at, ok := m.find(current)
	if !ok || f.Approx != "" {
		return Claim{}, false
	}
	p := &m.previous.Figures[at]
	if p.Unit != f.Unit || p.Approx != "" {
		return Claim{}, false
	}
	c := Claim{Kind: Value, Figure: earlier, Current: current, Previous: at, Computed: p.Value, Agrees: numeral.Alike(f.Value, f.Raw, p.Value, p.Raw)}
	if c.Agrees {
		return c, true
	}
	return c, m.saysLastYear(f)
}

// saysLastYear reports whether the words before an earlier value, or its
// column, say that it is the year before's.
func (m *matcher) saysLastYear(f *report.Figure) bool {
	if m.r.Blocks[f.Block].Kind == report.BlockRow {
		open := strings.LastIndex(f.Label, "（")
		if open < 0 {
			return false
		}
		switch in := strings.TrimSuffix(f.Label[open+len("（"):], "）"); {
		case in == "上年", in == "去年", in == "上一年":
			return true
		default:
			return isYear(in) == m.r.Year-1
		}
	}
	words := m.r.Source.Text[f.QuoteSpan.Start:f.Span.Start]
	from := max(strings.LastIndex(words, "由"), strings.LastIndex(words, "从"))
	if from < 0 {
		return false
	}
	words = words[from:]
	return strings.Contains(words, "上年") || strings.Contains(words, "去年") || strings.Contains(words, strconv.Itoa(m.r.Year-1)+"年")
}

// change compares a change on the year before with that of the two values.
func (m *matcher) change(result, current int) (Claim, bool) {
	f, now := &m.r.Figures[result], &m.r.Figures[current]
	at, ok := m.find(current)
	if !ok || f.Approx != "" || now.Approx != "" || f.Target {
		return Claim{}, false
	}
	then := &m.previous.Figures[at]
	x, okX := now.Decimal()
	y, okY := then.Decimal()
	if then.Approx != "" || !okX || !okY || y.Sign() <= 0 {
		return Claim{}, false
	}
	by := x.Sub(y)
	c := Claim{Figure: result, Current: current, Previous: at, Fall: by.Sign() < 0}
	by = by.Abs()
	switch {
	case f.Unit == now.Unit && f.Unit != "%", f.Unit == "个百分点" && now.Unit == "%":
		c.Kind, c.Computed = Amount, by.String()
		c.Agrees = c.Computed == f.Value
	case f.Unit == "%" && now.Unit != "%":
		c.Kind = Percent
		c.Computed, c.Agrees = share(by, y, f)
		if c.Computed == "" {
			return c, false
		}
	default:
		return c, false
	}
	down := isFall(f.Label)
	if !down && !isRise(f.Label) {
		return c, false // 距目标尚差, 高于全国
	}
	c.Agrees = c.Agrees && (by.Sign() == 0 || down == c.Fall)
	if c.Agrees {
		return c, true
	}
	return c, m.onLastYear(f)
}

// onLastYear reports whether the words of a change say that it is on the whole
// of last year.
func (m *matcher) onLastYear(f *report.Figure) bool {
	words := f.Quote
	if at := f.Span.Start - f.QuoteSpan.Start; at > 0 && at <= len(words) {
		words = words[:at]
	}
	for _, word := range [...]string{"年均", "月", "季度", "上半年", "下半年", "以来", "目标", "计划"} {
		if strings.Contains(words, word) {
			return false
		}
	}
	for _, word := range [...]string{"比上年", "较上年", "比去年", "较去年", "同比", "比上一年", "较上一年", "与上年相比"} {
		if strings.Contains(words, word) {
			return true
		}
	}
	last := strconv.Itoa(m.r.Year-1) + "年"
	return strings.Contains(words, "比"+last) || strings.Contains(words, "较"+last)
}

func isFall(label string) bool { return ends(label, falls[:]) }

func isRise(label string) bool { return ends(label, rises[:]) }

var (
	falls = [...]string{"减少", "下降", "降低", "精简", "压减", "压缩", "缩短", "回落", "下调", "压降", "下滑", "缩减", "削减", "少"}
	rises = [...]string{"增加", "增长", "上升", "提高", "提升", "上调", "回升", "新增", "增多", "多"}
)

func ends(label string, words []string) bool {
	label = strings.TrimSuffix(label, "了")
	for _, word := range words {
		if strings.HasSuffix(label, word) {
			return true
		}
	}
	return false
}

// share is by ÷ of in percent to one decimal, and whether f prints that, rounded
// or truncated to its own decimals.
func share(by, of numeral.Decimal, f *report.Figure) (string, bool) {
	printed, okPrinted := f.Decimal()
	computed, agrees, ok := numeral.Percentage(by, of, printed, f.Raw)
	if !ok {
		return "", false
	}
	return computed.String(), agrees && okPrinted
}
