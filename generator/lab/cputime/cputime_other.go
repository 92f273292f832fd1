//go:build !unix

package cputime

import "time"

var start = time.Now()

// now is the time that has passed: there is no other measure here.
func now() time.Duration { return time.Since(start) }
