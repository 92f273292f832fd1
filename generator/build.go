package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"mingfa"
	"mingfa/generator/build/hugo"
	"mingfa/generator/build/layer"
	"mingfa/generator/build/lock"
	"mingfa/generator/build/progress"
	"mingfa/generator/build/revision"
	"mingfa/generator/build/tree"
	"mingfa/generator/check/tell"
	"mingfa/generator/report"
	"mingfa/generator/seeds"
	"mingfa/generator/site"
	"mingfa/generator/site/search"
)

// sources are the paths whose changes change the site.
var sources = []string{"seeds", "content", "layouts", "static", "hugo.toml", "generator", "go.mod"}

func newBuild() *cobra.Command {
	b := builder{project: "."}
	cmd := &cobra.Command{
		Use:     "build",
		Short:   "读取 seeds/，生成网站到 public/",
		Long:    "读取 seeds/ 里的全部报告，生成网站到 public/。\n\n内容有错误时只报告错误，原来的网站原样不动。",
		Example: "  mingfa build\n  mingfa build --to /srv/www/mingfa",
		Args:    files(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			b.out, b.log = cmd.OutOrStdout(), cmd.ErrOrStderr()
			b.kept = fmt.Sprintf("没有生成网站，%s 里原来的内容没有改动。", b.dest)
			done, err := b.build(cmd.Context())
			if err != nil {
				return err
			}
			done.print(b.out, b.dest)
			return nil
		},
	}
	cmd.Flags().StringVar(&b.dest, "to", "public", "网站写到哪个文件夹")
	return cmd
}

// builder makes the site of one project.
type builder struct {
	project, dest string
	out, log      io.Writer // for what was done; for what is being done and what is wrong
	kept          string    // what to tell when findings end the run
	layers        []string  // Hugo's configuration files before the portal's own; set by generate

	// Of a release; the zero values stand for a build of the folder as it is.
	revision *revision.Revision                     // of what was taken out of git
	first    func(body *site.Body, year int) string // the day a report was first published
	config   []string                               // of Hugo, beside the project's, which they win over
	adapt    func(*seeds.Portal) error              // changes what seeds/ says of the portal
	hugo     string                                 // the program
}

// built is what a build did and how long its parts took.
type built struct {
	tally   *tally
	site    tree.Stats
	hugo    hugo.Result
	sync    time.Duration // moving the rendered site to its place
	elapsed time.Duration
}

// build takes the project from seeds to site. Findings of severity error are
// printed and give errFindings; the site is then left as it was.
func (b *builder) build(ctx context.Context) (*built, error) {
	start := time.Now()
	stage, err := tree.Stage(ctx, b.project, b.dest, func() { fmt.Fprintln(b.log, "另一个生成正在进行，等它结束……") })
	if err != nil {
		return nil, err
	}
	defer stage.Close()
	done, err := b.render(ctx, stage.Path())
	if err != nil {
		return nil, err
	}
	moved := time.Now()
	if done.site, err = stage.Sync(ctx); err != nil {
		return nil, err
	}
	done.sync, done.elapsed = time.Since(moved), time.Since(start)
	return done, nil
}

// render takes the project from seeds to the site's files in the empty folder
// dest.
func (b *builder) render(ctx context.Context, dest string) (*built, error) {
	done := &built{}
	var err error
	if done.tally, err = b.generate(ctx, indexWriter(dest)); err != nil {
		return nil, err
	}
	bin := b.hugo
	if bin == "" {
		if bin, err = hugo.Find(ctx, hugo.Options{Module: mingfa.Files, Out: b.log}); err != nil {
			return nil, err
		}
	}
	line := progress.Elapsed(b.log, "正在生成网页")
	var meanwhile errgroup.Group // Hugo leaves some of the machine unused
	meanwhile.Go(done.tally.index.Finish)
	done.hugo, err = hugo.Render(ctx, bin, b.job(dest))
	line.Stop()
	if err := cmp.Or(err, meanwhile.Wait()); err != nil {
		return nil, err
	}
	for _, warning := range done.hugo.Warnings {
		fmt.Fprintln(b.log, warning)
	}
	return done, errors.Join(addIndex(dest), addFiles(dest, done.tally.beside))
}

