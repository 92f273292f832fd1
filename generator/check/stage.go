package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// stage is a step of a proceeding, which no more cases can reach than the step
// before.
type stage struct {
	verbs   *lexicon.Set
	earlier *lexicon.Set // what the step before is called
	carried bool         // cases of earlier years may reach it
}

// stages are the steps that are compared.
func (in *Input) stages() []stage {
	w := in.Words
	return []stage{
		{w.CheckStepAccepted, w.CheckStepReceived, true},
		{w.CheckStepClosed, w.CheckStepAccepted, true},
		{w.CheckStepCorrected, w.CheckStepClosed, false},
		{w.CheckStepAppeared, w.CheckStepSued, false},
	}
}

// maxStages is how many figures back the step before is looked for.
const maxStages = 12

// laterStage reports figure i when it is of a step and more than its paragraph
// states of the step before: 收到行政复议申请120件，依法受理126件. Cases carried over are added where
// their number is stated: 上年结转9件，新受理120件，审结131件.
func (in *Input) laterStage(c *collector, items []bool, i int) {
	r := in.Report
	f := &r.Figures[i]
	if in.unitSort(f.Unit) != "件" || items[i] {
		return
	}
	s, verb, object := in.stageOf(ownWords(r, i))
	if s == nil || !isPlainCount(f) {
		return
	}
	before := in.stageBefore(items, i, s)
	if before < 0 || !in.isOf(object, before, i) {
		return
	}
	n, okN := f.Decimal()
	least, okL := r.Figures[before].Decimal()
	if !okN || !okL || n.Cmp(least) <= 0 {
		return
	}
	most := in.reached(items, before, i, s)
	if n.Cmp(most) <= 0 {
		return
	}
	carried, unsure := in.carriedOver(before, i)
	if s.carried {
		most = most.Add(carried)
	}
	start := sentenceStart(r, &r.Figures[before])
	if n.Cmp(most) <= 0 || unsure || in.otherPeriod(r.Source.Text[start:f.Span.Start], r.Year) {
		return
	}
	with := ""
	if s.carried && carried.Sign() > 0 {
		with = fmt.Sprintf("加上结转的“%s%s”", carried, f.Unit)
	}
	c.note(f.Span, report.Warning, fmt.Sprintf("“%s%s”多于前面的“%s”%s，没有说明多出的从何而来", verb, r.Printed(f), r.Printed(&r.Figures[before]), with),
		"请核对这几个数；如果包含以前年度的，请写明，如“（含上年结转9件）”")
}

