package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// share is one item of a list of shares: its figure, and the words that name it.
type share struct {
	figure int
	name   string
}

// sharesOver reports shares of one whole that are more than all of it: 物业类占45%，噪声类占40%，停车类占25%.
// They are of one whole where the last is that of all others, or where all are kinds of the
// same thing (民事案件, 刑事案件, 行政案件); what one and the same can be (党员, 本科以上) may add up to more.
func (in *Input) sharesOver(c *collector) {
	r := in.Report
	for i := 0; i < len(r.Figures); i++ {
		list := in.sharesFrom(i)
		if len(list) < 2 {
			continue
		}
		i = list[len(list)-1].figure
		if !in.ofOneWhole(list) {
			continue
		}
		sum, most := addShares(r, list)
		if sum.Cmp(most) <= 0 {
			continue
		}
		first, last := &r.Figures[list[0].figure], &r.Figures[i]
		c.add(report.Span{Start: first.Span.Start, End: last.Span.End}, fmt.Sprintf("各项占比相加是%s%%，超过了100%%", sum), "请核对各项的占比；各项之间有交叉的，请在文中说明")
	}
}

// sharesFrom is the list of shares that begins with figure i. Between two of them may stand
// one count each (物业类400件，占46.5%).
func (in *Input) sharesFrom(i int) []share {
	r := in.Report
	var list []share
	at := max(r.Figures[i].QuoteSpan.Start, sentenceStart(r, &r.Figures[i]))
	for j := i; j < len(r.Figures) && len(list) < maxListed; j++ {
		counted := -1
		if isPlainCount(&r.Figures[j]) && j+1 < len(r.Figures) {
			counted = j
			j++
		}
		f := &r.Figures[j]
		if f.Block != r.Figures[i].Block || f.Span.Start < at || f.Unit != "%" || f.Kind != report.KindRate || f.Hidden || f.Target || !f.Exact() {
			break
		}
		words := r.Source.Text[at:f.Span.Start]
		if counted >= 0 {
			c := r.Figures[counted].Span
			if c.Start < at || c.End > f.Span.Start || !in.saysShare(strings.TrimLeft(r.Source.Text[c.End:f.Span.Start], "，、")) {
				break
			}
			words = r.Source.Text[at:c.Start]
		} else if words = in.cutShare(words); words == "" {
			break
		}
		words = strings.TrimPrefix(strings.Trim(words, "，、；：的 "), "其中")
		if words == "" || len(words) > 20*han || strings.ContainsAny(words, "。\r\n\t") {
			break
		}
		list = append(list, share{j, afterMark(words)})
		at = f.Span.End
	}
	return list
}

// afterMark is words behind their last ，, ： or ；.
func afterMark(words string) string {
	at := strings.LastIndexAny(words, "，：；")
	if at < 0 {
		return words
	}
	_, size := utf8.DecodeRuneInString(words[at:])
	return words[at+size:]
}

// saysShare reports whether words say no more than that a share follows: 占, 占比为.
func (in *Input) saysShare(words string) bool {
	return words != "" && in.cutShare("件"+words) == "件"
}

// cutShare takes 占 or 占比为 off the end of words, and is "" where they end otherwise: 占全省的
// is a share of another whole.
func (in *Input) cutShare(words string) string {
	if n := in.Words.Shares.Suffix(words); n > 0 {
		return words[:len(words)-n]
	}
	words = strings.TrimRight(words, "为达是")
	name, ok := strings.CutSuffix(words, "占比")
	if !ok {
		return ""
	}
	return name
}

// ofOneWhole reports whether shares are of kinds that do not overlap.
func (in *Input) ofOneWhole(list []share) bool {
	if slices.ContainsFunc(list, func(s share) bool {
		return in.Words.CheckOverlapping.In(s.name) || strings.Contains(s.name, "以上") || strings.Contains(s.name, "以下")
	}) {
		return false
	}
	if in.isRest(list[len(list)-1].name) {
		return true
	}
	kinds := func(ending string) bool {
		return !slices.ContainsFunc(list, func(s share) bool { return !strings.HasSuffix(s.name, ending) || s.name == ending })
	}
	return len(list) > 2 && (kinds("类") || kinds("案件")) // 网办件, 即办件 may be the same
}

// addShares is the sum of shares and the most that it may be, for each may be rounded up.
func addShares(r *report.Report, list []share) (sum, most numeral.Decimal) {
	decimals := 9
	for _, s := range list {
		v, _ := r.Figures[s.figure].Decimal()
		sum = sum.Add(v)
		decimals = min(decimals, numeral.Decimals(r.Figures[s.figure].Raw))
	}
	half, _ := numeral.Parse("0." + strings.Repeat("0", decimals) + "5")
	return sum, numeral.Integer(100).Add(half.Mul(numeral.Integer(int64(len(list)))))
}
