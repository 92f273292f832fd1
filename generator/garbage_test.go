package main

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// TestPercentFor: garbage is bounded by what is held where that is little, by bytes where it is
// more, and is never so little that collecting is all that is done.
func TestPercentFor(t *testing.T) {
	for held, want := range map[uint64]int{0: 400, 1 << 20: 400, 40 << 20: 400, 80 << 20: 200, 160 << 20: 100, 320 << 20: 50, 8 << 30: 50} {
		if got := percentFor(held); got != want {
			t.Errorf("beside %d MB that are held there may be %d %%, want %d", held>>20, got, want)
		}
	}
}

// TestBoundGarbage: the bound follows what is held, at each collection anew.
func TestBoundGarbage(t *testing.T) {
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	boundGarbage()
	percent := func() int {
		for range 3 { // what is found dead by one collection is told of after it
			runtime.GC()
			time.Sleep(20 * time.Millisecond)
		}
		is := debug.SetGCPercent(100)
		debug.SetGCPercent(is)
		return is
	}
	little := percent()
	held := make([]byte, 160<<20)
	much := percent()
	runtime.KeepAlive(held)
	if little != mostPercent || much >= 100 || much < leastPercent {
		t.Errorf("it is %d %% of little and %d %% of much", little, much)
	}
}
