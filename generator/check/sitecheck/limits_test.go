package sitecheck

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// findingsOf checks a site of these files.
func findingsOf(t *testing.T, files map[string]string, opt Options) []report.Finding {
	t.Helper()
	findings, err := Dir(t.Context(), lay(t, files), opt)
	if err != nil {
		t.Fatal(err)
	}
	return findings
}

// Of one rule as many findings are listed as anyone reads; the rest are told as
// a number, whether they stand on one page or on many.
func TestHowManyAreListed(t *testing.T) {
	for _, onePage := range []bool{true, false} {
		for _, broken := range []int{mostFindings - 1, mostFindings, mostFindings + 1, 4*mostFindings + 3} {
			files := soundSite(t)
			const text = "<p>说明。</p>"
			about := files["about/index.html"]
			for i := range broken {
				picture := fmt.Sprintf(`<img src="../css/page.css?%d">`, i)
				if onePage {
					files["about/index.html"] = strings.Replace(files["about/index.html"], text, text+"\n"+picture, 1)
				} else {
					files[fmt.Sprintf("p%03d/index.html", i)] = strings.Replace(strings.ReplaceAll(about, "/fz/about/", fmt.Sprintf("/fz/p%03d/", i)), text, picture, 1)
				}
			}
			findings := findingsOf(t, files, Options{})
			listed, rest := 0, ""
			for _, f := range findings {
				switch {
				case f.Rule != rule.SiteMissingAlt:
					t.Errorf("unexpected %+v", f)
				case f.File == "":
					rest = f.Message
				default:
					listed++
				}
			}
			want := ""
			if broken > mostFindings {
				want = fmt.Sprintf("同类问题另有 %d 处，没有逐一列出", broken-mostFindings)
			}
			if listed != min(broken, mostFindings) || rest != want {
				t.Errorf("%d pictures, on one page: %t: %d are listed, and %q", broken, onePage, listed, rest)
			}
		}
	}
}

// An error is listed, however many warnings of its rule stand before it.
func TestErrorsAreListedFirst(t *testing.T) {
	files := soundSite(t)
	page := strings.Replace(files["about/index.html"], "</head>", `<meta name="PubDate" content="2024-03-28"></head>`, 1)
	const pages = 5*mostFindings + 7
	for i := range pages {
		files[fmt.Sprintf("p%03d/index.html", i)] = strings.ReplaceAll(page, "/fz/about/", fmt.Sprintf("/fz/p%03d/", i))
	}
	last := fmt.Sprintf("p%03d/index.html", pages-1)
	files[last] = strings.Replace(files[last], "2024-03-28", "三月", 1)
	got := print("", findingsOf(t, files, Options{}))
	if strings.Count(got, "error: ") != 2 || !strings.Contains(got, last) || !strings.Contains(got, fmt.Sprintf("error: 同类问题另有 %d 处", pages-mostFindings)) {
		t.Errorf("the error is not listed:\n%s", got)
	}
}

// Links to places that are not there are counted too where they are not listed.
func TestManyBrokenFragments(t *testing.T) {
	files := soundSite(t)
	page := strings.Replace(files["about/index.html"], "<p>说明。</p>", `<a href="../reports/#no">一</a><a href="../reports/#main">二</a><a href="../reports/#nor">三</a>`, 1)
	for i := range mostFindings + 5 {
		files[fmt.Sprintf("p%03d/index.html", i)] = strings.ReplaceAll(page, "/fz/about/", fmt.Sprintf("/fz/p%03d/", i))
	}
	findings := findingsOf(t, files, Options{})
	if want := fmt.Sprintf("同类问题另有 %d 处", 2*(mostFindings+5)-mostFindings); len(findings) != mostFindings+1 || !strings.Contains(print("", findings), want) {
		t.Errorf("%d findings, and not: %s", len(findings), want)
	}
}

// A page may be one line of megabytes: a finding quotes what can be read, and
// its line not at all.
func TestLongLines(t *testing.T) {
	files := soundSite(t)
	files["about/index.html"] = strings.Replace(files["about/index.html"], "<p>说明。</p>", `<img class="`+strings.Repeat("甲 ", longestLine/2)+`">`+"\n"+`<img class="乙">`, 1)
	findings := findingsOf(t, files, Options{})
	if len(findings) != 2 {
		t.Fatalf("%d findings", len(findings))
	}
	long, short := findings[0], findings[1]
	if long.Excerpt != "" || len(long.Quote) > longestLine || len(long.Quote) < longestLine-8 || !strings.HasSuffix(long.Quote, "甲 ") {
		t.Errorf("%d bytes are quoted of a line of %d: …%q", len(long.Quote), len(long.Excerpt), long.Quote[max(0, len(long.Quote)-8):])
	}
	if short.Excerpt != `<img class="乙">` || short.Quote != short.Excerpt {
		t.Errorf("of a short line %q is quoted: %q", short.Excerpt, short.Quote)
	}
}

