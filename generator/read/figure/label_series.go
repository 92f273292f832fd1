package figure

import (
	"strconv"
	"strings"
)

// Figures of one clause that differ in nothing but their time, or their place in a list that has no
// names: each is of its own quarter or year, or bears no name.

// spanOf is the times that words name as a span of n, one each, and what stands around the span:
// 一季度, 二季度, 三季度 and 四季度 of 一季度至四季度投诉量. It is nil where there is no such span.
func spanOf(words string, n int) (items []string, rest string) {
	for _, until := range []string{"至", "到", "—", "-"} {
		from, to, ok := strings.Cut(words, until)
		if !ok {
			continue
		}
		for _, unit := range []string{"季度", "年"} {
			last, after, ok := strings.Cut(to, unit)
			first := strings.TrimSuffix(from, unit)
			if !ok {
				continue
			}
			if items := timesBetween(first, last, unit, n); items != nil {
				return items, after
			}
		}
	}
	return nil, ""
}

// timesBetween is n times in a row from first to last: 2022年, 2023年 and 2024年.
func timesBetween(first, last, unit string, n int) []string {
	var items []string
	if unit == "季度" {
		const quarters = "一二三四"
		a, b := strings.Index(quarters, first), strings.Index(quarters, last)
		if first == "" || last == "" || a < 0 || b < a || len(first) != len("一") || len(last) != len("一") || (b-a)/len("一")+1 != n {
			return nil
		}
		for i := a; i <= b; i += len("一") {
			items = append(items, quarters[i:i+len("一")]+unit)
		}
		return items
	}
	a, errFirst := strconv.Atoi(first)
	b, errLast := strconv.Atoi(last)
	if errFirst != nil || errLast != nil || a < 1000 || b > 9999 || b-a+1 != n {
		return nil
	}
	for year := a; year <= b; year++ {
		items = append(items, strconv.Itoa(year)+unit)
	}
	return items
}

// cutCount takes the word that counts a list off its last item, with what all items share: of PM10、臭氧两项指标 the last
// is 臭氧, and all are 指标.
func (g grammar) cutCount(items []string, rest string) string {
	const numerals = "一二三四五六七八九"
	last := items[len(items)-1]
	if len(items) > len(numerals)/len("一") {
		return rest
	}
	at := strings.LastIndex(last, numerals[(len(items)-1)*len("一"):len(items)*len("一")])
	if len(items) == 2 {
		at = strings.LastIndex(last, "两")
	}
	if at <= 0 {
		return rest
	}
	after := last[at+len("一"):]
	n := g.KindsCounted.Prefix(after)
	if n == 0 {
		return rest
	}
	items[len(items)-1] = last[:at]
	return after[n:] + rest
}

// ofYear puts the year that words before a numeral name in front of the name carried on to it: 2023年培训人次
// of 三年来累计培训9万人次，其中2023年3万人次.
func (l *labeller) ofYear(m *mark) {
	words := strings.TrimLeft(strings.TrimPrefix(m.pre, "其中"), "：、，")
	if len(words) != len("2024年") || !strings.HasSuffix(words, "年") || strings.Trim(words[:len("2024")], "0123456789") != "" {
		return
	}
	if !m.carried || m.label == "" || m.changes || l.isRate(m.unit) || strings.Contains(m.label, words) {
		return
	}
	if of := l.withoutSpan(m.label); of != "" && !l.onlyVerbs(of) && !strings.HasPrefix(of, "第") {
		m.label = words + of
	} else {
		m.label = ""
	}
}

// withoutSpan takes the years that a total is of off its front: 办结案件 of “十四五”以来累计办结案件.
func (l *labeller) withoutSpan(label string) string {
	for _, end := range []string{"以来", "期间"} {
		if at := strings.Index(label, end); at > 0 && (strings.HasPrefix(label, "“") || strings.HasPrefix(label, "近")) {
			label = label[at+len(end):]
		}
	}
	if rest, ok := strings.CutPrefix(label, "近"); ok {
		if _, after, found := strings.Cut(head(rest, len("三年来")), "年"); found {
			label = after + rest[len(head(rest, len("三年来"))):]
		}
	}
	return l.withoutOpenings(label)
}

// withoutEachOne is a name without the words behind it that give each person one: 执法记录仪 of 执法记录仪每名队员.
func withoutEachOne(subject string) string {
	if at := strings.LastIndex(subject, "每"); at > 0 {
		return subject[:at]
	}
	return subject
}

// timesOfLastYear names a multiple of the year before as one: 不予处罚案件为上年倍数 of 不予处罚案件是上年的2.9倍.
func (l *labeller) timesOfLastYear(m *mark) {
	n := l.YearBefore.Suffix(m.label)
	if n == 0 || m.unit != "倍" {
		return
	}
	if of, ok := strings.CutSuffix(m.label[:len(m.label)-n], "是"); ok && of != "" {
		m.label = of + "为" + m.label[len(m.label)-n:] + "倍数"
	}
}
