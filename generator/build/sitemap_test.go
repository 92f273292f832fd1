package build

import (
	"path/filepath"
	"strings"
	"testing"

	"mingfa/generator/build/record"
)

func TestNameOnSite(t *testing.T) {
	for _, c := range []struct{ address, domain, want string }{
		{"/", "/", "index.html"},
		{"/reports/a/2023/", "/", "reports/a/2023/index.html"},
		{"https://example.org/", "https://example.org/", "index.html"},
		{"https://example.org/fz/reports/a/2023/", "https://example.org/fz/", "reports/a/2023/index.html"},
		{"https://example.org/fz/reports/a/2023/", "https://example.org/fz", "reports/a/2023/index.html"},
		{"https://%E7%A4%BA%E4%BE%8B.%E6%94%BF%E5%8A%A1.cn/bodies/a/", "https://示例.政务.cn/", "bodies/a/index.html"},
		{"https://xn--fsq092h.xn--zfr164b/bodies/a/", "https://示例.政务/", "bodies/a/index.html"},
		{"https://example.org/%E6%B3%95%E6%B2%BB/bodies/a/", "https://example.org/法治/", "bodies/a/index.html"},
		{"https://example.org/法治/bodies/a/", "https://example.org/%E6%B3%95%E6%B2%BB/", "bodies/a/index.html"},
		{"https://example.org/about/%E9%80%9A%E7%9F%A5/", "https://example.org/", "about/通知/index.html"},
		{"https://EXAMPLE.org:443/bodies/a/", "https://example.org/", "bodies/a/index.html"},
		{"https://example.org/a/../../x/", "https://example.org/", "x/index.html"},
	} {
		if got, ok := nameOnSite(c.address, c.domain); got != c.want || !ok {
			t.Errorf("%s below %s is %q, %t, want %q", c.address, c.domain, got, ok, c.want)
		}
	}
	for _, c := range []struct{ address, domain string }{
		{"https://example.org/other/", "https://example.org/fz/"},
		{"https://example.org/fzx/", "https://example.org/fz"},
		{"", "https://example.org/"},
		{"https://example.org/%zz/", "https://example.org/"},
	} {
		if got, ok := nameOnSite(c.address, c.domain); ok {
			t.Errorf("%s below %s is %q", c.address, c.domain, got)
		}
	}
}

// TestSitemapAtAnotherAddress: the sitemap keeps the pages that are taken over, also where Hugo
// writes the address of the portal another way than its settings do.
func TestSitemapAtAnotherAddress(t *testing.T) {
	dir := smallPortal(t)
	file := filepath.Join(dir, "seeds", "site.toml")
	(&editor{t: t}).change(file, func(s string) string {
		return strings.Replace(s, "https://example.org/fz/", "https://示例.政务.cn/法治/", 1)
	})
	b := builder(t, dir, "public")
	if _, err := b.Build(t.Context()); err != nil {
		t.Fatal(err)
	}
	r, err := record.Read(b.Before.Record)
	if err != nil {
		t.Fatal(err)
	}
	listed := 0
	for _, made := range r.Bundles {
		if made.Map != "" {
			listed++
		}
	}
	if listed < 20 {
		t.Errorf("only %d of %d pages are known in the sitemap", listed, len(r.Bundles))
	}
	appendTo(t, filepath.Join(dir, "seeds", "shili-zf", "2023.txt"), "\n全年组织培训31场。\n")
	part, full := builder(t, dir, "public"), builder(t, dir, "other")
	full.Full = true
	one, err := part.Build(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := full.Build(t.Context()); err != nil {
		t.Fatal(err)
	}
	if one.Kept < 5 {
		t.Errorf("only %d pages were taken over", one.Kept)
	}
	same(t, siteOf(t, part.Dest), siteOf(t, full.Dest))
}
