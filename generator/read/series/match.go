package series

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
)

// matcher links the values of two years. The indexes of its links are those of
// the two lists.
type matcher struct {
	before, now *Measures
	words       *lexicon.Lexicon
	found       []Link
	takenNow    map[int]int // what each is linked with, several for those that stay alone
	takenThen   map[int]bool
}

// leave keeps a value of the year from every later link.
func (m *matcher) leave(now int) { m.takenNow[now] = several }

// isTaken reports whether a value of the year is linked, or must not be.
func (m *matcher) isTaken(now int) bool {
	_, ok := m.takenNow[now]
	return ok
}

func (m *matcher) link(l Link) {
	m.takenNow[l.Now], m.takenThen[l.Before] = l.Before, true
	m.found = append(m.found, l)
}

// byIndicator links the figures of the indicators that both reports state once.
func (m *matcher) byIndicator() {
	then := onlyOnes(m.before, func(v *measured) string { return v.f.Indicator })
	now := onlyOnes(m.now, func(v *measured) string { return v.f.Indicator })
	for i := range m.now.list {
		id := m.now.list[i].f.Indicator
		at, ok := then[id]
		if n := now[id]; id == "" || !ok || at == several || n == several || m.isTaken(i) || m.takenThen[at] {
			continue
		}
		switch a, b := &m.before.list[at], &m.now.list[i]; {
		case a.isNew != b.isNew || a.scopes != b.scopes || isOfOther(a, b) && !m.isTurned(a.core, b.core) || isOfOtherField(a, b) || m.isOfOtherStage(a, b) || m.isOfOtherThing(a, b) || m.isOfKind(a, b) || isOfOtherKind(a, b):
		case a.unit == b.unit:
			m.link(Link{Before: at, Now: i, By: ByIndicator, Score: 100})
		case isAlikeUnit(a, b, m.words):
			m.link(Link{Before: at, Now: i, By: ByIndicator, Score: 100, Break: &Break{Reason: Unit}})
		}
	}
}

// isOfOther reports whether what is counted of one indicator is plainly told apart:
// 镇党委会议研究法治工作 and 镇长主持研究法治工作. A word or two may change from year to
// year, and a label that borrows words may borrow others.
func isOfOther(a, b *measured) bool {
	if a.core == "" || b.core == "" || a.own != "" && a.own == b.own {
		return false
	}
	const word = 2 // characters
	front, back := common(a.core, b.core)
	more := func(core string) int { return utf8.RuneCountInString(core[front : len(core)-back]) }
	return min(more(a.core), more(b.core)) > word
}

// several marks a name that a report states with different values.
const several = -1

// onlyOnes are the values that are the only ones of their name in a report.
func onlyOnes(ms *Measures, name func(*measured) string) map[string]int {
	at := map[string]int{}
	for i := range ms.list {
		k := name(&ms.list[i])
		if k == "" {
			continue
		}
		if _, ok := at[k]; ok {
			at[k] = several
		} else {
			at[k] = i
		}
	}
	return at
}

// mostAlike is how many figures of one name are compared with each other; of more
// no two could be told apart.
const mostAlike = 30

// byCore links values of one core and unit.
func (m *matcher) byCore() {
	then := m.before.cores(func(i int) bool { return m.takenThen[i] })
	now := m.now.cores(m.isTaken)
	for i := range m.now.list {
		v := &m.now.list[i]
		k := v.unit + "\t" + v.core
		a, b := then[k], now[k]
		if v.core == "" || m.isTaken(i) || len(a) == 0 || b[0] != i {
			continue
		}
		if len(a) <= mostAlike && len(b) <= mostAlike {
			m.settle(a, b)
		}
	}
}

// cores are the values that are not linked yet, by unit and core.
func (ms *Measures) cores(taken func(int) bool) map[string][]int {
	at := make(map[string][]int, len(ms.list))
	for i := range ms.list {
		if !taken(i) {
			k := ms.list[i].unit + "\t" + ms.list[i].core
			at[k] = append(at[k], i)
		}
	}
	return at
}

// mostPairs is how many pairs of one unit are looked at word by word. A report has
// a few hundred; more are not what a person could tell apart, and cost too much.
const mostPairs = 10_000

// byWords links values of one unit by all that is known of them. What is linked
// then helps those that stand beside it.
func (m *matcher) byWords() {
	for range 2 {
		found := len(m.found)
		m.settleAll()
		if len(m.found) == found {
			return
		}
	}
}

