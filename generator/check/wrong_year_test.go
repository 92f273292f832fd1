package check

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

func TestWrongYearOfTheFile(t *testing.T) {
	src := report.NewSource("seeds/shili/2022.txt", "示例市司法局\n2023年法治政府建设年度报告\n正文。\n")
	r := &report.Report{Source: src, Year: 2023, Blocks: []report.Block{
		{Kind: report.BlockTitle, Span: src.LineSpan(1)},
		{Kind: report.BlockTitle, Span: src.LineSpan(2)},
	}}
	for _, named := range []int{0, 2023} {
		if got := wrongYear(&Input{Words: lexicon.Builtin(), Report: r, Named: named}); got != nil {
			t.Errorf("a file named %d: %v, want no finding", named, got)
		}
	}
	got := wrongYear(&Input{Words: lexicon.Builtin(), Report: r, Named: 2022})
	if len(got) != 1 || got[0].Rule != "wrong-year" || got[0].Severity != report.Error || got[0].Line != 2 ||
		got[0].Message != "报告写的是 2023 年度，文件名却是 2022" {
		t.Errorf("a file named 2022: %+v", got)
	}
	// A file that must not be named so, since there is one of that name.
	in := &Input{Words: lexicon.Builtin(), Report: r, Named: 2022, Slug: "shili"}
	for other, want := range map[string]string{
		"seeds/shili/2023.docx": "2023 年度的报告已经有一份了（seeds/shili/2023.docx），这一份不能再改成那个名字；请换成 2022 年度的定稿，或者改正题目",
		"seeds/yangban/2023.md": "请把文件改名为 2023.txt（报告所写的那一年，不是印发的那一年），或者改正题目",
	} {
		in.Neighbours = NewNeighbours([]Sketch{SketchOf(Origin{Slug: strings.Split(other, "/")[1], Year: 2023, Path: other}, "正文。"), SketchOf(Origin{Slug: "shili", Year: 2022, Path: "seeds/shili/2022.txt"}, src.Text)})
		if got := wrongYear(in); len(got) != 1 || got[0].Suggestion != want {
			t.Errorf("beside %s: %+v", other, got)
		}
	}
	r.Year = 0
	if got := wrongYear(&Input{Words: lexicon.Builtin(), Report: r, Named: 2022}); got != nil {
		t.Errorf("a report whose year is not known: %v, want no finding", got)
	}
}

// The plan is for the year to come.
func TestWrongYearOfThePlan(t *testing.T) {
	for heading, want := range map[string]string{
		"四、2023年工作安排":              "四、2023年工作安排",
		"四、2022年法治政府建设工作安排":        "四、2022年法治政府建设工作安排",
		"四、2022年主要工作打算":            "四、2022年主要工作打算",
		"四、二〇二三年下一步工作计划":           "四、二〇二三年下一步工作计划",
		"四、问题和打算\n（一）2023年工作安排":    "（一）2023年工作安排",
		"四、下一年度工作安排\n（一）2023年工作安排": "（一）2023年工作安排",
		"四、2024年工作安排":              "",
		"四、下一年度工作安排":               "",
		"四、2023年存在的不足和2024年工作安排":   "",
		"四、2023年工作计划完成情况":          "",
		"四、2023年主要工作":              "",
		"四、“2023行动”工作安排":           "",
	} {
		text := strings.Replace(whole("办理案件3件。"), "四、2024年工作安排", heading, 1)
		quote := ""
		for _, f := range wrongYear(&Input{Words: lexicon.Builtin(), Report: read(text)}) {
			quote += f.Quote
			if f.Severity != report.Error || f.Suggestion != "请核对定稿，这里应当是 2024 年" {
				t.Errorf("%s: %+v", heading, f)
			}
		}
		if quote != want {
			t.Errorf("%s: %q", heading, quote)
		}
	}
}

