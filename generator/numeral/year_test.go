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
		"二〇二二年度": 2022, "截至贰零贰贰年底": 2022, "二〇二二年比2021年": 0, "２０２２年": 2022,
	} {
		if got := YearIn(words); got != want {
			t.Errorf("%q names the year %d, want %d", words, got, want)
		}
	}
}

func TestYearAtEitherEnd(t *testing.T) {
	for words, want := range map[string]int{
		"2022": 2022, "２０２２": 2022, "二〇二二": 2022, "二○二二": 2022, "二零二二": 2022, "贰零贰贰": 2022, "貳零貳貳": 2022, "一九九九": 1999,
		"20二二": 0, "2０22": 0, "二〇二": 0, "二〇二二二": 0, "二〇二二万": 0, "20223": 0, "两〇二二": 0, "三〇二二": 0, "二百二二": 0, "": 0, "年": 0,
	} {
		if got, size := YearAt(words); got != want || want != 0 && size != len(words) {
			t.Errorf("%q begins with the year %d in %d bytes, want %d", words, got, size, want)
		}
		if got, size := YearEnding(words); got != want && words != "二〇二二万" || got != 0 && size != len(words) {
			t.Errorf("%q ends in the year %d in %d bytes, want %d", words, got, size, want)
		}
		if got, _ := YearAt(words + "年办理"); got != want {
			t.Errorf("%q begins with the year %d, want %d", words+"年办理", got, want)
		}
		if got, _ := YearEnding("截至" + words); got != want {
			t.Errorf("%q ends in the year %d, want %d", "截至"+words, got, want)
		}
	}
	for _, words := range []string{"十二〇二二", "1二〇二二", "12022"} {
		if got, _ := YearEnding(words); got != 0 {
			t.Errorf("%q ends in the year %d", words, got)
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
