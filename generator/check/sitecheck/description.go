package sitecheck

import (
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// description finds a page that does not say in a sentence what it holds, as
// search engines and messengers show it.
func description(_ *site, p *page) {
	if p.kind == kindNotFound || len(p.elements) == 0 {
		return
	}
	e := p.meta("description")
	if e == nil {
		p.lacks(rule.SiteDescription, report.Warning, "网页没有一句话简介（description）", "请在这一页的 Markdown 开头写 description = \"……\"，或在模板里补上。")
		return
	}
	if content, _ := e.attr("content"); strings.TrimSpace(content) == "" {
		p.tag(e, rule.SiteDescription, report.Warning, "一句话简介（description）是空的", "请写上这一页讲什么。")
	}
}
