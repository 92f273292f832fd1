package browser

import (
	"context"
	"encoding/json"
	"math"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/tracing"
	"github.com/chromedp/chromedp"
)

// mostBlocked is for how long a page may keep a reader's taps waiting while it
// loads, on a phone four times as slow as the machine, in milliseconds: what of
// each task goes beyond 50, added up.
const mostBlocked = 50

// slower is how many times slower than this machine the phone is.
const slower = 4

// TestBlocking adds up the long tasks of the front page, the longest report and the
// page of a body. Of a task counts the time that the processor worked for it, not how
// long it took: whatever else the machine does at the same time makes no difference. Still
// a cache may be cold, so that the best of a few runs counts.
func TestBlocking(t *testing.T) {
	site := serveSite(t)
	b := newTab(t)
	b.elder(t, site, false)
	b.look(t, phoneWidth, phoneHeight, "light", "")
	samples := site.samples(t)
	for _, name := range []string{"home", "report", "body", "indicator", "search"} {
		best := math.Inf(1)
		for range 6 {
			if best = min(best, b.blocked(t, site.url+samples[name])); best < mostBlocked {
				break
			}
		}
		t.Logf("%s: %.0f ms", name, best)
		if best >= mostBlocked {
			t.Errorf("%s keeps the reader waiting for %.0f ms", name, best)
		}
	}
}

// traced is an event of the browser's trace, of which times are in microseconds.
type traced struct {
	Name string  `json:"name"`
	Pid  int     `json:"pid"`
	Tid  int     `json:"tid"`
	At   float64 `json:"ts"`
	Work float64 `json:"tdur"` // of the processor
}

// blocked opens a page and is the total blocking time from the first paint on, in
// milliseconds on the slower phone.
func (b *tab) blocked(t *testing.T, url string) float64 {
	t.Helper()
	b.do(t, chromedp.Navigate("about:blank"))
	var mu sync.Mutex
	var events []traced
	ended := make(chan struct{})
	ctx, cancel := context.WithTimeout(b.ctx, time.Minute)
	defer cancel()
	if err := chromedp.Listen(ctx, func(event any) {
		mu.Lock()
		defer mu.Unlock()
		switch e := event.(type) {
		case *tracing.EventDataCollected:
			for _, value := range e.Value {
				var one traced
				if json.Unmarshal(value, &one) == nil {
					events = append(events, one)
				}
			}
		case *tracing.EventTracingComplete:
			close(ended)
		}
	}); err != nil {
		t.Fatal(err)
	}
	b.do(t, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, tracing.Start, tracing.StartParams{TraceConfig: &tracing.TraceConfig{IncludedCategories: []string{"loading", "toplevel", "disabled-by-default-devtools.timeline"}}})
		return err
	}), chromedp.Navigate(url))
	evaluate[chromedp.Void](t, b, `new Promise((resolve) => setTimeout(() => requestIdleCallback(() => resolve()), 500))`)
	b.do(t, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, tracing.End, cdp.Empty{})
		return err
	}))
	select {
	case <-ended:
	case <-ctx.Done():
		t.Fatal("the browser does not end its trace")
	}
	mu.Lock()
	defer mu.Unlock()
	return blockedFor(t, events)
}

// blockedFor adds up what of each task of the page's thread goes beyond 50 ms.
func blockedFor(t *testing.T, events []traced) float64 {
	t.Helper()
	var painted traced
	for _, e := range events {
		if e.Name == "firstContentfulPaint" && e.At > painted.At {
			painted = e
		}
	}
	if painted.At == 0 {
		t.Fatalf("nothing was painted in %d events", len(events))
	}
	total, tasks := 0.0, 0
	for _, e := range events {
		if e.Name == "RunTask" && e.Pid == painted.Pid && e.Tid == painted.Tid && e.At >= painted.At {
			total += max(0, slower*e.Work/1000-50)
			tasks++
		}
	}
	if tasks == 0 {
		t.Fatal("the page has no tasks")
	}
	return total
}
