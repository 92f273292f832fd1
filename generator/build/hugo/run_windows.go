package hugo

import (
	"context"
	"os/exec"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

// program is the file name of Hugo.
const program = "hugo.exe"

// command is a child that is killed when ctx ends.
func command(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.WaitDelay = 2 * time.Second
	return cmd
}

// start starts a child that does not outlive us: it belongs to a job, whose
// processes the system ends when its last handle is closed, and ours is when we end.
func start(cmd *exec.Cmd, l Limits) error {
	if err := cmd.Start(); err != nil {
		return err
	}
	job, err := windows.CreateJobObject(nil, nil)
	if err != nil {
		return nil // it runs, without the guard
	}
	var info windows.JOBOBJECT_EXTENDED_LIMIT_INFORMATION
	info.BasicLimitInformation.LimitFlags = windows.JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
	if l.Memory > 0 {
		info.BasicLimitInformation.LimitFlags |= windows.JOB_OBJECT_LIMIT_PROCESS_MEMORY
		info.ProcessMemoryLimit = uintptr(l.Memory)
	}
	if _, err := windows.SetInformationJobObject(job, windows.JobObjectExtendedLimitInformation, uintptr(unsafe.Pointer(&info)), uint32(unsafe.Sizeof(info))); err != nil {
		return nil
	}
	child, err := windows.OpenProcess(windows.PROCESS_SET_QUOTA|windows.PROCESS_TERMINATE, false, uint32(cmd.Process.Pid))
	if err != nil {
		return nil
	}
	defer windows.CloseHandle(child)
	_ = windows.AssignProcessToJobObject(job, child)
	return nil
}

// run runs cmd to its end; how much memory it held is not known here.
func run(cmd *exec.Cmd, l Limits, _ func()) (peak int64, err error) {
	if err := start(cmd, l); err != nil {
		return 0, err
	}
	return 0, cmd.Wait()
}

// machineMemory is not known here.
func machineMemory() int64 { return 0 }

// OwnPeak is not known here.
func OwnPeak() int64 { return 0 }

// OwnCPU is not known here.
func OwnCPU() time.Duration { return 0 }
