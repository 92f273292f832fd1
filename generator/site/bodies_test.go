package site

import (
	"strings"
	"testing"

	"mingfa/generator/numeral"
	"mingfa/generator/read/series"
	"mingfa/generator/report"
	"mingfa/generator/site/markup"
)

// at is what a report states of an indicator in one year.
func at(year int, display, value, approx string) point {
	return point{year: year, stated: &stated{display: display, value: value, approx: approx}}
}

// A series says what became of a value, and of one that is the same that it is:
// never 由7次变为7次.
func TestSeriesInWords(t *testing.T) {
	for _, c := range []struct {
		want string
		list []point
	}{
		{"2022—2023年，会议由7次变为9次。", []point{at(2022, "7次", "7", ""), at(2023, "9次", "9", "")}},
		{"2023年，会议为7次，与上年持平。", []point{at(2022, "7次", "7", ""), at(2023, "7次", "7", "")}},
		{"2022—2023年，会议均为70余次。", []point{at(2022, "70余次", "70", "余"), at(2023, "70余次", "70", "余")}},
		{"2021—2023年，会议均为7次。", []point{at(2021, "7次", "7", ""), at(2022, "7次", "7.0", ""), at(2023, "7次", "7", "")}},
		{"2021年和2023年，会议都是7次。", []point{at(2021, "7次", "7", ""), at(2022, "12次", "12", ""), at(2023, "7次", "7", "")}},
		{"2021年和2023年，会议都是7次（2022年没有可比的数据）。", []point{at(2021, "7次", "7", ""), at(2023, "7次", "7", "")}},
		{"2022—2023年，会议由7次变为7余次。", []point{at(2022, "7次", "7", ""), at(2023, "7余次", "7", "余")}},
		{"2020—2023年，会议由1,200次变为1300次（2021、2022年没有可比的数据）。", []point{at(2020, "1,200次", "1200", ""), at(2023, "1300次", "1300", "")}},
	} {
		if got := tell("会议", c.list); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

// TestSeriesDrawsNothingBelowABound: a year that is only said to be less than a
// number has no bar, and its series no line; one that is more has both.
func TestSeriesDrawsNothingBelowABound(t *testing.T) {
	bounded := func(b report.Bound) []point {
		list := []point{at(2021, "12件", "12", ""), at(2022, "9件", "9", ""), at(2023, "9件", "9", "")}
		list[2].bound = b
		for i := range list {
			list[i].v = []float64{12, 9, 9}[i]
		}
		return list
	}
	for _, c := range []struct {
		bound report.Bound
		drawn bool
	}{{"", true}, {report.BoundAtLeast, true}, {report.BoundAbove, true}, {report.BoundBelow, false}, {report.BoundAtMost, false}} {
		of := track{&Body{Slug: "body"}, bounded(c.bound)}
		if got := of.newest().width(of.axis()) != ""; got != c.drawn {
			t.Errorf("%q: a bar is %v", c.bound, got)
		}
		if got := len(of.lines()) > 0; got != c.drawn {
			t.Errorf("%q: a line is %v", c.bound, got)
		}
		if want := "变为"; strings.Contains(tell("案件", bounded(c.bound)), want) != (c.bound == "") {
			t.Errorf("%q: %s", c.bound, tell("案件", bounded(c.bound)))
		}
		list := bounded(c.bound)[1:]
		if same := strings.Contains(tell("案件", list), "持平"); same != (c.bound == "") {
			t.Errorf("%q: %s", c.bound, tell("案件", list))
		}
	}
}

// broken is a point from which on another thing is counted.
func broken(pt point) point {
	pt.broken = "自这一年起只计现场检查。"
	return pt
}

// TestLinesEndAtABreak: no line and no sentence leads across a change of what is
// counted.
func TestLinesEndAtABreak(t *testing.T) {
	a, b, c, d := at(2020, "4件", "4", ""), at(2021, "8件", "8", ""), at(2022, "2件", "2", ""), at(2023, "4件", "4", "")
	for i, pt := range []*point{&a, &b, &c, &d} {
		pt.v, pt.raw, pt.unit = []float64{4, 8, 2, 4}[i], pt.value, "件"
	}
	for _, k := range []struct {
		points      []point
		lines, says string
		change      string
	}{
		{[]point{a, b, c, d}, "0,20 33,0 67,30 100,20", "2020年和2023年，检查都是4件。", "比2022年多2件"},
		{[]point{a, b, broken(c), d}, "0,20 33,0|67,30 100,20", "2022年起统计口径有变化，与以前不能相比。2022—2023年，检查由2件变为4件。", "比2022年多2件"},
		{[]point{a, b, c, broken(d)}, "0,20 33,0 67,30", "2023年起统计口径有变化，与以前不能相比。", "口径有变化，不与以前相比"},
		{[]point{a, broken(b), broken(c), broken(d)}, "", "2023年起统计口径有变化，与以前不能相比。", "口径有变化，不与以前相比"},
		{[]point{broken(a), b, c, d}, "0,20 33,0 67,30 100,20", "2020年和2023年，检查都是4件。", "比2022年多2件"},
	} {
		tr := track{&Body{Slug: "x"}, k.points}
		if got := strings.Join(tr.lines(), "|"); got != k.lines {
			t.Errorf("the lines are %s, want %s", got, k.lines)
		}
		if got := tr.says("检查"); got != k.says {
			t.Errorf("%s, want %s", got, k.says)
		}
		if got := change(tr.before(2023), tr.newest()); got != k.change {
			t.Errorf("%s, want %s", got, k.change)
		}
	}
}

// TestChangeInWords: a change is computed of numbers that are the values themselves,
// printed with as many decimals.
func TestChangeInWords(t *testing.T) {
	value := func(year int, raw, unit, approx string, bound report.Bound) *point {
		return &point{year: year, stated: &stated{value: inFull(raw), raw: raw, unit: unit, approx: approx, bound: bound}}
	}
	for _, c := range []struct {
		before, now *point
		want        string
	}{
		{nil, value(2023, "12", "件", "", ""), ""},
		{value(2022, "10", "件", "", ""), value(2023, "12", "件", "", ""), "比2022年多2件"},
		{value(2022, "10", "件", "", ""), value(2023, "12", "起", "", ""), "比2022年多2起"},
		{value(2021, "10", "件", "", ""), value(2023, "12", "件", "", ""), ""},           // nobody knows how it was counted in 2022
		{value(2022, "86", "个", "", ""), unlinked(value(2023, "23", "个", "", "")), ""}, // 共有86个, 新建23个
		{value(2022, "9000", "万元", "", ""), value(2023, "1.2", "亿元", "", ""), "计量单位不同，不算增减"},
		{value(2022, "1.2万", "件", "", ""), value(2023, "12345", "件", "", ""), "取整的程度不同，不算增减"},
		{value(2022, "12", "件", "", ""), value(2023, "10", "件", "", ""), "比2022年少2件"},
		{value(2022, "12", "件", "", ""), value(2023, "12", "件", "", ""), "与2022年持平"},
		{value(2022, "96.1", "%", "", ""), value(2023, "97.3", "%", "", ""), "比2022年高1.2个百分点"},
		{value(2022, "97", "%", "", ""), value(2023, "96", "%", "", ""), "比2022年低1个百分点"},
		{value(2022, "97", "%", "", ""), value(2023, "96.4", "%", "", ""), "比2022年低0.6个百分点"},
		{value(2022, "25.63", "万元", "", ""), value(2023, "26.00", "万元", "", ""), "比2022年多0.37万元"},
		{value(2022, "70", "件", "余", ""), value(2023, "80", "件", "", ""), "约数、上下限，不算增减"},
		{value(2022, "70", "件", "", ""), value(2023, "80", "件", "余", ""), "约数、上下限，不算增减"},
		{value(2022, "70", "件", "", report.BoundBelow), value(2023, "80", "件", "", ""), "约数、上下限，不算增减"},
		{value(2022, "70", "件", "", ""), value(2023, "70", "件", "", report.BoundAtLeast), "约数、上下限，不算增减"},
		{value(2022, "1.2万", "件", "", ""), value(2023, "1.3万", "件", "", ""), "比2022年多0.1万件"},
	} {
		if got := change(c.before, c.now); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}

// TestOtherSeries: series that are of no indicator have rows of their own; one that
// ends with a break goes on in the same row, one in another unit does not.
func TestOtherSeries(t *testing.T) {
	value := func(key string, year int, label, raw, unit string) chained {
		return chained{key: key, year: year, figure: "f" + raw, value: &stated{figure: "f" + raw, label: label, value: raw, raw: raw, unit: unit, display: raw + unit}}
	}
	ended := func(c chained, by, why string) chained { c.ended, c.broken = by, why; return c }
	bare := chained{key: "k9", year: 2023, figure: "f1"} // of an indicator, or without a name
	w := &Whole{Bodies: []*Body{{Slug: "a", Name: "甲局"}}, Reports: []Summary{
		{Body: "a", Year: 2021},
		{Body: "a", Year: 2022, series: []chained{value("k1", 2021, "巡河", "3", "次"), value("k1", 2022, "巡河次数", "5", "次"), value("k2", 2021, "拆违", "8", "处"), value("k3", 2022, "只有一年", "8", "处")}},
		{Body: "a", Year: 2023, series: []chained{ended(value("k4", 2023, "河道巡查（2023年）", "9", "次"), "k1", "只计市管河道。"), ended(value("k5", 2023, "拆违", "70", "平方米"), "k2", "拆违70平方米"), bare}},
	}}
	p := arrange(w)
	var got []string
	for _, row := range shownRows(t, p.otherRows(w.Bodies[0], []int{2023, 2022, 2021})) {
		got = append(got, row.name+" "+strings.Join(row.cells, " ")+" ※"+strings.Join(row.breaks, " "))
	}
	want := "河道巡查 口径有变化，不与以前相比 9次 5次 3次 ※2023"
	if strings.Join(got, "\n") != want {
		t.Errorf("%s, want %s", strings.Join(got, "\n"), want)
	}
}

// TestLastYearIsNamedOnce: the words of the link to last year's sentence name that year alone, whatever year the
// label has.
func TestLastYearIsNamedOnce(t *testing.T) {
	then := &beforeItem{Lead: "比", Year: 2022, Figure: "f9", Rest: "多31宗"}
	for label, want := range map[string]string{"审结（2023年）": "比2022年审结多31宗", "审结（后）": "比2022年审结多31宗", "2023年": "比2022年多31宗", "审结": "比2022年审结多31宗"} {
		var b markup.Builder
		then.draw(&b, series.WithoutYear(label))
		if got := shownText(t, b.String()); got != want {
			t.Errorf("%s: %s, want %s", label, got, want)
		}
	}
}

// TestValuesOfSeries: what the report states of an indicator is kept once; of the
// rest, what it is called.
func TestValuesOfSeries(t *testing.T) {
	r := extracted(t, "培训干部30人，栽树50棵。")
	r.Figures[0].Indicator = "trained"
	for i, c := range []struct{ named, label string }{{"", ""}, {"", "栽树"}, {"干部轮训", ""}, {"造林", "造林"}} {
		got := chainedBy(r, i%2, "k", c.named)
		if got.key != "k" || got.year != r.Year || got.figure != r.Figures[i%2].ID {
			t.Errorf("%d: %+v", i, got)
		}
		label := ""
		if got.value != nil {
			label = got.value.label
		}
		if label != c.label {
			t.Errorf("%d is kept as %q, want %q", i, label, c.label)
		}
	}
}

// unlinked is a point that need not be what the year before stated.
func unlinked(pt *point) *point {
	pt.apart = true
	return pt
}

// inFull is the value that a numeral states: 12000 of 1.2万.
func inFull(raw string) string {
	n, _ := numeral.Scan(raw)
	return n.Value
}
