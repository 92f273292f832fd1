package guard

import (
	"strings"
	"testing"

	"mingfa/generator/report"
)

// TestPages: the head of a page says what the page is, and nothing about others,
// about addresses or about days.
func TestPages(t *testing.T) {
	for text, want := range map[string]string{
		"+++\ntitle = \"关于\"\nlayout = \"page\"\ndescription = \"x: y\"\n+++\n正文\n":   "",
		"---\ntitle: 关于\nkeywords:\n- a\n- b\nparams:\n  url: \"x\"\n# url: /\n---\n": "",
		"---\ntitle: \"R&D: a *b*\"\n---\n":                                           "",
		"{\"title\": \"关于\", \"params\": {\"draft\": true}}\n正文":                      "",
		"正文\n\n---\nurl: /\n---\n":                                                    "", // a rule, further down
		"- url: /\n":                                                                  "", // a list
		"":                                                                            "",
		"+++\nurl = \"/\"\n+++\n":                                                     "url",
		"+++\n\"url\" = \"/\"\n+++\n":                                                 "url",
		"+++\n\"\\u0075rl\" = \"/\"\n+++\n":                                           "url",
		"+++\nURL = \"/\"\n+++\n":                                                     "URL",
		"\ufeff+++\nurl = \"/\"\n+++\n":                                               "url",
		"\n\n  +++\nurl = \"/\"\n+++\n":                                               "url",
		"+++ \r\nurl = \"/\"\r\n+++\r\n":                                              "url",
		"+++\ntitle = \"x\"\nurl = \"/\"\n":                                           "url", // without an end
		"+++\n[cascade]\ndraft = true\n+++\n":                                         "cascade",
		"+++\n[[cascade]]\ndraft = true\n+++\n":                                       "cascade",
		"+++\ncascade.build.render = \"never\"\n+++\n":                                "cascade",
		"+++\ntitle = 'x'\npublishDate = 2030-01-01\n+++\n":                           "publishDate",
		"+++\nexpiryDate = 2020-01-01\n+++\n":                                         "expiryDate",
		"+++\naliases = [\"/\"]\n+++\n":                                               "aliases",
		"---\nurl: /\n---\n":                                                          "url",
		"---\nslug : bodies\n---\n":                                                   "slug",
		"---\ntitle: x\ncascade:\n  draft: true\n---\n":                               "cascade",
		"---\n\"url\": /\n---\n":                                                      "读不懂",
		"---\n? url\n: /\n---\n":                                                      "读不懂",
		"---\n{url: /}\n---\n":                                                        "读不懂",
		"---\n!!str url: /\n---\n":                                                    "读不懂",
		"---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n":                       "读不懂",
		"---\n<<: *a\n---\n":                                                          "读不懂",
		"---\nparams:\n  - &a x\n---\n":                                               "读不懂",
		"{\"url\": \"/\"}":                                                            "url",
		"{\"\\u0075rl\": \"/\"}":                                                      "url",
		"{\"title\": ":                                                                "读不懂",
		"+++\ntitle = \n+++\n":                                                        "",
		"+++\n" + strings.Repeat("a.", 20_000) + "b = 1\n+++\n":                       "英文句点太多",
		"+++\na = " + strings.Repeat("[", 20_000) + "\n+++\n":                         "套得太深",
		"+++\na = \"" + strings.Repeat("x", 100_000) + "\"\n+++\n":                    "太长",
		"---\na: " + strings.Repeat("[", 20_000) + "\nurl: /\n---\n":                  "url",
		"---\ntitle: x\n---\n+++\nurl = \"/\"\n+++\n":                                 "",
		"---\ntitle: x\n----\nurl: /\n---\n":                                          "读不懂",
		"+++\ntitle = \"x\"\n+++ more\nurl = \"/\"\n+++\n":                            "读不懂",
		"+++\ntitle = \"x\"\n[build]\nlist = \"never\"\n+++\n":                        "build",
		"+++\ntitle = \"x\"\ndraft = true\n+++\n":                                     "draft",
		"+++\ntitle = \"x\"\nlang = \"en\"\n+++\n":                                    "lang",
		"+++\ntitle = \"x\"\noutputs = [\"json\"]\n+++\n":                             "outputs",
		"+++\ntitle = \"x\"\n[params]\ncascade = 1\npublishDate=1\n+++":               "",
	} {
		found := checkContent("content/about/x.md", []byte(text))
		said := ""
		for _, f := range found {
			said += f.Quote + " " + f.Message + "\n"
		}
		bad := strings.Contains(text, "title = \n") // TOML that is none is an error of its own
		if (want == "") != (len(found) == 0) && !bad || !strings.Contains(said, want) {
			t.Errorf("%.80q: want %q, got %q", text, want, said)
		}
	}
}

