package browser

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"golang.org/x/text/unicode/norm"

	"mingfa/generator/build/hugo/hugotest"
)

// TestPrint prints a report from 长辈版 and without, in the dark: A4 with page
// numbers between dashes, what a meeting asks first, then the text and what is
// behind it, without what only a screen needs.
func TestPrint(t *testing.T) {
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
		for _, words := range []string{title, "一分钟读懂", "不足与承诺", opening, "怎样引用"} {
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
		for _, never := range []string{"跳到主要内容", "长辈版", "复制引用", "本页目录"} {
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
