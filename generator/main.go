// Mingfa turns a government body's annual rule-of-law report into an
// accessible website. This package holds the commands; each wires the stages
// and does no work of its own. Only it knows the stages' order:
//
//	source -> outline -> figure -> review -> indicator -> chart, site -> hugo
//
// Exit status: 0 when all is well, 1 when what staff wrote has an error-level
// finding, 2 when the command could not run.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
)

func main() {
	// A run is short and holds little of what it reads: fewer collections cost
	// some tens of megabytes and save a tenth of the time.
	debug.SetGCPercent(400)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)     // a second Ctrl-C ends the program at once
	executable, _ := os.Executable() // without it, only the hint's wording differs
	invoked = startedAs(os.Args[0], executable)
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// errFindings ends a command whose findings have been printed already.
var errFindings = errors.New("error-level findings")

// run is the whole program but for the process around it.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	root := newRoot(stdout, stderr)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errFindings):
		return 1
	case ctx.Err() != nil:
		fmt.Fprintln(stderr, "已中断，没有留下未完成的文件。")
	default:
		fmt.Fprintf(stderr, "错误：%s\n", explain(err))
	}
	return 2
}
