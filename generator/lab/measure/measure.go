// Package measure tells how long portals of many invented reports take to be
// built, and how much memory.
package measure

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"mingfa"
	"mingfa/generator/build"
	"mingfa/generator/build/hugo"
	"mingfa/generator/lab/bench"
)

// All tells for each number of reports how long a portal of as many takes.
func All(ctx context.Context, out, log io.Writer, sizes []int) error {
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
	b := build.Builder{Project: dir, Dest: filepath.Join(dir, "public"), Out: out, Log: log}
	first, err := b.Build(ctx)
	if err != nil {
		return err
	}
	again, err := b.Build(ctx)
	if err != nil {
		return err
	}
	oneLine, _, err := bench.OneLine(ctx, bin, filepath.Join(dir, "content"), filepath.Join(dir, "one-line"))
	if err != nil {
		return err
	}
	generator := first.Elapsed - first.Hugo.Elapsed
	fmt.Fprintf(out, "%-8d  %s  %s  %s  %s  %7.1f%%  %s  %9.2f  %s  %s  %s\n", n,
		seconds(generator), seconds(first.Sync), seconds(first.Hugo.Elapsed), seconds(first.Elapsed),
		100*generator.Seconds()/first.Elapsed.Seconds(), seconds(oneLine), first.Elapsed.Seconds()/oneLine.Seconds(),
		seconds(again.Elapsed), megabytes(hugo.OwnPeak()), megabytes(first.Hugo.PeakRSS))
	return nil
}

func seconds(d time.Duration) string { return fmt.Sprintf("%6.2f秒", d.Seconds()) }

func megabytes(bytes int64) string { return fmt.Sprintf("%6d MB", bytes>>20) }
