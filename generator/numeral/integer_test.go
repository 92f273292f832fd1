package numeral

import (
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

func TestInt(t *testing.T) {
	for in, want := range map[string]int{
		"0": 0, "2075": 2075, "３": 3, "１２": 12, "007": 7, "9223372036854775807": 9223372036854775807,
		"零": 0, "〇": 0, "○": 0, "零零": 0, "二〇二三": 2023, "一二": 12, "两": 2, "零五": 5,
		"十": 10, "十二": 12, "二十": 20, "二十一": 21, "百": 100, "百一十": 110, "千": 1000, "千零一": 1001,
		"一百零五": 105, "一百一十": 110, "一百十": 110, "一百十二": 112, "一百零十": 110, "一千零一十": 1010, "一千零五百": 1500, "三千零五": 3005, "九千九百九十九": 9999,
		"廿": 20, "廿一": 21, "卅": 30, "卅五": 35, "卌": 40, "卌二": 42, "一百廿": 120, "一百零廿": 120,
		"万": 10000, "亿": 100000000, "三万": 30000, "十万": 100000, "一万零二": 10002, "一万零二百": 10200, "一亿零三": 100000003, "三万亿": 3000000000000,
		"一亿二千万": 120000000, "一亿二千万零三": 120000003, "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九": 9999_9999_9999_9999,

		// What speech leaves out: a last digit is of the next place.
		"一百五": 150, "三千五": 3500, "一万二": 12000, "三亿五": 350000000, "一亿二千万五": 120005000, "一万十": 10010, "一万零": 10000,
		"十万五": 105000, "一万二十": 10020,

		// Formal numerals, as on a cheque, and their traditional forms.
		"壹佰贰拾叁": 123, "肆仟伍佰陆拾柒": 4567, "捌": 8, "玖": 9, "貳": 2, "參": 3, "陸": 6, "弌": 1, "弍": 2, "弎": 3, "一萬": 10000, "一億": 100000000,
		"四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
	} {
		if got, ok := Int(in); !ok || got != want {
			t.Errorf("Int(%q) = %d, %v; want %d", in, got, ok, want)
		}
	}
	for _, in := range []string{
		"", "十四五", "三X", "第三", "9223372036854775808", "99999999999999999999", "百余", "1.5", "三点五", "十十", "点五", "1一", "一1", "-1", " 1", "1 ",
		"一千百", "百千", "十百", "二百三千", "廿十", "二十廿", "廿廿", "一百二百", "一百五六", "一百零零五", "十零零", "零廿", "万万", "万亿亿", "亿亿", "亿万", "三万五万", "兆",
	} {
		if got, ok := Int(in); ok {
			t.Errorf("Int(%q) = %d; want none", in, got)
		}
	}
}

func TestChineseRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Uint64Range(0, 9999_9999_9999_9999).Draw(t, "n")
		if rapid.Bool().Draw(t, "small") {
			n %= 20000
		}
		s := chinese(n)
		if got, ok := Int(s); !ok || uint64(got) != n {
			t.Fatalf("Int(%s) = %d, %v; want %d", s, got, ok, n)
		}
		got, ok := Scan(s + "件")
		if !ok || got.Value != strconv.FormatUint(n, 10) || got.Size != len(s) {
			t.Fatalf("Scan(%s件) = %+v, %v; want %d", s, got, ok, n)
		}
	})
}

// chinese writes n the way such prose does: 105 is 一百零五, 12 is 十二.
func chinese(n uint64) string {
	if n == 0 {
		return "零"
	}
	var b []byte
	if n >= 1e8 {
		b = append(append(b, chinese(n/1e8)...), "亿"...)
		if n %= 1e8; n > 0 && n < 1e7 {
			b = append(b, "零"...)
		}
	}
	if n >= 1e4 {
		b = append(appendSection(b, n/1e4, len(b) == 0), "万"...)
		if n %= 1e4; n > 0 && n < 1e3 {
			b = append(b, "零"...)
		}
	}
	if n > 0 {
		b = appendSection(b, n, len(b) == 0)
	}
	return string(b)
}

// appendSection writes a number from 1 to 9999.
func appendSection(b []byte, n uint64, first bool) []byte {
	digits := [...]string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	multipliers := [...]string{"", "十", "百", "千"}
	started, gap := false, false
	for power := 3; power >= 0; power-- {
		digit := n / powerOfTen(power) % 10
		if digit == 0 {
			gap = started
			continue
		}
		if gap {
			b = append(b, digits[0]...)
		}
		if first && !started && power == 1 && digit == 1 { // 十二, but 一百一十二
			b = append(b, multipliers[power]...)
		} else {
			b = append(append(b, digits[digit]...), multipliers[power]...)
		}
		started, gap = true, false
	}
	return b
}
