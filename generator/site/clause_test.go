package site

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// extracted is a paragraph of a report with its figures.
func extracted(t *testing.T, words string) *report.Report {
	t.Helper()
	r := outline.Parse(report.NewSource("示例.txt", "示例市司法局2023年法治政府建设年度报告\n一、工作情况\n"+words), lexicon.Builtin())
	figure.Extract(r, lexicon.Builtin())
	if len(r.Figures) == 0 {
		t.Fatalf("no figure is read: %s", words)
	}
	return r
}

var figureLink = regexp.MustCompile(`<a class="n[^"]*" id="(f[0-9a-f]+)" href="#r-(f[0-9a-f]+)">(.*?)</a>`)

// Figures of one clause are one link, from the first to the last of them.
func TestClauseIsOneLink(t *testing.T) {
	for words, want := range map[string]string{
		"受理申请1260件，办结1247件。":                "1260件|1247件",
		"调解纠纷1.2万件，成功1.19万件。":               "1.2万件|1.19万件",
		"办理行政处罚案件2745件、行政许可3.5万件。":          "2745件、行政许可3.5万件",
		"审查合同96件、制度128件和重大决策12件。":           "96件、制度128件和重大决策12件",
		"比上年的4012件增加93件。":                   "4012件增加93件",
		"重点任务44项已经完成43项；培训执法人员785人次。":       "44项已经完成43项|785人次",
		"办理案件15件（其中涉企8件、涉农7件）。":             "15件|8件、涉农7件",
		"召开会议16次。研究议题17个。":                  "16次|17个",
		"开展检查320户次，发现问题45个：整改44个、移送1个。":     "320户次|45个|44个、移送1个",
		"12个乡镇全部配齐4名以上持证人员。":                "12个乡镇全部配齐4名以上",
		"走访企业528余户、发放手册1.2万余册，解答咨询2300余人次。": "528余户、发放手册1.2万余册|2300余人次",
		"办理法律援助案件391件并挽回损失125.6万元。":         "391件并挽回损失125.6万元",
		"新建法治广场2个 改建法治长廊5处。":                "2个 改建法治长廊5处",
		"罚款25.63万元,没收违法所得3.1万元。":            "25.63万元|3.1万元",
		"出庭应诉率由84%提高到90.9%。":                "84%提高到90.9%",
	} {
		r := extracted(t, words)
		page := string(body(r, nil, nil))
		var got []string
		for _, m := range figureLink.FindAllStringSubmatch(page, -1) {
			if m[1] != m[2] {
				t.Errorf("%s: the link %s leads to the row of %s", words, m[1], m[2])
			}
			got = append(got, tags.ReplaceAllString(m[3], ""))
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%s\n links %s\n want  %s", words, s, want)
		}
		if plain := tags.ReplaceAllString(page, ""); !strings.Contains(plain, words) {
			t.Errorf("the text is another: %s", plain)
		}
		beside := (&Input{Report: r}).beside()
		for i := range r.Figures {
			id := r.Figures[i].ID
			if !strings.Contains(page, `id="`+id+`"`) {
				t.Errorf("%s: figure %d has no place", words, i)
			}
			linked := strings.Contains(page, `href="#r-`+id+`"`)
			for _, others := range beside {
				linked = linked || slices.ContainsFunc(others, func(b besideItem) bool { return b.ID == id })
			}
			if !linked {
				t.Errorf("%s: nothing leads to the row of figure %d", words, i)
			}
		}
	}
}

// A term between two figures of a link is a place, not a link in a link.
func TestTermWithinLink(t *testing.T) {
	r := extracted(t, "办理行政处罚案件2745件、行政许可3.5万件。行政许可都在网上办理。")
	page := string(body(r, nil, &terms{glossary: glossaryOf(t, "行政处罚", "行政许可")}))
	for _, want := range []string{`<a class="term" id="t-t0" href="#g-t0">行政处罚</a>`, `、<span class="term" id="t-t1">行政许可</span><span class="whole"`} {
		if !strings.Contains(page, want) {
			t.Errorf("there is no %s in %s", want, page)
		}
	}
}
