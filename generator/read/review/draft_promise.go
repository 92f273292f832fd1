package review

import (
	"fmt"
	"strings"

	"mingfa/generator/report"
)

// Plan is what last year's report planned and what the program, or staff in the file that
// there is, says came of it. Previous is nil without that report.
type Plan struct {
	Previous *report.Report
	Promises []report.Promise
}

// planHead stands above the entries about a plan. Its first line tells that it is there.
const (
	planTitle = "# 上年的工作安排，由程序与今年的报告逐项比对\n"
	planHead  = "\n" + planTitle +
		"# 对照两份报告核对以后，去掉一段每行开头的“# ”，这一项才算核对过；不去掉，网页上写明由程序比对。\n" +
		"# status 空着的，程序未能判断，请填上结果。结果不对的，改 status（到位、部分到位、未达到、没有提到）和 evidence（今年报告里的原话；没有提到的不写）；\n" +
		"# 与两年的数字不一致的，再写一行 reason = \"理由\"，读者看得到。\n"
)

// draft writes an entry for each item of the plan: as comments, as long as nobody has
// confirmed it. Items that has tells of are left out.
func (plan Plan) draft(r *report.Report, has func(quote string) bool) (text string, items int) {
	if plan.Previous == nil || plan.Previous.Source == nil || r.Source == nil {
		return "", 0
	}
	j := judge{previous: plan.Previous, r: r, promises: plan.Promises}
	var b strings.Builder
	written, passages := map[string]bool{}, &passages{text: plan.Previous.Source.Text}
	for i := range plan.Promises {
		p := &plan.Promises[i]
		quote := plan.Previous.Source.Slice(p.Quote)
		if written[quote] || has(quote) {
			continue
		}
		written[quote] = true
		if !j.means(passages.of(quote), i) {
			continue
		}
		items++
		comment := "# "
		if p.Confirmed {
			comment = ""
		}
		fmt.Fprintf(&b, "\n%s[[promise]]\n%squote = %s\n", comment, comment, quoted(quote))
		status := p.Status.Name()
		if p.Status == report.PromiseUnclear {
			status = "" // which staff must decide
		}
		fmt.Fprintf(&b, "%sstatus = %s\n", comment, quoted(status))
		if words := j.evidence(p); words != "" {
			fmt.Fprintf(&b, "%sevidence = %s\n", comment, quoted(words))
		}
		if p.Confirmed && p.Reason != "" {
			fmt.Fprintf(&b, "reason = %s\n", quoted(p.Reason))
		}
	}
	return b.String(), items
}

// means reports whether an entry with words that stand at these places of the plan is about
// item i. The same words may stand in another item too.
func (j *judge) means(planned []report.Span, i int) bool {
	if len(planned) == 0 {
		return false
	}
	for _, sp := range planned {
		for k := range j.promises {
			if k != i && min(j.promises[k].Quote.End, sp.End) > max(j.promises[k].Quote.Start, sp.Start) {
				return false
			}
		}
	}
	return true
}

// evidence are the words of this year that an item rests on; "" where there are none, or
// where an entry with them would mean an earlier place.
func (j *judge) evidence(p *report.Promise) string {
	if p.Evidence.Len() == 0 || p.Status == report.PromiseUnmentioned {
		return ""
	}
	words := j.r.Source.Slice(p.Evidence)
	if stands := places(j.r.Source.Text, words); len(stands) == 0 || !p.Evidence.Contains(stands[0]) {
		return ""
	}
	return words
}

// plannedIn are the words of the plan that entries of a settings file quote, those that are
// comments as well.
func plannedIn(lines []string) map[string]bool {
	bare := func(line string) string { return strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(line), "# ")) }
	quotes := map[string]bool{}
	for i := range max(0, len(lines)-1) {
		if bare(lines[i]) == "[[promise]]" {
			quotes[bare(lines[i+1])] = true
		}
	}
	return quotes
}

// planned are entries about what last year's report planned, for items that the file says
// nothing of.
func (u *updater) planned(plan Plan) string {
	there := plannedIn(u.lines)
	if plan.Previous != nil {
		plan.Promises, _ = u.rv.Judge(plan.Previous, u.r, plan.Promises)
	}
	confirmed := map[string]bool{}
	for _, p := range plan.Promises {
		if p.Confirmed {
			confirmed[plan.Previous.Source.Slice(p.Quote)] = true
		}
	}
	text, items := plan.draft(u.r, func(quote string) bool { return confirmed[quote] || there["quote = "+quoted(quote)] })
	u.done.Planned = items
	if items == 0 {
		return ""
	}
	for _, line := range u.lines {
		if strings.TrimSpace(line) == strings.TrimSpace(planTitle) {
			return text
		}
	}
	return planHead + text
}
