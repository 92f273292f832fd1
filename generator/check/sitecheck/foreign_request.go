package sitecheck

import (
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// foreignRequest finds what a browser would fetch from another site by itself:
// each tells that site who reads the page, and can change what it shows.
func foreignRequest(s *site, p *page) {
	for _, l := range p.links {
		to := l.to
		if !l.fetched || !l.ok || to.url.Scheme == "data" || l.raw == "" {
			continue
		}
		if to.url.Host != "" && !strings.EqualFold(to.url.Host, s.base.Host) {
			p.value(l.of, l.key, rule.SiteForeignRequest, report.Error, "网页会向别的网站（"+shortened(to.url.Host)+"）请求文件", "请把文件放进 static/，从本站引用；统计、字体、地图等第三方内容请去掉。")
		}
	}
	for _, e := range p.named("meta") {
		if kind, _ := e.attr("http-equiv"); strings.EqualFold(kind, "refresh") {
			p.tag(e, rule.SiteForeignRequest, report.Error, "网页会自动跳转或自动刷新", "请去掉；旧网址的跳转由服务器来做。")
		}
	}
}
