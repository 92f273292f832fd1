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
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"

	"mingfa"
	"mingfa/generator/build/hugo"
	"mingfa/generator/build/layer"
	"mingfa/generator/build/outcome"
	"mingfa/generator/build/part"
	"mingfa/generator/build/progress"
	"mingfa/generator/build/record"
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

	Full bool // nothing is taken over from the site before

	KeepOriginal bool // Word files are offered with all that they tell of their writers, whatever site.toml says

	// Of a release; the zero values stand for a build of the folder as it is.
	Revision *revision.Revision        // of what was taken out of git
	Past     Past                      // what was published before
	Before   Before                    // the site that Render takes unchanged pages from
	Config   []string                  // of Hugo, beside the project's, which they win over
	Adapt    func(*seeds.Portal) error // changes what seeds/ says of the portal
	Hugo     string                    // the program

	layers []string           // Hugo's configuration files before the portal's own; set by generate
	domain string             // the base of all addresses; likewise
	seen   *revision.Revision // of the files of this run, where Build has asked for it
	atOnce int                // how many bytes of pages one Hugo is given; 0 for mostAtOnce
	share  *part.Share        // the part that is made; nil for all of the site
	day    string             // in Beijing, YYYY-MM-DD; "" for today
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
	Kept    int // pages that were taken over from the site before
	Unread  int // reports that were not read, since nothing of their bodies changed

	stay   []record.File  // files of the site before that are part of this one, where they need not be moved
	record *record.Record // of the site; nil where it cannot be made in parts
	keeper *keeper        // what is kept of bodies beside it; nil for nothing
}

// Build takes the project from seeds to site. Findings of severity error are
// printed and give outcome.ErrFindings; the site is then left as it was.
func (b *Builder) Build(ctx context.Context) (*Result, error) {
	start := time.Now()
	stage, err := b.stage(ctx)
	if err != nil {
		return nil, err
	}
	defer stage.Close()
	b.Before, b.seen = Before{Site: stage.Dest(), Record: stage.Record(), inPlace: true}, nil
	defer os.RemoveAll(b.Before.kept() + ".new")
	inputs := b.look(ctx)
	if done := b.stands(b.recordBefore(), inputs); done != nil {
		done.Elapsed = time.Since(start)
		return done, nil
	}
	done, err := b.Render(ctx, stage.Path())
	if err != nil {
		return nil, err
	}
	mark(done.LeftOut, b.Dest)
	if b.changedSince(start) {
		done.record = nil
	}
	if err := b.place(ctx, stage, done, inputs); err != nil {
		return nil, err
	}
	done.Elapsed = time.Since(start)
	return done, nil
}

// place puts a rendered site in its place, and notes what it was made from.
func (b *Builder) place(ctx context.Context, stage *tree.Staging, done *Result, inputs *record.Inputs) (err error) {
	b.tellRenamed(stage.Dest(), done.Issued)
	moved := time.Now()
	if done.Site, err = stage.Sync(ctx, done.stay...); err != nil {
		return err
	}
	done.Sync = time.Since(moved)
	if done.record != nil {
		done.record.Inputs = inputs
	}
	if err := done.Remember(Before{Site: stage.Dest(), Record: stage.Record()}); err != nil {
		fmt.Fprintln(b.Log, "提醒：网站已经生成，但没有记下它是从什么生成的，下次会全部重新生成："+outcome.Line(err))
	}
	return nil
}

// stage makes the folder in which a site is rendered.
func (b *Builder) stage(ctx context.Context) (*tree.Staging, error) {
	return tree.Stage(ctx, b.Project, b.Dest, func() { fmt.Fprintln(b.Log, "另一个生成正在进行，等它结束……") })
}

// Remember writes beside a site what it was made from, now that it is in its place. Where that
// fails, or the site cannot be made in parts, the record of the site before goes: the next build makes everything.
func (r *Result) Remember(at Before) error {
	if r.record == nil {
		return at.forget()
	}
	if err := r.remember(at); err != nil {
		return errors.Join(err, at.forget())
	}
	return nil
}

