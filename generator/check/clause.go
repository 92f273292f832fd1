package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// clause is a clause of a text as it is compared with those of other reports:
// by a hash of its characters, without white space, years and the names of the
// body, which differ from year to year and from body to body.
type clause struct {
	span   report.Span
	hash   uint64
	size   int  // in characters
	digits bool // it holds one that is not of a year
	words  bool // it holds more than numbers and signs
}

// eachClause yields the clauses of a text up to the most that are compared. The
// marks that part them belong to none. A row of a table is one, since its cells
// alone say nothing: last year's number stands in a column of this year's table.
func eachClause(text string, names []string, yield func(clause)) {
	const offset, prime = 14695981039346656037, 1099511628211
	firsts := firstRunes(names)
	c := clause{hash: offset}
	for i, n := 0, 0; i < len(text) && n < mostClauses; {
		r, size := report.FirstRune(text[i:])
		if partsClauses(text, i, r, size) {
			if c.size > 0 {
				yield(c)
				n++
			}
			i += size
			c = clause{span: report.Span{Start: i, End: i}, hash: offset}
			continue
		}
		skipped := 0
		switch {
		case slices.Contains(firsts, r):
			skipped = longestPrefix(text[i:], names)
		case r == '1' || r == '2' || r == '１' || r == '２' || r == '一' || r == '二':
			skipped = yearSize(text, i)
		case !report.IsBasicHan(r) && unicode.IsSpace(r):
			skipped = size
		}
		if skipped == 0 {
			c.hash = (c.hash ^ uint64(halfwidth(r))) * prime
			c.size++
			c.digits = c.digits || numeral.IsDigit(r)
			c.words = c.words || report.IsBasicHan(r)
			skipped = size
		}
		i += skipped
		c.span.End = i
		if i >= len(text) && c.size > 0 {
			yield(c)
		}
	}
}

// mostClauses bounds those of one text.
const mostClauses = 20_000

// partsClauses reports whether character r at byte i ends a clause. The comma of
// 4,832 ends none.
func partsClauses(text string, i int, r rune, size int) bool {
	switch r {
	case '，', '。', '；', '：', '！', '？', '、', '\n', '\r', ';', ':', '!', '?':
		return true
	case ',':
		after, _ := utf8.DecodeRuneInString(text[i+size:])
		return !numeral.IsDigit(prev(text, 0, i)) || !numeral.IsDigit(after)
	}
	return false
}

// firstRunes are the characters that names begin with.
func firstRunes(names []string) []rune {
	var all []rune
	for _, name := range names {
		if r, _ := utf8.DecodeRuneInString(name); !slices.Contains(all, r) {
			all = append(all, r)
		}
	}
	return all
}

// longestPrefix is the size of the longest of names that a text begins with.
func longestPrefix(text string, names []string) int {
	size := 0
	for _, name := range names {
		if len(name) > size && strings.HasPrefix(text, name) {
			size = len(name)
		}
	}
	return size
}

// yearSize is the size of a year's number that stands at byte i, 0 for none: 2024 of
// 2024年, 二〇二四 of 二〇二四年.
func yearSize(text string, i int) int {
	if i > 0 && numeral.IsDigit(prev(text, 0, i)) {
		return 0
	}
	end := i
	for range 4 {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !numeral.IsDigit(r) && !strings.ContainsRune("〇○零一二三四五六七八九", r) {
			return 0
		}
		end += size
	}
	if !strings.HasPrefix(strings.TrimLeft(text[end:min(len(text), end+8)], " "), "年") {
		return 0
	}
	return end - i
}

// halfwidth is ３ as 3.
func halfwidth(r rune) rune {
	if r >= '！' && r <= '～' {
		return r - '！' + '!'
	}
	return r
}

// placesOf are names with the places that they begin with: 示例市 and 甲区 of
// 示例市甲区司法局, so that 甲区政府 is left out of a comparison too.
func placesOf(names []string) []string {
	all := slices.Clone(names)
	for _, name := range names {
		start, runes := 0, 0
		for i, r := range name {
			runes++
			if strings.ContainsRune("省市县区旗州盟镇乡", r) {
				if runes > 2 || runes == 2 && start > 0 {
					all = append(all, name[start:i+utf8.RuneLen(r)])
				}
				start, runes = i+utf8.RuneLen(r), 0
			}
		}
	}
	return slices.DeleteFunc(all, func(name string) bool { return name == "" })
}
