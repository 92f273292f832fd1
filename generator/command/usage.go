package command

import (
	"fmt"
	"io"

	"github.com/mattn/go-runewidth"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// printUsage tells how a command is used, in Chinese: cobra's own template is
// English, and lines its columns up as if a Chinese character were one wide.
func printUsage(c *cobra.Command) error {
	w := c.OutOrStdout()
	line := c.UseLine()
	if c.HasAvailableSubCommands() {
		line = c.CommandPath() + " <命令>"
	}
	fmt.Fprintf(w, "用法：\n  %s\n", line)
	if c.HasExample() {
		fmt.Fprintf(w, "\n例：\n%s\n", c.Example)
	}
	var commands [][2]string
	for _, below := range c.Commands() {
		if below.IsAvailableCommand() {
			commands = append(commands, [2]string{below.Name(), below.Short})
		}
	}
	printRows(w, "命令", commands)
	printRows(w, "选项", options(c.LocalFlags()))
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(w, "\n查看某个命令的说明：%s <命令> --help\n", c.CommandPath())
	}
	return nil
}

// options are those of a command, as they are written, and what they do.
func options(flags *pflag.FlagSet) [][2]string {
	var rows [][2]string
	flags.VisitAll(func(f *pflag.Flag) {
		value, does := pflag.UnquoteUsage(f)
		written := "    --" + f.Name
		if f.Shorthand != "" {
			written = "-" + f.Shorthand + ", --" + f.Name
		}
		if value != "" {
			written += " " + value
		}
		rows = append(rows, [2]string{written, does})
	})
	return rows
}

// printRows prints two columns below a title; nothing without rows.
func printRows(w io.Writer, title string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	widest := 0
	for _, row := range rows {
		widest = max(widest, runewidth.StringWidth(row[0]))
	}
	fmt.Fprintf(w, "\n%s：\n", title)
	for _, row := range rows {
		fmt.Fprintf(w, "  %s  %s\n", runewidth.FillRight(row[0], widest), row[1])
	}
}
