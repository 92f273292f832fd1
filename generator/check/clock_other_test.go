//go:build !linux

package check_test

import (
	"testing"
	"time"
)

// clock gives the time that has passed.
func clock(testing.TB) func() time.Duration {
	start := time.Now()
	return func() time.Duration { return time.Since(start) }
}
