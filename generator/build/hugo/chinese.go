package hugo

import (
	"regexp"
	"strings"
)

// saying is something that Hugo, or the templates of Go under it, say in English.
// $1 and $2 of the Chinese are what the brackets of the English hold.
type saying struct {
	english *regexp.Regexp
	chinese string
}

// sayings of templates that cannot be read or fail while they run. The first that
// applies counts: what is said of a particular fault comes before what is said of many.
var inChinese = sayingsOf([][2]string{
	// A template that cannot be read.
	{`function "([^"]*)" not defined`, "没有“$1”这个函数"},
	{`undefined variable "([^"]*)"`, "没有“$1”这个变量"},
	{`missing value for ([^\s:]+)`, "“$1”后面没有写值"},
	{`unexpected EOF`, "没有写完，多半是少了 {{ end }}"},
	{`unexpected \{\{end\}\}`, "多了一个 {{ end }}"},
	{`unexpected \{\{else\}\}`, "{{ else }} 前面没有 {{ if }}"},
	{`unclosed action`, "“{{”没有“}}”与它成对"},
	{`unclosed left paren`, "左括号没有右括号与它成对"},
	{`unexpected right paren`, "右括号没有左括号与它成对"},
	{`unclosed comment|comment ends before closing delimiter`, "注释没有写完，要写成 {{/* … */}}"},
	{`unterminated (?:raw )?quoted string|unterminated character constant`, "引号没有成对"},
	{`bad number syntax: "([^"]*)"`, "“$1”不是数字"},
	{`unrecognized character in action: \S+ '(.)'`, "这里不能有“$1”"},
	{`unexpected bad character \S+ '(.)'`, "这里不能有“$1”"},
	{`multiple definition of template "([^"]*)"`, "模板“$1”定义了两次"},
	{`\{\{(break|continue)\}\} outside \{\{range\}\}`, "{{ $1 }} 只能写在 {{ range }} 里面"},
	{`unexpected "([^"]*)" in`, "这里不能有“$1”"},
	{`unexpected <([^>]*)> in`, "这里不能有“$1”"},
	{`empty command|missing command`, "“{{”和“}}”之间没有内容，或“|”前后缺了内容"},
	{`non executable command in pipeline`, "“|”后面要写函数的名称"},
	{`can't give argument to non-function (\S+)`, "“$1”不是函数，后面不能再写别的"},
	{`(?:ends in a non-text context|appears in an ambiguous context|unfinished (?:escape|JS|CSS)|branches end in different contexts)`, "网页的标签没有写完，或引号没有成对"},

	// A template that fails while it runs.
	{`partial "([^"]*)" not found`, "没有“$1”这个局部模板"},
	{`no template "([^"]*)" associated`, "没有“$1”这个模板"},
	{`template "?([^"\s]*)"? not found|template for shortcode "([^"]*)" not found`, "没有“$1$2”这个模板"},
	{`can't evaluate field (\S+)`, "没有“$1”这一项"},
	{`nil pointer evaluating \S*?\.(\w+)`, "取不到“$1”：它前面的内容是空的"},
	{`map has no entry for key "([^"]*)"`, "没有“$1”这一项"},
	{`wrong number of args for (\w+)`, "函数“$1”后面的值多了或少了"},
	{`range can't iterate over`, "{{ range }} 后面不是一列内容"},
	{`(?:slice|string|array)? ?index out of range|index of untyped nil|out of bounds`, "要取的那一项不存在"},
	{`can't divide the value by 0|divide by zero`, "不能除以 0"},
	{`incompatible types for comparison|invalid type for comparison`, "两个值不是同一类，不能比较"},
	{`access denied: "([^"]*)" is not whitelisted`, "安全设置不允许使用“$1”"},
	{`is not whitelisted in policy`, "安全设置不允许这样用"},
	{`exceeded maximum template depth`, "模板一层套一层，没有尽头"},
	{`timed out (?:initializing|rendering)`, "有一页算得太久"},
	{`failed to unmarshal|unmarshal failed|failed to (?:decode|parse) (?:front matter|config)`, "设置读不懂"},
	{`toml: (?:line \d+ )?`, "设置不合 TOML 的写法"},
	{`yaml: |json: `, "设置读不懂"},
	{`error calling (\w+)`, "函数“$1”没有算成"},
	{`no space left on device`, "磁盘已满"},
	{`permission denied`, "没有权限读写文件"},
	{`file too large`, "要写的文件太大，系统不允许"},
	{`too many open files`, "同时打开的文件太多"},
	{`no such file or directory`, "找不到要读的文件"},
})

// where is how Go names the place in a template: executing "main" at <.Site.Zed>.
var where = regexp.MustCompile(`at <([^<>\n]{1,80})>`)

func sayingsOf(pairs [][2]string) []saying {
	all := make([]saying, len(pairs))
	for i, p := range pairs {
		all[i] = saying{regexp.MustCompile(p[0]), p[1]}
	}
	return all
}

// mostSaid bounds what is looked at of a message, which a template may make as long
// as it likes.
const mostSaid = 8 << 10

// InChinese is what the English words of Hugo, or of a template that Go cannot
// read, come to; "" for words that are not known:
//
//	function "nofunction" not defined -> 没有“nofunction”这个函数
func InChinese(words string) string {
	words = words[:min(len(words), mostSaid)]
	for _, s := range inChinese {
		found := s.english.FindStringSubmatchIndex(words)
		if found == nil {
			continue
		}
		text := string(s.english.ExpandString(nil, s.chinese, words, found))
		// Of several places the last is the innermost: the partial rather than its caller.
		if all := where.FindAllStringSubmatch(words[:found[0]], -1); len(all) > 0 {
			if at := all[len(all)-1][1]; !strings.Contains(text, at) {
				text += "（在 " + at + "）"
			}
		}
		return strings.ToValidUTF8(text, "")
	}
	return ""
}
