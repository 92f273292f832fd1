package sitecheck

import (
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// duplicateID finds ids that a page gives twice: a link to the second one leads
// to the first.
func duplicateID(_ *site, p *page) {
	seen := map[string]bool{}
	for i := range p.elements {
		e := &p.elements[i]
		id, ok := e.attr("id")
		switch {
		case !ok:
		case id == "" || strings.ContainsAny(id, " \t\r\n\f"):
			p.value(e, "id", rule.SiteDuplicateID, report.Error, "id 是空的，或者里面有空格", "请写成没有空格的名字。")
		case seen[id]:
			p.value(e, "id", rule.SiteDuplicateID, report.Error, "id“"+shortened(id)+"”在这一页里用了两次，链接只能到第一处", "请改掉其中一个。")
		}
		seen[id] = true
	}
}
