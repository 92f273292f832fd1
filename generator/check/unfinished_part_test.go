package check

import (
	"slices"
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// beforeParts are lines of a report above those of a case, each case being the last of the
// first part.
const beforeParts = "（一）规范执法\n办理案件12件。\n（二）深入普法\n举办讲座3场。\n"

// TestEmptyParts: what stands below the two first headings, the lines parted by ｜, and what is
// found in it; a quote that begins with ? is a warning.
func TestEmptyParts(t *testing.T) {
	for text, want := range map[string]string{
		// a number with nothing behind it
		"1.": "1.", "1.｜2.": "1. 2.", "1.抓学习。｜2.": "2.", "1.抓学习。｜2.｜3.抓考核。": "2.", "（1）抓学习。｜（2）": "（2）", "①抓学习。｜②": "②",
		"（三）": "（三）", "（三）。": "（三）", "1、抓学习；｜2、；": "2、", "1.抓学习。｜2.……": "2.……", "1）抓学习。｜2）": "2）",
		"一是抓学习。二是。": "二是", "一是抓学习；二是；三是抓考核。": "二是", "一是抓学习。｜二是": "二是", "一是抓学习。｜二是｜三是抓考核。": "二是", "一是抓学习。二是": "二是",
		// a heading, or words that lead over, with nothing behind them
		"（三）强化考核": "?（三）强化考核", "（三）强化考核｜（四）强化督察｜组织督察3次。": "?（三）强化考核",
		"重点抓好以下工作：": "重点抓好以下工作：", "（三）强化考核。主要包括：": "主要包括：", "组织考核3次，具体是：": "具体是：",
		// what breaks off
		"组织考核3次，": "?组织考核3次，", "组织考核3次，督察的": "?督察的", "组织考核、": "?组织考核、", "（三）强化考核，": "?（三）强化考核，", "分别通报了县直和": "?分别通报了县直和",
		// what keeps the place of a paragraph
		"略": "略", "（略）": "（略）", "同上年": "同上年", "……": "……", "××××": "××××", "XX": "XX", "1.略": "1.略", "数据暂缺。": "数据暂缺。", "（未完待续）": "（未完待续）",
		// sound
		"1.抓学习｜2.抓考核": "", "1.｜抓学习。": "", "（三）｜强化考核。": "", "一是抓学习。｜二是｜抓考核。": "", "一是一，二是二。": "", "原因之一是。": "",
		"（三）强化考核｜表1｜项目\t次数｜考核\t2｜督察\t3": "", "（三）强化考核。组织考核3次。": "", "（三）组织考核3次": "", "（三）强化考核｜（四）强化督察｜（五）强化整改": "",
		"1.抓学习，｜2.抓考核，｜3.抓督察。": "", "重点抓好以下工作：｜一是抓学习。": "", "重点抓好以下工作：｜1.抓学习。": "", "重点抓好以下工作：｜（1）抓学习｜（2）抓考核": "",
		"组织考核3次": "", "举办讲座3场（略有增加）。": "", "“略”": "", "说“……”": "", "主要做法是｜抓学习。": "", "组织考核。上述工作均已完成": "",
	} {
		in := Input{Report: read(whole(beforeParts + strings.ReplaceAll(text, "｜", "\n"))), Words: lexicon.Builtin()}
		var got []string
		for _, f := range unfinishedText(&in) {
			quote := f.Quote
			if f.Severity == report.Warning {
				quote = "?" + quote
			}
			got = append(got, quote)
		}
		if !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("%s\n got %q\nwant %q", text, got, want)
		}
	}
}

// TestEmptyMainPart: 二、 with nothing below it is an error, and so is the plan at the end.
func TestEmptyMainPart(t *testing.T) {
	for _, c := range []struct{ cut, quote string }{
		{"局长主持研究法治议题6次。\n", "二、党政主要负责人履行推进法治建设第一责任人职责情况"},
		{"组织培训4期。\n", "四、2024年工作安排"},
	} {
		in := Input{Report: read(strings.Replace(whole(beforeParts), c.cut, "", 1)), Words: lexicon.Builtin()}
		found := unfinishedText(&in)
		if len(found) != 1 || found[0].Quote != c.quote || found[0].Severity != report.Error {
			t.Errorf("%s: %+v", c.quote, found)
		}
	}
}

