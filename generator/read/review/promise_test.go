package review

import (
	"strings"
	"testing"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// judged is what staff say of two reports: the status of each item, who settled it, and what
// is wrong with the file.
func judged(t *testing.T, toml string) (items, faults string) {
	t.Helper()
	parse := func(text string) *report.Report {
		r := outline.Parse(report.NewSource("a.txt", text), lexicon.Builtin())
		figure.Extract(r, lexicon.Builtin())
		return r
	}
	previous := parse("示例市司法局2022年法治政府建设年度报告\n一、2023年工作安排\n举办讲座40场。建成平台1个。出台办法。\n")
	r := parse("示例市司法局2023年法治政府建设年度报告\n一、成效\n举办讲座36场。平台于6月建成。\n")
	span := func(r *report.Report, words string) report.Span {
		at := strings.Index(r.Source.Text, words)
		return report.Span{Start: at, End: at + len(words)}
	}
	found := []report.Promise{
		{Quote: span(previous, "举办讲座40场"), Goal: 0, Figure: 0, Status: report.PromiseUnmet, By: report.PromiseByFigures, Evidence: span(r, "举办讲座36场。")},
		{Quote: span(previous, "建成平台1个"), Goal: 1, Figure: -1, Status: report.PromiseMet, By: report.PromiseByWords, Evidence: span(r, "平台于6月建成。")},
	}
	rv, findings := Parse("2023.toml", []byte(toml))
	got, more := rv.Judge(previous, r, found)
	var said, wrong []string
	for _, p := range got {
		words := previous.Source.Slice(p.Quote) + " " + p.Status.Name() + " " + string(p.By)
		if p.Confirmed {
			words += " confirmed"
		}
		said = append(said, words)
	}
	for _, f := range append(findings, more...) {
		wrong = append(wrong, f.Message)
	}
	return strings.Join(said, "；"), strings.Join(wrong, "；")
}

func TestJudge(t *testing.T) {
	const asFound = "举办讲座40场 未达到 figures；建成平台1个 到位 words"
	for _, c := range []struct{ about, toml, items, faults string }{
		{"nothing", "", asFound, ""},
		{"confirmed", "[[promise]]\nquote = \"举办讲座40场\"\nstatus = \"未达到\"\n", "举办讲座40场 未达到 figures confirmed；建成平台1个 到位 words", ""},
		{"confirmed with its sentence", "[[promise]]\nquote = \"建成平台\"\nstatus = \"到位\"\nevidence = \"平台于6月建成\"\n", "举办讲座40场 未达到 figures；建成平台1个 到位 words confirmed", ""},
		{"corrected", "[[promise]]\nquote = \"建成平台1个\"\nstatus = \"部分到位\"\nevidence = \"平台于6月建成\"\nreason = \"还没有验收\"\n", "举办讲座40场 未达到 figures；建成平台1个 部分到位 staff confirmed", ""},
		{"against the figures, without a reason", "[[promise]]\nquote = \"举办讲座40场\"\nstatus = \"到位\"\nevidence = \"举办讲座36场\"\n", asFound, "按两年的数字比，这一项是“未达到”，写成“到位”要说明理由"},
		{"against the figures, with one", "[[promise]]\nquote = \"举办讲座40场\"\nstatus = \"到位\"\nevidence = \"举办讲座36场\"\nreason = \"另有4场并入网上直播\"\n", "举办讲座40场 到位 staff confirmed；建成平台1个 到位 words", ""},
		{"an item that the program does not have", "[[promise]]\nquote = \"出台办法\"\nstatus = \"没有提到\"\n", asFound + "；出台办法 没有提到 staff confirmed", ""},
		{"no such words in the plan", "[[promise]]\nquote = \"举办讲坐40场\"\nstatus = \"未达到\"\n", asFound, "上年的报告里没有这段原文"},
		{"no such words this year", "[[promise]]\nquote = \"建成平台1个\"\nstatus = \"到位\"\nevidence = \"平台于7月建成\"\n", asFound, "今年的报告里没有这段原文"},
		{"no such status", "[[promise]]\nquote = \"建成平台1个\"\nstatus = \"完成\"\n", asFound, "status（结果）没有“完成”这种写法"},
		{"staff must decide", "[[promise]]\nquote = \"建成平台1个\"\nstatus = \"未能判断\"\n", asFound, "status（结果）没有“未能判断”这种写法"},
		{"met, as found", "[[promise]]\nquote = \"建成平台1个\"\nstatus = \"到位\"\n", "举办讲座40场 未达到 figures；建成平台1个 到位 words confirmed", ""},
		{"met by nothing", "[[promise]]\nquote = \"出台办法\"\nstatus = \"到位\"\n", asFound + "；出台办法 未能判断 ", "写了“到位”，没有写今年报告里的依据"},
		{"not mentioned, and quoted", "[[promise]]\nquote = \"建成平台1个\"\nstatus = \"没有提到\"\nevidence = \"平台于6月建成\"\n", asFound, "写了今年的原文，就不是没有提到"},
		{"no reason", "[[promise]]\nquote = \"建成平台1个\"\nstatus = \"未达到\"\nreason = \"待补\"\n", "举办讲座40场 未达到 figures；建成平台1个 未达到 staff confirmed", "“待补”不是理由"},
		{"twice", "[[promise]]\nquote = \"建成平台1个\"\nstatus = \"未达到\"\n[[promise]]\nquote = \"平台1个\"\nstatus = \"没有提到\"\n", "举办讲座40场 未达到 figures；建成平台1个 未达到 staff confirmed", "这一项安排在第 1 行已经写过"},
		{"no status", "[[promise]]\nquote = \"建成平台1个\"\n", asFound, "没有写必填的 status（结果）"},
	} {
		items, faults := judged(t, c.toml)
		if items != c.items || faults != c.faults {
			t.Errorf("%s:\n%s\n%s\nwant\n%s\n%s", c.about, items, faults, c.items, c.faults)
		}
	}
}

// Without last year's report nothing can be said of its plan.
func TestJudgeWithoutPrevious(t *testing.T) {
	rv, _ := Parse("2023.toml", []byte("[[promise]]\nquote = \"建成平台1个\"\nstatus = \"没有提到\"\n"))
	found, findings := rv.Judge(nil, &report.Report{}, []report.Promise{{Goal: -1, Figure: -1, Status: report.PromiseMet}})
	if len(found) != 1 || found[0].Status != report.PromiseMet || len(findings) != 1 || findings[0].Severity != report.Warning || findings[0].Line != 2 {
		t.Errorf("%+v %+v", found, findings)
	}
	var none *Review
	if found, findings := none.Judge(nil, nil, nil); found != nil || findings != nil {
		t.Errorf("%+v %+v", found, findings)
	}
}
