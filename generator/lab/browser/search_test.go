package browser

import (
	"cmp"
	"context"
	_ "embed"
	"fmt"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"mingfa/generator/site/search"
)

//go:embed testdata/searched.js
var awaitAnswer string

//go:embed testdata/hits.js
var showHits string

//go:embed testdata/keys.js
var typeKeys string

// ask opens the search page at a query and returns what its status says.
func ask(t *testing.T, b *tab, site built, query string, more ...string) string {
	t.Helper()
	asked := url.Values{"q": {query}}
	for i := 0; i+1 < len(more); i += 2 {
		asked.Set(more[i], more[i+1])
	}
	b.do(t, chromedp.Navigate(site.url+"search/?"+asked.Encode()))
	return evaluate[string](t, b, awaitAnswer)
}

// until waits for a condition of a page that may be on its way to another.
func until(t *testing.T, b *tab, condition string) {
	t.Helper()
	for range 300 {
		ctx, cancel := context.WithTimeout(b.ctx, 10*time.Second)
		ok, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("Boolean("+condition+")"))
		cancel()
		if err == nil && ok {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatalf("it never comes true that %s", condition)
}

// scan counts in the sources how often each holds a query, line by line.
func scan(t *testing.T, query string) map[string]int {
	t.Helper()
	sources, err := filepath.Glob(filepath.Join(seedsDir(t), "*", "*.txt"))
	if err != nil || len(sources) == 0 {
		t.Fatalf("%d sources, %v", len(sources), err)
	}
	want := map[string]int{}
	folded := string(search.Fold(nil, query))
	for _, path := range sources {
		name := filepath.Base(filepath.Dir(path)) + "/" + strings.TrimSuffix(filepath.Base(path), ".txt")
		for line := range strings.FieldsFuncSeq(readFile(t, path), func(r rune) bool { return r == '\n' || r == '\r' }) {
			if n := strings.Count(string(search.Fold(nil, line)), folded); n > 0 {
				want[name] += n
			}
		}
	}
	return want
}

// TestSearchFindsWhatIsThere compares what the page finds with a plain scan of
// the texts: as often, in the same reports.
func TestSearchFindsWhatIsThere(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	for _, query := range []string{
		"街道", "复议", "行政复议", "政复", "法", "枫桥", "“枫桥经验”", "2075起", "２０７５", "百余条", "96%", "９６％", "存在的不足", "100", "工作",
		"（街道）", "(街道)", "，", "《", "<script>", "</SCRIPT>", "{{<", ".*", "[点我]", "\\", "(c)", "=SUM(A1)", "零", "绝无此语", "a", "Ａ", "|", "\u202e受理",
	} {
		status := ask(t, b, site, query, "exact", "1")
		got, want := evaluate[map[string]int](t, b, showHits), scan(t, query)
		if !maps.Equal(got, want) {
			t.Errorf("%q: found %v, the texts have %v (%s)", query, got, want, status)
		}
		if (len(want) == 0) != strings.Contains(status, "没有找到") {
			t.Errorf("%q: the status is %s", query, status)
		}
	}
}

// TestSearchWords asks for several words, which stand in one paragraph.
func TestSearchWords(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	if status := ask(t, b, site, "　调解  成功率 "); !strings.Contains(status, "找到") {
		t.Fatalf("the status is %s", status)
	}
	for _, words := range evaluate[[][]string](t, b, `[...document.querySelectorAll(".find-report li")].map((li) => [...li.querySelectorAll("mark")].map((m) => m.textContent))`) {
		for _, w := range words {
			if w != "调解" && w != "成功率" {
				t.Errorf("%q is marked", w)
			}
		}
	}
	for _, nothing := range []string{"", " ", "　\t "} {
		b.do(t, chromedp.Navigate(site.url+"search/?q="+url.QueryEscape(nothing)))
		if got := evaluate[string](t, b, `document.getElementById("status").textContent + document.getElementById("results").textContent`); got != "" {
			t.Errorf("%q gives %q", nothing, got)
		}
	}
}

// TestSearchLeadsThere follows results of several kinds to their very place.
func TestSearchLeadsThere(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.look(t, 360, 800, "light", "")
	for query, want := range map[string]string{
		"2075起":  "A", // a figure
		"百余条":    "A",
		"存在的不足":  "H3", // a heading
		"党组会20场": "A",
		"@艾特":    "TR",
	} {
		ask(t, b, site, query, "exact", "1")
		evaluate[chromedp.Void](t, b, `document.querySelector(".find-hit").click()`)
		until(t, b, `document.readyState === "complete" && document.querySelector(".prose")`)
		got := evaluate[string](t, b, `new Promise((done) => { const look = () => {
			const e = document.querySelector(":target");
			if (!e) return setTimeout(look, 20);
			const r = e.getBoundingClientRect();
			done(r.bottom > 0 && r.top < innerHeight ? e.tagName + " " + e.textContent : "out of view"); }; look(); })`)
		if name, words, _ := strings.Cut(got, " "); name != want || !touches(words, query) {
			t.Errorf("%s leads to %s", query, got)
		}
	}
}

// touches reports whether two texts share two characters that stand together.
func touches(a, b string) bool {
	runes := []rune(b)
	for i := 1; i < len(runes); i++ {
		if strings.Contains(a, string(runes[i-1:i+1])) {
			return true
		}
	}
	return false
}

// TestSearchAddress chooses filters, goes back and comes back from a result.
func TestSearchAddress(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	ask(t, b, site, "调解")
	choose := func(name, value string) {
		evaluate[chromedp.Void](t, b, fmt.Sprintf(`{const s = document.getElementById(%q); s.value = %q; s.dispatchEvent(new Event("change"))}`, name, value))
	}
	query := func() url.Values {
		u, err := url.Parse(evaluate[string](t, b, "location.href"))
		if err != nil {
			t.Fatal(err)
		}
		return u.Query()
	}
	reports := func() []string { return slices.Sorted(maps.Keys(evaluate[map[string]int](t, b, showHits))) }
	all := reports()
	choose("year", "2023")
	evaluate[string](t, b, awaitAnswer)
	narrowed := evaluate[[]string](t, b, `new Promise((r) => setTimeout(() => r([...document.querySelectorAll(".find-report h2 a")].map((a) => a.pathname)), 200))`)
	if query().Get("year") != "2023" || len(narrowed) == 0 || len(narrowed) >= len(all) {
		t.Errorf("with a year: %v, %v", query(), narrowed)
	}
	for _, path := range narrowed {
		if !strings.HasSuffix(path, "/2023/") {
			t.Errorf("%s is not of the year", path)
		}
	}
	choose("theme", "governance")
	if got := query(); got.Get("theme") != "governance" || got.Get("q") != "调解" {
		t.Errorf("with a theme: %v", got)
	}
	choose("body", "hubin-sfj")
	if status := evaluate[string](t, b, `new Promise((r) => setTimeout(() => r(document.getElementById("status").textContent), 200))`); !strings.Contains(status, "在 1 份报告里") {
		t.Errorf("of one body: %s", status)
	}
	back := func() {
		evaluate[chromedp.Void](t, b, "history.back()")
		evaluate[bool](t, b, "new Promise((r) => setTimeout(() => r(true), 300))")
	}
	back()
	back()
	if got := query(); got.Get("theme") != "" || got.Get("body") != "" || got.Get("year") != "2023" {
		t.Errorf("after going back twice: %v", got)
	}
	if got := evaluate[string](t, b, `document.getElementById("year").value + document.getElementById("theme").value + document.getElementById("body").value`); got != "2023" {
		t.Errorf("after going back the filters are %s", got)
	}
	if got := evaluate[[]string](t, b, `[...document.querySelectorAll(".find-report h2 a")].map((a) => a.pathname)`); !slices.Equal(got, narrowed) {
		t.Errorf("after going back: %v, want %v", got, narrowed)
	}
	// A shared address gives the same.
	ask(t, b, site, "调解", "year", "2023")
	if got := evaluate[[]string](t, b, `[...document.querySelectorAll(".find-report h2 a")].map((a) => a.pathname)`); !slices.Equal(got, narrowed) {
		t.Errorf("the address gives %v, want %v", got, narrowed)
	}
}

// TestSearchKeyboard types, goes down to a result, follows it, and comes back
// to it.
func TestSearchKeyboard(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.look(t, 320, 800, "light", "")
	b.do(t, chromedp.Navigate(site.url+"search/"))
	b.heard()
	evaluate[bool](t, b, "new Promise((r) => setTimeout(() => r(true), 200))")
	_, requests := b.heard()
	for _, r := range requests {
		if strings.Contains(r, "index") {
			t.Errorf("before the first key the page asks for %s", r)
		}
	}
	for range 30 {
		b.do(t, chromedp.KeyEvent(kb.Tab))
		if evaluate[string](t, b, "document.activeElement.id") == "q" {
			break
		}
	}
	b.do(t, chromedp.KeyEvent("复议"))
	evaluate[string](t, b, awaitAnswer)
	down, up := chromedp.KeyEvent(kb.ArrowDown), chromedp.KeyEvent(kb.ArrowUp)
	focused := func() string {
		return evaluate[string](t, b, `document.activeElement.id || document.activeElement.closest("#known, .find-report") && document.activeElement.tagName + [...document.querySelectorAll("#known a, #results a")].indexOf(document.activeElement) || "elsewhere"`)
	}
	for i, step := range []struct {
		key  chromedp.Action[chromedp.Void]
		want string
	}{{down, "A0"}, {down, "A1"}, {up, "A0"}, {up, "q"}, {down, "A0"}, {down, "A1"}} {
		b.do(t, step.key)
		if got := focused(); got != step.want {
			t.Errorf("after arrow %d the focus is at %s, want %s", i+1, got, step.want)
		}
		if step.want != "q" {
			if !evaluate[bool](t, b, `(() => { const e = document.activeElement, r = e.getBoundingClientRect();
				return getComputedStyle(e).outlineStyle !== "none" && r.top >= 0 && r.bottom <= innerHeight; })()`) {
				t.Errorf("after arrow %d the focus is not to be seen", i+1)
			}
		}
	}
	evaluate[bool](t, b, "new Promise((r) => setTimeout(() => r(true), 400))") // until the address says what was typed
	b.do(t, chromedp.KeyEvent(kb.Enter))
	until(t, b, `!location.pathname.includes("/search/") && document.readyState === "complete"`)
	evaluate[chromedp.Void](t, b, "history.back()")
	until(t, b, `location.pathname.includes("/search/") && document.readyState === "complete"`)
	if status := evaluate[string](t, b, awaitAnswer); !strings.Contains(status, "复议") {
		t.Errorf("back on the page the status is %s", status)
	}
	evaluate[bool](t, b, "new Promise((r) => setTimeout(() => r(true), 200))")
	if got := focused(); got != "A1" {
		t.Errorf("back on the page the focus is at %s", got)
	}
	if got := evaluate[string](t, b, `document.getElementById("status").role || document.getElementById("status").getAttribute("role")`); got != "status" {
		t.Errorf("what is announced has the role %s", got)
	}
}

// TestSearchPage looks at results as TestPages looks at pages.
func TestSearchPage(t *testing.T) {
	t.Parallel()
	site, axe := serveSite(t), node(t, "axe-core", "axe.min.js")
	b := newTab(t)
	for _, query := range []string{"工作", "绝无此语", "\u202e", "<b>"} {
		b.heard()
		ask(t, b, site, query)
		evaluate[chromedp.Void](t, b, axe+"\n;undefined")
		b.inEveryMode(t, strconv.Quote(query)+", ")
		messages, requests := b.heard()
		for _, m := range messages {
			t.Errorf("%q: the console says: %s", query, m)
		}
		for _, r := range requests {
			if !strings.HasPrefix(r, site.url) {
				t.Errorf("%q: the page asks for %s", query, r)
			}
		}
	}
	for what, script := range map[string]string{
		"an inline script ran": tryScript, "a style attribute was applied": tryStyle, "a picture of another origin was not refused": tryPicture,
		"another origin was asked": `fetch("https://example.com/").then(() => true, () => false)`,
	} {
		if evaluate[bool](t, b, script) {
			t.Errorf("on the search page %s", what)
		}
	}
	if got := evaluate[int](t, b, `document.querySelectorAll("#results :not(section, h2, a, ul, li, span, mark, button)").length`); got != 0 {
		t.Errorf("the results hold %d other elements", got)
	}
}

// TestSearchMeetsANewBuild begins with the index of an earlier build, and
// TestSearchWithoutNet with none.
func TestSearchMeetsANewBuild(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.do(t, chromedp.Navigate(site.url+"search/"))
	const old = `{ const real = fetch; let first = true; window.fetch = async (url, options) => {
		const answer = await real(url, options);
		if (!first || !url.includes("index.json")) return answer;
		first = false;
		return new Response(JSON.stringify({ ...(await answer.json()), version: "old" })); } }`
	evaluate[chromedp.Void](t, b, old)
	evaluate[chromedp.Void](t, b, `{const q = document.getElementById("q"); q.value = "调解"; q.dispatchEvent(new InputEvent("input"))}`)
	if status := evaluate[string](t, b, awaitAnswer); !strings.Contains(status, "找到") {
		t.Errorf("the status is %s", status)
	}
}

func TestSearchWithoutNet(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.do(t, chromedp.Navigate(site.url+"search/"))
	evaluate[chromedp.Void](t, b, `{const real = fetch; window.fetch = () => Promise.reject(new TypeError("offline"));
		const q = document.getElementById("q"); q.value = "调解"; q.dispatchEvent(new InputEvent("input")); window.online = () => { window.fetch = real; };}`)
	if status := evaluate[string](t, b, awaitAnswer); !strings.Contains(status, "检查网络") {
		t.Errorf("the status is %s", status)
	}
	evaluate[chromedp.Void](t, b, `{online(); document.getElementById("q").dispatchEvent(new InputEvent("input"))}`)
	until(t, b, `document.getElementById("status").textContent.includes("找到")`)
}

// TestSearchWithoutScript shows what to do instead.
func TestSearchWithoutScript(t *testing.T) {
	t.Parallel()
	site := serveSite(t)
	b := newTab(t)
	b.do(t, chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		return err
	}), chromedp.Navigate(site.url+"search/?q="+url.QueryEscape("复议")))
	got := evaluate[string](t, b, `document.body.innerText`)
	for _, want := range []string{"没有开启 JavaScript", "在页面中查找", "site:", "全部报告"} {
		if !strings.Contains(got, want) {
			t.Errorf("the page does not say %s:\n%s", want, got)
		}
	}
	if strings.Contains(got, "全部单位") {
		t.Error("the page shows a search that does not work")
	}
}

