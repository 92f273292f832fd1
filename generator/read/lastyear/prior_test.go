package lastyear_test

import (
	"fmt"
	"strings"
	"testing"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lastyear"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/lexicon/lexicontest"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// TestExamplesOfLexicon reads the examples of the groups last-year-…: which of two reports'
// numbers are held against each other.
func TestExamplesOfLexicon(t *testing.T) {
	lexicontest.Examples(t, "last-year-", func(example lexicon.Example, words *lexicon.Lexicon) string {
		then, now, _ := strings.Cut(example.Text, "｜")
		var years [2]*report.Report
		for i, text := range [...]string{then, now} {
			years[i] = outline.Parse(report.NewSource("a.txt", fmt.Sprintf("示例市司法局%d年法治政府建设年度报告\n\n一、主要举措和成效\n%s\n", 2022+i, text)), words)
			figure.Extract(years[i], words)
		}
		var all []string
		for _, c := range lastyear.Compare(years[1], years[0], words).Claims {
			all = append(all, years[1].Printed(&years[1].Figures[c.Figure])+" "+years[0].Printed(&years[0].Figures[c.Previous]))
		}
		if len(all) == 0 {
			return "无"
		}
		return strings.Join(all, "；")
	})
}

// TestValuesOfLastYear: a value of the year before that a report gives in words of its own, beside the
// value of the year or alone, and what is none of it.
func TestValuesOfLastYear(t *testing.T) {
	const last = "办理行政处罚案件210件，罚款86.5万元。办结群众投诉举报1560件。开展执法检查320次，检查企业1200家。举办法治讲座45场。" +
		"市本级受理行政复议案件90件。全县办理法律援助案件386件。现有执法人员96人。公开政府信息1.2万条。"
	for text, want := range map[string]string{
		// Beside the value of the year, with what was done said again.
		"办理行政处罚案件230件，2022年办理215件，增长7%。":   "215 of 230, then 210: value 210, wrong",
		"办理行政处罚案件230件，上年同期办理215件。":         "215 of 230, then 210: value 210, wrong",
		"办理行政处罚案件230件，比2022年（215件）增加15件。":  "215 of 230, then 210: value 210, wrong",
		"办理行政处罚案件230件，比2022年（210件）增加20件。":  "210 of 230, then 210: value 210",
		"办理行政处罚案件230件（2022年：215件），同比增长7%。": "215 of 230, then 210: value 210, wrong",
		"举办法治讲座52场，去年举办了40场。":              "40 of 52, then 45: value 45, wrong",
		"公开政府信息1.3万条，上年为12060条。":           "12060 of 1.3万, then 1.2万: value 12000", // which is rounded to it

		// Under its own name.
		"去年办理行政处罚案件215件，今年办理230件。":            "215 of 215, then 210: value 210, wrong",
		"2022年，全局办理行政处罚案件215件。2023年有所增加。":     "215 of 215, then 210: value 210, wrong",
		"2022年、2023年分别办理行政处罚案件215件、230件。":     "215 of 215, then 210: value 210, wrong",
		"2022年办理行政处罚案件210件。":                  "210 of 210, then 210: value 210",
		"2022年全县办理法律援助案件380件。":                "380 of 380, then 386: value 386, wrong",
		"事项\t2022年\t比重\n办理行政处罚案件（件）\t215\t26": "215 of 215, then 210: value 210, wrong",

		// Another thing, or another time.
		"办理行政处罚案件230件，听证案件上年为12件。":          "",
		"检查企业1300家，个体户上年为900家。":             "",
		"开展执法检查350次，其中双随机120次，上年为100次。":     "",
		"办理行政处罚案件230件，其中2022年办理5件。":         "",
		"办理行政处罚案件230件（含2022年办理5件）。":         "",
		"办理行政处罚案件230件，2022年办理的5件已执行完毕。":     "",
		"办理行政处罚案件230件，2022年办理5件今年执行完毕。":     "",
		"办理行政处罚案件230件、2022年办理5件。":           "",
		"办理行政处罚案件230件，上年立案今年办结40件。":         "",
		"办理行政处罚案件230件，计划2022年办理215件。":       "",
		"办理行政处罚案件230余件，2022年办理215件。":        "",
		"办理行政处罚案件230件，2022年办理约215件。":        "",
		"办理行政处罚案件230件，2021年办理215件。":         "",
		"全市2022年办理行政处罚案件980件。":              "",
		"2022年全县办理行政处罚案件980件。":              "",
		"2022年1至6月办理行政处罚案件120件。":            "",
		"2022年以来办理行政处罚案件440件。":              "",
		"2022年至2023年办理行政处罚案件440件。":          "",
		"抽查2022年行政处罚案件20件。":                 "",
		"督促整改2022年度行政处罚案件20件。":              "",
		"检查企业1300家，2022年检查发现问题企业30家。":       "",
		"现有执法人员98人，2022年新招录5人。":             "",
		"2022年查处案件20件。":                     "",
		"计划在2022年基础上办理行政处罚案件240件。":          "",
		"办理行政处罚案件230件，2022年为215件（按新的统计口径）。": "",
		"自2022年起统计口径调整，2022年办理行政处罚案件215件。":  "",
	} {
		if got := said(read(2023, text), read(2022, last)); got != want {
			t.Errorf("%s\ngot  %q\nwant %q", text, got, want)
		}
	}
}
