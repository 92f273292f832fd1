package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"mingfa/generator/build/hugo/hugotest"
	"mingfa/generator/build/outcome"
	"mingfa/generator/publish/checkout"
	"mingfa/generator/publish/release"
	"mingfa/generator/report"
	"mingfa/generator/starter"
)

// demoOffice is one whose portal is the demonstration without some of its bodies, committed as “begin”.
func demoOffice(t *testing.T, seed uint64, without ...string) *office {
	t.Helper()
	o := &office{t: t, dir: filepath.Join(t.TempDir(), "portal"), rng: rand.New(rand.NewPCG(seed, 3))} //nolint:gosec // no secret
	if _, err := starter.MakeDemo(o.dir); err != nil {
		t.Fatal(err)
	}
	for _, body := range without {
		if err := os.RemoveAll(filepath.Join(o.dir, "seeds", body)); err != nil {
			t.Fatal(err)
		}
	}
	o.git("init", "-q")
	o.commit("begin")
	o.git("tag", "begin")
	return o
}

// TestReleasesAfterEdits: whatever a commit changes, and whatever becomes of what is kept beside the releases, a
// release that reads only what changed is the same to the byte as one that reads everything, with
// the same record, and tells staff the same.
//
//	MINGFA_EDITS=100 go test ./generator/publish -run TestReleasesAfterEdits -timeout 2h
func TestReleasesAfterEdits(t *testing.T) {
	hugotest.Find(t, "../..")
	if _, err := exec.LookPath("git"); err != nil {
		hugotest.Lacking(t, "git is not installed")
	}
	rounds, seed := 7, uint64(1)
	if n, err := strconv.Atoi(os.Getenv("MINGFA_EDITS")); err == nil {
		rounds, seed = n, rand.Uint64()
	}
	if n, err := strconv.ParseUint(os.Getenv("MINGFA_SEED"), 10, 64); err == nil {
		seed = n
	}
	t.Logf("MINGFA_SEED=%d", seed)
	o := demoOffice(t, seed, "shili-gaj", "shili-scjgj", "shili-sfj")
	part, whole := o.store(), o.store()
	o.compare("begin", part, whole)
	for round := range rounds {
		o.compare(fmt.Sprintf("round %d, %s", round, o.edit(part, whole)), part, whole)
	}
	o.revert()
	o.compare("everything as it was", part, whole)
	before := o.unread
	if o.compare("nothing", part, whole); o.unread == before {
		t.Error("every report is read again, though nothing has changed")
	}
}

// office is where a portal is edited and published.
type office struct {
	t      *testing.T
	dir    string
	rng    *rand.Rand
	unread int // reports that were not read, of all releases
}

func (o *office) git(args ...string) {
	o.t.Helper()
	cmd := exec.CommandContext(o.t.Context(), "git", append([]string{"-C", o.dir, "-c", "user.name=测试", "-c", "user.email=a@example.org"}, args...)...)
	if out, err := cmd.CombinedOutput(); err != nil {
		o.t.Fatalf("git %s: %v\n%s", args, err, out)
	}
}

func (o *office) commit(what string) {
	o.t.Helper()
	o.git("add", "-A")
	o.git("commit", "-q", "--allow-empty", "-m", what)
}

// revert commits the seeds as they were.
func (o *office) revert() {
	o.t.Helper()
	o.putBack()
	o.commit("everything as it was")
}

// putBack makes the seeds what they were.
func (o *office) putBack() {
	o.t.Helper()
	if err := os.RemoveAll(filepath.Join(o.dir, "seeds")); err != nil {
		o.t.Fatal(err)
	}
	o.git("checkout", "-q", "begin", "--", "seeds")
}

func (o *office) store() *release.Store {
	o.t.Helper()
	store, err := release.Open(filepath.Join(o.t.TempDir(), "www"), 0)
	if err != nil {
		o.t.Fatal(err)
	}
	return store
}

