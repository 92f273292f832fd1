package command

import (
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"

	"mingfa"
)

// address is an absolute address, as far as its host.
var address = regexp.MustCompile(`(?i)\bhttps?://[^/"'<>\s)，。]+`)

// named are the hosts that the site names whoever publishes it: vocabularies.
var named = map[string]bool{
	"schema.org": true, "www.w3.org": true, "json-schema.org": true, "datapackage.org": true, "www.iana.org": true,
	"purl.org": true, "xmlns.com": true, "spdx.org": true, "publications.europa.eu": true, // in DCAT
}

// A portal that has no address yet prints none, not in a page, a list, a table
// or a picture: neither the one that Hugo is told to build for nor an invented
// one. Its own hugo.toml may still hold one that was once made up.
func TestWithoutDomainNoAddressIsPrinted(t *testing.T) {
	newPortal(t)
	settings, err := mingfa.Files.ReadFile("hugo.toml")
	if err != nil {
		t.Fatal(err)
	}
	own := regexp.MustCompile(`(?m)^baseURL = .*$`).ReplaceAllString(string(settings), `baseURL = "https://example.org/"`)
	if !strings.Contains(own, "example.org") {
		t.Fatal("hugo.toml has no baseURL to replace")
	}
	writeFile(t, "hugo.toml", own)
	mustBuild(t, 0)
	for name, text := range contents(t, "public") {
		for _, invented := range []string{"example.org", "example.com", ".example/", "localhost", "127.0.0.1"} {
			if strings.Contains(strings.ToLower(text), invented) {
				t.Errorf("%s prints %s", name, invented)
			}
		}
		if !strings.HasSuffix(name, ".js") && !strings.HasSuffix(name, ".png") {
			for _, a := range address.FindAllString(text, -1) {
				if u, err := url.Parse(a); err != nil || !named[u.Host] {
					t.Errorf("%s prints the address %s", name, a)
				}
			}
		}
	}
	if _, err := os.Stat("public/sitemap.xml"); err == nil {
		t.Error("there is a sitemap, which is a list of absolute addresses")
	}
	page := contents(t, "public")["public/reports/shili-sfj/2024/index.html"]
	if !strings.Contains(page, "年度报告[R].</p>") {
		t.Error("the citation does not end where the address would stand")
	}
}

// With a domain, what was left out is there, and names it.
func TestWithDomainAddressesAreThere(t *testing.T) {
	newPortal(t)
	writeFile(t, "seeds/site.toml", "name = \"示例市法治政府\"\ndomain = \"https://fz.shili.gov.cn/bg/\"\n")
	mustBuild(t, 0)
	site := contents(t, "public")
	for name, want := range map[string]string{
		"public/sitemap.xml":                       "<loc>https://fz.shili.gov.cn/bg/reports/shili-sfj/2024/</loc>",
		"public/reports/shili-sfj/2024/index.html": "[R/OL]. [<span class=\"day\">引用日期</span>]. https://fz.shili.gov.cn/bg/reports/shili-sfj/2024/</p>",
		"public/index.html":                        `<link rel="canonical" href="https://fz.shili.gov.cn/bg/">`,
	} {
		if !strings.Contains(site[name], want) {
			t.Errorf("%s lacks %s", name, want)
		}
	}
}
