package figure

import (
	"strings"

	"mingfa/generator/read/lexicon"
)

// grammar reads the words around a figure: what is a verb, where a noun ends,
// what says no more than when. The words are the lexicon's; here stand the
// rules that put them together.
type grammar struct{ *lexicon.Lexicon }

func (g grammar) isVerb(s string) bool { return g.Verbs.Prefix(s) > 0 }

// onlyVerbs reports whether s is a verb or a chain of verbs and adverbs.
func (g grammar) onlyVerbs(s string) bool {
	if s == "" {
		return false
	}
	seen := false
	for s != "" {
		n := g.Verbs.Prefix(s)
		seen = seen || n > 0
		if n == 0 {
			n = g.Adverbs.Prefix(s)
		}
		if n == 0 {
			switch r, w := runeAt(s, 0); r {
			case '、', '和', '并', '或', '者':
				n = w
			}
		}
		if n == 0 {
			return false
		}
		s = s[n:]
	}
	return seen
}

// findVerb is the offset of the first verb in s after at least two characters,
// and -1 when there is none. Words in quotation marks have none.
//
// A verb at the very end is a noun (案件复核) when the phrase ends there, and
// a verb when a numeral follows (任务完成59项).
func (g grammar) findVerb(s string, ends bool) int {
	for i := 0; i < len(s); {
		r, w := runeAt(s, i)
		if classOf(r) == quote {
			if j := strings.IndexRune(s[i:], closing(r)); j > 0 && closing(r) != r {
				i += j
				continue
			}
		}
		if n := g.Verbs.Prefix(s[i:]); n > 0 && i > 0 && !strings.HasSuffix(s[:i], "全") && (n == len(s)-i && !ends || n < len(s)-i && !g.isNominalAt(s, i)) {
			return i
		}
		i += w
	}
	return -1
}

// isNominalAt reports whether the verb at i of s is part of a noun. One that is
// only a verb is not, but at the end: 配备法治副校长, though 法 could make a noun of a verb.
func (g grammar) isNominalAt(s string, i int) bool {
	if n := g.VerbsOfSentences.Prefix(s[i:]); n > 0 {
		return g.endsCompound(s[i+n:])
	}
	return g.nominal(s[i:])
}

// nominal reports whether the verb that s begins with is part of a compound
// noun (执法人员, 审查意见, 服务中心), or ends the phrase as a noun does.
func (g grammar) nominal(s string) bool {
	rest := s[g.Verbs.Prefix(s):]
	if rest == "" {
		return true
	}
	switch peek(rest, 0) {
	case '和', '与', '、', '及':
		return true // 改造和治理
	}
	return g.Compounds.Prefix(rest) > 0
}

// bridge is the length of the words at the end of s that stand between the
// thing counted and its numeral: 达到, 共, 约, 不足. It is 0 where there are none.
func (g grammar) bridge(s string) int {
	return max(g.Bridges.Suffix(s), g.ApproximateBefore.Suffix(s), g.boundAtEnd(s))
}

// boundAtEnd is the length of the word at the end of s that bounds a number
// after it: 不足, 不少于.
func (g grammar) boundAtEnd(s string) int {
	return max(g.BoundBelow.Suffix(s), g.BoundAtMost.Suffix(s), g.BoundAtLeast.Suffix(s), g.BoundAbove.Suffix(s))
}

// trimBridges takes the bridges to a numeral from the end of words.
func (g grammar) trimBridges(words string) string {
	for n := g.bridge(words); n > 0; n = g.bridge(words) {
		words = words[:len(words)-n]
	}
	return words
}
