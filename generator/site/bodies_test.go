package site

import (
	"strings"
	"testing"

	"mingfa/generator/report"
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
		if got := of.line() != ""; got != c.drawn {
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