// Headings over what was done in the year reported on, 2023.
func TestWrongYearOfResults(t *testing.T) {
	for heading, want := range map[string]string{
		"一、2022年法治政府建设基本情况":              "一、2022年法治政府建设基本情况",
		"一、2022年度主要举措和成效":                "一、2022年度主要举措和成效",
		"一、二〇二二年工作情况":                    "一、二〇二二年工作情况",
		"一、2022年推进法治政府建设的主要做法":           "一、2022年推进法治政府建设的主要做法",
		"一、2024年法治政府建设工作完成情况":            "?一、2024年法治政府建设工作完成情况",
		"一、主要举措\n（一）2022年执法工作开展情况":       "?（一）2022年执法工作开展情况",
		"一、法治政府建设2022年度工作情况":             "一、法治政府建设2022年度工作情况",
		"一、2022年法治政府建设":                  "一、2022年法治政府建设",
		"一、2022年度考核情况":                   "?一、2022年度考核情况",
		"一、2022年以来的成效\n（一）2022年执法工作开展情况": "?（一）2022年执法工作开展情况",
		"一、巩固2022年工作成效":                  "",
		"一、对标2022年度法治督察意见落实情况":           "",
		"一、2022年工作基础上的新进展":               "",
		"一、2023年法治政府建设基本情况":              "",
		"一、2022年以来法治政府建设情况":              "",
		"一、2022年至2023年法治政府建设情况":          "",
		"一、2022—2023年法治政府建设情况":           "",
		"一、落实《2022年法治工作要点》情况":            "",
		"一、2022年度督察反馈问题整改情况":             "",
		"一、主要举措\n（一）与2022年相比工作进展情况":      "",
		"一、主要举措\n（一）办理2022年度复议案件":        "",
		"一、“2022行动”工作情况":                 "",
		"一、法治政府建设实施纲要（2021—2025年）落实情况":   "",
	} {
		text := strings.Replace(whole("办理案件3件。"), "一、主要举措和成效", heading, 1)
		if quote := wrongYears(text); quote != want {
			t.Errorf("%s: %q", heading, quote)
		}
	}
}

// What will be done is of the year to come.
func TestWrongYearOfPlannedSentences(t *testing.T) {
	for sentence, want := range map[string]string{
		"2023年，示例市司法局将继续加强执法监督3项。":       "2023年",
		"2022年度，我局将进一步配强队伍，新增人员6名。":      "2022年度",
		"一是2023年，将围绕重点领域开展执法监督3项。":       "2023年",
		"加强轮训，力争2023年底前执法人员轮训率达到100%。":   "2023年底前执法人员",
		"加强轮训，力争2024年底前执法人员轮训率达到100%。":   "",
		"对2023年底前移交的3件，力争办结。":            "",
		"2024年，我局将继续加强执法监督3项。":           "",
		"2023年以来，我局将继续推进的有3项。":           "",
		"2023年，我局把执法监督列为重点，建立制度3项。":      "",
		"2023年，县政府将法治建设纳入考核，2024年将继续推进。": "",
		"自2023年，我局将继续推进3项。":              "",
		"2023年底前完成的3项将继续推进。":             "",
	} {
		text := strings.Replace(whole("办理案件3件。"), "四、2024年工作安排\n", "四、下一步工作安排\n"+sentence, 1)
		if !strings.Contains(text, sentence) {
			t.Fatal(text)
		}
		if quote := wrongYears(text); quote != want {
			t.Errorf("%s: %q", sentence, quote)
		}
	}
}

// A plan that opens with last year's year, and says in other words what is to be done. Where
// what was done is told, or a later year named beside it, nothing is said.
func TestWrongYearOfThePlansOpening(t *testing.T) {
	for plan, want := range map[string]string{
		"2023年，一是配合做好立法调研，召开座谈会8次。二是招录人员20名。":     "?2023年",
		"2023年，示例市司法局将组织培训4期。":                    "?2023年",
		"2023年，我局计划培训执法人员4期。":                     "?2023年",
		"2023年，重点抓好以下工作：\n（一）组织培训4期。":             "?2023年",
		"2023年，市司法局拟修订文件4件。":                      "?2023年",
		"2022年，一是组织培训4期。":                         "?2022年",
		"2023年，全局上下将组织培训4期。":                      "?2023年",
		"2023年，坚持以习近平法治思想为指导，落实《规划（2021—2025年）》。": "?2023年",
		"（一）2023年，继续组织培训4期。":                      "?2023年",
		"2023年度，力争培训4期。":                          "?2023年度",

		"2024年，一是组织培训4期。": "",
		"2023年，一是完成了培训4期。二是新设站点3个。2024年，组织培训5期。": "",
		"2023年，一是组织培训4期。\n2024年，组织培训5期。":         "",
		"2023年，计划培训4期，实际已培训5期。":                  "",
		"2023年，全市法治政府建设取得新的成效，下一步组织培训4期。":        "",
		"2023年，县政府将培训纳入考核。":                      "",
		"2023年，县财政局计划安排经费3万元。":                   "",
		"2023年，要求各单位整改的问题还有3个，逐个销号。":             "",
		"2023年发现的问题3个，一是逐个销号。":                   "",
		"2023年未完成的3项，继续推进。":                      "",
		"2023年底前，一是组织培训4期。":                      "",
		"对照2023年，一是培训增加4期。":                      "",
		"今后，一是组织培训4期。":                           "",
	} {
		text := strings.Replace(whole("办理案件3件。"), "四、2024年工作安排\n组织培训4期。\n", "四、下一步工作安排\n"+plan+"\n", 1)
		if quote := wrongYears(text); quote != want {
			t.Errorf("%s: %q", plan, quote)
		}
	}
}

