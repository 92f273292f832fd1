package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// mostTraditional is how many traditional characters are told one by one; a text
// with more was written or converted in them, which is told once.
const mostTraditional = 8

// traditionalForm finds traditional characters in a text of simplified ones, as
// a document passed through another system's editor keeps them: 情況 for 情况. The
// characters that both ways of writing have (著 in 著名, 乾 in 乾坤) are none.
func traditionalForm(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.TraditionalForm, severity: report.Warning}
	var found []report.Span
	for i, r := range c.src.Text {
		if in.Words.CheckTraditional.Begins(r) {
			found = append(found, report.Span{Start: i, End: i + utf8.RuneLen(r)})
		}
	}
	if len(found) > mostTraditional {
		var first strings.Builder
		for _, at := range found[:mostTraditional] {
			first.WriteString(c.src.Slice(at))
		}
		c.add(found[0], fmt.Sprintf("全文有 %d 个繁体字（%s等），这里是第一个", len(found), first.String()), "请改为规范汉字，可以在编辑软件里把繁体转为简体后再逐处核对")
		return c.all()
	}
	for _, at := range found {
		written := c.src.Slice(at)
		c.add(at, fmt.Sprintf("“%s”是繁体字", written), fmt.Sprintf("请改为“%s”；人名、商号等确实这样写的，可在 .toml 中写明理由", in.simplified(written)))
	}
	return c.all()
}

// simplified is the form of a traditional character that a report is written in.
func (in *Input) simplified(written string) string {
	for _, pair := range in.Words.CheckTraditional.Words() {
		if form, ok := strings.CutPrefix(pair.Text, written); ok {
			return form
		}
	}
	return ""
}
