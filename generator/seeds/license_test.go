package seeds

import "testing"

// TestLicense: a well-known licence is known however it is spelt; any other is what
// staff wrote, and none is made up.
func TestLicense(t *testing.T) {
	for _, c := range []struct{ name, url, wantName, wantTitle, wantURL string }{
		{"", "", "", "", ""},
		{"CC BY 4.0", "", "CC-BY-4.0", "知识共享 署名 4.0 国际", "https://creativecommons.org/licenses/by/4.0/"},
		{"cc-by-4.0", "https://shili.gov.cn/xk/", "CC-BY-4.0", "知识共享 署名 4.0 国际", "https://shili.gov.cn/xk/"},
		{"CC-BY-SA-4.0", "", "CC-BY-SA-4.0", "知识共享 署名—相同方式共享 4.0 国际", "https://creativecommons.org/licenses/by-sa/4.0/"},
		{"odbl 1.0", "", "ODbL-1.0", "开放数据共用 开放数据库 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"},
		{"CC BY 3.0", "", "CC BY 3.0", "", ""},
		{"示例市公共数据开放许可", "https://shili.gov.cn/xk/", "示例市公共数据开放许可", "", "https://shili.gov.cn/xk/"},
	} {
		p := &Portal{Site: Site{License: c.name, LicenseURL: c.url}}
		v := valueChecker{loader: &loader{portal: p}}
		v.license()
		if s := p.Site; s.License != c.wantName || s.LicenseTitle != c.wantTitle || s.LicenseURL != c.wantURL {
			t.Errorf("%q, %q is %q, %q, %q", c.name, c.url, s.License, s.LicenseTitle, s.LicenseURL)
		}
	}
}
