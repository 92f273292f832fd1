// Package hugo finds the Hugo that the project was written for, or builds it
// once into a cache folder, and runs it as a child process: to render the site,
// or to serve it with live reload while someone edits.
//
// Hugo gets an environment of its own, so that no variable of the machine
// changes the site, and never the network. What it says on failure is turned
// into one Chinese message that names the file and the line, with Hugo's own
// words at the end.
package hugo

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Job is one site to render.
type Job struct {
	Project     string   // the project folder: hugo.toml, content, layouts, static
	Config      []string // configuration files, the later ones win; empty: Hugo's default
	Destination string   // where the site goes; Serve does not need it
	Content     string   // the folder of the pages, where it is not content/; Serve does not need it
	Work        string   // a folder for Hugo's own caches
	Limits      Limits   // what a rendering may take
	Theme       string   // the folder below Project whose files are built in, in slash form; may be ""

	// Notify is called, once at a time, with what Hugo says while it runs:
	// each warning, and while serving also each failed rebuild. May be nil.
	Notify func(Message)
}

// Result tells of a finished Hugo.
type Result struct {
	Elapsed  time.Duration
	CPU      time.Duration // user and system time
	PeakRSS  int64         // the most memory it held, in bytes; 0 where the system does not say
	Warnings []Message
}

// Failure is a Hugo that could not be found, built or run to its end. Its
// message is for the person at the keyboard.
type Failure struct {
	Summary string // Chinese, one line or a few
	Detail  string // the words of the program that failed; may be ""
	Err     error  // the cause, where there is one
}

func (f *Failure) Error() string {
	if f.Detail == "" {
		return f.Summary
	}
	return f.Summary + "\n" + f.Detail
}

// Unwrap gives the cause.
func (f *Failure) Unwrap() error { return f.Err }

// environment is all of the machine's environment that Hugo gets to see: what
// a program needs to run at all, and Hugo's own settings, which are ours.
func (j *Job) environment() []string {
	env := []string{
		"HUGO_RESOURCEDIR=" + filepath.Join(j.Work, "resources"),
		"LC_ALL=C.UTF-8",
		"GOGC=200", // as in main.go: a run is short, and collections take a good part of it
	}
	if j.Limits.Memory > 0 { // it rather collects more often than to end
		env = append(env, "GOMEMLIMIT="+strconv.FormatInt(j.Limits.Memory/10*8, 10))
	}
	// The tuning of Go's own runtime, which changes no byte of the site, is that
	// of the machine where there is one: of two values the last counts.
	for _, name := range []string{"PATH", "HOME", "TMPDIR", "TMP", "TEMP", "SystemRoot", "USERPROFILE", "GOMAXPROCS", "GOGC", "GOMEMLIMIT"} {
		if value, ok := os.LookupEnv(name); ok {
			env = append(env, name+"="+value)
		}
	}
	return env
}

// arguments are those that rendering and serving share.
func (j *Job) arguments() []string {
	args := []string{"--source", j.Project, "--noBuildLock", "--cacheDir", filepath.Join(j.Work, "hugo"), "--logLevel", "warn"}
	if len(j.Config) > 0 {
		args = append(args, "--config", strings.Join(j.Config, ","))
	}
	return args
}

// prepare makes Job's paths absolute and its work folder.
func (j *Job) prepare() error {
	for _, p := range []*string{&j.Project, &j.Work, &j.Destination} {
		if *p == "" {
			continue
		}
		abs, err := filepath.Abs(*p)
		if err != nil {
			return fmt.Errorf("failed to find %s: %w", *p, err)
		}
		*p = abs
	}
	config := make([]string, len(j.Config))
	for i, c := range j.Config {
		if strings.Contains(c, ",") { // Hugo splits the list at commas
			return &Failure{Summary: fmt.Sprintf("配置文件的路径“%s”里有逗号，Hugo 无法读取。请把项目移到路径中没有逗号的文件夹", c)}
		}
		config[i] = c
	}
	j.Config = config
	if err := os.MkdirAll(j.Work, 0o777); err != nil {
		return fmt.Errorf("failed to make Hugo's work folder: %w", err)
	}
	return nil
}

// tries is how often a Hugo that stops for good is started: mostly the next one
// says what is wrong.
const tries = 3

// Render renders the site of job into job.Destination. A site that Hugo cannot
// render within its limits, or a Hugo that cannot be started, is a *Failure; a ctx
// that ends kills Hugo and all that it started, and its cause is the error.
func Render(ctx context.Context, bin string, job Job) (Result, error) {
	if err := job.prepare(); err != nil {
		return Result{}, err
	}
	began := time.Now()
	for try := 1; ; try++ {
		result, err := render(ctx, bin, job)
		result.Elapsed = time.Since(began)
		if !errors.Is(err, stuck) || try == tries {
			return result, err
		}
	}
}

// render starts one Hugo. One that stops for good gives the error stuck.
func render(ctx context.Context, bin string, job Job) (Result, error) {
	whole := ctx
	if job.Limits.Time > 0 {
		var stop context.CancelFunc
		ctx, stop = context.WithTimeoutCause(ctx, job.Limits.Time, job.Limits.tooLong())
		defer stop()
	}
	ctx, end := context.WithCancelCause(ctx)
	defer end(nil)
	var said sayings
	args := append(job.arguments(), "--destination", job.Destination)
	if job.Content != "" {
		args = append(args, "--contentDir", job.Content)
	}
	cmd := command(ctx, bin, args...)
	cmd.Dir = job.Project
	cmd.Env = job.environment()
	cmd.Stderr = &said
	said.project, said.theme, said.notify = job.Project, job.Theme, job.Notify

	peak, err := run(cmd, job.Limits, func() { end(stuck) })
	said.flush()
	result := Result{PeakRSS: peak, Warnings: said.warnings}
	if cmd.ProcessState != nil {
		result.CPU = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	}
	switch {
	case err == nil:
		return result, nil
	case whole.Err() != nil:
		return result, fmt.Errorf("failed to render the site: %w", context.Cause(whole))
	case ctx.Err() != nil && len(said.errors) == 0:
		return result, context.Cause(ctx)
	case said.outOfMemory() || said.crashed() && job.Limits.nearly(peak):
		return result, job.Limits.tooLarge(err)
	}
	return result, said.failure(bin, err)
}
