package guard

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mingfa/generator/build/hugo"
	"mingfa/generator/build/hugo/hugotest"
)

// The site of this repository must be one that can be pushed.
func TestOwnSiteIsOpen(t *testing.T) {
	findings, err := Check("../../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		t.Errorf("%s:%d: %s", f.File, f.Line, f.Message)
	}
}

// TestWhereOneStands: a site is looked at alike from within its folder. A script that holds what
// begins an action of a template is no template.
func TestWhereOneStands(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{"static/js/page.js": "f({{a: 1}})", "layouts/page.html": "{{ now }}"} {
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, []byte(text), 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	findings, err := Check(".")
	if err != nil || len(findings) != 1 || findings[0].File != "layouts/page.html" {
		t.Errorf("of a script and a template that asks for the time it finds %v, %v", findings, err)
	}
}

func TestTemplates(t *testing.T) {
	for text, want := range map[string]string{
		`{{ $r := resources.FromString "a.js" "x" | js.Build (dict) }}`:               "js",
		`{{ with js }}{{ .Build "x" }}{{ end }}`:                                      "js",
		`{{ $j := (js) }}`:                                                            "js",
		`{{ if true }}{{ else }}{{ range seq 3 }}{{ css.Build . }}{{ end }}{{ end }}`: "css",
		`{{ define "x" }}{{ resources.FromString "a" "b" | toCSS }}{{ end }}`:         "toCSS",
		`{{ $r := resources }}{{ $r.ExecuteAsTemplate "a" . "b" }}`:                   "ExecuteAsTemplate",
		`{{ "x" | resources.ExecuteAsTemplate "a" . }}`:                               "ExecuteAsTemplate",
		`{{ apply (slice "x") "js.Build" "." }}`:                                      "apply",
		`{{ collections.Apply (slice "x") "js.Build" "." }}`:                          "Apply",
		`{{ template "x" (js.Batch "y") }}`:                                           "js",
		`{{ resources.GetRemote "https://example.org/" }}`:                            "GetRemote",
		`{{ with (resources.Get "a").Babel }}{{ end }}`:                               "Babel",
		`{{ block "x" (openapi3.Unmarshal .) }}{{ end }}`:                             "openapi3",
		`{{ (index (slice (dict "a" (print (postCSS .)))) 0).a }}`:                    "postCSS",
		"\n\n  {{ nonsense": "模板有语法错误",
		`{{ css.Unquoted "a" }}{{ resources.Get "js/search.js" | minify | fingerprint }}`: "",
		`{{ .Params.js }}{{ $css := "x" }}{{ site.Params.build.time }}`:                   "",
	} {
		findings := checkTemplate("layouts/x.html", text)
		switch {
		case want == "" && len(findings) > 0:
			t.Errorf("%s: %v", text, findings)
		case want != "" && (len(findings) == 0 || !strings.Contains(findings[0].Quote+findings[0].Message, want)):
			t.Errorf("%s: want %s, got %v", text, want, findings)
		}
	}
	f := checkTemplate("layouts/x.html", "一\n二 {{ $x := 1 | js.Build }}")[0]
	if f.Line != 2 || f.Column != 16 || f.Excerpt != "二 {{ $x := 1 | js.Build }}" {
		t.Errorf("found at %d:%d in %q", f.Line, f.Column, f.Excerpt)
	}
}

func TestSettings(t *testing.T) {
	for text, want := range map[string]string{
		"title = \"x\"\n[params]\ncachedir = 1\n":                                  "",
		"[[module.mounts]]\nsource = \"static/icons\"\ntarget = \"static\"\n":      "",
		"title = \"x\"\nContentDir = \"/etc\"\n":                                   "2 ContentDir",
		"staticDir = [\"/etc\"]\n":                                                 "1 staticDir",
		"[[module.mounts]]\nsource = \"/etc\"\ntarget = \"static\"\n":              "2 source",
		"[[module.mounts]]\nsource = \"static/../../x\"\ntarget = \"static\"\n":    "2 source",
		"[[module.mounts]]\nsource = \"static/x\"\ntarget = \"layouts\"\n":         "3 target",
		"[[module.mounts]]\nsource = 'static/x\\..\\..\\y'\ntarget = \"static\"\n": "2 source",
		"[[module.mounts]]\nsource = \"seeds\"\ntarget = \"static\"\n":             "2 source",
		"module.mounts = [{source = \"/etc\", target = \"static\"}]\n":             "1 mounts",
		"[module]\n[[module.imports]]\npath = \"example.org/x\"\n":                 "2 imports",
		"theme = \"x\"\nthemesDir = \"/\"\n":                                       "1 theme",
		"[languages.zh-cn]\nlabel = \"x\"\n[languages.en]\nlabel = \"English\"\n":  "3 en",
		"[languages.zh-cn]\nlabel = \"x\"\ncontentDir = \"/etc\"\n":                "3 contentDir",
		"[caches.images]\ndir = \"/tmp\"\n":                                        "1 caches",
		"[build]\nwriteStats = true\n":                                             "1 build",
		"\"publishDir\" = \"/srv\"\n":                                              "1 publishDir",
		"[deployment]\n":                                                           "1 deployment",
		"= broken":                                                                 "1 =",
	} {
		findings := checkSettings([]byte(text))
		got := ""
		if len(findings) > 0 {
			got = string(rune('0'+findings[0].Line)) + " " + findings[0].Quote
		}
		if got != want {
			t.Errorf("%q: got %q, want %q: %v", text, got, want, findings)
		}
	}
}

// Locked wins over a hugo.toml that opens everything.
func TestLockedWins(t *testing.T) {
	bin := hugotest.Find(t, "../../..")
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("hugo.toml", `baseURL = "https://mingfa.example/"
disableKinds = ["rss", "taxonomy", "term", "sitemap"]
[security]
enableInlineShortcodes = true
allowContent = [".*"]
[security.exec]
allow = [".*"]
osEnv = [".*"]
[security.funcs]
getenv = [".*"]
[security.http]
urls = [".*"]
methods = [".*"]
`)
	write("locked.json", Locked)
	for name, text := range map[string]string{
		"the environment": `{{ getenv "PATH" }}`,
		"the network":     `{{ with try (resources.GetRemote "http://127.0.0.1:9/") }}{{ with .Err }}{{ errorf "%s" . }}{{ end }}{{ end }}`,
		"a program":       `{{ with resources.FromString "a.css" "a{}" | postCSS }}{{ .Content }}{{ end }}`,
	} {
		write("layouts/home.html", text)
		for _, locked := range []bool{true, false} {
			job := hugo.Job{Project: dir, Config: []string{filepath.Join(dir, "hugo.toml")}, Destination: filepath.Join(dir, "public"), Work: filepath.Join(dir, "work")}
			if locked {
				job.Config = append(job.Config, filepath.Join(dir, "locked.json"))
			}
			_, err := hugo.Render(t.Context(), bin, job)
			denied := err != nil && strings.Contains(err.Error(), "not whitelisted") || err != nil && strings.Contains(err.Error(), "access denied")
			if denied != locked {
				t.Errorf("%s, locked %v: %v", name, locked, err)
			}
		}
	}
}
