package sitecheck

import (
	"net/url"
	"path"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// canonical finds a page that does not say what its one address is (RFC 6596),
// or says that of a page that is not there. A page may name another one of the
// site: a second view of the same text does.
func canonical(s *site, p *page) {
	if p.kind == kindNotFound || len(p.elements) == 0 {
		return
	}
	var of *element
	for _, e := range p.named("link") {
		if rel, _ := e.attr("rel"); strings.EqualFold(rel, "canonical") {
			if of != nil {
				p.tag(e, rule.SiteCanonical, report.Error, "规范网址（canonical）写了两次", "请在模板里只留一处。")
				return
			}
			of = e
		}
	}
	if of == nil {
		severity := report.Error
		if s.base.Host == "" { // the site has no address yet
			severity = report.Warning
		}
		if severity == report.Error || p.kind == kindHome {
			p.lacks(rule.SiteCanonical, severity, "网页没有写明规范网址（canonical）", "请在 seeds/site.toml 里写明网址（domain）后重新生成。")
		}
		return
	}
	href, _ := of.attr("href")
	u, err := url.Parse(href)
	if err != nil || u.Host == "" {
		p.value(of, "href", rule.SiteCanonical, report.Error, "规范网址（canonical）不是完整的网址", "请写成 https:// 开头的完整网址。")
		return
	}
	if !strings.EqualFold(u.Host, s.base.Host) {
		p.value(of, "href", rule.SiteCanonical, report.Error, "规范网址（canonical）是别的网站的", "请核对 seeds/site.toml 里的网址（domain），然后重新生成全站。")
		return
	}
	if file, inside := strings.CutPrefix(u.Path, s.base.Path); inside {
		if file == "" || strings.HasSuffix(file, "/") {
			file += homeFile
		}
		if _, ok := s.files[path.Clean(file)]; ok {
			return
		}
	}
	p.value(of, "href", rule.SiteCanonical, report.Error, "规范网址（canonical）指的页面不存在", "请重新生成全站。")
}
