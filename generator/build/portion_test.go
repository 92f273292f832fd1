package build

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestEntangled: which files of a portal's own keep it from being made in parts.
func TestEntangled(t *testing.T) {
	builtin := func(name string) string {
		text, err := os.ReadFile(filepath.Join("../..", name))
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	for _, c := range []struct{ file, text, want string }{
		{"seeds/site.toml", "", ""},
		{"hugo.toml", builtin("hugo.toml"), ""},
		{"hugo.toml", builtin("hugo.toml") + "\n[permalinks]\n", "hugo.toml"},
		{"config/_default/hugo.toml", "", "config/"},
		{"layouts/home.html", builtin("layouts/home.html"), ""},
		{"layouts/home.html", "<p>{{ site.Title }}{{ site.Params.totals.reports }}</p>", ""},
		{"layouts/reports/page.html", "{{ .Title }}", ""},
		{"layouts/reports/page.html", "{{ .Next.Title }}", "layouts/reports/page.html：.Next"},
		{"layouts/reports/page.html", "{{ (resources.Get \"js/x.js\").RelPermalink }}", "layouts/reports/page.html：resources"},
		{"layouts/reports/page.html", "{{ partial \"joined.html\" (dict \"files\" (slice \"js/x.js\")) }}", "layouts/reports/page.html：joined.html"},
		{"layouts/reports/page.html", "{{ partial \"build.html\" . }}", "layouts/reports/page.html：partial build.html"},
		{"layouts/_partials/build.html", "<p>{{ site.Params.build.time }}</p>", ""},
		{"layouts/sitemap.xml", "", "layouts/sitemap.xml"},
		{"static/css/theme.css", "a {}", ""},
		{"content/news/1.md", "---\ntitle: 通知\ndate: 2024-01-01\n---\n见 https://example.org 和 url 一词。", ""},
		{"content/news/1.md", "---\ntitle: 通知\nurl: /reports/x/2023/more/\n---\n", "news/1.md：url:"},
		{"content/news/1.md", "+++\ntitle = '通知'\naliases = ['/x/']\n+++\n", "news/1.md：aliases ="},
		{"content/news/1.md", "+++\n[[cascade]]\ndraft = true\n+++\n", "news/1.md：[[cascade]"},
		{"content/news/1.md", `{"title": "通知", "slug": "x"}`, `news/1.md：, "slug":`},
		{"content/news/1.md", "---\ntitle: 通知\n---\n{{< ref \"about\" >}}", "news/1.md：{{< >}}"},
		{"content/news/_content.gotmpl", "", "news/_content.gotmpl"},
		{"content/news/1.png", "url: x", ""},
		{"content/reports/x/2023/index.md", `{"title":"x","url":"/y/"}`, ""},
	} {
		b := &Builder{Project: t.TempDir()}
		put(t, filepath.Join(b.Project, filepath.FromSlash(c.file)), c.text)
		got, err := b.entangled()
		if err != nil || got != c.want {
			t.Errorf("%s of %.60q: %q, %v, want %q", c.file, c.text, got, err, c.want)
		}
	}
	b := &Builder{Project: t.TempDir()}
	put(t, filepath.Join(b.Project, "content", "a.md"), "x")
	if err := os.Symlink("a.md", filepath.Join(b.Project, "content", "b.md")); err == nil {
		if got, err := b.entangled(); err != nil || !strings.HasSuffix(got, "b.md") {
			t.Errorf("a link: %q, %v", got, err)
		}
	}
}

// TestInParts: parts are as large as they may be, hold every bundle once, in order, and are
// never none.
func TestInParts(t *testing.T) {
	all := []*bundle{{key: "a", size: 4}, {key: "b", size: 5}, {key: "c", size: 2}, {key: "d", size: 30}, {key: "e", size: 1}}
	for most, want := range map[int]string{1: "a|b|c|d|e", 10: "a b|c|d|e", 11: "a b c|d|e", 100: "a b c d e"} {
		var parts []string
		for _, part := range inParts(all, most) {
			var keys []string
			for _, b := range part {
				keys = append(keys, b.key)
			}
			parts = append(parts, strings.Join(keys, " "))
		}
		if got := strings.Join(parts, "|"); got != want {
			t.Errorf("at most %d: %s, want %s", most, got, want)
		}
	}
	if parts := inParts(nil, 10); len(parts) != 1 || len(parts[0]) != 0 {
		t.Errorf("of nothing: %v", parts)
	}
}

// TestBundles: what lies beside a page is its bundle; a page at an address of its own stands
// there; other bytes give another sum.
func TestBundles(t *testing.T) {
	made := func(csv string) []*bundle {
		b := &bundles{}
		for name, data := range map[string]string{
			"content/reports/_index.md":             `{"title":"x"}`,
			"content/reports/a/2023/index.md":       `{"title":"x"}`,
			"content/reports/a/2023/report.json":    "{}",
			"content/reports/a/2023/deep/share.png": "p",
			"content/reports/a/2023-source.md":      `{"title":"x","url":"/reports/a/2023/source/"}`,
			"content/reports/page-2.md":             `{"title":"x","url":"/reports/page/2/"}`,
			"content/bodies/a/index.md":             `{"title":"x"}`,
			"content/bodies/a/data.csv":             csv,
			"content/bodies/data.csv":               "c",
			"content/bodies/_index.md":              `{"title":"x"}`,
			".mingfa/site.json":                     "{}",
		} {
			b.note(name, []byte(data))
		}
		return b.all()
	}
	one, other := made("a"), made("b")
	var said []string
	for i, b := range one {
		said = append(said, b.key+" "+b.folder+" "+strings.Join(b.files, ","))
		if b.always != strings.HasSuffix(b.key, "_index.md") {
			t.Errorf("%s is made each time: %t", b.key, b.always)
		}
		if (b.sum != other[i].sum) != (b.key == "bodies/a/index.md") {
			t.Errorf("%s has the sums %s and %s", b.key, b.sum, other[i].sum)
		}
	}
	want := []string{
		"bodies/_index.md bodies bodies/_index.md,bodies/data.csv",
		"bodies/a/index.md bodies/a bodies/a/data.csv,bodies/a/index.md",
		"reports/_index.md reports reports/_index.md",
		"reports/a/2023-source.md reports/a/2023/source reports/a/2023-source.md",
		"reports/a/2023/index.md reports/a/2023 reports/a/2023/deep/share.png,reports/a/2023/index.md,reports/a/2023/report.json",
		"reports/page-2.md reports/page/2 reports/page-2.md",
	}
	if strings.Join(said, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(said, "\n"), strings.Join(want, "\n"))
	}
}
