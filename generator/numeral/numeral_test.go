package numeral

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestInt(t *testing.T) {
	for in, want := range map[string]int{
		"十二": 12, "３": 3, "二十一": 21, "一百零五": 105, "廿一": 21, "两": 2, "0": 0, "零": 0, "〇": 0,
		"二〇二三": 2023, "三万": 30000, "壹佰贰拾叁": 123, "一百五": 150, "一万二": 12000, "一亿零三": 100000003, "二十": 20,
		"2075": 2075, "一千零一十": 1010, "三千五": 3500, "十": 10, "百": 100, "万": 10000,
	} {
		if got, ok := Int(in); !ok || got != want {
			t.Errorf("Int(%q) = %d, %v; want %d", in, got, ok, want)
		}
	}
	for _, in := range []string{"", "十四五", "三X", "第三", "99999999999999999999", "百余", "1.5", "三点五", "十十", "点五"} {
		if got, ok := Int(in); ok {
			t.Errorf("Int(%q) = %d; want none", in, got)
		}
	}
}

func TestScan(t *testing.T) {
	for _, c := range []struct{ in, value, approx, rest string }{
		{"2075起", "2075", "", "起"},
		{"528余次", "528", "余", "次"},
		{"百余条", "100", "余", "条"},
		{"２５.６３万元", "256300", "", "元"},
		{"12,345件", "12345", "", "件"},
		{"１２，３４５件", "12345", "", "件"},
		{"12,34件", "12", "", ",34件"},
		{"1,234,567.50元", "1234567.5", "", "元"},
		{"3.8万亿元", "3800000000000", "", "元"},
		{"3.8 万件", "38000", "", "件"},
		{"2.3千余件", "2300", "余", "件"},
		{"10余万人", "100000", "余", "人"},
		{"300多亿元", "30000000000", "多", "元"},
		{"1900万千瓦", "19000000", "", "千瓦"},
		{"3.2百分点", "3.2", "", "百分点"},
		{"三分之一", "0.3333", "", ""},
		{"三分之二", "0.6667", "", ""},
		{"百分之九十六，", "96", "", "，"},
		{"百分之九十六点五", "96.5", "", ""},
		{"百分之96.2", "96.2", "", ""},
		{"千分之三", "3", "", ""},
		{"万分之2.35", "0.000235", "", ""},
		{"七成", "7", "", "成"},
		{"两万余人", "20000", "余", "人"},
		{"十余万人", "100000", "余", "人"},
		{"廿三件", "23", "", "件"},
		{"三点五万件", "35000", "", "件"},
		{"壹仟零伍元", "1005", "", "元"},
		{"一亿二千万元", "120000000", "", "元"},
		{"三万亿元", "3000000000000", "", "元"},
		{"十四五", "14", "", "五"},
		{"0.50%", "0.5", "", "%"},
		{"007", "7", "", ""},
		{"1.2.3", "1.2", "", ".3"},
	} {
		n, ok := Scan(c.in)
		if !ok || n.Value != c.value || n.Approx != c.approx || c.in[n.Size:] != c.rest {
			t.Errorf("Scan(%q) = %+v, %v; want %s %q before %q", c.in, n, ok, c.value, c.approx, c.rest)
		}
	}
	for _, in := range []string{"", "件", "余", "点五", "第一"} {
		if n, ok := Scan(in); ok {
			t.Errorf("Scan(%q) = %+v; want none", in, n)
		}
	}
}

