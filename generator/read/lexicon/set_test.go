package lexicon

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// naive is a set that goes through all of its words.
type naive []Word

func (n naive) at(text string, i int) (Match, bool) {
	longest, found := Match{}, false
	for k, w := range n {
		if w.Text != "" && len(w.Text) > longest.Len() && strings.HasPrefix(text[i:], w.Text) && !n.barred(w, text[:i], text[i+len(w.Text):]) {
			longest, found = Match{k, i, i + len(w.Text)}, true
		}
	}
	return longest, found
}

func (n naive) endingAt(text string, end int) (Match, bool) {
	longest, found := Match{}, false
	for k, w := range n {
		if w.Text != "" && len(w.Text) > longest.Len() && strings.HasSuffix(text[:end], w.Text) && !n.barred(w, text[:end-len(w.Text)], text[end:]) {
			longest, found = Match{k, end - len(w.Text), end}, true
		}
	}
	return longest, found
}

func (naive) barred(w Word, before, after string) bool {
	for _, b := range w.NotAfter {
		if strings.HasSuffix(before, b) {
			return true
		}
	}
	still := false
	for _, a := range w.StillBefore {
		still = still || strings.HasPrefix(after, a)
	}
	for _, a := range w.NotBefore {
		if strings.HasPrefix(after, a) && !still {
			return true
		}
	}
	return false
}

// TestSetFindsWhatGoingThroughAllWordsFinds compares a set with the plain way
// to find words, on words that begin, end and overlap alike.
func TestSetFindsWhatGoingThroughAllWordsFinds(t *testing.T) {
	word := rapid.StringMatching(`[增长了下Q]{0,4}`)
	rapid.Check(t, func(t *rapid.T) {
		var words []Word
		seen := map[string]bool{}
		for range rapid.IntRange(0, 8).Draw(t, "words") {
			w := Word{Text: word.Draw(t, "word")}
			if rapid.Bool().Draw(t, "conditions") {
				w.NotBefore = rapid.SliceOfN(rapid.StringMatching(`[增长了下Q]{1,2}`), 0, 2).Draw(t, "not before")
				w.StillBefore = rapid.SliceOfN(rapid.StringMatching(`[增长了下Q]{1,2}`), 0, 2).Draw(t, "still before")
				w.NotAfter = rapid.SliceOfN(rapid.StringMatching(`[增长了下Q]{1,2}`), 0, 2).Draw(t, "not after")
			}
			if !seen[w.Text] {
				words, seen[w.Text] = append(words, w), true
			}
		}
		text := rapid.StringMatching(`[增长了下Q。]{0,8}`).Draw(t, "text")
		set, plain := SetOf(words), naive(words)
		in, last := false, Match{}
		for i := range text + " " {
			i = min(i, len(text))
			got, ok := set.At(text, i)
			want, wanted := plain.at(text, i)
			if got != want || ok != wanted {
				t.Fatalf("at %d of %q: %v %v, want %v %v", i, text, got, ok, want, wanted)
			}
			if wanted && !in {
				if first, ok := set.Find(text, 0); !ok || first != want {
					t.Fatalf("first of %q is %v %v, want %v", text, first, ok, want)
				}
			}
			in = in || wanted
			got, ok = set.EndingAt(text, i)
			want, wanted = plain.endingAt(text, i)
			if wanted {
				last = want // those that end further on come later
			}
			if got != want || ok != wanted {
				t.Fatalf("before %d of %q: %v %v, want %v %v", i, text, got, ok, want, wanted)
			}
		}
		if got, ok := set.FindLast(text); got != last || ok != in {
			t.Fatalf("last of %q is %v %v, want %v", text, got, ok, last)
		}
		prefix, _ := plain.at(text, 0)
		suffix, _ := plain.endingAt(text, len(text))
		if set.Prefix(text) != prefix.Len() || set.Suffix(text) != suffix.Len() || set.In(text) != in {
			t.Fatalf("%q: %d %d %v, want %d %d %v", text, set.Prefix(text), set.Suffix(text), set.In(text), prefix.Len(), suffix.Len(), in)
		}
		for _, w := range words {
			if w.Text != "" && len(w.NotBefore)+len(w.NotAfter) == 0 && !set.Has(w.Text) {
				t.Fatalf("%q is in the set", w.Text)
			}
		}
		if text != "" && set.Has(text) && !seen[text] {
			t.Fatalf("%q is not in the set", text)
		}
	})
}

// TestAllAt gives every word at a place, which the catalogue of indicators
// needs: each of them may be another's.
func TestAllAt(t *testing.T) {
	set := NewSet("行政复议", "行政", "行政复议决定书", "复议")
	var got []string
	text := "受理行政复议决定"
	for m := range set.AllAt(text, len("受理")) {
		got = append(got, text[m.Start:m.End])
	}
	if want := "行政 行政复议"; strings.Join(got, " ") != want {
		t.Errorf("found %q, want %q", got, want)
	}
	for m := range set.AllAt(text, len("受理")) {
		if m.Word != 1 {
			t.Errorf("the shortest is word %d", m.Word)
		}
		break
	}
}

// A word may be read as another.
func TestReading(t *testing.T) {
	set := SetOf([]Word{{Text: "近"}, {Text: "将近", As: "近"}, {Text: "约"}})
	for text, want := range map[string]string{"将近": "近", "近": "近", "约": "约"} {
		m, _ := set.At(text, 0)
		if got := set.Reading(m); got != want {
			t.Errorf("%s is read as %s, want %s", text, got, want)
		}
	}
}

// The zero value is a set without words.
func TestEmptySet(t *testing.T) {
	var s Set
	if s.Prefix("件") != 0 || s.Suffix("件") != 0 || s.In("件") || s.Has("") {
		t.Error("an empty set finds a word")
	}
}

// TestFindInSpoiltTexts: bytes that are no characters are stepped over as others are.
func TestFindInSpoiltTexts(t *testing.T) {
	set := NewSet("件", "一件", "\u0800", "é", "1件")
	rapid.Check(t, func(t *rapid.T) {
		raw := []byte(rapid.StringMatching(`[1一件。１é🌟]{1,6}`).Draw(t, "text"))
		for range rapid.IntRange(0, 3).Draw(t, "spoilt") {
			raw[rapid.IntRange(0, len(raw)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
		}
		text := string(raw)
		first, found := Match{}, false
		for i := range text {
			if m, ok := set.At(text, i); ok {
				first, found = m, true
				break
			}
		}
		if m, ok := set.Find(text, 0); m != first || ok != found {
			t.Fatalf("first of %q is %v %v, want %v %v", text, m, ok, first, found)
		}
	})
}
