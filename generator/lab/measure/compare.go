package measure

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"mingfa/generator/lab/bench"
)

// tooShort is what cannot be measured: starting a program takes about as long.
const tooShort = 300 * time.Millisecond

// task is what a program is measured at.
type task struct {
	name    string
	prepare func(project string, round int) error
}

// tasks are done one after another in a portal.
var tasks = []task{
	{"全部生成", func(project string, _ int) error {
		entries, err := os.ReadDir(project)
		for _, e := range entries {
			if e.Name() != "seeds" {
				err = errors.Join(err, os.RemoveAll(filepath.Join(project, e.Name())))
			}
		}
		return err
	}},
	{"没有改动", func(string, int) error { return nil }},
	{"改了一份", func(project string, round int) error {
		reports, err := filepath.Glob(filepath.Join(project, "seeds", "*", "*.txt"))
		if err != nil || len(reports) == 0 {
			return errors.Join(err, errors.New("there is no report to change"))
		}
		f, err := os.OpenFile(reports[round%len(reports)], os.O_WRONLY|os.O_APPEND, 0)
		if err != nil {
			return err
		}
		_, err = f.WriteString("特此报告。\n")
		return errors.Join(err, f.Close())
	}},
}

// compared is what two programs took for a task, of processor time: it depends less than time by
// the clock on what else the machine does.
type compared struct {
	portal       Portal
	task         string
	theirs, ours time.Duration
}

func (c *compared) ratio() float64 { return c.ours.Seconds() / max(c.theirs.Seconds(), 0.001) }

// slower reports whether ours takes more than bound times as long as theirs.
func (c *compared) slower(bound float64) bool {
	return c.ours.Seconds() > bound*max(c.theirs, tooShort).Seconds()
}

// ErrSlower is that this program takes longer than it may.
var ErrSlower = errors.New("比对照的程序慢，超过了允许的倍数")

// Race is a comparison of this program with another one.
type Race struct {
	Ours, Theirs string  // where the programs are
	Rounds       int     // how often each does everything; of what it took the least counts, because other work of the machine only adds
	Bound        float64 // how many times as long this one may take
}

// Run measures both programs by turns, in the same portals on the same machine, and prints the
// ratios as a table of Markdown. More than the bound gives ErrSlower.
func (r *Race) Run(ctx context.Context, out, log io.Writer, portals []Portal) error {
	line(out, "报告", "份数", "做什么", "对照（CPU）", "这个程序（CPU）", "倍数")
	line(out, "---:", "---:", "---", "---:", "---:", "---:")
	slower := false
	for _, p := range portals {
		all, err := r.portal(ctx, log, p)
		if err != nil {
			return err
		}
		for i := range all {
			c := &all[i]
			mark := ""
			if c.slower(r.Bound) {
				slower, mark = true, "，超过 "+strconv.FormatFloat(r.Bound, 'g', -1, 64)
			}
			line(out, p.Kind.Name, strconv.Itoa(p.Reports), c.task, seconds(c.theirs), seconds(c.ours), fmt.Sprintf("%.2f%s", c.ratio(), mark))
		}
	}
	if slower {
		return ErrSlower
	}
	return nil
}

// portal has both programs do all tasks in a portal, each in a folder of its own.
func (r *Race) portal(ctx context.Context, log io.Writer, p Portal) ([]compared, error) {
	dir, err := os.MkdirTemp("", "mingfa-bench-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	programs := []string{r.Theirs, r.Ours}
	var projects []string
	for i := range programs {
		project := filepath.Join(dir, strconv.Itoa(i))
		if err := bench.Seeds(filepath.Join(project, "seeds"), p.Kind, p.Reports, 1); err != nil {
			return nil, err
		}
		projects = append(projects, project)
	}
	least := [2][]time.Duration{make([]time.Duration, len(tasks)), make([]time.Duration, len(tasks))}
	for round := range r.Rounds {
		for turn := range programs {
			i := (round + turn) % len(programs) // each is the first as often as it can be
			for n, t := range tasks {
				fmt.Fprintf(log, "第 %d 轮，共 %d 轮：%s，%s\n", round+1, r.Rounds, programs[i], t.name)
				if err := t.prepare(projects[i], round); err != nil {
					return nil, err
				}
				took, err := buildWith(ctx, programs[i], projects[i])
				if err != nil {
					return nil, err
				}
				if round == 0 || took < least[i][n] {
					least[i][n] = took
				}
			}
		}
	}
	var all []compared
	for n, t := range tasks {
		all = append(all, compared{p, t.name, least[0][n], least[1][n]})
	}
	return all, nil
}

// buildWith has a program build a portal, and tells what that took of processor time, Hugo's with it.
func buildWith(ctx context.Context, program, project string) (time.Duration, error) {
	cmd := exec.CommandContext(ctx, program, "build")
	cmd.Dir = project
	said, err := cmd.CombinedOutput()
	if err != nil {
		lines := slices.Collect(strings.Lines(string(said)))
		return 0, fmt.Errorf("%s build 没有做完：%w\n%s", program, err, strings.Join(lines[max(0, len(lines)-5):], ""))
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), nil
}
