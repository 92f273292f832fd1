package command

import (
	"fmt"
	"io"
	"os"
	"runtime/metrics"
	"time"
)

// What a hook, and each program that it starts, may take: as much as the units let the
// timers take (deploy/mingfa.service). Hugo has limits of its own below these.
const (
	hookMemory = 6 << 30
	hookOutput = 2 << 30 // of a file
)

// boundHook keeps a hook from taking all of the machine for what somebody pushed: git starts
// it in no unit. By the system's own limit it would end with a stack that nobody can use, so
// it ends itself before, as if it were killed, which leaves the site whole.
func boundHook(log io.Writer) {
	limitHook()
	go watchMemory(hookMemory*5/6, 100*time.Millisecond, func() {
		fmt.Fprintf(log, "错误：处理这次推送要用的内存超过 %d GB，停下了。请检查推送的文件是不是放错了、太大；看不出问题的，请服务器管理员处理\n", hookMemory*5/6>>30)
		os.Exit(2)
	})
}

// watchMemory calls stop when the program takes more memory, and then ends.
func watchMemory(most uint64, every time.Duration, stop func()) {
	taken := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	for {
		metrics.Read(taken)
		if taken[0].Value.Uint64()-taken[1].Value.Uint64() > most {
			stop()
			return
		}
		time.Sleep(every)
	}
}
