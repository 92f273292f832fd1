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
			for k := c.first; k < c.last; k++ {
				s.marks[k].by = "several numbers of one clause"
			}
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

// name gives mark k, of clause i, its label: by the figure before it that it goes on with, or by the words around it. What comes of that is mended as a
// whole, and then carried on to the figures that follow.
func (l *labeller) name(m *mark, k, i int) {
	if l.Among.Has(m.post) {
		m.post = "" // 已审结的71件中，胜诉66件
	}
	switch {
	case l.goesOn(m, k, i):
		m.by = "goes on with the figure before"
		return
	case l.nameEarlier(m, k, i):
		m.by = "earlier year"
		return
	case l.nameTotal(m, k, i):
		m.by = "total"
		return
	}
	p := l.parse(m.pre)
	if p.among {
		m.leads = true
		l.whole, l.inner = l.subject, l.s.clauses[i].sentence+1
	}
	if l.turnsTo(p.core, i) {
		l.inner = 0
	}
	m.inner = l.inner == l.s.clauses[i].sentence+1
	m.changes = p.changes
	l.nameByWords(m, p, k, i)
	l.mend(m, k, i)
	l.carryOn(m, p, i)
}

// goesOn names a figure that goes on with the one before it: in the same clause, behind a comma, or in brackets that hold no words.
func (l *labeller) goesOn(m *mark, k, i int) bool {
	s := l.s
	if prev := s.previous(k); prev != nil {
		return l.follows(m, prev)
	}
	if prev := s.beforeComma(k); prev != nil && l.opensLater(m.pre) && l.follows(m, prev) {
		return true
	}
	if !s.clauses[i].inBrackets || m.pre != "" || m.post != "" {
		return false
	}
	m.label, m.carried = l.last, true
	m.label = l.countsNoRate(m, m.label)
	if m.earlier = l.yearAround(i); m.earlier != "" && m.label != "" {
		m.label = l.shorten(m.earlier + m.label) // 与2023年（265宗）相比
	}
	return true
}

// nameByWords names a figure by the words around it.
func (l *labeller) nameByWords(m *mark, p phrase, k, i int) {
	switch {
	case p.rest != "":
		m.by = "the rest"
		l.nameRest(m, p, k)
	case l.last != "" && m.post == "" && !l.startsAnew(i) && l.Converted.Has(p.core): // 1860亩，合124公顷
		m.by = "the same in another unit"
		m.label, m.subject, m.carried = l.last, l.subject, true
	case l.nameSize(m, p):
		m.by = "size"
	case m.post != "" && (l.followed(m) || l.timely(p)):
		l.nameAfter(m, p, k)
	case p.core == "" && !p.share:
		l.nameBare(m, k, i)
	default:
		l.nameBefore(m, p, k, i)
	}
}

// mend takes from a name what is no part of it and adds what it has to say: each line is of one kind of slip that a name put together of words can have.
func (l *labeller) mend(m *mark, k, i int) {
	l.ofYear(m)
	l.timesOfLastYear(m)
	m.label = l.putRight(m, l.withoutHaving(l.untorn(m.label), m.unit))
	m.subject = l.withoutHaving(m.subject, m.unit)
	if dated, thing, ok := l.ofEarlierYear(m.label); ok {
		m.label, m.subject, m.earlier = dated, thing, dated[:len(dated)-len(thing)]
	}
	m.label = l.notOfNew(m, m.label)
	m.label = l.notOfPeople(m, k, m.label)
	m.label = l.narrowed(m, m.label)
	m.label = l.averaged(m, m.label)
	m.label = l.proposed(m, m.label)
	m.label = l.trimLabel(l.shorten(m.label))
	if m.carried {
		m.label = saidOnce(m.label)
	}
	m.label = l.ofThisUnit(m, m.label)
	m.label = l.saidInFull(m)
	m.label = l.averted(m, k, m.label)
	m.label = l.ofOccasion(m, i, m.label)
	m.label = l.inAveragedList(m, k, m.label)
}

// carryOn remembers what the figure was of, for those after it that leave it out.
func (l *labeller) carryOn(m *mark, p phrase, i int) {
	c := &l.s.clauses[i]
	if !m.carried && !c.inBrackets && !(l.LeftOver.Suffix(m.label) > 0 && l.subject != "") {
		l.rest = ""
		l.prior, l.priorUnit, l.priorAt = l.subject, l.unit, l.clause
		l.subject, l.unit, l.clause = withoutEachOne(m.subject), m.unit, i
		if !p.among && m.unit != l.wholeUnit {
			l.inner = 0 // of another kind than the parts
		}
		if l.inner != c.sentence+1 {
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
