package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"mingfa"
	"mingfa/generator/build/hugo"
	"mingfa/generator/lab/bench"
)

func newBench() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "bench [份数…]",
		Short:   "用虚构的报告测量大网站的生成时间和内存",
		Long:    "用虚构的报告测量 100、1000、10000 份报告的网站要多少时间和内存，并与 Hugo 用一行模板渲染同样的 Markdown 相比。",
		Example: "  mingfa bench\n  mingfa bench 100 1000",
		RunE: func(cmd *cobra.Command, args []string) error {
			sizes := []int{100, 1000, 10000}
			if len(args) > 0 {
				sizes = nil
			}
			for _, arg := range args {
				n, err := strconv.Atoi(arg)
				if err != nil || n < 1 || n > 1_000_000 {
					return fmt.Errorf("份数要写成 1 到 1000000 的整数，“%s”不是", arg)
				}
				sizes = append(sizes, n)
			}
			return measureAll(cmd.Context(), cmd.OutOrStdout(), cmd.ErrOrStderr(), sizes)
		},
	}
	return cmd
}

func measureAll(ctx context.Context, out, log io.Writer, sizes []int) error {
	bin, err := hugo.Find(ctx, hugo.Options{Module: mingfa.Files, Out: log})
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "份数      生成器  其中写回  Hugo      合计      生成器占  一行模板  合计÷一行  再次生成  生成器内存  Hugo内存")
	for _, n := range sizes {
		if err := measure(ctx, out, log, bin, n); err != nil {
			return err
		}
	}
	return nil
}

// measure builds a portal of n invented reports in a folder of its own, twice,
// and has Hugo render the same Markdown through a one-line template.
func measure(ctx context.Context, out, log io.Writer, bin string, n int) error {
	dir, err := os.MkdirTemp("", "mingfa-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := bench.Seeds(filepath.Join(dir, "seeds"), n, 1); err != nil {
		return err
	}
	b := builder{project: dir, dest: filepath.Join(dir, "public"), out: out, log: log}
	first, err := b.build(ctx)
	if err != nil {
		return err
	}
	again, err := b.build(ctx)
	if err != nil {
		return err
	}
	oneLine, _, err := bench.OneLine(ctx, bin, filepath.Join(dir, "content"), filepath.Join(dir, "one-line"))
	if err != nil {
		return err
	}
	own := first.elapsed - first.hugo.Elapsed
	fmt.Fprintf(out, "%-8d  %s  %s  %s  %s  %7.1f%%  %s  %9.2f  %s  %s  %s\n", n,
		seconds(own), seconds(first.sync), seconds(first.hugo.Elapsed), seconds(first.elapsed),
		100*own.Seconds()/first.elapsed.Seconds(), seconds(oneLine), first.elapsed.Seconds()/oneLine.Seconds(),
		seconds(again.elapsed), megabytes(hugo.OwnPeak()), megabytes(first.hugo.PeakRSS))
	return nil
}

func seconds(d time.Duration) string { return fmt.Sprintf("%6.2f秒", d.Seconds()) }

func megabytes(bytes int64) string { return fmt.Sprintf("%6d MB", bytes>>20) }
