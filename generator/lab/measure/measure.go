// Package measure tells how long portals of many invented reports take to be
// built, and how much memory.
package measure

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
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

// mostOneLine bounds the reports that Hugo renders at once: of more it would take gigabytes.
const mostOneLine = 3000

// columns are the heads of the table. The time of the processor is that of the generator and of
// Hugo together; it depends less than the time by the clock on what else the machine does.
var columns = []string{"报告", "份数", "全部生成（CPU）", "其中 Hugo", "一行模板的 Hugo（CPU）", "÷ 一行", "没有改动（CPU）", "改了一份（CPU）", "生成器内存", "Hugo 内存", "网站文件", "全部生成用时"}

// All tells of each portal how long it takes to be built, as a table of Markdown. program is
// where this program is, which is started anew for what takes less than it has to read first.
func All(ctx context.Context, program string, out, log io.Writer, portals []Portal) error {
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
		if err := measure(ctx, program, out, log, bin, &portals[i]); err != nil {
			return err
		}
	}
	return nil
}

func line(out io.Writer, cells ...string) { fmt.Fprintln(out, "| "+strings.Join(cells, " | ")+" |") }

// measure builds a portal in a folder of its own (everything, again with nothing changed, again with
// one report changed) and has Hugo render the same Markdown through a one-line template.
func measure(ctx context.Context, program string, out, log io.Writer, bin string, p *Portal) error {
	dir, err := os.MkdirTemp("", "mingfa-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	if err := bench.Seeds(filepath.Join(dir, "seeds"), p.Kind, p.Reports, 1); err != nil {
		return err
	}
	home, err := os.Getwd()
	if err == nil {
		err = os.Chdir(dir) // as the command is run, so that it knows later what the site was made from
	}
	if err != nil {
		return err
	}
	defer os.Chdir(home) //nolint:errcheck // it is where we came from
	forgetPeak()
	began := hugo.OwnCPU()
	b := build.Builder{Project: ".", Dest: "public", Out: out, Log: log}
	whole, err := b.Build(ctx)
	if err != nil {
		return err
	}
	cpu, held := hugo.OwnCPU()-began+whole.Hugo.CPU, hugo.OwnPeak()
	least, ratio := "—", "—"
	if p.Reports <= mostOneLine {
		bare, err := bench.OneLine(ctx, bin, filepath.Join(dir, "content"), filepath.Join(dir, "one-line"))
		if err == nil {
			err = os.RemoveAll(filepath.Join(dir, "one-line"))
		}
		if err != nil {
			return err
		}
		least, ratio = seconds(bare.CPU), fmt.Sprintf("%.1f", cpu.Seconds()/bare.CPU.Seconds())
	}
	var later []time.Duration // what the tasks after the first take
	for _, t := range tasks[1:] {
		if err := t.prepare(dir, 0); err != nil {
			return err
		}
		took, err := buildWith(ctx, program, dir)
		if err != nil {
			return err
		}
		later = append(later, took)
	}
	share := func(took time.Duration) string {
		return fmt.Sprintf("%s，%.1f%%", seconds(took), 100*took.Seconds()/cpu.Seconds())
	}
	line(out, p.Kind.Name, strconv.Itoa(p.Reports), seconds(cpu), seconds(whole.Hugo.CPU), least, ratio, share(later[0]), share(later[1]),
		megabytes(held), megabytes(whole.Hugo.PeakRSS), strconv.Itoa(whole.Site.Written), seconds(whole.Elapsed))
	return nil
}

// forgetPeak has the system count the most memory from now on. Where it cannot (it is Linux that
// can), what a larger portal took before is told of a smaller one.
func forgetPeak() {
	debug.FreeOSMemory()
	_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0)
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.2f 秒", d.Seconds()) }

func megabytes(bytes int64) string { return fmt.Sprintf("%d MB", bytes>>20) }
