package promise

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/period"
	"mingfa/generator/report"
)

// monthly is a month that words name, or several (四季度), and what they say from there to the
// next one.
type monthly struct {
	first, last int
	after       string
}

// lateness says whether months are behind the one by which a thing was to be done: 1 if they
// are, 0 if not, and -1 where a part of them is.
func (m *monthly) lateness(month int) int {
	switch {
	case m.first > month:
		return 1
	case m.last > month:
		return -1
	}
	return 0
}

// monthsIn are the months that words name.
func (p *page) monthsIn(words string) []monthly {
	var all []monthly
	note := func(first, last, start, end int) {
		if len(all) > 0 {
			prior := &all[len(all)-1]
			prior.after = prior.after[:max(0, len(prior.after)-(len(words)-start))]
		}
		all = append(all, monthly{first, last, words[end:]})
	}
	for at, r := range words {
		if r == '月' {
			if month := monthBefore(words[:at]); month > 0 {
				note(month, month, at, at+len("月"))
			}
			continue
		}
		if !p.words.PromiseMonths.Begins(r) {
			continue
		}
		if m, ok := p.words.PromiseMonths.At(words, at); ok && (len(all) == 0 || len(words)-len(all[len(all)-1].after) <= at) {
			first, last := monthsOf(p.words.PromiseMonths.Reading(m))
			note(first, last, m.Start, m.End)
		}
	}
	return all
}

// doneInTime is met, or partly where the words name a month behind the one by which it was
// to be done. Of several months the one before what was done counts: 5月通过评审，11月建成. Where two
// months tell two things, the words do not tell.
func (p *page) doneInTime(it *item, words string) report.PromiseStatus {
	if it.month == 0 {
		return report.PromiseMet
	}
	months := p.monthsIn(words)
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
	for i := range done {
		switch done[i].lateness(it.month) {
		case 1:
			late++
		case -1:
			return report.PromiseUnclear
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
		if own := p.monthsIn(text[sp.Start:f.Span.Start]); len(own) > 0 {
			return lateness(own[len(own)-1].lateness(it.month))
		}
		if behind := text[f.Span.End:sp.End] + p.emptyClauses(s, k+1); len(p.monthsIn(behind)) > 0 {
			return p.doneInTime(it, behind)
		}
		before := p.monthsIn(text[s.span.Start:sp.Start])
		if len(before) == 0 {
			return report.PromiseMet
		}
		last := &before[len(before)-1]
		late := last.lateness(it.month)
		if late != 0 && strings.TrimRight(last.after, "，,底初末中旬上下份 ") != "" { // 11月召开推进会，
			late = -1
		}
		return lateness(late)
	}
	return report.PromiseMet
}

// lateness is the status of what was done, late or not, or perhaps.
func lateness(late int) report.PromiseStatus {
	switch {
	case late > 0:
		return report.PromisePartly
	case late < 0:
		return report.PromiseUnclear
	}
	return report.PromiseMet
}

// isDueLater reports whether an item is planned for several years or a later one: 三年内新建公园6座,
// 到2025年新建6座. What one year made of it is no shortfall.
func (p *page) isDueLater(it *item) bool {
	text, end := it.r.Source.Text, it.core.End
	if it.goal >= 0 {
		end = it.figure().Span.Start
	}
	block := blockOf(it.r, it.core.Start)
	if block < 0 {
		return false
	}
	start := it.r.Blocks[block].Span.Start
	sentence, before := start, start // and the clause before the item
	for at, r := range text[start:it.core.Start] {
		next := start + at + utf8.RuneLen(r)
		switch {
		case strings.ContainsRune("。！？；;\n", r):
			sentence, before = next, next
		case r == '，' && next < it.core.Start:
			before = next
		}
	}
	if first, last := figuresIn(it.r, report.Span{Start: before, End: it.core.Start}); first == last && (&planner{words: p.words}).dateAt(text[it.core.Start:]) == 0 &&
		(p.words.PromiseSpread.In(text[before:it.core.Start]) || period.Read(text[before:it.core.Start], it.r.Year+1, p.words).Has(period.Several)) { // 用三年时间，新建公园6座
		return true
	}
	t := period.Read(text[sentence:it.core.End], it.r.Year+1, p.words).At(end - sentence)
	return p.words.PromiseSpread.In(text[it.core.Start:max(end, it.core.Start)]) || t.Extent == period.Several || t.Year > it.r.Year+1
}
