// Package cputime measures what work costs in tests: time of the processor, which
// stays the same however busy the machine is. Where a system does not tell it, the time that passes.
package cputime

import "time"

// Linear does work of two sizes, and reports how long each takes, and whether the large one is within most times the small
// one. What is measured once too much by chance is measured again.
func Linear(most int, small, large func()) (a, b time.Duration, ok bool) {
	const slack = 60 * time.Millisecond // the collector of garbage counts too
	for range 3 {
		a, b = of(small), of(large)
		if b < time.Duration(most)*a+slack {
			return a, b, true
		}
	}
	return a, b, false
}

func of(work func()) time.Duration {
	began := now()
	work()
	return now() - began
}
