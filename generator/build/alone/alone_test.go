package alone

import (
	"io/fs"
	"path"
	"strings"
	"testing"

	"mingfa"
)

// TestBuiltInTemplates: a page of the built-in site is made from its own bundle alone.
func TestBuiltInTemplates(t *testing.T) {
	seen := 0
	err := fs.WalkDir(mingfa.Files, "layouts", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := mingfa.Files.ReadFile(name)
		if err != nil {
			return err
		}
		if path.Ext(name) != ".html" {
			t.Errorf("%s is no template that this test reads", name)
		}
		seen++
		if asked := Asks(name, string(text)); asked != "" {
			t.Errorf("%s asks for %s: other pages, or what changes with them. Have the generator write into its bundle what it shows", name, asked)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen < 40 {
		t.Errorf("only %d templates were read", seen)
	}
}

func TestAsks(t *testing.T) {
	for _, c := range []struct{ file, text, want string }{
		{"layouts/reports/page.html", `{{ .Title }}{{ .Params.next.url }}{{ site.Params.site.name }}{{ relURL "x" }}`, ""},
		{"layouts/reports/page.html", `{{ range .Params.Pages }}{{ . }}{{ end }}`, ""},
		{"layouts/reports/page.html", `{{ site.Title }}{{ site.Language.Locale }}{{ if hugo.IsServer }}{{ end }}`, ""},
		{"layouts/reports/page.html", `{{ range site.Pages }}{{ .Title }}{{ end }}`, "site.Pages"},
		{"layouts/reports/page.html", `{{ range site.RegularPages.ByDate }}{{ end }}`, "site.RegularPages.ByDate"},
		{"layouts/reports/page.html", `{{ range .Site.RegularPages }}{{ end }}`, ".Site"},
		{"layouts/reports/page.html", `{{ range $.Site.Sections }}{{ end }}`, ".Site"},
		{"layouts/reports/page.html", `{{ $s := site }}{{ range $s.Home.Pages }}{{ end }}`, "site"},
		{"layouts/reports/page.html", `{{ with (site.GetPage "/reports").RegularPagesRecursive }}{{ end }}`, "site.GetPage"},
		{"layouts/reports/page.html", `{{ with .GetPage "about" }}{{ .Title }}{{ end }}`, ".GetPage"},
		{"layouts/reports/page.html", `{{ range first 3 .RegularPages }}{{ end }}`, ".RegularPages"},
		{"layouts/reports/page.html", `{{ range .Pages }}{{ end }}`, ".Pages"},
		{"layouts/reports/page.html", `{{ with .Parent }}{{ .Title }}{{ end }}`, ".Parent"},
		{"layouts/reports/page.html", `{{ .Next.Title }}`, ".Next"},
		{"layouts/reports/page.html", `{{ $p := . }}{{ with $p.PrevInSection }}{{ .Title }}{{ end }}`, ".PrevInSection"},
		{"layouts/reports/page.html", `{{ if true }}{{ else }}{{ .CurrentSection.Title }}{{ end }}`, ".CurrentSection"},
		{"layouts/reports/page.html", `{{ if .Params.x }}{{ .Next.Title }}{{ end }}`, ".Next"},
		{"layouts/reports/page.html", `{{ range .Params.x }}{{ with .y }}{{ partial "build.html" . }}{{ end }}{{ end }}`, "partial build.html"},
		{"layouts/reports/page.html", `{{ (index .Params.x 0).Next.Title }}`, ".Next"},
		{"layouts/reports/page.html", `{{ site.Language.Pages }}`, ".Pages"},
		{"layouts/reports/page.html", `{{ define "main" }}{{ (.Paginate (slice 1)).Pages }}{{ end }}`, ".Paginate"},
		{"layouts/reports/page.html", `{{ range .Ancestors.Reverse }}{{ end }}`, ".Ancestors"},
		{"layouts/reports/page.html", `{{ range site.Taxonomies.tags }}{{ end }}`, "site.Taxonomies.tags"},
		{"layouts/reports/page.html", `{{ range site.Menus.main }}{{ end }}`, "site.Menus.main"},
		{"layouts/reports/page.html", `{{ range where site.Data.x "a" 1 }}{{ end }}`, "site.Data.x"},
		{"layouts/reports/page.html", `{{ hugo.Store.Set "x" 1 }}`, "hugo.Store.Set"},
		{"layouts/reports/page.html", `<a href="{{ relref . "about" }}">`, "relref"},
		{"layouts/reports/page.html", `<a href="{{ .RelRef (dict "path" "about") }}">`, ".RelRef"},
		{"layouts/reports/page.html", `{{ now.Year }}`, "now"},
		{"layouts/reports/page.html", `{{ time.Now.Year }}`, ".Now"},
		{"layouts/reports/page.html", `{{ math.Counter }}`, ".Counter"},
		{"layouts/reports/page.html", `{{ .File.Filename }}`, ".Filename"},
		{"layouts/reports/page.html", `{{ .File.Path }}{{ math.Add 1 2 }}{{ time.AsTime .Date }}`, ""},
		{"layouts/reports/page.html", `{{ readFile "x" }}{{ os.ReadFile "x" }}`, "readFile"},
		{"layouts/_partials/footer.html", `{{ site.Params.totals.figures }}`, "site.Params.totals.figures"},
		{"layouts/_partials/footer.html", `{{ with site.Params.build }}{{ .commit }}{{ end }}`, "site.Params.build"},
		{"layouts/_partials/footer.html", `{{ $p := site.Params }}{{ $p.totals.figures }}`, "site.Params"},
		{"layouts/_partials/front/bodies.html", `{{ site.Params.totals.figures }}`, ""},
		{"layouts/home.html", `{{ $p := site.Params }}{{ $p.totals.figures }}`, ""},
		{"layouts/home.html", `{{ range .Pages }}{{ end }}`, ".Pages"},
		{"layouts/section.html", `{{ range .Pages }}{{ .Title }}{{ end }}`, ""},
		{"layouts/section.html", `{{ range site.RegularPages }}{{ .Title }}{{ end }}`, "site.RegularPages"},
		{"layouts/reports/section.html", `{{ range .Pages }}{{ .Title }}{{ end }}`, ".Pages"},
		{"layouts/reports/page.html", `{{ define "main" }}{{ template "x" .Sections }}{{ end }}`, ".Sections"},
		{"layouts/reports/page.html", `{{ partial "build.html" . }}`, "partial build.html"},
		{"layouts/reports/page.html", `{{ partial "build" . }}`, "partial build"},
		{"layouts/reports/page.html", "{{ partial `front/latest.html` . }}", "partial front/latest.html"},
		{"layouts/reports/page.html", `{{ partialCached "front/bodies.html" . 1 }}`, "partialCached front/bodies.html"},
		{"layouts/reports/page.html", `{{ partials.Include "data/files.html" . }}`, "partials.Include data/files.html"},
		{"layouts/reports/page.html", `{{ partials.IncludeCached "/Data/files.html" . }}`, "partials.IncludeCached /Data/files.html"},
		{"layouts/reports/page.html", `{{ with (partial "_partials/build.html" .) }}{{ end }}`, "partial _partials/build.html"},
		{"layouts/reports/page.html", `{{ $x := partial "x/../front/points.html" . }}`, "partial x/../front/points.html"},
		{"layouts/reports/page.html", `{{ . | partial "partials/front/points.html" }}`, "partial partials/front/points.html"},
		{"layouts/reports/page.html", `{{ template "_partials/build.html" . }}`, "template _partials/build.html"},
		{"layouts/_partials/footer.html", `{{ if .x }}{{ else }}{{ partial "build.html" . }}{{ end }}`, "partial build.html"},
		{"layouts/_partials/footer.html", `{{ partial (printf "%s.html" .x) . }}`, "partial"},
		{"layouts/_partials/footer.html", `{{ "build.html" | partial }}`, "partial"},
		{"layouts/_partials/footer.html", `{{ $n := "x" }}{{ partialCached $n . }}`, "partialCached"},
		{"layouts/_partials/footer.html", `{{ partials.Include .Params.name . }}`, "partials.Include"},
		{"layouts/_markup/render-link.html", `{{ partial .Title . }}`, "partial"},
		{"layouts/reports/page.html", `{{ .Render "home" }}`, ".Render"},
		{"layouts/reports/page.html", `{{ partial "term.html" . }}{{ partial "builder.html" . }}{{ partial "report/data.html" . }}{{ template "build" . }}`, ""},
		{"layouts/home.html", `{{ partial "build.html" . }}{{ partial (printf "front/%s" .x) . }}`, ""},
		{"layouts/_partials/front/latest.html", `{{ partial "front/points.html" . }}`, ""},
		{"layouts/home.html", `{{ define "_partials/inline/x.html" }}{{ site.Params.totals.figures }}{{ end }}`, "site.Params.totals.figures"},
		{"layouts/home.html", `{{ define "partials/x.html" }}{{ partial "build.html" . }}{{ end }}`, "partial build.html"},
		{"layouts/home.html", `{{ define "main" }}{{ site.Params.totals.figures }}{{ end }}`, ""},
	} {
		if got := Asks(c.file, c.text); got != c.want {
			t.Errorf("%s of %s: %q, want %q", c.text, c.file, got, c.want)
		}
	}
	if got := Asks("x.html", "{{ if }}"); !strings.Contains(got, "missing value") {
		t.Errorf("a broken template asks for %q", got)
	}
}

// TestAsksOfSeveral: of several templates in a file the same one is named each time.
func TestAsksOfSeveral(t *testing.T) {
	for range 20 {
		if got := Asks("layouts/reports/page.html", `{{ define "a" }}{{ .Next }}{{ end }}{{ define "b" }}{{ .Ancestors }}{{ end }}{{ define "c" }}{{ end }}`); got != ".Ancestors" {
			t.Fatalf("%q is named", got)
		}
	}
}

// TestFront: a page that is not made each time may show the name of the site, but not how many
// figures the portal has.
func TestFront(t *testing.T) {
	if !Front("totals") || !Front("build") || Front("site") || Front("next") {
		t.Error("the settings that tell of the whole portal are others")
	}
}

// FuzzAsks: whatever somebody wrote, reading it ends.
func FuzzAsks(f *testing.F) {
	f.Add("layouts/section.html", `{{ range $i, $x := .Pages }}{{ with site.Params }}{{ end }}{{ end }}`)
	f.Add("_partials/x.html", `{{ define "a" }}{{ block "b" . }}{{ (.Page).Next }}{{ end }}{{ end }}`)
	f.Fuzz(func(_ *testing.T, file, text string) { Asks(file, text) })
}
