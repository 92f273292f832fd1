package push

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"mingfa"
	"mingfa/generator/build"
	"mingfa/generator/build/hugo"
	"mingfa/generator/build/outcome"
	"mingfa/generator/build/scratch"
	"mingfa/generator/check/tell"
	"mingfa/generator/publish"
	"mingfa/generator/publish/checkout"
	"mingfa/generator/publish/guard"
	"mingfa/generator/report"
)

// gate says whether a commit may be accepted: it is taken out into a folder
// that is removed again, and what it changes on base is checked; everything for
// base "". What is wrong is printed and gives outcome.ErrFindings.
func (r *Receiver) gate(ctx context.Context, commit, base string) error {
	taken, err := scratch.New("push")
	if err != nil {
		return err
	}
	defer taken.Close()
	dir := taken.Path
	c := &changes{all: true, site: true}
	m := &moves{}
	if base != "" {
		changed, err := r.repo.Compare(ctx, base, commit, publish.Sources...)
		if err != nil {
			return err
		}
		paths := make([]string, len(changed))
		for i, one := range changed {
			paths[i] = one.Path
		}
		c, m = changesOf(paths), movesOf(changed)
	}
	about, err := r.repo.Resolve(ctx, commit)
	if err != nil {
		return err
	}
	if err := publish.CheckClock(about, time.Now()); err != nil {
		fmt.Fprintf(r.log, "错误：%s\n%s\n", err, kept)
		return outcome.ErrFindings
	}
	if _, err := publish.TakeOut(ctx, &r.repo, checkout.Commit{Hash: commit}, dir); err != nil {
		return r.refused(err)
	}
	findings, err := guard.Check(dir)
	if err != nil {
		return err
	}
	b := &build.Builder{Project: dir, Program: program, Out: r.out, Log: r.log, Kept: kept}
	if report.Failed(findings) {
		return b.Refuse(findings)
	}
	if err := r.check(ctx, b, c, m); err != nil || !c.site {
		return err
	}
	return r.tryRendering(ctx, b)
}

// refused tells of a commit that holds what cannot be taken out.
func (r *Receiver) refused(err error) error {
	var refused *checkout.Refused
	if !errors.As(err, &refused) {
		return err
	}
	fmt.Fprintf(r.log, "错误：%s\n%s\n", refused, kept)
	return outcome.ErrFindings
}

// check reads and checks the reports concerned.
func (r *Receiver) check(ctx context.Context, b *build.Builder, c *changes, m *moves) error {
	portal, findings, err := b.Load()
	if err != nil {
		return err
	}
	pending, err := publish.NewPending(r.store, b.Project)
	if err != nil {
		return err
	}
	b.Past = pending
	part, concerned := c.portal(portal)
	fmt.Fprintf(r.log, "检查推送的内容：共 %d 份报告，要检查 %d 份……\n", build.CountReports(portal), concerned)
	var found []report.Finding
	lists, err := b.CheckReports(ctx, part, func(body, entry int, of []report.Finding) {
		if b := part.Bodies[body]; c.concerns(b.Slug, b.Entries[entry].Year) {
			found = append(found, of...)
		}
	})
	if err != nil {
		return err
	}
	b.Past = nil
	if unnamed := m.unnamed(portal); len(unnamed) > 0 { // what was renamed is not taken down
		found = append(found, unnamed...)
	} else if _, err := pending.Gone(build.StandingOf(portal)); err != nil {
		return err
	}
	found = slices.Concat(found, lists, findings, pending.Findings())
	failed := report.Failed(found)
	shown, left := few(found)
	if left > 0 {
		defer fmt.Fprintf(r.log, "还有 %d 处没有列出；在自己的电脑上运行 mingfa check 可以看到全部。\n", left)
	}
	switch {
	case failed:
		return b.Refuse(shown)
	case len(shown) > 0:
		return tell.Print(r.log, shown, tell.Options{})
	}
	return nil
}

// mostWarnings bounds how many warnings a pusher is shown; a first push may
// bring a thousand reports.
const mostWarnings = 30

// few is as many findings as a pusher can read, in their order, and how many are
// left out. Warnings never crowd out errors: each kind has its own bound.
func few(found []report.Finding) (shown []report.Finding, left int) {
	faults, warnings := 0, 0
	for _, f := range found {
		switch {
		case f.Severity == report.Error && faults < build.MostErrors:
			faults++
			shown = append(shown, f)
		case f.Severity != report.Error && warnings < mostWarnings:
			warnings++
			shown = append(shown, f)
		}
	}
	return shown, len(found) - len(shown)
}

// tryRendering has Hugo render the site, since what was pushed may be a
// template that it cannot.
func (r *Receiver) tryRendering(ctx context.Context, b *build.Builder) error {
	var err error
	if b.Hugo, err = hugo.Find(ctx, hugo.Options{Module: mingfa.Files, Out: r.log}); err != nil {
		return err
	}
	locked, err := publish.LockedConfig(b.Project)
	if err != nil {
		return err
	}
	b.Config = append(b.Config, locked)
	b.Past = publish.NoPast()
	fmt.Fprintln(r.log, "网站的设置或模板有改动，试着生成网页……")
	_, err = b.Render(ctx, filepath.Join(b.Project, "public"))
	var failure *hugo.Failure
	if errors.As(err, &failure) {
		fmt.Fprintf(r.log, "错误：%s\n在自己的电脑上运行 mingfa build，能看到同样的错误和 Hugo 的原话。\n%s\n", outcome.Message(failure), kept)
		return outcome.ErrFindings
	}
	return err
}