// The first and the last year of a plan of five years.
func TestWrongYearOfAPeriod(t *testing.T) {
	ruleCases{
		"以“九五”普法收官之年为契机，开展宣传3次。":             {"?“九五”普法收官之年"},
		"今年是“八五”普法收官之年，开展宣传3次。":              {"?“八五”普法收官之年"},
		"2023年是“八五”普法规划收官之年。":                {"?“八五”普法规划收官之年"},
		"2024年是“十四五”规划开局之年。":                 {"?“十四五”规划开局之年"},
		"2025年是“八五”普法收官之年，2026年是“九五”普法开局之年。": nil,
		"2021年是“八五”普法起步之年，2025年是“十四五”收官之年。":  nil,
		"2025年是“七五”普法规划总结验收之年。":              {"?“七五”普法规划总结验收之年"},
		"（一）抓普法。2023年是“八五”普法收官之年。":           {"?“八五”普法收官之年"},
		"2020年是七五普法收官之年。":                    nil,
		"推进“八五”普法，2023年是改革收官之年，开展3次。":        nil,
		"“八五”普法中期验收，三年行动收官之年任务3项。":           nil,
		"2025年，既是“十四五”规划收官之年，也是“八五”普法收官之年。":  nil,
	}.run(t, wrongYear, Input{})
}

// What the opening says is reported on.
func TestWrongYearOfTheOpening(t *testing.T) {
	for opening, want := range map[string]string{
		"现将2022年法治政府建设情况报告如下。":               "2022年法治政府建设情况报",
		"对照要求，现将2022年度法治政府建设工作开展情况报告如下：":     "2022年度法治政府建设工作",
		"现将2023年度法治政府建设情况报告如下。":              "",
		"根据《纲要（2021—2025年）》，现将法治政府建设情况报告如下。": "",
		"2022年底机构合并。现将2023年法治政府建设情况报告如下。":    "",
		"现将落实《2022年法治工作要点》情况报告如下。":           "",
		"现将2022年以来有关事项报告如下。":                 "",
		"现将有关情况报告如下，2022年法治政府建设情况不再重复。":      "",
	} {
		text := strings.Replace(whole("办理案件3件。"), "现将2023年法治政府建设情况报告如下。", opening, 1)
		quote := ""
		for _, f := range wrongYear(&Input{Words: lexicon.Builtin(), Report: read(text)}) {
			quote += f.Quote
		}
		if quote != want {
			t.Errorf("%s: %q", opening, quote)
		}
	}
}

// The year that the opening begins with.
func TestWrongYearOfTheOpeningSentence(t *testing.T) {
	for opening, want := range map[string]string{
		"2022年，示例市司法局认真履职，现将有关情况报告如下。":            "2022年",
		"2022年，机构合并。2023年，示例市司法局认真履职，现将有关情况报告如下。": "",
		"对照2022年，示例市司法局认真履职，现将法治政府建设情况报告如下。":      "",
		"2022年10月，示例市司法局挂牌，现将有关情况报告如下。":           "",
	} {
		text := strings.Replace(whole("办理案件3件。"), "2023年，示例市司法局认真履职，现将2023年法治政府建设情况报告如下。", opening, 1)
		quote := ""
		for _, f := range wrongYear(&Input{Words: lexicon.Builtin(), Report: read(text)}) {
			quote += f.Quote
		}
		if quote != want {
			t.Errorf("%s: %q", opening, quote)
		}
	}
}

