package sitecheck

import (
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// missingPolicy finds a page without a content security policy (W3C CSP Level 3)
// that refuses everything but what it names, or with one that comes too late or
// lets inline code act.
func missingPolicy(_ *site, p *page) {
	const suggestion = "请在 <head> 里、样式和脚本之前写上：default-src 'none'; style-src 'self'; img-src 'self' 等。"
	var fetches *element
	for i := range p.elements {
		e := &p.elements[i]
		if kind, _ := e.attr("http-equiv"); e.name == "meta" && strings.EqualFold(kind, "Content-Security-Policy") {
			content, _ := e.attr("content")
			policy := " " + strings.ToLower(content) + " "
			switch {
			case !strings.Contains(policy, "default-src 'none'"):
				p.value(e, "content", rule.SiteMissingPolicy, report.Error, "内容安全策略没有写 default-src 'none'", suggestion)
			case strings.Contains(policy, "'unsafe-"), strings.Contains(policy, " http:"), strings.Contains(policy, " https:"), strings.Contains(policy, " * "), strings.Contains(policy, " *;"):
				p.value(e, "content", rule.SiteMissingPolicy, report.Error, "内容安全策略放行了页面里的代码或别的网站", "请去掉 unsafe-inline、unsafe-eval、http:、https: 和 *。")
			case fetches != nil:
				p.tag(e, rule.SiteMissingPolicy, report.Error, "内容安全策略写在样式或脚本之后，对它们不起作用", suggestion)
			}
			return
		}
		if fetches == nil && (e.name == "script" || e.name == "style" || e.name == "img" || e.name == "link" && fetched(e, "href")) {
			fetches = e
		}
	}
	if len(p.elements) > 0 {
		p.lacks(rule.SiteMissingPolicy, report.Error, "网页没有内容安全策略（Content-Security-Policy）", suggestion)
	}
}
