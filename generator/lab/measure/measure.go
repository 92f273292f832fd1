// Package measure tells how long portals of many invented reports take to be
// built, and how much memory.
package measure

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"mingfa"
	"mingfa/generator/build"
	"mingfa/generator/build/hugo"
	"mingfa/generator/lab/bench"
)

// Portal is a portal to be measured.
type Portal struct {
	Kind    bench.Kind
	Reports int
}

// Light is a portal of so many short reports, and Full one of reports as long as those
// that governments publish.
func Light(reports int) Portal { return Portal{bench.Light, reports} }

// Full is described with Light.
func Full(reports int) Portal { return Portal{bench.Full, reports} }

// columns are the heads of the table.
var columns = []string{"报告", "份数", "首次生成", "其中 Hugo", "再次生成", "一行模板的 Hugo", "首次÷一行", "CPU", "其中 Hugo", "生成器内存", "Hugo 内存", "网站文件"}

// All tells of each portal how long it takes to be built, as a table of Markdown.
func All(ctx context.Context, out, log io.Writer, portals []Portal) error {
	bin, err := hugo.Find(ctx, hugo.Options{Module: mingfa.Files, Out: log})
	if err != nil {
		return err
	}
	line(out, columns...)
	rule := make([]string, len(columns))
	for i := range rule {
		rule[i] = "---:"
	}
	line(out, rule...)
	for i := range portals {
		if err := measure(ctx, out, log, bin, &portals[i]); err != nil {
			return err
		}
	}
	return nil
}

func line(out io.Writer, cells ...string) { fmt.Fprintln(out, "| "+strings.Join(cells, " | ")+" |") }

// measure builds a portal in a folder of its own, twice, and has Hugo render the same
// Markdown through a one-line template.
func measure(ctx context.Context, out, log io.Writer, bin string, p *Portal) error {
	dir, err := os.MkdirTemp("", "mingfa-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := bench.Seeds(filepath.Join(dir, "seeds"), p.Kind, p.Reports, 1); err != nil {
		return err
	}
	b := build.Builder{Project: dir, Dest: filepath.Join(dir, "public"), Out: out, Log: log}
	began := hugo.OwnCPU()
	first, err := b.Build(ctx)
	if err != nil {
		return err
	}
	own := hugo.OwnCPU() - began
	again, err := b.Build(ctx)
	if err != nil {
		return err
	}
	oneLine, _, err := bench.OneLine(ctx, bin, filepath.Join(dir, "content"), filepath.Join(dir, "one-line"))
	if err != nil {
		return err
	}
	cpu := "—"
	if own > 0 {
		cpu = seconds(own + first.Hugo.CPU)
	}
	line(out, p.Kind.Name, strconv.Itoa(p.Reports), seconds(first.Elapsed), seconds(first.Hugo.Elapsed), seconds(again.Elapsed), seconds(oneLine),
		fmt.Sprintf("%.2f", first.Elapsed.Seconds()/oneLine.Seconds()), cpu, seconds(first.Hugo.CPU),
		megabytes(hugo.OwnPeak()), megabytes(first.Hugo.PeakRSS), strconv.Itoa(first.Site.Written))
	return nil
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.2f 秒", d.Seconds()) }

func megabytes(bytes int64) string { return fmt.Sprintf("%d MB", bytes>>20) }