// The year that the opening paragraph begins with, where it announces nothing: that
// of the year before is told, once.
func TestWrongYearOfTheOpeningParagraph(t *testing.T) {
	for opening, want := range map[string]string{
		"2022年，示例市司法局认真履职。":                      "?2022年",
		"2022年，示例市司法局认真履职。\n2022年，各县（区）司法局协同推进。": "?2022年",
		"示例市司法局认真履职。\n2022年，各县（区）司法局协同推进。":       "",
		"2021年，示例市司法局组建。":                        "",
		"2023年，示例市司法局认真履职。":                      "",
		"自2022年，示例市司法局认真履职。":                     "",
		"2022年底，示例市司法局迁入新址。":                     "",
		"2022年，机构合并，2023年全面履职。":                  "",

		"2022年，示例市司法局认真落实《法治政府建设实施纲要（2021—2025年）》，依法履职。":    "?2022年",
		"2022年，示例市司法局认真落实《市域治理三年行动方案》（2022—2024年），依法履职。":    "?2022年",
		"2022年，示例市司法局认真落实“八五”普法规划（2021－2025年），依法履职。":        "?2022年",
		"2022年，示例市司法局认真落实《2023年示例市法治政府建设工作要点》，依法履职。":        "?2022年",
		"2022年，示例市司法局认真落实法治建设规划（2020至2025年），依法履职。":          "?2022年",
		"2022年，示例市司法局组建，落实《纲要（2021—2025年）》。2023年，依法履职。":     "",
		"2022年，示例市司法局获评先进，落实《纲要（2021—2025年）》，2023年再获表彰。":    "",
		"2022年，示例市司法局组建（2023年1月挂牌），依法履职。":                   "",
		"2021年，示例市司法局认真落实《法治政府建设实施纲要（2021—2025年）》，依法履职。":    "",
		"2023年，示例市司法局认真落实《法治政府建设实施纲要（2015—2020年）》，依法履职。":    "",
		"2022年以来，示例市司法局认真落实《法治政府建设实施纲要（2021—2025年）》，依法履职。":  "",
		"2022年12月，示例市司法局认真落实《法治政府建设实施纲要（2021—2025年）》，依法履职。": "",
	} {
		text := strings.Replace(whole("办理案件3件。"), "2023年，示例市司法局认真履职，现将2023年法治政府建设情况报告如下。", opening, 1)
		if quote := wrongYears(text); quote != want {
			t.Errorf("%s: %q", opening, quote)
		}
	}
}

// Sentences that sum up another year.
func TestWrongYearOfASummary(t *testing.T) {
	ruleCases{
		"2018年全年，镇综治中心受理纠纷305件。":                {"?2018年全年"},
		"2021年我局共办理案件30件。":                      {"?2021年我局共办理案件30件"},
		"2021年，公共场所新增3处，2022年共建共享项目落地5个。":       nil,
		"一是抓办案。2022年，共办理案件30件。":                 {"?2022年"},
		"在2022年，共办理案件30件。":                      {"?2022年"},
		"三是2022年，共办理案件30件。":                     {"?2022年"},
		"2022年挂牌，累计办理案件30件。":                    nil,
		"对比2022年，共办理案件30件。":                     nil,
		"2023年全年，受理纠纷305件。2023年共办理案件30件。":       nil,
		"2022年全年受理300件，2023年受理320件。":            nil,
		"2022年，共办理300件，今年增至320件。":               nil,
		"比2022年底增长8.5%，2020年立案、2023年办结8件。":      nil,
		"2019年，我局挂牌成立。截至2022年底，委管企业11户。":        nil,
		"示政发〔2022〕12号文件印发后，落实《规划（2021—2025年）》。": nil,
		"2022年度预算共公开3次，较上年增加1次。":                nil,
	}.run(t, wrongYear, Input{})
}

// The date of the signature.
func TestWrongYearOfTheSignature(t *testing.T) {
	for date, wrong := range map[string]bool{
		"2023年1月15日":  true,
		"2022年12月30日": true,
		"二〇二三年二月一日":   true,
		"2023年9月30日":  true,
		"2023年10月8日":  false,
		"二〇二三年":       false,
		"2024年1月15日":  false,
		"2023年12月28日": false,
		"二〇二四年一月二十日":  false,
	} {
		got := wrongYear(&Input{Words: lexicon.Builtin(), Report: read(whole("办理案件3件。") + "\n示例市司法局\n" + date + "\n")})
		if wrong != (len(got) == 1) || wrong && (got[0].Severity != report.Warning || got[0].Quote != date) {
			t.Errorf("%s: %+v", date, got)
		}
	}
}

// Only annual reports on the rule of law are read so: a government's work
// report of 2026 tells of 2025 and plans 2026.
func TestWrongYearOfOtherTexts(t *testing.T) {
	text := "2026年示例市政府工作报告\n一、2025年工作回顾\n2025年全年，办理3件。\n二、2026年工作安排\n办理4件。\n"
	if got := wrongYear(&Input{Words: lexicon.Builtin(), Report: read(text), Named: 2026}); len(got) > 0 {
		t.Errorf("%+v", got)
	}
}

// wrongYears is what wrongYear quotes of a text, ? before a warning.
func wrongYears(text string) string {
	quotes := ""
	for _, f := range wrongYear(&Input{Words: lexicon.Builtin(), Report: read(text)}) {
		if f.Severity == report.Warning {
			quotes += "?"
		}
		quotes += f.Quote
	}
	return quotes
}
