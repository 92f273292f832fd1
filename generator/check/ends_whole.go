package check

import (
	"strings"

	"mingfa/generator/numeral"
)

// endsWhole reports whether a paragraph ends with words that stand without a stop at the end of
// a report: 监督举报电话：12345, 网址为www.shili.gov.cn, 以上报告，请审议.
func (in *Input) endsWhole(s string) bool {
	sentence := strings.TrimLeft(lastAfter(s, "。"), " 　")
	clause := strings.TrimLeft(lastAfter(sentence, "，"), " 　")
	opens := in.Words.CheckClosingWords.Prefix(clause) > 0 || in.Words.CheckClosingWords.Prefix(sentence) > 0
	if opens && in.Words.CheckClosingEnds.Suffix(clause) > 0 {
		return true
	}
	for _, address := range [...]string{"www.", "http", "@", ".cn"} {
		if strings.Contains(sentence, address) {
			return true
		}
	}
	return in.endsContact(clause) || in.opensContact(sentence)
}

// endsContact reports whether a clause ends with a whole number behind what it is one of:
// 热线电话12345. That of 通过热线12 or 通过热线受理诉求3 is none.
func (in *Input) endsContact(clause string) bool {
	for at := 0; ; {
		m, ok := in.Words.CheckContactLines.Find(clause, at)
		if !ok {
			return false
		}
		at = m.End
		number := strings.Trim(clause[m.End:], " 　：:（）()为是“”")
		digits := strings.NewReplacer("-", "", "—", "", "－", "", "、", "", "/", "", " ", "", "转", "").Replace(number)
		if strings.TrimFunc(digits, numeral.IsDigit) == "" && (len(digits) >= shortestNumber || in.Words.Hotlines.Has(digits)) {
			return true
		}
	}
}

// shortestNumber is how many digits a telephone number or a post code has at least.
const shortestNumber = 5

// opensContact reports whether a sentence begins with what tells where a body is: 办公地址：示例路1号.
func (in *Input) opensContact(sentence string) bool {
	const farthest = 6 * han
	m, ok := in.Words.CheckContactLines.Find(sentence, 0)
	if !ok || m.Start > farthest {
		return false
	}
	rest := strings.TrimLeft(sentence[m.End:], " 　")
	mark := firstRune(rest)
	if strings.ContainsRune("：:（(", mark) {
		return !numeral.IsDigit(firstRune(strings.TrimLeft(rest, "：:（( 　"))) || strings.Contains(rest, "，")
	}
	return m.Start <= 2*han && (strings.HasPrefix(rest, "为") || strings.HasPrefix(rest, "是"))
}

// lastAfter is what stands behind the last mark of s, all of s where there is none.
func lastAfter(s, mark string) string {
	if i := strings.LastIndex(s, mark); i >= 0 {
		return s[i+len(mark):]
	}
	return s
}
