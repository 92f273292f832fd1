package sitecheck

import (
	"net/url"
	"strings"

	"mingfa/generator/escape"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// brokenLink finds links within the site that lead to nothing, and addresses
// that are none. Links to other sites are not followed.
func brokenLink(s *site, p *page) {
	for _, l := range p.links {
		if l.raw == "" && l.of.name != "form" {
			p.tag(l.of, rule.SiteBrokenLink, report.Error, "链接是空的", "请写上网址，或去掉链接。")
			continue
		}
		to := l.to
		switch {
		case !l.ok:
			p.value(l.of, l.key, rule.SiteBrokenLink, report.Error, "链接不是正确的网址", "请核对网址。")
		case to.file != "" && !s.has(to.file):
			p.value(l.of, l.key, rule.SiteBrokenLink, report.Error, "链接指的文件不存在："+shortened(to.file), "请重新生成全站；网址写错的，改正后再生成。")
		case to.file == "" && s.onHost(to.url):
			p.value(l.of, l.key, rule.SiteBrokenLink, report.Error, "链接离开了网站所在的路径", "网站放在 "+s.base.Path+" 下面，站内链接要从这里开始。")
		}
	}
	for _, e := range p.named("meta") { // pictures for messengers
		property, _ := e.attr("property")
		content, _ := e.attr("content")
		if property != "og:image" {
			continue
		}
		if to, ok := s.follow(p, content); !ok || to.file == "" || !s.has(to.file) {
			p.value(e, "content", rule.SiteBrokenLink, report.Error, "分享图（og:image）不存在", "请重新生成全站。")
		}
	}
}

// has reports whether the site has a file, or a page in a folder of that name.
func (s *site) has(file string) bool {
	if _, ok := s.files[file]; ok {
		return true
	}
	_, ok := s.files[file+"/"+homeFile] // servers add the slash
	return ok
}

// onHost reports whether an address is on the site's host without being in it.
func (s *site) onHost(u *url.URL) bool {
	return (u.Scheme == "" || u.Scheme == "http" || u.Scheme == "https") && strings.EqualFold(u.Host, s.base.Host)
}

// shortened is an address or a name for a message, cut to what a line holds.
func shortened(s string) string { return escape.Clip(s, 80) }
