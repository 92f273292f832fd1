//go:build unix

package hugo

import (
	"context"
	"os/exec"
	"syscall"
	"time"
)

// program is the file name of Hugo.
const program = "hugo"

// command is a child in a process group of its own, all of which is killed
// when ctx ends: Ctrl-C reaches us, not the child, and nothing outlives us.
func command(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	cmd.WaitDelay = 2 * time.Second
	return cmd
}
