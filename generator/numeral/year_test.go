package numeral

import "testing"

func TestYear(t *testing.T) {
	for s, want := range map[string]int{
		"2023": 2023, "２０２３": 2023, "二〇二三": 2023, "1900": 1900, "2100": 2100,
		"1899": 0, "2101": 0, "20223": 0, "202": 0, "2023年": 0, "": 0, "年": 0,
	} {
		if got, ok := Year(s); got != want || ok != (want != 0) {
			t.Errorf("%q is the year %d, %v; want %d", s, got, ok, want)
		}
	}
}

func TestYearIn(t *testing.T) {
	for words, want := range map[string]int{
		"（2022年）": 2022, "2022年度": 2022, "2022年比2022年": 2022, "截至1900年底": 1900,
		"2022年比2021年": 0, "12022年": 0, "1899年": 0, "2022": 0, "年": 0, "去年": 0, "": 0, "全年共2022年": 2022,
	} {
		if got := YearIn(words); got != want {
			t.Errorf("%q names the year %d, want %d", words, got, want)
		}
	}
}

func TestIsDigit(t *testing.T) {
	for r, want := range map[rune]bool{'0': true, '9': true, '０': true, '９': true, '/': false, ':': false, '一': false, '②': false, 'a': false} {
		if IsDigit(r) != want {
			t.Errorf("%c: %v", r, !want)
		}
	}
}
