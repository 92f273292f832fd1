package browser

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"golang.org/x/text/unicode/norm"

	"mingfa/generator/build/hugo/hugotest"
)

// TestPrint prints a report from 长辈版 and without, in the dark: A4 with page
// numbers between dashes, what a meeting asks first, then the text under its title,
// and not its data, without what only a screen needs.
func TestPrint(t *testing.T) {
	t.Parallel()
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		hugotest.Lacking(t, "there is no pdftotext; it comes with poppler-utils")
	}
	site := serveSite(t)
	b := newTab(t)
	for _, m := range []mode{{"dark", false}, {"light", true}} {
		b.elder(t, site, m.elder)
		b.look(t, 1280, 900, m.scheme, "")
		b.do(t, chromedp.Navigate(site.url+site.samples(t)["report"]))
		title := evaluate[string](t, b, `document.querySelector("h1").textContent`)
		opening := evaluate[string](t, b, `document.querySelector(".prose p:not(.meta)").textContent.slice(0, 12)`)
		pdf := b.pdf(t)
		for _, box := range regexp.MustCompile(`/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]`).FindAllStringSubmatch(string(pdf), -1) {
			if !strings.HasPrefix(box[1], "59") || !strings.HasPrefix(box[2], "84") {
				t.Errorf("%s: a page of %s by %s points", m, box[1], box[2])
			}
		}
		file := filepath.Join(t.TempDir(), "report.pdf")
		if err := os.WriteFile(file, pdf, 0o644); err != nil {
			t.Fatal(err)
		}
		out, err := exec.Command(reader, "-layout", file, "-").Output()
		if err != nil {
			t.Fatalf("failed to read what was printed: %v", err)
		}
		text := printed(string(out))
		at := -1
		for _, words := range []string{title, "一分钟读懂", "不足与承诺", title, opening} {
			i := strings.Index(text[at+1:], printed(words))
			if i < 0 {
				t.Errorf("%s: %q does not come after what was before it", m, words)
				break
			}
			at += 1 + i
		}
		for _, number := range []string{"—1—", "—2—", "—3—"} {
			if !strings.Contains(text, number) {
				t.Errorf("%s: no page number %s", m, number)
			}
		}
		for _, never := range []string{"跳到主要内容", "长辈版", "复制引用", "复制链接", "本页目录", "只看正文", "怎样引用", "打印时附上数据"} {
			if strings.Contains(text, never) {
				t.Errorf("%s: %s is printed", m, never)
			}
		}
	}
}

// printed is a text without white space, and with the radicals that Chromium
// draws from a font in the place of some characters as what they stand for.
func printed(s string) string {
	return dense(strings.NewReplacer("⻓", "长", "⻚", "页", "⻔", "门", "⻢", "马", "⻅", "见", "⻋", "车").Replace(norm.NFKC.String(s)))
}

// TestPrintForMeeting prints the two reports whose numbers are known: at most nine
// pages, the first two with what a meeting asks and the code of the address, no
// heading at the foot of a page, no year torn from its word, no page half empty but
// the last of each part.
func TestPrintForMeeting(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.elder(t, site, false)
	b.look(t, 1280, 900, "light", "")
	for _, of := range []struct {
		report string
		most   int
	}{{firstReport, 8}, {longReport, 9}} {
		report, most := of.report, of.most
		b.do(t, chromedp.Navigate(site.url+report))
		headings := evaluate[[]string](t, b, `[...document.querySelectorAll("h2, h3, h4")].map((e) => e.textContent)`)
		pages := b.paper(t)
		t.Logf("%s: %d pages", report, len(pages))
		if len(pages) > most {
			t.Errorf("%s: %d pages", report, len(pages))
		}
		front := printed(strings.Join(pages[:2], ""))
		asks := []string{"一分钟读懂", "存在的不足", "下一年安排", "扫码看网页"}
		if report == longReport { // the other has no report on the year before
			asks = append(asks, "比上年")
		}
		for _, words := range asks {
			if !strings.Contains(front, words) {
				t.Errorf("%s: the first two pages are without %s", report, words)
			}
		}
		checkPages(t, report, pages, headings)
	}
	// Who signs and the day stay with what is before them, wherever a page ends.
	b.look(t, 1280, 900, "light", "print")
	if got := evaluate[[]string](t, b, `[...document.querySelectorAll(".prose .closing")].map((e) => getComputedStyle(e).breakBefore)`); len(got) < 2 || slices.ContainsFunc(got, func(s string) bool { return s != "avoid" }) {
		t.Errorf("a page may begin with who signs: %q", got)
	}
	b.look(t, 1280, 900, "light", "")
	b.do(t, chromedp.Navigate(site.url+"404.html"))
	b.do(t, chromedp.Navigate(site.url+longReport+"#annex"))
	text, at := printed(strings.Join(b.paper(t), "")), 0
	for _, words := range []string{"一分钟读懂", "2025年2月24日", "行政执法与执法监督", "核对", "怎样引用"} {
		i := strings.Index(text[at:], words)
		if i < 0 {
			t.Fatalf("with its data, %s does not come after what was before it", words)
		}
		at += i
	}
}

// paper prints the page and gives the text of each sheet.
func (b *tab) paper(t *testing.T) []string {
	t.Helper()
	reader, err := exec.LookPath("pdftotext")
	if err != nil {
		hugotest.Lacking(t, "there is no pdftotext; it comes with poppler-utils")
	}
	file := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(file, b.pdf(t), 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(reader, "-layout", file, "-").Output()
	if err != nil {
		t.Fatalf("failed to read what was printed: %v", err)
	}
	return strings.Split(strings.TrimSuffix(string(out), "\f"), "\f")
}

// checkPages looks at how the lines of the pages are broken.
func checkPages(t *testing.T, report string, pages, headings []string) {
	t.Helper()
	year := regexp.MustCompile(`[0-9]$`)
	for i, page := range pages {
		var lines []string
		for _, line := range strings.Split(page, "\n") {
			if line = printed(line); line != "" && !strings.HasPrefix(line, "—") {
				lines = append(lines, line)
			}
		}
		if len(lines) == 0 {
			t.Errorf("%s: page %d is empty", report, i+1)
			continue
		}
		for k, line := range lines[1:] {
			if year.MatchString(lines[k]) && strings.HasPrefix(line, "年") {
				t.Errorf("%s: page %d parts a year: %s|%s", report, i+1, lines[k], line)
			}
		}
		last := lines[len(lines)-1]
		for _, h := range headings {
			if h = printed(h); h != "" && strings.HasSuffix(h, last) && i < len(pages)-1 {
				t.Errorf("%s: page %d ends with a heading: %s", report, i+1, last)
			}
		}
		if i > 1 && i < len(pages)-1 && len(lines) < 18 {
			t.Errorf("%s: page %d has %d lines", report, i+1, len(lines))
		}
	}
	if len(printed(pages[0])) < 300 {
		t.Errorf("%s: the first page is nearly empty", report)
	}
}
