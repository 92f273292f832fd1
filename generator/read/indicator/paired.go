package indicator

import (
	"slices"
	"strings"

	"mingfa/generator/report"
)

// Reports say two numbers of one thing in a row and name the thing once: 行政处罚立案860件，结案842件; 旁听庭审2次、
// 参加46人次. The second one's own words (结案, 参加) are said of many things, so they count only right behind a
// figure that already is one of the indicators that they follow.

// farPaired is how many figures are passed by on the way to the one that names the thing.
const farPaired = 4

// paired is the indicator that a figure without a name of its own is by the figure before it; none where its words
// say anything beside those of Paired, or two indicators take it.
func (m *matcher) paired(r *report.Report, i int, w words, takers takers) []match {
	own, after, ok := strings.Cut(w.quote, hole)
	if !ok || hasWord(after) {
		return nil
	}
	own = m.bare(own, func(own string) bool { return len(m.pairs[own]) > 0 })
	var found []match
	for _, owner := range m.pairs[own] {
		if !takers[owner+1] {
			continue
		}
		if first := m.namedBefore(r, i); first >= 0 && slices.Contains(m.indicators[owner].Behind, r.Figures[first].Indicator) {
			found = append(found, match{owner, rankShort, placeBefore})
		}
	}
	if len(found) > 1 {
		return nil
	}
	return found
}

// namedBefore is the figure before one in its sentence that is of an indicator, -1 where there is none or one
// that counts another thing, or a clause of its own, stands between. Changes (比上年增加3件) and mere steps
// (结案1288件) count no other.
func (m *matcher) namedBefore(r *report.Report, i int) int {
	for k := i - 1; k >= 0 && k >= i-farPaired; k-- {
		before, next := &r.Figures[k], &r.Figures[k+1]
		if before.Block != next.Block || before.Span.End > next.Span.Start {
			return -1
		}
		between := r.Source.Text[before.Span.End:next.Span.Start]
		if strings.ContainsAny(between, "。！？；;：:\n") || strings.Count(between, "，")+strings.Count(between, "、") > 1 {
			return -1
		}
		if before.Indicator != "" {
			return k
		}
		own, after, _ := strings.Cut(wordsOf(r, k, m.inside).quote, hole)
		if before.Kind != report.KindChange && (hasWord(after) || m.bare(own, m.steps.Has) == "") {
			return -1
		}
	}
	return -1
}

// bare is what is known of words, without those that change nothing at their beginning and end; "" where nothing is.
func (m *matcher) bare(own string, isKnown func(string) bool) string {
	own = strings.Trim(own, "、")
	for {
		for rest := own; rest != ""; {
			if isKnown(rest) {
				return rest
			}
			end := m.light.Suffix(rest)
			if end == 0 {
				break
			}
			rest = rest[:len(rest)-end]
		}
		n := m.light.Prefix(own)
		if n == 0 {
			return ""
		}
		own = own[n:]
	}
}
