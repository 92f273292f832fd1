package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
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
	t.Parallel()
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
	t.Parallel()
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
	until(t, b, row) // shown when its theme is opened
	b.do(t, chromedp.Reload())
	evaluate[chromedp.Void](t, b, `document.querySelector("a.n").click()`)
	if !evaluate[bool](t, b, `(() => { const r = document.querySelector(":target").getBoundingClientRect(); return r.height > 0 && r.top >= 0 && r.bottom <= innerHeight; })()`) {
		t.Error("a link to a row does not lead to it")
	}
	b.scripts(t, true)
}

// TestPlainText switches to 只看正文: the same characters without a link, each
// paragraph one run to a voice, remembered, and undone by the same switch. A link to
// a figure still leads to its marked sentence and gives its links back.
func TestPlainText(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.elder(t, site, false)
	b.look(t, phoneWidth, phoneHeight, "light", "")
	b.do(t, chromedp.Navigate(site.url+longReport))
	prose := `document.querySelector(".prose").textContent.replaceAll("\u2060", "")`
	links := `document.querySelectorAll(".prose a").length`
	before, linked := evaluate[string](t, b, prose), evaluate[int](t, b, links)
	if linked < 90 {
		t.Fatalf("the text has %d links", linked)
	}
	evaluate[chromedp.Void](t, b, `document.getElementById("plain").click()`)
	for _, when := range []string{"when switched", "on the next visit"} {
		if n := evaluate[int](t, b, links); n != 0 {
			t.Errorf("%s the text has %d links", when, n)
		}
		if got := evaluate[string](t, b, prose); got != before {
			t.Errorf("%s the text is another", when)
		}
		if most := b.mostRuns(t); most < 1 || most > 2 {
			t.Errorf("%s a paragraph is %d runs", when, most)
		}
		b.do(t, chromedp.Reload())
	}
	if got := evaluate[string](t, b, `(() => {
		getSelection().selectAllChildren(document.querySelector(".prose"));
		const e = new ClipboardEvent("copy", { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
		document.dispatchEvent(e);
		const copied = e.clipboardData.getData("text/plain");
		return copied.includes("1486件") ? copied.includes("\u2060") ? "with joiners" : "" : copied.slice(0, 100); })()`); got != "" {
		t.Errorf("copied is %q", got)
	}
	if !evaluate[bool](t, b, `getSelection().removeAllRanges(), window.find("1486件")`) {
		t.Error("the browser does not find 1486件 in the text")
	}
	evaluate[chromedp.Void](t, b, `document.querySelectorAll(".keys a")[2].click()`)
	b.until(t, `!!document.querySelector("a.n:target")`)
	if got := evaluate[string](t, b, `document.querySelector(".says:has(:target)").textContent`); !strings.Contains(got, "1486件") {
		t.Errorf("a link leads to %s", got)
	}
	if got := evaluate[string](t, b, prose); got != before {
		t.Error("the text is another where a reader has landed")
	}
	evaluate[chromedp.Void](t, b, `document.getElementById("plain").click()`)
	if n := evaluate[int](t, b, links); n != linked {
		t.Errorf("switched back, the text has %d links of %d", n, linked)
	}
	b.do(t, chromedp.Reload())
	if n := evaluate[int](t, b, links); n != linked {
		t.Errorf("it is remembered though it was switched off: %d links of %d", n, linked)
	}
}

// mostRuns is of how many runs of text the paragraph of the report's text is that
// has the most, as the browser tells assistive technology.
func (b *tab) mostRuns(t *testing.T) int {
	t.Helper()
	nodes := b.tree(t)
	byID := map[accessibility.NodeID]*accessibility.Node{}
	for _, n := range nodes {
		byID[n.NodeID] = n
	}
	runs, words := map[accessibility.NodeID]int{}, map[accessibility.NodeID]string{}
	for _, n := range nodes {
		if axText(n.Role) != "StaticText" {
			continue
		}
		for up := byID[n.ParentID]; up != nil; up = byID[up.ParentID] {
			if axText(up.Role) == "paragraph" {
				runs[up.NodeID]++
				words[up.NodeID] += axText(n.Name)
				break
			}
		}
	}
	text := dense(evaluate[string](t, b, `document.querySelector(".prose").textContent`))
	most := 0
	for id, n := range runs {
		if strings.Contains(text, dense(words[id])) { // other paragraphs of the page have links
			most = max(most, n)
		}
	}
	return most
}

// TestLanded: who lands on a figure is told whose text it is and on which line of
// the original it stands, and comes back.
func TestLanded(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.elder(t, site, false)
	b.look(t, phoneWidth, phoneHeight, "light", "")
	b.do(t, chromedp.Navigate(site.url+longReport))
	if evaluate[bool](t, b, `document.querySelector(".landed").checkVisibility()`) {
		t.Error("the line at hand is shown to who has not landed")
	}
	evaluate[chromedp.Void](t, b, `scrollTo({ top: 40, behavior: "instant" })`)
	from := evaluate[float64](t, b, `scrollY`)
	evaluate[chromedp.Void](t, b, `document.querySelectorAll(".keys a")[2].click()`)
	b.until(t, `document.querySelector(".landed [data-to=line]").textContent.includes("第")`)
	got := evaluate[[]string](t, b, `[document.querySelector(".landed b").textContent, ...[...document.querySelectorAll(".landed li")].filter((e) => e.checkVisibility()).map((e) => e.textContent)]`)
	if want := "长河区司法局 2024年 复制链接 原文第21行 历年 报错 返回"; strings.Join(got, " ") != want {
		t.Errorf("the line says %q, want %q", got, want)
	}
	if top := evaluate[float64](t, b, `document.querySelector(".landed").getBoundingClientRect().top`); top != 0 {
		t.Errorf("it is at %v", top)
	}
	for _, width := range []int64{320, phoneWidth} {
		b.look(t, width, phoneHeight, "light", "")
		if rows := evaluate[int](t, b, `(() => {
			const range = document.createRange(), rows = new Set();
			for (const e of document.querySelectorAll(".landed li")) {
				range.selectNodeContents(e);
				for (const r of range.getClientRects()) if (r.width > 0 && r.height < 30) rows.add(Math.round(r.top / 10));
			}
			return rows.size; })()`); rows != 1 {
			t.Errorf("at %d px what one may do there stands on %d lines", width, rows)
		}
	}
	line := evaluate[string](t, b, `document.querySelector(".landed [data-to=line]").href`)
	if !strings.HasSuffix(line, longReport+"source/#L21") {
		t.Errorf("its line of the original is %s", line)
	}
	letter := evaluate[string](t, b, `decodeURIComponent(document.querySelector(".landed [data-to=fault]").href)`)
	for _, filled := range []string{"长河区司法局2024年", "原件第21行：", "1486件", longReport + "#f"} {
		if !strings.Contains(letter, filled) {
			t.Errorf("who reports an error has to write %s: %s", filled, letter)
		}
	}
	evaluate[chromedp.Void](t, b, `document.querySelector(".landed [data-do=back]").click()`)
	b.until(t, `location.hash === "" && !document.querySelector(".landed").checkVisibility()`)
	b.until(t, fmt.Sprintf(`Math.abs(scrollY - %v) < 2`, from))
}
