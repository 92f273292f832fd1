package figure

import "strings"

// shareName names a share by the figure right before it: 撤销占比 of 维持21件，占38%；撤销4件，占7%, where 撤销 is
// carried on as is. Of several figures listed together nobody can say of which it is, and a
// share of what was planned is that of no whole.
func (l *labeller) shareName(m *mark, core string, i int) string {
	s := l.s
	if m.subject == "" {
		return core
	}
	if i > 0 && s.clauses[i-1].last > 0 && s.clauses[i-1].last == s.clauses[i].first && s.clauses[i-1].sentence == s.clauses[i].sentence {
		before := &s.clauses[i-1]
		prev := &s.marks[before.last-1]
		switch {
		case prev.clause != i-1 || prev.changes || l.isRate(prev.unit):
		case prev.label == "":
			return core
		case l.GoalsNamed.In(core):
			return prev.label + core // 完成投资12亿元，占年度计划的103%
		case before.last-before.first > 1 && !prev.inner:
			return core
		case before.last-before.first == 1 && strings.HasSuffix(prev.label, "的"+m.subject):
			return prev.label + "占比" // 318名民警取得资格，占民警总数的92%: of those who have it
		case prev.carried && before.last-before.first == 1:
			return prev.label + "占比" // 受理案件120件，审结110件，占91.7%: of those closed
		}
	}
	if l.GoalsNamed.In(core) {
		return m.subject + core
	}
	return m.subject + "占比"
}

// shareOfWhole is what makes up a share of something else: 联合检查 of 联合检查占全部检查.
func (g grammar) shareOfWhole(core string) string {
	at := strings.LastIndex(core, "占")
	if at <= 0 || g.ShareOf.Prefix(core[at:]) == 0 {
		return ""
	}
	return core[:at-g.Hedges.Suffix(core[:at])]
}
