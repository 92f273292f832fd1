package search

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// termsIn are the terms of a text.
func termsIn(text string) map[uint32]bool {
	terms := map[uint32]bool{}
	eachTerm(Fold(nil, text), func(term uint32) { terms[term] = true })
	return terms
}

func valueTerm(value string) uint32 { return termOf([]byte("number " + value)) }

// A number has one term however it is written, and no part of it has one.
func TestNumberTerms(t *testing.T) {
	for text, want := range map[string]struct{ values, not []string }{
		"受理1.2万件":               {[]string{"12000"}, []string{"1", "2", "1.2"}},
		"受理１．２万件":               {[]string{"12000"}, nil},
		"受理12,000件":             {[]string{"12000"}, []string{"12", "0"}},
		"受理12000件":              {[]string{"12000"}, []string{"1200", "2000"}},
		"罚款161.2万元":             {[]string{"1612000"}, []string{"12000", "161.2", "1.2"}},
		"共1.20亿元":               {[]string{"120000000"}, []string{"1.20"}},
		"共 1.2 万 件":             {[]string{"12000", "1.2"}, nil},
		"合格率187%":               {[]string{"187"}, []string{"87"}},
		"合格率98.50%":             {[]string{"98.5"}, []string{"98", "50"}},
		"0.05":                  {[]string{"0.05"}, nil},
		"第007号":                 {[]string{"7"}, nil},
		"3.15和12.4.1":           {[]string{"3.15", "12.4", "1"}, nil},
		"①②③件":                  {[]string{"123"}, nil},
		"1,2":                   {[]string{"12"}, nil},
		"于2023年12月":             {[]string{"2023", "12"}, nil},
		strings.Repeat("9", 30): {nil, []string{"9", strings.Repeat("9", 20)}},
	} {
		terms := termsIn(text)
		for _, v := range want.values {
			if !terms[valueTerm(v)] {
				t.Errorf("%s has no number %s", text, v)
			}
		}
		for _, v := range want.not {
			if terms[valueTerm(v)] {
				t.Errorf("%s has the number %s", text, v)
			}
		}
	}
}

// However a number is written, it is found by its value.
func TestNumberSpellings(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(1, 9_999_999).Draw(rt, "number")
		plain := strconv.Itoa(n)
		grouped := plain
		for i := len(plain) - 3; i > 0; i -= 3 {
			grouped = grouped[:i] + "," + grouped[i:]
		}
		tenThousand := strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.4f", float64(n)/10000), "0"), ".") + "万"
		for _, written := range []string{plain, grouped, tenThousand, strings.Map(fullWidth, grouped)} {
			if !termsIn("办结" + written + "件")[valueTerm(plain)] {
				rt.Fatalf("%s is not found as %s", written, plain)
			}
		}
	})
}

// Spaces beside a number do not part what is looked for as one run.
func TestSpacesBesideNumbers(t *testing.T) {
	for _, text := range []string{"办结1.2万件", "办结 1.2 万 件", "办结　1.2　万件"} {
		terms := termsIn(text)
		for _, pair := range []string{"结1", "2万", "万件"} {
			if !terms[termOf([]byte(pair))] {
				t.Errorf("%q does not hold %s", text, pair)
			}
		}
	}
	if termsIn("依法 行政")[termOf([]byte("法行"))] {
		t.Error("words without a number are joined over a space")
	}
}

func FuzzTerms(f *testing.F) {
	for _, text := range []string{"办结 1.2 万件", "1,2.3.4", "00.0", "１２，３４５．６亿", "\xff1", "9.", ".9", "万", " 1"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		folded := Fold(nil, text)
		terms := termsIn(text)
		for i, r := range folded {
			if !isSpace(r) && !terms[termOf([]byte(string(r)))] {
				t.Fatalf("%q does not hold its character %d", text, i)
			}
		}
		if n := slices.IndexFunc(folded, isDigit); n >= 0 && eachNumber(folded[n:], func(uint32) {}) < 1 {
			t.Fatalf("%q: the number has no length", text)
		}
	})
}
