package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestTerms follows a term of the trade: its explanation comes up where the
// reader is, the keyboard goes on in it, and it leads back to the words.
func TestTerms(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	for _, width := range []int64{320, 1280} {
		b.look(t, width, 800, "light", "")
		b.do(t, chromedp.Navigate(site.url+"reports/hubin-sfj/2023/"))
		evaluate[chromedp.Void](t, b, `document.querySelector(".prose a.term").scrollIntoView({ block: "center" }); document.querySelector(".prose a.term").focus({ preventScroll: true })`)
		before := evaluate[float64](t, b, "scrollY")
		b.do(t, chromedp.KeyEvent(kb.Enter))
		until(t, b, `document.querySelector(".terms :target")`)
		if moved := evaluate[float64](t, b, "scrollY") - before; moved < -1 || moved > 1 {
			t.Errorf("%d px: the page moves by %.0f px", width, moved)
		}
		if fault := evaluate[string](t, b, `(() => {
			const e = document.querySelector(".terms > :target"), a = document.querySelector(".prose a.term"), r = e.getBoundingClientRect();
			if (e.querySelector("dd").textContent.length < 10) return "there is no explanation";
			if (r.top < innerHeight / 2 || r.bottom > innerHeight + 1 || r.left < 0 || r.right > innerWidth) return "it is at " + JSON.stringify(r);
			if (a.getBoundingClientRect().bottom > r.top) return "it covers the term";
			return ""; })()`); fault != "" {
			t.Errorf("%d px: %s", width, fault)
		}
		b.do(t, chromedp.KeyEvent(kb.Tab))
		if got := evaluate[string](t, b, `document.activeElement.closest(".terms > :target") ? document.activeElement.textContent : document.activeElement.outerHTML`); !strings.HasPrefix(got, "回到正文里的“") {
			t.Errorf("%d px: the keyboard goes on at %s", width, got)
		}
		b.do(t, chromedp.KeyEvent(kb.Enter))
		until(t, b, `document.querySelector(".prose a.term:target")`)
		if moved := evaluate[bool](t, b, `(() => { const r = document.querySelector(".prose a.term").getBoundingClientRect(); return r.top < 0 || r.bottom > innerHeight; })()`); moved {
			t.Errorf("%d px: the term is out of view", width)
		}
		if still := evaluate[int](t, b, `[...document.querySelectorAll(".terms > div")].filter((e) => getComputedStyle(e).position === "fixed").length`); still != 0 {
			t.Errorf("%d px: %d explanations stay", width, still)
		}
	}
	for name, close := range map[string]string{
		"×":            `document.querySelector(".terms > :target .close").click()`,
		"Esc":          `dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }))`,
		"a tap":        `document.querySelector(".prose p").click()`,
		"a tap beside": `document.body.click()`,
	} {
		evaluate[chromedp.Void](t, b, `document.querySelector(".prose a.term").scrollIntoView({ block: "center", behavior: "instant" }); document.querySelector(".prose a.term").click()`)
		until(t, b, `document.querySelector(".terms > :target .close")`)
		before := evaluate[float64](t, b, "scrollY")
		evaluate[chromedp.Void](t, b, `document.querySelector(".terms > :target dd").click()`) // within it
		if open := evaluate[bool](t, b, `!!document.querySelector(".terms > :target")`); !open {
			t.Errorf("a tap on the explanation closes it")
		}
		evaluate[chromedp.Void](t, b, close)
		until(t, b, `!document.querySelector(".terms > :target")`)
		if moved := evaluate[float64](t, b, "scrollY") - before; strings.HasPrefix(name, "a tap") && (moved < -1 || moved > 1) {
			t.Errorf("%s moves the page by %.0f px", name, moved)
		}
	}
	// On paper each stands in the list, even the one that was followed.
	evaluate[chromedp.Void](t, b, `document.querySelector(".prose a.term").click()`)
	b.look(t, 720, 1000, "light", "print")
	if got := evaluate[string](t, b, `getComputedStyle(document.querySelector(".terms > div")).position`); got != "static" {
		t.Errorf("on paper an explanation is %s", got)
	}
}

// TestTermsAreOnce reads every report: each term is marked once, outside
// headings, tables and other links, and has its explanation.
func TestTermsAreOnce(t *testing.T) {
	seen := 0
	for _, l := range crawl(t, readSite(t)) {
		for n := range l.root.Descendants() {
			if n.Data != "a" || attr(n, "class") != "term" {
				continue
			}
			seen++
			for up := n.Parent; up != nil && attr(up, "class") != "prose"; up = up.Parent {
				switch up.Data {
				case "a", "h2", "h3", "h4", "h5", "h6", "table", "mark":
					t.Errorf("%s: the term %s is in <%s>", l.file, text(n), up.Data)
				}
			}
			entry := l.byID[strings.TrimPrefix(attr(n, "href"), "#")]
			if entry == nil || !linksTo(entry, "#"+attr(n, "id")) {
				t.Errorf("%s: the term %s has no explanation that leads back", l.file, text(n))
			}
		}
	}
	if seen < 20 {
		t.Errorf("%d terms are marked", seen)
	}
}
