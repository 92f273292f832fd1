package browser

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// What the page of a report with all that it loads may cost, compressed.
const (
	mostPage     = 60_000 // bytes
	mostHTML     = 30_000
	mostRequests = 5
	mostBlocking = 2 // that text waits for: the page and its style
)

// TestBudget weighs the largest and the smallest report pages, and the portal.
func TestBudget(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	samples := site.samples(t)
	for _, name := range names(samples) {
		b.heard()
		b.look(t, 360, 800, "light", "")
		b.do(t, chromedp.Navigate(site.url+"404.html"))
		b.heard()
		b.do(t, chromedp.Navigate(site.url+samples[name]))
		if _, requests := b.heard(); len(requests) > mostRequests {
			t.Errorf("%s: %d requests: %v", name, len(requests), requests)
		}
		weight := evaluate[struct{ HTML, All, Blocking int }](t, b, weigh)
		t.Logf("%s: %d bytes of HTML, %d in all; text waits for %d", name, weight.HTML, weight.All, weight.Blocking)
		if weight.HTML == 0 || weight.HTML > mostHTML || weight.All > mostPage || weight.Blocking != mostBlocking {
			t.Errorf("%s: %d bytes of HTML, %d in all; text waits for %d requests", name, weight.HTML, weight.All, weight.Blocking)
		}
	}
}

// TestUnbundled finds no style sheet or script of a bundle beside it.
func TestUnbundled(t *testing.T) {
	site := readSite(t)
	for pattern, want := range map[string]int{"css/bundle.*.css": 1, "js/bundle.*.js": 1, "css/*": 1} {
		files, err := filepath.Glob(filepath.Join(site.dir, pattern))
		if err != nil || len(files) != want {
			t.Errorf("%d files are %s: %v %v", len(files), pattern, files, err)
		}
	}
	sheet, err := filepath.Glob(filepath.Join(site.dir, "css", "*.css"))
	if err != nil || len(sheet) == 0 {
		t.Fatal(sheet, err)
	}
	data, err := os.ReadFile(sheet[0])
	if err != nil {
		t.Fatal(err)
	}
	// What a minifier that does not know it might have dropped.
	for _, rule := range []string{"text-spacing-trim", "hanging-punctuation", "::details-content", "@page", "counter(page)", "scripting", ":has("} {
		if !strings.Contains(string(data), rule) {
			t.Errorf("the style sheet has lost %s", rule)
		}
	}
}

// weigh counts what came over the line or, from the cache, would have.
const weigh = `(() => {
	const page = performance.getEntriesByType("navigation")[0];
	const rest = performance.getEntriesByType("resource");
	const size = (e) => e.encodedBodySize;
	return {
		HTML: size(page),
		All: size(page) + rest.reduce((sum, e) => sum + size(e), 0),
		Blocking: 1 + rest.filter((e) => e.renderBlockingStatus === "blocking").length,
	};
})()`
