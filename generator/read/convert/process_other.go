//go:build !unix

package convert

import "os/exec"

func together(*exec.Cmd) {}

func end(cmd *exec.Cmd) { _ = cmd.Process.Kill() }

func memory(*exec.Cmd) int64 { return 0 }
