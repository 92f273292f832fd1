package command

import (
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// attacks are pushes that emptied or replaced a site without a word, each of one
// file and what is said of it now. A push, and a publish of the same commit that
// came into the repository another way, both refuse it.
var attacks = map[string]struct{ file, text, says string }{
	"a cascade of drafts":         {"content/_index.md", "+++\ntitle = \"x\"\n[cascade]\ndraft = true\n+++\n", "网页开头不能有 cascade"},
	"a page for the home page":    {"content/x.md", "---\ntitle: x\nurl: /\n---\n", "网页开头不能有 url"},
	"no pages at all":             {"hugo.toml", "title = \"x\"\ndisableKinds = [\"page\", \"home\"]\n", "disableKinds 不能有 page"},
	"another folder is published": {"hugo.toml", "title = \"x\"\n[[module.mounts]]\nsource = \"/etc\"\ntarget = \"static\"\n", "module.mounts 不能有 source"},
	"a page of tomorrow":          {"content/x.md", "+++\ntitle = \"x\"\nexpiryDate = 2030-01-01\n+++\n", "expiryDate"},
	"the hour in a template":      {"layouts/x.html", "{{ now.Unix }}", "不能使用 now"},
	"a record of its own":         {"static/icons/published.json", "{}", "程序自己要写的文件"},
	"a compressed home page":      {"static/icons/index.html.gz", "x", "不能放 .gz 文件"},
	"a long name":                 {"static/icons/" + strings.Repeat("a", 247) + ".svg", "x", "名字太长"},
	"a service worker":            {"static/icons/sw.js", "x", "不能放 .js 文件"},
	"a name of a device":          {"static/icons/con.svg", "x", "Windows"},
	"a pointer of Git LFS":        {"seeds/shili/2022.txt", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n", "Git LFS 的指针"},
	"a key of 20,000 parts":       {"hugo.toml", strings.Repeat("a.", 20_000) + "b = 1\n", "英文句点太多"},
	"a worker of a template":      {"layouts/_partials/footer.html", `{{ (resources.FromString "sw.js" "x").Publish }}`, "/sw.js 是脚本"},
	"a report that nobody wrote":  {"layouts/_partials/footer.html", `{{ (resources.FromString "reports/shili/1999/index.html" "x").Publish }}`, "/reports/shili/1999/index.html 不是程序写的网页"},
	"a manifest of a template":    {"layouts/_partials/footer.html", `{{ (resources.FromString "manifest.json" "{}").Publish }}`, "/manifest.json 是发布时写的文件"},
	"a sheet that hides all":      {"static/css/page.css", "main { opacity: 0 !important }\n", "样式表把整个网页藏了起来"},
	"a site that says preview":    {"hugo.toml", "title = \"x\"\n[params.preview]\nbranch = \"x\"\n", "params.preview"},
}

func TestAttacksAreRefusedEveryWay(t *testing.T) {
	d := newDesk(t)
	before := filesOf(t, filepath.Join(d.to, "current"))
	for name, attack := range attacks {
		writeFile(t, attack.file, attack.text)
		commit(t, ".")
		says(t, name+", pushed", d.push(false, "main"), attack.says, "推送没有接受")
		said := commandStatus(t, "publish", "--to", d.to)
		if !strings.Contains(said, attack.says) {
			t.Errorf("%s, published: no word of %q in\n%s", name, attack.says, said)
		}
		git(t, ".", "reset", "-q", "--hard", "HEAD~1")
		if !maps.Equal(before, filesOf(t, filepath.Join(d.to, "current"))) {
			t.Fatalf("%s changed the site", name)
		}
	}
	writeFile(t, "seeds/shili/2022.txt", good2022) // nothing of it is in the way of the next push
	commit(t, ".")
	d.push(true, "main")
	d.shows("/reports/shili/2022/", "58")
}

// TestIncompleteSites: what no rule foresees is seen by what is not there when Hugo
// says that it is done.
func TestIncompleteSites(t *testing.T) {
	newRepository(t)
	to := filepath.Join(t.TempDir(), "www")
	command(t, 0, "publish", "--to", to)
	before := filesOf(t, filepath.Join(to, "current"))
	built := filesOf(t, buildHere(t))
	fails := func(name, says string) {
		t.Helper()
		if said := command(t, 2, "build"); !strings.Contains(said, says) {
			t.Errorf("%s: build says\n%s", name, said)
		}
		if !maps.Equal(built, filesOf(t, "public")) {
			t.Errorf("%s: build changed the site", name)
		}
	}
	hugo := os.Getenv("MINGFA_HUGO")
	t.Setenv("MINGFA_HUGO", "/bin/true")
	if said := command(t, 2, "publish", "--to", to); !strings.Contains(said, "没有 /reports/shili/2023/report.json") {
		t.Errorf("a Hugo that writes nothing: publish says\n%s", said)
	}
	fails("a Hugo that writes nothing", "网站不完整")
	t.Setenv("MINGFA_HUGO", hugo)
	raw, err := os.ReadFile("hugo.toml")
	if err != nil {
		t.Fatal(err)
	}
	settings := string(raw)
	for name, attack := range map[string]struct{ file, text, says string }{
		"a cascade":                        {"content/_index.md", "+++\ntitle = \"x\"\n[cascade]\ndraft = true\n+++\n", "没有网页 /bodies/"},
		"no kind":                          {"hugo.toml", strings.Replace(settings, "disableKinds = [", "disableKinds = [\"page\", ", 1), "没有网页 /"},
		"an empty template":                {"layouts/reports/page.html", "", "没有网页 /reports/shili/2023/"},
		"a single leaf":                    {"content/index.md", "+++\ntitle = \"x\"\n+++\n", "网站不完整"},
		"a page that hides itself":         {"layouts/_partials/footer.html", "<style>body{display:none}</style>", "网页 / 上有 body{display:none}，整页都看不见"},
		"titles alone":                     {"layouts/baseof.html", "<title>{{ .Title }} {{ site.Title }}</title><h1>{{ .Title }}</h1>", "网页 /reports/shili/2023/ 上没有报告的全文"},
		"a text without its figures":       {"layouts/_partials/report/text.html", "{{ .RawContent | plainify }}", "网页 /reports/shili/2023/ 上没有报告的全文"},
		"a body without its numbers":       {"layouts/bodies/page.html", "{{ define \"main\" }}<h1>{{ .Title }}</h1>{{ end }}", "网页 /bodies/shili/ 上没有通向 /reports/shili/2023/#f"},
		"an indicator without its bodies":  {"layouts/indicators/page.html", "{{ define \"main\" }}<h1>{{ .Title }}</h1>{{ end }}", "上没有通向 /reports/shili/2023/#f"},
		"the lines of the original":        {"layouts/reports/source.html", "{{ define \"main\" }}<h1>{{ .Title }}</h1>{{ end }}", "网页 /reports/shili/2023/source/ 上没有报告的全文"},
		"a template of nothing but a word": {"layouts/reports/page.html", "{{ define \"main\" }}{{ end }}x", "没有自己的标题"},
	} {
		writeFile(t, attack.file, attack.text)
		writeFile(t, "seeds/site.toml", "name = \"示例平台\"\ndomain = \"https://mingfa.example/\"\n")
		fails(name, attack.says)
		_ = os.Remove(attack.file) // where it is none of the portal's own
		git(t, ".", "checkout", "-q", ".")
		git(t, ".", "clean", "-qfd", "-e", "public", "-e", "content")
	}
	writeFile(t, "layouts/_partials/report/text.html", "{{ .Content }}") // Hugo reads the text once more, and drops what is not safe
	writeFile(t, "hugo.toml", strings.Replace(settings, "unsafe = true", "unsafe = false", 1))
	fails("a text without its markup", "网页 /reports/shili/2023/ 上没有报告的全文")
	writeFile(t, "hugo.toml", settings+"\n[minify]\nminifyOutput = true\n")
	command(t, 0, "build") // the same text, written otherwise
	if !maps.Equal(before, filesOf(t, filepath.Join(to, "current"))) {
		t.Error("the live site changed")
	}
}

func buildHere(t *testing.T) string {
	t.Helper()
	command(t, 0, "build")
	return "public"
}

// commandStatus runs a command that has to fail, whatever its status, and gives
// what it says.
func commandStatus(t *testing.T, args ...string) string {
	t.Helper()
	var out strings.Builder
	if status := Run(t.Context(), "mingfa", args, &out, &out); status == 0 {
		t.Errorf("%v ended well:\n%s", args, out.String())
	}
	return out.String()
}
