package push

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"mingfa/generator/build/outcome"
	"mingfa/generator/build/progress"
	"mingfa/generator/escape"
	"mingfa/generator/publish/hooks"
	"mingfa/generator/publish/release"
)

// Finish does what hooks that died, or failed for want of space, have left undone:
// the live branch is published where the live site is of another commit, branches
// get the previews that they lack, and previews without a branch go. Git runs no
// hook for a push that changes nothing ("Everything up-to-date"), so nobody else
// would. It is run by a timer, and after every push. What is as it should be gets
// no word.
func (r *Receiver) Finish(ctx context.Context) error {
	ctx, stop := context.WithTimeoutCause(ctx, longest, fmt.Errorf("补做超过 %s，已经停下", progress.Spell(longest)))
	defer stop()
	branches, err := r.repo.Branches(ctx)
	if err != nil {
		return err
	}
	var failed error
	for branch, commit := range branches {
		isLive := branch == r.settings.Branch
		behind, err := r.behind(branch, commit)
		if err == nil && behind {
			fmt.Fprintf(r.out, "补做  分支“%s”收下以后没有做完\n", escape.Visible(branch))
			if isLive {
				err = r.publish(ctx, hooks.Update{Old: strings.Repeat("0", len(commit)), New: commit, Ref: "refs/heads/" + branch})
			} else {
				err = r.show(ctx, branch)
			}
		}
		if err != nil {
			r.tell(branch, err)
			failed = outcome.ErrTold
		}
	}
	return errors.Join(failed, r.unshowGone(ctx, branches), r.store.Tidy())
}

// behind reports whether the site of a branch is not of its newest commit.
func (r *Receiver) behind(branch, commit string) (bool, error) {
	store := r.store
	if branch != r.settings.Branch {
		var err error
		if store, err = r.store.Preview(r.settings.Address(branch)); err != nil {
			return false, err
		}
	}
	live, err := store.Live()
	if err != nil || live == "" {
		return live == "", err
	}
	newest, back, err := store.RolledBack()
	if err != nil {
		return false, err
	}
	if back { // somebody means it, until something newer is pushed
		live = newest
	}
	m, err := release.ReadManifest(store.Path(live))
	return err != nil || m.Commit != commit, nil
}

// unshowGone takes away the previews whose branch is gone.
func (r *Receiver) unshowGone(ctx context.Context, branches map[string]string) error {
	names, err := r.store.Previews()
	if err != nil {
		return err
	}
	wanted := map[string]bool{}
	for branch := range branches {
		if branch != r.settings.Branch {
			wanted[r.settings.Address(branch)] = true
		}
	}
	for _, name := range names {
		if wanted[name] {
			continue
		}
		if err := r.store.RemovePreview(ctx, name); err != nil {
			return err
		}
		fmt.Fprintf(r.out, "补做  预览“%s”的分支已经删去，预览也撤下\n", name)
	}
	return nil
}

// tell says what kept a branch from being published.
func (r *Receiver) tell(branch string, err error) {
	r.voice.Tell(err)
	fmt.Fprintf(r.log, "推送已经收下，但“%s”没有发布；现在的网站没有改动。请把上面的话告诉服务器管理员；原因除去以后，服务器会自己补做。\n", escape.Visible(branch))
}
