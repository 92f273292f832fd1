package figure

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// Names that were put together of two things, or torn out of one, are mended here or are none.

// withoutParticle is words without the 了 behind their verb, which no name has: 审结案件 of
// 审结了案件. That of 了解 and 了结 stays.
func (g grammar) withoutParticle(words string) string {
	for from := 0; ; {
		i := strings.Index(words[from:], "了")
		if i < 0 {
			return words
		}
		at := from + i
		from = at + len("了")
		done := max(g.Verbs.Suffix(words[:at]), g.LightVerbs.Suffix(words[:at]), g.VerbsAlone.Suffix(words[:at]))
		if done == 0 || g.Verbs.Prefix(words[at:]) > len("了") {
			continue
		}
		words, from = words[:at]+words[from:], at
	}
}

// untorn is a label that is of one thing, whole: the last item of a list whose other items have
// numbers of their own (执法记录仪 of GPS12台、执法记录仪), a value of the year that is
// compared with (上年立案数 of 立案数比上年), an outcome without what says that it is one (撤销 of
// 为撤销).
func (l *labeller) untorn(label string) string {
	if at := strings.LastIndex(label, "、"); at > 0 && endsInCount(label[:at]) && !strings.ContainsAny(label, "“”《》（）第") {
		label = label[at+len("、"):]
	}
	if n := l.YearBefore.Suffix(label); n > 0 {
		year, with := label[len(label)-n:], label[:len(label)-n]
		if m := l.Comparisons.Suffix(with); m > 0 && m < len(with) {
			label = year + with[:len(with)-m]
		} else if with, ok := strings.CutSuffix(with, "比"); ok && with != "" {
			label = year + with
		}
	}
	if at := strings.LastIndex(label, "为"); at >= 0 && l.CheckCaseOutcomes.Has(label[at+len("为"):]) {
		label = label[at+len("为"):]
	}
	return l.turnedRound(label)
}

// turnedRound is the name of a change that its clause tells backwards: 投诉量下降 of 下降12%的是投诉量.
func (l *labeller) turnedRound(label string) string {
	n := l.Changing.Prefix(label)
	if thing, ok := strings.CutPrefix(label[n:], "是"); ok && n > 0 && utf8.RuneCountInString(thing) >= 2 && l.Changing.Suffix(thing) == 0 {
		return thing + label[:n]
	}
	return label
}

// ofAnother reports whether a name is of what stands behind the thing that is counted: of 3宗得分低于80分 there
// are no 3 scores, and of 征求23家单位意见 no 23 opinions. What share of a task was done (完成任务的104%) is
// no share of the task.
func (l *labeller) ofAnother(m *mark, label string) bool {
	switch {
	case m.unit != "分" && l.ScoreNames.Suffix(label) > 0:
		return m.post != "" && l.ScoreNames.Suffix(m.post) > 0
	case l.Voiced.Suffix(label) > 0:
		return m.unit == "家" || l.UnitsOfPeople.Has(m.unit)
	case strings.HasSuffix(label, "占比"):
		share, ok := strings.CutSuffix(m.pre, "的")
		return ok && l.GoalNames.Suffix(share) > 0 && l.GoalsDone.Prefix(share) > 0
	}
	return false
}

// withoutHaving is a name without the 有 that says of an agency, or of all that the report is about, that the thing is
// there: 律师事务所 of 全区有律师事务所, 执法机构执法人员 of 执法机构共有执法人员. People are named by what they have:
// 有法律职业资格的人员. The 有 of 有效 and 国有 stays.
func (l *labeller) withoutHaving(name, unit string) string {
	const have = "有"
	before, thing, ok := strings.Cut(name, have)
	if !ok || l.Predicates.Prefix(name[len(before):]) != len(have) || utf8.RuneCountInString(thing) < 2 {
		return name
	}
	switch {
	case before == "" && l.UnitsOfPeople.Has(unit) && l.Qualifications.Suffix(thing) > 0:
		return name + "的人员"
	case before == "" && strings.Contains(thing, "的"):
		return name // 有法律职业资格的人员
	case before == "" || l.Agents.Suffix(before) > 0 && !strings.HasSuffix(before, "所") && !strings.Contains(thing, have):
		return before + thing
	}
	return name
}

