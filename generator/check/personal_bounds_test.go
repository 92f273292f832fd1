package check

import (
	"fmt"
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
)

// The first two digits of an identity number are a province's of GB/T 2260, or
// those of residence permits and of permanent foreign residents.
func TestIsProvince(t *testing.T) {
	const provinces = " 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91 92 93 "
	for n := range 100 {
		digits := fmt.Sprintf("%02d", n)
		if got := isProvince(digits); got != strings.Contains(provinces, " "+digits+" ") {
			t.Errorf("%s is a province: %v", digits, got)
		}
	}
}

// Somebody was born on each day of the calendar since 1900, and on no other.
func TestIsBirthday(t *testing.T) {
	for day, want := range map[string]bool{
		"19000101": true, "18991231": false, "20991231": true, "21000101": false,
		"19900001": false, "19900101": true, "19901201": true, "19901301": false, "19900100": false,
		"19900131": true, "19900132": false, "19900331": true, "19900332": false, "19900430": true, "19900431": false, "19900531": true, "19900532": false,
		"19900630": true, "19900631": false, "19900731": true, "19900732": false, "19900831": true, "19900832": false, "19900930": true, "19900931": false,
		"19901031": true, "19901032": false, "19901130": true, "19901131": false, "19901231": true, "19901232": false,
		"19900228": true, "19900229": false, "19920229": true, "19920230": false, "20000229": true, "19000228": true, "19000229": false,
	} {
		if got := isBirthday(day); got != want {
			t.Errorf("%s is a day of birth: %v", day, got)
		}
	}
}

// Cards are told by the prefix and the length of their issuer.
func TestIsIssued(t *testing.T) {
	for digits, want := range map[string]bool{
		"62" + strings.Repeat("0", 14): true, "62" + strings.Repeat("0", 17): true, "61" + strings.Repeat("0", 14): false,
		"4" + strings.Repeat("0", 15): true, "4" + strings.Repeat("0", 16): false, "4" + strings.Repeat("0", 17): false, "4" + strings.Repeat("0", 18): true,
		"50" + strings.Repeat("0", 14): false, "51" + strings.Repeat("0", 14): true, "55" + strings.Repeat("0", 14): true, "56" + strings.Repeat("0", 14): false, "51" + strings.Repeat("0", 15): false,
		"9558" + strings.Repeat("0", 15): true, "9558" + strings.Repeat("0", 14): false, "9559" + strings.Repeat("0", 15): false,
	} {
		if got := isIssued(digits); got != want {
			t.Errorf("%s is a card's: %v", digits, got)
		}
	}
	for digits, want := range map[string]bool{"18": true, "19": false, "26": true, "34": true, "42": true, "59": true, "67": true, "75": true, "83": true, "91": true, "00": true, "79927398713": true, "79927398710": false} {
		if got := luhn(digits); got != want {
			t.Errorf("the check digit of %s fits: %v", digits, got)
		}
	}
}

// The bounds of what is read as a telephone number or an account, and what
// around it says that it is none.
func TestNumbersOfPersonsBounds(t *testing.T) {
	ruleCases{
		"手机13000000000。":                          {"13000000000"},
		"手机19900000000。":                          {"19900000000"},
		"手机12900000000。":                          nil,
		"手机23000000000。":                          nil,
		"手机1300000000。":                           nil,
		"手机130000000000。":                         nil,
		"手机138-00000001。":                         {"138-00000001"},
		"手机1380000-0001。":                         {"1380000-0001"},
		"手机1380-0000001。":                         {"1380-0000001"},
		"手机138-0000-0001。":                        {"138-0000-0001"},
		"手机1380-000-0001。":                        {"1380-000-0001"},
		"手机138-000-00001。":                        {"138-000-00001"},
		"手机13-8000-00001。":                        {"13-8000-00001"},
		"张某1380-0000001。":                         nil,
		"张某138-000-00001。":                        nil,
		"手机1-380000-0001。":                        {"1-380000-0001"},
		"手机138 00000001。":                         {"138 00000001"},
		"手机1380 0000 001。":                        {"1380 0000 001"},
		"手机008613800000000。":                      {"008613800000000"},
		"手机0086 13800000000。":                     {"0086 13800000000"},
		"手机008713800000000。":                      nil,
		"手机8713800000000。":                        nil,
		"手机13800000000　元。":                        nil,
		"手机13800000000 元。":                        nil,
		"手机*13800000000。":                         nil,
		"手机13800000000*。":                         nil,
		"手机13800000000_a。":                        nil,
		"手机13800000000.a。":                        nil,
		"手机13800000000-a。":                        nil,
		"手机13800000000-。":                         {"13800000000"},
		"手机x-13800000000。":                        nil,
		"手机（13800000000）。":                        {"13800000000"},
		"No.13800000000":                          {"13800000000"},
		"手机13800000000a。":                         nil,
		"手机号13800000000、13800000001、13800000002。": {"13800000000", "13800000001", "13800000002"},
	}.run(t, mobileNumber, Input{})
	ruleCases{
		"账号6229 9900 0000 0004。":  {"6229 9900 0000 0004"},
		"账号62299 900 0000 0004。":  {"62299 900 0000 0004"},
		"账号6229 9900 0000 00000。": {"6229 9900 0000 00000"},
		"账号6229-9900-0000-0004。":  {"6229-9900-0000-0004"},
		"账号6229990000000004X。":    nil,
		"账号6229990000000004件。":    nil,
	}.run(t, bankCard, Input{})
}

// A finding names the first three digits and the last two, no more.
func TestMasked(t *testing.T) {
	if got := masked("13800000019"); got != "138…19" {
		t.Error(got)
	}
	found := mobileNumber(&Input{Words: lexicon.Builtin(), Report: read(whole("手机13800000019。"))})
	if len(found) != 1 || found[0].Message != "这里像是一个手机号码（138…19）" {
		t.Errorf("%+v", found)
	}
}
