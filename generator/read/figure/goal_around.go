package figure

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// goalChain is the clauses of one sentence that go on with what is to be reached:
// 力争2025年报备率保持100%，纠错率控制在10%以内，新增示范村4个.
type goalChain struct{ holds bool }

// link goes on to the next clause of the sentence. A chain begins with 力争 and a number, or with
// 力争 or 确保 and a coming year: 力争做到应检尽检，检查企业236家 and 确保报备率100%，报备文件12件 say what was
// kept and done. It ends where the words speak of what was: 全年办理90件.
func (e *extractor) link(chain *goalChain, words string, numbers bool) {
	if chain.holds {
		chain.holds = e.GoalChainEnds.Prefix(words) == 0
		return
	}
	n := max(e.GoalChains.Prefix(words), e.GoalChainsDated.Prefix(words))
	chain.holds = n > 0 && (e.opensPlan(words[n:], e.r.Year) || numbers && e.GoalChains.Prefix(words) > 0)
}

// isMeasure reports whether a number is the goal that a result is measured by: 高于95%的年度目标,
// 超额完成年度1000个的目标任务, 完成200人次目标的118%, 完成年度任务1200批次的112.5%. Without a word of
// measuring before it the number may be what was reached: 实现办结率100%的目标.
func (e *extractor) isMeasure(m *mark, before string) bool {
	rest := e.text[min(m.next, len(e.text)):]
	before = trimIndent(before)
	if e.GoalNames.Suffix(e.trimBridges(before)) > 0 {
		share, ok := strings.CutPrefix(rest, "的")
		return ok && e.opensShare(share)
	}
	if !e.measures(before, m) {
		return false
	}
	name, of := strings.CutPrefix(rest, "的")
	for range 3 {
		name = name[e.GoalTimes.Prefix(name):] // 市里下达的年度目标
	}
	n := e.GoalNames.Prefix(name)
	if n == 0 && of {
		n = e.GoalDemands.Prefix(name)
	}
	if n == 0 {
		return false
	}
	behind := name[n:]
	if of {
		next := peek(behind, 0)
		return next == 0 || !report.IsHan(next) || strings.HasPrefix(behind, "的") || e.GoalsMet.Prefix(behind) > 0 || e.GoalGaps.Prefix(behind) > 0
	}
	share, ok := strings.CutPrefix(behind, "的")
	return ok && e.opensShare(share) && !e.UnitsOfTasks.Has(m.unit) // 完成12项任务的80%: there are 12 tasks
}

// measures reports whether the words before a number set a result beside it. 完成95%的任务 does
// not: so much of the tasks was done.
func (e *extractor) measures(before string, m *mark) bool {
	switch {
	case before != "" && e.GoalsMeasuredFirst.Suffix(before) == len(before):
		return true
	case e.GoalsDone.Suffix(before) > 0:
		return !e.isRate(m.unit)
	}
	return m.bound != "" || e.GoalsMeasuredBy.Suffix(before) > 0
}

// opensShare reports whether words begin with a share: 118%, 1.2倍.
func (e *extractor) opensShare(words string) bool {
	words = words[e.ApproximateBefore.Prefix(words):]
	number, ok := numeral.Scan(words)
	if !ok {
		return false
	}
	unit := e.matchUnit(words[number.Size:])
	return e.isRate(unit) || unit == "倍"
}

// scope takes back that a figure is a goal where it only says for how many the goal is:
// the 12 of 为12个乡镇配齐24名法制审核员.
func (e *extractor) scope(k int, c *clause) {
	if m := &e.scanner.marks[k]; m.target && e.isScope(k, c) {
		m.target, m.nameless = false, true
	}
}

// plansFor reports whether a plan begins with the number of those that it is for:
// 计划为8个社区聘请法律顾问16名. 计划为12项 says how many are planned.
func (e *extractor) plansFor(k int, c *clause) bool {
	before := e.text[c.start:e.scanner.marks[k].start]
	return e.isScope(k, c) && e.GoalsNamed.Suffix(before[:len(before)-e.GoalsFor.Suffix(before)]) > 0
}

// isScope reports whether a number says for how many something is done, and another number of
// the clause, behind a verb, what is done for them.
func (e *extractor) isScope(k int, c *clause) bool {
	s := &e.scanner
	m := &s.marks[k]
	if m.pair != single || k+1 >= c.last || e.isRate(m.unit) || e.UnitsOfTime.Has(m.unit) || e.GoalsFor.Suffix(e.text[c.start:m.start]) == 0 {
		return false
	}
	next := &s.marks[k+1]
	if next.clause != m.clause {
		return false
	}
	for at := m.next; at < next.start; {
		r, size := runeAt(e.text, at)
		if at > m.next && e.Verbs.Prefix(e.text[at:next.start]) > 0 {
			return true
		}
		if !report.IsHan(r) {
			return false
		}
		at += size
	}
	return false
}

// isDealtWith reports whether the clause behind a number says what came of the things that were only
// to be decided on: 拟作出重大处罚的案件33宗全部经过法制审核. The cases are there; what is to come of them later
// (均列入明年计划) leaves them a goal.
func (e *extractor) isDealtWith(m *mark, before string) bool {
	at, ok := e.Goals.FindLast(before)
	if !ok || !e.GoalsOfThings.Has(before[at.Start:at.End]) {
		return false
	}
	things := before[at.End:]
	if strings.ContainsFunc(things, numeral.IsDigit) || strings.Contains(things, "年") || !strings.Contains(things, "的") && e.OwedThings.Suffix(things) == 0 {
		return false
	}
	behind := e.text[min(m.next, len(e.text)):]
	if end := strings.IndexFunc(behind, func(r rune) bool { return classOf(r) == pause || classOf(r) == stop || r == '\n' }); end >= 0 {
		behind = behind[:end]
	}
	return e.DealtWith.In(behind) && !e.DealtWithLater.In(behind)
}