// publish makes a release of the commit and gives what staff are told of it.
func (o *office) publish(store *release.Store) ([]report.Finding, error) {
	p := &Publisher{Repo: checkout.Repo{Dir: o.dir}, Commit: "HEAD", Store: store, Program: "mingfa", Out: o.t.Output(), Log: o.t.Output()}
	err := p.Publish(o.t.Context())
	if p.done != nil {
		o.unread += p.done.Unread
	}
	if p.past == nil {
		return nil, err
	}
	return p.past.Findings(), err
}

// compare publishes in one store what changed, and in the other everything.
func (o *office) compare(after string, part, whole *release.Store) {
	o.t.Helper()
	forget(o.t, whole)
	told, err := o.publish(part)
	toldWhole, err2 := o.publish(whole)
	switch {
	case err != nil && errors.Is(err, outcome.ErrFindings) && errors.Is(err2, outcome.ErrFindings):
		o.revert()
		return
	case err != nil || err2 != nil:
		o.t.Fatalf("%s: %v, and as a whole %v", after, err, err2)
	}
	if one, two := fmt.Sprint(told), fmt.Sprint(toldWhole); one != two {
		o.t.Fatalf("%s: told is\n%s\nand of everything\n%s", after, one, two)
	}
	one, two := published(o.t, part), published(o.t, whole)
	for name, text := range two {
		if one[name] != text {
			o.t.Errorf("%s: %s differs from that of a release which reads everything", after, name)
		}
	}
	if len(one) != len(two) {
		o.t.Errorf("%s: %d files, and of everything %d", after, len(one), len(two))
	}
	if o.t.Failed() {
		o.t.FailNow()
	}
}

// forget takes away what a store knows of the release before.
func forget(t *testing.T, store *release.Store) {
	t.Helper()
	for _, name := range []string{store.Built(), store.Built() + ".kept"} {
		if err := os.RemoveAll(name); err != nil {
			t.Fatal(err)
		}
	}
}

