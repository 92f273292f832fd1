package sitecheck

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"mingfa/generator/lab/golden"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// soundSite is testdata/sites/sound.txtar as files.
func soundSite(t testing.TB) map[string]string {
	t.Helper()
	a, err := txtar.ParseFile("testdata/sites/sound.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, f := range a.Files {
		files[f.Name] = string(f.Data)
	}
	sum := sha256.Sum256([]byte(files["reports/shili/2023/2023.txt"]))
	for name := range files {
		files[name] = strings.ReplaceAll(files[name], "SHA256", hex.EncodeToString(sum[:]))
	}
	return files
}

// spoil applies the lines of a case: "file: old => new", "file: = whole" and
// "file: delete"; a file * stands for all pages.
func spoil(t *testing.T, files map[string]string, edits string) {
	t.Helper()
	for line := range strings.Lines(edits) {
		name, edit, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ": ")
		from, to, isChange := strings.Cut(edit, " => ")
		to = strings.NewReplacer(`\n`, "\n", `\xff`, "\xff").Replace(to)
		switch {
		case edit == "delete":
			delete(files, name)
		case !isChange:
			files[name] = strings.TrimPrefix(edit, "= ")
		default:
			changed := false
			for f := range files {
				if (f == name || name == "*" && strings.HasSuffix(f, ".html")) && strings.Contains(files[f], from) {
					files[f], changed = strings.Replace(files[f], from, to, 1), true
				}
			}
			if !changed {
				t.Fatalf("nothing to change: %s", line)
			}
		}
	}
}

// lay writes a site into a folder of its own.
func lay(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func print(dir string, findings []report.Finding) string {
	var b strings.Builder
	for _, f := range findings {
		fmt.Fprintf(&b, "%s:%d:%d: %s: %s [%s]\n", strings.TrimPrefix(f.File, filepath.ToSlash(dir)+"/"), f.Line, f.Column, f.Severity, f.Message, f.Rule)
		if f.Quote != "" {
			fmt.Fprintf(&b, "    %s\n", f.Quote)
		}
	}
	return b.String()
}

func TestSoundSite(t *testing.T) {
	dir := lay(t, soundSite(t))
	findings, err := Dir(t.Context(), dir, Options{})
	if err != nil || len(findings) > 0 {
		t.Errorf("%v\n%s", err, print(dir, findings))
	}
}

func TestCases(t *testing.T) {
	given := map[string]bool{}
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) string {
		files := soundSite(t)
		spoil(t, files, c.Text("edit"))
		dir := lay(t, files)
		findings, err := Dir(t.Context(), dir, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range findings {
			given[f.Rule] = true
			if f.Suggestion == "" || f.Line > 0 && !strings.Contains(f.Excerpt, f.Quote) {
				t.Errorf("no suggestion, or a quote that is not in its line: %+v", f)
			}
		}
		return print(dir, findings)
	})
	for _, rule := range []string{rule.SiteUnreadablePage, rule.SiteMissingMeta, rule.SiteBadMeta, rule.SitePageTitle, rule.SitePageLanguage, rule.SitePageHeading, rule.SiteHeadingOrder,
		rule.SiteDuplicateID, rule.SiteCanonical, rule.SiteDescription, rule.SiteFooterItem, rule.SiteMissingAlt, rule.SiteBrokenLink, rule.SiteBrokenFragment, rule.SiteForeignRequest,
		rule.SiteWrongAddress, rule.SiteInlineCode, rule.SiteMissingPolicy, rule.SiteBesideFile, rule.SiteWrongDigest, rule.SiteMissingText} {
		if !given[rule] {
			t.Errorf("no case gives %s", rule)
		}
	}
}

// What is said of seeds/site.toml is not said again of the front page.
func TestItemsKnown(t *testing.T) {
	files := soundSite(t)
	for name := range files {
		files[name] = strings.ReplaceAll(files[name], "公安备案号", "备案")
	}
	findings, err := Dir(t.Context(), lay(t, files), Options{ItemsKnown: true})
	if err != nil || len(findings) > 0 {
		t.Errorf("%v, %+v", err, findings)
	}
}