// The 万 or 亿 before 元 belongs to the unit; what is left is the value.
func TestScanLead(t *testing.T) {
	for _, c := range []struct{ in, lead, scale, raw string }{
		{"25.63万元", "25.63", "万", "25.63"},
		{"3.8万亿元", "38000", "亿", "3.8万"},
		{"3200余万元", "3200", "万", "3200余"},
		{"5千万元", "5000", "万", "5千"},
		{"三千二百万元", "3200", "万", "三千二百"},
		{"百亿元", "100", "亿", "百"},
		{"三万亿元", "30000", "亿", "三万"},
		{"十余万元", "10", "万", "十余"},
	} {
		n, _ := Scan(c.in)
		if n.Lead != c.lead || n.Scale != c.scale || c.in[:n.LeadSize] != c.raw {
			t.Errorf("Scan(%q) = %+v; want %s %s, raw %s", c.in, n, c.lead, c.scale, c.raw)
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

// Moving the point of a written number is arithmetic without the arithmetic.
func TestTimesIsShift(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := rapid.StringMatching(`[0-9]{1,13}`).Draw(t, "whole")
		decimals := rapid.StringMatching(`[0-9]{0,6}`).Draw(t, "decimals")
		power := rapid.IntRange(0, 12).Draw(t, "power")
		number := written(whole+decimals, len(whole))
		want, ok := Parse(whole + "." + decimals)
		if !ok || number != want.String() {
			t.Fatalf("%s.%s is written %s", whole, decimals, number)
		}
		if got := times(number, power); got != want.Shift(power).String() {
			t.Fatalf("%s × 10^%d = %s", number, power, got)
		}
	})
}

// Hostile lengths cost time in proportion to the length.
func TestScanIsLinear(t *testing.T) {
	start := time.Now()
	for _, s := range []string{strings.Repeat("9", 100_000), strings.Repeat("９", 100_000), "1" + strings.Repeat(",234", 100_000),
		strings.Repeat("一", 100_000), strings.Repeat("万", 100_000), strings.Repeat("九千", 100_000), "0." + strings.Repeat("0", 1<<20) + "万亿"} {
		Int(s)
		if n, ok := Scan(s); ok && !json.Valid([]byte(n.Value)) {
			t.Errorf("%.20s… has a value that is no JSON number", s)
		}
	}
	if d := time.Since(start); d > time.Second {
		t.Errorf("took %v", d)
	}
}

func FuzzScan(f *testing.F) {
	for _, s := range []string{"528余次", "3.8万亿元", "百分之九十六点五", "三分之零", "壹佰", "12,345", "零零", "一亿亿", "0.0万", "１．５"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		Int(s)
		n, ok := Scan(s)
		if !ok {
			return
		}
		if n.Size <= 0 || n.Size > len(s) || n.LeadSize > n.Size {
			t.Fatalf("Scan(%q) reaches beyond the text: %+v", s, n)
		}
		if !json.Valid([]byte(n.Value)) || n.Scale != "" && !json.Valid([]byte(n.Lead)) {
			t.Fatalf("Scan(%q) = %+v is no JSON number", s, n)
		}
	})
}

func TestScanSpaced(t *testing.T) {
	for _, c := range []struct{ in, value, rest string }{
		{"1 846名", "1846", "名"},
		{"12 345 678.5元", "12345678.5", "元"},
		{"86 520余件", "86520", "件"},
		{"1\u2009846 名", "1846", " 名"},
		{"2 300万元", "23000000", "元"},
		{"1 846，", "1846", "，"},
	} {
		n, ok := ScanSpaced(c.in)
		if !ok || n.Value != c.value || c.in[n.Size:] != c.rest {
			t.Errorf("ScanSpaced(%q) = %+v, %v; want %s before %q", c.in, n, ok, c.value, c.rest)
		}
	}
	for _, in := range []string{"", "846名", "1846 名", "1  846", "0 846", "1 84", "1 8460", "12 345 67", "1\u3000846", "一 846", "1 846 2023年"} {
		if n, ok := ScanSpaced(in); ok {
			t.Errorf("ScanSpaced(%q) = %+v; want none", in, n)
		}
	}
	// Without its spaces the numeral reads the same.
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Uint64Range(1000, 999_999_999_999).Draw(t, "n")
		digits := strconv.FormatUint(n, 10)
		spaced := digits[:(len(digits)-1)%3+1]
		for i := len(spaced); i < len(digits); i += 3 {
			spaced += " " + digits[i:i+3]
		}
		tail := rapid.SampledFrom([]string{"件", "余件", "万元", ".5%", "万余元", ""}).Draw(t, "tail")
		want, _ := Scan(digits + tail)
		got, ok := ScanSpaced(spaced + tail)
		if got.Size -= len(spaced) - len(digits); want.LeadSize > 0 {
			got.LeadSize -= len(spaced) - len(digits)
		}
		if !ok || got != want {
			t.Fatalf("ScanSpaced(%q) = %+v, Scan(%q) = %+v", spaced+tail, got, digits+tail, want)
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
	powers := [...]string{"", "十", "百", "千"}
	started, gap := false, false
	for p := 3; p >= 0; p-- {
		d := n / powerOfTen(p) % 10
		if d == 0 {
			gap = started
			continue
		}
		if gap {
			b = append(b, digits[0]...)
		}
		if !(first && !started && p == 1 && d == 1) { // 十二, but 一百一十二
			b = append(b, digits[d]...)
		}
		b = append(b, powers[p]...)
		started, gap = true, false
	}
	return b
}
