package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// averagesOfNamed compares averages with the total and the number of things before them in
// the sentence, wherever these stand:
//
//   - 举办讲座46场，受众8372人，场均128人; 罚款286.3万元，件均9.68万元
//   - 17个村…培养“法律明白人”86名，平均每村4名
//
// Averages that any total and any number near give, and of things that the sentence does
// not count (日均, 人均学习40学时), are left alone.
func (in *Input) averagesOfNamed(c *collector) {
	r := in.Report
	wholes := wholesOfItems(r)
	for i := 1; i < len(r.Figures) && !c.full(); i++ {
		by := &r.Figures[i]
		if by.Hidden || by.Target || by.Bound != "" || by.Kind != report.KindCount && by.Kind != report.KindAmount || r.Blocks[by.Block].Kind == report.BlockRow || !in.follows(i-1) {
			continue
		}
		if in.averageOfPlaces(c, i) {
			continue
		}
		each := in.averagedBy(in.clauseBefore(i))
		if each == "" || in.countsOtherwise(sentenceOf(r, by)) {
			continue
		}
		total, number := in.totalAndNumber(i, each)
		number = in.allOfList(wholes, number)
		if whole, ok := wholes[total]; ok && each == "案" && in.isTotalOf(whole, i) {
			total = whole // 罚没款386万元，其中罚款341万元、没收45万元，案均罚没
		}
		if number < 0 && each == "案" && total >= 0 {
			number = in.casesBefore(total)
		}
		if total < 0 || number < 0 || in.isListed(total) || in.isListed(number) && strings.Contains(in.gap(i-1), "（") || c.says(by.Span) || strings.Contains(ownWords(r, total), "其中") || in.isOfSome(total, each) || in.someAverageFits(i, each) || in.fewerFit(i, total, each) {
			continue
		}
		c.note(by.Span, report.Warning, fmt.Sprintf("“%s”按“%s”平均，不是“%s”", c.src.Slice(r.Figures[total].Span), c.src.Slice(r.Figures[number].Span), c.src.Slice(by.Span)), averageAdvice)
	}
}

// casesBefore is the nearest number of cases before figure i in its paragraph, -1 for none: what 案均 is of may stand a
// sentence before the money.
func (in *Input) casesBefore(i int) int {
	r := in.Report
	for j := i - 1; j >= 0 && j > i-farthestValue && r.Figures[j].Block == r.Figures[i].Block; j-- {
		if !isPlainCount(&r.Figures[j]) || !in.countsEach(j, "案") {
			continue
		}
		own := in.withoutAdverbs(ownWords(r, j))
		if in.Words.CheckNegations.Prefix(own) > 0 || in.Words.CheckRests.Prefix(own) > 0 || in.Words.CarriedOver.In(own) {
			return -1 // 立案60件，未结6件。罚款120万元，案均2万元: of which of those before, nobody can say
		}
		return j
	}
	return -1
}

const averageAdvice = "请核对总数、个数和平均数"

// countsOtherwise reports whether words say that a mean is of fewer or of other things than those
// counted beside it. What was carried over is counted as well as the rest.
func (in *Input) countsOtherwise(words string) bool {
	return in.Words.CheckBases.In(words) || in.Words.CheckOverlapSaid.In(words) || strings.Contains(words, "除") && strings.Contains(words, "外")
}

// isOfSome reports whether the words of a total say that it is of some only of what is divided by:
// 第一期至第四期培训新任人员312名 of 14期.
func (in *Input) isOfSome(total int, each string) bool {
	words := wordsOf(in.Report, total)
	return strings.Contains(words, each) && in.Words.CheckOrdinals.In(words)
}

// averagedBy is what words before an average divide by: 场 of 场均, 村 of 平均每村, 社区 of 社区平均 and
// of 平均每个社区; "" where they speak of something else than the mean of what stands before.
func (in *Input) averagedBy(words string) string {
	if n := in.Words.CheckAveragesBy.Prefix(words); n > 0 {
		_, size := utf8.DecodeRuneInString(words)
		if rest := words[n:]; len(rest) <= 2*han {
			return words[:size]
		}
	}
	if noun, ok := strings.CutSuffix(words, "平均"); ok {
		if each, ok := strings.CutPrefix(noun, "每"); ok && len(each) == han && !strings.ContainsAny(each, "天日周月年季") {
			return each // 每期平均
		}
		if len(noun) >= 2*han && len(noun) <= 4*han && !in.Words.UnitsOfTime.Has(noun) {
			return noun
		}
		return ""
	}
	n := in.Words.CheckAverages.Prefix(words)
	if n == 0 {
		return ""
	}
	each := words[n:]
	if noun, ok := strings.CutPrefix(each, "个"); ok && noun != "" {
		each = noun
		if len(noun) <= 3*han {
			return noun
		}
	}
	r, size := utf8.DecodeRuneInString(each)
	if size == 0 || len(each) > 6*han || strings.ContainsRune("天日周月年季", r) || numeral.IsDigit(r) {
		return ""
	}
	return each[:size]
}

// clauseBefore is what stands before figure i from the last ， or 、 on, without what brackets
// add: 平均每村 of 平均每村（社区）4名.
func (in *Input) clauseBefore(i int) string {
	words := in.gap(i - 1)
	if at := strings.LastIndexAny(words, "，；、"); at >= 0 {
		words = words[at+han:]
	}
	before, bracket, _ := strings.Cut(words, "（")
	_, after, _ := strings.Cut(bracket, "）")
	return before + after
}

