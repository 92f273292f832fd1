package chart

import (
	"strconv"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// listed is how many rows a sentence names one by one; of more it names the
// ends.
const listed = 6

// listing names rows one after another, of many the first ones.
func listing(rows []Row) string {
	const most = 3
	names := make([]string, 0, most)
	for i := range rows[:min(len(rows), most)] {
		names = append(names, rows[i].Label)
	}
	s := strings.Join(names, "、")
	if len(rows) > most {
		s += "等" + strconv.Itoa(len(rows)) + "项"
	}
	return s
}

// ofGoal says of a sentence that it is of a goal, unless it says so itself.
func ofGoal(target bool, sentence string) string {
	if target && !strings.Contains(sentence, "目标") {
		return "目标：" + sentence
	}
	return sentence
}

// describe says what bars or rates show: every row, or of many the ends. Which is
// at an end is said of exact values only: 近40 may be more than 39.
func (b *builder) describe(figures []int, rows []Row) string {
	more, less := "最多", "最少"
	if percent(&b.r.Figures[figures[0]]) {
		more, less = "最高", "最低"
	}
	most, least := b.ends(figures)
	if len(rows) <= listed {
		var items []string
		for i := range rows {
			items = append(items, rows[i].Label+rows[i].Display)
		}
		text := strings.Join(items, "，")
		if most >= 0 && len(rows) > 2 {
			text += "；" + rows[most].Label + more
		}
		return ofGoal(b.r.Figures[figures[0]].Target, text) + "。"
	}
	text := "共" + strconv.Itoa(len(rows)) + "项"
	if most >= 0 {
		text += "，" + more + "的是" + rows[most].Label + "（" + rows[most].Display + "）"
	}
	if least >= 0 {
		text += "，" + less + "的是" + rows[least].Label + "（" + rows[least].Display + "）"
	}
	return ofGoal(b.r.Figures[figures[0]].Target, text) + "。"
}

// ends are the places of the largest and the smallest of figures; -1 where several
// share that end, or where a value is not exact.
func (b *builder) ends(figures []int) (most, least int) {
	mosts, leasts := 0, 0
	for k, i := range figures {
		v := b.values[i].v
		switch {
		case !b.r.Figures[i].Exact():
			return -1, -1
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
	if mosts > 1 {
		most = -1
	}
	if leasts > 1 {
		least = -1
	}
	return most, least
}

// difference is a − b, false if one is no number.
func difference(a, b *report.Figure) (numeral.Decimal, bool) {
	x, okX := a.Decimal()
	y, okY := b.Decimal()
	return x.Sub(y), okX && okY
}
