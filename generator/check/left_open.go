package check

import (
	"fmt"
	"slices"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// leftOpen compares what is left at the end of the year with what was there at its beginning,
// what came and what went, wherever of these it stands:
//
//   - 年初结转31件，新收1043件，办结1049件，年末在办25件
//   - 原有312项，新增14项，取消23项，现有303项
//   - 在册27人，年初25人，新接收19人，解除17人
//
// Any numbers near that make it right keep it silent: of the clauses of its sentence if these tell
// all of it, else of the sentence before too.
func (in *Input) leftOpen(c *collector, i int) {
	r := in.Report
	f := &r.Figures[i]
	own := ownWords(r, i)
	if !isPlainCount(f) || r.Blocks[f.Block].Kind == report.BlockRow {
		return
	}
	var around []int
	switch {
	case i >= 2 && (in.Words.CheckLeftOpen.Prefix(own) > 0 || in.isLeftNow(own, in.valuesBefore(i))):
		around = in.countsOfCourse(i)
	case i+3 < len(r.Figures) && in.follows(i) && in.isOpening(ownWords(r, i+1)) && (in.Words.CheckLeftOpen.In(own) || in.Words.CheckLeftNow.In(own) || strings.Contains(own, "在册")):
		around = in.countsBehind(i)
	default:
		return
	}
	carried, came, done := in.courseOf(around)
	if came < 0 || done < 0 || c.says(f.Span) || in.courseFits(magnitude(f), around, carried) || carried < 0 && in.Words.CheckLeftOpen.Prefix(own) == 0 {
		return
	}
	sum, words := magnitude(&r.Figures[came]), r.Figures[came].Value
	if carried >= 0 && !in.isAllHandled(came) {
		sum, words = sum.Add(magnitude(&r.Figures[carried])), r.Figures[carried].Value+" + "+words
	} else if !in.isAllHandled(came) {
		return // what was there before is not told
	}
	rest := sum.Sub(magnitude(&r.Figures[done]))
	c.note(f.Span, report.Warning, fmt.Sprintf("%s − %s = %s，原文写的是“%s%s”", words, r.Figures[done].Value, rest, own, r.Printed(f)), "请核对这几个数；另有别的去向的，请在文中写明")
}

// countsOfCourse are the counts before figure i in its sentence, up to a ；, if these tell what was there, what came and what
// went; else those of the sentence before too. The nearest are first.
func (in *Input) countsOfCourse(i int) []int {
	r := in.Report
	const most = 8 // each with each is tried
	var counts []int
	for j := i - 1; j >= 0 && j > i-farthestValue && in.follows(j); j-- {
		if isPlainCount(&r.Figures[j]) && in.Words.SameUnit(r.Figures[j].Unit, r.Figures[i].Unit) {
			counts = append(counts, j)
		}
	}
	if carried, came, done := in.courseOf(counts); carried >= 0 && came >= 0 && done >= 0 && len(counts) <= most {
		return counts
	}
	counts = nil
	for j := i - 1; j >= 0 && j > i-farthestValue && len(counts) < most && r.Figures[j].Block == r.Figures[i].Block && sentences(r, &r.Figures[j], &r.Figures[i]) < 2; j-- {
		if isPlainCount(&r.Figures[j]) && in.Words.SameUnit(r.Figures[j].Unit, r.Figures[i].Unit) {
			counts = append(counts, j)
		}
	}
	return counts
}

// countsBehind are the counts of figure i's unit behind it in its clauses.
func (in *Input) countsBehind(i int) []int {
	r := in.Report
	const most = 6
	var counts []int
	for j := i + 1; j < len(r.Figures) && len(counts) < most && in.follows(j-1); j++ {
		if isPlainCount(&r.Figures[j]) && in.Words.SameUnit(r.Figures[j].Unit, r.Figures[i].Unit) {
			counts = append(counts, j)
		}
	}
	return counts
}

// isOpening reports whether words before a count say what was there at the beginning: 年初, 原有.
func (in *Input) isOpening(words string) bool { return in.Words.CheckStock.In(words) }

// courseOf are, of counts, what was carried over from before, what came, and what was done;
// -1 where the text does not tell, or tells it of several.
func (in *Input) courseOf(counts []int) (carried, came, done int) {
	carried, came, done = -1, -1, -1
	for _, j := range counts {
		own := ownWords(in.Report, j)
		words, isNew := in.withoutAdverbs(own), strings.Contains(own, "新")
		switch {
		case strings.Contains(own, "其中"):
		case in.Words.CarriedOver.In(words) && !in.Words.CheckComing.In(words) && !isNew || in.isOpening(own):
			carried = j
		case in.Words.CheckStepClosed.Prefix(words) > 0 || strings.HasPrefix(own, "已结") || in.Words.CheckResultsCarried.Prefix(words) > 0 || in.Words.CheckGoing.Prefix(words) > 0 && !in.isOutcome(own):
			if done < 0 {
				done = j
			}
		case came < 0 && (in.isAllHandled(j) || isNew || in.isStage(words) || in.Words.CheckComing.Prefix(words) > 0):
			came = j
		}
	}
	return carried, came, done
}

// isAllHandled reports whether the words before a count say that it holds what was carried over too:
// 共办理137件.
func (in *Input) isAllHandled(j int) bool {
	words := ownWords(in.Report, j)
	return in.saysSum(words) && in.Words.CheckHandled.In(words)
}

// courseFits reports whether what is left is what up to three counts leave when up to three
// others, of this year, are taken away.
func (in *Input) courseFits(left numeral.Decimal, counts []int, carried int) bool {
	away := slices.DeleteFunc(slices.Clone(counts), func(j int) bool { return j == carried })
	var fits func(sum numeral.Decimal, from, more int) bool
	fits = func(sum numeral.Decimal, from, more int) bool {
		if in.addUpTo(sum, counts, 3) {
			return true
		}
		for k := from; more > 0 && k < len(away); k++ {
			if fits(sum.Add(magnitude(&in.Report.Figures[away[k]])), k+1, more-1) {
				return true
			}
		}
		return false
	}
	return fits(left, 0, 3)
}

// withCarried compares 加上结转的19件，共审理287件 with the counts before it in its paragraph, to one
// of which, or two, what was carried over has to be added.
func (in *Input) withCarried(c *collector, i int) {
	r := in.Report
	f := &r.Figures[i]
	if i < 2 || !isPlainCount(f) || !in.follows(i-1) || r.Figures[i-1].Unit != f.Unit || !isPlainCount(&r.Figures[i-1]) || !in.saysSum(in.gap(i-1)) || len(in.gap(i-1)) > 10*han {
		return
	}
	added := ownWords(r, i-1)
	if !strings.HasPrefix(added, "加上") && !strings.HasPrefix(added, "加") || !in.Words.CarriedOver.In(added) {
		return
	}
	counts := slices.DeleteFunc(in.valuesAround(i, f.Unit), func(j int) bool { return j >= i-1 })
	if len(counts) == 0 || c.says(f.Span) {
		return
	}
	if came := magnitude(f).Sub(magnitude(&r.Figures[i-1])); !in.addUpTo(came, counts, 2) {
		c.note(f.Span, report.Warning, fmt.Sprintf("“%s”减去结转的“%s”是%s，前面没有哪个数是这么多", r.Printed(f), r.Printed(&r.Figures[i-1]), came), "请核对这几个数")
	}
}
