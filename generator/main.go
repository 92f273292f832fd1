// Mingfa turns a government body's annual rule-of-law report into an
// accessible website. The commands stand in package command.
package main

import (
	"context"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"mingfa/generator/command"
)

func main() {
	debug.SetGCPercent(400) // a command is short: fewer collections save a tenth of its time; a build of many reports lowers it
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)     // a second Ctrl-C ends the program at once
	executable, _ := os.Executable() // without it, only the wording of a hint differs
	program := command.StartedAs(os.Args[0], executable)
	os.Exit(command.Run(ctx, program, os.Args[1:], os.Stdout, os.Stderr))
}
