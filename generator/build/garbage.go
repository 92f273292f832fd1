package build

import "runtime/debug"

// A run is short and holds little of what it reads: fewer collections cost some memory and save
// a tenth of the time. How much may be garbage is bounded all the same, or else a portal of
// thousands of reports would take five times what it holds.
const (
	heldAtAll    = 40 << 20 // bytes: lists of words, and the reports that are being read
	heldOfReport = 24 << 10
	mostGarbage  = 160 << 20
	mostPercent  = 400 // of what is held
	leastPercent = 50  // below it, collecting is most of the work
)

// boundGarbage says how much garbage there may be while so many reports become a site.
func boundGarbage(reports int) { debug.SetGCPercent(garbagePercent(reports)) }

// garbagePercent is how much garbage there may be, in percent of what is held of so many reports.
func garbagePercent(reports int) int {
	held := heldAtAll + reports*heldOfReport
	return max(leastPercent, min(mostPercent, 100*mostGarbage/held))
}
