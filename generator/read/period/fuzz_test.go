package period

import (
	"os"
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
)

// FuzzBefore: a period is one that can be, and a number's is the same whether all of its
// paragraph is read or only what stands before it.
func FuzzBefore(f *testing.F) {
	raw, err := os.ReadFile("testdata/cases.txt")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(raw)) {
		lead, _, _ := strings.Cut(line, " -> ")
		f.Add(lead + "3件，办结2件。")
	}
	f.Add("2021、2022、（去年《1—6月》）截至2023年9月截至去年12月年年年2000至近近三年")
	const year = 2023
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1000 {
			return
		}
		whole := Read(text, year, lexicon.Builtin())
		for at := range text {
			if !isNumber(text, at) || whole.isInside(at) {
				continue
			}
			p := whole.At(at)
			if p.Year != 0 && (p.Year < 1900 || p.Year > 2101) || p.Extent > Several {
				t.Fatalf("%q: %+v", text, p)
			}
			if alone := Before(text[:at], year, lexicon.Builtin()); alone != p {
				t.Fatalf("%q at %d: %+v, and before it alone %+v", text, at, p, alone)
			}
		}
	})
}

// isNumber reports whether a number of one digit begins at a place, which is no month.
func isNumber(text string, at int) bool {
	isDigit := func(i int) bool { return i >= 0 && i < len(text) && text[i] >= '0' && text[i] <= '9' }
	return isDigit(at) && !isDigit(at-1) && !isDigit(at+1) && !strings.HasPrefix(text[at+1:], "月")
}

// isInside reports whether a place is in the words of a time, or in 《》.
func (t *Timeline) isInside(at int) bool {
	for _, m := range t.marks {
		if m.start < at && at < m.end {
			return true
		}
	}
	open, end := strings.LastIndex(t.text[:at], "《"), strings.LastIndex(t.text[:at], "》")
	return open > end
}
