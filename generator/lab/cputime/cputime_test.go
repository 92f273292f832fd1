package cputime

import (
	"testing"
	"time"
)

// TestLinear: work that grows with the square of its size is told from work that grows with its size, and waiting costs nothing.
func TestLinear(t *testing.T) {
	spin := func(d time.Duration) func() {
		return func() {
			for began := now(); now()-began < d; {
			}
		}
	}
	if a, b, ok := Linear(20, spin(10*time.Millisecond), spin(80*time.Millisecond)); !ok {
		t.Errorf("eight times as much for eight times the work: %v, %v", a, b)
	}
	if a, b, ok := Linear(20, spin(2*time.Millisecond), spin(150*time.Millisecond)); ok {
		t.Errorf("the square passes: %v, %v", a, b)
	}
}
