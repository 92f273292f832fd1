//go:build unix

package convert

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// together lets a program and all that it starts be ended at once: soffice is a
// script that starts soffice.bin.
func together(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} }

// end ends a program and what it has started.
func end(cmd *exec.Cmd) { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }

// memory is how many bytes a program and what it has started hold, where the
// system says so in /proc; else 0.
func memory(cmd *exec.Cmd) int64 {
	group := strconv.Itoa(cmd.Process.Pid)
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	var pages int64
	for _, path := range stats {
		raw, err := os.ReadFile(path)
		if err != nil {
			continue
		}
		// 12 (soffice.bin) S 11 12 …: the group is the third word after the name, the memory the 22nd
		_, after, _ := strings.Cut(string(raw), ") ")
		words := strings.Fields(after)
		if len(words) < 22 || words[2] != group {
			continue
		}
		n, _ := strconv.ParseInt(words[21], 10, 64)
		pages += n
	}
	return pages * int64(os.Getpagesize())
}
