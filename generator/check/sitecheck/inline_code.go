package sitecheck

import (
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// inlineCode finds scripts and styles that stand in the page: the site's policy
// keeps them from working, and where they work text of a report could too.
func inlineCode(_ *site, p *page) {
	const suggestion = "请移到 static/ 里的 .js 或 .css 文件。"
	for i := range p.elements {
		e := &p.elements[i]
		switch _, src := e.attr("src"); {
		case e.name == "script" && !src && !isData(e):
			p.tag(e, rule.SiteInlineCode, report.Error, "网页里直接写了脚本（script）", suggestion)
		case e.name == "style":
			p.tag(e, rule.SiteInlineCode, report.Error, "网页里直接写了样式（style）", suggestion)
		}
		for _, a := range e.attrs {
			switch {
			case a.key == "style":
				p.value(e, a.key, rule.SiteInlineCode, report.Error, "标签里直接写了样式（style）", suggestion)
			case len(a.key) > 2 && strings.HasPrefix(a.key, "on") && !strings.Contains(a.key, "-"):
				p.value(e, a.key, rule.SiteInlineCode, report.Error, "标签里直接写了脚本（"+a.key+"）", suggestion)
			case (a.key == "href" || a.key == "src" || a.key == "action") && strings.HasPrefix(compact(a.val), "javascript:"):
				p.value(e, a.key, rule.SiteInlineCode, report.Error, "网址是一段脚本（javascript:）", "请换成真正的网址或按钮。")
			}
		}
	}
}

// isData reports whether a script holds data, which no browser runs.
func isData(e *element) bool {
	kind, _ := e.attr("type")
	return strings.HasPrefix(strings.ToLower(kind), "application/") && strings.HasSuffix(strings.ToLower(kind), "json")
}

// compact is the beginning of an address as browsers read it: without control
// characters and white space, in lower case.
func compact(s string) string {
	s = strings.Map(func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}, s[:min(len(s), 64)])
	return strings.ToLower(s)
}
