package promise

import (
	"strings"

	"mingfa/generator/report"
)

// monthly is a month that words name, and what they say from there to the next one.
type monthly struct {
	month int
	after string
}

// monthsIn are the months that words name.
func monthsIn(words string) []monthly {
	var all []monthly
	for {
		before, after, ok := strings.Cut(words, "月")
		if !ok {
			return all
		}
		if len(all) > 0 {
			all[len(all)-1].after = before
		}
		if month := monthBefore(before); month > 0 {
			all = append(all, monthly{month, after})
		}
		words = after
	}
}

// doneInTime is met, or partly where the words name a month behind the one by which it was
// to be done. Of several months the one before what was done counts: 5月通过评审，11月建成. Where two
// months tell two things, the words do not tell.
func (p *page) doneInTime(it *item, words string) report.PromiseStatus {
	if it.month == 0 {
		return report.PromiseMet
	}
	months := monthsIn(words)
	var done []monthly
	for _, m := range months {
		if it.deed.class != 0 && it.deed.did(p.words, m.after) || p.words.PromiseFinished.In(m.after) {
			done = append(done, m)
		}
	}
	if len(done) == 0 { // 建成时间为11月
		done = months
	}
	late := 0
	for _, m := range done {
		if m.month > it.month {
			late++
		}
	}
	switch {
	case late == 0:
		return report.PromiseMet
	case late == len(done):
		return report.PromisePartly
	}
	return report.PromiseUnclear
}

// countedInTime is what a number that is met says beside the month by which it was to be
// reached: the month in its own clause counts (11月新建公园2座), then that of a clause behind it that
// says more of it (，于11月竣工). A late month elsewhere before it in its sentence leaves it open.
func (p *page) countedInTime(it *item, i int) report.PromiseStatus {
	if it.month == 0 {
		return report.PromiseMet
	}
	f, s, text := &p.r.Figures[i], &p.sentences[p.of[i]], p.r.Source.Text
	for k := range s.clauses {
		sp := s.clauses[k].span
		if !sp.Contains(f.Span) {
			continue
		}
		if own := monthsIn(text[sp.Start:f.Span.Start]); len(own) > 0 {
			return lateIf(own[len(own)-1].month > it.month, report.PromisePartly)
		}
		if behind := text[f.Span.End:sp.End] + p.emptyClauses(s, k+1); len(monthsIn(behind)) > 0 {
			return p.doneInTime(it, behind)
		}
		before := monthsIn(text[s.span.Start:sp.Start])
		late := len(before) > 0 && before[len(before)-1].month > it.month
		if late && strings.TrimRight(before[len(before)-1].after, "，,底初末中旬上下份 ") == "" { // 11月，新建公园2座
			return report.PromisePartly
		}
		return lateIf(late, report.PromiseUnclear)
	}
	return report.PromiseMet
}

// lateIf is a status for what is late, and met for what is not.
func lateIf(late bool, status report.PromiseStatus) report.PromiseStatus {
	if late {
		return status
	}
	return report.PromiseMet
}
