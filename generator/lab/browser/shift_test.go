package browser

import (
	"context"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
)

// TestNoShift loads a page of every kind over a slow line, in 长辈版 and
// without, and has the browser tell what moved after it had been painted:
// nothing. A reader who has chosen 长辈版 has the site's script in the cache, from
// where a busy machine may still bring it too late: what moves each time counts.
func TestNoShift(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	samples := site.samples(t)
	for _, elder := range []bool{false, true} {
		b.slow(t, false)
		b.elder(t, site, elder)
		b.slow(t, true)
		for _, width := range []int64{320, 1280} {
			b.look(t, width, 900, "light", "")
			for _, name := range names(samples) {
				var moved []string
				for range 6 {
					b.do(t, chromedp.Navigate(site.url+samples[name]))
					if moved = evaluate[[]string](t, b, listShifts); len(moved) == 0 {
						break
					}
					t.Logf("%s, %d px, elder %v: %v", name, width, elder, moved)
				}
				if len(moved) > 0 {
					t.Errorf("%s, %d px, elder %v moves each time", name, width, elder)
				}
			}
		}
	}
}

// slow has the browser pretend to be on a mobile network.
func (b *tab) slow(t *testing.T, on bool) {
	t.Helper()
	line := &network.Conditions{DownloadThroughput: -1, UploadThroughput: -1}
	if on {
		line = &network.Conditions{Latency: 150, DownloadThroughput: 200_000, UploadThroughput: 90_000}
	}
	b.do(t, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, network.EmulateNetworkConditionsByRule,
			network.EmulateNetworkConditionsByRuleParams{MatchedNetworkConditions: []*network.Conditions{line}})
		return err
	}))
}

// listShifts tells the layout shifts since the page was painted first.
const listShifts = `new Promise((resolve) => {
	const found = [];
	new PerformanceObserver((list) => {
		for (const e of list.getEntries()) {
			if (e.value > 0) found.push(e.value.toFixed(4) + " " + e.sources.map((s) => s.node?.outerHTML?.slice(0, 80) ?? s.node?.textContent).join(" | "));
		}
	}).observe({ type: "layout-shift", buffered: true });
	setTimeout(() => resolve(found), 300);
})`
