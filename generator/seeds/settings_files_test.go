package seeds

import (
	"mingfa/generator/check"
	"mingfa/generator/read/indicator"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/review"
	"mingfa/generator/report"
	"mingfa/generator/settings"
	"mingfa/generator/site/glossary"
)

// settingsFiles are one file of each kind that staff write, with every key that it may
// have, and what reads it.
var settingsFiles = []struct {
	name, text string
	read       func(raw string) []report.Finding
}{
	{"site.toml", `name = "示例市法治政府建设年度报告"
domain = "https://www.shili.gov.cn/"
id_code = "4100000001"
icp = "示ICP备00000000号"
public_security = "示公网安备00000000号"
sponsor = "示例市司法局"
organizer = "示例市信息中心"
contact = "0000-1234567"
email = "fzb@shili.gov.cn"
feedback = "fzb@shili.gov.cn"
address = "示例路1号"
party_mark = "https://www.shili.gov.cn/d"
error_mark = "https://www.shili.gov.cn/z"
description = "示例市的报告"
keywords = "法治"
license = "CC-BY-4.0"
license_url = "https://www.shili.gov.cn/xk"
demonstration = true
share_pictures = true
keep_original = true
[[region]]
name = "示例市"
slug = "shili"
`, func(raw string) []report.Finding { _, f := settings.Read("site.toml", []byte(raw), &Site{}); return f }},
	{"body.toml", `name = "示例市司法局"
short = "市司法局"
alias = ["示例市司法办"]
region = "示例市"
kind = "司法局"
parent = "shili-zf"
former = ["sfj"]
[[withdrawn]]
year = 2019
reason = "正文有误，核对后重新公布"
`, func(raw string) []report.Finding { _, f := settings.Read("body.toml", []byte(raw), &Body{}); return f }},
	{"2023.toml", `[disclosure]
index = "000-01"
category = "司法"
issuer = "示例市司法局"
number = "示司〔2024〕1号"
written = "2024-01-31"
published = "2024-02-06"
validity = "有效"
signer = "某某"
openness = "主动公开"
[disclosure.source]
index = "网站"
category = "网站"
issuer = "网站"
number = "网站"
written = "网站"
published = "网站"
validity = "网站"
signer = "网站"
openness = "网站"
[[figure]]
quote = "受理案件20件"
nth = 1
which = 1
value = 20
unit = "件"
label = "受理案件"
indicator = "disputes-mediated"
series = "受理案件"
hide = true
add = true
status = "draft"
[[waiver]]
rule = "repeated-word"
quote = "受理案件"
nth = 1
reason = "原文如此"
[[correction]]
old = "19件"
quote = "20件"
date = "2024-06-03"
reason = "统计口径核对后更正"
hide = true
[[promise]]
quote = "办理案件20件"
status = "到位"
evidence = "受理案件20件"
reason = "任务已经完成"
`, func(raw string) []report.Finding { _, f := review.Parse("2023.toml", []byte(raw)); return f }},
	{"indicators.toml", `extend = true
never = ["预算"]
[words]
light = ["全部"]
wide = ["总计"]
narrow = ["其中"]
past = ["上年"]
present = ["今年"]
bodies = ["法院"]
regions = ["全省"]
kinds = ["机关"]
whole = ["公安机关"]
[[class]]
id = "own-class"
name = "场次"
units = ["场"]
[[theme]]
id = "own-theme"
name = "自有主题"
[[indicator]]
id = "own-talks"
name = "法治讲堂"
theme = "own-theme"
kind = "count"
class = "own-class"
units = ["堂"]
definition = "法治讲堂的堂数。"
source = "本局统计制度"
rank = 3
question = "办了多少堂？"
examples = ["举办法治讲堂20堂 -> 20"]
any = ["法治讲堂"]
all = ["法治讲堂"]
none = ["计划"]
short = ["讲堂"]
context = ["法治"]
apart = ["预算"]
`, func(raw string) []report.Finding {
		_, f := indicator.Parse("indicators.toml", []byte(raw), nil)
		return f
	}},
	{"glossary.toml", `extend = true
[[term]]
id = "own-term"
term = "法治讲堂"
aliases = ["普法讲堂"]
meaning = "面向居民的法律讲座。"
source = "本局文件"
`, func(raw string) []report.Finding {
		_, f := glossary.Parse("glossary.toml", []byte(raw), nil)
		return f
	}},
	{"phrases.toml", `extend = true
[[phrase]]
right = "法治讲堂进社区"
wrong = ["法制讲堂进社区"]
words = ["甲组织", "乙组织"]
ends = ["等活动"]
near = true
after = ["开展"]
sound = ["法治讲座进社区"]
source = "本局文件"
note = "名称"
`, func(raw string) []report.Finding {
		_, f := check.ParsePhrases("phrases.toml", []byte(raw), nil)
		return f
	}},
	{"laws.toml", `extend = true
[[law]]
name = "示例市法治讲堂办法"
force = "2021-07-15"
ended = "2023-01-01"
instead = "示例市普法条例"
source = "示例市人民政府令第1号"
`, func(raw string) []report.Finding {
		_, f := check.ParseLaws("laws.toml", []byte(raw), nil)
		return f
	}},
	{"lexicon.toml", `extend = true
[[group]]
id = "units"
purpose = "量词"
words = ["堂"]
examples = ["举办法治讲堂20堂 -> 20 堂"]
[[group.word]]
text = "节"
as = "堂"
not_before = ["日"]
still_before = ["日课"]
not_after = ["季"]
[[same]]
units = ["堂", "节"]
purpose = "讲堂"
`, func(raw string) []report.Finding {
		_, f := lexicon.Parse("lexicon.toml", []byte(raw), nil)
		return f
	}},
}