// TestEmptyMainParts: several parts that every report has, one behind the other with nothing below
// them; what is quoted of each. Lines of contents, and tasks that are alone on their lines, are sound.
func TestEmptyMainParts(t *testing.T) {
	const first = "示例市司法局2023年法治政府建设年度报告\n\n2023年，示例市司法局认真履职，现将有关情况报告如下。\n\n一、主要举措和成效\n（一）规范执法\n办理案件12件。\n"
	const signed = "\n示例市司法局\n2024年1月20日\n"
	for rest, want := range map[string]string{
		"二、主要负责人履职情况\n局长研究法治议题6次。\n三、存在的问题\n四、下一步工作打算\n":        "三、存在的问题 四、下一步工作打算",
		"二、存在的不足和原因\n三、2024年工作安排\n":                             "二、存在的不足和原因 三、2024年工作安排",
		"二、党政主要负责人履行第一责任人职责情况\n三、存在的不足\n四、下一步打算\n":              "二、党政主要负责人履行第一责任人职责情况 三、存在的不足 四、下一步打算",
		"二、主要负责人履行第一责任人职责情况\n三、存在的不足\n执法培训不够。\n四、下一步打算\n":       "二、主要负责人履行第一责任人职责情况 四、下一步打算",
		"二、存在的问题\n三、下一步工作打算\n四、其他需要报告的情况\n无。\n":                 "二、存在的问题 三、下一步工作打算",
		"二、主要负责人履行第一责任人职责情况\n局长研究法治议题6次。\n三、存在的不足\n四、下一步工作安排\n": "三、存在的不足 四、下一步工作安排",

		"二、存在的问题\n执法培训不够。\n三、下一步工作打算\n组织培训4期。\n":           "",
		"二、存在的问题。执法培训不够。\n三、下一步工作打算。组织培训4期。\n":             "",
		"二、存在的问题\n一是执法培训不够。\n三、下一步工作打算\n一是组织培训4期。\n":       "",
		"二、存在的问题\n（一）执法培训不够\n（二）力量不足\n三、下一步打算\n（一）组织培训\n":  "",
		"二、抓好问题整改\n三、抓好普法宣传\n四、抓好执法监督\n":                   "",
		"二、存在的问题\n表1\n问题\t个数\n培训不够\t3\n三、下一步打算\n组织培训4期。\n": "",
	} {
		in := Input{Report: read(first + rest + signed), Words: lexicon.Builtin()}
		var got []string
		for _, f := range unfinishedText(&in) {
			got = append(got, f.Quote)
			if f.Severity != report.Error {
				t.Errorf("%s: %+v", rest, f)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %q", rest, got)
		}
	}
	// contents, above the parts
	contents := strings.Replace(first, "一、主要举措和成效\n", "一、主要举措和成效\n二、存在的问题\n三、下一步打算\n\n一、主要举措和成效\n", 1)
	in := Input{Report: read(contents + "二、存在的问题\n执法培训不够。\n三、下一步打算\n组织培训4期。\n" + signed), Words: lexicon.Builtin()}
	if got := unfinishedText(&in); len(got) > 0 {
		t.Errorf("contents: %+v", got)
	}
}

// TestCutShort: a text that ends in the middle of a sentence; the last lines of a report, and
// what is found in them.
func TestCutShort(t *testing.T) {
	for last, want := range map[string]string{
		"一是组织培训4期。\n二是评查案卷，规范执法，提高办":                  "提高办",
		"一是组织培训4期。\n二是评查案卷。三是规范行政处罚自由裁量":              "三是规范行政处罚自由裁量",
		"（一）抓培训。组织培训4期。\n（二）抓评查。评查案卷60":               "评查案卷60",
		"1.抓培训，全年4期。\n2.抓评查，全年60卷，其中行政处罚案卷":           "其中行政处罚案卷",
		"一是组织培训4期。\n二是评查案卷，推广OA":                      "推广OA",
		"一是组织培训4期。\n二是评查案卷，规范执法。":                     "",
		"一是组织培训4期。\n二是评查案卷，提高办案质量\n示例市司法局\n2024年1月3日": "",
		"（一）抓培训\n（二）抓评查，强规范":                          "",
		"一是组织培训4期。\n附件：统计表，共3页":                       "",
		"一是组织培训4期。\n（联系人：法规科，地址：示例路1号）":               "",
		"一是组织培训4期。\n抄送：市委依法治市办，市人大常委会办公室":             "",
		"一是组织培训4期。\n表1，培训情况\n项目\t期数\n培训\t4":           "",
		"一是组织培训4期。\n二是评查案卷；":                          "二是评查案卷；",
		"组织培训4期": "",
		"一是组织培训4期。\n二是评查案卷。\n监督举报电话：12345":              "",
		"一是组织培训4期。\n二是评查案卷。\n网址为www.shili.gov.cn":       "",
		"一是组织培训4期。\n二是评查案卷。\n咨询地址：示例市中心路1号，邮编100000":    "",
		"一是组织培训4期。\n二是评查案卷。\n以上报告，请审议":                  "",
		"一是组织培训4期。\n二是评查案卷。\n妥否，请指示":                    "",
		"一是组织培训4期。\n二是评查案卷。\n本报告如有疏漏，敬请批评指正":            "",
		"一是组织培训4期。\n二是评查案卷。\n欢迎社会各界监督，热线电话12345":        "",
		"一是组织培训4期。\n二是评查案卷。\n电子邮箱：bgs@shili.gov.cn":     "",
		"一是组织培训4期。\n二是评查案卷，开通热线，提高办":                    "提高办",
		"一是组织培训4期。\n二是评查案卷，请专家讲授执法要":                    "请专家讲授执法要",
		"一是组织培训4期。\n二是评查案卷，欢迎人大代":                       "欢迎人大代",
		"一是组织培训4期。\n二是通过热线12":                           "二是通过热线12",
		"一是组织培训4期。\n二是抓好办理，通过热线12345受理诉求3":              "热线12345受理诉求3",
		"一是组织培训4期。\n二是抓好办理，依托门户网站为群众解答":                 "依托门户网站为群众解答",
		"一是组织培训4期。\n二是评查案卷。\n请社会各界提出宝贵意见建议":             "",
		"一是组织培训4期。\n二是评查案卷。\n监督电话：0999-6210018，欢迎监督":    "",
		"一是组织培训4期。\n二是评查案卷。\n联系电话：0999-6210018、6210019": "",
		"一是组织培训4期。\n二是评查案卷。\n微信公众号：示例发布，欢迎关注":           "",
		"（一）抓培训。组织培训4期。\n（二）电信网络诈骗发":                    "!（二）电信网络诈骗发",
		"（一）抓培训。组织培训4期。\n（二）抓评查。查办发现问题4":                "!查办发现问题4",
		"（一）抓培训。组织培训4期。\n（二）抓评查":                        "!（二）抓评查",
		"（一）抓培训。组织培训4期。\n（二）抓评查。\n示例市司法局":               "",
		"（一）抓培训。组织培训4期。\n（二）抓评查。推进“双随机”":                "",
	} {
		body := "办理案件3件。"
		if strings.HasPrefix(want, "!") { // an error where all before have their stops
			body = "办理案件3件。\n组织学习3次。\n召开会议3次。\n审查合同3件。\n公开信息3条。"
		}
		in := Input{Report: read(strings.Replace(whole(body), "组织培训4期。\n", last, 1)), Words: lexicon.Builtin()}
		got := ""
		for _, f := range unfinishedText(&in) {
			switch {
			case !strings.Contains(f.Message, "全文到"):
			case f.Severity == report.Error && strings.HasPrefix(want, "!"):
				got += "!" + f.Quote
			default:
				got += f.Quote
			}
		}
		if got != want {
			t.Errorf("%s: %q, not %q", last, got, want)
		}
	}
}

// TestDanglingSentences: sentences whose last word asks for something, and those that end with a
// word that only looks like it.
func TestDanglingSentences(t *testing.T) {
	ruleCases{
		"采纳意见59条。同时，进一步加强对。备案审查12件。":    {"?进一步加强对"},
		"深化改革，主要原因是。":                   {"?深化改革，主要原因是"},
		"办理案件30件，分别是。组织培训3次。":           {"?办理案件30件，分别是"},
		"加强核对。坚持校对与比对。积极应对。":            nil,
		"法治意识进一步提高。制度得到进一步完善。":          nil,
		"讲清主要原因是什么。加强对口帮扶。工作机制更加完善和健全。": nil,
	}.run(t, unfinishedText, Input{})
}
