package hugo

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// starter starts children, all on one thread that ends with the program. The
// system ends a child (Pdeathsig) when the thread that started it ends, and Go's
// other threads come and go.
var starter = sync.OnceValue(func() chan<- func() {
	calls := make(chan func())
	go func() {
		runtime.LockOSThread()
		for call := range calls {
			call()
		}
	}()
	return calls
})

// start starts a child that does not outlive us, even if we are killed: it would go
// on writing into the folder that the next run makes its site in.
func start(cmd *exec.Cmd, l Limits) error {
	cmd.SysProcAttr.Pdeathsig = syscall.SIGKILL
	started := make(chan error)
	starter() <- func() { started <- cmd.Start() }
	if err := <-started; err != nil {
		return err
	}
	if l.Memory > 0 {
		for what, most := range map[int]uint64{unix.RLIMIT_DATA: uint64(l.Memory), unix.RLIMIT_FSIZE: mostOutput, unix.RLIMIT_CORE: 0} {
			// Where the system refuses, there is no limit, as there was none before.
			_ = unix.Prlimit(cmd.Process.Pid, what, &unix.Rlimit{Cur: most, Max: most}, nil)
		}
	}
	return nil
}

// watchIdle calls stop when a process has not used the processor for a while:
// times and state in proc(5), stat. One that waits for a disk (D) is not idle.
func watchIdle(ctx context.Context, pid int, after time.Duration, stop func()) {
	if after <= 0 {
		return
	}
	path, last, since := fmt.Sprintf("/proc/%d/stat", pid), "", time.Now()
	tick := time.NewTicker(max(after/20, 10*time.Millisecond))
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			return
		}
		fields := bytes.Fields(raw[bytes.LastIndexByte(raw, ')')+1:]) // the name may hold spaces
		if len(fields) < 13 {
			return
		}
		now := string(fields[11]) + " " + string(fields[12])
		if now != last || string(fields[0]) != "S" {
			last, since = now, time.Now()
		}
		if time.Since(since) >= after {
			stop()
			return
		}
	}
}

// machineMemory is how much memory the machine has, or the group of processes that
// we run in may take; 0 where that is not known.
func machineMemory() int64 {
	var info unix.Sysinfo_t
	if unix.Sysinfo(&info) != nil {
		return 0
	}
	total := int64(info.Totalram) * int64(info.Unit)
	for _, path := range []string{"/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"} {
		raw, err := os.ReadFile(path)
		if err != nil {
			continue
		}
		if most, err := strconv.ParseInt(string(bytes.TrimSpace(raw)), 10, 64); err == nil && most > 0 {
			total = min(total, most)
		}
	}
	return total
}
