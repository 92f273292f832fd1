package sitecheck

import (
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// missingAlt finds pictures that a screen reader cannot tell (WCAG 2.2, 1.1.1).
// A picture that only decorates says so: alt="", aria-hidden="true".
func missingAlt(_ *site, p *page) {
	for i := range p.elements {
		e := &p.elements[i]
		switch e.name {
		case "img", "area":
			if _, ok := e.attr("alt"); !ok && !hidden(e) {
				p.tag(e, rule.SiteMissingAlt, report.Error, "图片没有替代文字（alt）", "请用 alt 写明图片说了什么；只是装饰的，写 alt=\"\"。")
			}
		case "input":
			kind, _ := e.attr("type")
			if alt, _ := e.attr("alt"); strings.EqualFold(kind, "image") && alt == "" {
				p.tag(e, rule.SiteMissingAlt, report.Error, "图片按钮没有替代文字（alt）", "请用 alt 写明按钮做什么。")
			}
		case "svg":
			if !hidden(e) && !p.inside(e, "svg") && !named(p, i) {
				p.tag(e, rule.SiteMissingAlt, report.Error, "图形（svg）没有名称，也没有标明只是装饰", "请写 role=\"img\" 和 aria-label，或里面的 <title>；只是装饰的，写 aria-hidden=\"true\"。")
			}
		}
	}
}

func hidden(e *element) bool {
	value, _ := e.attr("aria-hidden")
	return value == "true"
}

// named reports whether an svg has a name, or stands in what is hidden.
func named(p *page, i int) bool {
	e := &p.elements[i]
	for _, key := range []string{"aria-label", "aria-labelledby"} {
		if value, _ := e.attr(key); strings.TrimSpace(value) != "" {
			return true
		}
	}
	for k := i + 1; k < len(p.elements) && p.elements[k].tag.Start < e.inner.End; k++ {
		if p.elements[k].name == "title" && p.elements[k].parent == i && p.words(&p.elements[k]) != "" {
			return true
		}
	}
	for k := e.parent; k >= 0; k = p.elements[k].parent {
		if hidden(&p.elements[k]) {
			return true
		}
	}
	return false
}
