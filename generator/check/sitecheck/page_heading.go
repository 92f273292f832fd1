package sitecheck

import (
	"fmt"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// pageHeading finds a page that has no h1, several, or an empty one.
func pageHeading(_ *site, p *page) {
	heads := p.named("h1")
	for i, e := range heads {
		switch {
		case i > 0:
			p.tag(e, rule.SitePageHeading, report.Error, fmt.Sprintf("网页有 %d 个一级标题（h1）", len(heads)), "一页只用一个 h1，写这一页的标题；其余的改成 h2。")
			return
		case p.words(e) == "":
			p.tag(e, rule.SitePageHeading, report.Error, "一级标题（h1）是空的", "请写上这一页的标题。")
		}
	}
	if len(heads) == 0 && len(p.elements) > 0 {
		p.whole(rule.SitePageHeading, report.Error, "网页没有一级标题（h1）", "请用 h1 写这一页的标题。")
	}
}
