package figure

import "strings"

// bareNumber is a figure with no words of its own: 组 of 实施5批次19组战略性重组, or the 96名 of 每村配备法律明白人3名，共96名.
type bareNumber struct {
	*labeller
	m    *mark
	k, i int // the mark, and its clause
}

// besideBare are the neighbours in its clause that name such a figure.
var besideBare = []step[*bareNumber]{
	{"noun of the number behind", (*bareNumber).ofNounBehind},
	{"neighbour", (*bareNumber).ofNeighbour},
	{"rate told on", (*bareNumber).rateToldOn},
}

// nameBare names a figure that nothing names in its clause but its neighbour, or else what the clauses before are about.
func (l *labeller) nameBare(m *mark, k, i int) {
	n := &bareNumber{labeller: l, m: m, k: k, i: i}
	m.carried = true
	if m.by = firstOf(besideBare, n); m.by != "" {
		return
	}
	m.by = "subject before"
	m.label, m.subject = l.context(i), l.context(i)
	if l.ofWholePlace(m, i) || n.behindOtherWords() {
		m.label, m.subject = "", ""
		return
	}
	n.withoutWordsOfOthers()
	if l.shared != "" && (l.isRate(m.unit) || m.num.Fraction) && l.s.previous(k) != nil {
		m.label, m.subject = l.shared+"占比", l.shared
		return
	}
	if m.changes || l.isRate(m.unit) && m.label != "" && l.parse(m.pre).share {
		m.label += "占比"
	}
	if m.label == "" {
		m.by = "words around"
		n.nameByAnyWords()
	}
}

// ofNounBehind names a number by the noun after the next, which it touches: 战略性重组 of 实施5批次19组战略性重组.
func (n *bareNumber) ofNounBehind() bool {
	next := n.k + 1
	if next >= n.s.clauses[n.i].last || n.s.marks[next].clause != n.i || n.s.marks[next].start != n.m.next {
		return false
	}
	noun := n.nounBehind(next, n.i)
	if noun == "" {
		return false
	}
	n.m.label, n.m.subject = noun, noun
	return true
}

// ofNeighbour names a number like the one that it touches (培训3期138人次), or like the change before it: 分别下降13.7%和25.9%.
func (n *bareNumber) ofNeighbour() bool {
	prev := n.s.previous(n.k)
	if prev == nil || n.m.post != "" || prev.next != n.m.start && !prev.changes {
		return false
	}
	gap := n.s.text[prev.next:max(prev.next, n.m.start)]
	listed := gap == "和" || gap == "、" || gap == "与"
	if prev.changes && n.m.unit != prev.unit && prev.next != n.m.start && !(listed && n.isRate(n.m.unit) && n.m.pre == "") {
		return false // 增长12件、8%: by as much
	}
	if !prev.changes {
		n.m.label, n.m.subject = prev.label, prev.subject
		return true
	}
	n.m.label, n.m.subject = prev.subject, prev.subject
	if prev.changed == unsure || listed {
		n.m.label, n.m.changes = prev.label, true
	}
	return true
}

// rateToldOn names a rate that goes on with the one before: 化解率达到97.9%，首次突破95%.
func (n *bareNumber) rateToldOn() bool {
	if n.m.unit != "%" || n.rate == "" || !n.sameSentence(n.i) {
		return false
	}
	n.m.label, n.m.subject = n.rate, n.subject
	return true
}

// behindOtherWords reports whether the number follows words that hold no figure, and not the subject before these: they stand behind a semicolon (案件增加17件；
// 个别负责人“出庭不出声”，共2件), or it is counted in another unit than that subject (检查企业86家，提出整改意见，共120条).
func (n *bareNumber) behindOtherWords() bool {
	s := n.s
	if n.clause >= n.i-1 || s.clauses[n.i-1].last != 0 || s.clauses[n.i-1].sentence != s.clauses[n.i].sentence {
		return false
	}
	return s.semicolonBetween(n.clause, n.i-1) || n.subject != "" && n.unit != "" && n.m.unit != n.unit && n.sameSentence(n.i)
}

// withoutWordsOfOthers takes from the subject what is not said of a number that has no words: that each village has so many (每村配备法律明白人3名，共96名), and that
// they are new (新增示范村2个，累计达到11个).
func (n *bareNumber) withoutWordsOfOthers() {
	m := n.m
	if m.post == "" && m.unit == n.unit && !n.isRate(m.unit) {
		m.label = n.withoutEach(m.label)
	}
	if of := n.withoutOpenings(m.label); n.newly(of) > 0 && n.saysTotal(m.pre) {
		m.label = n.noVerb(of)
	}
}

// nameByAnyWords names a number that nothing before it names by the few words around it, or by the clause before: 班子集体学法，全年不少于4次. What
// says only when or how many is no name: 案件数量超过去年，共120件.
func (n *bareNumber) nameByAnyWords() {
	m, s, i := n.m, n.s, n.i
	onlyOpening := m.post == "" && n.opening(m.pre) > 0 && n.trimBridges(n.withoutOpenings(m.pre)) == ""
	switch {
	case n.boundAtEnd(m.pre) == 0 && !(onlyOpening && i > 0 && s.clauses[i-1].last == 0):
		m.label = strings.Trim(m.pre+m.post, "、，：的")
	case i > 0 && s.clauses[i-1].last == 0 && s.clauses[i-1].sentence == s.clauses[i].sentence:
		before := tidy(s.text[s.clauses[i-1].start:s.clauses[i-1].end])
		if m.label = n.objectOf(before); onlyOpening && n.noVerb(n.parse(before).core) == n.parse(before).core {
			m.label = ""
		}
		m.subject = m.label
	}
}

// nounBehind is the noun that clause i has behind mark k, which may be of the one before
// too: 战略性重组 of 实施5批次19组战略性重组; "" after 培训3期138人次.
func (l *labeller) nounBehind(k, i int) string {
	following := l.s.text[l.s.marks[k].next:l.s.clauses[i].end]
	return l.owner(l.nounOf(strings.TrimPrefix(tidy(head(following, 60)), "的")))
}
