package explain

import (
	"strings"
	"testing"
	"unicode/utf8"

	"mingfa/generator/escape"
	"mingfa/generator/lab/golden"
)

func TestPageGolden(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(_ *testing.T, c *golden.Case) string {
		return parse(c.Text("page.md")).Text(44)
	})
}

// TestEveryPagePrints: no line of any page is wider than a terminal, but for
// code.
func TestEveryPagePrints(t *testing.T) {
	for _, id := range IDs() {
		var b strings.Builder
		if err := Print(&b, id, 60); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(b.String()) {
			line = strings.TrimSuffix(line, "\n")
			if escape.Width(line) > 60 && !strings.HasPrefix(line, "    ") {
				t.Errorf("%s: %d columns: %s", id, escape.Width(line), line)
			}
			if strings.HasSuffix(line, " ") {
				t.Errorf("%s: %q ends in a space", id, line)
			}
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
			s = escape.Visible(s)
		}
		width = min(max(width, 2), 200)
		lines := wrap(s, width)
		if got, want := strings.ReplaceAll(strings.Join(lines, ""), " ", ""), strings.ReplaceAll(s, " ", ""); got != want {
			t.Fatalf("%q is broken into %q", want, got)
		}
		for i, line := range lines {
			if escape.Width(line) > width {
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
		if escape.Width(piece) > 40 || strings.ContainsRune("。，、；：？！）》", r) {
			return true
		}
	}
	return false
}
