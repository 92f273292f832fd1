// Package command holds the commands, a file each: flags, a call of what does
// the work, and what is printed of it.
//
// Exit status: 0 when all is well, 1 when what staff wrote has an error-level
// finding, 2 when the command could not run.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"mingfa/generator/build/outcome"
)

// Run is the whole program but for the process around it; it gives the exit
// status. program is the command as the person at the keyboard writes it, for
// messages that say what to type next: mingfa, ./mingfa, go run ./generator.
func Run(ctx context.Context, program string, args []string, stdout, stderr io.Writer) int {
	root := newRoot(program, stdout, stderr)
	root.SetArgs(args)
	return execute(ctx, root, stderr)
}

// execute runs a command and tells how it ended; a panic in it as anything else
// that went wrong.
func execute(ctx context.Context, root *cobra.Command, stderr io.Writer) int {
	err := outcome.Guard("", func() error { return root.ExecuteContext(ctx) })
	switch {
	case err == nil:
		return 0
	case errors.Is(err, outcome.ErrFindings):
		return 1
	case errors.Is(err, outcome.ErrTold):
	case ctx.Err() != nil:
		fmt.Fprintln(stderr, "已中断，没有留下未完成的文件。")
	default:
		fmt.Fprintf(stderr, "错误：%s\n", outcome.Message(err))
	}
	return 2
}
