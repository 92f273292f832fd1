package outline

import (
	"fmt"
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

const front = "示例市司法局2023年法治政府建设年度报告\n\n一、主要举措和成效\n评查案卷30份。\n"

// read parses lines below the head of a report.
func read(lines string) *report.Report {
	return Parse(report.NewSource("2023.txt", front+lines), lexicon.Builtin())
}

// kindOf is the kind of the block that stands in a line as a whole.
func kindOf(t *testing.T, r *report.Report, line string) report.BlockKind {
	t.Helper()
	for _, b := range r.Blocks {
		if strings.TrimSpace(r.Source.Slice(b.Span)) == strings.TrimSpace(line) {
			return b.Kind
		}
	}
	t.Errorf("no block is %q", line)
	return ""
}

// A day below the name of the body that signs is no text of the report,
// however it is written; what only looks like a day is.
func TestDayOfSigning(t *testing.T) {
	for day, want := range map[string]report.BlockKind{
		"2024年3月20日": report.BlockClosing, "2024年12月1日": report.BlockClosing, "2024年3月": report.BlockClosing, "二〇二四年一月五日": report.BlockClosing,
		"二○二四年十二月三十一日": report.BlockClosing, "2024-02-28": report.BlockClosing, "2024.2.8": report.BlockClosing, "2024/12/31": report.BlockClosing,
		"（2024年3月20日）": report.BlockClosing, "2024 年 3 月 20 日": report.BlockClosing, "２０２４年３月２０日": report.BlockClosing,
		"2024年3月20": report.BlockText, "2024-02-": report.BlockText, "2024-128-28": report.BlockText, "2024-02-281": report.BlockText, "24-02-28": report.BlockText,
		"3月20日": report.BlockText, "2024年": report.BlockText, "2024年3月20日印": report.BlockText,
	} {
		if got := kindOf(t, read("示例市司法局\n"+day+"\n"), day); got != want {
			t.Errorf("%s is %s, want %s", day, got, want)
		}
	}
	r := read("示例市司法局\n")
	if got := kindOf(t, r, "示例市司法局"); got != report.BlockClosing {
		t.Errorf("the signature alone is %s", got)
	}
	r = read("示例省财政厅\n")
	if got := kindOf(t, r, "示例省财政厅"); got == report.BlockClosing {
		t.Errorf("another body alone signs: %s", got)
	}
	r = read("示例市司法局\n示例市财政局\n2024年3月20日\n")
	for _, body := range []string{"示例市司法局", "示例市财政局"} {
		if got := kindOf(t, r, body); got != report.BlockClosing {
			t.Errorf("of two that sign %s is %s", body, got)
		}
	}
}

// What names a table stands over it; a sentence that begins so does not.
func TestCaptions(t *testing.T) {
	for line, want := range map[string]report.BlockKind{
		"表1　执法情况": report.BlockCaption, "表1": report.BlockCaption, "附表2：执法情况": report.BlockCaption, "图1 案件走势": report.BlockCaption, "表一 执法情况": report.BlockCaption,
		"表1-2 执法情况": report.BlockCaption, "表1.执法情况": report.BlockCaption, "表12、执法情况": report.BlockCaption, "表1执法统计表": report.BlockCaption, "附图3走势图": report.BlockCaption, "表123 执法": report.BlockCaption,
		"表1显示案件增长": report.BlockText, "表现突出": report.BlockText, "表1 执法情况如下。": report.BlockText, "附1 执法情况": report.BlockText,
	} {
		if got := kindOf(t, read(line+"\n"), line); got != want {
			t.Errorf("%s is %s, want %s", line, got, want)
		}
	}
}

// A document is cited by its outermost title, which is a title: neither empty
// nor a page long, and no sentences.
func TestCitations(t *testing.T) {
	long := strings.Repeat("法", 60)
	for text, want := range map[string]string{
		"依据《甲办法》《乙办法》。": "甲办法 乙办法", "印发《关于〈甲办法〉的通知》。": "关于〈甲办法〉的通知", "印发《关于《甲办法》和《乙办法》的通知》。": "关于《甲办法》和《乙办法》的通知",
		"《》": "", "《 》《甲》": "甲", "甲》《乙》": "乙", "《甲。乙》《丙》": "丙", "《甲；乙》": "", "《甲": "", "《甲《乙》": "乙", "《" + long + "》": long,
		"《" + strings.Repeat("法", 600) + "》": "", "依据《甲办法》和《乙规定》，参照《丙》、《丁》。": "甲办法 乙规定 丙 丁",
	} {
		r := read(text + "\n")
		var got []string
		for _, c := range r.Citations {
			if c.Line != 5 {
				t.Errorf("%.30s is cited on line %d", text, c.Line)
			}
			got = append(got, strings.TrimSpace(c.Title))
		}
		if strings.TrimSpace(strings.Join(got, " ")) != want {
			t.Errorf("%.60s cites %q, want %q", text, got, want)
		}
	}
}

// Counts in a paragraph are items when they count on from the first.
func TestItems(t *testing.T) {
	for text, want := range map[string]string{
		"一是学习；二是培训；三是督察。": "一是学习；|二是培训；|三是督察。", "工作有三：一是学习；二是培训。": "一是学习；|二是培训。", "重点一是学习。": "", "一是学习。": "一是学习。", "二是学习。": "二是学习。",
		"一是学习；三是督察。": "一是学习；三是督察。", "要求是：第一是学习，第二是培训。": "", "一是学习；二是培训。一是制度；二是机制。": "一是学习；|二是培训。|一是制度；|二是机制。",
	} {
		r := read(text + "\n")
		var got []string
		for _, b := range r.Blocks {
			for _, sp := range b.Items {
				got = append(got, r.Source.Slice(sp))
			}
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s has the items %q, want %q", text, got, want)
		}
	}
}

// The number that is missing is named as the body would write it.
func TestMissingNumberIsNamed(t *testing.T) {
	for numbers, want := range map[string]string{
		"（一） （二） （四）": "（三）", "1. 2. 4.": "3.", "（1） （2） （4）": "（3）", "1） 2） 4）": "3）", "① ② ④": "③", "九、 十、 十二、": "十一、", "十九、 二十、 二十二、": "二十一、",
		"九十九、 一百、 一百零二、": "一百零一、", "一百零九、 一百一十、 一百一十二、": "一百一十一、",
	} {
		var text strings.Builder
		for i, number := range strings.Fields(numbers) {
			fmt.Fprintf(&text, "%s加强工作\n评查案卷%d份。\n", number, i+10)
		}
		var said []string
		r := read(text.String())
		for _, f := range r.Findings {
			said = append(said, f.Message+f.Suggestion)
		}
		if all := strings.Join(said, "\n"); !strings.Contains(all, "缺“"+want+"”") {
			t.Errorf("%s: %q is not said to be missing:\n%s", numbers, want, all)
		}
	}
}

// What stands over the title in a page is no part of the report, and the title
// may go over several lines.
func TestHeadOfAPage(t *testing.T) {
	for head, want := range map[string]string{
		"首页 > 政务公开 > 法治建设\n示例市司法局2023年法治政府建设年度报告":         "示例市司法局2023年法治政府建设年度报告|示例市司法局|2023",
		"网站首页＞政务公开＞法治建设\n示例市司法局2023年法治政府建设年度报告":           "示例市司法局2023年法治政府建设年度报告|示例市司法局|2023",
		"政务公开 » 法治建设 » 信息公开\n示例市司法局2023年法治政府建设年度报告":       "示例市司法局2023年法治政府建设年度报告|示例市司法局|2023",
		"示例市司法局\n2023年法治政府建设年度报告":                         "示例市司法局2023年法治政府建设年度报告|示例市司法局|2023",
		"示例市司法局\n关于2023年法治政府建设\n情况的报告":                    "示例市司法局关于2023年法治政府建设情况的报告|示例市司法局|2023",
		"示例市司法局2023年法治政府建设年度报告（摘要）":                       "示例市司法局2023年法治政府建设年度报告（摘要）|示例市司法局|2023",
		"索引号：001\n发布日期：2024-03-29\n示例市司法局2023年法治政府建设年度报告": "示例市司法局2023年法治政府建设年度报告|示例市司法局|2023",
		"[发布日期] 2024-03-29\n示例市司法局2023年法治政府建设年度报告":        "示例市司法局2023年法治政府建设年度报告|示例市司法局|2023",
		"示司〔2024〕5号\n示例市司法局二〇二三年度法治政府建设年度报告":              "示例市司法局二〇二三年度法治政府建设年度报告|示例市司法局|2023",
		"示例市司法局2023年依法行政工作情况":                             "示例市司法局2023年依法行政工作情况|示例市司法局|2023",
		"秘密★1年\n示例市司法局2023年法治政府建设年度报告":                    "示例市司法局2023年法治政府建设年度报告|示例市司法局|2023",
		"示例市司法局法治政府建设年度报告\n（2023年度）":                      "示例市司法局法治政府建设年度报告|示例市司法局|2023",
	} {
		r := Parse(report.NewSource("a.txt", head+"\n\n一、主要举措和成效\n评查案卷30份。\n"), lexicon.Builtin())
		if got := fmt.Sprintf("%s|%s|%d", r.Title, r.Issuer, r.Year); got != want {
			t.Errorf("%q is read as %s, want %s", head, got, want)
		}
	}
}
