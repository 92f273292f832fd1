package figure

import (
	"strings"

	"mingfa/generator/numeral"
)

// named knows numbers that are part of a name by the word beside them: 12号,
// 3级, 30强, 90后, 表1, 前10, 24小时.
func (s *scanner) named(i, end int, n numeral.Number) int {
	at := s.skipSpace(end)
	after, w := runeAt2(s.text, at)
	switch after {
	case '号', '级', '届', '强', '佳', '版', '代', '路', '楼', '室', '后', '线', '层':
		if after == '层' && n.Digits <= 3 {
			break
		}
		return at + w
	case '千', 'k':
		if strings.HasPrefix(s.text[at:], "千伏") || strings.HasPrefix(s.text[at:], "kV") {
			return at + w // 500千伏变电站
		}
	case '系':
		return at + w
	case '-', '—', '－', '–', '～', '~', '至':
		if second, ok := numeral.Scan(s.text[at+w:]); ok && second.Arabic && peek(s.text, at+w+second.Size) == '号' {
			return end // 1-12号
		}
	case '世', '大':
		if n.Approx == "" && !strings.HasPrefix(s.text[at:], "大类") {
			return at + w // 21世纪, 20大
		}
	case '小':
		if n.Value == "24" && strings.HasPrefix(s.text[at:], "小时") {
			return at + len("小时")
		}
	case '天':
		if n.Value == "365" {
			return at + w
		}
	}
	return s.namedBefore(i, end, n)
}

// namedBefore knows numbers by the word before them.
func (s *scanner) namedBefore(i, end int, n numeral.Number) int {
	words := s.text[max(0, i-48):i]
	prev, w := before(words, len(words))
	for isSpace(prev) && prev != '\t' {
		words = words[:len(words)-w]
		prev, w = before(words, len(words))
	}
	q, _ := before(words, len(words)-w)
	counted := func() bool { return n.Scale != "" || matchUnit(s.text[s.skipSpace(end):]) != "" }
	switch prev {
	case '前':
		switch q {
		case '提', '目', '此', '之', '以', '先', '年', '日', '月', '届', '期', '事', '训':
			return 0
		}
		return end // 前10, 前3名
	case '表', '图', '件', '栏', '录', '例':
		if prev == '件' && hasRune("证信稿邮案事", q) {
			break // 发证件1，234本
		}
		if q == 0 || prev != '件' && !isHan(q) || isHan(q) && !counted() {
			return end
		}
	case '号':
		if c := classOf(q); c == arabic || c == han {
			return end // 18号2栋, but 销号1790条
		}
	case '每':
		return end // every so many; the number that follows is the figure
	case '跑', '进':
		if q == '多' || q == '只' {
			return end // 最多跑1次, 只进1扇门
		}
	case '位', '名', '列', '居':
		if (q == '排' || q == '位' || q == '居') && !counted() {
			return end
		}
	}
	if n.Digits <= 3 && ranked.trailing(words) > 0 && !isHan(peek(s.text, end)) && !counted() {
		return end
	}
	return 0
}

// ranked are those among whom a place is named: 全国100强.
var ranked = suffixes("全国 全省 全市 西部 全区 中部 东部")

// identifier knows hotlines, telephone numbers, numbers of accounts and
// identity cards, and versions.
func (s *scanner) identifier(i, end int, n numeral.Number) int {
	if n.Scale != "" || n.Approx != "" {
		return 0
	}
	counted := matchUnit(s.text[s.skipSpace(end):]) != ""
	plain := n.Decimals == 0 && n.Size == n.Digits
	after, w := runeAt2(s.text, end)
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
		switch n.Value {
		case "110", "119", "120", "122", "114":
			return end
		}
	case 5:
		if strings.HasPrefix(n.Value, "12") || strings.HasPrefix(n.Value, "95") || strings.HasPrefix(n.Value, "96") {
			return end // public service hotlines stand in 12xxx, 95xxx, 96xxx
		}
	case 11, 15, 16, 17, 18, 19:
		return end // a mobile telephone, an identity card, a bank card
	}
	words := strings.TrimRight(s.text[max(0, i-48):i], "：: 　为是、（(")
	if announcers.trailing(words) > 0 || phones.trailing(trimDialled(words)) > 0 {
		return end
	}
	return 0
}

// trimDialled takes digits and what parts them off the end of words: of several
// telephone numbers, each in groups, as 0371-6123 4567、(0371)61234568.
func trimDialled(words string) string {
	if r, _ := before(words, len(words)); !hasRune("）)-—－–转/", r) && classOf(r) != arabic {
		return words
	}
	return strings.TrimRight(words, "：: 　、（(）)-—－–转/0123456789０１２３４５６７８９")
}

// phones stand before what is dialled.
var phones = suffixes("电话 传真 热线 手机")

// announcers stand before a number that identifies something.
var announcers = suffixes("电话 传真 邮编 热线 手机 编码 编号 代码 账号 证号 标识码 索引号 备案号 QQ QQ群 微信号 公众号 邮箱")
