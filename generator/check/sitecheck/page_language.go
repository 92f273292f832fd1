package sitecheck

import (
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// pageLanguage finds a page that does not say that it is Chinese: a screen
// reader would spell it out in another language (WCAG 2.2, 3.1.1).
func pageLanguage(_ *site, p *page) {
	const suggestion = "请写成 <html lang=\"zh-CN\">。"
	roots := p.named("html")
	if len(roots) == 0 {
		if len(p.elements) > 0 {
			p.whole(rule.SitePageLanguage, report.Error, "网页没有 <html lang>，读屏软件不知道是中文", suggestion)
		}
		return
	}
	lang, ok := roots[0].attr("lang")
	switch {
	case !ok || lang == "":
		p.tag(roots[0], rule.SitePageLanguage, report.Error, "<html> 没有写 lang，读屏软件不知道是中文", suggestion)
	case !strings.EqualFold(lang, "zh") && !strings.HasPrefix(strings.ToLower(lang), "zh-"):
		p.value(roots[0], "lang", rule.SitePageLanguage, report.Error, "<html> 写的语言不是中文", suggestion)
	}
}
