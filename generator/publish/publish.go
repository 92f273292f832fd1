// Package publish takes a commit to the live site: what the site is made from is
// taken out of git, built (package build), and put in the place of the site
// before (package release), or shown at an address of its own as a preview. It
// also verifies a site that was published.
//
//	checkout -> guard -> build -> release
//
// Package push does the same for what clerks push, between hooks of git.
package publish

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"time"

	"mingfa"
	"mingfa/generator/build"
	"mingfa/generator/build/hugo"
	"mingfa/generator/build/progress"
	"mingfa/generator/build/revision"
	"mingfa/generator/check/tell"
	"mingfa/generator/publish/checkout"
	"mingfa/generator/publish/guard"
	"mingfa/generator/publish/release"
	"mingfa/generator/report"
	"mingfa/generator/seeds"
)

// Publisher makes releases of the commits of a repository.
type Publisher struct {
	Repo     checkout.Repo
	Commit   string // a name: HEAD, a branch
	Branch   string // for the manifest; "" where it is not known
	Store    *release.Store
	Key      *release.Key // nil: unsigned
	Program  string       // the command as it was started, for messages that say what to type next
	Out, Log io.Writer

	KeepOriginal bool // Word files are offered with all that they tell of their writers, whatever site.toml says

	Pushed  bool     // the commit is somebody else's, who watches
	Preview *Preview // where it is no release of the live site

	// Domain is the address of the site, known once the site was made; "/" where
	// it states none.
	Domain string

	past *past
	done *build.Result
}

// ErrLive says that there is nothing to do.
var ErrLive = errors.New("这个提交已经发布了")

// Publish makes the site of the commit and puts it in the place of the live
// one. Findings of severity error are printed and give outcome.ErrFindings.
func (p *Publisher) Publish(ctx context.Context) error {
	start := time.Now()
	var commit checkout.Commit
	draft, err := p.Store.Begin(ctx, func() (hash string, err error) {
		commit, err = p.resolve(ctx)
		return commit.Hash, err
	}, func() { fmt.Fprintln(p.Log, "另一次发布正在进行，等它结束……") })
	if err != nil {
		return err
	}
	defer draft.Close()
	if err := CheckClock(commit, time.Now()); err != nil {
		return err
	}
	b := &build.Builder{Project: p.Repo.Dir, Program: p.Program, Out: p.Out, Log: p.Log, Kept: "没有发布，现在的网站没有改动。", KeepOriginal: p.KeepOriginal}
	sources, err := p.prepare(ctx, b, commit, draft)
	if err != nil {
		return err
	}
	if p.Preview == nil {
		b.Before = build.Before{Site: draft.Before(), Record: p.Store.Built(), Vouch: draft.Vouch}
	}
	stop := p.heartbeat("正在读取报告、生成网页")
	done, err := b.Render(ctx, draft.Path())
	p.done = done
	stop()
	if err != nil {
		return err
	}
	in := release.Input{
		Commit: commit.Hash, Committed: commit.Time, Generator: build.Version(), Hugo: hugo.Version(b.Hugo), Sources: read(sources), Key: p.Key,
		Branch: p.Branch,
	}
	if p.Preview != nil {
		in.Preview, in.Branch = true, p.Preview.branch
	} else {
		draft.Update(released(done.Issued, p.past))
		draft.Withdraw(p.past.gone)
	}
	stop = p.heartbeat("正在压缩文件、写清单")
	result, err := draft.Publish(ctx, in)
	stop()
	if err != nil {
		return err
	}
	if p.Preview == nil {
		// Without it the next release takes longer, and is the same.
		_ = done.Remember(build.Before{Site: p.Store.Path(result.ID), Record: p.Store.Built()})
	}
	if found := p.past.Findings(); len(found) > 0 && !p.Pushed { // a pusher was told before the push was accepted
		// The release is live: that nobody can be told of reasons does not undo it.
		_ = tell.Print(p.Log, found, build.Terminal(p.Log, b.Project))
	}
	p.print(done, result, time.Since(start))
	return nil
}

