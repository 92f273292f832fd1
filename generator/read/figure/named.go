package figure

import (
	"strings"

	"mingfa/generator/numeral"
)

// named knows numbers that are part of a name by the word beside them: 12号,
// 3级, 30强, 90后, 表1, 前10, 24小时.
func (s *scanner) named(i, end int, n numeral.Number) int {
	at := s.skipSpace(end)
	if word, ok := s.NamesAfter.At(s.text, at); ok {
		return word.End
	}
	if word, ok := s.NamesAfterExact.At(s.text, at); ok && n.Approx == "" {
		return word.End // 21世纪, 20大
	}
	after, w := runeOrNone(s.text, at)
	switch after {
	case '-', '—', '－', '–', '～', '~', '至':
		if second, ok := numeral.Scan(s.text[at+w:]); ok && second.Arabic && peek(s.text, at+w+second.Size) == '号' {
			return end // 1-12号
		}
	}
	if size := s.Always.Prefix(n.Value + head(s.text[at:], 12)); size > 0 {
		return at + size - len(n.Value) // 24小时, 365天
	}
	return s.namedBefore(i, end, n)
}

// namedBefore knows numbers by the word before them.
func (s *scanner) namedBefore(i, end int, n numeral.Number) int {
	words := s.text[max(0, i-48):i]
	if trimmed := strings.TrimRight(words, " 　\u00A0"); trimmed != words {
		words = trimmed
	}
	counted := func() bool { return n.Scale != "" || s.matchUnit(s.text[s.skipSpace(end):]) != "" }
	prev, w := before(words, len(words))
	q, _ := before(words, len(words)-w)
	switch {
	case s.NamesBefore.Suffix(words) > 0:
		return end // 前10, 前3名, 最多跑1次
	case s.Captions.Suffix(words) > 0:
		if q == 0 || prev != '件' && !isHan(q) || isHan(q) && !counted() {
			return end
		}
	case prev == '号':
		if c := classOf(q); c == arabic || c == han {
			return end // 18号2栋, but 销号1790条
		}
	case prev == '每':
		return end // every so many; the number that follows is the figure
	case s.Ranks.Suffix(words) > 0 && !counted():
		return end
	}
	if n.Digits <= 3 && s.Ranked.Suffix(words) > 0 && !isHan(peek(s.text, end)) && !counted() {
		return end
	}
	return 0
}

// identifier knows hotlines, telephone numbers, numbers of accounts and
// identity cards, and versions.
func (s *scanner) identifier(i, end int, n numeral.Number) int {
	if n.Scale != "" || n.Approx != "" {
		return 0
	}
	counted := s.matchUnit(s.text[s.skipSpace(end):]) != ""
	plain := n.Decimals == 0 && n.Size == n.Digits
	after, w := runeOrNone(s.text, end)
	if plain && (after == '-' || after == '—' || after == '－' || after == '–') && n.Digits >= 3 && n.Digits <= 4 && n.Value != "" {
		if second, ok := numeral.Scan(s.text[end+w:]); ok && second.Arabic && second.Digits >= 7 && second.Digits <= 8 {
			return end + w + second.Size // 0398-2812345
		}
	}
	if counted {
		return 0
	}
	if n.Decimals == 1 && n.Digits == 2 && s.text[end-1] == '0' {
		return end // 数字政府2.0
	}
	if !plain {
		return 0
	}
	if n.Digits == 17 && (after == 'X' || after == 'x') {
		return end + w
	}
	switch n.Digits {
	case 3:
		if s.Hotlines.Has(n.Value) {
			return end
		}
	case 5:
		if s.HotlineOpenings.Prefix(n.Value) > 0 {
			return end // public service hotlines stand in 12xxx, 95xxx, 96xxx
		}
	case 11, 15, 16, 17, 18, 19:
		return end // a mobile telephone, an identity card, a bank card
	}
	words := strings.TrimRight(s.text[max(0, i-48):i], "：: 　为是、（(")
	if s.Identified.Suffix(words) > 0 || s.Dialled.Suffix(s.trimDialled(words)) > 0 {
		return end
	}
	return 0
}

// trimDialled takes digits and what parts them off the end of words: of several
// telephone numbers, each in groups, as 0371-6123 4567、(0371)61234568.
func (g grammar) trimDialled(words string) string {
	if r, _ := before(words, len(words)); !strings.ContainsRune("）)-—－–转/", r) && classOf(r) != arabic {
		return words
	}
	return strings.TrimRight(words, "：: 　、（(）)-—－–转/0123456789０１２３４５６７８９")
}
