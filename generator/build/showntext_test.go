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

// TestLacksText: only what stands below the head of what was written for Hugo is looked for.
func TestLacksText(t *testing.T) {
	file := filepath.Join(t.TempDir(), "index.md")
	for written, lacks := range map[string]bool{
		"{\"title\":\"报告\"}\n":                  false,
		"{\"title\":\"报告\"}\n\n<p>无</p>\n":      true,
		"{\"title\":\"无\"}\n<p>有</p>\n<p>有</p>": false,
	} {
		put(t, file, written)
		if got, err := (wantedPage{text: file}).lacksText([]byte("<p>有</p>\n<p>有</p>")); err != nil || got != lacks {
			t.Errorf("%q: %t, %v", written, got, err)
		}
	}
}