func (b *builder) job(dest string) hugo.Job {
	return hugo.Job{
		Project:     b.project,
		Config:      slices.Concat(b.layers, []string{filepath.Join(b.project, configPath)}, b.config),
		Destination: dest,
		Work:        filepath.Join(b.project, ".mingfa"),
		Theme:       layer.Folder,
	}
}

// generate reads the seeds and writes what Hugo renders. The search index, which
// Hugo has no use for, is written by index, and finished while Hugo renders; where
// index is nil, it is written for Hugo to serve.
func (b *builder) generate(ctx context.Context, index search.Write) (*tally, error) {
	var rd *reader
	var more []report.Finding
	var phrases errgroup.Group
	phrases.Go(func() (err error) { // takes as long as a few reports
		rd, more, err = newReader(filepath.Join(b.project, "seeds"), nil)
		return err
	})
	portal, findings, err := b.load()
	if err := cmp.Or(err, phrases.Wait()); err != nil {
		return nil, err
	}
	if b.adapt != nil {
		if err := b.adapt(portal); err != nil {
			return nil, err
		}
	}
	rd.project, rd.catalogue = b.project, portal.Catalogue
	findings = append(findings, shorten(b.project, more)...)
	rev := make(chan revision.Revision, 1) // asking git takes a while in a large tree
	go func() {
		if b.revision != nil {
			rev <- *b.revision
			return
		}
		rev <- revision.Of(ctx, b.project, sources...)
	}()
	held, err := lock.Acquire(ctx, filepath.Join(b.project, ".mingfa", "content.lock"), nil)
	if err != nil {
		return nil, err
	}
	defer held.Release()
	if b.layers, err = layer.Under(b.project, mingfa.Files); err != nil {
		return nil, err
	}
	line := progress.Count(b.log, "已读", "份", countReports(portal))
	p := pipeline{project: b.project, portal: portal, reader: rd, first: b.first, search: index}
	t, err := p.generate(ctx, rev, line)
	line.Stop()
	if err != nil {
		return nil, err
	}
	t.add(findings)
	if t.errors > 0 {
		return nil, b.refuse(t.faults)
	}
	return t, nil
}

// load reads what seeds/ holds. Its warnings come back; errors are printed.
func (b *builder) load() (*seeds.Portal, []report.Finding, error) {
	portal, findings, err := b.read()
	if err != nil {
		return nil, nil, err
	}
	if report.Failed(findings) {
		return nil, nil, b.refuse(findings)
	}
	return portal, findings, nil
}

// read is load without a word about findings; a nil portal comes with at least
// one of severity error.
func (b *builder) read() (*seeds.Portal, []report.Finding, error) {
	portal, findings, err := seeds.Load(filepath.Join(b.project, "seeds"))
	shorten(b.project, findings)
	if errors.Is(err, seeds.ErrNoSeeds) {
		err = fmt.Errorf("%w。请先进入网站的文件夹（里面有 seeds/）再运行；还没有网站时，用 %s init 文件夹 新建一个", err, invoked)
	}
	return portal, findings, err
}

// refuse prints findings and ends the build.
func (b *builder) refuse(findings []report.Finding) error {
	tell.Print(b.log, findings, terminal(b.log))
	fmt.Fprintln(b.log, b.kept)
	return errFindings
}

// terminal is how findings look on w: in colour and as wide as the terminal, if it is
// one.
func terminal(w io.Writer) tell.Options {
	return tell.Options{Color: progress.Color(w), Width: progress.Width(w)}
}

// print tells what was read, found and written, and how to look at it.
func (d *built) print(w io.Writer, dest string) {
	t := d.tally
	fmt.Fprintf(w, "读取  %d 个单位的 %d 份报告\n", t.bodies, t.reports)
	fmt.Fprintf(w, "找到  %d 个数字，其中 %d 个对应指标；%d 个标题，%d 处引用\n", t.figures, t.known, t.headings, t.citations)
	if t.warnings > 0 {
		fmt.Fprintf(w, "提示  %d 处请留意，不影响发布；逐条查看：%s check\n", t.warnings, invoked)
	}
	fmt.Fprintf(w, "写出  %s：新写 %d 个文件，未变 %d 个，删去 %d 个；用时 %.2f 秒\n",
		filepath.ToSlash(dest)+"/", d.site.Written, d.site.Unchanged, d.site.Removed, d.elapsed.Seconds())
	fmt.Fprintf(w, "查看  %s serve，然后用浏览器打开它给出的地址\n", invoked)
}
