package build

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"mingfa/generator/build/outcome"
	"mingfa/generator/report/rule"
)

// roundsName is the environment's setting for how many edits TestEdits makes, 10 without it and the
// same each time, so that a run says something of the change that it tests. With it they are others in
// each run, which says by which seedName to have them again:
//
//	MINGFA_EDITS=500 go test ./generator/build -run TestEdits -timeout 5h
const roundsName, seedName = "MINGFA_EDITS", "MINGFA_SEED"

// TestEdits: after any edit, a build that takes over what did not change gives the bytes of one
// that makes everything.
func TestEdits(t *testing.T) {
	rounds, seed := 10, uint64(2)
	if n, err := strconv.Atoi(os.Getenv(roundsName)); err == nil {
		rounds, seed = n, rand.Uint64()
	}
	if n, err := strconv.ParseUint(os.Getenv(seedName), 10, 64); err == nil {
		seed = n
	}
	t.Logf("%s=%d", seedName, seed)
	rng := rand.New(rand.NewPCG(seed, 2))
	dir := smallPortal(t)
	e := &editor{t: t, dir: dir, rng: rng, day: time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), first: filesBelow(t, filepath.Join(dir, "seeds"))}
	kept, unread, refused := 0, 0, 0
	for round := range rounds {
		done := e.edit()
		part, full := builder(t, dir, "public"), builder(t, dir, "other")
		full.Full = true
		part.day = e.day.Format(time.DateOnly)
		full.day = part.day
		one, err := part.Build(t.Context())
		two, err2 := full.Build(t.Context())
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
		kept, unread = kept+one.Kept, unread+one.Unread
		if one.Counts != two.Counts {
			t.Fatalf("round %d: after %q %+v was found, and as a whole %+v", round, done, one.Counts, two.Counts)
		}
		if !same(t, siteOf(t, part.Dest), siteOf(t, full.Dest)) {
			t.Fatalf("round %d: after %q the site differs from one that was made as a whole", round, done)
		}
	}
	if kept < 20*rounds {
		t.Errorf("only %d pages were taken over in %d rounds", kept, rounds)
	}
	if unread < rounds/2 { // an edit of what all reports share has every report read again
		t.Errorf("only %d reports were not read again in %d rounds", unread, rounds)
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
	day   time.Time         // of the next build
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
		{"a sentence in a text, and another day below", func() {
			n := 2 + e.rng.IntN(90)
			appendTo(e.t, e.one("*.txt"), fmt.Sprintf("\n全年组织培训%d场。\n2024年3月%d日\n", n, 1+n%28))
		}},
		{"the settings of a report", func() {
			appendTo(e.t, filepath.Join(filepath.Dir(e.one("body.toml")), "2023.toml"), fmt.Sprintf("# %d\n", e.rng.IntN(9)))
		}},
		{"another day", func() { e.day = e.day.AddDate(0, 0, 1+e.rng.IntN(40)) }},
		{"a day to come", func() {
			e.change(e.settings(), func(s string) string {
				day := e.day.AddDate(0, 0, e.rng.IntN(60)-20).Format(time.DateOnly)
				return regexp.MustCompile(`published = "20[0-9-]*"`).ReplaceAllString(s, `published = "`+day+`"`)
			})
		}},
		{"a correction", func() {
			more := ""
			if e.rng.IntN(2) == 0 {
				more = fmt.Sprintf("date = %q\n", e.day.AddDate(0, 0, e.rng.IntN(40)-30).Format(time.DateOnly))
			}
			appendTo(e.t, e.settings(), fmt.Sprintf("\n[[correction]]\nold = \"%d件\"\n%sreason = \"统计口径有误\"\n", e.rng.IntN(99), more))
		}},
		{"a waiver", func() {
			text := e.one("*.txt")
			data, err := os.ReadFile(text)
			if err != nil {
				e.t.Fatal(err)
			}
			quote := regexp.MustCompile(`[^，。；：\s"]*件`).FindString(string(data))
			rules := []string{rule.ExactWithApprox, rule.ChangedLastYear, rule.UnreadNumber}
			if quote != "" {
				appendTo(e.t, strings.TrimSuffix(text, ".txt")+".toml", fmt.Sprintf("\n[[waiver]]\nrule = %q\nquote = %q\nreason = \"与台账核对过\"\n", rules[e.rng.IntN(len(rules))], quote))
			}
		}},
		{"a waiver less", func() {
			e.change(e.settings(), func(s string) string { before, _, _ := strings.Cut(s, "[[waiver]]"); return before })
		}},
		{"the glossary", func() {
			put(e.t, filepath.Join(e.dir, "seeds", "glossary.toml"), fmt.Sprintf("extend = true\n\n[[term]]\nid = \"trial\"\nterm = \"行政%s\"\nmeaning = \"解释之%d。\"\n", []string{"执法", "复议", "检查"}[e.rng.IntN(3)], e.rng.IntN(9)))
		}},
		{"no glossary", func() { put(e.t, filepath.Join(e.dir, "seeds", "glossary.toml"), "") }},
		{"the laws", func() {
			put(e.t, filepath.Join(e.dir, "seeds", "laws.toml"), fmt.Sprintf("extend = true\n\n[[law]]\nname = \"行政处罚法\"\nforce = \"20%02d-07-15\"\n", 10+e.rng.IntN(16)))
		}},
		{"lists as they are built in", func() {
			for _, name := range []string{"laws.toml", "glossary.toml", "phrases.toml", "indicators.toml"} {
				_ = os.Remove(filepath.Join(e.dir, "seeds", name))
			}
		}},
		{"another name that a body goes by", func() {
			e.change(e.one("body.toml"), func(s string) string { return fmt.Sprintf("alias = [\"示例第%d办公室\"]\n", e.rng.IntN(9)) + s })
		}},
		{"a report behind a link", func() {
			from := e.one("*.txt")
			to := filepath.Join(e.t.TempDir(), filepath.Base(from))
			if err := os.Rename(from, to); err == nil && os.Symlink(to, from) != nil {
				_ = os.Rename(to, from)
			}
		}},
		{"a folder of the site behind a link", func() {
			from, to := filepath.Dir(e.page()), filepath.Join(e.t.TempDir(), "site")
			if err := os.Rename(from, to); err == nil && os.Symlink(to, from) != nil {
				_ = os.Rename(to, from)
			}
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
		{"what is kept of a body is damaged", func() {
			e.change(e.kept(), func(s string) string { return s[:e.rng.IntN(len(s)+1)] + "x" })
		}},
		{"what is kept of a body is another's", func() {
			other, err := os.ReadFile(e.kept())
			if err == nil {
				put(e.t, e.kept(), string(other))
			}
		}},
		{"what is kept of a body is gone", func() { _ = os.RemoveAll(e.kept()) }},
		{"nothing is kept of bodies", func() { _ = os.RemoveAll(filepath.Join(e.dir, ".public.kept")) }},
		{"a file for Hugo is changed", func() {
			var all []string
			for name := range filesBelow(e.t, filepath.Join(e.dir, "content", "reports")) {
				all = append(all, name)
			}
			if len(all) > 0 {
				slices.Sort(all)
				appendTo(e.t, filepath.Join(e.dir, "content", "reports", all[e.rng.IntN(len(all))]), "x")
			}
		}},
		{"a report that is another body's", func() {
			if from, to := e.one("*.txt"), e.one("*.txt"); from != to {
				text, err := os.ReadFile(from)
				if err != nil {
					e.t.Fatal(err)
				}
				e.change(to, func(s string) string {
					return s[:strings.IndexByte(s, '\n')+1] + string(text[bytes.IndexByte(text, '\n')+1:])
				})
			}
		}},
		{"a word of the portal's", func() {
			put(e.t, filepath.Join(e.dir, "seeds", "phrases.toml"), fmt.Sprintf("# %d\n", e.rng.IntN(9)))
		}},
		{"a file of the site is changed", func() { appendTo(e.t, e.page(), "x") }},
		{"a file of the site is gone", func() { _ = os.Remove(e.page()) }},
		{"the open data is changed", func() {
			e.change(e.data(), func(s string) string { // in its place, so that only its bytes tell
				at := e.rng.IntN(len(s) + 1)
				return s[:at] + strings.ToUpper(s[at:])
			})
		}},
		{"a file of the open data is another", func() {
			other, err := os.ReadFile(e.data())
			if err == nil {
				e.change(e.data(), func(string) string { return string(other) })
			}
		}},
		{"a page too much", func() { put(e.t, filepath.Join(filepath.Dir(e.page()), "more.html"), "x") }},
		{"content is gone", func() { _ = os.RemoveAll(filepath.Join(e.dir, "content", "reports")) }},
		{"a run that was killed", func() {
			appendTo(e.t, e.one("*.txt"), "\n全年走访企业31家。\n")
			ctx, stop := context.WithTimeout(e.t.Context(), time.Duration(e.rng.IntN(400))*time.Millisecond)
			defer stop()
			b := builder(e.t, e.dir, "public")
			b.day = e.day.Format(time.DateOnly)
			_, _ = b.Build(ctx)
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

// settings are those of a report, which may have none yet.
func (e *editor) settings() string { return strings.TrimSuffix(e.one("*.txt"), ".txt") + ".toml" }

// one is a file of the seeds.
func (e *editor) one(pattern string) string {
	found, err := filepath.Glob(filepath.Join(e.dir, "seeds", "*", pattern))
	if err != nil || len(found) == 0 {
		e.revert()
		return e.one(pattern)
	}
	return found[e.rng.IntN(len(found))]
}

// kept is the file of a body that is kept beside the site.
func (e *editor) kept() string {
	all, err := filepath.Glob(filepath.Join(e.dir, ".public.kept", "*"))
	if err != nil || len(all) == 0 {
		return filepath.Join(e.dir, ".public.kept", "none")
	}
	return all[e.rng.IntN(len(all))]
}

// data is a file of the open data.
func (e *editor) data() string {
	all, err := filepath.Glob(filepath.Join(e.dir, "public", "data", "figures.*"))
	if err != nil || len(all) == 0 {
		return filepath.Join(e.dir, "public", "data", "none")
	}
	return all[e.rng.IntN(len(all))]
}

// page is a file of the site.
func (e *editor) page() string {
	var all []string
	for _, folder := range []string{"reports", "bodies"} {
		_ = filepath.WalkDir(filepath.Join(e.dir, "public", folder), func(path string, d fs.DirEntry, err error) error { // there need be none
			if err == nil && d.Type().IsRegular() { // an edit may have put a link in the place of a folder
				all = append(all, path)
			}
			return err
		})
	}
	if len(all) == 0 {
		return filepath.Join(e.dir, "public", "x", "index.html")
	}
	slices.Sort(all)
	return all[e.rng.IntN(len(all))]
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
