package figure

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// named knows numbers that are part of a name by the word beside them: 12号,
// 3级, 30强, 90后, 表1, 前10, 24小时.
func (s *scanner) named(i, end int, n numeral.Number) (int, report.Reason) {
	const name = report.ReasonName
	at := s.skipSpace(end)
	if word, ok := s.NamesAfter.At(s.text, at); ok {
		return word.End, name
	}
	if word, ok := s.NamesAfterExact.At(s.text, at); ok && n.Approx == "" {
		return word.End, name // 21世纪, 20大
	}
	after, w := runeOrNone(s.text, at)
	switch after {
	case '-', '—', '－', '–', '～', '~', '至':
		if second, ok := numeral.Scan(s.text[at+w:]); ok && second.Arabic && peek(s.text, at+w+second.Size) == '号' {
			return end, name // 1-12号
		}
	}
	if size := s.Always.Prefix(n.Value + head(s.text[at:], 12)); size > 0 {
		return at + size - len(n.Value), name // 24小时, 365天
	}
	return s.namedBefore(i, end, n)
}

// namedBefore knows numbers by the word before them.
func (s *scanner) namedBefore(i, end int, n numeral.Number) (int, report.Reason) {
	words := s.text[max(0, i-48):i]
	if trimmed := strings.TrimRight(words, " 　\u00A0"); trimmed != words {
		words = trimmed
	}
	unit := s.matchUnit(s.text[s.skipSpace(end):])
	counted := func() bool { return n.Scale != "" || unit != "" }
	prev, w := before(words, len(words))
	q, _ := before(words, len(words)-w)
	switch {
	case s.NamesBefore.Suffix(words) > 0:
		return end, report.ReasonName // 前10, 前3名, 最多跑1次
	case q == '附' && s.Captions.Suffix(words) > 0 && n.Scale == "" && !s.UnitsCounted.Has(unit):
		return end, report.ReasonReference // 附件2列明
	case s.Captions.Suffix(words) > 0:
		if q == 0 || prev != '件' && !report.IsHan(q) || report.IsHan(q) && !counted() {
			return end, report.ReasonReference
		}
	case prev == '号':
		if c := classOf(q); c == arabic || c == han {
			return end, report.ReasonName // 18号2栋, but 销号1790条
		}
	case prev == '每':
		return end, report.ReasonEach // every so many; the number that follows is the figure
	case s.Ranks.Suffix(words) > 0 && !counted():
		return end, report.ReasonRank
	}
	if n.Digits <= 3 && s.Ranked.Suffix(words) > 0 && !report.IsHan(peek(s.text, end)) && !counted() {
		return end, report.ReasonRank
	}
	return 0, unknown
}

// identifier knows hotlines, telephone numbers, numbers of accounts and
// identity cards, and versions.
func (s *scanner) identifier(i, end int, n numeral.Number) (int, report.Reason) {
	if n.Scale != "" || n.Approx != "" {
		return 0, unknown
	}
	counted := s.matchUnit(s.text[s.skipSpace(end):]) != ""
	plain := n.Decimals == 0 && onlyDigits(s.text[i:end])
	after, w := runeOrNone(s.text, end)
	if plain && (after == '-' || after == '—' || after == '－' || after == '–') && n.Digits >= 3 && n.Digits <= 4 && n.Value != "" {
		if second, ok := numeral.Scan(s.text[end+w:]); ok && second.Arabic && second.Digits >= 7 && second.Digits <= 8 {
			return end + w + second.Size, report.ReasonTelephone // 0398-2812345
		}
	}
	if counted {
		return 0, unknown
	}
	if n.Decimals == 1 && n.Digits == 2 && s.text[end-1] == '0' {
		return end, report.ReasonName // 数字政府2.0
	}
	if !plain {
		return 0, unknown
	}
	if n.Digits == 17 && (after == 'X' || after == 'x') {
		return end + w, report.ReasonCode
	}
	switch n.Digits {
	case 3:
		if s.Hotlines.Has(n.Value) && s.saidDialled(i, end) {
			return end, report.ReasonTelephone
		}
	case 5:
		if s.HotlineOpenings.Prefix(n.Value) > 0 && (s.saidDialled(i, end) || report.IsHan(after) && s.Hotlines.Has(n.Value)) {
			return end, report.ReasonTelephone // public service hotlines stand in 12xxx, 95xxx, 96xxx
		}
	case 11, 15, 16, 17, 18, 19:
		return end, report.ReasonCode // a mobile telephone, an identity card, a bank card
	}
	words := strings.TrimRight(s.text[max(0, i-48):i], "：: 　为是、（(")
	switch {
	case s.Dialled.Suffix(s.trimDialled(words)) > 0:
		return end, report.ReasonTelephone
	case s.Identified.Suffix(words) > 0:
		return end, report.ReasonCode
	}
	return 0, unknown
}

// saidDialled reports whether words near a number say that it is dialled, so that
// 12175 of a table or a sum is no hotline.
func (s *scanner) saidDialled(i, end int) bool {
	const reach = 45 // bytes on either side, of the same line and cell
	words, after := tail(s.text[:i], reach), head(s.text[end:], reach)
	words = words[strings.LastIndexAny(words, "\t\n|")+1:]
	if at := strings.IndexAny(after, "\t\n|"); at >= 0 {
		after = after[:at]
	}
	return s.HotlineWords.In(words) || s.HotlineWords.In(after)
}

// onlyDigits reports whether nothing that shows stands between the digits of a
// numeral.
func onlyDigits(raw string) bool {
	for _, r := range raw {
		if !numeral.IsDigit(r) && !numeral.Unseen(r) {
			return false
		}
	}
	return true
}

// trimDialled takes digits and what parts them off the end of words: of several
// telephone numbers, each in groups, as 0371-6123 4567、(0371)61234568.
func (g grammar) trimDialled(words string) string {
	if r, _ := before(words, len(words)); !strings.ContainsRune("）)-—－–转/", r) && classOf(r) != arabic {
		return words
	}
	return strings.TrimRight(words, "：: 　、（(）)-—－–转/0123456789０１２３４５６７８９")
}
