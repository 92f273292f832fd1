// Package push stands on the server of a portal, between the hooks of git: it
// checks what is pushed before git accepts it (gate.go), and makes the site of it
// after.
package push

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"mingfa/generator/build/outcome"
	"mingfa/generator/build/progress"
	"mingfa/generator/escape"
	"mingfa/generator/publish"
	"mingfa/generator/publish/checkout"
	"mingfa/generator/publish/hooks"
	"mingfa/generator/publish/release"
)

const (
	// longest bounds what a push can make the server do. Templates are programs:
	// one may never end.
	longest = 30 * time.Minute
	// mostPreviews bounds how many branches are shown at a time.
	mostPreviews = 50
	// program is what a pusher types on a machine of his, not what the server runs.
	program = "mingfa"
	// kept is the last line of what a pusher reads whose push is refused.
	kept = "推送没有接受，现在的网站没有改动。请改正后重新提交、推送。"
)

// Receiver handles a push: what is wrong with it before it is accepted, and its
// site after.
type Receiver struct {
	repo     checkout.Repo
	settings hooks.Settings
	store    *release.Store
	key      *release.Key
	out, log io.Writer
	voice    *Voice
}

// NewReceiver is for the repository in the folder repo, and tells by voice what
// becomes of a push.
func NewReceiver(ctx context.Context, repo string, voice *Voice) (*Receiver, error) {
	s, err := hooks.Load(ctx, repo)
	if err != nil {
		return nil, err
	}
	r := &Receiver{repo: checkout.Repo{Dir: repo}, settings: s, out: voice.Out, log: voice.Log, voice: voice}
	voice.knows(repo, s)
	if r.store, err = publish.OpenStore(s.Store, s.Keep); err != nil {
		return nil, err
	}
	if s.Key != "" {
		r.key, err = release.LoadKey(s.Key)
	}
	return r, err
}

// Before decides on a push while git still holds it in quarantine. One update
// that is refused refuses all: outcome.ErrFindings, after saying why.
func (r *Receiver) Before(ctx context.Context, updates []hooks.Update) error {
	ctx, stop := context.WithTimeoutCause(ctx, longest, fmt.Errorf("检查超过 %s，已经停下", progress.Spell(longest)))
	defer stop()
	created := 0 // branches that this push makes
	for _, u := range updates {
		if u.Branch() == "" {
			continue // a tag publishes nothing
		}
		said, err := r.mayUpdate(ctx, u, &created)
		if err != nil {
			return err
		}
		if said != "" {
			fmt.Fprintf(r.log, "错误：%s\n%s\n", said, kept)
			return outcome.ErrFindings
		}
		if u.Deletes() {
			continue
		}
		base, err := r.base(ctx, u)
		if err != nil {
			return err
		}
		if err := r.gate(ctx, u.New, base); err != nil {
			return err
		}
	}
	return nil
}

// mayUpdate says in Chinese why an update is refused whatever it holds. created
// counts the branches that the push makes.
func (r *Receiver) mayUpdate(ctx context.Context, u hooks.Update, created *int) (string, error) {
	if u.Branch() != r.settings.Branch {
		if !u.Creates() {
			return "", nil
		}
		*created++
		names, err := r.store.Previews()
		if err == nil && len(names)+*created > mostPreviews {
			return fmt.Sprintf("预览最多 %d 个，已有 %d 个，这次推送又建了 %d 个以上。请先删去不用的分支：git push origin --delete 分支名", mostPreviews, len(names), *created), nil
		}
		return "", err
	}
	switch {
	case u.Deletes():
		return fmt.Sprintf("分支 %s 是正式发布的内容，不能删除", r.settings.Branch), nil
	case u.Creates():
		return "", nil
	}
	forward, err := r.repo.IsAncestor(ctx, u.Old, u.New)
	if err == nil && !forward {
		return fmt.Sprintf("这次推送会抹掉 %s 上已经发布的历史。请不要用 --force；要撤回内容，用 git revert 再推送，或请管理员用 rollback 退回", r.settings.Branch), nil
	}
	return "", err
}