// totalAndNumber are the nearest total that average i can be of, right before it, and the
// nearest number of what it is divided by.
func (in *Input) totalAndNumber(i int, each string) (total, number int) {
	r := in.Report
	total, number = -1, -1
	for j := i - 1; j >= 0 && j > i-farthestValue && r.Figures[j].Block == r.Figures[i].Block && sentences(r, &r.Figures[j], &r.Figures[i]) == 0; j-- {
		if strings.Contains(in.gap(j), "；") {
			break // what follows is told of something else
		}
		if _, past := in.pastIn(ownWords(r, j)); past || !isPlainValue(&r.Figures[j]) || number < 0 && strings.Contains(ownWords(r, j), "其中") && in.countsEach(j, each) {
			continue
		}
		switch {
		case total < 0 && j >= i-2 && in.isTotalOf(j, i):
			total = j
		case number < 0 && in.countsEach(j, each):
			number = j
		}
	}
	for j := i + 1; number < 0 && j < len(r.Figures) && j <= i+2 && r.Figures[j].Block == r.Figures[i].Block && sentences(r, &r.Figures[i], &r.Figures[j]) == 0; j++ {
		if isPlainValue(&r.Figures[j]) && in.countsEach(j, each) {
			number = j
		}
	}
	return total, number
}

// isTotalOf reports whether figure j counts what figure i averages: 人次 and 人, money and money.
func (in *Input) isTotalOf(j, i int) bool {
	f, by := &in.Report.Figures[j], &in.Report.Figures[i]
	if f.Kind != by.Kind || inYuan(f).Cmp(inYuan(by)) <= 0 || in.isAverage(j) {
		return false
	}
	return f.Kind == report.KindAmount || in.Words.SameUnit(f.Unit, by.Unit) || in.unitSort(f.Unit) == in.unitSort(by.Unit) || strings.HasPrefix(f.Unit, by.Unit) || strings.HasPrefix(by.Unit, f.Unit) || by.Unit == "次" && strings.HasSuffix(f.Unit, "次")
}

// inYuan is a value, of money in 元.
func inYuan(f *report.Figure) numeral.Decimal { return magnitude(f).Shift(yuanShift(f)) }

// yuanShift is how many zeros the unit of an amount stands for: 4 of 万元.
func yuanShift(f *report.Figure) int {
	switch {
	case f.Kind != report.KindAmount:
	case strings.HasPrefix(f.Unit, "亿"):
		return 8
	case strings.HasPrefix(f.Unit, "万"):
		return 4
	}
	return 0
}

// countsEach reports whether figure j counts what each stands for: 46场次 for 场, 9个司法所 for 所.
func (in *Input) countsEach(j int, each string) bool {
	r := in.Report
	f := &r.Figures[j]
	if f.Kind != report.KindCount || in.isAverage(j) {
		return false
	}
	if strings.Contains(f.Unit, each) || each == "人" && in.Words.UnitsOfPeople.Prefix(f.Unit) > 0 {
		return true
	}
	if m, ok := in.Words.CheckAveragedThings.At(each, 0); ok && m.End == len(each) && in.Words.SameUnit(f.Unit, in.Words.CheckAveragedThings.Reading(m)) {
		return true
	}
	noun := r.Source.Text[f.Span.End:min(len(r.Source.Text), f.Span.End+6*han)]
	if at := strings.IndexAny(noun, "，。；、：（）\n0123456789"); at >= 0 {
		noun = noun[:at]
	}
	return strings.Contains(noun, each)
}

// someAverageFits reports whether average i is what any total near it gives with any number near it,
// or with those of a list added up.
func (in *Input) someAverageFits(i int, each string) bool {
	r := in.Report
	by := &r.Figures[i]
	var sum numeral.Decimal // of the list that figure j stands in, up to it
	for j := max(0, i-farthestValue); j < len(r.Figures) && j < i+farthestValue/2; j++ {
		of := &r.Figures[j]
		if j == i || of.Block != by.Block || !in.countsEach(j, each) {
			sum = numeral.Decimal{}
			continue
		}
		if sum = sum.Add(magnitude(of)); j == 0 || !in.isListedWith(j-1) {
			sum = magnitude(of)
		}
		for k := max(0, i-farthestValue); k < len(r.Figures) && k < i+farthestValue/2; k++ {
			if total := &r.Figures[k]; k != i && k != j && total.Block == by.Block && in.isTotalOf(k, i) &&
				(in.isMean(total, magnitude(of), in.slackOf(of), by) || in.isMean(total, sum, in.slackOf(of), by)) {
				return true
			}
		}
	}
	return false
}

// fewerFit reports whether average i is that of a number near it without another: 立案250件，罚没款500万元，其中不予处罚50件，案均2.5万元.
func (in *Input) fewerFit(i, total int, each string) bool {
	r := in.Report
	var numbers []numeral.Decimal
	for j := max(0, i-farthestValue); j < i; j++ {
		if r.Figures[j].Block == r.Figures[i].Block && in.countsEach(j, each) {
			numbers = append(numbers, magnitude(&r.Figures[j]))
		}
	}
	for _, a := range numbers {
		for _, b := range numbers {
			if a.Cmp(b) > 0 && in.isMean(&r.Figures[total], a.Sub(b), numeral.Decimal{}, &r.Figures[i]) {
				return true
			}
		}
	}
	return false
}

// isMean reports whether by can be a total divided by a number, near it where it is told as such (约).
func (in *Input) isMean(total *report.Figure, number, slack numeral.Decimal, by *report.Figure) bool {
	a, slackA := inYuan(total), in.slackOf(total).Shift(yuanShift(total))
	if !by.Exact() {
		product, room := inYuan(by).Mul(number), a.Mul(numeral.Integer(3)) // within three tenths
		return product.Sub(a).Abs().Shift(1).Cmp(room) <= 0
	}
	back := -yuanShift(by)
	return fits(a.Shift(back), slackA.Shift(back), number, slack, by)
}
