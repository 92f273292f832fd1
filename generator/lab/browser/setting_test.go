package browser

import (
	_ "embed"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
)

//go:embed testdata/parted.js
var findParted string

// TestNumbersKept looks at every kind of page in many widths, with all that is folded
// open: no line ends between a number and its unit, a year and its 年, within a name.
func TestNumbersKept(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.elder(t, site, false)
	samples := site.samples(t)
	for _, name := range names(samples) {
		b.look(t, 1280, 900, "light", "")
		b.do(t, chromedp.Navigate(site.url+samples[name]))
		evaluate[chromedp.Void](t, b, `document.querySelectorAll("details").forEach((e) => { e.open = true; })`)
		var seen []string
		for _, width := range []int64{320, 340, 360, 375, 390, 414, 768, 1280} {
			b.look(t, width, 900, "light", "")
			for _, fault := range evaluate[[]string](t, b, findParted) {
				if !slices.Contains(seen, fault) && len(seen) < 10 {
					seen = append(seen, fault)
					t.Errorf("%s, %d px: %s", name, width, fault)
				}
			}
		}
	}
}

// TestNumbersKeptPlain looks at the text of reports where it is one run a paragraph, in
// 只看正文 and in 长辈版.
func TestNumbersKeptPlain(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	for _, key := range []string{"plain", "elder"} {
		for _, path := range []string{site.samples(t)["report"], longReport} {
			b.elder(t, site, key == "elder")
			b.do(t, chromedp.Navigate(site.url+path))
			evaluate[chromedp.Void](t, b, `localStorage.`+map[bool]string{true: `setItem("plain", "1")`, false: `removeItem("plain")`}[key == "plain"])
			b.do(t, chromedp.Reload())
			if n := evaluate[int](t, b, `document.querySelectorAll(".prose a").length`); n != 0 {
				t.Fatalf("%s of %s has %d links", key, path, n)
			}
			for _, width := range []int64{320, 340, 360, 375, 390, 414, 768, 1280} {
				b.look(t, width, 900, "light", "")
				for _, fault := range evaluate[[]string](t, b, findParted) {
					t.Errorf("%s of %s, %d px: %s", key, path, width, fault)
				}
			}
			evaluate[chromedp.Void](t, b, `localStorage.removeItem("plain")`)
		}
	}
	b.elder(t, site, false)
}

// TestNumbersKeptFinds: what the test before looks for is found.
func TestNumbersKeptFinds(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.look(t, 360, 900, "light", "")
	b.do(t, chromedp.Navigate(site.url+site.samples(t)["report"]))
	for _, words := range []string{"办理案件1260件", "行政处罚·警告", "学习习近平法治思想"} {
		got := evaluate[int](t, b, `(() => {
			const p = document.createElement("p"), most = { value: 0 };
			p.textContent = "`+words+`";
			document.querySelector(".prose").prepend(p);
			p.className = "closing";
			for (let w = 20; w < 300; w += 2) { p.setAttribute("hidden", ""); p.removeAttribute("hidden"); p.style.width = w + "px"; most.value = Math.max(most.value, `+findParted+`.length); }
			p.remove();
			return most.value; })()`)
		if got == 0 {
			t.Errorf("%s is never found parted", words)
		}
	}
}

//go:embed testdata/measure.js
var findLong string

// TestMeasure looks at the lines of text of every kind of page on a desktop: none is
// longer than the eye finds its way back from, and those of a report hold enough.
func TestMeasure(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.elder(t, site, false)
	b.look(t, 1280, 900, "light", "")
	samples := site.samples(t)
	for _, name := range names(samples) {
		b.do(t, chromedp.Navigate(site.url+samples[name]))
		evaluate[chromedp.Void](t, b, `document.querySelectorAll("details").forEach((e) => { e.open = true; })`)
		for i, fault := range evaluate[[]string](t, b, findLong) {
			if i < 5 {
				t.Errorf("%s: %s", name, fault)
			}
		}
	}
	b.do(t, chromedp.Navigate(site.url+longReport))
	if got := evaluate[float64](t, b, `(() => { const p = document.querySelector(".prose p:not(.meta)"); return p.clientWidth / parseFloat(getComputedStyle(p).fontSize); })()`); got < 30 || got > 38 {
		t.Errorf("a line of a report has %.1f characters", got)
	}
}

//go:embed testdata/torn.js
var findTorn string

// TestTitlesKept looks at the title of every kind of page on phones, with large
// characters too: a line ends between 示例市 and 人民政府, never within a name.
func TestTitlesKept(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	samples := site.samples(t)
	for _, id := range []string{"reoffending-rate", "head-in-court", "party-law-meetings", "info-litigations"} { // long names
		samples["indicator "+id] = "indicators/" + id + "/"
	}
	parts := 0
	for _, elder := range []bool{false, true} {
		b.elder(t, site, elder)
		for _, name := range names(samples) {
			b.do(t, chromedp.Navigate(site.url+samples[name]))
			parts += evaluate[int](t, b, `document.querySelectorAll("h1 .phrases wbr").length`)
			for _, width := range []int64{320, 360, 414} {
				b.look(t, width, 900, "light", "")
				for _, torn := range evaluate[[]string](t, b, findTorn) {
					t.Errorf("%s, %d px, elder %v: the title is parted within %s", name, width, elder, torn)
				}
			}
		}
	}
	if parts == 0 {
		t.Error("no title has parts")
	}
}
