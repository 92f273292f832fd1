package browser

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// TestHeadlinesAreEven: beside each other on a desktop, the change on last year stands
// below each headline figure, so that their lines are of one height whatever the
// length of their words.
func TestHeadlinesAreEven(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.elder(t, site, false)
	b.look(t, 1280, 900, "light", "")
	for _, report := range []string{longReport, firstReport} {
		b.do(t, chromedp.Navigate(site.url+report))
		got := evaluate[struct{ Changes, Beside int }](t, b, `(() => {
			const changes = [...document.querySelectorAll(".keys a > span")];
			const below = (e) => e.getBoundingClientRect().top >= e.parentElement.querySelector("b").getBoundingClientRect().bottom - 8;
			return { Changes: changes.length, Beside: changes.filter((e) => !below(e)).length }; })()`)
		if got.Beside > 0 || got.Changes == 0 && report == longReport {
			t.Errorf("%s: of %d changes %d stand beside their number", report, got.Changes, got.Beside)
		}
	}
}

// TestListsAreOfLines: on a desktop what is said of a report in a list stands on one
// line with it: its day, its region and how many figures it has.
func TestListsAreOfLines(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.elder(t, site, false)
	b.look(t, 1280, 900, "light", "")
	samples := site.samples(t)
	for _, name := range []string{"reports", "body", "region"} {
		b.do(t, chromedp.Navigate(site.url+samples[name]))
		got := evaluate[struct {
			Lines int
			Torn  []string
		}](t, b, `(() => {
			const says = [...document.querySelectorAll(".links .years:has(.keep)")];
			const torn = says.filter((e) => e.offsetHeight > 2 * parseFloat(getComputedStyle(e).fontSize) * 1.6);
			return { Lines: says.length, Torn: torn.map((e) => e.textContent) }; })()`)
		if got.Lines == 0 || len(got.Torn) > 0 {
			t.Errorf("%s: of %d lines these are more than one: %.3q", name, got.Lines, got.Torn)
		}
	}
}

// TestLinksEndAtTheirWords: a link that ends with ？ or ） is not underlined beyond the
// mark, of which half is empty.
func TestLinksEndAtTheirWords(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.elder(t, site, false)
	b.look(t, 1280, 900, "light", "")
	for _, path := range []string{"", "indicators/", longReport} {
		b.do(t, chromedp.Navigate(site.url+path))
		got := evaluate[struct {
			Ends int
			Wide []string
		}](t, b, `(() => {
			const ends = [...document.querySelectorAll(".asked a, .links a:not(.promised), .downloads a")].filter((a) => /[？）]$/.test(a.textContent));
			const wide = ends.filter((a) => {
				const range = document.createRange(), last = a.lastChild;
				range.setStart(last, last.length - 1);
				range.setEnd(last, last.length);
				const width = range.getBoundingClientRect().width;
				return width > 0.7 * parseFloat(getComputedStyle(a).fontSize); });
			return { Ends: ends.length, Wide: wide.map((a) => a.textContent) }; })()`)
		if got.Ends == 0 || len(got.Wide) > 0 {
			t.Errorf("/%s: of %d links that end with a mark these are underlined beyond it: %q", path, got.Ends, got.Wide)
		}
	}
}
