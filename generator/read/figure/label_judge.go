package figure

import (
	"strings"
	"unicode/utf8"
)

// A label that is not surely right is no label: pages show the clause with the
// number marked instead. This is the judge of a finished label; it knows nothing
// of how the label was made.

// trimLabel takes the words off both ends that no name begins or ends with:
// 主要因为执法队队员 is 执法队队员.
func (g grammar) trimLabel(s string) string {
	for {
		n := g.LabelFronts.Prefix(s)
		if n == 0 || n == len(s) {
			break
		}
		s = s[n:]
	}
	if n := g.LabelFrontsOfNouns.Prefix(s); n > 0 && utf8.RuneCountInString(s[n:]) >= 2 && !strings.Contains(s, "的") {
		s = s[n:]
	}
	for {
		n := g.LabelEnds.Suffix(s)
		if n == 0 || n == len(s) {
			break
		}
		s = s[:len(s)-n]
	}
	s = withoutNumbersQuoted(s)
	if n := g.Prepositions.Prefix(s); n > 0 && n < len(s) && utf8.RuneCountInString(s[n:]) <= 4 && !g.isVerb(s) && !g.isVerb(s[n:]) && g.findVerb(s[n:], false) < 0 && g.Changing.Suffix(s) == 0 {
		s = s[n:] // 对县区
	}
	return s
}

// saidOnce is a label without the second of two equal words side by side: 首违警告 of 首违警告 and the
// 警告 that counts it.
func saidOnce(s string) string {
	const word = 2 * len("警")
	for i := 0; i+2*word <= len(s); {
		_, w := runeAt(s, i)
		if rest := s[i+word:]; utf8.RuneStart(rest[0]) && s[i:i+word] == rest[:word] && utf8.RuneCountInString(rest[:word]) == 2 {
			return s[:i] + rest
		}
		i += w
	}
	return s
}

// withoutBrackets is a label without what stands in round brackets.
func withoutBrackets(s string) string {
	for {
		open := strings.Index(s, "（")
		end := strings.Index(s, "）")
		if open < 0 || end < open {
			return s
		}
		s = s[:open] + s[end+len("）"):]
	}
}

// withoutNumbersQuoted takes an item out of a list that is nothing but numbers
// of its own: 建成“40桥24隧”、城市道路 is 建成城市道路.
func withoutNumbersQuoted(s string) string {
	open, end := strings.Index(s, "“"), strings.Index(s, "”、")
	if open < 0 || end < open || !strings.ContainsAny(s[open:end], "0123456789") {
		return s
	}
	return s[:open] + s[end+len("”、"):]
}

// sound reports whether a label names what was counted: it has a noun or a verb
// that says enough, is whole, and holds nothing that parts clauses.
func (g grammar) sound(label, unit string) bool {
	switch utf8.RuneCountInString(label) {
	case 0:
		return false
	case 1:
		return g.Generic.Has(label) && label != "点"
	}
	switch {
	case strings.HasSuffix(label, "为") && g.bridge(label) == len(label), g.SaysNothing.Has(label), g.Prepositions.Prefix(label) == len(label), g.LabelFronts.Prefix(label) > 0:
		return false
	case strings.ContainsAny(label, "，。；：！？,;:!?"), balance(label) != label:
		return false
	case g.Averages.Has(label), g.EachHand.Suffix(label) > 0, g.YearBefore.Suffix(label) > 0, g.eachBody(label), g.eachOf(tail(label, len("每村"))) && !strings.Contains(label, "平均"), strings.Contains(label, "其中"), g.Adverbs.Has(label), g.earlierPeriod(label) != "":
		return false
	}
	if outside := withoutBrackets(label); outside != label && (outside == "" || g.onlyVerbs(outside)) {
		return false // 建成（县控）: of what is not said
	}
	if rest := g.withoutOpenings(label); rest != label && g.trimBridges(rest) == "" {
		return false // 全县累计达到
	}
	base := label[:len(label)-g.Changing.Suffix(label)]
	return base != "" && (!g.onlyVerbs(base) || g.UnitsOfEvents.Has(unit) || g.sayEnough(base))
}

// sayEnough reports whether verbs say by themselves what was done: each does
// (警告并罚款), or one tells of the other (宣布失效), but not 排查.
func (g grammar) sayEnough(verbs string) bool {
	if n := g.Verbs.Prefix(verbs); n > 0 && n < len(verbs) && g.Verbs.Prefix(verbs[n:]) == len(verbs)-n {
		return true
	}
	seen := false
	for verbs != "" {
		n := g.VerbsAlone.Prefix(verbs)
		seen = seen || n > 0
		if n == 0 {
			n = max(g.Adverbs.Prefix(verbs), g.Joints.Prefix(verbs))
		}
		if n == 0 {
			switch r, w := runeAt(verbs, 0); r {
			case '、', '并', '或', '者':
				n = w
			}
		}
		if n == 0 {
			return false
		}
		verbs = verbs[n:]
	}
	return seen
}
