package hugo

import (
	"strings"
	"testing"
)

func TestInChinese(t *testing.T) {
	for words, want := range map[string]string{
		`function "nofunction" not defined`: "没有“nofunction”这个函数",
		`undefined variable "$x"`:           "没有“$x”这个变量",
		`missing value for range`:           "“range”后面没有写值",
		`unexpected EOF`:                    "没有写完，多半是少了 {{ end }}",
		`unexpected "}" in operand`:         "这里不能有“}”",
		`unexpected <range> in command`:     "这里不能有“range”",
		`error building site: "layouts/404.html:2:3": execute of template failed: template: 404.html:2:3: executing "main" at <.Site.Zed>: can't evaluate field Zed in type page.Site`:                                  "没有“Zed”这一项（在 .Site.Zed）",
		`execute of template failed at <partial "nowhere.html" .>: error calling partial: partial "nowhere.html" not found`:                                                                                             "没有“nowhere.html”这个局部模板（在 partial \"nowhere.html\" .）",
		`execute of template failed at <partial "a.html" .>: error calling partial: execute of template failed: template: _partials/a.html:1:3: executing at <div 1 0>: error calling div: can't divide the value by 0`: "不能除以 0（在 div 1 0）",
		`access denied: "getenv" is not whitelisted in policy "security.funcs.getenv"`:                                                                                                                                  "安全设置不允许使用“getenv”",
		`failed to extract shortcode: template for shortcode "nowhere" not found`:                                                                                                                                       "没有“nowhere”这个模板",
		`error calling frobnicate: it went wrong`: "函数“frobnicate”没有算成",

		// What is not known is not guessed at.
		"":                            "",
		"this is an error of ours":    "",
		"the mayor's template is odd": "",
		"logged 1 error(s)":           "",
	} {
		if got := InChinese(words); got != want {
			t.Errorf("%s:\n got %s\nwant %s", words, got, want)
		}
	}
	if got := InChinese(strings.Repeat("x", 1<<20) + ` function "f" not defined`); got != "" {
		t.Errorf("a message without end: %q", got)
	}
}
