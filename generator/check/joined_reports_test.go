package check

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// second is a report to put below whole.
const second = "示例市公安局2023年法治政府建设年度报告\n\n一、主要举措和成效\n走访企业528余次，联系电话13812345678。\n\n三、存在的不足和原因\n人手不够。\n"

// A second report is told of once, at its title; what else is wrong with it is not, but
// for what must not be public.
func TestJoinedReports(t *testing.T) {
	for _, c := range []struct {
		text string
		want string // the title that is found; "" for none
	}{
		{whole("举办讲座3场。") + "\n" + second, "示例市公安局2023年法治政府建设年度报告"},
		{whole("举办讲座3场。") + "\n" + strings.ReplaceAll(second, "公安局2023", "司法局2022"), "示例市司法局2022年法治政府建设年度报告"},
		{whole("举办讲座3场。") + strings.Replace(second, "2023年法治政府建设年度报告", "关于2022年度法治政府建设工作情况的报告", 1), "示例市公安局关于2022年度法治政府建设工作情况的报告"},
		{whole("举办讲座3场。") + "\n" + strings.Replace(second, "示例市公安局", "示例市公安局"+strings.Repeat("和示例县公安局", 4)+"示", 1), "示例市公安局" + strings.Repeat("和示例县公安局", 4) + "示2023年法治政府建设年度报告"}, // 50 characters
		{whole("举办讲座3场。") + "\n示例市公安局2023年法治政府建设年度报告\n", ""},                                                                                                                      // nothing follows
		{whole("印发《示例市公安局2023年法治政府建设年度报告》1份。"), ""},                                                                                                                               // is named in the text
		{whole("举办讲座3场。") + "\n附件：示例市司法局2023年法治政府建设情况统计表\n一、行政处罚\n处罚3件。\n", ""},                                                                                                   // another kind of text
		{strings.Replace(whole("举办讲座3场。"), "\n\n", "\n示例市公安局2023年法治政府建设年度报告\n", 1), ""},                                                                                           // both above the first heading
		{whole("（一）规范执法\n举办讲座3场。\n（一）深入普法\n评查案卷2份。"), ""},
	} {
		in := &Input{Words: lexicon.Builtin(), Report: read(c.text)}
		found := Report(in)
		var joined, others []report.Finding
		for _, f := range found {
			switch {
			case f.Rule == rule.JoinedReports:
				joined = append(joined, f)
			case f.Rule != rule.MobileNumber:
				others = append(others, f)
			}
		}
		if c.want == "" {
			if len(joined) > 0 {
				t.Errorf("%s\njoined at %s", c.text, joined[0].Quote)
			}
			continue
		}
		if len(joined) != 1 || joined[0].Quote != c.want || joined[0].Severity != report.Error {
			t.Errorf("%s\ngot %+v", c.text, joined)
			continue
		}
		for _, f := range others {
			if f.Span.Start >= joined[0].Span.Start {
				t.Errorf("told besides: %+v", f)
			}
		}
		if strings.Contains(c.text, "138") && len(found) == len(joined)+len(others) {
			t.Errorf("a number of a person is not told of: %+v", found)
		}
	}
}

// Of two reports in one file nothing says that the first has the wrong year, or is another
// body's: it may be the second that belongs there.
func TestJoinedReportsAreToldFirst(t *testing.T) {
	for _, first := range []string{strings.NewReplacer("2023", "2022", "2024", "2023").Replace(whole("举办讲座3场。")), strings.ReplaceAll(whole("举办讲座3场。"), "示例市司法局", "样板市司法局")} {
		in := &Input{Words: lexicon.Builtin(), Report: read(first + "\n" + whole("评查案卷2份。")), Named: 2023, Slug: "shili-sfj", Body: []string{"示例市司法局"}, Dates: Dates{Written: "2024-06-01"}}
		found := Report(in)
		if len(found) != 1 || found[0].Rule != rule.JoinedReports {
			t.Errorf("%+v", found)
		}
	}
}

// Of a line on which something stands that is no part of the report, it is not told what the
// line seems to be otherwise.
func TestSpoiltLines(t *testing.T) {
	for _, line := range []string{"**（二）深入普法**", "发自我的iPhone", "锛堜簩锛夊埗搴"} {
		found := Report(&Input{Words: lexicon.Builtin(), Report: read(whole("（一）规范执法。评查案卷2份。\n" + line + "\n举办讲座3场。\n（三）强化考核。考核3次。"))})
		for _, f := range found {
			if f.Rule == rule.MissingHeadingNumber || f.Rule == rule.UnfinishedText {
				t.Errorf("%s: %+v", line, f)
			}
		}
		if len(found) == 0 {
			t.Errorf("%s: nothing", line)
		}
	}
}

// What the lines of a printed table of contents seem to be is told as one thing.
func TestPrintedContents(t *testing.T) {
	const title = "示例市司法局2023年法治政府建设年度报告\n\n"
	contents := "目  录\n一、主要举措和成效1\n二、党政主要负责人履行推进法治建设第一责任人职责情况3\n三、存在的不足和原因\n四、2024年工作安排5\n\n"
	text := strings.Replace(whole("举办讲座3场。"), title, title+contents, 1)
	found := Report(&Input{Words: lexicon.Builtin(), Report: read(text)})
	if len(found) != 1 || found[0].Rule != rule.PageNumber || found[0].Quote != "目  录" || !strings.Contains(found[0].Message, "第 3 至 7 行是印刷用的目录") {
		t.Errorf("got %+v", found)
	}
	for _, sound := range []string{
		whole("举办讲座3场。"), strings.Replace(whole("举办讲座3场。"), title, title+strings.NewReplacer("1\n", "……1\n", "3\n", "……3\n", "原因\n", "原因……4\n", "5", "……5").Replace(contents), 1), whole("目录\n编制权责清单目录，接访217。"),
	} {
		for _, f := range Report(&Input{Words: lexicon.Builtin(), Report: read(sound)}) {
			if strings.Contains(f.Message, "目录") {
				t.Errorf("%s\ngot %+v", sound, f)
			}
		}
	}
}

// Numbers of pages are not told of a second time as numbers that were not read; a
// number alone on its line is advised on as what it may be.
func TestBarePageNumbers(t *testing.T) {
	found := Report(&Input{Words: lexicon.Builtin(), Report: read(whole("举办讲座3场。\n2\n评查案卷2份。\n3\n调解纠纷5起。"))})
	if len(found) != 1 || found[0].Rule != rule.PageNumber {
		t.Errorf("got %+v", found)
	}
	found = Report(&Input{Words: lexicon.Builtin(), Report: read(whole("举办讲座3场。\n7\n评查案卷2份。"))})
	if len(found) != 1 || found[0].Rule != rule.UnreadNumber || !strings.Contains(found[0].Suggestion, "是页码的，请删去这一行") {
		t.Errorf("got %+v", found)
	}
}
