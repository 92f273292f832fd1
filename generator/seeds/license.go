package seeds

import "strings"

// known are the well-known licences of data, by the ids that catalogues of data know
// them by.
var known = []struct{ id, title, url string }{
	{"CC0-1.0", "知识共享 CC0 1.0（放弃著作权）", "https://creativecommons.org/publicdomain/zero/1.0/"},
	{"CC-BY-4.0", "知识共享 署名 4.0 国际", "https://creativecommons.org/licenses/by/4.0/"},
	{"CC-BY-SA-4.0", "知识共享 署名—相同方式共享 4.0 国际", "https://creativecommons.org/licenses/by-sa/4.0/"},
	{"CC-BY-NC-4.0", "知识共享 署名—非商业性使用 4.0 国际", "https://creativecommons.org/licenses/by-nc/4.0/"},
	{"ODC-By-1.0", "开放数据共用 署名 1.0", "https://opendatacommons.org/licenses/by/1-0/"},
	{"ODbL-1.0", "开放数据共用 开放数据库 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"},
	{"PDDL-1.0", "开放数据共用 公有领域 1.0", "https://opendatacommons.org/licenses/pddl/1-0/"},
}

// license completes a well-known licence, however it is spelt, and checks the address
// of any.
func (c *valueChecker) license() {
	s := &c.loader.portal.Site
	c.link("license_url", s.LicenseURL)
	if s.License == "" {
		if s.LicenseURL != "" {
			c.fault("license_url", "写了数据许可的网址，没有写许可的名称", "请加上一行 license = \"许可的名称\"，或删去这一行。")
		}
		return
	}
	for _, l := range known {
		if folded(l.id) != folded(s.License) {
			continue
		}
		s.License, s.LicenseTitle = l.id, l.title
		if s.LicenseURL == "" {
			s.LicenseURL = l.url
		}
	}
}

// folded is an id in the form in which ids are compared: CC BY 4.0 is CC-BY-4.0.
func folded(id string) string {
	return strings.ToLower(strings.NewReplacer(" ", "", "-", "", "_", "").Replace(id))
}
