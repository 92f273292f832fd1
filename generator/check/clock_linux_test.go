package check_test

import (
	"runtime"
	"syscall"
	"testing"
	"time"
)

// clock gives the time that this goroutine's thread has computed, which a busy
// machine does not lengthen.
func clock(t testing.TB) func() time.Duration {
	runtime.LockOSThread()
	t.Cleanup(runtime.UnlockOSThread)
	return func() time.Duration {
		var u syscall.Rusage
		const thread = 1 // RUSAGE_THREAD
		if err := syscall.Getrusage(thread, &u); err != nil {
			t.Fatal(err)
		}
		return time.Duration(u.Utime.Nano() + u.Stime.Nano())
	}
}
