package indicator

import (
	"cmp"
	"slices"
	"strings"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// role is what a phrase does for its indicator.
type role uint8

const (
	roleAny role = iota
	roleAll
	roleNone
	roleShort
	roleNever
)

// phrase is one phrase of the catalogue in plain form. Its head, which ends at its
// first gap, stands in matcher.heads.
type phrase struct {
	text  string   // all of it, with its gaps
	rest  []string // what follows after gaps, in order
	owner int      // index in Catalogue.Indicators; nobody for never
	role  role
}

// nobody is the owner of the words of never.
const nobody = -1

// matcher finds the phrases of the catalogue in a text.
type matcher struct {
	phrases    []phrase
	heads      *lexicon.Set // what phrases begin with, each once
	byHead     [][]int      // by the number of the head: the phrases that begin with it
	allOf      [][]int      // by indicator: its phrases of All
	takers     map[measure]takers
	indicators []Indicator
	light      *lexicon.Set // words between a phrase and the numeral that change nothing
	wide       *lexicon.Set // words that say all of a kind
	narrow     *lexicon.Set // words that make a part of what they stand before
	scope      scope
	offices    offices
	agencies   agencies
	sides      sides
	tenors     tenors
	places     places
	matters    *lexicon.Set     // kinds of cases, one of which a sentence is about
	inside     *lexicon.Set     // words with a 中 that does not mean among
	scopes     *lexicon.Set     // words before the number of those that something is done for
	causes     *lexicon.Set     // what one kind of things brought about, 引发行政复议
	modes      *lexicon.Set     // ways of doing a thing, 现场 and 书面
	disputes   *lexicon.Set     // kinds of disputes, one of which a sentence is about
	pairs      map[string][]int // the indicators that a figure may be which says only this: see paired
	steps      *lexicon.Set     // clauses that say how far a case is and name no other thing: 结案
}

// takers says of each indicator whether it takes figures of a kind and unit, at
// one more than its index; nobody's words hold for all.
type takers []bool

// measure is what a figure's indicator must agree with it in.
type measure struct {
	kind report.Kind
	unit string
}

func newMatcher(never []string, words Words, indicators []Indicator) *matcher {
	m := &matcher{
		takers: map[measure]takers{}, pairs: map[string][]int{}, allOf: make([][]int, len(indicators)), indicators: indicators,
		light: plainSet(words.Light), wide: plainSet(words.Wide), narrow: plainSet(words.Narrow), scope: newScope(words), offices: newOffices(words), agencies: newAgencies(words), sides: newSides(words), tenors: newTenors(words),
		places: places{few: plainSet(words.Few)}, matters: lexicon.NewSet(words.Matters...), inside: lexicon.NewSet(words.Inside...),
		modes: plainSet(words.Modes), scopes: plainSet(words.Scopes), causes: lexicon.NewSet(words.Causes...), disputes: lexicon.NewSet(words.Disputes...), steps: plainSet(words.Steps),
	}
	var heads []string
	number := map[string]int{} // of a head
	add := func(phrases []string, owner int, role role) {
		for _, text := range phrases {
			parts := strings.Split(text, gap)
			for i := range parts {
				parts[i] = plain(parts[i])
			}
			head, known := number[parts[0]]
			if !known {
				head = len(heads)
				number[parts[0]] = head
				heads = append(heads, parts[0])
				m.byHead = append(m.byHead, nil)
			}
			m.byHead[head] = append(m.byHead[head], len(m.phrases))
			if role == roleAll {
				m.allOf[owner] = append(m.allOf[owner], len(m.phrases))
			}
			m.phrases = append(m.phrases, phrase{strings.Join(parts, gap), parts[1:], owner, role})
		}
	}
	add(never, nobody, roleNever)
	for i, ind := range indicators {
		for _, unit := range ind.Units {
			of := measure{ind.Kind, unit}
			if m.takers[of] == nil {
				m.takers[of] = make(takers, len(indicators)+1)
				m.takers[of][nobody+1] = true
			}
			m.takers[of][i+1] = true
		}
		add(ind.All, i, roleAll)
		add(ind.Any, i, roleAny)
		add(ind.None, i, roleNone)
		add(ind.Short, i, roleShort)
		for _, own := range ind.Paired {
			m.pairs[plain(own)] = append(m.pairs[plain(own)], i)
		}
	}
	m.heads = lexicon.NewSet(heads...)
	return m
}

// plainSet is the set of words in the form that phrases are compared in.
func plainSet(words []string) *lexicon.Set {
	var all []string
	for _, word := range words {
		all = append(all, plain(word))
	}
	return lexicon.NewSet(all...)
}

// hit is a phrase found in a figure's words.
type hit struct {
	phrase     int    // index in matcher.phrases
	text       string // what the phrase covers, with what its gaps stand for
	start, end int    // where it stands
	place      place
}

// find adds to hits the phrases in text whose owners are among the takers: by where they
// start, and of those that start together as they stand in the catalogue.
func (m *matcher) find(hits []hit, text string, takers takers) []hit {
	for at := range text {
		first := len(hits)
		for head := range m.heads.AllAt(text, at) {
			for _, p := range m.byHead[head.Word] {
				if !takers[m.phrases[p].owner+1] {
					continue
				}
				if end := afterGaps(text, head.End, m.phrases[p].rest); end >= 0 {
					hits = append(hits, hit{phrase: p, text: text[at:end], start: at, end: end})
				}
			}
		}
		if len(hits)-first < 2 {
			continue
		}
		slices.SortFunc(hits[first:], func(a, b hit) int { return cmp.Compare(a.phrase, b.phrase) })
	}
	return hits
}

// afterGaps is where the last of the parts ends that follow one another in text
// from a place on, -1 when one is missing.
func afterGaps(text string, at int, parts []string) int {
	for _, part := range parts {
		found := strings.Index(text[at:], part)
		if found < 0 || found > 0 && strings.HasPrefix(text[at:], "后") {
			return -1 // 培训后新增执法人员 are not 培训…执法人员
		}
		at += found + len(part)
	}
	return at
}

// rank says how sure a match is.
type rank uint8

const (
	rankNone   rank = iota
	rankShort       // a short phrase in its context
	rankStrong      // a phrase of Any
	rankStaff       // staff have said so
)

// match is an indicator that a figure may be.
type match struct {
	indicator int
	rank      rank
	place     place
}

// match is the indicators that claim a figure: the ones that are not less
// specific than another. One claim is beaten by a second one
//
//   - if it rests on Short and the second one on Any,
//   - if its words stand in a place that decides less (see place),
//   - if both rest on the same and each of its phrases is part of a longer
//     phrase that the second one was found by, or
//   - if the second one's phrase stands nearer to the numeral.
func (m *matcher) match(r *report.Report, i int, w words, takers takers) []match {
	hits := m.placed(w, takers)
	var matches, others []match
	for _, h := range hits {
		p := &m.phrases[h.phrase]
		if h.place == placeNone || p.role != roleAny && p.role != roleShort ||
			slices.ContainsFunc(matches, func(c match) bool { return c.indicator == p.owner }) {
			continue
		}
		rank, place := m.claim(r, i, p.owner, hits)
		claim := match{p.owner, rank, place}
		switch {
		case rank == rankNone || m.isPart(r, i, w, p.owner, hits, takers):
		case m.isOwn(r, i, claim, hits):
			matches = append(matches, claim)
		default:
			others = append(others, claim)
		}
	}
	if slices.ContainsFunc(matches, func(c match) bool { return m.indicators[c.indicator].Stock }) && m.tenors.isFlow(r, i, w, begins(hits)) {
		matches = slices.DeleteFunc(matches, func(c match) bool { return m.indicators[c.indicator].Stock })
	}
	if len(matches)+len(others) == 0 {
		return m.paired(r, i, w, takers)
	}
	matches = slices.DeleteFunc(matches, func(c match) bool { // 结案26件 of reviews is of no other cases because the reviews are those of another body
		return m.indicators[c.indicator].Side == sideNone && slices.ContainsFunc(others, func(other match) bool { return m.beats(other, c, hits) })
	})
	if len(matches) < 2 {
		return matches
	}
	return slices.DeleteFunc(slices.Clone(matches), func(c match) bool {
		return slices.ContainsFunc(matches, func(other match) bool { return m.beats(other, c, hits) })
	})
}

// isPart reports whether the figure with index i is a part of what an indicator counts, or has a word of never.
func (m *matcher) isPart(r *report.Report, i int, w words, owner int, hits []hit, takers takers) bool {
	return m.isBarred(owner, hits) || m.isNarrowed(w, owner, hits) || m.isOfCause(r, i, owner) || m.isOneMode(r, i, w, owner, hits, takers) || m.isPartOfSum(r, i, w, owner)
}

// isOwn reports whether the figure with index i is the reporting body's, of the side that an indicator counts.
func (m *matcher) isOwn(r *report.Report, i int, claim match, hits []hit) bool {
	f, owner := &r.Figures[i], claim.indicator
	ind := &m.indicators[owner]
	var phrases []string
	for _, h := range hits {
		if p := &m.phrases[h.phrase]; p.owner == owner && h.place != placeNone && (p.role == roleAny || p.role == roleShort) {
			phrases = append(phrases, h.text)
		}
	}
	isPlain := claim.rank == rankStrong || slices.ContainsFunc(phrases, func(phrase string) bool { return strings.HasPrefix(phrase, "被") })
	return m.sides.isOf(ind.Side, isPlain, r, f, &m.offices) && !m.agencies.isOther(r, f, ind.Doers, phrases)
}

// claim is what one indicator makes of the phrases that were found, and where
// those stand that it rests on.
func (m *matcher) claim(r *report.Report, i, owner int, hits []hit) (claimed rank, at place) {
	f := &r.Figures[i]
	for _, p := range m.allOf[owner] {
		if !slices.ContainsFunc(hits, func(h hit) bool { return h.phrase == p }) {
			return rankNone, placeNone
		}
	}
	for _, h := range hits {
		p := &m.phrases[h.phrase]
		if p.owner != owner {
			continue
		}
		if p.role == roleNone {
			return rankNone, placeNone
		}
		rank := rankNone
		switch {
		case h.place == placeNone, strings.Contains(p.text, gap) && isItem(r, i, p.text):
		case p.role == roleAny:
			rank = rankStrong
		case p.role == roleShort:
			rank = rankShort
		}
		if rank > claimed || rank == claimed && h.place > at {
			claimed, at = rank, h.place
		}
	}
	if claimed == rankShort {
		near := surroundingsOf(r, f)
		if !near.containAny(m.indicators[owner].Context) || near.withoutParts().containAny(m.indicators[owner].Apart) || m.isOfOtherMatter(r, f, owner) || m.isOfOtherDispute(r, f, owner) {
			return rankNone, placeNone
		}
	}
	if at == placeLabel && f.Kind == report.KindRate && m.isRateOfKind(r, f, owner) {
		return rankNone, placeNone
	}
	return claimed, at
}

// isRateOfKind reports whether a rate that has its subject from an earlier clause stands
// behind one kind of that: of 破获刑事案件90起，其中命案3起，破案率100% the rate is of 命案.
func (m *matcher) isRateOfKind(r *report.Report, f *report.Figure, owner int) bool {
	if r.Source == nil || f.Block < 0 || f.Block >= len(r.Blocks) || !r.Blocks[f.Block].Span.Contains(f.Span) {
		return false
	}
	lead := sentenceBefore(r, f)
	from := 0
	if at := strings.LastIndexAny(lead, clauseEnds); at >= 0 {
		from = max(0, strings.LastIndexAny(lead[:at], clauseEnds))
	}
	if at := strings.LastIndex(lead, "其中"); at >= 0 {
		from = min(from, at)
	}
	return surroundings{sentence: plain(lead[from:])}.containAny(m.indicators[owner].None)
}

// beats reports whether a is more specific than b.
func (m *matcher) beats(a, b match, hits []hit) bool {
	if a.indicator == b.indicator {
		return false
	}
	if a.rank != b.rank {
		return a.rank > b.rank
	}
	if (a.place == placeBefore) != (b.place == placeBefore) {
		return a.place == placeBefore
	}
	if m.covers(a, b, hits) || m.covers(b, a, hits) {
		return m.covers(a, b, hits)
	}
	return a.place == placeBefore && m.lastEnd(a, hits) > m.lastEnd(b, hits)
}

// covers reports whether each phrase that b rests on is part of a longer one that a
// rests on.
func (m *matcher) covers(a, b match, hits []hit) bool {
	for _, hb := range hits {
		if m.supports(hb, b) && !slices.ContainsFunc(hits, func(ha hit) bool {
			return m.supports(ha, a) && len(ha.text) > len(hb.text) && strings.Contains(ha.text, hb.text)
		}) {
			return false
		}
	}
	return true
}

// lastEnd is how near to the numeral in front of it the phrases reach that a match
// rests on.
func (m *matcher) lastEnd(of match, hits []hit) int {
	end := 0
	for _, h := range hits {
		if h.place == placeBefore && m.supports(h, of) {
			end = max(end, h.end)
		}
	}
	return end
}

// supports reports whether a match rests on a phrase.
func (m *matcher) supports(h hit, of match) bool {
	p := &m.phrases[h.phrase]
	return h.place != placeNone && p.owner == of.indicator && (p.role == roleAny && of.rank == rankStrong || p.role == roleShort && of.rank == rankShort)
}
