package sitecheck

import (
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// unreadablePage finds a page that is no UTF-8, is empty, or does not say in its
// first kilobyte that it is UTF-8, which is how far a browser looks (HTML
// Standard, 4.2.5.4).
func unreadablePage(s *site, p *page) {
	const suggestion = "请重新生成网站；若是手工放进去的文件，请用 UTF-8 编码另存，并写上 <meta charset=\"utf-8\">。"
	switch {
	case s.files[p.file] > largestPage: // read has said so
	case !p.valid:
		at := max(0, strings.Index(p.text, "\uFFFD"))
		p.add(report.Span{Start: at, End: min(at+len("\uFFFD"), len(p.text))}, rule.SiteUnreadablePage, report.Error, "网页里有不是 UTF-8 编码的字节，会显示成乱码", suggestion)
	case strings.TrimSpace(p.text) == "":
		p.whole(rule.SiteUnreadablePage, report.Error, "网页是空的", "请重新生成网站；多半是上一次生成或上传中断了。")
	case !saysUTF8(p):
		p.lacks(rule.SiteUnreadablePage, report.Error, "网页开头没有写明编码是 UTF-8", suggestion)
	}
}

func saysUTF8(p *page) bool {
	for _, e := range p.named("meta") {
		if charset, ok := e.attr("charset"); ok && strings.EqualFold(charset, "utf-8") && e.tag.End <= 1024 {
			return true
		}
	}
	return strings.HasPrefix(p.text, "\ufeff")
}
