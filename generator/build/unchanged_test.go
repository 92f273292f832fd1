package build

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"mingfa/generator/build/record"
	"mingfa/generator/report"
)

// looking is a builder of a project of two files, for which looking needs no Hugo.
func looking(t *testing.T) *Builder {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	b := &Builder{Project: t.TempDir(), Hugo: self}
	put(t, filepath.Join(b.Project, "seeds", "x", "2024.txt"), "x")
	put(t, filepath.Join(b.Project, "content", "news", "1.md"), "x")
	return b
}

func link(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Symlink(to, from); err != nil {
		if runtime.GOOS == "windows" {
			t.Skip("this account may make no links")
		}
		t.Fatal(err)
	}
}

// TestLook: what lies about in a project by accident keeps nobody from building; nothing is
// concluded from it.
func TestLook(t *testing.T) {
	for name, stray := range map[string]func(b *Builder){
		"an editor's lock":    func(b *Builder) { link(t, filepath.Join(b.Project, "seeds", "x", ".#2024.txt"), "clerk@desk.17:1") },
		"a link to a file":    func(b *Builder) { link(t, filepath.Join(b.Project, "seeds", "x", "2023.txt"), "2024.txt") },
		"a link to a folder":  func(b *Builder) { link(t, filepath.Join(b.Project, "static"), "seeds") },
		"a link in content":   func(b *Builder) { link(t, filepath.Join(b.Project, "content", "news", ".#1.md"), "clerk@desk.17:1") },
		"a link for settings": func(b *Builder) { link(t, filepath.Join(b.Project, "hugo.toml"), "none") },
		"seeds is a link":     func(b *Builder) { move(t, filepath.Join(b.Project, "seeds")) },
		"a date of its own": func(b *Builder) {
			put(t, filepath.Join(b.Project, "content", "news", "2.md"), "---\ndate: 2030-01-01\n---\n")
		},
		"a program is missing": func(b *Builder) { b.Hugo = filepath.Join(b.Project, "none") },
	} {
		b := looking(t)
		if b.look(t.Context()) == nil {
			t.Fatal("nothing is concluded from a sound project")
		}
		stray(b)
		if in := b.look(t.Context()); in != nil {
			t.Errorf("%s: concluded from is %+v", name, in)
		}
	}
}

// move puts a folder elsewhere and a link in its place.
func move(t *testing.T, folder string) {
	t.Helper()
	to := filepath.Join(t.TempDir(), "real")
	if err := os.Rename(folder, to); err != nil {
		t.Fatal(err)
	}
	link(t, folder, to)
}

// TestLookOnAnotherDay: what was still to come yesterday is a finding no more, though nobody
// has touched a file. The day is Beijing's.
func TestLookOnAnotherDay(t *testing.T) {
	b := looking(t)
	before := time.Now().In(report.Beijing)
	in := b.look(t.Context())
	for _, day := range []time.Time{before, time.Now().In(report.Beijing)} { // midnight may have passed
		if strings.Contains(in.Other, day.Format(time.DateOnly)) {
			return
		}
	}
	t.Errorf("a site is made from %q, whatever the day", in.Other)
}

// TestBuildAmongStrayFiles: such files change no page.
func TestBuildAmongStrayFiles(t *testing.T) {
	dir := smallPortal(t)
	first := builder(t, dir, "public")
	if _, err := first.Build(t.Context()); err != nil {
		t.Fatal(err)
	}
	want := siteOf(t, first.Dest)
	bodies, err := filepath.Glob(filepath.Join(dir, "seeds", "*", "body.toml"))
	if err != nil || len(bodies) == 0 {
		t.Fatalf("no bodies: %v", err)
	}
	link(t, filepath.Join(filepath.Dir(bodies[0]), ".#2024.txt"), "clerk@desk.17:1")
	move(t, filepath.Join(dir, "seeds"))
	for range 2 {
		b := builder(t, dir, "public")
		if _, err := b.Build(t.Context()); err != nil {
			t.Fatal(err)
		}
		same(t, siteOf(t, b.Dest), want)
		r, err := record.Read(b.Before.Record)
		if err != nil || r == nil || r.Inputs != nil {
			t.Errorf("the record is %v, %v", r != nil, err)
		}
	}
}
