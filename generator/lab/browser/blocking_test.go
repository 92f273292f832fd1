package browser

import (
	"context"
	"math"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// mostBlocked is for how long a page may keep a reader's taps waiting while it
// loads, on a phone four times as slow as the machine, in milliseconds: what of
// each task goes beyond 50, added up.
const mostBlocked = 50

// TestBlocking adds up the long tasks of the front page, the longest report and the
// page of a body. What else the machine does can only make them longer, so that the
// best of a few runs counts.
func TestBlocking(t *testing.T) {
	site := serveSite(t)
	b := newTab(t)
	b.elder(t, site, false)
	b.look(t, phoneWidth, phoneHeight, "light", "")
	samples := site.samples(t)
	b.throttle(t, 4)
	defer b.throttle(t, 1)
	for _, name := range []string{"home", "report", "body", "indicator", "search"} {
		best := math.Inf(1)
		for range 6 {
			b.do(t, chromedp.Navigate("about:blank"), chromedp.Navigate(site.url+samples[name]))
			if best = min(best, evaluate[float64](t, b, blockedFor)); best < mostBlocked {
				break
			}
		}
		t.Logf("%s: %.0f ms", name, best)
		if best >= mostBlocked {
			t.Errorf("%s keeps the reader waiting for %.0f ms", name, best)
		}
	}
}

// throttle makes the processor so many times slower.
func (b *tab) throttle(t *testing.T, rate float64) {
	t.Helper()
	b.do(t, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: rate})
		return err
	}))
}

// blockedFor is the total blocking time since the page was painted first.
const blockedFor = `new Promise((resolve) => {
	let total = 0;
	const from = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0;
	new PerformanceObserver((list) => {
		for (const e of list.getEntries()) if (e.startTime >= from) total += Math.max(0, e.duration - 50);
	}).observe({ type: "longtask", buffered: true });
	setTimeout(() => resolve(total), 1500);
})`