// A tag of several lines is quoted to the end of its first.
func TestTagOfSeveralLines(t *testing.T) {
	files := soundSite(t)
	files["about/index.html"] = strings.Replace(files["about/index.html"], "<p>说明。</p>", "<img\nsrc=\"../css/page.css\">", 1)
	findings := findingsOf(t, files, Options{})
	if len(findings) != 1 || findings[0].Quote != "<img" || findings[0].Line != 22 || findings[0].Column != 1 {
		t.Errorf("%+v", findings)
	}
}

// How large a file may be goes by its kind; one byte more is told.
func TestSizes(t *testing.T) {
	for ext, most := range map[string]int64{"css": 200 << 10, "js": 200 << 10, "svg": 200 << 10, "png": 500 << 10, "jpg": 500 << 10, "JPEG": 500 << 10, "gif": 500 << 10,
		"webp": 500 << 10, "avif": 500 << 10, "pdf": 20 << 20, "docx": 20 << 20} {
		dir := lay(t, soundSite(t))
		for name, size := range map[string]int64{"most." + ext: most, "more." + ext: most + 1} {
			path := filepath.Join(dir, name)
			if err := os.WriteFile(path, nil, 0o666); err != nil {
				t.Fatal(err)
			}
			if err := os.Truncate(path, size); err != nil {
				t.Fatal(err)
			}
		}
		findings, err := Dir(t.Context(), dir, Options{})
		if err != nil || len(findings) != 1 || findings[0].Rule != rule.SiteLargeFile || findings[0].Quote != "more."+ext {
			t.Errorf("%s: %v, %+v", ext, err, findings)
		}
	}
}

// A page may be as large as a slow network bears; of files of both kinds the size is told
// in the unit that people use.
func TestSizesOfPages(t *testing.T) {
	for _, ext := range []string{"html", "htm"} {
		files := soundSite(t)
		page := files["about/index.html"]
		files["most."+ext], files["more."+ext] = page+strings.Repeat(" ", 1<<20-len(page)), page+strings.Repeat(" ", 1<<20-len(page)+1)
		files["more.png"] = strings.Repeat("a", 700<<10)
		want := "more." + ext + ":0:0: warning: 文件有 1.0 MB，超过 1.0 MB [site-large-file]\n    more." + ext + "\nmore.png:0:0: warning: 文件有 700 KB，超过 500 KB [site-large-file]\n    more.png\n"
		dir := lay(t, files)
		findings, err := Dir(t.Context(), dir, Options{})
		if got := print(dir, findings); err != nil || got != want {
			t.Errorf("%v\n%s", err, got)
		}
	}
}

// Who no longer waits gets no answer, and not one that all is well.
func TestNobodyWaits(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if findings, err := Dir(ctx, lay(t, soundSite(t)), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, %+v", err, findings)
	}
}

// A table beside a page that no table is as long as is not read.
func TestLargestTable(t *testing.T) {
	dir := lay(t, soundSite(t))
	if err := os.Truncate(filepath.Join(dir, "reports/shili/2023/figures.csv"), largestData+1); err != nil {
		t.Fatal(err)
	}
	findings, err := Dir(t.Context(), dir, Options{})
	if err != nil || !strings.Contains(print(dir, findings), "网页旁边的 figures.csv 超过 64 MB") {
		t.Errorf("%v\n%s", err, print(dir, findings))
	}
}

// A site at the root of its host, one of http and one that has no address yet
// are as sound as one below a path.
func TestWhereASiteIsPublished(t *testing.T) {
	for name, change := range map[string]*strings.Replacer{
		"at the root": strings.NewReplacer("/fz/", "/"),
		"of http":     strings.NewReplacer("https://www.example.gov.cn", "http://www.example.gov.cn"),
	} {
		files := soundSite(t)
		for file, text := range files {
			files[file] = change.Replace(text)
		}
		if findings := findingsOf(t, files, Options{}); len(findings) > 0 {
			t.Errorf("%s:\n%s", name, print("", findings))
		}
	}
	files := soundSite(t)
	for file, text := range files {
		var lines []string
		for line := range strings.Lines(text) {
			if !strings.Contains(line, "canonical") && !strings.Contains(line, "og:") {
				lines = append(lines, line)
			}
		}
		files[file] = strings.ReplaceAll(strings.Join(lines, ""), "/fz/", "/")
	}
	if findings := findingsOf(t, files, Options{}); len(findings) != 1 || findings[0].Rule != rule.SiteCanonical || findings[0].Severity != report.Warning || !strings.HasSuffix(findings[0].File, "/index.html") {
		t.Errorf("without an address:\n%s", print("", findings))
	}
}

// Whoever waits is told how many pages there are, and of each that it was read.
func TestPagesAreCounted(t *testing.T) {
	var total, read atomic.Int32
	findingsOf(t, soundSite(t), Options{Pages: func(n int) func() {
		total.Store(int32(n))
		return func() { read.Add(1) }
	}})
	if total.Load() != 6 || read.Load() != 6 {
		t.Errorf("of 6 pages %d are announced and %d read", total.Load(), read.Load())
	}
}
