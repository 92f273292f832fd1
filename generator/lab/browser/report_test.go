package browser

import (
	"testing"

	"github.com/chromedp/chromedp"
)

// The long report is one of 2,700 characters and a hundred figures; the first
// is the project's own first report. A screen is that of a small phone.
const (
	longReport  = "reports/changhe/2024/"
	firstReport = "reports/hubin-sfj/2023/"
	phoneWidth  = 360
	phoneHeight = 640
)

// TestReportOnPhone measures what a reader with a small phone has to go through:
// the first number stands on the first screen, the text begins by the third, the
// whole page is no longer than sixteen, and few places for the focus come before
// the first one in the text.
func TestReportOnPhone(t *testing.T) {
	site := serveSite(t)
	b := newTab(t)
	for _, elder := range []bool{false, true} {
		b.elder(t, site, elder)
		b.look(t, phoneWidth, phoneHeight, "light", "")
		for _, report := range []string{longReport, firstReport} {
			b.do(t, chromedp.Navigate(site.url+report))
			got := evaluate[struct{ Head, Number, Text, Page, Stops int }](t, b, measureReport)
			t.Logf("%s, elder %v: %+v", report, elder, got)
			if elder {
				if got.Head > 160 {
					t.Errorf("%s in 长辈版: the head is %d px high", report, got.Head)
				}
				continue
			}
			if got.Head > 96 || got.Number > 360 || got.Text > 3*phoneHeight || got.Page > 16*phoneHeight || got.Stops > 40 || got.Stops < 0 {
				t.Errorf("%s: the head is %d px high, the first number at %d, the text at %d, the page %d long; %d places for the focus come before the first of the text",
					report, got.Head, got.Number, got.Text, got.Page, got.Stops)
			}
		}
	}
}

const measureReport = `(() => {
	const at = (e) => Math.round(e.getBoundingClientRect().top + scrollY);
	const stops = [...document.querySelectorAll("a[href], button, summary, input, select, [tabindex='0']")].filter((e) => e.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true }));
	return {
		Head: document.querySelector(".site-head").offsetHeight,
		Number: at(document.querySelector(".keys b")),
		Text: at(document.querySelector(".prose")),
		Page: document.documentElement.scrollHeight,
		Stops: stops.findIndex((e) => e.closest(".prose")),
	};
})()`

// TestFolded: what is folded is a click away without a script, opened by a link
// to a place in it and by paper.
func TestFolded(t *testing.T) {
	site := serveSite(t)
	b := newTab(t)
	b.elder(t, site, false)
	b.scripts(t, false)
	b.look(t, phoneWidth, phoneHeight, "light", "")
	b.do(t, chromedp.Navigate(site.url+longReport))
	row := `(() => { const e = document.querySelector(".numbers li"); return e.checkVisibility({ contentVisibilityAuto: true }) && e.getBoundingClientRect().height > 0; })()`
	if evaluate[bool](t, b, row) {
		t.Error("a row is shown before it is asked for")
	}
	evaluate[chromedp.Void](t, b, `document.querySelector(".numbers li").closest("details").querySelector("summary").click()`)
	if !evaluate[bool](t, b, row) {
		t.Error("a row is not shown when its theme is opened")
	}
	b.do(t, chromedp.Reload())
	evaluate[chromedp.Void](t, b, `document.querySelector("a.n").click()`)
	if !evaluate[bool](t, b, `(() => { const r = document.querySelector(":target").getBoundingClientRect(); return r.height > 0 && r.top >= 0 && r.bottom <= innerHeight; })()`) {
		t.Error("a link to a row does not lead to it")
	}
	b.scripts(t, true)
}