// base is the commit that an update is compared with, "" for none: what is on
// the live branch has passed the gate.
func (r *Receiver) base(ctx context.Context, u hooks.Update) (string, error) {
	if u.Branch() == r.settings.Branch {
		if u.Creates() {
			return "", nil
		}
		return u.Old, nil
	}
	main, err := r.repo.Resolve(ctx, "refs/heads/"+r.settings.Branch)
	if err != nil {
		return "", nil // nothing has been published yet
	}
	return r.repo.MergeBase(ctx, main.Hash, u.New)
}

// After makes the sites of what has been pushed. The push is accepted already:
// what goes wrong now is told, and the rest is done all the same.
func (r *Receiver) After(ctx context.Context, updates []hooks.Update) error {
	ctx, stop := context.WithTimeoutCause(ctx, longest, fmt.Errorf("生成超过 %s，已经停下", progress.Spell(longest)))
	defer stop()
	var failed error
	for _, u := range updates {
		var err error
		switch branch := u.Branch(); {
		case branch == "":
		case branch == r.settings.Branch && !u.Deletes():
			err = r.publish(ctx, u)
		case branch == r.settings.Branch:
		case u.Deletes():
			err = r.unshow(ctx, branch)
		default:
			err = r.show(ctx, branch)
		}
		if err != nil {
			r.tell(u.Branch(), err)
			failed = outcome.ErrTold
		}
	}
	if failed == nil {
		failed = r.Finish(ctx) // what the hook of another push has left
	}
	return failed
}

// publish makes the live branch's newest commit the live site.
func (r *Receiver) publish(ctx context.Context, u hooks.Update) error {
	p := publish.Publisher{Program: program, Repo: r.repo, Commit: "refs/heads/" + r.settings.Branch, Branch: r.settings.Branch, Store: r.store, Key: r.key, Out: r.out, Log: r.log, Pushed: true}
	err := p.Publish(ctx)
	if errors.Is(err, publish.ErrLive) {
		fmt.Fprintln(r.out, "这个提交已经由另一次推送发布了。")
		return nil
	}
	if err != nil {
		return err
	}
	r.addresses(ctx, u, p.Domain)
	return nil
}

// show publishes a branch under an address of its own.
func (r *Receiver) show(ctx context.Context, branch string) error {
	record, err := r.store.Record()
	if err != nil {
		return err
	}
	purged, err := r.store.PurgedReports()
	if err != nil {
		return err
	}
	p := publish.Publisher{
		Program: program, Repo: r.repo, Commit: "refs/heads/" + branch, Key: r.key, Out: r.out, Log: r.log, Pushed: true,
		Preview: publish.NewPreview(branch, r.settings.Address(branch), record, purged),
	}
	if p.Store, err = r.store.Preview(p.Preview.Slug); err != nil {
		return err
	}
	err = p.Publish(ctx)
	shown := errors.Is(err, publish.ErrLive)
	if err != nil && !shown {
		return err
	}
	if err := r.store.ShowPreview(p.Preview.Slug); err != nil {
		return err
	}
	if shown { // nothing was read, so the address of the site is not known
		fmt.Fprintf(r.out, "预览没有变化，仍在网站的 %s 下。\n", p.Preview.Path())
		return nil
	}
	fmt.Fprintf(r.out, "预览  %s（没有正式发布，不会被搜索引擎收录；删去分支，预览也就撤下）\n", strings.TrimSuffix(p.Domain, p.Preview.Path())+p.Preview.Path())
	return nil
}

// unshow takes the preview of a branch away.
func (r *Receiver) unshow(ctx context.Context, branch string) error {
	if err := r.store.RemovePreview(ctx, r.settings.Address(branch)); err != nil {
		return err
	}
	fmt.Fprintf(r.out, "预览  分支“%s”的预览已经撤下\n", escape.Visible(branch))
	return nil
}
