//go:build !linux

package command

// limitHook sets limits where the system has them, which is on Linux.
func limitHook() {}
