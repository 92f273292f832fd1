package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// stage is a step of a proceeding, which no more cases can reach than the step
// before.
type stage struct {
	verbs   []string
	earlier []string // what the step before is called
	carried bool     // cases of earlier years may reach it
}

var stages = [...]stage{
	{[]string{"受理"}, []string{"收到", "接收", "接到"}, true},
	{[]string{"审结", "办结", "结案"}, []string{"受理"}, true},
	{[]string{"直接纠错", "纠错"}, []string{"审结", "办结", "结案"}, false},
	{[]string{"出庭应诉", "出庭"}, []string{"应诉案件", "诉讼案件"}, false},
}

// maxStages is how many figures back the step before is looked for.
const maxStages = 12

// laterStage reports figure i when it is of a step and more than its paragraph
// states of the step before: 收到行政复议申请120件，依法受理126件. Cases carried over are added where
// their number is stated: 上年结转9件，新受理120件，审结131件.
func laterStage(c *collector, r *report.Report, items []bool, i int) {
	f := &r.Figures[i]
	if unitSort(f.Unit) != "件" || items[i] || !hasAny(wordsOf(r, i), "受理", "结", "纠错", "出庭") {
		return // nearly all
	}
	s, verb, object := stageOf(ownWords(r, i))
	if s == nil || !isPlainCount(f) {
		return
	}
	before := stageBefore(r, items, i, s)
	if before < 0 || !isOf(object, r, before, i) {
		return
	}
	n, okN := f.Decimal()
	least, okL := r.Figures[before].Decimal()
	if !okN || !okL || n.Cmp(least) <= 0 {
		return
	}
	most := reached(r, items, before, i, s)
	if n.Cmp(most) <= 0 {
		return
	}
	carried, unsure := carriedOver(r, before, i)
	if s.carried {
		most = most.Add(carried)
	}
	start := sentenceStart(r, &r.Figures[before])
	if n.Cmp(most) <= 0 || unsure || otherPeriod(r.Source.Text[start:f.Span.Start], r.Year) {
		return
	}
	with := ""
	if s.carried && carried.Sign() > 0 {
		with = fmt.Sprintf("加上结转的“%s%s”", carried, f.Unit)
	}
	c.note(f.Span, report.Warning, fmt.Sprintf("“%s%s”多于前面的“%s”%s，没有说明多出的从何而来", verb, r.Source.Slice(f.Span), r.Source.Slice(r.Figures[before].Span), with),
		"请核对这几个数；如果包含以前年度的，请写明，如“（含上年结转9件）”")
}

// otherPeriod reports whether words speak of a part of the year or of others.
func otherPeriod(words string, year int) bool {
	if hasAny(words, "上半年", "下半年", "季度", "月", "截至", "截止", "以来", "近年", "三年", "五年") {
		return true
	}
	for {
		n, _, end := yearIn(words)
		if n == 0 || n != year {
			return n != 0
		}
		words = words[end:]
	}
}

// stageOf is the step that words before a numeral come down to, and what else
// they say: 受理 and 行政复议案件.
func stageOf(words string) (s *stage, verb, object string) {
	words = withoutAdverbs(words)
	for k := range stages {
		for _, verb := range stages[k].verbs {
			if rest, ok := strings.CutPrefix(words, verb); ok {
				return &stages[k], verb, rest
			}
		}
	}
	return nil, "", ""
}

// withoutAdverbs takes off what says nothing of which step it is.
func withoutAdverbs(words string) string {
	for trimmed := true; trimmed; {
		trimmed = false
		for _, word := range [...]string{"全年", "今年", "本年", "当年", "年内", "年度", "共计", "共", "累计", "总计", "已", "均", "依法", "予以", "实际", "新", "按期", "及时", "其中", "被诉行政机关", "行政机关", "机关", "主要负责人", "负责人", "行政首长"} {
			if rest, ok := strings.CutPrefix(words, word); ok {
				words, trimmed = rest, true
			}
		}
	}
	return words
}

// thing is what words name, without what every case is called.
func thing(words string) string {
	for _, word := range [...]string{"了", "各类", "的"} {
		words = strings.TrimPrefix(words, word)
	}
	for _, word := range [...]string{"共计", "共", "达", "为", "数", "事项", "案件", "申请", "案"} {
		words = strings.TrimSuffix(words, word)
	}
	return words
}

// isOf reports whether the step that figure before states is of the same object
// as that of figure i. A mere 案件 is that of the same sentence, if of cases.
func isOf(object string, r *report.Report, before, i int) bool {
	f := &r.Figures[before]
	words := ownWords(r, before) + f.Label
	switch name := thing(object); {
	case object == "":
		return true
	case name == "":
		return sentences(r, f, &r.Figures[i]) == 0 && hasAny(words, "案", "申请")
	default:
		return strings.Contains(words, name)
	}
}

// dispositions begin the words of what was decided of the cases heard, refusals
// those of what went no further.
var (
	dispositions = [...]string{"维持", "驳回", "撤销", "变更", "确认", "责令", "终止", "中止", "撤回", "调解", "和解"}
	refusals     = [...]string{"不予", "未", "不符合"}
)

