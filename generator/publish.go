package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"mingfa"
	"mingfa/generator/build/hugo"
	"mingfa/generator/build/progress"
	"mingfa/generator/build/revision"
	"mingfa/generator/publish/checkout"
	"mingfa/generator/publish/release"
	"mingfa/generator/seeds"
	"mingfa/generator/site"
)

func newPublish() *cobra.Command {
	p := publisher{repo: checkout.Repo{Dir: "."}, commit: "HEAD"}
	to, key, keep := "", "", 0
	cmd := &cobra.Command{
		Use:   "publish --to 文件夹",
		Short: "生成网站并发布：新网站整个做好以后，一次换上",
		Long: `把当前提交（HEAD）的内容生成网站，发布到一个文件夹：

  <文件夹>/current        现在的网站，让网站服务器指向它
  <文件夹>/releases/…     每次发布各一份，可以退回

新网站整个做好以后才一次换上，读者不会看到一半新一半旧。还没有提交的改动不会发布。
内容有错误、磁盘已满或中途断电，原来的网站都原样不动。`,
		Example: "  mingfa publish --to /srv/mingfa\n  mingfa publish --to /srv/mingfa --sign-key /etc/mingfa/key",
		Args:    files(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			p.out, p.log = cmd.OutOrStdout(), cmd.ErrOrStderr()
			if p.store, err = openStore(to, keep); err != nil {
				return err
			}
			if key != "" {
				if p.key, err = release.LoadKey(key); err != nil {
					return err
				}
			}
			return p.publish(cmd.Context())
		},
	}
	cmd.Flags().StringVar(&to, "to", "", "发布到哪个文件夹")
	cmd.Flags().StringVar(&key, "sign-key", "", "给清单签名的 SSH 私钥文件；不写就不签名")
	cmd.Flags().IntVar(&keep, "keep", release.Kept, "保留最近几次发布")
	return cmd
}

