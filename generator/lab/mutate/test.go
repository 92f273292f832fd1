package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"golang.org/x/sync/errgroup"
)

// outcome is what became of a mutant.
type outcome int

const (
	survived outcome = iota
	killed
	late
)

// testPackage tests the mutants of a package, prints those that survive, and
// returns the score.
func testPackage(ctx context.Context, p listed, with []listed, opts options, out io.Writer) (score, error) {
	s, err := load(ctx, p)
	if err != nil {
		return score{}, err
	}
	var mutants []mutant
	for _, name := range p.GoFiles {
		mutants = append(mutants, find(s, filepath.Join(p.Dir, name))...)
	}
	if len(opts.at) > 0 {
		mutants = slices.DeleteFunc(mutants, func(m mutant) bool {
			return !slices.ContainsFunc(opts.at, func(at place) bool { return at.has(m) })
		})
	}
	numbers := make([]int, 0, len(mutants))
	for i := range mutants {
		numbers = append(numbers, i)
	}
	numbers = s.sound(numbers, mutants)
	total := score{places: len(mutants), broken: len(mutants) - len(numbers)}
	if opts.sample > 0 && opts.sample < len(numbers) {
		random := rand.New(rand.NewPCG(opts.seed, 0))
		random.Shuffle(len(numbers), func(i, k int) { numbers[i], numbers[k] = numbers[k], numbers[i] })
		numbers = numbers[:opts.sample]
		slices.Sort(numbers)
	}
	if len(numbers) == 0 {
		return total, nil
	}

	work, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return total, err
	}
	defer os.RemoveAll(work)
	r := runner{only: opts.only, skip: opts.skip, short: opts.short}
	for _, tests := range append([]listed{p}, with...) {
		if len(tests.TestGoFiles)+len(tests.XTestGoFiles) > 0 {
			r.programs = append(r.programs, program{filepath.Join(work, strconv.Itoa(len(r.programs))), tests})
		}
	}
	if err := r.compile(ctx, work, s, numbers, mutants); err != nil {
		return total, err
	}
	if err := r.unchanged(ctx, opts.limit); err != nil {
		return total, fmt.Errorf("%s: %w", p.ImportPath, err)
	}
	outcomes, err := r.testAll(ctx, numbers, opts.parallel)
	if err != nil {
		return total, err
	}
	for i, n := range numbers {
		switch outcomes[i] {
		case late:
			total.killed++
			total.late++
		case killed:
			total.killed++
		case survived:
			total.survived++
			m := mutants[n]
			before, after := m.shown(s.texts[m.file])
			fmt.Fprintf(out, "%s/%s:%d: %s\n  - %s\n  + %s\n", p.ImportPath, filepath.Base(m.file), m.line, m.what, before, after)
		}
	}
	fmt.Fprintf(out, "%s: %s\n", p.ImportPath, total)
	return total, nil
}

// runner runs the tests that are to notice a mutant.
type runner struct {
	programs []program
	only     string
	skip     string
	short    bool
	limit    time.Duration
}

// program is the compiled tests of a package.
type program struct {
	path string
	of   listed
}

// compile makes the programs, with all mutants in them.
func (r *runner) compile(ctx context.Context, work string, s *source, numbers []int, mutants []mutant) error {
	chosen := map[int]mutant{}
	for _, n := range numbers {
		chosen[n+1] = mutants[n] // 0 is none in force
	}
	replace := map[string]string{}
	for path, text := range s.switchedTexts(chosen) {
		replace[path] = filepath.Join(work, "switched-"+filepath.Base(path))
		if err := os.WriteFile(replace[path], text, 0o666); err != nil {
			return err
		}
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return err
	}
	name := filepath.Join(work, "overlay.json")
	if err := os.WriteFile(name, overlay, 0o666); err != nil {
		return err
	}
	for _, p := range r.programs {
		command := exec.CommandContext(ctx, "go", "test", "-c", "-vet=off", "-overlay", name, "-o", p.path, p.of.ImportPath)
		if output, err := command.CombinedOutput(); err != nil {
			return fmt.Errorf("failed to compile the tests of %s: %w\n%s", p.of.ImportPath, err, output)
		}
	}
	return nil
}

// unchanged runs the tests with no mutant in force: they must pass, and the
// time they take sets the limit.
func (r *runner) unchanged(ctx context.Context, limit time.Duration) error {
	r.limit = 10 * time.Minute
	var longest time.Duration
	for _, p := range r.programs {
		start := time.Now()
		if output, err := r.run(ctx, p, 0); err != nil {
			return fmt.Errorf("the tests fail already: %w\n%s", err, output)
		}
		longest = max(longest, time.Since(start))
	}
	if r.limit = limit; limit == 0 {
		r.limit = 5*longest + 10*time.Second
	}
	return nil
}

func (r *runner) testAll(ctx context.Context, numbers []int, parallel int) ([]outcome, error) {
	outcomes := make([]outcome, len(numbers))
	var g errgroup.Group
	g.SetLimit(parallel)
	for i, n := range numbers {
		g.Go(func() error {
			outcomes[i] = r.test(ctx, n+1)
			return ctx.Err()
		})
	}
	return outcomes, g.Wait()
}

func (r *runner) test(ctx context.Context, number int) outcome {
	for _, p := range r.programs {
		output, err := r.run(ctx, p, number)
		if bytes.Contains(output, []byte("panic: test timed out after")) || errors.Is(err, exec.ErrWaitDelay) {
			return late
		} else if err != nil {
			return killed
		}
	}
	return survived
}

// memory is the most that tests may take, in KiB: a loop that a mutant makes
// endless must not take the machine with it.
const memory = 4 << 20

func (r *runner) run(ctx context.Context, p program, number int) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, r.limit+30*time.Second) // where even the clock of the tests hangs
	defer cancel()
	command := exec.CommandContext(ctx, "sh", "-c", `ulimit -v "$0"; exec "$@"`, strconv.Itoa(memory), p.path,
		"-test.failfast", "-test.timeout="+r.limit.String(), "-test.short="+strconv.FormatBool(r.short), "-test.run="+r.only, "-test.skip="+r.skip)
	command.Dir = p.of.Dir
	// A property that fails leaves no file in the tree.
	command.Env = append(os.Environ(), "MUTANT="+strconv.Itoa(number), "RAPID_NOFAILFILE=1", "RAPID_SHRINKTIME=1s")
	command.WaitDelay = time.Second
	return command.CombinedOutput()
}
