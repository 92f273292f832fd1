package search

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"ＡbＣ１２％，（一）": "abc12%,(一)",
		"①㈠№ﬁ":       "1(一)nofi",
		"é\u0301 İK": "é\u0301 i\u0307k",
		"か\u3099":    "が",
		"𠮷𝟘":         "𠮷0",
		"…":          "...",
		"中\u0308文":   "中\u0308文",
		"\xff":       "\uFFFD",
	} {
		if got := string(Fold(nil, in)); got != want {
			t.Errorf("%q becomes %q, want %q", in, got, want)
		}
	}
}

// FuzzFold compares folding with its definition, without the short cuts, and
// looks for a text whose terms are not among those of a longer one.
func FuzzFold(f *testing.F) {
	for _, s := range []string{"行政复议", "ＡＢ１，（一）", "e\u0301x", "İ", "👨‍👩‍👧", "\xff甲", "中\u0308文", "ᄀ\u1161\u11a8", "Ａ\u0301", "a\u0301\u0302", "、\u3099", "中51，文文", "1.2.3,4.5 万"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4096 {
			return
		}
		folded := Fold(nil, s)
		if want := foldByDefinition(s); string(folded) != want {
			t.Errorf("%q becomes %q, want %q", s, string(folded), want)
		}
		whole := termsOf(folded)
		for word := range strings.FieldsSeq(string(folded)) {
			runes := []rune(word)
			from := len(runes) / 3
			for from > 0 && from < len(runes) && strings.ContainsRune("0123456789.,", runes[from-1]) && strings.ContainsRune("0123456789.,", runes[from]) {
				from++ // numbers are found whole
			}
			for term := range termsOf(runes[from:]) {
				if !whole[term] {
					t.Errorf("%q lacks a term of its part %q", s, word)
				}
			}
		}
	})
}

func termsOf(folded []rune) map[uint32]bool {
	terms := map[uint32]bool{}
	eachTerm(folded, func(term uint32) { terms[term] = true })
	return terms
}

func foldByDefinition(s string) string {
	var out strings.Builder
	runes := []rune(s)
	for i := 0; i < len(runes); {
		end := i + 1
		for end < len(runes) && unicode.Is(unicode.M, runes[end]) {
			end++
		}
		out.WriteString(strings.ReplaceAll(strings.Map(func(r rune) rune {
			if r == 'İ' {
				return r
			}
			return unicode.ToLower(r)
		}, norm.NFKC.String(string(runes[i:end]))), "İ", "i\u0307"))
		i = end
	}
	return out.String()
}
