package build

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"mingfa"
	"mingfa/generator/build/hugo"
	"mingfa/generator/build/layer"
	"mingfa/generator/build/outcome"
)

// Serve previews the site until ctx ends. Hugo watches content/ and layouts/
// by itself; a change in seeds/ is generated anew first.
func (b *Builder) Serve(ctx context.Context, addr string) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	t, err := b.generate(ctx, "")
	if err != nil {
		return err
	}
	t.held.Release()
	bin, err := hugo.Find(ctx, hugo.Options{Module: mingfa.Files, Out: b.Log})
	if err != nil {
		return err
	}
	if err := b.makeWatched(); err != nil {
		return err
	}
	job := b.job("")
	job.Notify = func(m hugo.Message) { fmt.Fprintln(b.Log, m) }
	server, err := hugo.Serve(ctx, bin, job, addr)
	if err != nil {
		return err
	}
	if !hugo.IsPrivate(addr) {
		fmt.Fprintf(b.Out, "提醒：同一网络里的人都能打开 %s，看到还没有公布的内容。只自己看的，不要写 --addr。\n", addr)
	}
	if server.Moved {
		fmt.Fprintf(b.Out, "%s 已被别的程序占用，换了一个端口。\n", server.Asked)
	}
	fmt.Fprintf(b.Out, "请用浏览器打开 %s ，保存文件后页面会自动刷新。按 Ctrl-C 结束。\n", server.URL)

	ended := make(chan error, 2)
	go func() { ended <- server.Wait() }()
	go func() {
		ended <- hugo.Watch(ctx, []string{"seeds"}, func([]string) { b.regenerate(ctx) })
	}()
	return <-ended
}

// makeWatched makes the folders that Hugo looks for the portal's own files in:
// it watches those that are there when it starts.
func (b *Builder) makeWatched() error {
	folders, err := layer.Folders(mingfa.Files)
	if err != nil {
		return err
	}
	for _, folder := range folders {
		if err := os.MkdirAll(filepath.Join(b.Project, filepath.FromSlash(folder)), 0o777); err != nil {
			return err
		}
	}
	return nil
}

// regenerate brings a change of the seeds into the preview. What is wrong with
// it is printed; the preview goes on with what it had.
func (b *Builder) regenerate(ctx context.Context) {
	start := time.Now()
	t, err := b.generate(ctx, "")
	switch {
	case err == nil:
		t.held.Release()
		fmt.Fprintf(b.Out, "%s 已更新：%d 份报告，%d 个数字，用时 %.2f 秒\n",
			start.Format(time.TimeOnly), t.Reports, t.Figures, time.Since(start).Seconds())
	case errors.Is(err, outcome.ErrFindings) || ctx.Err() != nil:
	default:
		fmt.Fprintf(b.Log, "错误：%s\n", outcome.Message(err))
	}
}
