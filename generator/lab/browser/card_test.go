package browser

import (
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestCards looks at the cards of figures, which stand in the frames of other sites:
// without a fault of axe, a message or a sideways scroll, light and dark, on a phone and
// a desktop; and with the id of a figure in the address at that one alone, with the
// body and the year in sight.
func TestCards(t *testing.T) {
	t.Parallel()
	site, axe := serveSite(t), node(t, "axe-core", "axe.min.js")
	b := newTab(t)
	card := regexp.MustCompile(`^reports/[^/]+/\d+/cards/[^/]+\.html$`)
	looked := 0
	for _, file := range site.htmlFiles(t) {
		if !card.MatchString(file) || looked == 4 {
			continue
		}
		looked++
		b.look(t, 320, 900, "light", "")
		b.heard()
		b.do(t, chromedp.Navigate(site.url+"404.html"), chromedp.Navigate(site.url+file))
		evaluate[chromedp.Void](t, b, axe+"\n;undefined")
		for _, scheme := range []string{"light", "dark"} {
			for _, width := range []int64{320, 1280} {
				b.look(t, width, 900, scheme, "")
				for _, script := range []string{runAxe, findWide} {
					for _, v := range evaluate[[]string](t, b, script) {
						t.Errorf("%s %s %d px: %s", file, scheme, width, v)
					}
				}
			}
		}
		b.look(t, 320, 320, "light", "")
		if evaluate[bool](t, b, `[...document.querySelectorAll("li .cite")].some((e) => e.checkVisibility())`) {
			t.Errorf("%s repeats its citation with each figure", file)
		}
		id := evaluate[string](t, b, `[...document.querySelectorAll("li")].pop().id`)
		b.do(t, chromedp.Navigate(site.url+file+"#"+id))
		const shown = `[...document.querySelectorAll("li")].filter((li) => li.getClientRects().length).map((li) => li.id).join(" ")`
		if got := evaluate[string](t, b, shown); got != id {
			t.Errorf("%s#%s shows %s", file, id, got)
		}
		const cited = `[...document.querySelectorAll("li .cite")].filter((e) => e.checkVisibility()).length`
		if n := evaluate[int](t, b, cited); n != 1 {
			t.Errorf("%s#%s shows %d citations", file, id, n)
		}
		if !evaluate[bool](t, b, `document.querySelector("h1").getBoundingClientRect().top >= 0`) {
			t.Errorf("%s#%s: body and year are out of sight", file, id)
		}
		messages, requests := b.heard()
		for _, m := range messages {
			t.Errorf("%s: the console says: %s", file, m)
		}
		for _, r := range requests {
			if strings.HasSuffix(r, ".js") && strings.Contains(r, "cards") || !strings.HasPrefix(r, site.url) {
				t.Errorf("%s asks for %s", file, r)
			}
		}
	}
	if looked == 0 {
		t.Error("the site has no cards")
	}
}

// TestCitationOfAFigure: the address of a figure gives its citation, with the day.
func TestCitationOfAFigure(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	page := site.samples(t)["report"]
	b.do(t, chromedp.Navigate(site.url+page))
	id := evaluate[string](t, b, `document.querySelector(".prose a[id^=f]").id`)
	b.do(t, chromedp.Navigate(site.url+page+"#"+id))
	cited := evaluate[string](t, b, `document.getElementById("citation-figure")?.textContent ?? ""`)
	if !regexp.MustCompile(`\[R/OL\]\. (\(\d{4}-\d\d-\d\d\))?\[\d{4}-\d\d-\d\d\]\. \S+#` + id + `$`).MatchString(cited) {
		t.Errorf("the figure is cited as %q", cited)
	}
	link := evaluate[string](t, b, `document.querySelector(".cited-figure a").href`)
	b.do(t, chromedp.Navigate(link))
	if got := evaluate[string](t, b, `document.querySelector("li:target")?.id ?? ""`); got != id {
		t.Errorf("its card, %s, shows %q", link, got)
	}
}
