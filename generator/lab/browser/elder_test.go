package browser

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// TestElder turns 长辈版 on with the switch of one page: it holds on another,
// with larger text and a simpler page, whose figures still lead to their rows
// and back, until it is turned off.
func TestElder(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.elder(t, site, false)
	b.look(t, 360, 800, "light", "")
	b.do(t, chromedp.Navigate(site.url))
	state := `document.getElementById("elder").getAttribute("aria-pressed") + " " + getComputedStyle(document.body).fontSize`
	if got := evaluate[string](t, b, state); got != "false 18px" {
		t.Errorf("at first: %s", got)
	}
	evaluate[chromedp.Void](t, b, `document.getElementById("elder").click()`)
	b.do(t, chromedp.Navigate(site.url+site.samples(t)["report"]))
	if got := evaluate[string](t, b, state); got != "true 24px" {
		t.Errorf("on the next page: %s", got)
	}
	shown := func(selector string) bool {
		return evaluate[bool](t, b, `document.querySelector("`+selector+`").checkVisibility()`)
	}
	if !shown(".keys") || !shown(".prose") || shown("#figures") {
		t.Error("of a report not its numbers and its text alone are shown")
	}
	if n := evaluate[int](t, b, `document.querySelectorAll(".prose a").length`); n != 0 {
		t.Errorf("the text has %d links", n)
	}
	evaluate[chromedp.Void](t, b, `document.querySelector(".keys a").click()`)
	b.until(t, `!!document.querySelector("a.n:target")`)
	evaluate[chromedp.Void](t, b, `document.querySelector("a.n:target").click()`)
	if !shown("tr:target, li:target") {
		t.Error("a figure of the text does not lead to its row")
	}
	evaluate[chromedp.Void](t, b, `document.querySelector("tr:target td a, li:target .value a").click()`)
	b.until(t, `!!document.querySelector("a.n:target")`)
	if got := evaluate[string](t, b, `(() => { const r = document.querySelector("a.n:target").getBoundingClientRect(); return r.top >= 60 && r.bottom <= innerHeight ? "" : "at " + r.top; })()`); got != "" {
		t.Errorf("the words are not in view: %s", got)
	}
	evaluate[chromedp.Void](t, b, `document.getElementById("elder").click()`)
	b.do(t, chromedp.Reload())
	if got := evaluate[string](t, b, state); got != "false 18px" {
		t.Errorf("after it was turned off: %s", got)
	}
}
