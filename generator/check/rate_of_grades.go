package check

import (
	"fmt"
	"slices"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// ratesOfGrades compares rates with a list of grades before them: 优秀案卷126卷、合格案卷321卷、不合格案卷13卷，合格率（含优秀）为
// 79.2%. Which of the grades a rate counts the text need not say: it is told only where none of them, and no
// sum of some, comes to it.
func (in *Input) ratesOfGrades(c *collector) {
	r := in.Report
	for i := 2; i < len(r.Figures) && !c.full(); i++ {
		by := &r.Figures[i]
		if !isExactShare(by) || by.Unit != "%" || r.Blocks[by.Block].Kind == report.BlockRow || !in.isAfterComma(i) || c.says(by.Span) {
			continue
		}
		list := in.gradesBefore(i)
		if len(list) < 2 || len(list) > 6 || !in.areGradesOf(list, in.gradeOfRate(i)) || in.changesBase(strings.ReplaceAll(sentenceOf(r, by), "含优秀", "")) {
			continue
		}
		if of := in.noGradesFit(list, by); of >= 0 {
			c.note(by.Span, report.Warning, fmt.Sprintf("“%s”等%d项，单独算或者相加，占“%s”都不是“%s”", r.Source.Slice(wordsTo(r, list[0])), len(list), r.Printed(&r.Figures[of]), r.Printed(by)),
				"请核对总数、各档的数和比率；比率另有口径的，请在文中写明")
		}
	}
}

// wordsTo is figure i with the words of its own before it.
func wordsTo(r *report.Report, i int) report.Span {
	f := &r.Figures[i]
	return report.Span{Start: f.Span.Start - len(ownWords(r, i)), End: f.Span.End}
}

// isAfterComma reports whether a comma stands before the clause of figure i, in its sentence.
func (in *Input) isAfterComma(i int) bool {
	r := in.Report
	return r.Figures[i-1].Block == r.Figures[i].Block && sentences(r, &r.Figures[i-1], &r.Figures[i]) == 0 && strings.HasPrefix(r.Source.Text[r.Figures[i-1].Span.End:], "，")
}

// gradeOfRate is what a rate counts: 合格 of 合格率（含优秀）为; "" for other words.
func (in *Input) gradeOfRate(i int) string {
	words := strings.TrimLeft(in.Report.Source.Text[in.Report.Figures[i-1].Span.End:in.Report.Figures[i].Span.Start], "，")
	words = strings.TrimRight(words, "为达到是")
	if at := strings.LastIndex(words, "（"); at >= 0 && strings.HasPrefix(words[at:], "（含") && strings.HasSuffix(words, "）") {
		words = words[:at]
	}
	name, ok := strings.CutSuffix(words, "率")
	if !ok || strings.ContainsAny(name, "，、；：（）") {
		return ""
	}
	return name
}

// gradesBefore are the items of the nearest list before figure i in its sentence.
func (in *Input) gradesBefore(i int) []int {
	r := in.Report
	j := i - 1
	for j >= 0 && j > i-4 && r.Figures[j].Kind != report.KindCount && sentences(r, &r.Figures[j], &r.Figures[i]) == 0 {
		j-- // 优良率87%，合格率97%
	}
	if j < 0 || r.Figures[j].Block != r.Figures[i].Block || sentences(r, &r.Figures[j], &r.Figures[i]) > 0 {
		return nil
	}
	list := []int{j}
	for list[0] > 0 && len(list) <= maxListed && in.isListedWith(list[0]-1) && strings.HasPrefix(in.gap(list[0]-1), "、") {
		list = slices.Insert(list, 0, list[0]-1)
	}
	return list
}

// areGradesOf reports whether the items of a list are grades of which a name is one or several: 合格 and 优良 of 优秀、良好、
// 合格、不合格.
func (in *Input) areGradesOf(list []int, name string) bool {
	var all strings.Builder
	for _, j := range list {
		all.WriteString(ownWords(in.Report, j))
	}
	return len(name) >= 2*han && in.Words.CheckGrades.In(all.String()) && strings.IndexFunc(name, func(r rune) bool { return !strings.ContainsRune(all.String(), r) }) < 0
}

// noGradesFit is the whole that a list is of, the nearest count before it that is not less than its sum, where no sum
// of its items is the share of it that is printed; -1 where one is, or there is no whole.
func (in *Input) noGradesFit(list []int, by *report.Figure) int {
	r := in.Report
	whole, sums := -1, sumsOf(r, list)
	total := sums[len(sums)-1]
	wholes := []numeral.Decimal{total}
	for _, j := range in.valuesBefore(list[0]) {
		if wholes = append(wholes, magnitude(&r.Figures[j])); whole < 0 && magnitude(&r.Figures[j]).Cmp(total) >= 0 {
			whole = j
		}
	}
	for _, w := range wholes {
		for _, sum := range sums {
			if shareFits(sum, w, by) {
				return -1
			}
		}
	}
	return whole
}

// sumsOf are the sums of all choices of some figures, the last of them that of all.
func sumsOf(r *report.Report, figures []int) []numeral.Decimal {
	sums := []numeral.Decimal{{}}
	for _, j := range figures {
		for _, sum := range slices.Clone(sums) {
			sums = append(sums, sum.Add(magnitude(&r.Figures[j])))
		}
	}
	return sums
}
