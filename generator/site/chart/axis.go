package chart

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// Proof says why the figures of a chart may stand on one axis. There is no chart
// without one: 9 centres and 52,480 calls share a measure word and nothing else.
type Proof string

// Proofs.
const (
	OfOneWhole Proof = "whole"  // the text says that they are parts of one whole, or a rate counts both
	FromTo     Proof = "from"   // the text says what one thing was and what it became
	OverYears  Proof = "years"  // a row of a table whose columns are years
	SameNoun   Proof = "noun"   // a list in which one act counts kinds of one noun: 审核政府合同30份、招商合同12份
	OneColumn  Proof = "column" // a column of a table says what is counted of each of its rows: 受理 of two streets
)

// alike parts figures into those that may share bars from zero, each with the
// proof that they may, and leaves out the rest. They are of one unit, or of
// units that count the same things, of one kind, and all of them goals or none.
func (b *builder) alike(figures []int) []axis {
	var out []axis
	for _, found := range [...]func([]int) []axis{b.columns, b.nouns} {
		rest := figures[:0:0]
		in := map[int]bool{}
		for _, a := range found(figures) {
			out = append(out, a)
			for _, i := range a.figures {
				in[i] = true
			}
		}
		for _, i := range figures {
			if !in[i] {
				rest = append(rest, i)
			}
		}
		figures = rest
	}
	slices.SortFunc(out, func(a, c axis) int { return a.figures[0] - c.figures[0] })
	return out
}

// axis is figures that may share one, in text order.
type axis struct {
	figures []int
	proof   Proof
	noun    string // what all of them count, as far as it is a word by itself; ""
}

// measure is what figures of one axis have in common whatever they count.
type measure struct {
	unit   string
	kind   report.Kind
	target bool
}

func (b *builder) measure(i int) measure {
	f := &b.r.Figures[i]
	return measure{b.words.FirstUnit(f.Unit), f.Kind, f.Target}
}

// columns finds the columns of tables that can be compared from row to row: the
// header says what is counted, and every row is headed by the name of a body, a
// place or a thing of one class (东街道, 西镇; not 行政处罚, 培训).
func (b *builder) columns(figures []int) []axis {
	type key struct {
		measure
		table, column int
	}
	return grouped(figures, func(i int) (key, bool) {
		at := b.grid.cells[i]
		return key{b.measure(i), at.table, at.column}, at.table >= 0 && b.countedBy(b.grid.header(i)) && b.namesOne(b.grid.rowHead(i))
	}, func(_ key, members []int) []axis {
		heads := map[string]bool{}
		for _, i := range members {
			heads[b.grid.rowHead(i)] = true
		}
		if len(heads) < len(members) {
			return nil
		}
		return []axis{{members, OneColumn, withoutBrackets(b.grid.header(members[0]))}}
	})
}

// countedBy reports whether the header of a column says what is counted, rather
// than that it is counted (数量, 件数) or when (2023年).
func (b *builder) countedBy(header string) bool {
	h := withoutBrackets(header)
	return len(han(h)) >= 2 && numeral.YearIn(h) == 0 && !b.words.ColumnsOfCounts.Has(h) && !b.words.Attributes.Has(h)
}

// namesOne reports whether words name one of a class: 东街道, 县司法局.
func (b *builder) namesOne(head string) bool {
	if strings.HasPrefix(head, "其中") {
		return false
	}
	n := max(b.words.Generic.Suffix(head), b.words.Doers.Suffix(head))
	return n > 0 && n < len(head)
}

// withoutBrackets is a header without what stands in brackets behind it: 受理（件）.
func withoutBrackets(header string) string {
	if i := strings.IndexAny(header, "（("); i > 0 {
		header = header[:i]
	}
	return strings.TrimSpace(header)
}

// nouns finds figures that the text lists side by side, and that count the same
// noun by the same act. Where two of them have the same name, or one is named by the
// noun alone (矛盾纠纷 beside 家庭矛盾纠纷, which may be a part of it), nobody knows how they
// stand to each other: these are left out.
func (b *builder) nouns(figures []int) []axis {
	type key struct {
		measure
		block int
		act   string
		ends  string // the last two characters of the noun
	}
	nouns := make(map[int]string, len(figures))
	return grouped(figures, func(i int) (key, bool) {
		f := &b.r.Figures[i]
		act, noun := b.act(f.ShownLabel())
		nouns[i] = noun
		ends := lastTwo(noun)
		return key{b.measure(i), f.Block, act, ends}, ends != "" && b.grid.cells[i].table < 0
	}, func(k key, members []int) (out []axis) {
		for len(members) > 1 {
			n := 1
			for n < len(members) && b.listed(members[n-1], members[n], nouns) {
				n++
			}
			if a, ok := b.sameNoun(members[:n:n], nouns); ok {
				switch {
				case b.words.Attributes.Suffix(a.noun) == 0 && a.noun != "":
					a.noun = k.act + a.noun
				case k.act != "":
					a.noun = "" // 新增工业用地…比重 is of what is new, not a new share
				}
				out = append(out, a)
			}
			members = members[n:]
		}
		return out
	})
}

