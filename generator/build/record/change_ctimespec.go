//go:build darwin || freebsd || netbsd

package record

import "syscall"

// changed is when the system noted a change last, in nanoseconds.
func changed(s *syscall.Stat_t) int64 { return s.Ctimespec.Nano() }