// TestFoldingIsOne compares how the program and the page fold every character
// that both know.
func TestFoldingIsOne(t *testing.T) {
	site := serveSite(t)
	b := newTab(t)
	b.do(t, chromedp.Navigate(site.url+"search/"))
	folded := evaluate[map[string]string](t, b, `(() => { const out = {};
		for (let c = 1; c < 0x30000; c++) if (c < 0xd800 || c > 0xdfff) {
			const s = String.fromCodePoint(c), f = searchText.fold(s).text;
			if (f !== s) out[c] = f;
		}
		return out; })()`)
	if len(folded) < 5000 {
		t.Fatalf("the page folds %d characters", len(folded))
	}
	for c := rune(1); c < 0x30000; c++ {
		if c >= 0xd800 && c <= 0xdfff || !unicode.In(c, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z) {
			continue
		}
		want, changed := folded[fmt.Sprint(c)]
		if !changed {
			want = string(c)
		}
		if got := string(search.Fold(nil, string(c))); got != want {
			t.Errorf("%U becomes %q, on the page %q", c, got, want)
		}
	}
	for _, c := range []struct{ text, query, want string }{
		{"甲𠮷乙👨‍👩‍👧丙", "𠮷", "[[1,3]]"},
		{"甲𠮷乙👨‍👩‍👧丙", "丙", "[[12,13]]"},
		{"①②③件", "23", "[[1,3]]"},
		{"①②③件", "3件", "[[2,4]]"},
		{"㏂㏂", "a.m.", "[[0,1],[1,2]]"},
		{"aaaa", "aa", "[[0,2],[2,4]]"},
		{"Ａ．Ｂ", "a.b", "[[0,3]]"},
		{"复议复议", "议复 复议", "[[0,4]]"},
		{"复议", "复议 诉讼", "null"},
	} {
		script := fmt.Sprintf("JSON.stringify(searchText.find(searchText.fold(%q), searchText.words(%q)))", c.text, c.query)
		if got := evaluate[string](t, b, script); got != c.want {
			t.Errorf("%q in %q: %s, want %s", c.query, c.text, got, c.want)
		}
	}
}

