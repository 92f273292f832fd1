// Package build takes a portal from its seeds to a rendered site. It alone
// knows the order of the stages:
//
//	source -> outline -> figure -> review -> indicator -> lastyear -> check    each report: read.go
//	-> site, search, share                                                     its pages: pipeline.go
//	-> hugo -> tree                                                            the whole site: this file
//
// Broken documents give findings, broken machines give errors. While there is a
// finding of severity error, the site that was there stays as it is.
package build

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"mingfa"
	"mingfa/generator/build/hugo"
	"mingfa/generator/build/layer"
	"mingfa/generator/build/outcome"
	"mingfa/generator/build/progress"
	"mingfa/generator/build/revision"
	"mingfa/generator/build/tree"
	"mingfa/generator/seeds"
)

// Builder makes the site of one project.
type Builder struct {
	Project string    // the folder with seeds/
	Dest    string    // where Build puts the site
	Program string    // the command as it was started, for messages that say what to type next
	Out     io.Writer // for what was done
	Log     io.Writer // for what is being done and what is wrong
	Kept    string    // what to tell when findings end the run

	KeepGoing bool // what has errors is left out, and told of in the result

	KeepOriginal bool // Word files are offered with all that they tell of their writers, whatever site.toml says

	// Of a release; the zero values stand for a build of the folder as it is.
	Revision *revision.Revision        // of what was taken out of git
	Past     Past                      // what was published before
	Config   []string                  // of Hugo, beside the project's, which they win over
	Adapt    func(*seeds.Portal) error // changes what seeds/ says of the portal
	Hugo     string                    // the program

	layers []string // Hugo's configuration files before the portal's own; set by generate
}

// Result is what a build did and how long its parts took.
type Result struct {
	Counts
	Issued  []Issued // the reports of the site
	LeftOut []LeftOut
	Site    tree.Stats
	Hugo    hugo.Result
	Sync    time.Duration // moving the rendered site to its place
	Elapsed time.Duration
}

// Build takes the project from seeds to site. Findings of severity error are
// printed and give outcome.ErrFindings; the site is then left as it was.
func (b *Builder) Build(ctx context.Context) (*Result, error) {
	start := time.Now()
	stage, err := tree.Stage(ctx, b.Project, b.Dest, func() { fmt.Fprintln(b.Log, "另一个生成正在进行，等它结束……") })
	if err != nil {
		return nil, err
	}
	defer stage.Close()
	done, err := b.Render(ctx, stage.Path())
	if err != nil {
		return nil, err
	}
	mark(done.LeftOut, b.Dest)
	moved := time.Now()
	if done.Site, err = stage.Sync(ctx); err != nil {
		return nil, err
	}
	done.Sync, done.Elapsed = time.Since(moved), time.Since(start)
	return done, nil
}

// Render takes the project from seeds to the site's files in the empty folder
// dest.
func (b *Builder) Render(ctx context.Context, dest string) (*Result, error) {
	t, err := b.generate(ctx, dest)
	if err != nil {
		return nil, err
	}
	done := &Result{Counts: t.Counts, Issued: t.issued, LeftOut: t.left}
	bin := b.Hugo
	if bin == "" {
		if bin, err = hugo.Find(ctx, hugo.Options{Module: mingfa.Files, Out: b.Log}); err != nil {
			return nil, err
		}
	}
	job := b.job(dest)
	if job.Limits, err = hugo.LimitsFor(t.wanted.count()); err != nil {
		return nil, err
	}
	line := progress.Elapsed(b.Log, "正在生成网页")
	var meanwhile errgroup.Group // Hugo leaves some of the machine unused
	meanwhile.Go(func() error { return outcome.Guard("生成检索数据", t.index.Finish) })
	done.Hugo, err = hugo.Render(ctx, bin, job)
	line.Stop()
	if err := cmp.Or(err, meanwhile.Wait()); err != nil {
		return nil, err
	}
	for _, warning := range done.Hugo.Warnings {
		fmt.Fprintln(b.Log, warning)
	}
	if err := t.wanted.complete(dest, ""); err != nil {
		return nil, err
	}
	return done, errors.Join(addData(dest), addCards(dest), addIndex(dest), addFiles(dest, t.beside))
}

func (b *Builder) job(dest string) hugo.Job {
	return hugo.Job{
		Project:     b.Project,
		Config:      slices.Concat(b.layers, []string{filepath.Join(b.Project, configPath)}, b.Config),
		Destination: dest,
		Work:        filepath.Join(b.Project, ".mingfa"),
		Theme:       layer.Folder,
	}
}
