//go:build !unix

package hugo

import (
	"context"
	"os/exec"
	"time"
)

// program is the file name of Hugo.
const program = "hugo.exe"

// command is a child that is killed when ctx ends.
func command(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.WaitDelay = 2 * time.Second
	return cmd
}