// ofEarlierYear is a name that ends in the year which the thing is compared with, with the year in front: 2023年涉嫌非法捕捞的案件 of 涉嫌非法捕捞的案件较2023年.
// The second is the name without the year; it reports whether the name ends so.
func (l *labeller) ofEarlierYear(label string) (dated, thing string, ok bool) {
	const year = len("2023年")
	at := len(label) - year
	if at <= 0 || !strings.HasSuffix(label, "年") || strings.Trim(label[at:at+len("2023")], "0123456789") != "" {
		return label, label, false
	}
	n := l.Comparisons.Suffix(label[:at])
	if thing, ok := strings.CutSuffix(label[:at], "比"); ok && n == 0 {
		n = at - len(thing)
	}
	if n == 0 || n == at {
		return label, label, false
	}
	return label[at:] + label[:at-n], label[:at-n], true
}

// endsInCount reports whether words end in a number with its unit: GPS12台.
func endsInCount(words string) bool {
	const unit = 2 * len("台")
	rest := strings.TrimRightFunc(tail(words, unit), report.IsHan)
	return rest != tail(words, unit) && strings.TrimRight(rest, "0123456789") != rest
}

// countsNoRate takes the name of a rate off a count that stands in brackets behind it: what
// 审核率100%（86件） counts is not said.
func (l *labeller) countsNoRate(m *mark, label string) string {
	if m.carried && m.pre == "" && m.post == "" && !m.changes && !l.isRate(m.unit) && l.namesRate(label) {
		return ""
	}
	return label
}

// ofThisUnit takes a name off a figure where nothing of the kind can be counted in its unit: 4个 are no 销号率 (问题销号率97.2%，剩余4个正在整改), and
// 1名 is no 县 (4个县仅1名).
func (l *labeller) ofThisUnit(m *mark, label string) string {
	rate := m.carried && !m.changes && strings.HasSuffix(label, "率") && l.UnitsCounted.Has(m.unit) && !l.isRate(m.unit)
	if rate || l.UnitsOfPeople.Has(m.unit) && l.DocumentPlaces.Has(label) {
		return ""
	}
	return label
}

// oneEach takes the one name off the figures of a list with 分别 that has not been told apart:
// 分别在东街、西街设立服务点3个、2个 says which are where, and the name does not.
func (l *labeller) oneEach(c *clause) {
	s := l.s
	if c.last-c.first < 2 || !strings.Contains(s.marks[c.first].pre, "分别") {
		l.oneName(c)
		return
	}
	first := &s.marks[c.first]
	if n := c.last - c.first; len(l.splitList(first.label)) < 2 && c.first >= n && s.clauses[s.marks[c.first-1].clause].sentence == c.sentence {
		return // 党组会28次、局务会19次，其中研究法治议题分别为11次、9次: the one name is of both
	}
	for k := c.first + 1; k < c.last; k++ {
		if m := &s.marks[k]; m.pre != "" || m.post != "" || m.unit != first.unit || m.label != first.label {
			return
		}
	}
	for k := c.first; k < c.last; k++ {
		s.marks[k].label = ""
	}
	l.last = ""
}

// oneName takes the name off two numbers in one unit that have it together: 下沉事项134项、57项 says which number is where,
// and the name does not. Two numbers that are alike, or one in brackets, are no such list.
func (l *labeller) oneName(c *clause) {
	s := l.s
	if c.last-c.first != 2 {
		return
	}
	first, second := &s.marks[c.first], &s.marks[c.first+1]
	if second.pre != "" || second.post != "" || second.unit != first.unit || second.label != first.label || second.clause != first.clause || second.pair != single || s.text[first.next:second.start] != "、" || second.changes {
		return
	}
	first.label, second.label, l.last = "", "", ""
}
