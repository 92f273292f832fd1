package build

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"regexp"
	"time"

	"mingfa"
	"mingfa/generator/build/hugo"
	"mingfa/generator/build/record"
	"mingfa/generator/build/revision"
	"mingfa/generator/build/tree"
	"mingfa/generator/read/convert"
	"mingfa/generator/report"
)

// timed are settings of a page written by hand by which it appears or goes on a day, though
// nobody has changed anything.
var timed = regexp.MustCompile(`(?mi)(^|[{,])[ \t]*["']?(date|publishdate|pubdate|published|expirydate|unpublishdate|lastmod)["']?[ \t]*[:=]`)

// look takes down everything that the site is made from, before any of it is read: what is
// changed while the run goes on will differ from it. nil says that nothing can be concluded
// from files alone. That is no error: looking only saves work, and a run that makes
// everything says better what is wrong with a file.
func (b *Builder) look(ctx context.Context) *record.Inputs {
	if b.KeepGoing || b.Past != nil || b.Revision != nil || b.Adapt != nil {
		return nil
	}
	bin := b.Hugo
	if bin == "" {
		var err error
		if bin, err = hugo.Find(ctx, hugo.Options{Module: mingfa.Files, Out: b.Log, Ready: true}); err != nil {
			return nil // it is compiled when the reports are found to be sound
		}
	}
	programs, err := programsOf(append(convert.Programs(), bin)...)
	if err != nil {
		return nil
	}
	inputs, err := record.Take(b.inputPaths(), b.recordBefore().Inputs, b.isGenerated)
	if err != nil || b.isTimed() { // in this order: a pipe is never opened
		return nil
	}
	rev := revision.Of(ctx, b.Project, sources...)
	b.seen = &rev
	inputs.Other = fmt.Sprintf("%s %t %+v %s", b.today(), b.KeepOriginal, rev, programs)
	return inputs
}

// today is the day on which the site is made: one that was to come yesterday may be so no more.
func (b *Builder) today() string {
	return cmp.Or(b.day, time.Now().In(report.Beijing).Format(time.DateOnly))
}

// inputPaths are the files and folders that the site is made from.
func (b *Builder) inputPaths() []string {
	var paths []string
	for _, name := range append([]string{"seeds", "content", "hugo.toml", "config"}, ownFolders...) {
		paths = append(paths, filepath.Join(b.Project, name))
	}
	return append(paths, b.Config...)
}

// isGenerated reports whether a path is of a folder that the generator writes.
func (b *Builder) isGenerated(path string) bool {
	name, err := filepath.Rel(b.Project, path)
	return err == nil && IsGenerated(filepath.ToSlash(name)+"/")
}

// isTimed reports whether a page written by hand appears or goes by itself, or cannot be read.
func (b *Builder) isTimed() bool {
	tied := false
	err := b.byHand(func(_ string, read func() ([]byte, error)) error {
		text, err := read()
		tied = tied || timed.Match(text)
		return err
	})
	return tied || err != nil
}

// stands is the result of a run that has nothing to do; nil where there is something to do.
func (b *Builder) stands(before *record.Record, inputs *record.Inputs) *Result {
	if b.Full || !inputs.Same(before.Inputs) {
		return nil
	}
	files, well := before.Stands(b.Before.Site, tree.Mark)
	if !well {
		return nil
	}
	done := &Result{Kept: len(before.Bundles)}
	if err := json.NewDecoder(bytes.NewReader(before.Said)).Decode(&done.Counts); err != nil {
		return nil
	}
	done.Site.Unchanged = files
	return done
}
