package command

import "golang.org/x/sys/unix"

// limitHook has the system limit the process and those that it starts. Where the system
// refuses, there is no limit.
func limitHook() {
	for what, most := range map[int]uint64{unix.RLIMIT_DATA: hookMemory, unix.RLIMIT_FSIZE: hookOutput, unix.RLIMIT_CORE: 0} {
		var limit unix.Rlimit
		if unix.Getrlimit(what, &limit) == nil && limit.Cur > most {
			limit.Cur = most
			_ = unix.Setrlimit(what, &limit)
		}
	}
}
