package sitecheck

import (
	"regexp"
	"strings"
	"time"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

var siteIDCode = regexp.MustCompile(`^[0-9A-Za-z]{10}$`)

// governmentMeta are the tags of 政府网站发展指引 that a page has once.
var governmentMeta = map[string]bool{"sitename": true, "sitedomain": true, "siteidcode": true, "columnname": true, "columndescription": true,
	"columnkeywords": true, "columntype": true, "articletitle": true, "pubdate": true, "contentsource": true}

// badMeta finds government meta tags that are empty, there twice or of the wrong
// form, and a viewport that keeps a reader from zooming (WCAG 2.2, 1.4.4).
func badMeta(_ *site, p *page) {
	seen := map[string]bool{}
	for _, e := range p.named("meta") {
		name, _ := e.attr("name")
		content, _ := e.attr("content")
		key := strings.ToLower(name)
		if key == "viewport" {
			viewport(p, e, content)
		}
		if !governmentMeta[key] {
			continue
		}
		switch {
		case seen[key]:
			p.tag(e, rule.SiteBadMeta, report.Error, "meta 标签 "+name+" 写了两次", "请在模板里只留一处。")
		case strings.TrimSpace(content) == "":
			p.tag(e, rule.SiteBadMeta, report.Error, "meta 标签 "+name+" 是空的", "请写上值；没有值的，整个标签都不要写。")
		case key == "siteidcode" && !siteIDCode.MatchString(content):
			p.value(e, "content", rule.SiteBadMeta, report.Error, "网站标识码应当是 10 位字母和数字", "请照全国政府网站信息报送系统里的，改正 seeds/site.toml 的 id_code。")
		case key == "pubdate":
			pubDate(p, e, content)
		}
		seen[key] = true
	}
}

func pubDate(p *page, e *element, content string) {
	if _, err := time.Parse("2006-01-02 15:04", content); err == nil {
		return
	}
	if _, err := time.Parse(time.DateOnly, content); err == nil {
		p.value(e, "content", rule.SiteBadMeta, report.Warning, "发布日期（PubDate）只有日期，指引要求写到时和分",
			"查得到的，在报告旁边的 .toml 文件里写成 published = \"2024-03-28 09:30\"；查不到的不要编造，保留日期即可。")
		return
	}
	p.value(e, "content", rule.SiteBadMeta, report.Error, "发布日期（PubDate）的写法不对", "请写成 2024-03-28 09:30 的样子。")
}

func viewport(p *page, e *element, content string) {
	content = strings.ToLower(strings.ReplaceAll(content, " ", ""))
	if strings.Contains(content, "user-scalable=no") || strings.Contains(content, "user-scalable=0") || regexp.MustCompile(`maximum-scale=[01](\.|,|;|$)`).MatchString(content) {
		p.value(e, "content", rule.SiteBadMeta, report.Error, "网页不让读者放大", "请去掉 user-scalable 和 maximum-scale。")
	}
}
