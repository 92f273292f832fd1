package check

import (
	"fmt"
	"strings"
)

// twoYearSums compares 全年普法投入63万元，两年累计投入181万元，其中2023年55万元 with the two years. Another value before
// them of the same name, or one that makes the sum right, keeps it silent.
func (in *Input) twoYearSums(c *collector) {
	r := in.Report
	for i := 1; i+1 < len(r.Figures) && !c.full(); i++ {
		now, total, was := &r.Figures[i-1], &r.Figures[i], &r.Figures[i+1]
		if !isPlainValue(total) || !isPlainValue(was) || !isPlainValue(now) || total.Unit != was.Unit || total.Unit != now.Unit || !in.follows(i-1) || !in.follows(i) || c.says(total.Span) {
			continue
		}
		deed, ok := in.overTwoYears(ownWords(r, i))
		if !ok || !strings.HasPrefix(in.gap(i-1), "，") || !strings.Contains(ownWords(r, i-1), deed) || !in.isAllOfThisYear(i-1) || !in.isAllOfYearBefore(i+1) {
			continue
		}
		sum := magnitude(now).Add(magnitude(was))
		if sum.Cmp(magnitude(total)) == 0 || in.excuses(sentenceOf(r, total)) {
			continue
		}
		right := false
		for _, j := range in.valuesBefore(i) {
			right = right || j != i-1 && strings.Contains(ownWords(r, j), deed) || magnitude(&r.Figures[j]).Add(magnitude(was)).Cmp(magnitude(total)) == 0
		}
		if !right {
			c.add(total.Span, fmt.Sprintf("“%s”加上“%s”是%s，原文写的两年合计是“%s”", c.src.Slice(now.Span), c.src.Slice(was.Span), sum, c.src.Slice(total.Span)), "请核对两年的数和合计；另有别的年份或者别的项目的，请在文中写明")
		}
	}
}

// overTwoYears is what words say was done over two years: 投入 of 近两年累计投入.
func (in *Input) overTwoYears(words string) (deed string, ok bool) {
	_, deed, ok = strings.Cut(words, "两年")
	n := in.Words.CheckOverYears.Prefix(deed)
	for ok && n > 0 && deed != "" {
		deed = deed[n:]
		n = in.Words.CheckOverYears.Prefix(deed)
	}
	return deed, ok && len(deed) >= 2*han
}

// isAllOfThisYear reports whether figure i is none of a list or of some only, nor of another year.
func (in *Input) isAllOfThisYear(i int) bool {
	year, _, _ := yearIn(ownWords(in.Report, i))
	return in.standsAlone(i) && !in.Words.CheckOtherPeriods.In(ownWords(in.Report, i)) && (year == 0 || year == in.Report.Year)
}

// isAllOfYearBefore reports whether the words of figure i only say that it is of the year before: 其中2023年.
func (in *Input) isAllOfYearBefore(i int) bool {
	r := in.Report
	words := strings.TrimPrefix(ownWords(r, i), "其中")
	year, at, end := yearIn(words)
	alone := year == r.Year-1 && at == 0 && in.trimTail(words[end:]) == ""
	return alone && in.endsClauseAt(r.Figures[i].Span.End) && !(in.follows(i) && r.Figures[i+1].Unit == r.Figures[i].Unit)
}
