package check

import (
	"fmt"
	"strings"
	"testing"

	"mingfa/generator/read/lastyear"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// lastYears is a report with figures, of which a test changes some.
const lastYears = "（一）规范执法行为\n对21家单位开展执法案卷评查，共抽查案卷263卷，评出优秀卷117卷。发现问题46个，督促整改43个。\n" +
	"（二）化解矛盾纠纷\n坚持和发展新时代“枫桥经验”，坚持把非诉讼纠纷解决机制挺在前面。排查纠纷2158次，调解纠纷4836件，涉及金额1.29亿元。全区共有人民调解员812名，其中专职145名。\n" +
	"（三）开展法治宣传\n举办讲座35场，发放资料5.7万份，接受咨询6241人次。建成工作站14个、工作室172个。\n（四）办理法律援助\n办理法律援助案件1164件，其中刑事案件408件。\n"

// changed is lastYears with every number other but those that may stay.
var changed = strings.NewReplacer("21家", "23家", "263卷", "281卷", "117卷", "129卷", "46个", "38个", "43个", "36个", "2158次", "2263次", "4836件", "4972件", "1.29亿元", "1.34亿元",
	"35场", "41场", "5.7万份", "6.2万份", "6241人次", "6530人次", "1164件", "1247件", "408件", "433件").Replace(lastYears)

// stalePlace is a report with a text below its first heading, of a year.
func stalePlace(year int, path, body string) *report.Report {
	text := strings.NewReplacer("2024年", fmt.Sprintf("%d年", year+1), "2023年", fmt.Sprintf("%d年", year)).Replace(whole(body))
	r := read(text)
	r.Source = report.NewSource(path, text)
	return r
}

// part takes lines of a text, counted from 0.
func part(text string, from, to int) string {
	return strings.Join(strings.SplitAfter(text, "\n")[from:to], "")
}

// TestStalePassageOfLastYear: what was not brought up to date, and what may stay.
func TestStalePassageOfLastYear(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"all but the years": {lastYears, "错误 这份报告除了年份，与本单位 2022 年的报告（seeds/shili/2022.txt）从头到尾一字不差"},
		"all figures new":   {changed, ""},
		"a section": {part(changed, 0, 2) + part(lastYears, 2, 4) + part(changed, 4, 8),
			"提醒 19 个写了数字的分句里，有 5 个连同数字与本单位 2022 年的报告（seeds/shili/2022.txt）一字不差，在第 9 行"},
		"two sections": {part(lastYears, 0, 4) + part(changed, 4, 8),
			"提醒 19 个写了数字的分句里，有 10 个连同数字与本单位 2022 年的报告（seeds/shili/2022.txt）一字不差，在第 7 至 9 行"},
		"a sentence":             {part(changed, 0, 6) + part(lastYears, 6, 8), ""},
		"what may stay":          {strings.Replace(changed, "举办讲座41场", "举办讲座41场，建成公园126处、广场263处、长廊172处", 1), ""},
		"small numbers":          {strings.Replace(changed, "举办讲座41场", "举办讲座5场，培训300人，走访20户，办结率100%", 1), ""},
		"one number may stay":    {strings.Replace(changed, "1247件", "1164件", 1), ""},
		"two may stay, apart":    {strings.NewReplacer("1247件", "1164件", "281卷", "263卷").Replace(changed), ""},
		"last year's in a table": {changed + "事项\t2022年\t2023年\n调解纠纷（件）\t4836\t4972\n法律援助（件）\t1164\t1247\n抽查案卷（卷）\t263\t281\n", ""},
		"last year's told":       {changed + "上年调解纠纷4836件，上年抽查案卷263卷，上年办理1164件。\n", ""},
		"spaces and full width": {strings.NewReplacer("4836", "４８３６", "2158", " 2158 ", "1.29", "1.29 ").Replace(part(changed, 0, 2) + part(lastYears, 2, 4) + part(changed, 4, 8)),
			"提醒 19 个写了数字的分句里，有 5 个连同数字与本单位 2022 年的报告（seeds/shili/2022.txt）一字不差，在第 9 行"},
	} {
		previous := stalePlace(2022, "seeds/shili/2022.txt", lastYears+"办理复议126件，审核文件263件，审核合同172份。\n")
		if name == "all but the years" {
			previous = stalePlace(2022, "seeds/shili/2022.txt", lastYears)
		}
		in := Input{Report: stalePlace(2023, "seeds/shili/2023.txt", c.text), Words: lexicon.Builtin(), LastYear: lastyear.Comparison{Previous: previous}, Body: []string{"示例市司法局"}}
		if got := toldOf(stalePassage(&in)); got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
}

func toldOf(findings []report.Finding) string {
	var all []string
	for _, f := range findings {
		all = append(all, map[report.Severity]string{report.Error: "错误 ", report.Warning: "提醒 "}[f.Severity]+f.Message)
	}
	return strings.Join(all, "；")
}

func TestStalePassageOfNeighbours(t *testing.T) {
	const other = "样板区司法局"
	theirs := func(year int, body string) Sketch {
		text := strings.ReplaceAll(stalePlace(year, "", body).Source.Text, "示例市司法局", other)
		return SketchOf(Origin{Slug: "yangban", Names: []string{other}, Year: year, Path: fmt.Sprintf("seeds/yangban/%d.txt", year)}, text)
	}
	const more = "办理行政复议案件317件，调解结案128件，纠错率12.7%。\n"
	for name, c := range map[string]struct {
		year       int
		text, want string
	}{
		"the same text":      {2023, lastYears + more, "错误 这份报告除了单位名称，与“样板区司法局” 2023 年的报告（seeds/yangban/2023.txt）从头到尾一字不差"},
		"of the year before": {2022, lastYears + more, "错误 这份报告除了单位名称，与“样板区司法局” 2022 年的报告（seeds/yangban/2022.txt）从头到尾一字不差"},
		"of a later year":    {2024, lastYears + more, ""},
		"its own figures":    {2023, changed, ""},
		"most of it":         {2023, part(changed, 0, 2) + part(lastYears, 2, 8) + more, "提醒 22 个写了数字的分句里，有 17 个连同数字与“样板区司法局” 2023 年的报告（seeds/yangban/2023.txt）一字不差，在第 9 至 14 行"},
		"what both did":      {2023, changed + part(lastYears, 6, 8), ""},
	} {
		in := Input{Report: stalePlace(2023, "seeds/shili/2023.txt", c.text), Words: lexicon.Builtin(), Body: []string{"示例市司法局", "市司法局"}, Slug: "shili"}
		own := SketchOf(Origin{Slug: "shili", Names: in.Body, Year: 2023, Path: "seeds/shili/2023.txt"}, in.Report.Source.Text)
		in.Neighbours = NewNeighbours([]Sketch{theirs(c.year, lastYears+more), own})
		if got := toldOf(stalePassage(&in)); got != c.want {
			t.Errorf("%s: %q, not %q", name, got, c.want)
		}
	}
}

// Of two reports on one year that state the same, who was signed later copied: the
// owner is told nothing. Where one does not say when, both are asked.
func TestStalePassageOfTheOwner(t *testing.T) {
	const other = "样板区司法局"
	mixed := part(changed, 0, 2) + part(lastYears, 2, 8) + "办理行政复议案件317件，调解结案128件，纠错率12.7%。\n"
	for name, c := range map[string]struct {
		ours, theirs string
		copied       bool
	}{
		"signed later":               {"2024年3月12日", "2024年2月28日", true},
		"signed first":               {"2024年2月28日", "2024年3月12日", false},
		"signed first, in words":     {"二〇二四年二月二十八日", "2024年3月12日", false},
		"on one day":                 {"2024年3月12日", "2024年3月12日", true},
		"we do not say when":         {"", "2024年3月12日", true},
		"they do not say when":       {"2024年2月28日", "", true},
		"a day that no calendar has": {"2024年2月30日", "2024年3月12日", true},
	} {
		text := strings.ReplaceAll(stalePlace(2023, "", mixed).Source.Text, "示例市司法局", other) + "\n" + c.theirs + "\n"
		in := Input{Report: stalePlace(2023, "seeds/shili/2023.txt", part(changed, 0, 1)+mixed+"\n"+c.ours+"\n"), Words: lexicon.Builtin(), Body: []string{"示例市司法局"}, Slug: "shili"}
		in.Neighbours = NewNeighbours([]Sketch{SketchOf(Origin{Slug: "yangban", Names: []string{other}, Year: 2023, Path: "seeds/yangban/2023.txt"}, text)})
		if got := toldOf(stalePassage(&in)); (got != "") != c.copied {
			t.Errorf("%s: %q", name, got)
		}
	}
}

// An earlier report of the body may be copied though it is not last year's, and a
// text without a number may be another's all the same.
func TestStalePassageOfAnyYear(t *testing.T) {
	plain := "（一）规范执法行为\n全面推行执法公示制度，健全案卷评查机制，改进执法方式。\n健全学法制度，细化执法标准，统一执法尺度，加强执法培训，完善执法监督。\n" +
		"健全完善重大行政决策合法性审查机制，充分发挥法律顾问作用，推动决策公开透明；深化政务公开，拓宽监督渠道，广泛听取意见，认真答复群众关切；加强普法宣传，推动法治文化建设走深走实，营造尊法学法守法用法氛围。\n"
	for _, c := range []struct {
		year             int
		slug, body, text string
		want             string
	}{
		{2020, "shili", "示例市司法局", lastYears, "错误 这份报告除了年份，与本单位 2020 年的报告（seeds/a/2020.txt）从头到尾一字不差"},
		{2022, "shili", "示例市司法局", plain, "错误 这份报告除了年份，与本单位 2022 年的报告（seeds/a/2022.txt）从头到尾一字不差"},
		{2023, "a", "示例市财政局", plain, "错误 这份报告除了单位名称，与“示例市财政局” 2023 年的报告（seeds/a/2023.txt）从头到尾一字不差"},
	} {
		in := Input{Report: stalePlace(2023, "seeds/shili/2023.txt", c.text), Words: lexicon.Builtin(), Body: []string{"示例市司法局"}, Slug: "shili"}
		text := strings.ReplaceAll(stalePlace(c.year, "", c.text).Source.Text, "示例市司法局", c.body)
		in.Neighbours = NewNeighbours([]Sketch{SketchOf(Origin{Slug: c.slug, Names: []string{c.body}, Year: c.year, Path: fmt.Sprintf("seeds/a/%d.txt", c.year)}, text)})
		if got := toldOf(stalePassage(&in)); got != c.want {
			t.Errorf("%q, not %q", got, c.want)
		}
	}
}

// Of a report that stands in two folders the one is told of whose it is not.
func TestStalePassageOfAMisplacedReport(t *testing.T) {
	text := stalePlace(2023, "", lastYears).Source.Text
	sketches := func() []Sketch {
		return []Sketch{
			SketchOf(Origin{Slug: "a", Names: []string{"示例市司法局"}, Year: 2023, Path: "seeds/a/2023.txt"}, text),
			SketchOf(Origin{Slug: "b", Names: []string{"样板县民政局"}, Year: 2023, Path: "seeds/b/2023.txt"}, text),
		}
	}
	for k, want := range []string{"", "错误 这份报告除了单位名称，与“示例市司法局” 2023 年的报告（seeds/a/2023.txt）从头到尾一字不差"} {
		list := sketches()
		in := Input{Report: stalePlace(2023, list[k].Path, lastYears), Words: lexicon.Builtin(), Slug: list[k].Slug, Body: list[k].Names, Neighbours: NewNeighbours(sketches())}
		if got := toldOf(stalePassage(&in)); got != want {
			t.Errorf("%q, not %q", got, want)
		}
	}
}

func TestClauses(t *testing.T) {
	list := func(text string) (all []clause) {
		eachClause(text, placesOf([]string{"示例市甲区司法局"}), func(c clause) { all = append(all, c) })
		return all
	}
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"示例市甲区司法局2023年办理案件4,832件。", "2022年办理案件4,832件", true},
		{"甲区政府办理３件", "政府办理3件", true},
		{"办理 3 件", "办理3件", true},
		{"二〇二三年办理3件", "二○二二年办理3件", true},
		{"办理3件", "办理4件", false},
		{"12023年", "12024年", false},
	} {
		a, b := list(c.a), list(c.b)
		if len(a) != 1 || len(b) != 1 || a[0].hash == b[0].hash != c.same {
			t.Errorf("%s, %s: %v %v", c.a, c.b, a, b)
		}
	}
	if got := list("甲，乙、丙\n\n丁：3件"); len(got) != 5 || got[4].span != (report.Span{Start: 23, End: 27}) || !got[4].digits {
		t.Errorf("%+v", got)
	}
}

// FuzzClauses: whatever the text, its clauses lie in it in order, and it shares
// all of them with itself.
func FuzzClauses(f *testing.F) {
	f.Add("示例市2023年办理4,832件，二〇二三", "示例市")
	f.Add("\xff，2\xe5\xb9", "\xff")
	f.Fuzz(func(t *testing.T, text, name string) {
		names := []string{name}
		s := SketchOf(Origin{Names: names}, text)
		end := 0
		eachClause(text, placesOf(names), func(c clause) {
			if c.span.Start < end || c.span.End < c.span.Start || c.span.End > len(text) || !s.has(c.hash) {
				t.Fatalf("%q: %+v", text, c)
			}
			end = c.span.End
		})
	})
}
