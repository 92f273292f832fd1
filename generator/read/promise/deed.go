package promise

import (
	"strings"
	"unicode"

	"mingfa/generator/read/lexicon"
)

// deed is what is to be done, or was done, with a thing. Several words mean one deed: 购置,
// 新购, 采购; a word may be of several (配备), so class has a bit for each.
type deed struct {
	class int
	word  string // where no class knows the word
}

// Bits of a deed's class.
const (
	toBuild = 1 << iota
	toIssue
	toHold
	toAcquire
	toRevise
	toCompile
	toFoster
	toRebuild
	toAct // of the verbs of the lexicon, known by its own word
)

// planned and done are the words of each class as plans and as results have them.
func planned(l *lexicon.Lexicon) [8]*lexicon.Set {
	return [...]*lexicon.Set{l.PromiseBuild, l.PromiseIssue, l.PromiseHold, l.PromiseAcquire, l.PromiseRevise, l.PromiseCompile, l.PromiseFoster, l.PromiseRebuilt}
}

func done(l *lexicon.Lexicon) [8]*lexicon.Set {
	return [...]*lexicon.Set{l.PromiseBuilt, l.PromiseIssued, l.PromiseHold, l.PromiseAcquire, l.PromiseRevise, l.PromiseCompile, l.PromiseFoster, l.PromiseRebuilt}
}

// takeDeed reads the deed at the beginning or the end of what an item is about, and
// what is left without it: 新购｜执法无人机, 信访积案｜化解. Of something that is counted, a deed that tells
// little is part of what is counted: 服务企业1000家.
func takeDeed(l *lexicon.Lexicon, key []rune, counted bool) (deed, []rune) {
	words := string(key)
	if d, n := deedAt(l, planned(l), words); n > 0 {
		if d.class == 0 && counted {
			return d, key
		}
		if e, m := deedEnding(l, planned(l), words); !counted && d.class == toAct && e.class&toAct == 0 && e.class != 0 && n+m < len(words) { // 评查结果向社会公布
			return e, trimmed([]rune(words[:len(words)-m]))
		}
		const documents = toIssue | toRevise | toCompile
		for d.class&documents != 0 && !counted { // 制定｜出台
			next, m := deedAt(l, planned(l), words[n:])
			if m == 0 || m == len(words)-n || next.class&documents == 0 || next.class&toAct != 0 {
				break
			}
			d, n = next, n+m
		}
		return d, trimmed([]rune(words[n:]))
	}
	part := words[strings.LastIndexByte(words, 0)+1:]
	if d, n := deedEnding(l, planned(l), words); n > 0 && n < len(words) && (n == len(part) || !isRate(l, words)) {
		rest := trimmed([]rune(words[:len(words)-n]))
		if d.class == toAct && telling(rest) < shortestTelling { // 法治 of 法治督察 stands everywhere
			return deed{}, key
		}
		return d, rest
	}
	if counted && !isRate(l, words) { // 行政复议机构｜增加｜办案人员
		if m, ok := l.PromiseAcquire.Find(words, 0); ok && m.End < len(words) {
			d, _ := deedAt(l, planned(l), words[m.Start:])
			return d, trimmed([]rune(words[:m.Start] + "\x00" + words[m.End:]))
		}
	}
	return deed{}, key
}

// shortestTelling is how many characters at least tell one item from all else.
const shortestTelling = 3

// telling is how many characters of a key stand beside another.
func telling(key []rune) int {
	n := 0
	for i, r := range key {
		if r != 0 && (i > 0 && key[i-1] != 0 || i+1 < len(key) && key[i+1] != 0) {
			n++
		}
	}
	return n
}

// isRate reports whether words end in the name of a rate.
func isRate(l *lexicon.Lexicon, words string) bool { return l.Rates.Suffix(words) > 0 }

// deedAt is the deed that words begin with, and how long its word is.
func deedAt(l *lexicon.Lexicon, sets [8]*lexicon.Set, words string) (deed, int) {
	return choose(sets, func(s *lexicon.Set) int { return s.Prefix(words) }, max(l.Verbs.Prefix(words), l.PromiseVague.Prefix(words)), func(n int) string { return words[:n] }, l.PromiseVague.Has)
}

// deedEnding is the deed that words end with.
func deedEnding(l *lexicon.Lexicon, sets [8]*lexicon.Set, words string) (deed, int) {
	return choose(sets, func(s *lexicon.Set) int { return s.Suffix(words) }, max(l.Verbs.Suffix(words), l.PromiseVague.Suffix(words)), func(n int) string { return words[len(words)-n:] }, l.PromiseVague.Has)
}

// choose is the deed by the longest word; verb is how long the plain verb is that stands
// there too.
func choose(sets [8]*lexicon.Set, length func(*lexicon.Set) int, verb int, word func(int) string, vague func(string) bool) (deed, int) {
	if verb > 0 && vague(word(verb)) && !acquires(sets, word(verb)) { // 提高, 加强: no words tell that it was done
		return deed{}, verb
	}
	d, longest := deed{}, 0
	for i, s := range sets {
		switch n := length(s); {
		case n > longest:
			d, longest = deed{class: 1 << i}, n
		case n == longest && n > 0:
			d.class |= 1 << i
		}
	}
	if verb > longest {
		return deed{toAct, word(verb)}, verb
	}
	return d, longest
}

// acquires reports whether a word that tells little, 增加, is that of adding things.
func acquires(sets [8]*lexicon.Set, word string) bool { return sets[3].Has(word) }

// did reports whether words speak of a deed as done: a word of its class, or its own.
func (d deed) did(l *lexicon.Lexicon, words string) bool {
	if d.class&toAct != 0 {
		return strings.Contains(words, d.word) || sameDeedIn(l, d.word, words)
	}
	if d.class&toRebuild != 0 && l.PromiseBuilt.In(words) { // 改造 is done where 投入使用
		return true
	}
	for i, s := range done(l) {
		if d.class&(1<<i) != 0 && s.In(words) {
			return true
		}
	}
	return false
}

// sameDeedIn reports whether words hold another word for a deed: 办理 for 查办.
func sameDeedIn(l *lexicon.Lexicon, word, words string) bool {
	if !l.PromiseSameDeed.Has(word) {
		return false
	}
	of, _ := l.PromiseSameDeed.At(word, 0)
	for m, ok := l.PromiseSameDeed.Find(words, 0); ok; m, ok = l.PromiseSameDeed.Find(words, m.End) {
		if l.PromiseSameDeed.Reading(m) == l.PromiseSameDeed.Reading(of) {
			return true
		}
	}
	return false
}

// isWord reports whether a character is one of a word.
func isWord(r rune) bool { return isIdeograph(r) || unicode.IsLetter(r) || unicode.IsDigit(r) }

// parted ends a word of a key.
func parted(key []rune) []rune {
	if len(key) == 0 || key[len(key)-1] == 0 {
		return key
	}
	return append(key, 0)
}

// trimmed is a key without the marks between words at its ends.
func trimmed(key []rune) []rune {
	for len(key) > 0 && key[0] == 0 {
		key = key[1:]
	}
	for len(key) > 0 && key[len(key)-1] == 0 {
		key = key[:len(key)-1]
	}
	return key
}