// forget removes the record and what was kept beside it.
func (at *Before) forget() error {
	err := os.Remove(at.Record)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return errors.Join(err, os.RemoveAll(at.kept()))
}

func (r *Result) remember(at Before) error {
	if err := r.keeper.putInPlace(); err != nil {
		return err
	}
	if r.record.Inputs == nil {
		r.record.Stat(at.Site)
	} else if err := r.noteAll(at.Site); err != nil {
		return err
	}
	data, err := r.record.Encode()
	if err != nil {
		return err
	}
	_, err = tree.WriteFile(at.Record, data)
	return err
}

// noteAll enters into the record how all files are, and what else a run that has nothing to do
// needs.
func (r *Result) noteAll(site string) (err error) {
	if err := r.record.StatAll(site, tree.Mark, r.Site.Written+r.Site.Unchanged); err != nil {
		return err
	}
	r.record.Said, err = json.Marshal(r.Counts)
	return err
}

// Render takes the project from seeds to the site's files in the empty folder
// dest.
func (b *Builder) Render(ctx context.Context, dest string) (*Result, error) {
	done, err := b.render(ctx, dest)
	if !errors.Is(err, errLacking) {
		return done, err
	}
	if err := empty(dest); err != nil {
		return nil, err
	}
	b.Past.Again()
	b.Before.unread = true
	return b.render(ctx, dest)
}

// errLacking says that pages have to be made again of reports that were not read.
var errLacking = errors.New("a page has to be made again of a report that was not read")

// empty removes what is in a folder.
func empty(folder string) error {
	entries, err := os.ReadDir(folder)
	for _, e := range entries {
		err = cmp.Or(err, os.RemoveAll(filepath.Join(folder, e.Name())))
	}
	return err
}

// render is Render, which may find that it should have read more.
func (b *Builder) render(ctx context.Context, dest string) (*Result, error) {
	t, err := b.generate(ctx, dest)
	if err != nil {
		return nil, err
	}
	defer t.held.Release() // Hugo reads content/ to its end
	defer t.closeSpool()
	done := &Result{Counts: t.Counts, Issued: t.issued, LeftOut: t.left}
	bin, err := b.hugo(ctx)
	if err != nil {
		return nil, err
	}
	pages, err := b.newRendering(bin, dest, t.bundles)
	if err != nil {
		return nil, err
	}
	if key := t.kept.lacking(pages.changed); key != "" {
		return nil, fmt.Errorf("%s: %w", key, errLacking)
	}
	line := progress.Elapsed(b.Log, "正在生成网页")
	var meanwhile errgroup.Group // Hugo leaves some of the machine unused
	meanwhile.Go(func() error { return outcome.Guard("生成检索数据", t.index.Finish) })
	done.Hugo, err = pages.run(ctx)
	line.Stop()
	if err := cmp.Or(err, meanwhile.Wait()); err != nil {
		return nil, err
	}
	done.record, done.keeper, done.Kept = pages.record, t.kept, len(pages.kept)
	done.Unread = t.unread
	t.kept.enter(done.record)
	if err := t.data.enter(done.record); err != nil {
		return nil, err
	}
	for _, warning := range done.Hugo.Warnings {
		fmt.Fprintln(b.Log, warning)
	}
	wanted := t.bundles.wanted(filepath.Join(b.Project, "content"))
	if err := wanted.complete(dest, "", pages.keptFolders()); err != nil {
		return nil, err
	}
	if b.Past != nil { // somebody else's templates, perhaps
		if err := wanted.strangers(dest); err != nil {
			return nil, err
		}
	}
	err = errors.Join(addData(dest), addCards(dest), addIndex(dest), t.kept.takeOver(dest), addFiles(dest, t.beside))
	if b.Before.inPlace {
		done.stay = append(pages.takenOver(), t.kept.taken()...)
	}
	return done, err
}

// hugo is the program that renders pages, compiled where it has to be.
func (b *Builder) hugo(ctx context.Context) (string, error) {
	if b.Hugo != "" {
		return b.Hugo, nil
	}
	return hugo.Find(ctx, hugo.Options{Module: mingfa.Files, Out: b.Log})
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
