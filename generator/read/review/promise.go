package review

import (
	"fmt"
	"slices"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// promiseEntry is one [[promise]]: what staff say came of a thing that last year's report
// planned. It confirms what the program found, or corrects it.
type promiseEntry struct {
	Quote    string `toml:"quote" need:"true" zh:"上年的原文"`
	Status   string `toml:"status" need:"true" zh:"结果" one:"到位 部分到位 未达到 没有提到"` // as pages have it: 到位, 未达到 …
	Evidence string `toml:"evidence" zh:"今年的原文"`                               // may be absent where nothing was reported
	Reason   string `toml:"reason" zh:"理由"`
}

// statusOf is the status of an entry; false for a word that is none. What the program
// leaves open, staff must decide.
func statusOf(name string) (report.PromiseStatus, bool) {
	for _, s := range report.PromiseStatuses {
		if s != report.PromiseUnclear && s.Name() == strings.TrimSpace(name) {
			return s, true
		}
	}
	return "", false
}

// checkPromises looks at what needs no text.
func (rv *Review) checkPromises() []report.Finding {
	var findings []report.Finding
	fault := func(message, suggestion string, i int, key string) {
		findings = append(findings, rv.fault(rule.BadValue, message, suggestion, "promise", i, key))
	}
	for i := range rv.file.Promises {
		e := &rv.file.Promises[i]
		if status, _ := statusOf(e.Status); status == report.PromiseUnmentioned && e.Evidence != "" {
			fault("写了今年的原文，就不是没有提到", "请改正 status，或者删去 evidence。", i, "evidence")
		}
		if message := reasonFault(e.Reason, e.Quote); message != "" {
			fault(message, "请用一句话说明为什么这样认定；理由会登在网页上，也可以不写。", i, "reason")
		}
	}
	return findings
}

// HasPromises reports whether the file says anything of what last year's report planned. It
// may be called on nil.
func (rv *Review) HasPromises() bool { return rv != nil && len(rv.file.Promises) > 0 }

// Judge puts what staff say into what the program found of the plan of previous, which may
// be nil, in r. What neither text bears out becomes a finding and changes nothing. It may be called on
// nil, for a report without a review.
func (rv *Review) Judge(previous, r *report.Report, found []report.Promise) ([]report.Promise, []report.Finding) {
	if !rv.HasPromises() {
		return found, nil
	}
	if previous == nil || previous.Source == nil || r.Source == nil {
		return found, []report.Finding{rv.doc.ValueAt(rule.QuoteNotFound, report.Warning, "写了上年的安排，但没有上年的报告可以对照",
			"请把上年的报告也放进这个机构的文件夹；上年没有报告的，请删去 [[promise]]。", "promise", 0, "quote")}
	}
	j := judge{rv: rv, previous: previous, r: r, promises: slices.Clone(found), entryOf: map[int]int{}}
	for i := range rv.file.Promises {
		j.entry(i)
	}
	slices.SortStableFunc(j.promises, func(a, b report.Promise) int { return a.Quote.Start - b.Quote.Start })
	return j.promises, j.findings
}

// judge applies the entries about promises.
type judge struct {
	rv          *Review
	previous, r *report.Report
	promises    []report.Promise
	entryOf     map[int]int // by where a promise begins: the entry that is about it
	findings    []report.Finding
}

func (j *judge) fault(id, message, suggestion string, i int, key string) {
	j.findings = append(j.findings, j.rv.fault(id, message, suggestion, "promise", i, key))
}

// entry applies one entry.
func (j *judge) entry(i int) {
	e := &j.rv.file.Promises[i]
	status, ok := statusOf(e.Status)
	if e.Quote == "" || !ok || status == report.PromiseUnmentioned && e.Evidence != "" {
		return // a finding of Parse
	}
	planned := places(j.previous.Source.Text, e.Quote)
	if len(planned) == 0 {
		j.fault(rule.QuoteNotFound, "上年的报告里没有这段原文", suggestFrom(j.previous.Source.Text, e.Quote), i, "quote")
		return
	}
	var evidence report.Span
	if e.Evidence != "" {
		stands := places(j.r.Source.Text, e.Evidence)
		if len(stands) == 0 {
			j.fault(rule.QuoteNotFound, "今年的报告里没有这段原文", suggestFrom(j.r.Source.Text, e.Evidence), i, "evidence")
			return
		}
		evidence = stands[0]
	}
	at, made := j.about(planned)
	p := &j.promises[at]
	if other, said := j.entryOf[p.Quote.Start]; said && !made {
		j.fault(rule.BadValue, fmt.Sprintf("这一项安排在第 %d 行已经写过", j.rv.doc.Line("promise", other)), "请只留一处。", i, "quote")
		return
	}
	if (status == report.PromiseMet || status == report.PromisePartly) && status != p.Status && evidence.Len() == 0 {
		j.fault(rule.BadValue, fmt.Sprintf("写了“%s”，没有写今年报告里的依据", status.Name()), "请在 evidence 里照抄今年报告里说这件事的那句话。", i, "status")
		return
	}
	if p.By == report.PromiseByFigures && status != p.Status && strings.TrimSpace(e.Reason) == "" {
		j.fault(rule.BadValue, fmt.Sprintf("按两年的数字比，这一项是“%s”，写成“%s”要说明理由", p.Status.Name(), status.Name()), "请在 reason 里用一句话写明理由，理由会登在网页上。", i, "status")
		return
	}
	j.entryOf[p.Quote.Start] = i
	confirm(p, status, evidence, strings.TrimSpace(e.Reason))
}

// about is the promise that an entry is about: the one that has most of its words. An
// entry about words that the program took for no item makes one, which is new.
func (j *judge) about(planned []report.Span) (at int, made bool) {
	at, most := -1, 0
	for _, sp := range planned {
		for k := range j.promises {
			q := j.promises[k].Quote
			if shared := min(q.End, sp.End) - max(q.Start, sp.Start); shared > most {
				at, most = k, shared
			}
		}
	}
	if at >= 0 {
		return at, false
	}
	last := planned[len(planned)-1] // plans stand at the end of a report
	j.promises = append(j.promises, report.Promise{Quote: last, Goal: -1, Figure: -1, Status: report.PromiseUnclear})
	return len(j.promises) - 1, true
}

// confirm puts what staff say in the place of what the program found. What both say alike
// keeps its figures and its sentence, unless staff name another.
func confirm(p *report.Promise, status report.PromiseStatus, evidence report.Span, reason string) {
	p.Confirmed, p.Reason = true, reason
	if status == p.Status && (evidence.Len() == 0 || p.Evidence.Contains(evidence)) {
		return
	}
	if status == report.PromiseMet || status == report.PromiseUnmentioned {
		p.Admitted = report.Span{}
	}
	if evidence.Len() > 0 || status == report.PromiseUnmentioned {
		p.Evidence = evidence
	}
	p.Status, p.By, p.Figure = status, report.PromiseByStaff, -1
}

// suggestFrom says which passage of a text a wrong quote was probably copied from.
func suggestFrom(text, quote string) string {
	if near := nearest(text, quote); near != "" {
		return "原文可能是：" + near
	}
	return "请从那份报告里原样复制，标点和空格也要一样。"
}
