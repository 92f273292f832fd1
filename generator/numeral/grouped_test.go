package numeral

import (
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

func TestScanSpaced(t *testing.T) {
	checkScan(t, ScanSpaced, []scanCase{
		{"1 846名", "1846 from 1 846, arabic 4.0"},
		{"123 456名", "123456 from 123 456, arabic 6.0"},
		{"12 345 678.5元", "12345678.5 from 12 345 678.5, arabic 8.1"},
		{"86 520余件", "86520 from 86 520余, 余, arabic 5.0"},
		{"1\u2009846 名", "1846 from 1\u2009846, arabic 4.0"},
		{"1\u00A0846", "1846 from 1\u00A0846, arabic 4.0"},
		{"1\u202F846", "1846 from 1\u202F846, arabic 4.0"},
		{"2 300万元", "23000000 from 2 300万, or 2300 万 from 2 300, arabic 4.0"},
		{"1 846，", "1846 from 1 846, arabic 4.0"},
		{"1 846 ", "1846 from 1 846, arabic 4.0"},
		{"１ 846", "1846 from １ 846, arabic 4.0"},
		{"1 ８４６", "1846 from 1 ８４６, arabic 4.0"},
	})
	for _, in := range []string{
		"", "846名", "1846 名", "1234 567", "1  846", "0 846", "1 84", "1 8460", "12 345 67", "12 345 6789", "1\u3000846", "1\t846", "一 846", "1 846 2023年", "1,846", "1 名",
	} {
		if n, ok := ScanSpaced(in); ok {
			t.Errorf("ScanSpaced(%q) = %+v; want none", in, n)
		}
	}
}

func TestScanParted(t *testing.T) {
	checkScan(t, ScanParted, []scanCase{
		{"12，345件", "12345 from 12，345, arabic 5.0"},
		{"1，234，567.5万元", "12345675000 from 1，234，567.5万, or 1234567.5 万 from 1，234，567.5, arabic 7.1"},
		{"12，345，其中", "12345 from 12，345, arabic 5.0"},
		{"１２，345件", "12345 from １２，345, arabic 5.0"},
		{"12，34件", ""}, {"12，3456件", ""}, {"12 345件", ""}, {"12,345件", ""}, {"012，345件", ""}, {"1234，567件", ""}, {"12，", ""}, {"12件", ""},
	})
}

// Without what parts its groups the numeral reads the same.
func TestGroupsReadAsDigits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Uint64Range(1000, 999_999_999_999).Draw(t, "n")
		digits := strconv.FormatUint(n, 10)
		separator := rapid.SampledFrom([]string{" ", "，"}).Draw(t, "separator")
		parted := digits[:(len(digits)-1)%3+1]
		for i := len(parted); i < len(digits); {
			parted, i = parted+separator+digits[i:i+3], i+3
		}
		tail := rapid.SampledFrom([]string{"件", "余件", "万元", ".5%", "万余元", ""}).Draw(t, "tail")
		want, _ := Scan(digits + tail)
		scan := ScanSpaced
		if separator == "，" {
			scan = ScanParted
		}
		got, ok := scan(parted + tail)
		separators := len(parted) - len(digits)
		if got.Size -= separators; want.LeadSize > 0 {
			got.LeadSize -= separators
		}
		if !ok || got != want {
			t.Fatalf("%q is %+v, %q is %+v", parted+tail, got, digits+tail, want)
		}
	})
}
