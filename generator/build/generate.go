package build

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"golang.org/x/sync/errgroup"

	"mingfa"
	"mingfa/generator/build/layer"
	"mingfa/generator/build/lock"
	"mingfa/generator/build/outcome"
	"mingfa/generator/build/progress"
	"mingfa/generator/build/revision"
	"mingfa/generator/check/tell"
	"mingfa/generator/report"
	"mingfa/generator/seeds"
)

// sources are the paths whose changes change the site.
var sources = []string{"seeds", "content", "layouts", "static", "hugo.toml", "generator", "go.mod"}

// generate reads the seeds and writes what Hugo renders. What Hugo has no use for is
// put beside that in dest: the open data, and the search index, which is finished
// while Hugo renders. In a preview, where dest is "", the index is written for Hugo to
// serve, and the open data is not. No other run writes into content/ until the caller
// releases what the tally holds.
func (b *Builder) generate(ctx context.Context, dest string) (done *tally, err error) {
	if err := b.readable(); err != nil {
		return nil, err
	}
	kept, err := b.newKeeper(dest) // before anything is read
	if err != nil {
		return nil, err
	}
	given, err := b.given(ctx)
	if err != nil {
		return nil, err
	}
	rev := b.askRevision(ctx)
	held, err := lock.Acquire(ctx, filepath.Join(b.Project, ".mingfa", "content.lock"), func() { fmt.Fprintln(b.Log, "另一个生成正在进行，等它结束……") })
	if err != nil {
		return nil, err
	}
	defer func() {
		if done == nil {
			held.Release()
		}
	}()
	if b.layers, err = layer.Under(b.Project, mingfa.Files); err != nil {
		return nil, err
	}
	p, reports, err := b.newPipeline(dest, given, kept)
	if err != nil {
		return nil, err
	}
	defer p.data.close()
	defer func() {
		if done == nil || dest == "" {
			p.closeSpool()
		}
	}()
	line := progress.Count(b.Log, "已读", "份", reports)
	t, err := p.generate(ctx, rev, line)
	line.Stop()
	if err != nil {
		return nil, err
	}
	if kept != nil {
		if now, err := b.sumOfLists(); err != nil || now != kept.lists {
			kept.forget()
		}
	}
	t.add(given.findings)
	if t.errors > 0 {
		return nil, b.refuseAll(t)
	}
	t.left, t.held, t.closeSpool, t.data = given.left, held, p.closeSpool, p.data
	return t, nil
}

// given is what a portal has beside its reports.
type given struct {
	portal   *seeds.Portal
	reader   *reader // by the portal's lists of words
	findings []report.Finding
	left     []LeftOut
}

// given reads what the portal has beside its reports. Errors in it are printed, before a report is
// read by words that are not the portal's.
func (b *Builder) given(ctx context.Context) (*given, error) {
	var rd *reader
	var ofLists []report.Finding
	var lists errgroup.Group
	lists.Go(func() error { // takes as long as a few reports
		return outcome.Guard("读取 seeds/ 里的词表", func() (err error) {
			rd, ofLists, err = newReader(b.seeds(), nil)
			return err
		})
	})
	portal, findings, err := b.load()
	if err := cmp.Or(err, lists.Wait()); err != nil {
		return nil, err
	}
	findings = append(findings, shorten(b.Project, ofLists)...)
	without := leaver{Builder: b, portal: portal}
	if b.KeepGoing && portal != nil {
		findings = without.byFolder(findings)
	}
	if report.Failed(findings) {
		return nil, b.Refuse(findings)
	}
	if b.Adapt != nil {
		if err := b.Adapt(portal); err != nil {
			return nil, err
		}
	}
	portal.Site.KeepOriginal = portal.Site.KeepOriginal || b.KeepOriginal
	b.domain = cmp.Or(portal.Site.Domain, "/")
	rd.project, rd.catalogue, rd.today = b.Project, portal.Catalogue, b.today()
	if b.KeepGoing {
		if err := without.byText(ctx, rd); err != nil {
			return nil, err
		}
		if err := without.close(); err != nil {
			return nil, err
		}
	}
	return &given{portal, rd, findings, without.left}, nil
}