// otherPeriod reports whether words speak of a part of the year or of others.
func (in *Input) otherPeriod(words string, year int) bool {
	if in.Words.CheckOtherPeriods.In(words) {
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
func (in *Input) stageOf(words string) (s *stage, verb, object string) {
	words = in.withoutAdverbs(words)
	for _, s := range in.stages() {
		if n := s.verbs.Prefix(words); n > 0 {
			return &s, words[:n], words[n:]
		}
	}
	return nil, "", ""
}

// withoutAdverbs takes off what says nothing of which step it is.
func (in *Input) withoutAdverbs(words string) string {
	for {
		n := in.Words.CheckAdverbs.Prefix(words)
		if n == 0 {
			return words
		}
		words = words[n:]
	}
}

// thing is what words name, without what every case is called.
func (in *Input) thing(words string) string {
	for _, word := range [...]string{"了", "各类", "的"} {
		words = strings.TrimPrefix(words, word)
	}
	for {
		words = in.trimTail(words)
		n := in.Words.CheckCaseNouns.Suffix(words)
		if n == 0 {
			return words
		}
		words = words[:len(words)-n]
	}
}

// isOf reports whether the step that figure before states is of the same object
// as that of figure i. A mere 案件 is that of the same sentence, if of cases.
func (in *Input) isOf(object string, before, i int) bool {
	r := in.Report
	f := &r.Figures[before]
	words := ownWords(r, before) + f.Label
	switch name := in.thing(object); {
	case object == "":
		return true
	case name == "":
		return sentences(r, f, &r.Figures[i]) == 0 && in.Words.CheckCaseNouns.In(words)
	default:
		return strings.Contains(words, name)
	}
}

// stageBefore is the figure of the step before that of figure i, -1 when
// nothing is sure to be that.
func (in *Input) stageBefore(items []bool, i int, s *stage) int {
	r := in.Report
	f := &r.Figures[i]
	for j := i - 1; j >= 0 && j > i-maxStages && r.Figures[j].Block == f.Block; j-- {
		g := &r.Figures[j]
		if items[j] || g.Kind == report.KindRate || g.Kind == report.KindChange {
			continue
		}
		words := in.withoutAdverbs(ownWords(r, j))
		switch {
		case g.Unit != f.Unit && sentences(r, g, f) == 0:
			return -1 // what is counted otherwise may add to it: 接待来访80批次
		case g.Unit != f.Unit:
			continue
		case sentences(r, g, f) > 1 || s.verbs.Prefix(words) > 0:
			return -1 // of something else
		case s.follows(in, words) && isPlainCount(g):
			return j
		}
	}
	return -1
}

// follows reports whether words are of the step before s.
func (s *stage) follows(in *Input, words string) bool {
	return s.earlier.In(words) && !in.Words.CheckRefused.In(words) && !in.Words.CheckStepAppeared.In(words) && !in.Words.CheckCarriedOver.In(words)
}

// reached is how many cases have reached the step before that of figure i,
// which figure before states, with all that may be listed with it: 办理一审应诉案件36件、二审12件.
func (in *Input) reached(items []bool, before, i int, s *stage) (sum numeral.Decimal) {
	r := in.Report
	f := &r.Figures[before]
	for j := max(0, before-maxStages); j < i; j++ {
		g := &r.Figures[j]
		if g.Block != f.Block || g.Unit != f.Unit || items[j] {
			continue
		}
		words := in.withoutAdverbs(ownWords(r, j))
		if in.Words.CheckRefused.Prefix(words) > 0 || !s.carried && in.Words.CheckDispositions.Prefix(words) > 0 || in.Words.CheckCarriedOver.In(words) {
			continue
		}
		if j < before && (sentences(r, g, f) > 0 || !s.follows(in, words) && (in.isStage(words) || in.Words.CheckCaseNouns.In(words))) {
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
func (in *Input) isStage(words string) bool {
	w := in.Words
	return slices.ContainsFunc([]*lexicon.Set{w.CheckStepReceived, w.CheckStepAccepted, w.CheckStepFiled, w.CheckStepClosed, w.CheckStepCorrected, w.CheckStepAppeared},
		func(step *lexicon.Set) bool { return step.In(words) })
}

// carriedOver is how many cases of earlier years the sentences of two figures
// state, and whether their paragraph speaks of such in other words too.
func (in *Input) carriedOver(before, i int) (sum numeral.Decimal, unsure bool) {
	r := in.Report
	f := &r.Figures[i]
	start, end := sentenceStart(r, &r.Figures[before]), sentenceEnd(r, f)
	words := wordsAbout(r, f, false)
	for j := max(0, before-maxStages); j < len(r.Figures) && j < i+maxStages; j++ {
		g := &r.Figures[j]
		own := ownWords(r, j)
		if g.Span.Start < start || g.Span.End > end || !in.Words.CheckCarriedOver.In(own) || in.Words.HeadingComing.In(own) {
			continue
		}
		v, ok := g.Decimal()
		if !ok || g.Unit != f.Unit || !isPlainCount(g) {
			return sum, true
		}
		sum = sum.Add(v)
		words = strings.Replace(words, own, "", 1)
	}
	return sum, in.explains(words)
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
	return f.Kind == report.KindCount && f.Exact() && f.Unit != "" && !f.Hidden && !f.Target && numeral.Step(f.Raw) == 0
}
