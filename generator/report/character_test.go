package report

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestIsHan(t *testing.T) {
	for r, want := range map[rune]bool{'一': true, '鿿': true, '㐀': true, '\U00020000': true, '〇': true, '、': false, 'あ': false, 'a': false, '０': false, ' ': false} {
		if IsHan(r) != want {
			t.Errorf("%c: %v", r, !want)
		}
	}
}

func TestPacked(t *testing.T) {
	for s, want := range map[string]string{"报　告": "报告", " 甲 乙\t丙\n": "甲乙丙", "": "", "甲\u00a0乙": "甲乙"} {
		if got := Packed(s); got != want {
			t.Errorf("%q packed is %q, want %q", s, got, want)
		}
	}
}

// TestFirstAndLastRune compares them with the standard library's, in texts cut within
// characters, too.
func TestFirstAndLastRune(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raw := []byte(rapid.OneOf(rapid.String(), rapid.StringMatching(`[1一件龥㐀。１é🌟]{0,6}`)).Draw(t, "text"))
		for range rapid.IntRange(0, 3).Draw(t, "spoilt") {
			if len(raw) > 0 {
				raw[rapid.IntRange(0, len(raw)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
			}
		}
		text := string(raw)
		for i := range len(text) + 1 {
			r, size := FirstRune(text[i:])
			if want, n := utf8.DecodeRuneInString(text[i:]); r != want || size != n {
				t.Fatalf("%q begins with %q of %d, want %q of %d", text[i:], r, size, want, n)
			}
			r, size = LastRune(text[:i])
			if want, n := utf8.DecodeLastRuneInString(text[:i]); r != want || size != n {
				t.Fatalf("%q ends with %q of %d, want %q of %d", text[:i], r, size, want, n)
			}
		}
	})
}
