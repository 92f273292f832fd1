//go:build !unix

package hugo

import "os/exec"

// run runs cmd to its end; how much memory it held is not known here.
func run(cmd *exec.Cmd) (peak int64, err error) { return 0, cmd.Run() }

// OwnPeak is not known here.
func OwnPeak() int64 { return 0 }
