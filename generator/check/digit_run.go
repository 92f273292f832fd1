package check

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// maxCode is how many characters the longest number of a person or an account
// has.
const maxCode = 19

// group is a run of digits without anything between them.
type group struct {
	span   report.Span
	digits []byte // in ASCII, at most maxCode and one more
	tight  bool   // a hyphen joins it to the group before
}

// code is a number: one or more groups, in one piece or parted by spaces or
// hyphens.
type code struct {
	text   string
	span   report.Span
	digits []byte
	sizes  []int // of its groups
	spaced bool  // parted by white space
	whole  bool  // no further digits are joined to it by spaces
}

// run is groups of digits that nothing but single spaces or hyphens parts.
type run []group

// leastCode is how many digits the shortest number has that a rule looks for.
const leastCode = 11

// codes calls yield for every number of least to maxCode digits that no hyphen
// joins to more; least is leastCode or more. Digits in full width count as
// others. Groups that single spaces part are given together and one by one: an
// identity number and a telephone number may stand side by side. Cost is linear.
func (in *Input) codes(least int, yield func(c *code)) {
	c := code{text: in.Report.Source.Text}
	for _, r := range in.survey().runs {
		windows(r, least, &c, yield)
	}
}

// appendRuns appends the runs of leastCode digits or more in text[sp], which
// begins and ends with a digit and holds nothing but digits and what joins them.
func appendRuns(long []run, text string, sp report.Span) []run {
	var groups run
	var digits []byte
	flush := func() {
		if len(digits) >= leastCode {
			long = append(long, groups)
			groups, digits = nil, nil // the run keeps them
		}
		groups, digits = groups[:0], digits[:0]
	}
	for i := sp.Start; i < sp.End; {
		d, w := digitAt(text, i)
		if d == 0 {
			i++ // a digit begins with a byte that continues no other character
			continue
		}
		g := group{span: report.Span{Start: i}}
		g.tight = len(groups) > 0 && joins(text[groups[len(groups)-1].span.End:i]) == '-'
		from := len(digits)
		for d != 0 {
			if len(digits)-from <= maxCode {
				digits = append(digits, d)
			}
			i += w
			d, w = digitAt(text, i)
		}
		g.span.End = i
		g.digits = digits[from:len(digits):len(digits)]
		groups = append(groups, g)
		if len(groups) > 4*maxCode {
			flush() // a list of numbers, not one of a person
		}
	}
	flush()
	return long
}

// digitAt is the ASCII form of the digit at i and its width, 0 for none.
func digitAt(text string, i int) (digit byte, width int) {
	if i >= len(text) {
		return 0, 0
	}
	if c := text[i]; c >= '0' && c <= '9' {
		return c, 1
	}
	if strings.HasPrefix(text[i:], "\uFF10"[:2]) && i+2 < len(text) && text[i+2] >= 0x90 && text[i+2] <= 0x99 {
		return text[i+2] - 0x90 + '0', 3
	}
	return 0, 0
}

// longestJoint is the size of the longest gap that joins knows.
const longestJoint = han

// joins says what stands between two groups of digits: '-' for what makes them
// one code or decimal, ' ' for a space, 0 for anything that parts numbers.
func joins(gap string) rune {
	switch gap {
	case "-", "－", "‐", "‑", "–", "—", "_", ".", "．":
		return '-'
	case " ", "\u00A0", "　", "\u2009", "\u202F", "\u2002":
		return ' '
	}
	return 0
}

// windows yields the numbers that the groups of a run make. Groups joined by
// hyphens are never parted.
func windows(run run, least int, c *code, yield func(c *code)) {
	for i := range run {
		if run[i].tight {
			continue
		}
		c.digits, c.sizes, c.spaced = c.digits[:0], c.sizes[:0], false
		for j := i; j < len(run) && len(c.digits)+len(run[j].digits) <= maxCode; j++ {
			c.digits = append(c.digits, run[j].digits...)
			c.sizes = append(c.sizes, len(run[j].digits))
			c.spaced = c.spaced || j > i && !run[j].tight
			if j+1 < len(run) && run[j+1].tight || len(c.digits) < least {
				continue
			}
			c.span = report.Span{Start: run[i].span.Start, End: run[j].span.End}
			c.whole = i == 0 && j+1 == len(run)
			yield(c)
		}
	}
}

// before is some words before a number, on its line.
func (c *code) before() string {
	const reach = 60
	words := c.text[max(0, c.span.Start-reach):c.span.Start]
	for words != "" && !utf8.RuneStart(words[0]) {
		words = words[1:]
	}
	return words[strings.LastIndexAny(words, "\r\n")+1:]
}

// after is some words after a number, on its line.
func (c *code) after() string {
	words := c.text[c.span.End:min(len(c.text), c.span.End+24)]
	if at := strings.IndexAny(words, "\r\n"); at >= 0 {
		return words[:at]
	}
	return words
}

// alone reports whether a number stands by itself: no letter and no mark makes
// it part of a word, an address or an amount (A1390…, /s?id=139…, ¥139…).
func (c *code) alone() bool {
	before, after := c.before(), c.after()
	last, size := utf8.DecodeLastRuneInString(before)
	switch {
	case size == 0:
	case strings.ContainsRune("*＊×￥¥$", last):
		return false
	case isLatin(last):
		if !labelEnds(before) {
			return false
		}
	case strings.ContainsRune("-_/=&%#.", last):
		if r, _ := utf8.DecodeLastRuneInString(before[:len(before)-size]); isLatin(r) && !labelEnds(before[:len(before)-size]) {
			return false
		}
	}
	first, size := utf8.DecodeRuneInString(after)
	switch {
	case size == 0:
	case isLatin(first) && !isX(first), strings.ContainsRune("*＊_", first):
		return false
	case strings.ContainsRune(".-", first):
		r, _ := utf8.DecodeRuneInString(after[size:])
		return !isLatin(r)
	}
	return true
}

func isX(r rune) bool { return r == 'X' || r == 'x' || r == 'Ｘ' || r == 'ｘ' }

// labelEnds reports whether the letters before a number name it: ID, Tel, No.
func labelEnds(before string) bool {
	word := before[len(strings.TrimRightFunc(before, isLatin)):]
	switch strings.ToLower(word) {
	case "id", "tel", "no", "mobile", "phone", "card", "wechat", "vx":
		return true
	}
	return false
}

// isNumberOfThing reports whether the words right before a number name another
// kind of number, so that only by chance it looks like one of a person.
func isNumberOfThing(before string) bool {
	near := before[strings.LastIndexAny(before, "，。；、）)")+1:]
	if hasAny(near, "身份证", "公民身份", "手机", "电话", "联系", "银行卡", "卡号", "账号", "帐号", "账户", "帐户") {
		return false
	}
	return hasAny(near, "信用代码", "机构代码", "项目代码", "代码", "编号", "编码", "票号", "文号", "案号", "订单", "流水", "受理号", "受理单", "条码", "备案号", "许可证号", "证书号", "执照号", "合同号", "序列号", "档案号", "卷号", "标识码", "批号", "QQ", "qq", "网安备", "ICP")
}
