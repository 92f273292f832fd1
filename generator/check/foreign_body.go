package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// foreignBody finds a report of another body of the same sort in a body's folder:
// its title or its signature names 样板区司法局, body.toml 示例区司法局. A name may be
// written short, or with the province and the city before it; a government's
// report in the folder of its bureau is none of another body.
func foreignBody(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.ForeignBody, severity: report.Error}
	if len(in.Body) == 0 {
		return nil
	}
	tell := func(span report.Span, where string) {
		c.add(span, fmt.Sprintf("%s写的是“%s”，这个文件夹是“%s”的", where, c.src.Slice(span), in.Body[0]), "请核对是不是放错了文件夹、拿错了报告；单位改过名的，请核对 body.toml")
	}
	if issuer := in.Report.Issuer; issuer != "" && in.isForeign(issuer) {
		for _, p := range paragraphs(in.Report) {
			if p.kind == report.BlockTitle {
				if i := strings.Index(c.src.Slice(p.span), issuer); i >= 0 {
					tell(report.Span{Start: p.span.Start + i, End: p.span.Start + i + len(issuer)}, "题目")
				}
			}
		}
	}
	var signed []report.Span
	for _, p := range paragraphs(in.Report) {
		if p.kind != report.BlockClosing || strings.ContainsFunc(c.src.Slice(p.span), numeral.IsDigit) {
			continue
		}
		if !in.isForeign(report.Packed(c.src.Slice(p.span))) {
			return c.all() // signed by the body, perhaps with others
		}
		signed = append(signed, p.span)
	}
	for _, span := range signed {
		tell(span, "落款")
	}
	return c.all()
}

// isForeign reports whether a name is of another body of the same sort: both are
// bureaux, say, and neither can be the other written short.
func (in *Input) isForeign(name string) bool {
	if utf8.RuneCountInString(name) < 4 || utf8.RuneCountInString(name) > 30 || strings.ContainsFunc(name, unicode.IsPunct) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(name)
	alike := false
	for k, own := range in.Body {
		own, _, _ = strings.Cut(own, "（")
		if isShortOf(name, own) || k == 0 && isShortOf(own, name) { // 市司法局 is short of many
			return false
		}
		end, _ := utf8.DecodeLastRuneInString(own)
		alike = alike || end == last
	}
	return alike && report.IsHan(last)
}

// isShortOf reports whether a name can be another one written short: its
// characters stand in that one in the same order, as 市监局 in 市市场监督管理局.
func isShortOf(short, name string) bool {
	for _, r := range short {
		i := strings.IndexRune(name, r)
		if i < 0 {
			return false
		}
		name = name[i+utf8.RuneLen(r):]
	}
	return true
}