// published are the files of the live site, but for those that name the releases before.
func published(t *testing.T, store *release.Store) map[string]string {
	t.Helper()
	all := map[string]string{}
	root, err := filepath.EvalSymlinks(store.Current())
	if err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		name := filepath.ToSlash(strings.TrimPrefix(path, root+string(filepath.Separator)))
		if !strings.HasPrefix(name, release.LogName) && !strings.HasPrefix(name, release.ManifestName) {
			all[name] = string(data)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// edit makes a commit of one or two edits, or an accident, and says which.
func (o *office) edit(part, whole *release.Store) string {
	edits := []struct {
		name string
		make func()
	}{
		{"nothing", func() {}},
		{"a sentence", func() { o.append(o.one("*/*.txt"), fmt.Sprintf("\n全年组织培训%d场。\n", 2+o.rng.IntN(90))) }},
		{"a number", func() {
			o.change(o.one("*/*.txt"), func(s string) string { return strings.Replace(s, "件", strconv.Itoa(1+o.rng.IntN(8))+"件", 1) })
		}},
		{"a correction is explained", func() { o.append(o.settings(), "\n[[correction]]\nreason = \"统计口径有误\"\n") }},
		{"the settings of a report", func() { o.append(o.settings(), fmt.Sprintf("# %d\n", o.rng.IntN(9))) }},
		{"a report is taken down", func() { o.remove(o.one("*/*.txt")) }},
		{"everything as it was", o.putBack},
		{"a body under another address", func() {
			file := o.one("*/body.toml")
			from := filepath.Dir(file)
			o.append(file, fmt.Sprintf("\nformer = [%q]\n", filepath.Base(from)))
			if err := os.Rename(from, from+"x"); err != nil {
				o.t.Fatal(err)
			}
			for _, body := range o.all("*/body.toml") {
				o.change(body, func(s string) string {
					return strings.Replace(s, fmt.Sprintf("parent = %q", filepath.Base(from)), fmt.Sprintf("parent = %q", filepath.Base(from)+"x"), 1)
				})
			}
		}},
		{"the name of a body", func() {
			o.change(o.one("*/body.toml"), func(s string) string { return strings.Replace(s, "short = \"", "short = \"新", 1) })
		}},
		{"a style sheet", func() { o.put("static/css/theme.css", fmt.Sprintf("a { top: %dpx }\n", o.rng.IntN(9))) }},
		{"a page by hand", func() {
			o.put("content/news/1.md", fmt.Sprintf("---\ntitle: 通知\n---\n第 %d 次\n", o.rng.IntN(99)))
		}},
		{"the site's settings", func() { o.append(filepath.Join(o.dir, "seeds", "site.toml"), fmt.Sprintf("# %d\n", o.rng.IntN(9))) }},
		{"what is kept of a body is damaged", func() {
			o.damage(store(part, ".kept/*"), func(s string) string { return s[:o.rng.IntN(len(s)+1)] })
		}},
		{"nothing is kept of bodies", func() { _ = os.RemoveAll(part.Built() + ".kept") }},
		{"a damaged record", func() {
			o.damage([]string{part.Built()}, func(s string) string { return s[:o.rng.IntN(len(s)+1)] })
		}},
		{"a file of the live site was replaced", func() {
			root, err := filepath.EvalSymlinks(part.Current())
			if err != nil {
				o.t.Fatal(err)
			}
			pages, _ := filepath.Glob(filepath.Join(root, "reports", "*", "*", "index.html"))
			if len(pages) == 0 {
				return
			}
			page := pages[o.rng.IntN(len(pages))]
			data, err := os.ReadFile(page)
			if err != nil {
				o.t.Fatal(err)
			}
			if err := errors.Join(os.Remove(page), os.WriteFile(page, append(data, 'x'), 0o666)); err != nil {
				o.t.Fatal(err)
			}
		}},
		{"back to the release before", func() {
			for _, s := range []*release.Store{part, whole} {
				if list, err := s.List(); err == nil && len(list) > 1 {
					_, _ = s.Rollback(o.t.Context(), list[1].ID, true, nil)
				}
			}
		}},
	}
	var names []string
	for range 1 + o.rng.IntN(2) {
		one := edits[o.rng.IntN(len(edits))]
		one.make()
		names = append(names, one.name)
	}
	if len(o.all("*/*.txt")) < 3 {
		o.git("checkout", "-q", "HEAD", "--", "seeds")
	}
	o.commit(strings.Join(names, ", "))
	return strings.Join(names, ", ")
}

// store are files beside the record of a store.
func store(s *release.Store, below string) []string {
	found, _ := filepath.Glob(s.Built() + below)
	return found
}

func (o *office) all(pattern string) []string {
	found, err := filepath.Glob(filepath.Join(o.dir, "seeds", pattern))
	if err != nil {
		o.t.Fatal(err)
	}
	slices.Sort(found)
	return found
}

func (o *office) one(pattern string) string {
	all := o.all(pattern)
	if len(all) == 0 {
		o.t.Fatalf("there is no %s", pattern)
	}
	return all[o.rng.IntN(len(all))]
}

// settings are those of a report.
func (o *office) settings() string { return strings.TrimSuffix(o.one("*/*.txt"), ".txt") + ".toml" }

func (o *office) change(path string, by func(string) string) {
	data, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		o.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(by(string(data))), 0o666); err != nil {
		o.t.Fatal(err)
	}
}

func (o *office) append(path, text string) { o.change(path, func(s string) string { return s + text }) }

func (o *office) put(name, text string) {
	path := filepath.Join(o.dir, filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, []byte(text), 0o666)); err != nil {
		o.t.Fatal(err)
	}
}

func (o *office) remove(report string) {
	if err := os.Remove(report); err != nil {
		o.t.Fatal(err)
	}
	_ = os.Remove(strings.TrimSuffix(report, ".txt") + ".toml")
}

// damage changes one of some files, if there are any.
func (o *office) damage(files []string, by func(string) string) {
	if len(files) == 0 {
		return
	}
	file := files[o.rng.IntN(len(files))]
	if _, err := os.Lstat(file); err == nil {
		o.change(file, by)
	}
}
