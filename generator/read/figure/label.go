package figure

import (
	"cmp"
	"strings"
	"unicode/utf8"
)

// maxLabel is how many characters a label may have before it is cut down.
const maxLabel = 20

// labeller names the figures of one block. It carries the subject on from
// clause to clause: 调解矛盾纠纷2075起，…成功率达96%.
type labeller struct {
	grammar
	s     *scanner
	topic string // what the paragraph is about: 行政复议

	subject   string // of the last figure that named its own
	prior     string // the subject before that
	priorUnit string // of the figure that set prior
	priorAt   int    // the clause of that figure
	unit      string // of the figure that set subject
	clause    int    // of that figure
	whole     string // the subject before 其中
	wholeUnit string
	inner     int       // one more than the sentence of 其中; its items are parts of whole
	shared    string    // the subject before 占
	last      string    // the last label given
	rate      string    // that label when it was of a rate
	rest      string    // 其余 or 其他 with its noun, where no subject has come since
	outside   *labeller // what was known before the brackets that are being read
}

// run names all marks of a block.
func (l *labeller) run() {
	s := l.s
	for i := range s.clauses {
		c := &s.clauses[i]
		if c.last == 0 {
			continue
		}
		s.splitWords(c)
		l.announced(c, i)
		if c.inBrackets && l.outside == nil {
			outside := *l
			l.outside = &outside
		} else if !c.inBrackets && l.outside != nil {
			*l = *l.outside
		}
		if c.inBrackets && c.first > 0 && !s.clauses[s.marks[c.first-1].clause].inBrackets {
			l.resume(&s.marks[c.first-1])
		}
		if l.ItemOpenings.Prefix(tidy(s.text[c.start:c.end])) > 0 {
			*l = labeller{grammar: l.grammar, s: s, topic: l.topic, clause: i}
		}
		if l.distribute(c, i) {
			continue
		}
		for k := c.first; k < c.last; k++ {
			if s.marks[k].clause != i {
				continue
			}
			l.name(&s.marks[k], k, i)
		}
		l.oneEach(c)
		l.doneToAll(c)
	}
}

// resume makes the figure before brackets what they go on about: the clause
// around them is named by now, with figures that stand after them (31起已结案（其中警告20家）、2起
// 在办).
func (l *labeller) resume(m *mark) {
	l.subject, l.unit, l.last, l.clause = m.subject, m.unit, m.label, m.clause
	l.whole, l.wholeUnit, l.rate, l.inner = m.subject, m.unit, "", 0
}

// announced gives a figure with nothing before it the words before a colon:
// 办理案件：120件.
func (l *labeller) announced(c *clause, i int) {
	const longest = 60 // bytes
	if i == 0 || l.s.clauses[i-1].last != 0 || l.s.marks[c.first].pre != "" {
		return
	}
	if before := &l.s.clauses[i-1]; (before.stop == '：' || before.stop == ':') && before.end-before.start <= longest {
		l.s.marks[c.first].pre = tidy(l.s.text[before.start:before.end])
	}
}

// name gives mark k, of clause i, its label.
func (l *labeller) name(m *mark, k, i int) {
	s := l.s
	if l.Among.Has(m.post) {
		m.post = "" // 已审结的71件中，胜诉66件
	}
	if prev := s.previous(k); prev != nil {
		if l.follows(m, prev) {
			return
		}
	} else if prev := s.beforeComma(k); prev != nil && l.opensLater(m.pre) && l.follows(m, prev) {
		return
	} else if s.clauses[i].inBrackets && m.pre == "" && m.post == "" {
		m.label, m.carried = l.last, true
		m.label = l.countsNoRate(m, m.label)
		if m.earlier = l.yearAround(i); m.earlier != "" && m.label != "" {
			m.label = l.shorten(m.earlier + m.label) // 与2023年（265宗）相比
		}
		return
	}
	if l.nameEarlier(m, k, i) || l.nameTotal(m, k, i) {
		return
	}
	p := l.parse(m.pre)
	if p.among {
		m.leads = true
		l.whole, l.inner = l.subject, s.clauses[i].sentence+1
	}
	if l.turnsTo(p.core, i) {
		l.inner = 0
	}
	m.inner = l.inner == s.clauses[i].sentence+1
	m.changes = p.changes
	switch {
	case p.rest != "":
		l.nameRest(m, p, k)
	case l.last != "" && m.post == "" && !l.startsAnew(i) && l.Converted.Has(p.core): // 1860亩，合124公顷
		m.label, m.subject, m.carried = l.last, l.subject, true
	case l.nameSize(m, p):
	case m.post != "" && (l.followed(m) || l.timely(p)):
		l.nameAfter(m, p, k)
	case p.core == "" && !p.share:
		l.nameBare(m, k, i)
	default:
		l.nameBefore(m, p, k, i)
	}
	l.ofYear(m)
	l.timesOfLastYear(m)
	m.label = l.putRight(m, l.withoutHaving(l.untorn(m.label), m.unit))
	m.subject = l.withoutHaving(m.subject, m.unit)
	if dated, thing, ok := l.ofEarlierYear(m.label); ok {
		m.label, m.subject, m.earlier = dated, thing, dated[:len(dated)-len(thing)]
	}
	m.label = l.trimLabel(l.shorten(l.proposed(m, l.averaged(m, l.narrowed(m, l.notOfPeople(m, k, l.notOfNew(m, m.label)))))))
	if m.carried {
		m.label = saidOnce(m.label)
	}
	m.label = l.averted(m, k, l.saidInFull(m))
	m.label = l.inAveragedList(m, k, l.ofOccasion(m, i, m.label))
	if !m.carried && !s.clauses[i].inBrackets && !(l.LeftOver.Suffix(m.label) > 0 && l.subject != "") {
		l.rest = ""
		l.prior, l.priorUnit, l.priorAt = l.subject, l.unit, l.clause
		l.subject, l.unit, l.clause = withoutEachOne(m.subject), m.unit, i
		if !p.among && m.unit != l.wholeUnit {
			l.inner = 0 // of another kind than the parts
		}
		if l.inner != s.clauses[i].sentence+1 {
			l.whole, l.wholeUnit = m.subject, m.unit
		}
	}
	l.last, l.rate = m.label, ""
	if m.unit == "%" && !m.changes {
		l.rate = m.label
	}
}

