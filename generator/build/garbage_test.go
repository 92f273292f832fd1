package build

import "testing"

// TestGarbagePercent: garbage is bounded by what is held where that is little, by bytes where it is
// more, and is never so little that collecting is all that is done.
func TestGarbagePercent(t *testing.T) {
	for reports, want := range map[int]int{0: 400, 1000: 252, 10_000: 58, 100_000: 50} {
		if got := garbagePercent(reports); got != want {
			t.Errorf("of %d reports there may be %d %%, want %d", reports, got, want)
		}
	}
}
