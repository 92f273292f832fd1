//go:build unix && !linux

package hugo

import (
	"context"
	"os/exec"
	"time"
)

// start starts a child. Where we are killed, it ends by itself when it is done.
func start(cmd *exec.Cmd, _ Limits) error { return cmd.Start() }

// watchIdle does not know here how much a process works.
func watchIdle(context.Context, int, time.Duration, func()) {}

// machineMemory is not known here.
func machineMemory() int64 { return 0 }
