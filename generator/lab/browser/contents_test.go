package browser

import (
	"context"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// emulate tells pages what the reader's system asks for.
func (b *tab) emulate(t *testing.T, features ...*emulation.MediaFeature) {
	t.Helper()
	b.do(t, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: features})
		return err
	}))
}

const currentPart = `(() => {
	const all = [...document.querySelectorAll(".contents a[aria-current]")];
	return all.length === 1 && all[0].getAttribute("aria-current") === "location" ? all[0].textContent : all.length + " are current"; })()`

// TestContentsFollow scrolls through a report: of its contents the link of the part
// that the reader is at is the current one, and in view where the contents stand
// beside the text.
func TestContentsFollow(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.elder(t, site, false)
	for _, width := range []int64{360, 1280} {
		b.look(t, width, 700, "light", "")
		b.do(t, chromedp.Navigate(site.url+longReport))
		for _, to := range []string{"text", "figures", "key", "download"} {
			evaluate[chromedp.Void](t, b, `document.getElementById("`+to+`").scrollIntoView({ block: "start" })`)
			b.until(t, currentPart+` === document.querySelector('.contents a[href="#`+to+`"]').textContent`)
			if width > 1000 {
				b.until(t, `(() => { const r = document.querySelector(".contents a[aria-current]").getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; })()`)
			}
		}
	}
}

// TestFocusAfterGlide follows a link far down the page for readers who have not
// asked for less motion, and goes on with the keyboard at once: what has the focus
// is in view, and stays there. A page that glides takes it away from the reader in
// some browsers, and so none does.
func TestFocusAfterGlide(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.elder(t, site, false)
	b.look(t, 1280, 700, "light", "")
	b.emulate(t, &emulation.MediaFeature{Name: "prefers-reduced-motion", Value: "no-preference"})
	for _, to := range []string{"download", "figures", "key"} {
		b.do(t, chromedp.Navigate(site.url+longReport))
		if glides := evaluate[string](t, b, `getComputedStyle(document.documentElement).scrollBehavior`); glides != "auto" {
			t.Errorf("the page glides: %s", glides)
		}
		evaluate[chromedp.Void](t, b, `document.querySelector('.contents a[href="#`+to+`"]').focus()`)
		b.do(t, chromedp.KeyEvent(kb.Enter), chromedp.KeyEvent(kb.Tab))
		time.Sleep(1200 * time.Millisecond) // longer than any browser glides
		if fault := evaluate[string](t, b, `(() => {
			const e = document.activeElement, r = e.getBoundingClientRect();
			if (e === document.body) return "the focus is nowhere";
			return r.top >= 0 && r.bottom <= innerHeight ? "" : e.outerHTML.slice(0, 90) + " is at " + Math.round(r.top); })()`); fault != "" {
			t.Errorf("#%s: %s", to, fault)
		}
	}
}

// TestForcedColours: with the colours of the reader's system, which paint what a
// style sheet leaves transparent, one item of the head is marked, and where a reader
// lands is marked without a ground.
func TestForcedColours(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.elder(t, site, false)
	b.look(t, 360, 700, "light", "")
	b.emulate(t, &emulation.MediaFeature{Name: "forced-colors", Value: "active"}, &emulation.MediaFeature{Name: "prefers-reduced-motion", Value: "reduce"})
	b.do(t, chromedp.Navigate(site.url+longReport))
	marked := evaluate[[]string](t, b, `[...document.querySelectorAll(".site-head li a")].filter((a) => {
		const s = getComputedStyle(a), canvas = getComputedStyle(document.body).backgroundColor;
		return s.borderBottomColor !== canvas && parseFloat(s.borderBottomWidth) > 0; }).map((a) => a.textContent)`)
	if len(marked) != 1 || marked[0] != "报告" {
		t.Errorf("of the head %q are marked", marked)
	}
	evaluate[chromedp.Void](t, b, `document.querySelectorAll(".keys a")[1].click()`)
	b.until(t, `!!document.querySelector(".says:has(:target)")`)
	if outline := evaluate[string](t, b, `getComputedStyle(document.querySelector(".says:has(:target)")).outlineStyle`); outline != "solid" {
		t.Errorf("the sentence that a reader was led to has the outline %s", outline)
	}
}