// A key is what typing one character more led to.
type key struct {
	Key   string
	Ms    float64
	Files int
}

// TestSearchIsFast types into the search of a portal of 1,000 reports, whose texts are too many
// to be loaded at once. Most of what a key takes is asking for files, so these are counted: unlike
// milliseconds they are the same on a machine with other work.
func TestSearchIsFast(t *testing.T) {
	dir := manyReports(t, 1000)
	site := serveFolder(t, built{dir: dir, base: "/"})
	if _, err := os.Stat(filepath.Join(dir, "search", "index", "0.json")); err != nil {
		t.Fatalf("the index is not in parts: %v", err)
	}
	b := newTab(t)
	b.do(t, chromedp.Navigate(site.url+"search/"))
	until(t, b, `!document.getElementById("year").disabled`) // as soon as the page stands
	const words = `["行政复议", "街道办", "矛盾纠纷", "执法监督", "绝无此语", "枫桥经验"]`
	for _, again := range []bool{false, true} {
		keys := evaluate[[]key](t, b, "("+strings.TrimSpace(typeKeys)+")("+words+")")
		files := 0
		for _, k := range keys {
			files += k.Files
			if k.Files > mostFiles || again && k.Files > 0 {
				t.Errorf("again %v: %s asks for %d files", again, k.Key, k.Files)
			}
		}
		slices.SortFunc(keys, func(a, b key) int { return cmp.Compare(a.Ms, b.Ms) })
		slowest := keys[len(keys)-1]
		t.Logf("again %v: %d keys, %d files, median %.0f ms, slowest %.0f ms (%s)", again, len(keys), files, keys[len(keys)/2].Ms, slowest.Ms, slowest.Key)
		if median := keys[len(keys)/2].Ms; again && median > 100 {
			t.Errorf("one key in two takes %.0f ms or more", median)
		}
	}
}

// mostFiles is how many files a key may ask for: two or three of them go by at a time, each
// in some milliseconds.
const mostFiles = 12
