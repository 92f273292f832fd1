package seeds

import (
	"fmt"
	"regexp"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/settings"
)

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
		return
	}
	if id := meantLicense(s.License); id != "" {
		c.loader.findings = append(c.loader.findings, c.doc.ValueAt(rule.BadValue, report.Warning,
			fmt.Sprintf("不认识数据许可“%s”，会照这几个字登在网页上，没有许可的网址", s.License), fmt.Sprintf("是不是想写 license = %q？是另一种许可的，请写全名，并用 license_url 写上它的网址。", id), "license"))
	}
}

// otherCreative are licences of Creative Commons that are none of the known ones, and no
// slips for one of them either.
var otherCreative = regexp.MustCompile(`^ccby(?:nc)?(?:sa|nd)?(?:1\.0|2\.0|2\.5|3\.0|4\.0)$`)

// meantLicense is the id of the licence that a name was probably meant to be: CC-BY-4.0 for
// CC-BY-4, 知识共享署名4.0国际 or CC BY 4.0 国际; "" for one that stands for itself.
func meantLicense(name string) string {
	written := folded(name)
	if otherCreative.MatchString(written) {
		return ""
	}
	best := ""
	for _, l := range known {
		if id := folded(l.id); strings.Contains(written, id) && len(l.id) > len(best) || best == "" && len(written) >= len("cc0") && strings.HasPrefix(id, written) {
			best = l.id
		}
	}
	if best != "" {
		return best
	}
	var names []string
	for _, l := range known {
		names = append(names, l.id, l.title)
	}
	near := settings.Nearest(name, names)
	for _, l := range known {
		if near != "" && (near == l.id || near == l.title) {
			return l.id
		}
	}
	return ""
}

// folded is an id in the form in which ids are compared: CC BY 4.0 is CC-BY-4.0.
func folded(id string) string {
	return strings.ToLower(strings.NewReplacer(" ", "", "-", "", "_", "").Replace(id))
}
