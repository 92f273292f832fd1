package site

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"mingfa/generator/build/hugo/hugotest"

	"golang.org/x/net/html"
)

// hugoConfig switches on what could act on a text, besides what the site needs.
const hugoConfig = `baseURL = "https://example.org/"
enableEmoji = true
disableKinds = ["taxonomy", "term", "rss", "sitemap", "home", "section", "404"]
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser.attribute]
block = true
[markup.goldmark.extensions.cjk]
enable = true
eastAsianLineBreaks = true
[markup.goldmark.extensions.passthrough]
enable = true
[markup.goldmark.extensions.passthrough.delimiters]
inline = [["$", "$"], ['\(', '\)']]
block = [["$$", "$$"], ['\[', '\]']]
[markup.goldmark.extensions.extras.mark]
enable = true
[markup.goldmark.extensions.extras.insert]
enable = true
`

// hugoLayout prints a text in each kind of place that the site's layouts do.
const hugoLayout = `<!doctype html><html><head><title>{{ .Title }}</title><meta name="description" content="{{ .Description }}"><meta name="title" content="{{ .Title }}"></head>
<body data-shortcodes="{{ .HasShortcode "figure" }}"><h1 title="{{ .Title }}">{{ .Title }}</h1><i id="issuer">{{ .Params.issuer }}</i><i id="count">{{ .Params.figures }}</i>
{{- range .Params.themes }}{{ range .groups }}{{ range .charts }}<table>{{ safeHTML .rows }}</table>{{ end }}<ul>{{ with .numbers }}{{ safeHTML . }}{{ end }}</ul>{{ end }}{{ end -}}
<main>{{ .Content }}</main></body></html>`

// TestHostileTextThroughHugo renders every hostile text with the real Hugo and
// compares what a browser would read with the text, character by character.
func TestHostileTextThroughHugo(t *testing.T) {
	program := hugotest.Find(t, "../..")
	dir := t.TempDir()
	write(t, filepath.Join(dir, "hugo.toml"), []byte(hugoConfig))
	write(t, filepath.Join(dir, "layouts", "page.html"), []byte(hugoLayout))
	texts := append([]string{strings.Join(hostile, "")}, hostile...)
	inputs := make([]*Input, len(texts))
	for i, s := range texts {
		inputs[i] = hostileInput(s)
		inputs[i].Body.Slug = "b" + strconv.Itoa(i)
		inputs[i].Report.Source.Path = "seeds/b/" + []string{"2023.txt", "2023.md", "2023.html"}[i%3]
		for _, f := range written(inputs[i]) {
			write(t, filepath.Join(dir, filepath.FromSlash(f.Path)), f.Data)
		}
	}
	if out, err := exec.Command(program, "--source", dir, "--quiet").CombinedOutput(); err != nil {
		t.Fatalf("failed to run Hugo: %v\n%s", err, out)
	}
	for i, s := range texts {
		folder := filepath.Join(dir, "public", "reports", inputs[i].Body.Slug, "2023")
		for _, f := range written(inputs[i])[1:4] {
			if got := read(t, filepath.Join(folder, filepath.Base(f.Path))); !bytes.Equal(got, f.Data) {
				t.Errorf("%s of %q is published as %q", filepath.Base(f.Path), s, got)
			}
		}
		page := string(read(t, filepath.Join(folder, "index.html")))
		places(t, page, s, inputs[i])
		_, main, _ := strings.Cut(page, "<main>")
		main, _, _ = strings.Cut(main, "</main></body></html>")
		sound(t, []byte(main), s)
		_, list, _ := strings.Cut(string(read(t, filepath.Join(folder, "source", "index.html"))), "<main>")
		list, _, _ = strings.Cut(list, "</main></body></html>")
		soundSource(t, []byte(list), inputs[i])
	}
}

// places looks at everything outside the report's own text.
func places(t *testing.T, page, s string, in *Input) {
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	title := as(s)
	if s == "" {
		title = in.title()
	}
	names := map[string]string{} // of rows
	for i := range in.Report.Figures {
		f := &in.Report.Figures[i]
		name := f.ShownLabel()
		if name == "" {
			c := in.Report.ClauseOf(i)
			name = c.Before + c.Words + c.After
		}
		names["r-"+f.ID] = as(name)
	}
	walk(doc, func(n *html.Node) {
		var got, want string
		switch {
		case n.Data == "title" && n.Type == html.ElementNode, n.Data == "h1":
			got, want = content(n), title
		case n.Data == "meta" && attr(n, "name") == "title":
			got, want = attr(n, "content"), title
		case n.Data == "meta" && attr(n, "name") == "description":
			got, want = attr(n, "content"), as(in.description(2))
		case attr(n, "id") == "issuer":
			got, want = content(n), title
		case attr(n, "class") == "name":
			got, want = content(n), names[attr(n.Parent, "id")+attr(n.Parent.Parent, "id")]
		default:
			return
		}
		if got != want {
			t.Errorf("%s %v is %q, want %q", n.Data, n.Attr, got, want)
		}
		if n.Data == "h1" && attr(n, "title") != title {
			t.Errorf("title of %s is %q, want %q", n.Data, attr(n, "title"), title)
		}
	})
}

func write(t *testing.T, path string, data []byte) {
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) []byte {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