// askRevision asks git, which takes a while in a large tree, which commit the files are at.
func (b *Builder) askRevision(ctx context.Context) <-chan revision.Revision {
	rev := make(chan revision.Revision, 1)
	go func() {
		if of := cmp.Or(b.Revision, b.seen); of != nil {
			rev <- *of
			return
		}
		rev <- revision.Of(ctx, b.Project, sources...)
	}()
	return rev
}

// newPipeline makes ready for the reports, and says how many there are.
func (b *Builder) newPipeline(dest string, given *given, kept *keeper) (p *pipeline, reports int, err error) {
	p = &pipeline{project: b.Project, portal: given.portal, reader: given.reader, past: b.Past, part: b.share != nil, kept: kept}
	reports = CountReports(given.portal)
	if b.share != nil {
		if p.reader.only, reports, err = chosen(*b.share, given.portal); err != nil {
			return nil, 0, err
		}
	}
	if dest != "" {
		p.search = kept.writer(indexWriter(dest))
		p.cards = p.search
	}
	if p.spool, err = os.Create(filepath.Join(b.Project, ".mingfa", "search.spool")); err != nil {
		return nil, 0, err
	}
	if p.data, err = b.newOpenData(dest, given.portal); err != nil {
		p.closeSpool()
		return nil, 0, err
	}
	return p, reports, nil
}

// refuseAll prints the errors of a run that found more than it lists, and ends it.
func (b *Builder) refuseAll(t *tally) error {
	if left := t.errors - len(t.faults); left > 0 {
		defer fmt.Fprintf(b.Log, "还有 %d 处错误没有列出；改好上面的以后，用 %s check 可以看到全部。\n", left, b.Program)
	}
	return b.Refuse(t.faults)
}

// load is Load, but for a build that goes on without what has errors: that one is
// given all findings.
func (b *Builder) load() (*seeds.Portal, []report.Finding, error) {
	if b.KeepGoing {
		return b.read()
	}
	return b.Load()
}

// Load reads what seeds/ holds. Its warnings come back; errors are printed.
func (b *Builder) Load() (*seeds.Portal, []report.Finding, error) {
	portal, findings, err := b.read()
	if err != nil {
		return nil, nil, err
	}
	if report.Failed(findings) {
		return nil, nil, b.Refuse(findings)
	}
	return portal, findings, nil
}

// read is Load without a word about findings; a nil portal comes with at least
// one of severity error.
func (b *Builder) read() (*seeds.Portal, []report.Finding, error) {
	portal, findings, err := seeds.Load(b.seeds())
	shorten(b.Project, findings)
	if errors.Is(err, seeds.ErrNoSeeds) {
		err = fmt.Errorf("%w。请先进入网站的文件夹（里面有 seeds/）再运行；还没有网站时，用 %s init 文件夹 新建一个", err, b.Program)
	}
	return portal, findings, err
}

// seeds is the folder that the portal is read from.
func (b *Builder) seeds() string { return filepath.Join(b.Project, "seeds") }

// Refuse prints findings and ends the run.
func (b *Builder) Refuse(findings []report.Finding) error {
	_ = tell.Print(b.Log, findings, Terminal(b.Log, b.Project))
	fmt.Fprintln(b.Log, b.Kept)
	return outcome.ErrFindings
}

// Terminal is how findings look on w: in colour and as wide as the terminal, if
// it is one. The colours are by the words of the project.
func Terminal(w io.Writer, project string) tell.Options {
	opt := tell.Options{Color: progress.Color(w), Width: progress.Width(w)}
	if opt.Color {
		opt.Words, _, _ = readLexicon(filepath.Join(project, "seeds")) // nil, or the built-in one, where it is at fault
	}
	return opt
}