// Nothing outside the folder is read: a link is a finding, whatever it leads to.
func TestSymbolicLinks(t *testing.T) {
	files := soundSite(t)
	outside := t.TempDir()
	if err := os.WriteFile(filepath.Join(outside, "secret.html"), []byte("<h1>"), 0o666); err != nil {
		t.Fatal(err)
	}
	dir := lay(t, files)
	for name, to := range map[string]string{"out.html": filepath.Join(outside, "secret.html"), "folder": outside, "loop": ".", "css/in.css": "page.css", "gone.html": "nothing"} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	findings, err := Dir(t.Context(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range findings {
		if f.Rule != rule.SiteSymbolicLink || f.Severity != report.Error {
			t.Errorf("unexpected %+v", f)
		}
		names = append(names, f.Quote)
	}
	slices.Sort(names)
	if !slices.Equal(names, []string{"folder", "gone.html", "in.css", "loop", "out.html"}) {
		t.Errorf("links found: %q", names)
	}
}

func TestLargeFiles(t *testing.T) {
	files := soundSite(t)
	files["css/page.css"] = strings.Repeat(" ", 200<<10+1)
	files["data.zip"] = strings.Repeat(" ", 20<<20+1)
	files["huge.html"] = strings.Repeat("<p>", (largestPage)/3+1)
	dir := lay(t, files)
	findings, err := Dir(t.Context(), dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := `css/page.css:0:0: warning: 文件有 200 KB，超过 200 KB [site-large-file]
    page.css
data.zip:0:0: warning: 文件有 20.0 MB，超过 20.0 MB [site-large-file]
    data.zip
huge.html:0:0: warning: 文件有 16.0 MB，超过 1.0 MB [site-large-file]
    huge.html
huge.html:0:0: error: 网页超过 16 MB，没有检查 [site-unreadable-page]
`
	if diff := cmp.Diff(want, print(dir, findings)); diff != "" {
		t.Errorf("unexpected findings (-want +got):\n%s", diff)
	}
}

func TestNoSite(t *testing.T) {
	for _, dir := range []string{filepath.Join(t.TempDir(), "nothing"), t.TempDir()} {
		if _, err := Dir(t.Context(), dir, Options{}); !errors.Is(err, ErrNoSite) || !strings.Contains(err.Error(), dir) {
			t.Errorf("%s: %v", dir, err)
		}
	}
}

// A fault of a template gives as many findings as anyone reads, the same ones
// whichever page is read first.
func TestManyPages(t *testing.T) {
	files := soundSite(t)
	page := strings.Replace(files["about/index.html"], "<title>关于</title>", "", 1)
	for i := range 500 {
		files[fmt.Sprintf("p%03d/index.html", i)] = strings.ReplaceAll(page, "/fz/about/", fmt.Sprintf("/fz/p%03d/", i))
	}
	dir := lay(t, files)
	var first string
	for range 3 {
		findings, err := Dir(t.Context(), dir, Options{})
		if err != nil {
			t.Fatal(err)
		}
		got := print(dir, findings)
		if first == "" {
			first = got
		}
		if got != first || len(findings) != mostFindings+1 || !strings.Contains(got, "同类问题另有 450 处") {
			t.Fatalf("%d findings:\n%s", len(findings), got)
		}
	}
}

// Whatever a page holds, checking it ends, in time that grows as the page does,
// and every finding is a place in it.
func FuzzPage(f *testing.F) {
	for _, text := range soundSite(f) {
		f.Add([]byte(text))
	}
	for _, text := range []string{"", "<", "<a href=", "<!--", "<p id='a'id=\"a\"/ =x href = #b>", "<title>", "<svg><title>x</svg>", "\xff<h1>", "<a href='\x00%zz'>", "<meta name=PubDate content=1><meta http-equiv=refresh>", "</p></p>"} {
		f.Add([]byte(text))
	}
	files := soundSite(f)
	dir := lay(f, files)
	root, err := os.OpenRoot(dir)
	if err != nil {
		f.Fatal(err)
	}
	s := &site{root: root, dir: dir, found: newCollector()}
	if err := errors.Join(s.list(), s.begin()); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		for _, file := range []string{"about/index.html", "reports/shili/2023/index.html"} {
			p := &page{file: file, shown: file}
			p.fill(raw)
			s.link(p)
			for _, rule := range rules {
				rule(s, p)
			}
			s.hashes(p)
			for _, finding := range p.findings {
				if finding.Line > 0 && !strings.Contains(p.text, finding.Quote) {
					t.Errorf("%+v", finding)
				}
			}
		}
	})
}

// Hostile pages take time in proportion to their length.
func TestHostilePages(t *testing.T) {
	for name, text := range map[string]string{
		"open":       strings.Repeat("<a>", 300_000),
		"open other": strings.Repeat("<a><b></i>", 100_000),
		"nested svg": strings.Repeat("<svg>", 100_000),
		"titles":     strings.Repeat("<title>", 100_000),
		"attributes": "<p " + strings.Repeat("a=1 ", 300_000) + ">",
		"ids":        strings.Repeat("<p id=a>", 100_000),
		"headings":   strings.Repeat("<h1>", 20_000),
		"code":       strings.Repeat("<code>", 20_000),
		"deep":       strings.Repeat("<a>", 100_000) + strings.Repeat("<svg>", 100_000),
		"crossing":   strings.Repeat("<a href=../../#x>", 50_000),
		"links":      strings.Repeat("<a href=#x>", 50_000),
	} {
		t.Run(name, func(t *testing.T) {
			files := soundSite(t)
			files["reports/shili/2023/index.html"] += text
			if _, err := Dir(t.Context(), lay(t, files), Options{}); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func BenchmarkSite(b *testing.B) {
	files := soundSite(b)
	var text strings.Builder
	for i := range 400 {
		fmt.Fprintf(&text, "<p id=\"x%d\"><a href=\"../reports/\">说明</a>。</p>\n", i)
	}
	page := strings.Replace(files["about/index.html"], "<p>说明。</p>", text.String(), 1)
	for i := range 400 {
		files[fmt.Sprintf("p%d/index.html", i)] = page
	}
	dir := lay(b, files)
	b.SetBytes(int64(len(page)) * 400)
	for b.Loop() {
		if _, err := Dir(b.Context(), dir, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
