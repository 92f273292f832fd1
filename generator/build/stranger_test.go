package build

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mingfa/generator/build/hugo"
)

// TestStrangers: what a template or a mount puts where only the program, publishing or the scripts of the site have business is refused,
// by its address, and nothing else is.
func TestStrangers(t *testing.T) {
	w := &wanted{pages: []wantedPage{{file: "reports/shili/2023/index.html"}, {file: "bodies/index.html"}}}
	for name, says := range map[string]string{
		"reports/shili/2023/index.html": "", "reports/page/2/index.html": "", "bodies/index.html": "", "search/index.html": "",
		"index.html": "", "404.html": "", "about/index.html": "", "news/2024/index.html": "", "google123.html": "", "js/site.min.1a.js": "", "css/a.css": "",
		"icon.svg": "", "robots.txt": "", "reports/index.xml": "", "reports/shili/2023/report.json": "", "app.webmanifest": "", "data/figures.jsonl": "",
		apart + "/x.js":                    "",
		"reports/shili/1999/index.html":    "不是程序写的网页",
		"reports/page/x/index.html":        "不是程序写的网页",
		"bodies/shili/index.html":          "不是程序写的网页",
		"changes/x.html":                   "不是程序写的网页",
		"indicators/cases/page/index.html": "不是程序写的网页",
		"sw.js":                            "是脚本",
		"SW.JS":                            "是脚本",
		"reports/shili/2023/x.mjs":         "是脚本",
		"css/x.wasm":                       "是脚本",
		"manifest.json":                    "是发布时写的文件",
		"releases.json.sig":                "是发布时写的文件",
		"redirects.map":                    "是发布时写的文件",
		"about/index.html.gz":              "是压缩的文件",
		"js/site.js.br":                    "是压缩的文件",
	} {
		dest := t.TempDir()
		file := filepath.Join(dest, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o777), os.WriteFile(file, []byte("x"), 0o666)); err != nil {
			t.Fatal(err)
		}
		err := w.strangers(dest)
		var failure *hugo.Failure
		if says == "" && err != nil || says != "" && (!errors.As(err, &failure) || !strings.Contains(failure.Summary, "/"+name+" "+says)) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for css, hides := range map[string]bool{"body{display:none}": true, "nav{display:none}": false} {
		dest := t.TempDir()
		put(t, filepath.Join(dest, "css", "a.CSS"), css)
		err := w.strangers(dest)
		var failure *hugo.Failure
		if !hides && err != nil || hides && (!errors.As(err, &failure) || !strings.Contains(failure.Summary, "/css/a.CSS 里有 "+css)) {
			t.Errorf("%s: %v", css, err)
		}
	}
	if err := w.strangers(filepath.Join(t.TempDir(), "nothing")); err == nil || errors.As(err, new(*hugo.Failure)) {
		t.Errorf("a folder that is not there: %v", err)
	}
}
