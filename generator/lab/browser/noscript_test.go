package browser

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// TestWithoutScript compares what a reader sees of a page of every kind with
// and without JavaScript: the same text but for what works by script alone and
// what stands in its place, and no control that would do nothing.
func TestWithoutScript(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	samples := site.samples(t)
	for _, name := range names(samples) {
		b.look(t, 360, 900, "light", "")
		b.do(t, chromedp.Navigate(site.url+samples[name]))
		with := evaluate[string](t, b, seen)
		b.scripts(t, false)
		b.do(t, chromedp.Navigate(site.url+samples[name]))
		if ran := evaluate[bool](t, b, `document.documentElement.classList.contains("js")`); ran {
			t.Fatal("a script ran where none may")
		}
		if without := evaluate[string](t, b, seen); without != with || without == "" {
			a, b := apart(without, with)
			t.Errorf("%s: another text without JavaScript:\n%.150s\n%.150s", name, a, b)
		}
		if dead := evaluate[[]string](t, b, deadControls); len(dead) > 0 {
			t.Errorf("%s: controls that do nothing: %v", name, dead)
		}
		b.scripts(t, true)
	}
}

// apart is where two texts part, from a few words before it on.
func apart(a, b string) (restA, restB string) {
	x, y := []rune(a), []rune(b)
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	n = max(0, n-10)
	return string(x[n:]), string(y[n:])
}

func (b *tab) scripts(t *testing.T, on bool) {
	t.Helper()
	b.do(t, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on})
		return err
	}))
}

const (
	// seen is the words of the page, without what works by script alone.
	seen = `(() => {
		const hide = [...document.querySelectorAll(".tools, .copy, .find, .sift, noscript")];
		const parents = hide.map((e) => [e, e.parentNode, e.nextSibling]);
		for (const e of hide) e.remove();
		const text = document.body.innerText.replace(/\s+/g, " ").trim().replace(/\[\d{4}-\d\d-\d\d\]/g, "[引用日期]"); // a script knows the day
		for (const [e, parent, next] of parents.reverse()) parent.insertBefore(e, next);
		return text;
	})()`
	// deadControls are those that are no part of a form, which needs no script. A choice
	// between radio buttons is followed by the style sheet.
	deadControls = `[...document.querySelectorAll("button, input, select")].filter((e) => e.checkVisibility() && !e.closest("form[action]") && e.type !== "radio").map((e) => e.outerHTML.slice(0, 100))`
)
