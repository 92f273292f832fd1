package chart

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// listed is how many rows a sentence names one by one; of more it names the
// ends.
const listed = 6

// title is what the rows share: the words that all their labels end in, the
// header of their table column, or else the unit.
func (b *builder) title(figures []int, rows []Row) string {
	f := &b.r.Figures[figures[0]]
	shared := sharedEnd(rows)
	if shared == "" && sameColumn(b.grid.cells, figures) {
		if h := b.grid.header(figures[0]); !strings.Contains(h, f.Unit) && yearIn(h) == 0 {
			shared = h
		}
	}
	switch {
	case shared == "" && percent(f):
		shared = "各项比率"
	case shared == "":
		shared = "以“" + f.Unit + "”计的数字"
	}
	if f.Target {
		return "目标：" + shared
	}
	return shared
}

func sameColumn(cells []cell, figures []int) bool {
	for _, i := range figures {
		if cells[i].table != cells[figures[0]].table || cells[i].column != cells[figures[0]].column {
			return false
		}
	}
	return true
}

// sharedEnd is the longest ending of two or more Chinese characters that all
// labels have: the head noun of a Chinese phrase stands last (援助案件, 诉讼案件).
func sharedEnd(rows []Row) string {
	end := thing(&rows[0])
	for i := range rows {
		for !strings.HasSuffix(thing(&rows[i]), end) {
			_, n := utf8.DecodeRuneInString(end)
			end = end[n:]
		}
	}
	start := len(end) // an ending cannot begin inside brackets or after a mark
	for start > 0 {
		c, n := utf8.DecodeLastRuneInString(end[:start])
		if !unicode.Is(unicode.Han, c) {
			break
		}
		start -= n
	}
	end = end[start:]
	if utf8.RuneCountInString(end) < 2 {
		return ""
	}
	shortest, longest := len(thing(&rows[0])), 0
	for i := range rows {
		before := utf8.RuneCountInString(strings.TrimSuffix(thing(&rows[i]), end))
		shortest, longest = min(shortest, before), max(longest, before)
	}
	if shortest == 1 && longest > 1 { // half a word: 听证会, 专家论证会
		return ""
	}
	return end
}

// thing is what a row counts; that a goal is one is said of the whole chart.
func thing(row *Row) string {
	if row.Target {
		return strings.TrimSuffix(row.Label, "目标")
	}
	return row.Label
}

func goal(target bool) string {
	if target {
		return "目标："
	}
	return ""
}

// describe says what bars or rates show: every row, or of many the ends.
func (b *builder) describe(figures []int, rows []Row) string {
	most, least := 0, 0
	mosts, leasts := 0, 0
	for k, i := range figures {
		v := b.values[i].v
		switch {
		case k == 0 || v > b.values[figures[most]].v:
			most, mosts = k, 1
		case v == b.values[figures[most]].v:
			mosts++
		}
		switch {
		case k == 0 || v < b.values[figures[least]].v:
			least, leasts = k, 1
		case v == b.values[figures[least]].v:
			leasts++
		}
	}
	more, less := "最多", "最少"
	if percent(&b.r.Figures[figures[0]]) {
		more, less = "最高", "最低"
	}
	text := goal(rows[0].Target)
	if len(rows) <= listed {
		var items []string
		for i := range rows {
			items = append(items, thing(&rows[i])+rows[i].Display)
		}
		text += strings.Join(items, "，")
		if mosts == 1 && len(rows) > 2 {
			text += "；" + thing(&rows[most]) + more
		}
		return text + "。"
	}
	text += "共" + strconv.Itoa(len(rows)) + "项"
	if mosts == len(rows) {
		return text + "，均为" + rows[0].Display + "。"
	}
	if mosts == 1 {
		text += "，" + more + "的是" + thing(&rows[most]) + "（" + rows[most].Display + "）"
	}
	if leasts == 1 {
		text += "，" + less + "的是" + thing(&rows[least]) + "（" + rows[least].Display + "）"
	}
	return text + "。"
}

// difference is a − b, false if one is no number.
func difference(a, b *report.Figure) (numeral.Decimal, bool) {
	x, okX := a.Decimal()
	y, okY := b.Decimal()
	return x.Sub(y), okX && okY
}
