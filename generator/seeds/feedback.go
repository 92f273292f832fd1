package seeds

import (
	"net/url"
	"regexp"
	"strings"
)

// mailAddress is a mail address that can stand in a link as it is.
var mailAddress = regexp.MustCompile(`^[A-Za-z0-9](?:[A-Za-z0-9._+-]*[A-Za-z0-9])?@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$`)

// feedback checks whom readers tell of errors: a mail address or an https form, to whose
// address each page adds what it is. Where site.toml has no such key, it is the mail address
// of the site, if that can stand in a link; feedback = "" leaves 发现错误 out.
func (c *valueChecker) feedback() {
	s := &c.loader.portal.Site
	switch value := s.Feedback; {
	case value == "":
		if c.doc.Line("feedback") == 0 && mailAddress.MatchString(s.Email) {
			s.Feedback = s.Email
		}
	case mailAddress.MatchString(value), isForm(value):
	case strings.HasPrefix(value, "mailto:"):
		c.fault("feedback", "邮箱地址前面不要写 mailto:", "请只写邮箱地址，如 fzb@example.gov.cn。")
	case strings.HasPrefix(value, "http:"):
		c.fault("feedback", "表单的网址要以 https:// 开头", "读者写的话要加密传送；没有这样的网址，请写邮箱地址。")
	case strings.HasPrefix(value, "https:") && strings.Contains(value, "#"):
		c.fault("feedback", "表单的网址里不能有 #", "网页的标题和网址要加在后面，请写没有 # 的网址。")
	default:
		c.fault("feedback", "这不是邮箱地址，也不是 https:// 开头的网址", "请写 fzb@example.gov.cn 或者 https://www.example.gov.cn/jiucuo 的样子；没有就删去这一行。")
	}
}

// isForm reports whether a value is the https address of a form, to which parameters can be
// added.
func isForm(value string) bool {
	u, err := url.Parse(value)
	return err == nil && u.Scheme == "https" && u.Hostname() != "" && u.User == nil && !strings.ContainsAny(value, "# \t\r\n\"<>'\\")
}
