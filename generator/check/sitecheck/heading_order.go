package sitecheck

import (
	"fmt"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// headingOrder finds a heading that leaves out a level: readers who go from
// heading to heading think that they missed one.
func headingOrder(_ *site, p *page) {
	before := 0
	for i := range p.elements {
		e := &p.elements[i]
		if len(e.name) != 2 || e.name[0] != 'h' || e.name[1] < '1' || e.name[1] > '6' {
			continue
		}
		level := int(e.name[1] - '0')
		if before > 0 && level > before+1 {
			p.tag(e, rule.SiteHeadingOrder, report.Warning, fmt.Sprintf("标题从 h%d 跳到 h%d", before, level), fmt.Sprintf("请改成 h%d，字号用样式来定。", before+1))
		}
		before = level
	}
}
