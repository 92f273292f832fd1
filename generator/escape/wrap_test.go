package escape

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestWrap(t *testing.T) {
	for s, want := range map[string][]string{
		"":                 {""},
		"依法行政":             {"依法行政"},
		"一二三四五六七，八九":       {"一二三四五六", "七，八九"},
		"一二三四五六（八九）":       {"一二三四五六", "（八九）"},
		"一二三四五六七——八":       {"一二三四五六", "七——八"},
		"见 heading-gap 一条": {"见", "heading-gap", "一条"},
		"missing-heading":  {"missing-headi", "ng"},
		"依据 GB/T 9704 的规定": {"依据 GB/T", "9704 的规定"},
	} {
		if diff := cmp.Diff(want, Wrap(s, 13)); diff != "" {
			t.Errorf("%s: -want +got:\n%s", s, diff)
		}
	}
}

// FuzzWrap: nothing but spaces is lost, no line is too wide, and no line begins
// with a mark that must not, or ends with one, where that can be helped.
func FuzzWrap(f *testing.F) {
	f.Add("一二三四五六七八九十。甲（乙）丙《丁》“戊”——己……English words，96%。", 12)
	f.Add("。。。。。。。。。。。。。。。。", 4)
	f.Add("（（（（（（（（（（", 5)
	f.Add("a b  c\xff甲 乙", 2)
	f.Fuzz(func(t *testing.T, s string, width int) {
		if !utf8.ValidString(s) {
			s = Visible(s)
		}
		width = min(max(width, 2), 200)
		lines := Wrap(s, width)
		if got, want := strings.ReplaceAll(strings.Join(lines, ""), " ", ""), strings.ReplaceAll(s, " ", ""); got != want {
			t.Fatalf("%q is broken into %q", want, got)
		}
		for i, line := range lines {
			if Width(line) > width {
				t.Fatalf("%q is wider than %d", line, width)
			}
			if i == 0 || line == "" || len(lines[i-1]) == 0 {
				continue
			}
			first, _ := utf8.DecodeRuneInString(line)
			if strings.ContainsRune("。，、；：？！）》", first) && width >= 40 && !crowded(s) {
				t.Fatalf("a line begins with %c: %q", first, lines)
			}
		}
	})
}

// crowded reports whether s holds a piece that does not fit into a line or
// marks after a space.
func crowded(s string) bool {
	for _, piece := range pieces(s) {
		r, _ := utf8.DecodeRuneInString(piece)
		if Width(piece) > 40 || strings.ContainsRune("。，、；：？！）》", r) {
			return true
		}
	}
	return false
}
