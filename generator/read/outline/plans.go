package outline

import "mingfa/generator/report"

// settlePlans takes back that a heading stands over a plan where its words alone
// would say so, but its place says that the work is done: （三）抓好重点任务 under 2023年工作情况,
// or 二、重点工作 before 三、存在的问题, as a plan stands behind the shortcomings. Words that
// can mean nothing else (下一步, 打算, a year to come) are believed wherever they stand.
func (p *parser) settlePlans(r *report.Report) {
	last := -1 // the last heading of shortcomings
	for i := range r.Headings {
		if r.Headings[i].Shortcoming {
			last = i
		}
	}
	var open []*report.Heading // the headings that enclose the next one
	for i := range r.Headings {
		h := &r.Headings[i]
		for len(open) > 0 && open[len(open)-1].Level >= h.Level {
			open = open[:len(open)-1]
		}
		if h.Plan && !p.words.Intends(h.Text, r.Year) && (len(open) == 0 && i < last || underResults(open)) {
			h.Plan = false
		}
		open = append(open, h)
	}
}

// underResults reports whether headings that enclose another are of neither
// plans nor shortcomings.
func underResults(open []*report.Heading) bool {
	for _, h := range open {
		if h.Plan || h.Shortcoming {
			return false
		}
	}
	return len(open) > 0
}
