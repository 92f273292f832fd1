package browser

import (
	"context"
	_ "embed"
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

var widths = []int64{320, 768, 1280}

// TestPages looks at a page of every kind, light and dark, in 长辈版 and without,
// on a phone, a tablet and a desktop: no violation of WCAG 2.2 AA, of axe's best
// practices and of the contrast of AAA; nothing on the console; no other machine
// asked; no sideways scroll; controls large enough for a finger.
func TestPages(t *testing.T) {
	t.Parallel()
	site, axe := serveSite(t), node(t, "axe-core", "axe.min.js")
	b := newTab(t)
	samples := site.samples(t)
	for _, name := range names(samples) {
		t.Run(name, func(t *testing.T) {
			b.elder(t, site, false)
			b.look(t, 320, 900, "light", "")
			b.heard()
			b.do(t, chromedp.Navigate(site.url+samples[name]))
			evaluate[chromedp.Void](t, b, axe+"\n;undefined")
			b.inEveryMode(t, "")
			messages, requests := b.heard()
			for _, m := range messages {
				t.Errorf("the console says: %s", m)
			}
			for _, r := range requests {
				if !strings.HasPrefix(r, site.url) {
					t.Errorf("the page asks for %s", r)
				}
			}
		})
	}
}

// inEveryMode looks at the page that is open, into which axe has been loaded,
// in every mode and width; what is said of a fault before its place.
func (b *tab) inEveryMode(t *testing.T, what string) {
	t.Helper()
	for _, m := range modes {
		if pressed := evaluate[bool](t, b, isElder); pressed != m.elder {
			evaluate[chromedp.Void](t, b, `document.getElementById("elder").click()`)
		}
		for _, width := range widths {
			b.look(t, width, 900, m.scheme, "")
			for _, script := range []string{runAxe, findWide, findSmall} {
				for _, v := range evaluate[[]string](t, b, script) {
					t.Errorf("%s%s %d px: %s", what, m, width, v)
				}
			}
		}
	}
}

const isElder = `document.documentElement.classList.contains("elder")`

// TestKeyboard walks through a page of every kind with the Tab key: every
// link, button and disclosure is reached in the page's own order, in view,
// uncovered and visibly marked.
func TestKeyboard(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	samples := site.samples(t)
	for _, name := range names(samples) {
		for _, walk := range []struct {
			width int64
			elder bool
		}{{320, false}, {1280, false}, {320, true}} {
			t.Run(fmt.Sprintf("%s/%d/%v", name, walk.width, walk.elder), func(t *testing.T) {
				b.elder(t, site, walk.elder)
				b.look(t, walk.width, 900, "light", "")
				b.do(t, chromedp.Navigate(site.url+samples[name]))
				want := evaluate[int](t, b, countTabStops)
				if want < 3 {
					t.Fatalf("the page has %d places for the focus", want)
				}
				for i := range want {
					b.do(t, chromedp.KeyEvent(kb.Tab))
					if fault := evaluate[string](t, b, checkFocus); fault != "" {
						t.Errorf("after %d tabs: %s", i+1, fault)
					}
				}
				if got := evaluate[int](t, b, "window.mingfaSeen.size"); got != want {
					t.Errorf("%d tabs reach %d of %d places", want, got, want)
				}
			})
		}
	}
}

// TestPolicy tries what a hostile text would try if it reached the page as
// HTML: the page's policy stops a script and a picture of another machine.
func TestPolicy(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.do(t, chromedp.Navigate(site.url))
	b.heard()
	if ran := evaluate[bool](t, b, tryScript); ran {
		t.Error("an inline script ran")
	}
	if styled := evaluate[bool](t, b, tryStyle); styled {
		t.Error("a style attribute was applied")
	}
	if seen := evaluate[bool](t, b, tryPicture); seen {
		t.Error("a picture of another origin was not refused")
	}
}

// TestTarget follows a figure from its row to its words and back: the row is
// marked, and of the words the whole sentence, in view and below what stays at
// the top, with nothing drawn over the characters beside them.
func TestTarget(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.elder(t, site, false)
	for _, width := range []int64{360, 1280} {
		b.look(t, width, 800, "light", "")
		b.do(t, chromedp.Navigate(site.url+longReport))
		id := evaluate[string](t, b, `document.querySelectorAll("a.n")[40].id`)
		for _, target := range []string{id, "r-" + id} {
			b.do(t, chromedp.Func(func(ctx context.Context, tg *chromedp.Target) error {
				_, err := chromedp.Evaluate[chromedp.Void](fmt.Sprintf("document.querySelector('a[href=\"#%s\"]').click()", target))(ctx, tg)
				return err
			}))
			got := evaluate[struct {
				Marked, Text string
				Seen, Ring   bool
			}](t, b, fmt.Sprintf(`(() => { const e = document.getElementById(%q), whole = e.closest(".says") ?? e, r = e.getClientRects()[0];
				const bar = document.querySelector(".landed").getBoundingClientRect(), style = getComputedStyle(whole);
				return { Marked: style.backgroundColor, Text: whole.textContent, Ring: style.boxShadow !== "none" || getComputedStyle(e).boxShadow !== "none",
					Seen: r.bottom <= innerHeight && r.top >= (e.matches(".n") ? bar.bottom : 0) }; })()`, target))
			if got.Marked == "rgba(0, 0, 0, 0)" || got.Ring || !got.Seen {
				t.Errorf("%d px: #%s is not marked, or not well, when a link leads to it: %+v", width, target, got)
			}
			if target == id && !strings.HasSuffix(got.Text, "。") {
				t.Errorf("not the whole sentence is marked: %s", got.Text)
			}
		}
	}
}

//go:embed testdata/axe.js
var runAxe string

//go:embed testdata/wide.js
var findWide string

//go:embed testdata/small.js
var findSmall string

//go:embed testdata/tabstops.js
var countTabStops string

//go:embed testdata/focus.js
var checkFocus string

//go:embed testdata/script.js
var tryScript string

//go:embed testdata/style.js
var tryStyle string

//go:embed testdata/picture.js
var tryPicture string
