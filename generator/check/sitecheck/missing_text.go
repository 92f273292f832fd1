package sitecheck

import (
	"fmt"
	"path"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// missingText finds the page of a report that does not hold what the report.json beside
// it says of the text: each figure at its own place, with the numeral as printed, and
// each heading. A template of the portal's own that shows less leaves figures of other
// pages and of other sites without the sentence that they lead to.
func missingText(s *site, p *page) {
	if p.kind != kindReport {
		return
	}
	data, fault := s.published(p)
	if fault != "" {
		return // besideFile says so
	}
	places := map[string]*element{}
	for i := range p.elements {
		if id, ok := p.elements[i].attr("id"); ok && places[id] == nil {
			places[id] = &p.elements[i]
		}
	}
	const suggestion = "请看报告页用的模板和 hugo.toml：正文要原样放进网页（.RawContent）。改好以后重新生成全站。"
	figures, headings := 0, 0
	for _, f := range data.Figures {
		switch e := places[f.ID]; {
		case e == nil:
			figures++
		case !p.holds(e, f.Raw):
			p.tag(e, rule.SiteMissingText, report.Error, fmt.Sprintf("这里应当是报告里的“%s”", f.Raw), suggestion)
		}
	}
	for _, h := range data.Headings {
		switch e := places[h.ID]; {
		case e == nil:
			headings++
		case !p.holds(e, h.Text):
			p.tag(e, rule.SiteMissingText, report.Error, fmt.Sprintf("这里应当是报告的标题“%s”", h.Text), suggestion)
		}
	}
	if figures > 0 {
		p.whole(rule.SiteMissingText, report.Error, fmt.Sprintf("report.json 里的 %d 个数字，网页上有 %d 个找不到原文", len(data.Figures), figures), suggestion)
	}
	if headings > 0 {
		p.whole(rule.SiteMissingText, report.Error, fmt.Sprintf("report.json 里的 %d 个标题，网页上少了 %d 个", len(data.Headings), headings), suggestion)
	}
	if lines := path.Dir(p.file) + "/source/index.html"; s.files[lines] == 0 {
		p.whole(rule.SiteMissingText, report.Error, "网页下面没有逐行的原文 source/", suggestion)
	}
}

// holds reports whether an element shows words, whatever white space and markup
// stand between them.
func (p *page) holds(e *element, words string) bool {
	const most = 4 << 10 // of a page that puts all of itself into one element each word would be looked for in all of it
	if e.inner.Len() > most+2*len(words) {
		return false
	}
	return containsFolded(p.words(e), words)
}
