package seeds

import (
	"testing"
	"time"
)

// TestYearOf: the year begins in Beijing, wherever the machine stands.
func TestYearOf(t *testing.T) {
	for at, want := range map[time.Time]int{
		time.Date(2025, 12, 31, 15, 59, 59, 0, time.UTC):                   2025,
		time.Date(2025, 12, 31, 16, 0, 0, 0, time.UTC):                     2026,
		time.Date(2025, 12, 31, 12, 0, 0, 0, time.FixedZone("", -8*60*60)): 2026,
		time.Date(2026, 1, 1, 1, 0, 0, 0, time.FixedZone("", 10*60*60)):    2025,
	} {
		if got := yearOf(at); got != want {
			t.Errorf("%v is in %d, want %d", at, got, want)
		}
	}
}