// settleAll links what is left in each unit.
func (m *matcher) settleAll() {
	for _, unit := range slices.Sorted(keys(m.now.units)) {
		a := slices.DeleteFunc(slices.Clone(m.before.units[unit]), func(i int) bool { return m.takenThen[i] })
		b := slices.DeleteFunc(slices.Clone(m.now.units[unit]), m.isTaken)
		if len(a) > 0 && len(b) > 0 && len(a)*len(b) <= mostPairs {
			m.settle(a, b)
		}
	}
}

func keys(m map[string][]int) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// Of two values that are linked the score is at least enough, and every other
// pair of one of them is worse by at least margin.
const (
	enough = 65
	margin = 10
)

// settle links those of the values then and now that are each other's best, and
// surely so.
func (m *matcher) settle(then, now []int) {
	type best struct{ at, score, second int }
	note := func(b *best, at, score int) {
		switch {
		case score > b.score:
			b.at, b.second, b.score = at, b.score, score
		case score > b.second:
			b.second = score
		}
	}
	bestNow, bestThen := make([]best, len(now)), make([]best, len(then))
	for k, i := range now {
		for j, at := range then {
			if score := m.score(&m.before.list[at], &m.now.list[i]); score > 0 {
				note(&bestNow[k], j, score)
				note(&bestThen[j], k, score)
			}
		}
	}
	for k, i := range now {
		b := bestNow[k]
		if b.score < enough || b.score-b.second < margin {
			continue
		}
		if o := bestThen[b.at]; o.at != k || o.score-o.second < margin {
			continue
		}
		if isOfOtherField(&m.before.list[then[b.at]], &m.now.list[i]) {
			continue // but a rival: its like under no heading may be of either field
		}
		m.link(Link{Before: then[b.at], Now: i, By: ByWords, Score: min(b.score, 99)})
	}
}

// What makes a score.
const (
	sameLabel    = 60 // the same label
	sameCore     = 55 // the same but for words that say nothing
	suppliedOnce = 45 // one says more, and the other's sentence or heading says that too
	suppliedBoth = 35 // each says more, and the other's sentence or heading says that too
	sameSection  = 25
	nearSection  = 12
	sameClause   = 10
	sameUnit     = 5
	besideLinked = 12  // the figures before, or behind, them in their sentences are linked
	oneIndicator = -15 // the catalogue knows one of them and not the other
	onlyOne      = 35  // in neither report anything else is counted in the unit
	tooShort     = -20 // of 罚款 only the place says what is counted
)

// shortest is how many characters a label needs to say by itself what is
// counted. Of 罚款 or 立案 only the place says what.
const shortest = 4

// score is how sure it is that two values of one unit count the same thing, 0
// where they do not.
func (m *matcher) score(a, b *measured) int {
	if a.scopes != b.scopes || a.f.Indicator != "" && b.f.Indicator != "" && a.f.Indicator != b.f.Indicator {
		return 0
	}
	score := m.alike(a, b)
	if score == 0 || m.isOfOtherStage(a, b) || isOfOtherKind(a, b) {
		return 0
	}
	switch {
	case a.section == b.section && a.section != "":
		score += sameSection
	case near(a.section, b.section):
		score += nearSection
	}
	if a.own != "" && a.own == b.own {
		score += sameClause
	}
	if a.f.Unit == b.f.Unit {
		score += sameUnit
	}
	if (a.f.Indicator == "") != (b.f.Indicator == "") && !a.stock && !b.stock {
		score += oneIndicator
	}
	score += m.beside(a, b, -1) + m.beside(a, b, 1)
	if a.lone && b.lone {
		score += onlyOne
	}
	if utf8.RuneCountInString(a.core) < shortest || !a.f.Own || !b.f.Own {
		score += tooShort
	}
	return score
}

// beside is what the neighbours of two values say for them.
func (m *matcher) beside(a, b *measured, step int) int {
	i, k := a.place+step, b.place+step
	if i < 0 || i >= len(m.before.list) || k < 0 || k >= len(m.now.list) {
		return 0
	}
	if then, ok := m.takenNow[k]; !ok || then != i || m.before.list[i].context.Start != a.context.Start || m.now.list[k].context.Start != b.context.Start {
		return 0
	}
	return besideLinked
}

