package site

import "testing"

// A series says what became of a value, and of one that is the same that it is:
// never 由7次变为7次.
func TestSeriesInWords(t *testing.T) {
	at := func(year int, display, value, approx string) point {
		return point{year: year, stated: &stated{display: display, value: value, approx: approx}}
	}
	for _, c := range []struct {
		want string
		list []point
	}{
		{"2022—2023年，会议由7次变为9次。", []point{at(2022, "7次", "7", ""), at(2023, "9次", "9", "")}},
		{"2023年，会议为7次，与上年持平。", []point{at(2022, "7次", "7", ""), at(2023, "7次", "7", "")}},
		{"2021—2023年，会议均为7次。", []point{at(2021, "7次", "7", ""), at(2022, "7次", "7.0", ""), at(2023, "7次", "7", "")}},
		{"2021年和2023年，会议都是7次。", []point{at(2021, "7次", "7", ""), at(2022, "12次", "12", ""), at(2023, "7次", "7", "")}},
		{"2021年和2023年，会议都是7次（没有2022年的数据）。", []point{at(2021, "7次", "7", ""), at(2023, "7次", "7", "")}},
		{"2022—2023年，会议由7次变为7余次。", []point{at(2022, "7次", "7", ""), at(2023, "7余次", "7", "余")}},
		{"2020—2023年，会议由1,200次变为1300次（没有2021、2022年的数据）。", []point{at(2020, "1,200次", "1200", ""), at(2023, "1300次", "1300", "")}},
	} {
		if got := tell("会议", c.list); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}
