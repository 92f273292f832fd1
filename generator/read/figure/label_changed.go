package figure

import "strings"

// changedOf is what has changed: after 其中纠错96件，较去年32件 it is 纠错, not the whole.
func (l *labeller) changedOf(m *mark, k int, core string) string {
	s := l.s
	if l.NetChanges.Prefix(core) > 0 && l.noVerb(m.subject) != m.subject {
		m.changed = unsure // 新设主体1.1万户，注销主体0.3万户，净增0.8万户: of neither
		return l.noVerb(m.subject)
	}
	if l.listedBefore(m, k) {
		m.changed = unsure
		return ""
	}
	for j := k - 1; j >= 0 && m.inner; j-- {
		o := &s.marks[j]
		if s.clauses[o.clause].sentence != s.clauses[m.clause].sentence {
			break
		}
		if o.changes && !o.carried {
			break // 其中居民收入增长5%、快于经济增速1个百分点
		}
		if !o.changes && o.inner && o.label != "" && l.earlierPeriod(o.pre) == "" {
			if l.oneOfParts(j) && m.unit != "个百分点" {
				m.changed = unsure
				return ""
			}
			return o.label
		}
	}
	if k > 0 && s.marks[k-1].clause == m.clause-1 && s.clauses[m.clause-1].last-s.clauses[m.clause-1].first == 1 {
		if o := &s.marks[k-1]; o.carried && !o.changes && !l.isRate(o.unit) && (o.unit != l.unit || l.onlyVerbs(m.subject)) && l.changesAlone(o, m) && s.clauses[o.clause].sentence == s.clauses[m.clause].sentence {
			return o.label // 检查3420次，减少18%；立案263起，较上年增长5%
		} else if o.carried && !o.changes && !l.isRate(o.unit) && o.unit != l.unit && l.Attributes.Suffix(o.label) > 0 {
			return o.label // 办理许可3260件，平均用时2天，较法定时限缩短87%
		}
	}
	if o := l.nearer(m, k); o != nil {
		return o.label
	}
	if l.Changing.Suffix(core) < len(core) {
		return l.fullNoun(m.subject) // 受理许可60件，办理时限压缩6%: the time is not that of 受理
	}
	return l.withDeed(m.subject)
}

// withDeed is what a change is of: the subject with the verb that says what was done, for 破获刑事案件 may rise
// while 刑事案件 fall. Whoever did it is left out, and so is a verb that says of a change itself: 减少办理时间3天，下降12%.
func (g grammar) withDeed(subject string) string {
	if g.Falls.Prefix(subject) > 0 || g.Rises.Prefix(subject) > 0 {
		return g.fullNoun(subject)
	}
	return g.withoutDoer(subject)
}

// oneOfParts reports whether mark j ends a list of several parts of a whole. Of 办理许可94件，其中新办31件、
// 延续52件、变更11件，同比增长9% it is rather the whole that has grown than the last of the parts.
func (l *labeller) oneOfParts(j int) bool {
	if j == 0 {
		return false
	}
	first, last := &l.s.marks[j-1], &l.s.marks[j]
	return first.inner && !first.changes && first.clause == last.clause && first.unit == last.unit && strings.HasPrefix(l.s.text[first.next:last.start], "、")
}

// listedBefore reports whether a rate of change stands right behind a list of different things, of
// which nobody can say which has changed: 案件240件、罚款310万元，同比下降11%.
func (l *labeller) listedBefore(m *mark, k int) bool {
	s := l.s
	if m.unit != "%" || k < 2 || s.marks[k-1].clause == m.clause || s.marks[k-2].clause != s.marks[k-1].clause {
		return false
	}
	last, first := &s.marks[k-1], &s.marks[k-2]
	if s.clauses[last.clause].sentence != s.clauses[m.clause].sentence || last.clause != m.clause-1 || m.inner || l.isRate(last.unit) || l.isRate(first.unit) {
		return false
	}
	return last.label != first.label && last.pair == single && last.pre != "" && strings.HasPrefix(s.text[first.next:last.start], "、")
}

// changesAlone reports whether a change m behind figure o is of that figure and not of the subject
// both carry on: verbs that say enough have their own changes (问题169个，整改率98%；立案查处28件，增长5%), and
// a change counted in the unit of the figure can be of no other (检查企业500家；立案12起，增加2起).
func (l *labeller) changesAlone(o, m *mark) bool {
	if o.label == "" {
		return false
	}
	said := strings.TrimPrefix(o.label, l.topic)
	return l.VerbsAlone.Has(said) || m.unit == o.unit || l.startsAnew(o.clause) && l.onlyVerbs(said) && l.sayEnough(said)
}
