package build

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestShows: the page of a report holds its text, every word of it in order and every place that links lead to,
// however a template or a minifier writes it down.
func TestShows(t *testing.T) {
	const text = `<h3 id="h1">一、调解</h3>
<p id="p1">办结<a class="n" id="f1" href="#r-f1">58件</a>，A &amp; B。</p>`
	for page, want := range map[string]bool{
		"<main>" + text + "</main>": true,
		`<main><h3 id=h1>一、 调解</h3><p id=p1>办结 <a id=f1 href=#r-f1 class=n>58件</a>，A & B。</main>`: true,
		`<main><h3 id="h1">一、<b>调</b>解</h3><p id="p1">办结<a id="f1">58件</a>，A &#38; B。</p></main>`: true,
		"<main></main>": false,
		"":              false,
		strings.Replace("<main>"+text+"</main>", ` id="f1"`, "", 1):                         false, // nothing leads to the figure
		strings.Replace("<main>"+text+"</main>", "58", "85", 1):                             false,
		strings.Replace("<main>"+text+"</main>", "，A &amp; B。", "", 1):                      false,
		strings.Replace("<main>"+text+"</main>", "办结", "办结<p>通知</p>", 1):                    false, // other words within it
		`<p id="p1">办结<a id="f1">58件</a>，A &amp; B。</p><h3 id="h1">一、调解</h3>`:               false, // in another order
		`<main><!-- ` + text + ` --><h3 id="h1"></h3><p id="p1"></p><a id="f1"></a></main>`: true,  // what nobody writes by accident is not looked for
		`<main>&lt;h3 id="h1"&gt;一、调解&lt;/h3&gt; 办结58件，A &amp; B。<i id="h1"></i></main>`:    false, // shown as source
	} {
		if got := shows([]byte(page), []byte(text)); got != want {
			t.Errorf("%q: %t", page, got)
		}
	}
}

// TestLack: a report's page shows what stands below the head of what was written for Hugo, and each page leads to
// the sentences that its head names.
func TestLack(t *testing.T) {
	written := filepath.Join(t.TempDir(), "index.md")
	const head = `{"title":"示例市司法局","params":{"rows":"<a href=\"../../reports/shili/2023/#f1a\">3件</a>","up":"../.."}}`
	for _, c := range []struct{ file, written, page, want string }{
		{"reports/shili/2023/index.html", "{\"title\":\"报告\"}\n", "<p>有</p>", ""},
		{"reports/shili/2023/index.html", "{\"title\":\"报告\"}\n\n<p>无</p>\n", "<p>有</p>", "没有报告的全文"},
		{"reports/shili/2023/index.html", "{\"title\":\"无\"}\n<p>有</p>\n<p>有</p>", "<p>有</p>\n<p>有</p>", ""},
		{"bodies/shili/index.html", head + "\n", `<td><a href=../../reports/shili/2023/#f1a>3件</a></td>`, ""},
		{"bodies/shili/index.html", head + "\n", `<td><a href="https://mingfa.example/reports/shili/2023/#f1a">3件</a></td>`, ""},
		{"bodies/shili/index.html", head + "\n", `<title>示例市司法局</title>`, "没有通向 /reports/shili/2023/#f1a 的链接"},
		{"bodies/shili/index.html", head + "\n", `<td><a href="../../reports/shili/2023/">3件</a></td>`, "没有通向 /reports/shili/2023/#f1a 的链接"},
		{"about/index.html", "{\"title\":\"说明\"}\n文字\n", "<title>说明</title>", ""},
	} {
		put(t, written, c.written)
		if got, err := (wantedPage{file: c.file, written: written}).lack([]byte(c.page)); err != nil || got != c.want {
			t.Errorf("%s: %q, not %q; %v", c.page, got, c.want, err)
		}
	}
}
