package search

import (
	"slices"
	"testing"

	"mingfa/generator/report/pack"

	"pgregory.net/rapid"
)

// TestTermSet: a set gives each term once, as they came, however many there are and whatever
// their last bits, and is empty then.
func TestTermSet(t *testing.T) {
	var set termSet
	rapid.Check(t, func(t *rapid.T) {
		step := rapid.SampledFrom([]uint32{1, 3, leastSlots, 1 << 16}).Draw(t, "step") // of two of these all terms seek one slot
		n := rapid.IntRange(0, min(3*leastSlots, 1<<termBits/int(step))).Draw(t, "terms")
		if step >= leastSlots {
			n = min(n, 300)
		}
		var want []uint32
		for i := range n {
			want = append(want, uint32(i)*step)
		}
		for range 2 {
			for _, term := range want {
				set.note(term)
			}
		}
		if got := set.take(); !slices.Equal(got, want) {
			t.Fatalf("%d terms of %d", len(got), len(want))
		}
	})
	if left := set.take(); len(left) > 0 {
		t.Fatalf("%d terms are left", len(left))
	}
}

// TestTermsBackAndForth: terms are read as they were written.
func TestTermsBackAndForth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		of := rapid.SliceOf(rapid.Uint32Max(1<<termBits-1)).Draw(t, "terms")
		var p pack.Packer
		(&taken{terms: of}).pack(&p)
		got, err := readTaken(string(p.Data))
		if err != nil || !slices.Equal(got.terms, of) {
			t.Fatalf("read %v, written %v: %v", got, of, err)
		}
	})
}
