// Command mutate asks whether the tests would notice a fault: it changes one
// place of a package at a time, such as < to <=, runs the package's tests, and
// prints every change that no test failed on, with the line before and after.
// docs/mutation.md says how to run and to read it.
//
// Nothing is written into the tree: all mutants of a package are compiled into
// its tests at once, with -overlay, and a variable of the environment says
// which one is in force.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// options are what the command line says.
type options struct {
	sample   int           // how many mutants of a package to test, 0 for all
	seed     uint64        // which sample
	at       []place       // only mutants of these lines; all where empty
	with     []string      // packages whose tests run besides the package's own
	short    bool          // whether the tests run with -short
	only     string        // tests that are run; all where empty
	skip     string        // tests that are not run: those that measure time
	parallel int           // mutants tested side by side
	limit    time.Duration // for the tests of one mutant; 0 is five times what they take unchanged, and 10 s
}

// place is a line of a file, as -at names it: scan.go:108. The file may be
// named by the end of its path alone; line 0 is every line.
type place struct {
	file string
	line int
}

func (p place) has(m mutant) bool {
	path := filepath.ToSlash(m.file)
	return (path == p.file || strings.HasSuffix(path, "/"+p.file)) && (p.line == 0 || p.line == m.line)
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := run(ctx, os.Args[1:], os.Stdout)
	stop()
	if err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(2)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	var opts options
	flags := flag.NewFlagSet("mutate", flag.ContinueOnError)
	flags.IntVar(&opts.sample, "sample", 0, "test only `N` mutants of each package that compile")
	flags.Uint64Var(&opts.seed, "seed", 1, "which sample: the same `S` draws the same mutants")
	flags.Func("at", "only mutants of `FILE` or FILE:LINE; may be given several times", func(s string) error {
		file, line, found := strings.Cut(filepath.ToSlash(s), ":")
		n, err := strconv.Atoi(line)
		if found && err != nil {
			return err
		}
		opts.at = append(opts.at, place{file, n})
		return nil
	})
	flags.Func("with", "also run the tests of this `PACKAGE`; may be given several times", func(s string) error {
		opts.with = append(opts.with, s)
		return nil
	})
	flags.BoolVar(&opts.short, "short", false, "run the tests with -short")
	flags.StringVar(&opts.only, "run", "", "run only tests whose names match `REGEXP`")
	flags.StringVar(&opts.skip, "skip", "", "do not run the tests whose names match `REGEXP`, such as those that measure time")
	flags.IntVar(&opts.parallel, "parallel", min(2, runtime.NumCPU()), "test `N` mutants side by side")
	flags.DurationVar(&opts.limit, "limit", 0, "time limit of a mutant; five times what the tests take unchanged, and 10s, where not given")
	flags.Usage = func() {
		fmt.Fprintln(flags.Output(), "usage: mutate [flags] PACKAGE…   (such as ./generator/numeral ./generator/check/...)")
		flags.PrintDefaults()
	}
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() == 0 {
		flags.Usage()
		return flag.ErrHelp
	}
	packages, err := list(ctx, flags.Args())
	if err != nil {
		return err
	}
	with, err := list(ctx, opts.with)
	if err != nil {
		return err
	}
	var all score
	for _, p := range packages {
		s, err := testPackage(ctx, p, with, opts, out)
		if err != nil {
			return err
		}
		all.add(s)
	}
	if len(packages) > 1 {
		fmt.Fprintf(out, "all: %s\n", all)
	}
	return nil
}

// score counts what became of the mutants of a package.
type score struct {
	places   int // mutants the package has
	killed   int // a test failed
	late     int // of those killed: the time limit was passed
	survived int // all tests passed
	broken   int // did not compile, and say nothing about the tests
}

func (s *score) add(other score) {
	s.places += other.places
	s.killed += other.killed
	s.late += other.late
	s.survived += other.survived
	s.broken += other.broken
}

// percent is the share of compiling mutants that were killed.
func (s score) percent() float64 {
	if s.killed+s.survived == 0 {
		return 100
	}
	return 100 * float64(s.killed) / float64(s.killed+s.survived)
}

func (s score) String() string {
	return fmt.Sprintf("%.0f %% killed: %d of %d tested (%d by the time limit), %d survived, %d did not compile; the package has %d mutants",
		s.percent(), s.killed, s.killed+s.survived, s.late, s.survived, s.broken, s.places)
}
