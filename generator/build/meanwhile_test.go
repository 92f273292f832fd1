package build

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
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

// TestThereAndBackMeanwhile: a template, a list, a setting or a page by hand that is another one while the site is made, and is put
// back before the end, leaves nothing that counts as made from what stands there: the next build makes everything.
func TestThereAndBackMeanwhile(t *testing.T) {
	for name, c := range map[string]struct{ file, text string }{
		"an override that comes and goes": {"layouts/_partials/footer.html", "<p>乙</p>"},
		"a list that comes and goes":      {"seeds/phrases.toml", ""},
		"a template":                      {"layouts/own.html", "<p>乙</p>"},
		"a setting":                       {"seeds/site.toml", "name = \"乙\"\n"},
		"a page by hand":                  {"content/news/one.md", "---\ntitle: 乙\n---\n乙\n"},
		"nothing":                         {"seeds/shilixian-zf/note.tmp", "x"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := smallPortal(t)
			file := filepath.Join(dir, filepath.FromSlash(c.file))
			for _, own := range []string{"layouts/own.html", "layouts/_partials/own.html", "content/news/one.md"} {
				put(t, filepath.Join(dir, filepath.FromSlash(own)), "---\ntitle: 甲\n---\n甲\n")
			}
			was, err := os.ReadFile(file)
			there := err == nil
			b := builder(t, dir, "public")
			b.Hugo = meanwhileHugo(t, b.Hugo, file, c.text)
			if _, err := b.Build(t.Context()); err != nil {
				t.Fatal(err)
			}
			if is, err := os.ReadFile(file); (err == nil) != there || string(is) != string(was) {
				t.Fatalf("it was not put back: %v", err)
			}
			done, err := b.Build(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if (done.Kept > 0) != (name == "nothing") {
				t.Errorf("the next build took over %d pages", done.Kept)
			}
		})
	}
}

// meanwhileHugo is a Hugo that finds another text in a file the first time that it is started, which is then put back,
// before Hugo's last words are passed on: whoever reads them may end it.
func meanwhileHugo(t *testing.T, hugo, file, text string) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("the program that stands for Hugo is a shell script")
	}
	script := filepath.Join(t.TempDir(), "hugo")
	put(t, script+".text", text)
	put(t, script, fmt.Sprintf(`#!/bin/sh
if [ ! -e "$0.done" ] && [ "$1" != version ]; then
  : >"$0.done"
  mv '%[1]s' "$0.kept" 2>/dev/null
  cp "$0.text" '%[1]s'
  '%[2]s' "$@" >"$0.out" 2>"$0.err"
  status=$?
  rm '%[1]s'
  cp -p "$0.kept" '%[1]s' 2>/dev/null
  cat "$0.out"
  cat "$0.err" >&2
  exit $status
fi
exec '%[2]s' "$@"
`, file, hugo))
	if err := os.Chmod(script, 0o777); err != nil {
		t.Fatal(err)
	}
	return script
}
