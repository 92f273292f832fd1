package figure

import (
	"strings"
)

// phrase is the words before a numeral, stripped.
type phrase struct {
	core    string // what is left: a noun phrase, a verb, or nothing
	among   bool   // 其中
	rest    string // 其余 or 其他
	etc     bool   // a list of examples: …等
	per     bool   // 每…, 平均…, 人均…
	share   bool   // 占…
	changes bool   // 增长, 下降, …
	of      bool   // …的
}

// parse strips the words before a numeral.
func parse(words string) phrase {
	var p phrase
	s := morePlainly(p.open(words))
	if changing.trailing(s) > 0 {
		p.changes = true
		s = cutComparison(strings.TrimSuffix(s, "了"))
	}
	for !p.changes {
		n := bridgesTo.trailing(s)
		if n == 0 || !endsLoose(s, n) {
			break
		}
		if strings.HasSuffix(s, "等") {
			p.etc = true
		}
		s = cutTerm(s[:len(s)-n])
		if changing.trailing(s) > 0 && len(s) > 6 && strings.HasSuffix(words, "了") {
			break
		}
	}
	p.changes = p.changes || growth.trailing(s) > 0
	for strings.HasSuffix(s, "的") && (!strings.HasSuffix(s, "标的") || strings.HasSuffix(s, "目标的") || strings.HasSuffix(s, "指标的")) && !strings.HasSuffix(s, "目的") {
		s, p.of = strings.TrimSuffix(s, "的"), true
	}
	p.per = strings.HasPrefix(s, "每") || strings.HasPrefix(s, "平均") || strings.HasPrefix(s, "人均") || isPerTime(s)
	p.share = strings.HasPrefix(s, "占") && !strings.HasPrefix(s, "占地") && !strings.HasPrefix(s, "占道")
	p.core = trim(s, func(r rune) bool { return r == '，' || r == '：' || r == ':' || r == ' ' })
	if !strings.HasSuffix(words, "、") && strings.HasSuffix(p.core, "、") {
		p.core = lastOfChain(p.core) // 数量翻番、达1.8万家
	}
	p.core = trim(p.core, func(r rune) bool { return r == '、' })
	return p
}

// morePlainly says 比上年多 and 同比减 as they are said in full.
func morePlainly(s string) string {
	short := ""
	switch last := tail(s, len("多")); last {
	case "多", "增":
		short = "增加"
	case "少", "减":
		short = "减少"
	case "降":
		short = "下降"
	case "升", "涨":
		short = "上" + last
	default:
		return s
	}
	words, last := s[:len(s)-len("多")], tail(s, len("多"))
	switch {
	case cutComparison(s) == last:
		return short
	case compared.trailing(words) > 0:
		return words + short
	}
	return s
}

// compared end the words that a figure is compared with: 信访量同比降12%.
var compared = suffixes("同比 环比 同期 上年 去年 上年末 去年底 年初 再 又")

// growth is what a change is called as a thing: 增幅达62.6%.
var growth = suffixes("增幅 降幅 涨幅 增速 降速")

// isPerTime reports whether s is 日均, 村均 and the like, which leave out of what.
func isPerTime(s string) bool {
	return len(s) == len("日均") && strings.HasSuffix(s, "均") && s != "平均" && s != "人均"
}

// cutTerm takes 6年 or 五年来 from the end of words.
func cutTerm(s string) string {
	t := strings.TrimSuffix(s, "来")
	t, ok := strings.CutSuffix(t, "年")
	if !ok {
		return s
	}
	i := len(t)
	for i > 0 {
		r, w := before(t, i)
		if c := classOf(r); c != arabic && c != han {
			break
		}
		i -= w
	}
	if n := len(t) - i; n == 0 || n > 6 {
		return s
	}
	return t[:i]
}

