package indicator

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// place is where a phrase stands that says what a figure is. The words next to a
// numeral decide: in 审结案件90件，其中纠错20件 the 20 is 纠错.
type place uint8

const (
	placeNone   place = iota // where other words part it from the numeral: 行政处罚案件听证4件 is no 行政处罚案件
	placeLabel               // at the end of the label
	placeAfter               // behind the numeral: 12名法律顾问
	placeBefore              // in front of the numeral: 法律顾问12名
)

// later ends the label of the second one of two values, 由300项精简为280项, whose
// clause says the name before the first one.
const later = "(后)"

// placed is the phrases in a figure's words, each with its place.
func (m *matcher) placed(w words, takers takers) []hit {
	hits := make([]hit, 0, 16)
	numeral := strings.Index(w.quote, hole)
	if numeral < 0 || !strings.HasSuffix(w.quote[:numeral], w.label) { // else they are the same words
		hits = m.find(hits, w.label, takers)
	}
	label := len(hits)
	for i := range hits {
		h := &hits[i]
		if m.isLight(w.label[h.end:]) && !isSum(w.label[:h.start], h.text) && (strings.HasSuffix(w.label, later) || sharesWord(h.text, w.quote) || m.saysOnlyHowMany(w, h)) {
			h.place = placeLabel
		}
	}
	hits = m.find(hits, w.quote, takers)
	for i := label; i < len(hits); i++ {
		h := &hits[i]
		switch {
		case numeral >= 0 && h.start > numeral && w.leadsOn && w.label != "" && !sharesWord(h.text, w.label):
			// 12个综治中心调解纠纷90件: the 12 are no 纠纷
		case numeral >= 0 && h.start > numeral && w.leadsOn && m.scopes.Suffix(w.quote[:numeral]) > 0:
			// 为12个乡镇配齐审核员24名: the 12 are no 审核员
		case numeral < 0 || h.start >= numeral || h.end > numeral:
			h.place = placeAfter
		case m.isLight(w.quote[h.end:numeral]) && !isSum(w.quote[:h.start], h.text):
			h.place = placeBefore
		}
	}
	return hits
}

// isSum reports whether a phrase is the last one of several things that share a
// numeral, so that it counts more than the phrase says: 司法建议、检察建议12件. Rates
// that share one (办结率、满意率均达100%) are each of them so high.
func isSum(before, phrase string) bool {
	for _, mark := range []string{"、", "和", "及", "与", "或"} {
		if rest, found := strings.CutSuffix(before, mark); found {
			return hasWord(rest) && !(strings.HasSuffix(phrase, "率") && strings.HasSuffix(rest, "率"))
		}
	}
	return false
}

// isLight reports whether words behind a phrase change nothing of what it says is
// counted: 案件共, （后）, and of rates that share a numeral the other ones.
func (m *matcher) isLight(behind string) bool {
	for behind != "" {
		switch n := m.light.Suffix(behind); {
		case n > 0:
			behind = behind[:len(behind)-n]
		case strings.HasSuffix(behind, ")"):
			behind = behind[:max(0, strings.LastIndex(behind, "("))]
		case strings.HasSuffix(behind, "率"):
			at := strings.LastIndexAny(behind, "、和与")
			if at < 0 {
				return false
			}
			behind = behind[:at]
		default:
			return false
		}
	}
	return true
}

// sharesWord reports whether two characters that follow one another in a phrase of
// the label stand in the figure's own clause too. A label may carry the subject
// of an earlier clause, which alone does not say what is counted here. A cell of a
// table and an item of a list with 分别 have no clause.
func sharesWord(phrase, quote string) bool {
	if !hasWord(quote) {
		return true
	}
	previous := -1
	for at, r := range phrase {
		if previous >= 0 && strings.Contains(quote, phrase[previous:at+utf8.RuneLen(r)]) {
			return true
		}
		previous = at
	}
	return false
}

// saysOnlyHowMany reports whether a figure's clause has no noun of its own, so that it counts
// what the clause before it names: 培育“法律明白人”46名，总数达232名, or in another unit 旁听庭审8场，共计240人次.
// The same unit again, without a word of all there are, may be of anything.
func (m *matcher) saysOnlyHowMany(w words, h *hit) bool {
	owner := m.phrases[h.phrase].owner
	before, after, ok := strings.Cut(w.quote, hole)
	return ok && owner != nobody && !hasWord(after) && m.isLight(before) && (w.newUnit || m.indicators[owner].Stock)
}

// hasWord reports whether a clause says anything beside its numeral.
func hasWord(quote string) bool {
	han := 0
	for _, r := range quote {
		if r >= '一' && r <= '鿿' {
			han++
		}
	}
	return han >= 2
}

// isBarred reports whether a word of never stands among a figure's words that the
// indicator's own phrase has not: 平均 bars all but 平均办理时限.
func (m *matcher) isBarred(owner int, hits []hit) bool {
	for _, h := range hits {
		if never := &m.phrases[h.phrase]; never.role == roleNever && !m.names(owner, never.text, hits) {
			return true
		}
	}
	return false
}

// names reports whether a phrase of an indicator that was found has a word.
func (m *matcher) names(owner int, word string, hits []hit) bool {
	return slices.ContainsFunc(hits, func(h hit) bool {
		p := &m.phrases[h.phrase]
		return p.owner == owner && (p.role == roleAny || p.role == roleShort) && strings.Contains(p.text, word)
	})
}

// isNarrowed reports whether words make what a figure counts a part of what an
// indicator counts: 涉企行政处罚案件, 食品类行政处罚案件. An indicator whose own
// phrase has the word is that part; 各类 is all.
func (m *matcher) isNarrowed(w words, owner int, hits []hit) bool {
	numeral := strings.Index(w.quote, hole)
	for at := range w.quote {
		if n, ok := m.wide.At(w.quote, at); ok && n.Len() > 0 {
			continue
		}
		word, ok := m.narrow.At(w.quote, at)
		if !ok || m.isWide(w.quote, at) {
			continue
		}
		if narrow := w.quote[word.Start:word.End]; !m.names(owner, narrow, hits) && !(m.indicators[owner].Stock && m.tenors.words.Has(narrow) && at < numeral) {
			return true // 设有调解室12个 is all of them, 6个社区设有调解室 is not
		}
	}
	return false
}

// isWide reports whether the word at a place is the end of one that says all of a
// kind: the 类 of 各类.
func (m *matcher) isWide(quote string, at int) bool {
	_, size := utf8.DecodeRuneInString(quote[at:])
	return m.wide.Suffix(quote[:at+size]) > 0
}
