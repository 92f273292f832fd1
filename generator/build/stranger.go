package build

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"mingfa/generator/build/hugo"
	"mingfa/generator/build/unseen"
)

// A template can publish a file at any address, and a setting can have static files served from any: a page of a report that nobody
// wrote, a script at the top of the site, which may become a service worker and then answers for every page, a file that publishing
// itself writes, so that nothing can be published any more. What Hugo has made is looked through for them.

// ofRelease are files at the top that publishing writes when the site is made.
var ofRelease = []string{"manifest.json", "manifest.json.sig", "manifest.signers", "published.json", "releases.json", "releases.json.sig", "redirects.map", "redirects.caddy"}

// acting are kinds of files that run in a reader's browser. Those of the site lie in js/.
var acting = []string{".js", ".mjs", ".wasm"}

// packed are those of compressed copies, which publishing makes.
var packed = []string{".gz", ".br"}

// turned is a page of a list that a template has parted: page/2/index.html.
var turned = regexp.MustCompile(`(^|/)page/[0-9]+/index\.html$`)

// strangers gives a *hugo.Failure where a file stands in the folder dest that has no business there, or a style sheet that hides whole pages.
func (w *wanted) strangers(dest string) error {
	pages := map[string]bool{"search/index.html": true}
	for _, p := range w.pages {
		pages[p.file] = true
	}
	var faults, sheets []string
	err := filepath.WalkDir(dest, func(at string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := filepath.ToSlash(strings.TrimPrefix(at[len(dest):], string(filepath.Separator)))
		if d.IsDir() {
			if name == apart {
				return fs.SkipDir
			}
			return nil
		}
		if why := stranger(name, pages); why != "" {
			faults = append(faults, "/"+name+" "+why)
		}
		if strings.EqualFold(path.Ext(name), ".css") {
			sheet, err := os.ReadFile(at)
			if hiding := unseen.Sheet(string(sheet)); hiding != "" {
				sheets = append(sheets, "/"+name+" 里有 "+hiding)
			}
			return err
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("failed to look through the rendered site: %w", err)
	}
	switch {
	case len(sheets) > 0:
		return &hugo.Failure{Summary: "Hugo 结束了，但样式表把整个网页藏了起来：" + few(sheets) + "。请检查 static/css 里自己写的样式，删去这一条"}
	case len(faults) == 0:
		return nil
	}
	return &hugo.Failure{Summary: "Hugo 结束了，但网站里有不该有的文件：" + few(faults) + "。请检查自己写的模板（如 .Publish、resources.FromString、resources.Copy）和 hugo.toml 里的 module.mounts"}
}

// stranger says in Chinese why a file has no business on the site; "" for one that may be there.
func stranger(name string, pages map[string]bool) string {
	lower := strings.ToLower(name)
	switch ext := path.Ext(lower); {
	case slices.Contains(ofRelease, lower):
		return "是发布时写的文件"
	case slices.Contains(packed, ext):
		return "是压缩的文件，由发布程序来写"
	case slices.Contains(acting, ext) && !strings.HasPrefix(name, "js/"):
		return "是脚本，只能放在 js/ 里"
	case ext == ".html" && IsGenerated("content/"+name) && !pages[name] && !turned.MatchString(name):
		return "不是程序写的网页"
	}
	return ""
}
