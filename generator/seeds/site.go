package seeds

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/settings"
)

// idCode is the form of a 政府网站标识码: ten letters and digits.
var idCode = regexp.MustCompile(`^[0-9A-Za-z]{10}$`)

func (l *loader) site(entries []entry) error {
	file := l.path(siteName)
	if !has(entries, siteName) {
		l.fault(report.Error, rule.MissingSite, file, "没有网站设置 site.toml", misnamed(entries, siteName, "请新建一个，至少写一行：name = \"网站名称\""))
		return nil
	}
	raw, err := l.read(siteName)
	if err != nil {
		return err
	}
	s := &l.portal.Site
	doc, findings := settings.Read(file, raw, s)
	l.findings = append(l.findings, findings...)
	l.siteDoc = doc
	c := valueChecker{doc: doc, loader: l}
	for _, v := range []struct{ key, value string }{
		{"name", s.Name}, {"id_code", s.IDCode}, {"icp", s.ICP}, {"public_security", s.PublicSecurity}, {"sponsor", s.Sponsor},
		{"organizer", s.Organizer}, {"contact", s.Contact}, {"email", s.Email}, {"feedback", s.Feedback}, {"address", s.Address},
		{"description", s.Description}, {"keywords", s.Keywords}, {"license", s.License},
	} {
		c.line(v.key, v.value)
	}
	if s.IDCode != "" && !idCode.MatchString(s.IDCode) {
		c.fault("id_code", "网站标识码应当是 10 位字母和数字", "请照全国政府网站信息报送系统里的写；没有就删去这一行。")
	}
	if s.Email != "" && !strings.Contains(s.Email, "@") {
		c.fault("email", "电子邮箱里没有 @", "请写完整的邮箱地址；没有就删去这一行。")
	}
	c.feedback()
	c.link("party_mark", s.PartyMark)
	c.link("error_mark", s.ErrorMark)
	c.license()
	if u := c.link("domain", s.Domain); u != nil {
		c.domain(u)
	}
	if len(findings) == 0 {
		c.omitted()
	}
	return nil
}

// domain completes the site's address and checks that it is no made-up one.
func (c *valueChecker) domain(u *url.URL) {
	s := &c.loader.portal.Site
	if u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		c.fault("domain", "网址里只能有域名和路径", "请写成 https://www.example.gov.cn/ 的样子。")
		return
	}
	if !strings.HasSuffix(s.Domain, "/") {
		s.Domain += "/"
	}
	if host := u.Hostname(); !s.Demonstration && (strings.HasSuffix(host, ".example") || strings.HasPrefix(host, "example.")) {
		c.loader.findings = append(c.loader.findings, c.doc.ValueAt(rule.DemoDomain, report.Warning,
			"网址还是演示用的假网址", "请改成正式网址；演示网站请写上 demonstration = true。", "domain"))
	}
}

// omitted says in one finding what 政府网站发展指引 asks of every page and
// site.toml does not state, so that the pages leave it out. A demonstration is
// asked for nothing; an item that is written as "" has been thought of: a column
// of the county's portal has no number of its own.
func (c *valueChecker) omitted() {
	s := c.loader.portal.Site
	if s.Demonstration {
		return
	}
	var names []string
	for _, item := range []struct{ key, name, value string }{
		{"domain", "网址", s.Domain}, {"sponsor", "主办单位", s.Sponsor}, {"contact", "联系方式", s.Contact}, {"id_code", "网站标识码", s.IDCode},
		{"icp", "ICP备案号", s.ICP}, {"public_security", "公安备案号", s.PublicSecurity},
	} {
		if item.value == "" && c.doc.Line(item.key) == 0 {
			names = append(names, item.name+"（"+item.key+"）")
		}
	}
	if len(names) > 0 {
		says := "没有写明政府网站每页要有的：" + strings.Join(names, "、") + "，网页上都不出现"
		if s.Domain == "" && c.doc.Line("domain") == 0 {
			says += "；没有网址，规范网址、网站地图、二维码、分享图的地址和引用里的网址也都不写"
		}
		c.loader.portal.omitted = append(c.loader.portal.omitted, c.doc.KeyAt(rule.MissingSiteItem, report.Warning, says,
			"有正式的就填上；确实没有的（如栏目设在县政府门户网站里），写成 icp = \"\" 这样，就不再提醒。", "name"))
	}
}

// valueChecker looks at single values of a settings file.
type valueChecker struct {
	doc    *settings.Document
	loader *loader
}

func (c *valueChecker) fault(key, message, suggestion string) {
	c.loader.findings = append(c.loader.findings, c.doc.ValueAt(rule.BadValue, report.Error, message, suggestion, key))
}

// longest is how many characters a value of one line may have.
const longest = 300

// line checks that a value is one line of visible characters.
func (c *valueChecker) line(key, value string) {
	invisible := func(r rune) bool { return unicode.Is(unicode.C, r) || r == '\u2028' || r == '\u2029' }
	switch {
	case strings.ContainsFunc(value, invisible):
		c.fault(key, fmt.Sprintf("%s 里有换行或看不见的字符", key), "请写成一行，删去后重新输入；从网页或 Word 粘贴时容易带入。")
	case utf8.RuneCountInString(value) > longest:
		c.fault(key, fmt.Sprintf("%s 超过 %d 个字", key, longest), "请写得短一些。")
	}
}

// link checks that a value is the address of a page. It is nil for none.
func (c *valueChecker) link(key, value string) *url.URL {
	if value == "" {
		return nil
	}
	u, err := url.Parse(value)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || strings.ContainsAny(value, " \t\r\n\"<>'\\") {
		c.fault(key, "这不是完整的网址", "网址要以 http:// 或 https:// 开头，如 https://www.example.gov.cn/；没有就删去这一行。")
		return nil
	}
	return u
}
