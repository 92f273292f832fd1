package check

import (
	"fmt"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// sharesInWords compares shares that are told as people speak with the two counts before them:
//
//   - 评查案卷60份，90分以上的48份，占六成
//   - 示范社区4个，占全部16个社区的三分之一
//   - 辖区共14个社区、2个村。…达到4个，占村（社区）总数的三分之一
//
// They are rounded (四成 of 38%), so only what is far off is told of; and where any two numbers near come to it, nothing.
func (in *Input) sharesInWords(c *collector) {
	r := in.Report
	wholes := wholesOfItems(r)
	for i := 1; i < len(r.Figures) && !c.full(); i++ {
		by := &r.Figures[i]
		if !isExactShare(by) || by.Unit == "%" || r.Blocks[by.Block].Kind == report.BlockRow || !in.follows(i-1) || in.excuses(sentenceOf(r, by)) {
			continue
		}
		part, whole := in.baseOfShare(wholes, i)
		if part < 0 {
			part = i - 1
		}
		if noun := in.placesShared(i); noun != "" {
			in.shareOfPlaces(c, i, noun)
			continue
		}
		if whole < 0 && in.barely(strings.TrimLeft(in.gap(i-1), "，")) == "占" && i >= 2 && in.follows(i-2) && in.picksSome(part) {
			whole = i - 2
		}
		if whole < 0 || !isPlainCount(&r.Figures[part]) || !isPlainCount(&r.Figures[whole]) || !in.Words.SameUnit(r.Figures[part].Unit, r.Figures[whole].Unit) || magnitude(&r.Figures[part]).Cmp(magnitude(&r.Figures[whole])) > 0 || in.someWordsFit(part, by) {
			continue
		}
		in.noteInWords(c, part, magnitude(&r.Figures[whole]), by)
	}
}

// picksSome reports whether the words of a figure say that it counts some of the one before: 优秀的45份, 其中45份.
func (in *Input) picksSome(i int) bool {
	words := ownWords(in.Report, i)
	return strings.HasSuffix(words, "的") || strings.HasPrefix(words, "其中")
}

// inHundreds is a share that is told in words, in percent, and how far from it the true one may be; not ok for others.
func inHundreds(by *report.Figure) (percent, room numeral.Decimal, ok bool) {
	switch v := magnitude(by); {
	case by.Unit == "成":
		return v.Shift(1), numeral.Integer(9), true // 八成 of 88%
	case by.Unit == "" && v.Sign() > 0 && v.Cmp(numeral.Integer(1)) < 0:
		return v.Shift(2), numeral.Integer(6), true
	}
	return numeral.Decimal{}, numeral.Decimal{}, false
}

// isShareInWords reports whether figure by can be the share of a part in a whole.
func isShareInWords(part, whole numeral.Decimal, by *report.Figure) bool {
	percent, room, ok := inHundreds(by)
	return !ok || whole.Sign() <= 0 || percent.Mul(whole).Sub(part.Shift(2)).Abs().Cmp(room.Mul(whole)) <= 0
}

// someWordsFit is someShareFits of a share in words, of a number near or of two of them together.
func (in *Input) someWordsFit(part int, by *report.Figure) bool {
	r := in.Report
	around := in.valuesAround(part, r.Figures[part].Unit)
	for k, a := range around {
		whole := magnitude(&r.Figures[a])
		if isShareInWords(magnitude(&r.Figures[part]), whole, by) {
			return true
		}
		for _, b := range around[k+1:] {
			if isShareInWords(magnitude(&r.Figures[part]), whole.Add(magnitude(&r.Figures[b])), by) {
				return true
			}
		}
	}
	return false
}

func (in *Input) noteInWords(c *collector, part int, whole numeral.Decimal, by *report.Figure) {
	r := in.Report
	p := &r.Figures[part]
	if share, _, ok := numeral.Percent(magnitude(p), whole, 1); ok && !c.says(by.Span) {
		c.note(by.Span, report.Warning, fmt.Sprintf("%s ÷ %s = %s%%，原文写的是“%s”", p.Value, whole, share, c.src.Slice(by.Span)), "请核对这两个数和占比；占比另有口径的，请在文中写明")
	}
}

// placesShared is what share i is of, where it is all of two kinds of places: 村社区 of 占村（社区）总数的.
func (in *Input) placesShared(i int) string {
	name, ok := strings.CutPrefix(strings.TrimLeft(in.gap(i-1), "，"), "占")
	name, of := strings.CutSuffix(name, "的")
	if !ok || !of || in.Words.Wholes.Suffix(name) == 0 {
		return ""
	}
	return twoKindsOfPlaces(name[:len(name)-in.Words.Wholes.Suffix(name)])
}

// shareOfPlaces compares share i of a count with how many such places the report has.
func (in *Input) shareOfPlaces(c *collector, i int, noun string) {
	by, part := &in.Report.Figures[i], i-1
	all, some := in.places(noun)
	if !isPlainCount(&in.Report.Figures[part]) {
		return
	}
	for _, n := range some {
		if isShareInWords(magnitude(&in.Report.Figures[part]), n, by) {
			return
		}
	}
	if all.Sign() > 0 && magnitude(&in.Report.Figures[part]).Cmp(all) <= 0 {
		in.noteInWords(c, part, all, by)
	}
}
