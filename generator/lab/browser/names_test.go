package browser

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
)

// sameNames are what links of a page may be called though they lead to other
// places, and why.
var sameNames = map[string]string{
	"```（原文如此的理由）": "the report that attacks the page has these words twice in one line",
	"“```”":        "the same, in the list of what stands as issued",
}

// TestLinkNames: no two links of a page have one name and lead to different
// places, as a browser tells assistive technology. Who has the links of a page
// listed hears their names alone: a hundred that are called 12次 say nothing.
func TestLinkNames(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.elder(t, site, false)
	b.look(t, 1280, 900, "light", "")
	samples := site.samples(t)
	for _, name := range names(samples) {
		b.do(t, chromedp.Navigate(site.url+samples[name]))
		evaluate[chromedp.Void](t, b, `document.querySelectorAll("details").forEach((e) => { e.open = true; })`)
		evaluate[chromedp.Void](t, b, `new Promise((told) => setTimeout(told, 300))`) // after names.js
		links := b.links(t)
		if len(links) < 3 {
			t.Errorf("%s: the page has %d links", name, len(links))
		}
		wrong := 0
		for _, called := range slices.Sorted(maps.Keys(links)) {
			if to := links[called]; len(to) > 1 && sameNames[called] == "" {
				if wrong++; wrong <= 5 {
					t.Errorf("%s: %d places are led to by links called %q: %.200v", name, len(to), called, to)
				}
			}
		}
		if wrong > 5 {
			t.Errorf("%s: %d names in all", name, wrong)
		}
	}
}

// mostLandmarks is how many a page of a body may have: who goes from one to the
// next comes to its data in a few steps.
const mostLandmarks = 12

// TestLandmarks counts what assistive technology lists as the parts of a page.
func TestLandmarks(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.elder(t, site, false)
	b.look(t, 1280, 900, "light", "")
	samples := site.samples(t)
	for _, name := range names(samples) {
		if name != "body" && name != "body-2" {
			continue
		}
		b.do(t, chromedp.Navigate(site.url+samples[name]))
		var found []string
		for _, n := range b.tree(t) {
			switch role := axText(n.Role); role {
			case "banner", "complementary", "contentinfo", "form", "main", "navigation", "region", "search":
				found = append(found, role+" "+axText(n.Name))
			}
		}
		if len(found) < 4 || len(found) > mostLandmarks {
			t.Errorf("%s: %d landmarks: %q", name, len(found), found)
		}
	}
}

// links are where the links of the page lead to, by their names.
func (b *tab) links(t *testing.T) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	for _, n := range b.tree(t) {
		if axText(n.Role) != "link" {
			continue
		}
		called, to := strings.TrimSpace(axText(n.Name)), ""
		for _, p := range n.Properties {
			if fmt.Sprint(p.Name) == "url" {
				to = axText(p.Value)
			}
		}
		if !slices.Contains(found[called], to) {
			found[called] = append(found[called], to)
		}
	}
	return found
}

// tree is the page as the browser tells it to assistive technology.
func (b *tab) tree(t *testing.T) []*accessibility.Node {
	t.Helper()
	var nodes []*accessibility.Node
	b.do(t, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		result, err := cdp.Call(ctx, target, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		if err == nil {
			nodes = result.Nodes
		}
		return err
	}))
	return nodes
}

// axText is a text that a node states, "" where it states none.
func axText(v *accessibility.Value) string {
	var s string
	if v != nil {
		_ = json.Unmarshal(v.Value, &s) // a value that is no text is none
	}
	return s
}
