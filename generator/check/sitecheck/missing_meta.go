package sitecheck

import (
	"fmt"
	"slices"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// What 政府网站发展指引 asks of a list and of an article, beside what it asks of
// every page. SiteIDCode and SiteDomain are asked of every page where the front
// page has them: a site that has no code yet cannot state one.
var (
	columnMeta  = []string{"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
	articleMeta = []string{"ColumnName", "ColumnType", "ArticleTitle", "ContentSource"}
)

// missingMeta finds the meta tags that a page of its kind must have and has not,
// all of them in one finding.
func missingMeta(s *site, p *page) {
	if len(p.elements) == 0 {
		return
	}
	wanted := []string{"SiteName"}
	if s.domain && p.kind != kindCard {
		wanted = append(wanted, "SiteDomain")
	}
	if s.idCode && p.kind != kindCard {
		wanted = append(wanted, "SiteIDCode")
	}
	switch {
	case p.kind == kindList:
		wanted = append(wanted, columnMeta...)
	case p.kind.article():
		wanted = append(wanted, articleMeta...)
	}
	missing := slices.DeleteFunc(wanted, func(name string) bool { return p.meta(name) != nil })
	if len(missing) > 0 {
		p.lacks(rule.SiteMissingMeta, report.Error, fmt.Sprintf("%s缺少 meta 标签：%s", p.kind.name(), strings.Join(missing, "、")),
			"请在这类页面的模板（layouts/）里补上；值取自 seeds/，没有的不要编造。")
	}
	if p.kind.article() && p.meta("PubDate") == nil && !originalFile.MatchString(p.file) { // whose date is the report's
		p.lacks(rule.SiteMissingMeta, report.Warning, "内容页没有发布日期（PubDate）",
			"请在报告旁边的 .toml 文件里写明：[disclosure] 下 published = \"2024-03-28 09:30\"；查不到的不要编造，可以不写。")
	}
	if p.kind == kindHome && !s.opt.ItemsKnown && !demonstration(p) {
		for _, name := range []string{"SiteDomain", "SiteIDCode"} {
			if p.meta(name) == nil {
				p.lacks(rule.SiteMissingMeta, report.Warning, "全站没有 meta 标签 "+name, "请在 seeds/site.toml 里写明网址（domain）、网站标识码（id_code）。")
			}
		}
	}
}
