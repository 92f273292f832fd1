package sitecheck

import (
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// pageTitle finds a page without a title, or with several (WCAG 2.2, 2.4.2).
func pageTitle(_ *site, p *page) {
	titles := 0
	for _, e := range p.named("title") {
		if p.inside(e, "svg") {
			continue
		}
		titles++
		switch {
		case titles > 1:
			p.tag(e, rule.SitePageTitle, report.Error, "网页有两个 <title>", "请只留一个。")
		case p.words(e) == "":
			p.tag(e, rule.SitePageTitle, report.Error, "网页的 <title> 是空的", "请写上这一页的名称和网站名称。")
		}
	}
	if titles == 0 && len(p.elements) > 0 {
		p.lacks(rule.SitePageTitle, report.Error, "网页没有 <title>", "请写上这一页的名称和网站名称。")
	}
}
