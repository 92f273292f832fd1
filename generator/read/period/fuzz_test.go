package period

import (
	"os"
	"strings"
	"testing"
	"time"

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

// TestHostileLinear: a paragraph of hostile size takes time in proportion to it.
func TestHostileLinear(t *testing.T) {
	for _, again := range []string{"较2022年多9件，", "连续三年，9件，", "（2022年9件），", "五年来9件。", "2021、2022年和9件", "1—9月9件；", "《2022年", "截至9月9件", "二〇二二年9件，", "一至六月9件；", "二〇二一、", "十十一"} {
		took := func(n int) time.Duration {
			text, best := strings.Repeat(again, n), time.Hour
			for range 3 {
				start := time.Now()
				times := Read(text, 2023, lexicon.Builtin())
				for at := range text {
					if isNumber(text, at) {
						_, _ = times.At(at), times.Named(at)
					}
				}
				best = min(best, time.Since(start))
			}
			return best
		}
		if few, many := took(2000), took(32_000); many > 60*few+2*time.Second {
			t.Errorf("%s takes %v, and of 16 times the size %v", again, few, many)
		}
	}
}