// openStore is the store that --to names.
func openStore(dir string, keep int) (*release.Store, error) {
	switch {
	case dir == "":
		return nil, errors.New("请用 --to 写明发布的文件夹，如 --to /srv/mingfa")
	case keep < 0:
		return nil, fmt.Errorf("保留的份数不能是 %d", keep)
	}
	if _, err := os.Stat(filepath.Join(dir, "hugo.toml")); err == nil {
		return nil, fmt.Errorf("%s 是项目文件夹，不能发布到这里。请换一个文件夹，如 /srv/mingfa", dir)
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(filepath.Join(abs, "index.html")); err == nil || isOwnSite(abs) {
		return nil, fmt.Errorf("%s 是 build 生成网站的地方，不能也用来发布。请换一个文件夹，如 /srv/mingfa/site", dir)
	}
	return release.Open(dir, keep)
}

// isOwnSite reports whether a folder is the one that build owns and empties of
// what it does not know: public of a portal.
func isOwnSite(dir string) bool {
	_, err := os.Stat(filepath.Join(filepath.Dir(dir), "seeds"))
	return err == nil && filepath.Base(dir) == "public"
}

// publisher makes releases of the commits of a repository.
type publisher struct {
	repo     checkout.Repo
	commit   string // a name: HEAD, a branch
	store    *release.Store
	key      *release.Key // nil: unsigned
	out, log io.Writer

	pushed  bool     // the commit is somebody else's, who watches
	preview *preview // where it is no release of the live site
	domain  string   // the address of the site, once it was read; "/" where it states none
}

// errLive says that there is nothing to do.
var errLive = errors.New("这个提交已经发布了")

// publish makes the site of the commit and puts it in the place of the live
// one. Findings of severity error are printed and give errFindings.
func (p *publisher) publish(ctx context.Context) error {
	start := time.Now()
	var commit checkout.Commit
	draft, err := p.store.Begin(ctx, func() (hash string, err error) {
		commit, err = p.resolve(ctx)
		return commit.Hash, err
	}, func() { fmt.Fprintln(p.log, "另一次发布正在进行，等它结束……") })
	if err != nil {
		return err
	}
	defer draft.Close()
	b := &builder{project: p.repo.Dir, out: p.out, log: p.log, kept: "没有发布，现在的网站没有改动。"}
	sources, err := p.prepare(ctx, b, commit, draft)
	if err != nil {
		return err
	}
	stop := p.heartbeat("正在读取报告、生成网页")
	done, err := b.render(ctx, draft.Path())
	stop()
	if err != nil {
		return err
	}
	in := release.Input{
		Commit: commit.Hash, Committed: commit.Time, Generator: thisVersion(), Hugo: hugo.Version(b.hugo), Sources: sources, Key: p.key,
	}
	if p.preview != nil {
		in.Preview = p.preview.branch
	} else {
		slices.SortFunc(done.tally.released, func(a, b release.Report) int { return cmp.Compare(a.Key, b.Key) })
		draft.Update(done.tally.released)
	}
	stop = p.heartbeat("正在压缩文件、写清单")
	result, err := draft.Publish(ctx, in)
	stop()
	if err != nil {
		return err
	}
	p.print(done, result, time.Since(start))
	return nil
}

// resolve finds the commit to release; none outside of git. errLive says that a
// pushed one is live already.
func (p *publisher) resolve(ctx context.Context) (checkout.Commit, error) {
	commit, err := p.repo.Resolve(ctx, p.commit)
	if errors.Is(err, checkout.ErrNoRepository) && !p.pushed {
		return checkout.Commit{}, nil
	}
	if err != nil || !p.pushed {
		return commit, err
	}
	live, err := p.store.Live()
	if err != nil || live == "" {
		return commit, err
	}
	if m, err := release.ReadManifest(p.store.Path(live)); err == nil && m.Commit == commit.Hash {
		return commit, errLive
	}
	return commit, nil
}

// prepare readies the builder for a commit, or, outside of git, for the folder
// as it is. It gives the hashes of what the site is made from.
func (p *publisher) prepare(ctx context.Context, b *builder, commit checkout.Commit, draft *release.Draft) (map[string]string, error) {
	var err error
	if b.hugo, err = hugo.Find(ctx, hugo.Options{Module: mingfa.Files, Out: p.log}); err != nil {
		return nil, err
	}
	locked, err := lockedConfig(draft.Work())
	if err != nil {
		return nil, err
	}
	b.config = append(b.config, locked)
	record, today := draft.Record(), draft.Today()
	if p.preview != nil {
		record, today = p.preview.record, ""
	}
	b.first = func(body *site.Body, year int) string { return record.Day(today, recordKeys(body, year)...) }
	b.adapt = func(portal *seeds.Portal) error {
		if p.preview != nil {
			if err := p.preview.adapt(b, portal, draft.Work()); err != nil {
				return err
			}
		}
		p.domain = cmp.Or(portal.Site.Domain, "/")
		return nil
	}
	if commit.Hash == "" {
		b.revision = &revision.Revision{}
		return sumSources(ctx, p.repo.Dir)
	}
	if !p.pushed && p.repo.Changed(ctx, published...) {
		fmt.Fprintln(p.log, "提醒：有改动还没有提交，这次发布的是已经提交的内容。")
	}
	b.project = filepath.Join(draft.Work(), "project")
	b.revision = &revision.Revision{Commit: commit.Hash, Time: commit.Time}
	return takeOut(ctx, &p.repo, commit, b.project)
}

// beat is how often a pusher is told that the work goes on.
const beat = 10 * time.Second

// heartbeat tells a pusher what is being done, and that it goes on: git shows
// each line as it comes. On a terminal the work shows its own progress.
func (p *publisher) heartbeat(doing string) (stop func()) {
	if !p.pushed {
		return func() {}
	}
	fmt.Fprintln(p.log, doing+"……")
	return progress.Every(beat, func(elapsed time.Duration) { fmt.Fprintf(p.log, "%s，已用 %s\n", doing, progress.Spell(elapsed)) })
}

func (p *publisher) print(done *built, result *release.Published, took time.Duration) {
	for _, n := range result.Notices {
		fmt.Fprintln(p.log, "提醒："+n.String())
	}
	t := done.tally
	fmt.Fprintf(p.out, "读取  %d 个单位的 %d 份报告，%d 个数字\n", t.bodies, t.reports, t.figures)
	if t.warnings > 0 {
		fmt.Fprintf(p.out, "提示  %d 处请留意，不影响发布\n", t.warnings)
	}
	fmt.Fprintf(p.out, "发布  %s：%d 个文件，其中 %d 个与上次相同；用时 %.2f 秒\n", result.ID, result.Files, result.Linked, took.Seconds())
	fmt.Fprintf(p.out, "网站  %s\n", filepath.ToSlash(p.store.Current()))
}
