package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// A run is short and holds little of what it reads: fewer collections cost some memory and save
// a tenth of the time. How much of it may be garbage is bounded, or else a portal of thousands
// of reports would take five times what it holds.
const (
	mostPercent  = 400       // of what is held
	mostGarbage  = 160 << 20 // bytes
	leastPercent = 50        // below it, collecting is most of the work
)

// boundGarbage says after each collection when the next one is due.
func boundGarbage() {
	held := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(held)
	debug.SetGCPercent(percentFor(held[0].Value.Uint64()))
	// A collection ends the life of what nobody holds.
	runtime.SetFinalizer(&struct{ next *int }{}, func(any) { boundGarbage() })
}

// percentFor is how much garbage there may be beside so many bytes that are held, in percent of
// them.
func percentFor(held uint64) int {
	percent := uint64(mostPercent)
	if held > 0 {
		percent = min(percent, 100*mostGarbage/held)
	}
	return int(max(percent, leastPercent)) //nolint:gosec // at most mostPercent
}
