package sitecheck

import (
	"net"
	"net/url"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// wrongAddress finds absolute addresses that only work where the site was made,
// or that fall back from https to http on the site itself.
func wrongAddress(s *site, p *page) {
	look := func(e *element, key, raw string) {
		u, err := url.Parse(raw)
		if err != nil || u.Host == "" && u.Scheme != "file" {
			return
		}
		switch {
		case private(u):
			p.value(e, key, rule.SiteWrongAddress, report.Error, "网址只在本机或内网能打开", "请核对 seeds/site.toml 里的网址（domain），或改掉这个链接。")
		case u.Scheme == "http" && s.base.Scheme == "https" && strings.EqualFold(u.Host, s.base.Host):
			p.value(e, key, rule.SiteWrongAddress, report.Error, "站内网址用了 http，网站本身是 https", "请改成相对网址，或改成 https。")
		}
	}
	for _, l := range p.links {
		look(l.of, l.key, l.raw)
	}
	for _, e := range p.named("meta") {
		property, _ := e.attr("property")
		content, _ := e.attr("content")
		if property != "og:url" && property != "og:image" {
			continue
		}
		look(e, "content", content)
		if u, err := url.Parse(content); err == nil && s.base.Host != "" && !strings.EqualFold(u.Host, s.base.Host) {
			p.value(e, "content", rule.SiteWrongAddress, report.Error, "分享用的网址（"+property+"）不是本站的完整网址", "请核对 seeds/site.toml 里的网址（domain），然后重新生成全站。")
		}
	}
}

// private reports whether an address leads to the reader's own machine or into
// a network that the public is not in.
func private(u *url.URL) bool {
	host := strings.ToLower(u.Hostname())
	if u.Scheme == "file" || host == "localhost" || strings.HasSuffix(host, ".localhost") || strings.HasSuffix(host, ".local") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && (ip.IsLoopback() || ip.IsPrivate() || ip.IsUnspecified() || ip.IsLinkLocalUnicast())
}