// saidInFull is a label that says too little alone with the word that its clause has before it (提出建议), or that it leaves out:
// 持证人员 of 持证1200人.
func (l *labeller) saidInFull(m *mark) string {
	if l.UnitsOfPeople.Has(m.unit) && l.StatesOfPeople.Has(m.label) {
		return m.label + "人员"
	}
	if l.UnitsOfPeople.Has(m.unit) && l.Holding.Prefix(m.label) > 0 && strings.Contains(m.pre, m.label+"的") {
		return m.label + "的人员" // 具有化工、机械等专业背景的只有12人
	}
	if n := l.Establishments.Suffix(m.label); n > 0 && m.carried && l.Having.Has(m.pre) {
		return m.pre + cmp.Or(m.label[:len(m.label)-n], "人员") // 实有执法人员 of 执法人员编制52名，实有41名
	}
	words, ok := strings.CutSuffix(m.pre, m.label)
	if n := l.LightVerbsKept.Suffix(words); ok && n > 0 && !m.carried && utf8.RuneCountInString(m.label) == 2 {
		return words[len(words)-n:] + m.label
	}
	return m.label
}

// nounBehind is the noun that clause i has behind mark k, which may be of the one before
// too: 战略性重组 of 实施5批次19组战略性重组; "" after 培训3期138人次.
func (l *labeller) nounBehind(k, i int) string {
	following := l.s.text[l.s.marks[k].next:l.s.clauses[i].end]
	return l.owner(l.nounOf(strings.TrimPrefix(tidy(head(following, 60)), "的")))
}

// nameBare names a figure that nothing names in its clause but its neighbour:
// 实施5批次19组战略性重组, or the figure before.
func (l *labeller) nameBare(m *mark, k, i int) {
	s := l.s
	m.carried = true
	if next := k + 1; next < s.clauses[i].last && s.marks[next].clause == i && s.marks[next].start == m.next {
		if noun := l.nounBehind(next, i); noun != "" {
			m.label, m.subject = noun, noun
			return
		}
	}
	if prev := s.previous(k); prev != nil && (prev.next == m.start || prev.changes && m.unit == prev.unit) && m.post == "" {
		if prev.changes {
			m.label, m.subject = prev.subject, prev.subject
			if gap := s.text[prev.next:m.start]; prev.changed == unsure || gap == "和" || gap == "、" || gap == "与" {
				m.label, m.changes = prev.label, true
			}
			return
		}
		m.label, m.subject = prev.label, prev.subject
		return
	}
	if m.unit == "%" && l.rate != "" && s.clauses[i].sentence == s.clauses[l.clause].sentence {
		m.label, m.subject = l.rate, l.subject // 化解率达到97.9%，首次突破95%
		return
	}
	m.label, m.subject = l.context(i), l.context(i)
	if l.ofWholePlace(m, i) {
		m.label, m.subject = "", ""
		return
	}
	if m.post == "" && m.unit == l.unit && !l.isRate(m.unit) {
		m.label = l.withoutEach(m.label) // 每村配备法律明白人3名，共96名
	}
	if of := l.withoutOpenings(m.label); l.newly(of) > 0 && l.saysTotal(m.pre) {
		m.label = l.noVerb(of) // 新增示范村2个，累计达到11个
	}
	if l.shared != "" && (l.isRate(m.unit) || m.num.Fraction) && s.previous(k) != nil {
		m.label, m.subject = l.shared+"占比", l.shared
		return
	}
	if m.changes || l.isRate(m.unit) && m.label != "" && l.parse(m.pre).share {
		m.label += "占比"
	}
	onlyOpening := m.post == "" && l.opening(m.pre) > 0 && l.trimBridges(l.withoutOpenings(m.pre)) == ""
	switch {
	case m.label != "":
	case l.boundAtEnd(m.pre) == 0 && !(onlyOpening && i > 0 && s.clauses[i-1].last == 0):
		m.label = strings.Trim(m.pre+m.post, "、，：的")
	case i > 0 && s.clauses[i-1].last == 0 && s.clauses[i-1].sentence == s.clauses[i].sentence:
		before := tidy(s.text[s.clauses[i-1].start:s.clauses[i-1].end])
		if m.label = l.objectOf(before); onlyOpening && l.noVerb(l.parse(before).core) == l.parse(before).core {
			m.label = "" // 案件数量超过去年，共120件
		}
		m.subject = m.label // 班子集体学法，全年不少于4次
	}
}