// alike compares what two values count.
func (m *matcher) alike(a, b *measured) int {
	switch {
	case a.core == "" || b.core == "":
		return 0
	case a.f.KindLabel() == b.f.KindLabel():
		return sameLabel
	case a.core == b.core:
		return sameCore
	}
	if m.isTurned(a.core, b.core) {
		return sameCore
	}
	// A label that borrows words may borrow the wrong ones: where the words of
	// the clauses are the same, they say what is counted.
	within := strings.Contains(a.core, b.core) || strings.Contains(b.core, a.core)
	if a.own != "" && a.own == b.own && (!a.f.Own || !b.f.Own || within && utf8.RuneCountInString(a.own) >= shortest) {
		return sameCore
	}
	front, back := common(a.core, b.core)
	moreA, moreB := a.core[front:len(a.core)-back], b.core[front:len(b.core)-back]
	if front+back < 2*len("案") {
		return 0
	}
	if front == 0 && (moreA == "" && m.isOfStaff(moreB, a.core) || moreB == "" && m.isOfStaff(moreA, b.core)) {
		return suppliedOnce
	}
	if moreA == "" && m.isLight(moreB, a.core) || moreB == "" && m.isLight(moreA, b.core) {
		return suppliedOnce
	}
	switch suppliedA, suppliedB := m.supplied(moreA, m.now, b), m.supplied(moreB, m.before, a); {
	case !suppliedA || !suppliedB:
		return 0
	case moreA == "" || moreB == "":
		return suppliedOnce
	}
	return suppliedBoth
}

// supplied reports whether what one label says more than another is said by the
// sentence of that other one, or the heading above it.
func (m *matcher) supplied(more string, by *Measures, other *measured) bool {
	if more == "" {
		return true
	}
	if m.words.SeriesSteps.In(more) {
		return m.inherits(more, by, other)
	}
	said := other.section + "\n" + core(by.r.Source.Slice(other.context), m.words)
	for more != "" {
		n := longestIn(more, said)
		if n == 0 {
			return false
		}
		more = more[n:]
	}
	return true
}

// longestIn is how much of the beginning of s, two characters or more, stands
// somewhere in text.
func longestIn(s, text string) int {
	longest := 0
	for end, count := 0, 1; end < len(s); count++ {
		_, size := utf8.DecodeRuneInString(s[end:])
		if end += size; !strings.Contains(text, s[:end]) {
			break
		}
		if count >= 2 {
			longest = end
		}
	}
	return longest
}

// common is how many bytes two texts begin and end with alike, in whole
// characters that do not overlap.
func common(a, b string) (front, back int) {
	for front < len(a) && front < len(b) {
		x, n := utf8.DecodeRuneInString(a[front:])
		y, _ := utf8.DecodeRuneInString(b[front:])
		if x != y {
			break
		}
		front += n
	}
	for front+back < len(a) && front+back < len(b) {
		x, n := utf8.DecodeLastRuneInString(a[:len(a)-back])
		y, _ := utf8.DecodeLastRuneInString(b[:len(b)-back])
		if x != y {
			break
		}
		back += n
	}
	return front, back
}

// near reports whether two headings have most of their characters in common.
func near(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	shared, all := 0, 0
	for _, c := range a {
		all++
		if strings.ContainsRune(b, c) {
			shared++
		}
	}
	return 2*shared > max(all, utf8.RuneCountInString(b))
}

// byOtherUnit links values that are the only ones of their label in both reports
// and are measured otherwise than before, each with a break: 300人次 then, 210人 now.
func (m *matcher) byOtherUnit() {
	name := func(v *measured) string {
		if !v.f.Own || v.core == "" {
			return ""
		}
		return v.core + "\t" + v.scopes
	}
	then, now := onlyOnes(m.before, name), onlyOnes(m.now, name)
	for i := range m.now.list {
		if m.isTaken(i) {
			continue
		}
		k := name(&m.now.list[i])
		at, ok := then[k]
		if k == "" || !ok || at == several || now[k] == several || m.takenThen[at] {
			continue
		}
		a, b := &m.before.list[at], &m.now.list[i]
		if near, ok := m.takenNow[i-1]; utf8.RuneCountInString(b.core) < shortest && (!ok || near == several || near != at-1) {
			continue // too short, and not the next of two others that are linked
		}
		if a.unit != b.unit && !isOfOtherField(a, b) && isAlikeUnit(a, b, m.words) && a.f.Kind == b.f.Kind && (a.f.Indicator == "" || a.f.Indicator == b.f.Indicator) {
			m.link(Link{Before: at, Now: i, By: ByWords, Score: enough, Break: &Break{Reason: Unit}})
		}
	}
}

// isAlikeUnit reports whether two units that do not count the same may measure
// one thing: 人 and 人次, 件 and 件次; not 期 and 人次.
func isAlikeUnit(a, b *measured, words *lexicon.Lexicon) bool {
	if words.UnitsOfPeople.Has(a.f.Unit) && words.UnitsOfPeople.Has(b.f.Unit) || words.UnitsOfMeasure.Has(a.f.Unit) && words.UnitsOfMeasure.Has(b.f.Unit) {
		return true
	}
	x, _ := utf8.DecodeRuneInString(a.f.Unit)
	y, _ := utf8.DecodeRuneInString(b.f.Unit)
	return x == y && x != utf8.RuneError
}