// resolve finds the commit to release; none outside of git. ErrLive says that a
// pushed one is live already.
func (p *Publisher) resolve(ctx context.Context) (checkout.Commit, error) {
	commit, err := p.Repo.Resolve(ctx, p.Commit)
	if errors.Is(err, checkout.ErrNoRepository) && !p.Pushed {
		return checkout.Commit{}, nil
	}
	if err != nil || !p.Pushed {
		return commit, err
	}
	live, err := p.Store.Live()
	if err != nil || live == "" {
		return commit, err
	}
	if m, err := release.ReadManifest(p.Store.Path(live)); err == nil && m.Commit == commit.Hash {
		return commit, ErrLive
	}
	return commit, nil
}

// prepare readies the builder for a commit, or, outside of git, for the folder
// as it is. It gives the hashes of what the site is made from.
func (p *Publisher) prepare(ctx context.Context, b *build.Builder, commit checkout.Commit, draft *release.Draft) (map[string]string, error) {
	var err error
	if b.Hugo, err = hugo.Find(ctx, hugo.Options{Module: mingfa.Files, Out: p.Log}); err != nil {
		return nil, err
	}
	locked, err := LockedConfig(draft.Work())
	if err != nil {
		return nil, err
	}
	b.Config = append(b.Config, locked)
	p.past = newPast(draft.Record(), p.Store, draft.Today(), commit.Hash, draft.Work())
	if p.Preview != nil {
		p.past = recorded(p.Preview.record)
	}
	b.Past = p.past
	b.Adapt = func(portal *seeds.Portal) error {
		if p.Preview != nil {
			if err := p.Preview.adapt(b, portal, draft.Work()); err != nil {
				return err
			}
		}
		p.Domain = cmp.Or(portal.Site.Domain, "/")
		return nil
	}
	if commit.Hash == "" {
		b.Revision = &revision.Revision{}
		if err := guarded(b); err != nil {
			return nil, err
		}
		return sumSources(ctx, p.Repo.Dir)
	}
	if !p.Pushed && p.Repo.Changed(ctx, Sources...) {
		fmt.Fprintln(p.Log, "提醒：有改动还没有提交，这次发布的是已经提交的内容。")
	}
	b.Project = filepath.Join(draft.Work(), "project")
	b.Revision = &revision.Revision{Commit: commit.Hash, Time: commit.Time}
	sources, err := TakeOut(ctx, &p.Repo, commit, b.Project)
	if err == nil {
		err = guarded(b)
	}
	return sources, err
}

// guarded looks at what Hugo will be given, as a push is looked at before it is
// accepted: a commit may have come into the repository another way.
func guarded(b *build.Builder) error {
	findings, err := guard.Check(b.Project)
	if err == nil && report.Failed(findings) {
		err = b.Refuse(findings)
	}
	return err
}

// beat is how often a pusher is told that the work goes on.
const beat = 10 * time.Second

// heartbeat tells a pusher what is being done, and that it goes on: git shows
// each line as it comes. On a terminal the work shows its own progress.
func (p *Publisher) heartbeat(doing string) (stop func()) {
	if !p.Pushed {
		return func() {}
	}
	fmt.Fprintln(p.Log, doing+"……")
	return progress.Every(beat, func(elapsed time.Duration) { fmt.Fprintf(p.Log, "%s，已用 %s\n", doing, progress.Spell(elapsed)) })
}

func (p *Publisher) print(done *build.Result, result *release.Published, took time.Duration) {
	for _, n := range result.Notices {
		fmt.Fprintln(p.Log, "提醒："+n.String())
	}
	fmt.Fprintf(p.Out, "读取  %d 个单位的 %d 份报告，%d 个数字\n", done.Bodies, done.Reports, done.Figures)
	if done.Warnings > 0 {
		fmt.Fprintf(p.Out, "提示  %d 处请留意，不影响发布\n", done.Warnings)
	}
	made := "发布"
	if p.Preview != nil {
		made = "生成" // what is only shown to colleagues is not published
	}
	fmt.Fprintf(p.Out, "%s  %s：%d 个文件，其中 %d 个与上次相同；用时 %.2f 秒\n", made, result.ID, result.Files, result.Linked, took.Seconds())
	if p.Pushed { // whoever pushes knows the site by its address, and not by its folder
		return
	}
	fmt.Fprintf(p.Out, "网站  %s\n", filepath.ToSlash(p.Store.Current()))
}
