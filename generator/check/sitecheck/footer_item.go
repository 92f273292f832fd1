package sitecheck

import (
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// items are what 政府网站发展指引 asks of a footer. A site shows the two marks
// where it has been given them, so that only their absence from single pages is
// a fault.
var items = []struct {
	name  string
	given bool // by another body, on application
}{{"主办单位", false}, {"联系方式", false}, {"网站标识码", false}, {"ICP备案号", false}, {"公安备案号", false}, {"党政机关", true}, {"我为政府网站找错", true}}

// footerItems are the items that a page's footer has.
func footerItems(p *page) map[string]bool {
	has := map[string]bool{}
	words := ""
	if footers := p.named("footer"); len(footers) > 0 {
		words = p.words(footers[len(footers)-1])
	}
	for _, item := range items {
		if strings.Contains(words, item.name) {
			has[item.name] = true
		}
	}
	return has
}

// demonstration reports whether a page says that it is of no official site, from
// which nothing of the kind is to be asked.
func demonstration(p *page) bool {
	for i := range p.elements {
		if class, _ := p.elements[i].attr("class"); class == "demo" {
			return true
		}
	}
	return false
}

// footerItem finds a page without a footer, or whose footer lacks what the front
// page's has; and of the front page what the site as a whole lacks.
func footerItem(s *site, p *page) {
	if p.kind == kindCard { // stands in a page that has its own
		return
	}
	footers := p.named("footer")
	if len(footers) == 0 {
		if len(p.elements) > 0 {
			p.whole(rule.SiteFooterItem, report.Error, "网页没有页脚（footer）", "请让这一页使用全站的模板，页脚里要有主办单位、联系方式等。")
		}
		return
	}
	last := footers[len(footers)-1]
	has := footerItems(p)
	var missing, unknown []string
	for _, item := range items {
		switch {
		case has[item.name]:
		case s.footer[item.name]:
			missing = append(missing, item.name)
		case !item.given:
			unknown = append(unknown, item.name)
		}
	}
	if len(missing) > 0 {
		p.tag(last, rule.SiteFooterItem, report.Error, "页脚缺少首页页脚有的项："+strings.Join(missing, "、"), "请重新生成全站；手工放进去的网页，页脚要与全站一致。")
	}
	if p.kind == kindHome && len(unknown) > 0 && !s.opt.ItemsKnown && !demonstration(p) {
		p.tag(last, rule.SiteFooterItem, report.Warning, "页脚没有："+strings.Join(unknown, "、"), "有正式号码的，写进 seeds/site.toml；没有的不要编造。")
	}
}
