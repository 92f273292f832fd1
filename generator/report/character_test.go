package report

import "testing"

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
