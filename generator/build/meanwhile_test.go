package build

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// TestTouchedMeanwhile: a page that goes, or is another one, while the site is made is never taken for
// the one that was there: the build says so, or the next one makes it again.
func TestTouchedMeanwhile(t *testing.T) {
	another := func(path string) error {
		return errors.Join(os.WriteFile(path+"~", []byte("another"), 0o666), os.Rename(path+"~", path))
	}
	for name, c := range map[string]struct {
		touch func(path string) error
		late  bool   // when the site is in its place, and its files are noted
		rest  string // a file that is no bundle's; "" for a page
	}{
		"removed":             {os.Remove, false, ""},
		"its folder":          {func(path string) error { return os.RemoveAll(filepath.Dir(path)) }, false, ""},
		"replaced":            {another, false, ""},
		"removed late":        {os.Remove, true, ""},
		"replaced late":       {another, true, ""},
		"the home page":       {os.Remove, true, "index.html"},
		"a style sheet":       {os.Remove, true, "css/*.css"},
		"another list of all": {os.Remove, true, "*/index.html"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := smallPortal(t)
			b := builder(t, dir, "public")
			if _, err := b.Build(t.Context()); err != nil {
				t.Fatal(err)
			}
			edited := filepath.Join(dir, "seeds", "fanli-zhen", "2023.txt")
			if _, err := os.Stat(edited); err != nil {
				t.Fatal(err)
			}
			appendTo(t, edited, "\n全年组织培训88场。\n")
			page := filepath.Join(b.Dest, "reports", "shilixian-zf", "2023", "index.html")
			if c.rest != "" {
				found, err := filepath.Glob(filepath.Join(b.Dest, c.rest))
				if err != nil || len(found) == 0 {
					t.Fatal(c.rest, err)
				}
				page = found[0]
			}
			if _, err := os.Stat(page); err != nil {
				t.Fatal(err)
			}
			touch := func() {
				if err := c.touch(page); err != nil {
					t.Fatal(err)
				}
			}
			err := meanwhile(t, b, func() {
				if !c.late {
					touch()
				}
			}, func() {
				if c.late {
					touch()
				}
			})
			if (err != nil) == c.late {
				t.Errorf("the build in which it was touched: %v", err)
			}
			again := builder(t, dir, "public")
			if _, err := again.Build(t.Context()); err != nil {
				t.Fatal(err)
			}
			whole := builder(t, dir, "whole")
			whole.Full = true
			if _, err := whole.Build(t.Context()); err != nil {
				t.Fatal(err)
			}
			same(t, siteOf(t, again.Dest), siteOf(t, whole.Dest))
		})
	}
}

// meanwhile is Build, in which something happens before the site is put in its place, and after.
func meanwhile(t *testing.T, b *Builder, before, after func()) error {
	t.Helper()
	stage, err := b.stage(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer stage.Close()
	b.Before = Before{Site: stage.Dest(), Record: stage.Record(), inPlace: true}
	inputs := b.look(t.Context())
	done, err := b.Render(t.Context(), stage.Path())
	if err != nil {
		t.Fatal(err)
	}
	before()
	if done.Site, err = stage.Sync(t.Context(), done.stay...); err != nil {
		return err
	}
	after()
	done.record.Inputs = inputs
	return done.Remember(Before{Site: stage.Dest(), Record: stage.Record()})
}