// stageBefore is the figure of the step before that of figure i, -1 when
// nothing is sure to be that.
func stageBefore(r *report.Report, items []bool, i int, s *stage) int {
	f := &r.Figures[i]
	for j := i - 1; j >= 0 && j > i-maxStages && r.Figures[j].Block == f.Block; j-- {
		g := &r.Figures[j]
		if items[j] || g.Kind == report.KindRate || g.Kind == report.KindChange {
			continue
		}
		words := withoutAdverbs(ownWords(r, j))
		switch {
		case g.Unit != f.Unit && sentences(r, g, f) == 0:
			return -1 // what is counted otherwise may add to it: 接待来访80批次
		case g.Unit != f.Unit:
			continue
		case sentences(r, g, f) > 1 || hasPrefix(words, s.verbs):
			return -1 // of something else
		case s.follows(words) && isPlainCount(g):
			return j
		}
	}
	return -1
}

// follows reports whether words are of the step before s.
func (s *stage) follows(words string) bool {
	return hasAny(words, s.earlier...) && !hasAny(words, "不予", "未", "出庭", "结转")
}

// reached is how many cases have reached the step before that of figure i,
// which figure before states, with all that may be listed with it: 办理一审应诉案件36件、二审12件.
func reached(r *report.Report, items []bool, before, i int, s *stage) (sum numeral.Decimal) {
	f := &r.Figures[before]
	for j := max(0, before-maxStages); j < i; j++ {
		g := &r.Figures[j]
		if g.Block != f.Block || g.Unit != f.Unit || items[j] {
			continue
		}
		words := withoutAdverbs(ownWords(r, j))
		if hasPrefix(words, refusals[:]) || !s.carried && hasPrefix(words, dispositions[:]) || hasAny(words, "结转", "旧存") {
			continue
		}
		if j < before && (sentences(r, g, f) > 0 || !s.follows(words) && (isStage(words) || hasAny(words, "案件", "申请"))) {
			sum = numeral.Decimal{} // what stands so far back is of another step
			continue
		}
		if v, ok := g.Decimal(); ok {
			sum = sum.Add(v)
		}
	}
	return sum
}

// isStage reports whether words name a step of a proceeding.
func isStage(words string) bool {
	return hasAny(words, "收到", "接收", "接到", "受理", "立案", "审结", "办结", "结案", "纠错", "出庭")
}

// carriedOver is how many cases of earlier years the sentences of two figures
// state, and whether their paragraph speaks of such in other words too.
func carriedOver(r *report.Report, before, i int) (sum numeral.Decimal, unsure bool) {
	f := &r.Figures[i]
	start, end := sentenceStart(r, &r.Figures[before]), sentenceEnd(r, f)
	words := wordsAbout(r, f, false)
	for j := max(0, before-maxStages); j < len(r.Figures) && j < i+maxStages; j++ {
		g := &r.Figures[j]
		own := ownWords(r, j)
		if g.Span.Start < start || g.Span.End > end || !hasAny(own, "结转", "旧存") || hasAny(own, "下年", "明年", "下一年", "次年") {
			continue
		}
		v, ok := g.Decimal()
		if !ok || g.Unit != f.Unit || !isPlainCount(g) {
			return sum, true
		}
		sum = sum.Add(v)
		words = strings.Replace(words, own, "", 1)
	}
	return sum, explains(words)
}

// ownWords is the words of figure i before its numeral, from the last mark or
// figure on.
func ownWords(r *report.Report, i int) string {
	words := wordsOf(r, i)
	for at := len(words); at > 0; {
		mark, size := utf8.DecodeLastRuneInString(words[:at])
		switch mark {
		case '，', '、', '；', '：', '（', '。', '(', ',', ';', ':':
			return strings.TrimSpace(words[at:])
		}
		at -= size
	}
	return strings.TrimSpace(words)
}

// sentences is how many sentences end between two figures.
func sentences(r *report.Report, a, b *report.Figure) int {
	if a.Span.End > b.Span.Start {
		return 0
	}
	n := 0
	for _, mark := range [...]string{"。", "！", "？", "\n"} {
		n += strings.Count(r.Source.Text[a.Span.End:b.Span.Start], mark)
	}
	return n
}

// farthest bounds how far the ends of a sentence are looked for, in bytes.
const farthest = 600

// sentenceStart is where the sentence of a figure begins.
func sentenceStart(r *report.Report, f *report.Figure) int {
	start := max(r.Blocks[f.Block].Span.Start, f.Span.Start-farthest)
	if at := strings.LastIndexAny(r.Source.Text[start:f.Span.Start], "。！？"); at >= 0 {
		start += at + han
	}
	return start
}

// sentenceEnd is where it ends, before its mark.
func sentenceEnd(r *report.Report, f *report.Figure) int {
	end := min(r.Blocks[f.Block].Span.End, f.Span.End+farthest)
	if at := strings.IndexAny(r.Source.Text[f.Span.End:end], "。！？"); at >= 0 {
		end = f.Span.End + at
	}
	return end
}

// isPlainCount reports whether a figure is an exact number of things, of what
// was done, and not rounded to 万.
func isPlainCount(f *report.Figure) bool {
	return f.Kind == report.KindCount && f.Approx == "" && f.Unit != "" && !f.Hidden && !f.Target && numeral.Step(f.Raw) == 0
}

func hasPrefix(s string, prefixes []string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(s, p) })
}
