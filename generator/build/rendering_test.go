package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"mingfa/generator/build/hugo"
	"mingfa/generator/build/hugo/hugotest"
	"mingfa/generator/build/outcome"
	"mingfa/generator/starter"
)

// smallPortal is the demonstration portal with three of its bodies, at an address, so that
// it has a sitemap.
func smallPortal(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "portal")
	if _, err := starter.MakeDemo(dir); err != nil {
		t.Fatal(err)
	}
	for _, body := range []string{"shili-gaj", "shili-scjgj", "shili-sfj"} {
		if err := os.RemoveAll(filepath.Join(dir, "seeds", body)); err != nil {
			t.Fatal(err)
		}
	}
	appendTo(t, filepath.Join(dir, "seeds", "site.toml"), "domain = \"https://example.org/fz/\"\n")
	return dir
}

func appendTo(t *testing.T, path, text string) {
	t.Helper()
	old, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	put(t, path, string(old)+text)
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// builder makes the site of a portal in its folder dest.
func builder(t *testing.T, dir, dest string) *Builder {
	return &Builder{Project: dir, Dest: filepath.Join(dir, dest), Program: "mingfa", Out: io.Discard, Log: t.Output(), Hugo: hugotest.Find(t, "../..")}
}

// siteOf is every file of a site.
func siteOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(at string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(at)
		files[strings.TrimPrefix(at, dir)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	delete(files, "/.mingfa")
	return files
}

// same reports whether two sites are one, and says where they are not.
func same(t *testing.T, got, want map[string]string) bool {
	t.Helper()
	well := true
	for name, text := range want {
		switch other, ok := got[name]; {
		case !ok:
			t.Errorf("%s is missing", name)
			well = false
		case other != text:
			t.Errorf("%s has other bytes", name)
			well = false
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is too much", name)
			well = false
		}
	}
	return well
}

// TestParts: any part of the bundles, rendered by itself, gives the bytes that the whole has.
func TestParts(t *testing.T) {
	dir := smallPortal(t)
	b := builder(t, dir, "public")
	if _, err := b.Build(t.Context()); err != nil {
		t.Fatal(err)
	}
	want := siteOf(t, b.Dest)
	b.Full = true
	all := bundlesIn(t, dir)
	rng := rand.New(rand.NewPCG(17, 1))
	for round := range 4 {
		dest := t.TempDir()
		r, err := b.newRendering(b.Hugo, dest, all)
		if err != nil {
			t.Fatal(err)
		}
		if r.whole {
			t.Fatal("the demonstration portal cannot be rendered in parts")
		}
		chosen, kept := map[string]bool{}, 0
		for _, of := range r.always {
			chosen[of.key] = true
		}
		part := slices.DeleteFunc(r.changed, func(of *bundle) bool {
			chosen[of.key] = rng.IntN(6) <= round
			return !chosen[of.key]
		})
		if err := r.prepare(part, false); err != nil {
			t.Fatal(err)
		}
		if _, err := hugo.Render(t.Context(), b.Hugo, r.job); err != nil {
			t.Fatal(err)
		}
		for name, text := range siteOf(t, dest) {
			if name == "/"+mapName || strings.HasPrefix(name, "/"+apart) {
				continue // of the part, and the part itself
			}
			kept++
			if want[name] != text {
				t.Errorf("round %d: %s of a part has other bytes than in the whole", round, name)
			}
		}
		for _, of := range all.all() {
			page := "/" + of.folder + "/index.html"
			if _, err := os.Stat(dest + page); chosen[of.key] != (err == nil) {
				t.Errorf("round %d: %s is there: %v", round, page, err == nil)
			}
		}
		if kept < 20 {
			t.Errorf("round %d: only %d files were compared", round, kept)
		}
	}
}

// TestManyParts: a site that Hugo makes part by part is the site that it makes at once.
func TestManyParts(t *testing.T) {
	dir := smallPortal(t)
	b := builder(t, dir, "public")
	if _, err := b.Build(t.Context()); err != nil {
		t.Fatal(err)
	}
	want := siteOf(t, b.Dest)
	b.Full, b.atOnce, b.Dest = true, 300<<10, filepath.Join(dir, "other")
	if _, err := b.Build(t.Context()); err != nil {
		t.Fatal(err)
	}
	same(t, siteOf(t, b.Dest), want)
}

// roundsName is the environment's setting for how many edits TestEdits makes.
const roundsName = "MINGFA_EDITS"

// TestEdits: after any edit, a build that takes over what did not change gives the bytes of one
// that makes everything.
func TestEdits(t *testing.T) {
	rounds := 10
	if n, err := strconv.Atoi(os.Getenv(roundsName)); err == nil {
		rounds = n
	}
	seed := uint64(rounds)
	rng := rand.New(rand.NewPCG(seed, 2))
	dir := smallPortal(t)
	e := &editor{t: t, dir: dir, rng: rng, first: filesBelow(t, filepath.Join(dir, "seeds"))}
	kept, refused := 0, 0
	for round := range rounds {
		done := e.edit()
		part, full := builder(t, dir, "public"), builder(t, dir, "other")
		full.Full = true
		one, err := part.Build(t.Context())
		_, err2 := full.Build(t.Context())
		if (err == nil) != (err2 == nil) {
			t.Fatalf("round %d, %s: %v by parts, %v as a whole", round, done, err, err2)
		}
		if err != nil {
			if !errors.Is(err, outcome.ErrFindings) {
				t.Fatalf("round %d, %s: %v", round, done, err)
			}
			refused++
			e.revert()
			continue
		}
		kept += one.Kept
		if !same(t, siteOf(t, part.Dest), siteOf(t, full.Dest)) {
			t.Fatalf("round %d: after %q the site differs from one that was made as a whole", round, done)
		}
	}
	if kept < 20*rounds {
		t.Errorf("only %d pages were taken over in %d rounds", kept, rounds)
	}
	if refused > rounds/2 {
		t.Errorf("%d of %d edits were refused", refused, rounds)
	}
}

// editor changes a portal as staff, and accidents, do.
type editor struct {
	t     *testing.T
	dir   string
	rng   *rand.Rand
	first map[string]string // the seeds as they were
}

// edit makes an edit and says which.
func (e *editor) edit() string {
	edits := []struct {
		name string
		make func()
	}{
		{"nothing", func() {}},
		{"a number in a text", func() {
			e.change(e.one("*.txt"), func(s string) string { return strings.Replace(s, "件", strconv.Itoa(e.rng.IntN(9))+"件", 1) })
		}},
		{"a sentence in a text", func() { appendTo(e.t, e.one("*.txt"), fmt.Sprintf("\n全年组织培训%d场。\n", 2+e.rng.IntN(90))) }},
		{"the settings of a report", func() {
			appendTo(e.t, filepath.Join(filepath.Dir(e.one("body.toml")), "2023.toml"), fmt.Sprintf("# %d\n", e.rng.IntN(9)))
		}},
		{"the name of a body", func() {
			e.change(e.one("body.toml"), func(s string) string {
				return strings.Replace(s, "short = \"", "short = \"新", 1)
			})
		}},
		{"the site's settings", func() {
			appendTo(e.t, filepath.Join(e.dir, "seeds", "site.toml"), fmt.Sprintf("# %d\n", e.rng.IntN(9)))
		}},
		{"who is told of errors", func() {
			e.change(filepath.Join(e.dir, "seeds", "site.toml"), func(s string) string { return s + "feedback = \"a@example.org\"\n" })
		}},
		{"a report is deleted", func() { e.remove(e.one("*.txt")) }},
		{"a report under another year", func() {
			from := e.one("*.txt")
			e.rename(from, filepath.Join(filepath.Dir(from), "2021.txt"))
		}},
		{"a body under another address", func() {
			from := filepath.Dir(e.one("body.toml"))
			e.rename(from, from+"-b")
		}},
		{"the catalogue", func() {
			raw, err := os.ReadFile("../../seeds/indicators.toml")
			if err != nil {
				e.t.Fatal(err)
			}
			name := fmt.Sprintf("name = \"党组（党委）会议%d\"", e.rng.IntN(9))
			put(e.t, filepath.Join(e.dir, "seeds", "indicators.toml"), strings.Replace(string(raw), "name = \"党组（党委）会议\"", name, 1))
		}},
		{"a template that needs its bundle alone", func() { e.template("_partials/footer.html", "<p>{{ site.Title }}</p>") }},
		{"a template that asks for others", func() { e.template("bodies/page.html", "{{ len site.RegularPages }}") }},
		{"a template less", func() { _ = os.RemoveAll(filepath.Join(e.dir, "layouts")) }},
		{"a style sheet", func() {
			put(e.t, filepath.Join(e.dir, "static", "css", "theme.css"), fmt.Sprintf("a { top: %dpx }\n", e.rng.IntN(9)))
		}},
		{"a page by hand", func() {
			put(e.t, filepath.Join(e.dir, "content", "news", strconv.Itoa(e.rng.IntN(3))+".md"), fmt.Sprintf("---\ntitle: 通知\n---\n第 %d 次\n", e.rng.IntN(99)))
		}},
		{"no page by hand", func() { _ = os.RemoveAll(filepath.Join(e.dir, "content", "news")) }},
		{"everything as it was", func() { e.revert() }},
		{"a damaged record", func() {
			e.change(filepath.Join(e.dir, ".public.record"), func(s string) string { return s[:e.rng.IntN(len(s)+1)] })
		}},
		{"another record", func() {
			e.change(filepath.Join(e.dir, ".public.record"), func(s string) string { return strings.Replace(s, "reports/", "reborts/", 1) })
		}},
		{"no record", func() { _ = os.Remove(filepath.Join(e.dir, ".public.record")) }},
		{"a file of the site is changed", func() { appendTo(e.t, e.page(), "x") }},
		{"a file of the site is gone", func() { _ = os.Remove(e.page()) }},
		{"a page too much", func() { put(e.t, filepath.Join(filepath.Dir(e.page()), "more.html"), "x") }},
		{"content is gone", func() { _ = os.RemoveAll(filepath.Join(e.dir, "content", "reports")) }},
		{"a run that was killed", func() {
			appendTo(e.t, e.one("*.txt"), "\n全年走访企业31家。\n")
			ctx, stop := context.WithTimeout(e.t.Context(), time.Duration(e.rng.IntN(400))*time.Millisecond)
			defer stop()
			_, _ = builder(e.t, e.dir, "public").Build(ctx)
		}},
		{"a run that was killed while it put pages in place", func() {
			var pages []string
			for range 5 {
				pages = append(pages, e.page())
			}
			for _, p := range pages { // as by a rename, which is how they are put there
				data, err := os.ReadFile(p)
				if err != nil {
					continue
				}
				put(e.t, p+".tmp", string(bytes.ToUpper(data)))
				_ = os.Rename(p+".tmp", p)
			}
		}},
	}
	var names []string
	for range 1 + e.rng.IntN(2) {
		one := edits[e.rng.IntN(len(edits))]
		one.make()
		names = append(names, one.name)
	}
	if len(filesBelow(e.t, filepath.Join(e.dir, "seeds"))) < len(e.first)/2 {
		e.revert()
	}
	return strings.Join(names, ", ")
}

// one is a file of the seeds.
func (e *editor) one(pattern string) string {
	found, err := filepath.Glob(filepath.Join(e.dir, "seeds", "*", pattern))
	if err != nil || len(found) == 0 {
		e.revert()
		return e.one(pattern)
	}
	return found[e.rng.IntN(len(found))]
}

// page is a file of the site.
func (e *editor) page() string {
	var all []string
	for name := range filesBelow(e.t, filepath.Join(e.dir, "public")) {
		if strings.HasPrefix(name, "reports/") || strings.HasPrefix(name, "bodies/") {
			all = append(all, name)
		}
	}
	if len(all) == 0 {
		return filepath.Join(e.dir, "public", "x", "index.html")
	}
	slices.Sort(all)
	return filepath.Join(e.dir, "public", filepath.FromSlash(all[e.rng.IntN(len(all))]))
}

func (e *editor) change(path string, by func(string) string) {
	data, err := os.ReadFile(path)
	if err != nil {
		return // an earlier edit took it away
	}
	put(e.t, path, by(string(data)))
}

func (e *editor) remove(path string) {
	if err := os.Remove(path); err != nil {
		e.t.Fatal(err)
	}
	_ = os.Remove(strings.TrimSuffix(path, ".txt") + ".toml")
}

func (e *editor) rename(from, to string) {
	if _, err := os.Lstat(to); err == nil {
		return
	}
	if err := os.Rename(from, to); err != nil {
		e.t.Fatal(err)
	}
	_ = os.Rename(strings.TrimSuffix(from, ".txt")+".toml", strings.TrimSuffix(to, ".txt")+".toml")
}

// template has the portal a template of its own: the built-in one and more.
func (e *editor) template(name, more string) {
	text, err := os.ReadFile(filepath.Join("../../layouts", name))
	if err != nil {
		e.t.Fatal(err)
	}
	put(e.t, filepath.Join(e.dir, "layouts", name), strings.Replace(string(text), "</div>", more+"</div>", 1))
}

func (e *editor) revert() {
	if err := os.RemoveAll(filepath.Join(e.dir, "seeds")); err != nil {
		e.t.Fatal(err)
	}
	for name, text := range e.first {
		put(e.t, filepath.Join(e.dir, "seeds", name), text)
	}
}

// filesBelow are the files of a folder, which need not be there.
func filesBelow(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := walkFiles(dir, func(name string, read func() ([]byte, error)) error {
		data, err := read()
		files[name] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// bundlesIn are the bundles that lie in the content/ of a portal.
func bundlesIn(t *testing.T, dir string) *bundles {
	t.Helper()
	all := &bundles{}
	for _, folder := range owned {
		for name, text := range filesBelow(t, filepath.Join(dir, filepath.FromSlash(folder))) {
			all.note(folder+"/"+name, []byte(text))
		}
	}
	return all
}

// TestRecordIsOfNoUse: one line says why everything is made, in Chinese; where the record serves,
// or nothing was there before, there is none.
func TestRecordIsOfNoUse(t *testing.T) {
	dir := smallPortal(t)
	file := filepath.Join(dir, ".public.record")
	site := filepath.Join(dir, "seeds", "site.toml")
	for _, c := range []struct {
		name, want string
		before     func()
	}{
		{"the first build", "", func() {}},
		{"a build after it", "", func() { appendTo(t, site, "# \n") }},
		{"half a record", "上次生成的记录用不上（损坏了，或者是别的版本写的），这次全部重新生成。\n", func() {
			if err := os.Truncate(file, 100); err != nil {
				t.Fatal(err)
			}
		}},
		{"no record", "没有上次生成的记录，这次全部重新生成。\n", func() {
			if err := os.Remove(file); err != nil {
				t.Fatal(err)
			}
		}},
		{"a record again", "", func() { appendTo(t, site, "# \n") }},
	} {
		c.before()
		b := builder(t, dir, "public")
		var said bytes.Buffer
		b.Log = &said
		done, err := b.Build(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		var lines []string
		for line := range strings.Lines(said.String()) {
			if strings.Contains(line, "记录") {
				lines = append(lines, line)
			}
		}
		if got := strings.Join(lines, ""); got != c.want {
			t.Errorf("%s says %q, want %q", c.name, got, c.want)
		}
		if took := done.Kept > 0; took != (strings.HasPrefix(c.name, "a ")) {
			t.Errorf("%s took over %d pages", c.name, done.Kept)
		}
	}
}
