//go:build unix

package hugo

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"syscall"
	"time"
)

// run runs cmd to its end and gives the most memory it held, in bytes.
//
// A child's own count of it begins with what we held when it was started (the
// two share their memory until the child's program is loaded), so it is only
// right where it is larger than ours. Otherwise it is what the system said of
// the running child, where it says that (Linux), a few milliseconds before the
// end. stuck is called when cmd lives on without doing anything.
func run(cmd *exec.Cmd, l Limits, stuck func()) (peak int64, err error) {
	if err := start(cmd, l); err != nil {
		return 0, err
	}
	watched, stop := context.WithCancel(context.Background())
	defer stop()
	go watchIdle(watched, cmd.Process.Pid, l.Idle, stuck)
	ended, sampled := make(chan struct{}), make(chan int64)
	go func() { sampled <- sample(cmd.Process.Pid, ended) }()
	err = cmd.Wait()
	close(ended)
	running := <-sampled
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return running, err
	}
	if bytesOf(usage) <= OwnPeak() && running > 0 {
		return running, err
	}
	return bytesOf(usage), err
}

// OwnPeak is the most memory that this process has held so far, in bytes; 0
// where the system does not say.
func OwnPeak() int64 {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return bytesOf(&used)
}

// OwnCPU is the time of the processor that this process has taken so far; 0 where the
// system does not say.
func OwnCPU() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		return 0
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// bytesOf is the count of getrusage(2): kilobytes, but bytes on Apple's systems.
func bytesOf(usage *syscall.Rusage) int64 {
	count := int64(usage.Maxrss) //nolint:unconvert // an int32 on processors of 32 bits
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		return count
	}
	return count << 10
}

// sample asks for the high-water mark of a running process until it has ended:
// VmHWM in proc(5).
func sample(pid int, ended <-chan struct{}) (peak int64) {
	path := fmt.Sprintf("/proc/%d/status", pid)
	for {
		raw, err := os.ReadFile(path)
		if err != nil {
			return peak
		}
		if _, after, ok := bytes.Cut(raw, []byte("VmHWM:")); ok {
			if f := bytes.Fields(after); len(f) > 0 {
				kilobytes, _ := strconv.ParseInt(string(f[0]), 10, 64)
				peak = max(peak, kilobytes<<10)
			}
		}
		select {
		case <-ended:
			return peak
		case <-time.After(20 * time.Millisecond):
		}
	}
}