// listed reports whether the text puts two figures into one list: 、 stands between
// them, or a comma where what tells one from the other is of one length, as
// 结婚登记12对，离婚登记3对.
func (b *builder) listed(i, k int, nouns map[int]string) bool {
	from, to := b.r.Words(&b.r.Figures[i]).End, b.r.Words(&b.r.Figures[k]).Start
	if from > to {
		return false
	}
	between := b.r.Source.Text[from:to]
	if strings.ContainsAny(between, "。；;！？：:\n") {
		return false
	}
	shared := sharedEnd([]int{i, k}, nouns)
	parallel := utf8.RuneCountInString(nouns[i]) == utf8.RuneCountInString(nouns[k]) && utf8.RuneCountInString(nouns[i])-utf8.RuneCountInString(shared) <= 4
	switch strings.Count(between, "，") {
	case 0:
		return parallel || !b.words.Verbs.Has(shared) // 新增就业, 转移就业
	case 1:
		return parallel
	}
	return false
}

// sameNoun is the axis of figures of one list, as far as they count one noun.
func (b *builder) sameNoun(members []int, nouns map[int]string) (axis, bool) {
	times := map[string]int{}
	for _, i := range members {
		times[nouns[i]]++
	}
	members = slices.DeleteFunc(members, func(i int) bool { return times[nouns[i]] > 1 })
	shared := sharedEnd(members, nouns)
	members = slices.DeleteFunc(members, func(i int) bool { return !kindOf(nouns[i], shared) })
	if len(members) < 2 {
		return axis{}, false
	}
	shared = sharedEnd(members, nouns)
	if slices.ContainsFunc(members, func(i int) bool { return !kindOf(nouns[i], shared) }) || !b.thing(shared) {
		return axis{}, false
	}
	return axis{members, SameNoun, b.word(shared)}, true
}

// thing reports whether words name what is counted, not merely a side of it: 占比 is
// of anything, 抽检合格率 of what is sampled.
func (b *builder) thing(shared string) bool {
	side := max(b.words.Attributes.Suffix(shared), b.words.Tallies.Suffix(shared))
	return side == 0 || utf8.RuneCountInString(shared[:len(shared)-side]) >= 2
}

// act parts a label into what was done and what it was done to: 受理, 援助案件. What
// is left has two characters at least.
func (b *builder) act(label string) (act, noun string) {
	at := 0
	for {
		before := b.words.Adverbs.Prefix(label[at:]) // 当场化解, but not 现场学员
		n := max(b.words.LightVerbs.Prefix(label[at+before:]), b.words.Verbs.Prefix(label[at+before:]))
		if n == 0 || utf8.RuneCountInString(label[at+before+n:]) < 2 {
			return label[:at], label[at:]
		}
		at += before + n
	}
}

// sharedEnd is the longest ending that all nouns have, as far as it is of Chinese
// characters: the head of a Chinese phrase stands last (援助案件, 诉讼案件).
func sharedEnd(members []int, nouns map[int]string) string {
	if len(members) == 0 {
		return ""
	}
	end := han(nouns[members[0]])
	for _, i := range members[1:] {
		for !strings.HasSuffix(nouns[i], end) {
			_, n := utf8.DecodeRuneInString(end)
			end = end[n:]
		}
	}
	return end
}

// kindOf reports whether a noun is a kind of what all share: more than that, by
// more than one character where the shared ending may be half a word (听证会 and
// 论证会 share 证会), and not by a clause of its own (排在前十的学科).
func kindOf(noun, shared string) bool {
	n := utf8.RuneCountInString(noun) - utf8.RuneCountInString(shared)
	return n > 0 && (n > 1 || utf8.RuneCountInString(shared) > 2) && !strings.Contains(noun, "的")
}

// word is the longest ending of words that words of the lexicon make up, "" where
// there is none: of 法人员, the end of 执法人员 and 司法人员, it is 人员.
func (b *builder) word(end string) string {
	for at := range end {
		if rest := end[at:]; b.madeUp(rest) {
			return rest
		}
	}
	return ""
}

// madeUp reports whether s is words of the lexicon, each of two characters or more
// but for a side of a thing at the end (办结率).
func (b *builder) madeUp(s string) bool {
	for s != "" {
		if b.words.Attributes.Has(s) && len(s) >= len("占比") {
			return true
		}
		n := max(b.words.Generic.Prefix(s), b.words.Verbs.Prefix(s), b.words.Attributes.Prefix(s), b.words.Agents.Prefix(s))
		if n < len("人员") {
			return s == "率" && n > 0
		}
		s = s[n:]
	}
	return true
}

// han is the ending of s that is of Chinese characters.
func han(s string) string {
	start := len(s)
	for start > 0 {
		c, n := utf8.DecodeLastRuneInString(s[:start])
		if !unicode.Is(unicode.Han, c) {
			break
		}
		start -= n
	}
	return s[start:]
}

// lastTwo is the last two characters of s, "" unless both are Chinese.
func lastTwo(s string) string {
	end := han(s)
	for utf8.RuneCountInString(end) > 2 {
		_, n := utf8.DecodeRuneInString(end)
		end = end[n:]
	}
	if utf8.RuneCountInString(end) < 2 {
		return ""
	}
	return end
}

// grouped parts figures by a key, and gives what is made of each group of two or
// more, in the order of their first figures.
func grouped[K comparable](figures []int, key func(i int) (K, bool), use func(k K, members []int) []axis) []axis {
	at := map[K]int{}
	var keys []K
	var members [][]int
	for _, i := range figures {
		k, ok := key(i)
		if !ok {
			continue
		}
		n, seen := at[k]
		if !seen {
			n = len(keys)
			at[k], keys, members = n, append(keys, k), append(members, nil)
		}
		members[n] = append(members[n], i)
	}
	var out []axis
	for n, k := range keys {
		if len(members[n]) < 2 {
			continue
		}
		out = append(out, use(k, members[n])...)
	}
	return out
}
