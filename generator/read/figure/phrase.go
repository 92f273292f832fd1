package figure

import (
	"strings"
	"unicode/utf8"
)

// lightly takes a light verb off the front of words, unless nothing is left.
func (g grammar) lightly(s string) string {
	for {
		n := g.LightVerbs.Prefix(s)
		if n == 0 || n == len(s) || g.opensNoun(s, n) || strings.HasPrefix(s[n:], "者") {
			return s // 参加者
		}
		s = s[n:]
	}
}

// opensNoun reports whether a light verb is part of a noun after all: 组织部.
func (g grammar) opensNoun(s string, n int) bool {
	if g.Durations.Prefix(s[n:]) > 0 {
		return true
	}
	if c := g.Compounds.Prefix(s[n:]); c > 0 && c+n == len(s) {
		return !g.LightVerbsOfThings.Has(s[:n])
	}
	return false
}

// dropLight takes light verbs and what stands before them off a phrase.
func (g grammar) dropLight(core string) string {
	core = g.lightly(core)
	if g.Circumstances.Prefix(core) == 0 && utf8.RuneCountInString(core) <= 14 {
		return core
	}
	return core[g.lastLight(core):]
}

// lastLight is the offset after the last light verb with at least three
// characters after it, 0 when there is none.
func (g grammar) lastLight(core string) int {
	found := 0
	for i := 0; i < len(core); {
		r, w := runeAt(core, i)
		if classOf(r) == quote && closing(r) != r {
			if j := strings.IndexRune(core[i:], closing(r)); j > 0 {
				i += j
				continue
			}
		}
		if n := g.LightVerbs.Prefix(core[i:]); n > 3 && i > 0 && len(core)-i-n >= 9 && g.Compounds.Prefix(core[i+n:]) == 0 && !g.describes(core, i, n) {
			found = i + n
		}
		i += w
	}
	return found
}

// describes reports whether the light verb at i only describes the noun at the
// end: 关停未进行规范管理的媒体.
func (g grammar) describes(core string, i, n int) bool {
	return g.NounTailsSaid.Suffix(core[:i]) > 0 || g.isVerb(core) && strings.Contains(core[i+n:], "的")
}

// lastOfChain puts the subject of several predicates before the last of them:
// 总量突破百亿、增长 is 总量增长.
func (g grammar) lastOfChain(core string) string {
	at := listCut(core)
	if at < 0 {
		return core
	}
	final := core[at+len("、"):]
	if final != "" && g.Changing.Suffix(final) != len(final) {
		return core
	}
	first := core[:at]
	if i := listCut(first); i >= 0 {
		first = first[:i]
	}
	if opener := g.subjectOf(first); opener != "" {
		first = opener
	}
	return first + final
}

// afterEtc keeps what follows a list that ends in 等: 《甲》《乙》等微视频.
func (g grammar) afterEtc(core string) string {
	etc, ok := g.Etc.FindLast(core)
	at := etc.Start
	if !ok || at == 0 || etc.End == len(core) {
		return core
	}
	rest := core[etc.End:]
	if !strings.ContainsAny(core[:at], "、》”") {
		return core
	}
	if utf8.RuneCountInString(rest) > 3 {
		return rest
	}
	if g.Prepositions.Prefix(core) > 0 { // 帮助企业解决用工、融资等问题
		if i := g.findPredicate(core[:at]); i > 0 {
			return core[i:i+g.VerbsOfSentences.Prefix(core[i:])] + rest
		}
		return rest
	}
	n := 0
	for {
		step := g.Verbs.Prefix(core[n:])
		if step == 0 {
			step = g.Adverbs.Prefix(core[n:])
		}
		if step == 0 || n+step >= at {
			break
		}
		n += step
	}
	return core[:n] + rest
}