// TestPlaces: what a push adds stands beside the site's own pages and files, never
// in their place, and does not act.
func TestPlaces(t *testing.T) {
	refused := map[string]string{
		"static/icons/published.json": "程序自己要写", "static/icons/manifest.json": "程序自己要写", "static/icons/Manifest.JSON": "程序自己要写",
		"static/icons/manifest.json.sig": "程序自己要写", "static/icons/manifest.signers": "程序自己要写", "static/icons/index.html": "程序自己要写",
		"static/icons/404.html": "程序自己要写", "static/icons/redirects.map": "程序自己要写", "static/icons/sitemap.xml": "程序自己要写",
		"static/icons/index.html.gz": "不能放 .gz 文件", "static/icons/icon.svg.br": "不能放 .br 文件", "static/icons/sw.js": "不能放 .js 文件",
		"static/icons/a/b.mjs": "不能放 .mjs 文件", "static/icons/x.html": "不能放 .html 文件", "static/icons/x.xhtml": "不能放 .xhtml 文件", "static/icons/x.wasm": "不能放 .wasm 文件",
		"static/icons/LICENSE": "没有扩展名", "static/icons/.DS_Store": "以点开头", "static/icons/a/.x.svg": "以点开头", "static/icons/.well-known/.x": "以点开头",
		"static/icons/reports/x.svg": "/reports/", "static/icons/Bodies/x.svg": "/Bodies/", "static/icons/js/x.txt": "/js/", "static/icons/preview/x.svg": "/preview/",
		"content/bodies.md": "/bodies/", "content/reports.zh-cn.md": "/reports/", "content/Indicators/x.md": "/indicators/", "content/index.md": "不再生成",
		"content/search/more.md": "/search/", "content/404.md": "/404/", "content/x/sw.js": "不能放 .js 文件", "content/manifest.json": "程序自己要写",
		"content/_content.gotmpl": ".gotmpl", "content/x.html": "不能是 .html", "content/x.adoc": "不能是 .adoc",
	}
	for name, want := range refused {
		found, err := Check(site(t, map[string]string{name: "x"}))
		if err != nil || len(found) == 0 || found[0].Severity != report.Error || !strings.Contains(found[0].Message, want) {
			t.Errorf("%s: want %q, got %v, %v", name, want, found, err)
		}
	}
	for _, name := range []string{
		"static/icons/icon.svg", "static/icons/about/map.png", "static/icons/.well-known/security.txt", "static/icons/robots.txt", "static/css/x.css", "static/js/x.js",
		"content/_index.md", "content/about/_index.md", "content/about/figure.png", "content/search/index.md", "content/news/2024.md", "content/.x.md", "layouts/home.html",
		"content/reports/x/2023/index.html", // which the program takes away
	} {
		if found, err := Check(site(t, map[string]string{name: "x"})); err != nil || len(found) > 0 {
			t.Errorf("%s: %v, %v", name, found, err)
		}
	}
}

// TestSettingsThatHidePages are refused, and so is what would cost more than it is long.
func TestSettingsThatHidePages(t *testing.T) {
	for text, want := range map[string]string{
		"disableKinds = [\"page\"]\n":                             "disableKinds",
		"disableKinds = [\"taxonomy\", \"home\"]\n":               "disableKinds",
		"disableKinds = [\"taxonomy\", \"term\", \"RSS\"]\n":      "",
		"[permalinks]\npage = \"/\"\n":                            "permalinks",
		"[taxonomies]\nx = \"reports\"\n":                         "taxonomies",
		"[cascade]\ndraft = true\n":                               "cascade",
		"uglyURLs = true\n":                                       "uglyURLs",
		"[outputFormats.x]\nbaseName = \"index\"\n":               "outputFormats",
		"[frontmatter]\npublishDate = [\"title\"]\n":              "frontmatter",
		"buildFuture = false\n":                                   "buildFuture",
		"[params.preview]\nbranch = \"x\"\n":                      "preview",
		"params = { Preview = true }\n":                           "Preview",
		"[languages.zh-cn.params]\npreview = 1\n":                 "preview",
		"[params]\npreviewed = 1\n":                               "",
		"[sitemap]\nfilename = \"feed.xml\"\n":                    "filename",
		"sitemap = { fileName = \"index.html\" }\n":               "fileName",
		"[sitemap]\nchangefreq = \"weekly\"\npriority = 0.5\n":    "",
		strings.Repeat("a.", 20_000) + "b = 1\n":                  "句点",
		"a = " + strings.Repeat("[", 5000) + "\n":                 "套得太深",
		"title = \"" + strings.Repeat("x", 5<<20) + "\"\n":        "4 MB",
		"[" + strings.Repeat("a.", 20_000) + "b]\ntitle = \"\"\n": "句点",
	} {
		said := ""
		for _, f := range checkSettings([]byte(text)) {
			said += f.Quote + " " + f.Message + "\n"
		}
		if (want == "") != (said == "") || !strings.Contains(said, want) {
			t.Errorf("%.80q: want %q, got %.200q", text, want, said)
		}
	}
}

// TestTemplatesThatChange: the same commit gives the same bytes.
func TestTemplatesThatChange(t *testing.T) {
	for text, want := range map[string]string{
		`{{ now.Year }}`:                       "now",
		`{{ now }}`:                            "now",
		`{{ $n := time.Now }}`:                 "Now",
		`{{ with time }}{{ .Now }}{{ end }}`:   "Now",
		`{{ math.Rand }}`:                      "Rand",
		`{{ range shuffle (seq 3) }}{{ end }}`: "shuffle",
		`{{ collections.Shuffle (seq 3) }}`:    "Shuffle",
		`{{ time.AsTime "2024-01-01" }}`:       "",
		`{{ .Params.now }}`:                    "",
	} {
		found := checkTemplate("layouts/x.html", text)
		if (want == "") != (len(found) == 0) || want != "" && (found[0].Quote != want || !strings.Contains(found[0].Message, "随")) {
			t.Errorf("%s: want %q, got %v", text, want, found)
		}
	}
}

func FuzzPage(f *testing.F) {
	for _, seed := range []string{"+++\ntitle = 1\n+++\n", "---\na: b\n---\n", "{\"a\": 1}", "\ufeff \n+++", "---"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(_ *testing.T, raw []byte) { checkContent("content/x.md", raw) })
}
