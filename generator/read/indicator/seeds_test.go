package indicator

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// published is the catalogue that the project publishes with.
func published(t testing.TB) *Catalogue {
	t.Helper()
	raw, err := os.ReadFile("../../../seeds/indicators.toml")
	if err != nil {
		t.Fatal(err)
	}
	c, findings := Parse("seeds/indicators.toml", raw, nil)
	if len(findings) > 0 {
		t.Fatalf("%+v", findings)
	}
	return c
}

// first is every figure of the first report: the clause, the numeral with its
// unit, the unit, what a figure stage would call it, and its indicator.
var first = []struct{ quote, numeral, unit, label, indicator string }{
	{"先后召开党组会20场次", "20场次", "场次", "党组会", "party-meetings"},
	{"局党组理论学习中心组学习会议12场次", "12场次", "场次", "局党组理论学习中心组学习会议", "theory-sessions"},
	{"为区政府聘请10名法律顾问", "10名", "名", "法律顾问", "government-advisers"},
	{"针对具体问题提出合理法律意见建议百余条", "百余条", "条", "法律意见建议", "legal-advice"},
	{"2023年开展规范性文件审查备案3次", "3次", "次", "规范性文件审查备案", "normative-filed"},
	{"专项清理1次", "1次", "次", "专项清理", "normative-cleanups"},
	{"报备率、规范率、及时率达100%", "100%", "%", "报备率、规范率、及时率", "normative-filing-rate"},
	{"先后培训行政执法人员300余人次", "300余人次", "人次", "培训行政执法人员", "officers-trained"},
	{"评查执法卷宗64本", "64本", "本", "执法卷宗", "files-reviewed"},
	{"下发《行政行政执法监督意见书》7份", "7份", "份", "《行政行政执法监督意见书》", "supervision-notices"},
	{"对全区10个乡（街道）和20余个区直单位进行实地督导", "10个", "个", "乡（街道）", "towns-inspected"},
	{"对全区10个乡（街道）和20余个区直单位进行实地督导", "20余个", "个", "区直单位", "units-inspected"},
	{"共开展矛盾纠纷排查528余次", "528余次", "次", "矛盾纠纷排查", "dispute-sweeps"},
	{"调解矛盾纠纷2075起", "2075起", "起", "矛盾纠纷", "disputes-mediated"},
	{"调解成功1996起", "1996起", "起", "调解成功", "mediation-succeeded"},
	{"成功率达96%", "96%", "%", "成功率", "mediation-success-rate"},
	{"共接收矫正对象100人", "100人", "人", "矫正对象", "corrections-received"},
	{"对接安置帮教对象289人", "289人", "人", "安置帮教对象", "resettled"},
	{"拍摄《心光》《圈套》《宪法小课堂》《宪法小剧场》等法治微视频45条", "45条", "条", "法治微视频", "law-videos"},
	{"实现全区94个村（社区）法律顾问全覆盖", "94个", "个", "村（社区）", "villages-with-advisers"},
	{"共受理指派援助案件405件", "405件", "件", "援助案件", "legal-aid"},
	{"办理诉讼和非诉讼案件532件", "532件", "件", "诉讼和非诉讼案件", "legal-matters"},
	{"代理涉及优化营商环境方面的案件数量176件", "176件", "件", "案件数量", "business-cases"},
	{"减免费用25.63万元", "25.63万元", "万元", "减免费用", "fees-waived"},
}

// firstReport is the first report with its figures in place, each labelled by
// label.
func firstReport(t testing.TB, label func(full string) string) *report.Report {
	t.Helper()
	raw, err := os.ReadFile("../../../seeds/hubin-sfj/2023.txt")
	if err != nil {
		t.Fatal(err)
	}
	src := report.NewSource("seeds/hubin-sfj/2023.txt", string(raw))
	r := &report.Report{Source: src, Year: 2023}
	for line := 1; line <= src.Lines(); line++ {
		r.Blocks = append(r.Blocks, report.Block{Kind: report.BlockText, Span: src.LineSpan(line), Line: line, Heading: -1, Table: -1})
	}
	for _, f := range first {
		start := strings.Index(src.Text, f.quote)
		if start < 0 {
			t.Fatalf("the report does not say %s", f.quote)
		}
		at := start + strings.Index(f.quote, f.numeral)
		kind := report.KindCount
		switch f.unit {
		case "%":
			kind = report.KindRate
		case "万元":
			kind = report.KindAmount
		}
		line := src.Line(start)
		r.Figures = append(r.Figures, report.Figure{
			Label: label(f.label), Unit: f.unit, Kind: kind, Quote: f.quote, Block: line - 1, Line: line,
			Span: report.Span{Start: at, End: at + len(f.numeral)}, QuoteSpan: report.Span{Start: start, End: start + len(f.quote)},
		})
	}
	return r
}

// Every figure of the first report is exactly one indicator, the right one,
// with a full label and with none at all.
func TestFirstReport(t *testing.T) {
	c := published(t)
	for name, label := range map[string]func(string) string{
		"labels":    func(full string) string { return full },
		"no labels": func(string) string { return "" },
	} {
		r := firstReport(t, label)
		c.Assign(r, lexicon.Builtin())
		for i, f := range r.Figures {
			if f.Indicator != first[i].indicator {
				t.Errorf("%s: %s is %q, want %q", name, f.Quote, f.Indicator, first[i].indicator)
			}
			if ind, ok := c.Get(f.Indicator); ok && f.Theme != ind.Theme {
				t.Errorf("%s: theme %q, want %q", name, f.Theme, ind.Theme)
			}
		}
		if len(r.Findings) > 0 {
			t.Errorf("%s: %+v", name, r.Findings)
		}
	}
}

// TestQuestionsAreShort: the front page shows a question in a line of a phone.
func TestQuestionsAreShort(t *testing.T) {
	asked := map[string]bool{}
	for _, ind := range published(t).Indicators {
		q := ind.Question
		if q == "" {
			continue
		}
		if n := utf8.RuneCountInString(q); n > 14 || !strings.HasSuffix(q, "？") || asked[q] {
			t.Errorf("%s: %q is too long, no question, or asked twice", ind.ID, q)
		}
		asked[q] = true
	}
	if len(asked) < 8 {
		t.Errorf("only %d questions", len(asked))
	}
}