// cutComparison takes 较2020年 or 比上年末 out of words that end in a change.
func cutComparison(s string) string {
	for _, word := range [...]string{"同比", "环比"} {
		if at := lastIndex(s, word); at > 0 && len(s)-at <= 18 {
			s = s[:at] + s[at+len(word):]
		}
	}
	for _, word := range [...]string{"较", "比"} {
		at := lastIndex(s, word)
		if at < 0 || strings.HasPrefix(s[at:], "比例") || strings.HasPrefix(s[at:], "比重") || strings.HasSuffix(s[:at], "占") || strings.HasSuffix(s[:at], "环") || strings.HasSuffix(s[:at], "同") {
			continue
		}
		end := at
		for _, stop := range [...]string{"年末", "年底", "年同期", "年", "同期", "月", "前", "初", "时限", "末", "底", "平均水平"} {
			if i := strings.Index(s[at:], stop); i > 0 && i < 30 {
				end = max(end, at+i+len(stop))
			}
		}
		if end > at {
			return s[:at] + s[end:]
		}
	}
	return s
}

// open takes the words off the front that say when and where, and notes 其中
// and 其余.
func (p *phrase) open(words string) string {
	s := cutTime(words)
	for {
		n := openings.leading(s)
		if n == 0 {
			break
		}
		p.among = p.among || strings.HasPrefix(s, "其中")
		if s[:n] == "其余" {
			p.rest = "其余"
		}
		if n == len(s) {
			s = ""
			break
		}
		if !loose(s[:n], s[n:]) {
			break
		}
		s = cutTime(s[n:])
	}
	for _, word := range [...]string{"其余", "其他", "其它", "剩余"} {
		if strings.HasPrefix(s, word) && p.rest == "" {
			p.rest = word
		}
	}
	return s
}

// loose reports whether an opening is a word by itself: 共 of 共办理 is, 共 of
// 共青团 and 共享 is not.
func loose(word, rest string) bool {
	next := peek(rest, 0)
	switch word {
	case "共":
		return next != '青' && next != '享' && next != '建' && next != '同' && next != '产'
	case "和":
		return next != '解' && next != '谐' && next != '美'
	case "及":
		return next != '时'
	case "经":
		return isVerb(rest)
	case "再":
		return !hasRune("生审就融", next) // 再审
	case "均":
		return next != '衡'
	case "现":
		return next != '场' && next != '代' && next != '行' && next != '金'
	case "并":
		return next != '购'
	case "全面", "积极", "持续", "主动", "依法", "统筹", "集中", "继续", "首批":
		return true
	case "计划":
		return isVerb(rest)
	case "要", "将", "已", "都", "又", "也", "则", "而", "另", "还", "且", "即", "拟", "约":
		return isHan(next) && next != '求' && next != '点' && next != '素' && next != '谈'
	}
	return true
}

// endsLoose reports whether a bridge at the end of s is a word by itself.
func endsLoose(s string, n int) bool {
	word := s[len(s)-n:]
	if len(s) == n {
		return true
	}
	r, _ := before(s, len(s)-n)
	switch word {
	case "为":
		return r != '行' && r != '作'
	case "均":
		return !hasRune("日月年人户次周村镇", r) // 日均 says of what
	case "有":
		return r != '所' && r != '国'
	case "过":
		return r != '通'
	case "在":
		return r != '存'
	case "计":
		return r != '审' && r != '合' && r != '统' && r != '会' && r != '设'
	case "保持":
		return r != '土' // 水土保持
	case "等":
		return r != '平' && r != '同' && r != '对' && r != '相'
	case "含":
		return r != '包'
	case "到":
		return r != '报' && r != '签'
	case "至":
		return r != '截'
	case "和", "、":
		return true
	case "是":
		return r != '于' && r != '还'
	case "共":
		return r != '公' && r != '中'
	case "约":
		size, _ := approxBefore(s)
		return size > 0
	}
	return true
}

// cutTime takes a year, a term of years or a date from the front of words:
// 2023年, 5年, 截至2023年底, 2024年底, 第三季度.
func cutTime(s string) string {
	t := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(s, "截至"), "自"), "是")
	i := 0
	for i < len(t) {
		r, w := runeAt(t, i)
		if c := classOf(r); c != arabic && c != han && r != '至' && r != '—' && r != '-' {
			break
		}
		i += w
	}
	if i == 0 {
		return s
	}
	for _, word := range [...]string{"年底前", "年底", "年末", "月底前", "月前", "日前", "年度", "年内", "年来", "年", "月底", "月份", "月", "日起", "日", "季度"} {
		if rest, ok := strings.CutPrefix(t[i:], word); ok {
			return cutTime(rest)
		}
	}
	return s
}
