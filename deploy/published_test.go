package deploy

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"mingfa/generator/build/hugo/hugotest"
)

// TestPublishedSiteIsServed goes the whole way: the program makes a portal and
// publishes it, and nginx serves what it published.
func TestPublishedSiteIsServed(t *testing.T) {
	tool(t, "nginx")
	env := []string{"MINGFA_HUGO=" + hugotest.Find(t, "..")}
	dir := t.TempDir()
	mingfa, site := filepath.Join(dir, "mingfa"), filepath.Join(dir, "site")
	run(t, "..", nil, "go", "build", "-o", mingfa, "./generator")
	run(t, dir, env, mingfa, "init", "portal")
	run(t, filepath.Join(dir, "portal"), env, mingfa, "publish", "--to", site)
	s := startNginx(t, site)

	front := ask(t, s.url+"/")
	front.wants(t, "the front page", 200, strict())
	css := regexp.MustCompile(`href="(/css/[^"]+\.css)"`).FindStringSubmatch(front.body)
	if css == nil {
		t.Fatalf("the front page names no style sheet:\n%s", front.body)
	}
	want := strict()
	want["Cache-Control"], want["Content-Type"] = immutable, "text/css; charset=utf-8"
	ask(t, s.url+css[1]).wants(t, css[1], 200, want)
	report := ask(t, s.url+"/reports/shili-sfj/2024/")
	report.wants(t, "the report", 200, strict())
	if !strings.Contains(report.body, "示例市司法局2024年法治政府建设年度报告") {
		t.Error("the report's page is not that of the report")
	}
	encodings := []string{"gzip"}
	if s.br {
		encodings = append(encodings, "br")
	}
	for _, path := range []string{"/", css[1], "/reports/shili-sfj/2024/", "/reports/shili-sfj/2024/figures.csv", "/reports/shili-sfj/2024/report.json", "/reports/shili-sfj/2024/2024.txt"} {
		for _, encoding := range encodings {
			ask(t, s.url+path, "Accept-Encoding", encoding).wants(t, path, 200, map[string]string{"Content-Encoding": encoding, "Vary": "Accept-Encoding"})
		}
	}
	missing, err := os.ReadFile(filepath.Join(site, "current", "404.html"))
	if err != nil {
		t.Fatal(err)
	}
	if a := ask(t, s.url+"/none/"); a.status != 404 || a.body != string(missing) {
		t.Errorf("a page that is not there: %d, %q", a.status, a.body)
	}
}
