package browser

import (
	"context"
	_ "embed"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// TestAloud reads a report with a voice that notes what it is given: the title,
// the figures and the text, paragraph by paragraph, the one being read marked
// and in view; it pauses, goes on, changes its speed and stops.
func TestAloud(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.elder(t, site, false)
	b.before(t, pretendVoice)
	b.look(t, 360, 800, "light", "")
	b.do(t, chromedp.Navigate(site.url+site.samples(t)["report"]))
	press := func(selector string) {
		t.Helper()
		evaluate[chromedp.Void](t, b, `document.querySelector('`+selector+`').click()`)
	}
	press("#aloud")
	b.until(t, `window.spoken.length > 40`)
	title := evaluate[string](t, b, `document.querySelector("h1").textContent`)
	spoken := evaluate[[]string](t, b, `window.spoken.slice(0, 40)`)
	if spoken[0] != title {
		t.Errorf("it begins with %q", spoken[0])
	}
	text := evaluate[string](t, b, `document.querySelector(".prose").textContent.replace(/\s+/g, " ")`)
	if last := spoken[39]; !strings.Contains(text, strings.TrimSpace(last)) {
		t.Errorf("%q is not in the text", last)
	}
	if got := evaluate[string](t, b, `window.voices.join()`); got != "本机普通话" {
		t.Errorf("the voices are %s", got)
	}
	marked := `(() => { const all = document.querySelectorAll(".spoken"); if (all.length !== 1) return all.length + " marked";
		const r = all[0].getBoundingClientRect(); return r.bottom > 0 && r.top < innerHeight - document.querySelector(".aloud").offsetHeight ? "" : "out of view at " + r.top; })()`
	press("[data-do=pause]")
	if got := evaluate[string](t, b, marked); got != "" {
		t.Errorf("what is read: %s", got)
	}
	before := evaluate[int](t, b, `window.spoken.length`)
	time.Sleep(200 * time.Millisecond)
	if after := evaluate[int](t, b, `window.spoken.length`); after != before {
		t.Errorf("it goes on while it is paused: %d, %d", before, after)
	}
	press("[data-do=pause]")
	b.until(t, fmt.Sprintf("window.spoken.length > %d", before))
	press("[data-do=speed]")
	b.until(t, `window.rates.has(1.4)`)
	press("[data-do=close]")
	if evaluate[bool](t, b, `!!document.querySelector(".aloud, .spoken")`) {
		t.Error("it does not stop")
	}
}

// TestAloudWithoutVoice says so where the machine has no Chinese voice.
func TestAloudWithoutVoice(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.before(t, strings.NewReplacer("zh-CN", "en-US", "zh-HK", "en-US").Replace(pretendVoice))
	b.look(t, 360, 800, "light", "")
	b.do(t, chromedp.Navigate(site.url))
	evaluate[chromedp.Void](t, b, `document.getElementById("aloud").click()`)
	b.until(t, `document.querySelector(".aloud p").textContent.includes("没有能用的中文语音")`)
	if evaluate[int](t, b, `window.spoken.length`) != 0 {
		t.Error("it spoke")
	}
}

// before has a script run in each page before the page's own.
func (b *tab) before(t *testing.T, script string) {
	t.Helper()
	b.do(t, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script})
		return err
	}))
}

// until waits for a condition of the page.
func (b *tab) until(t *testing.T, condition string) {
	t.Helper()
	for range 200 {
		if evaluate[bool](t, b, condition) {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("never: %s", condition)
}

//go:embed testdata/voice.js
var pretendVoice string
