package build

import (
	"cmp"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mingfa/generator/build/hugo"
)

// TestMustHaves: a site that lacks any of what it must have is refused, whichever that is, and so is one where the program's own file is
// another one or a page is empty. Pages that are taken over with their folder were looked at before.
func TestMustHaves(t *testing.T) {
	var made bundles
	const title = "示例市司法局2023年报告"
	page := []byte(`{"title": "` + title + `"}` + "\n" + "<p>办结58件。</p>\n")
	content := t.TempDir()
	put(t, filepath.Join(content, "reports", "shili", "2023", "index.md"), string(page))
	put(t, filepath.Join(content, "bodies", "shili", "index.md"), string(page))
	for name, data := range map[string][]byte{
		"content/reports/shili/2023/index.md": page, "content/reports/shili/2023/report.json": []byte("{}\n"), "content/bodies/shili/index.md": page, "content/reports/shili/2023/figures.csv": []byte("编号\n"), "content/reports/shili/2023/2023.txt": []byte("58"),
		"content/reports/shili/2023/share.png": []byte("what it is drawn from"),
	} {
		made.note(name, data)
	}
	whole := map[string]string{
		"index.html": "示例平台", "404.html": "x", "search/index.html": "x", "reports/shili/2023/index.html": title + "<p>办结58件。</p>", "bodies/shili/index.html": title,
		"reports/shili/2023/report.json": "{}\n", "reports/shili/2023/figures.csv": "编号\n", "reports/shili/2023/2023.txt": "58", apart + "/search/index/index.json": "{}",
	}
	whole["reports/shili/2023/share.png"] = "the picture"
	judge := func(files map[string]string) error {
		dest := t.TempDir()
		for name, text := range files {
			file := filepath.Join(dest, filepath.FromSlash(name))
			if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o777), os.WriteFile(file, []byte(text), 0o666)); err != nil {
				t.Fatal(err)
			}
		}
		return cmp.Or(made.wanted(content).complete(dest, "示例平台", nil), addIndex(dest))
	}
	if err := judge(whole); err != nil {
		t.Errorf("a whole site: %v", err)
	}
	for _, name := range []string{"index.html", "404.html", "search/index.html", "reports/shili/2023/index.html", "bodies/shili/index.html"} {
		files := maps.Clone(whole)
		files[name] += "<body hidden>"
		if err := judge(files); err == nil || !strings.Contains(err.Error(), "/"+strings.TrimSuffix(name, "index.html")+" 上有 <body hidden>") {
			t.Errorf("%s hides itself: %v", name, err)
		}
	}
	delete(whole, "reports/shili/2023/share.png") // nobody asks for it
	for name := range whole {
		for what, spoil := range map[string]func(map[string]string){
			"without": func(files map[string]string) { delete(files, name) }, "with an empty": func(files map[string]string) { files[name] = "" },
		} {
			files := maps.Clone(whole)
			if spoil(files); what != "without" && strings.HasPrefix(name, apart) {
				continue // the program has just written it
			}
			err := judge(files)
			shown := strings.TrimSuffix(strings.TrimPrefix(name, apart+"/"), "index.html")
			var failure *hugo.Failure
			if !errors.As(err, &failure) || !strings.Contains(failure.Summary, "网站不完整") || !strings.Contains(failure.Summary, "/"+shown) {
				t.Errorf("%s %s: %v", what, name, err)
			}
		}
	}
}

// TestFault: a page is looked through for its title as far as a head can reach, however long what
// stands before it, and parted wherever the reading is.
func TestFault(t *testing.T) {
	const title = "示例市司法局2023年报告"
	for _, c := range []struct {
		page, want string
	}{
		{"", "是空的"},
		{"<title>" + title + "</title>", ""},
		{"<title>别的</title>", "没有自己的标题"},
		{strings.Repeat("x", usualHead-8) + title, ""},
		{strings.Repeat("x", usualHead) + title, ""},
		{strings.Repeat("x", mostHead-len(title)) + title, ""},
		{strings.Repeat("x", mostHead-len(title)+1) + title, "没有自己的标题"},
		{strings.Repeat("x", usualHead), "没有自己的标题"},
	} {
		dest := t.TempDir()
		if err := os.WriteFile(filepath.Join(dest, "index.html"), []byte(c.page), 0o666); err != nil {
			t.Fatal(err)
		}
		got, err := wantedPage{file: "index.html", title: title}.fault(dest)
		if err != nil || (got == "") != (c.want == "") || !strings.Contains(got, c.want) {
			t.Errorf("%d bytes: %q, %v; want %q", len(c.page), got, err, c.want)
		}
	}
}
