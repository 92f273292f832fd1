package review

import (
	"strings"
	"testing"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/read/promise"
	"mingfa/generator/report"
)

// planOf is a report on 2023 and what came of the plan for it.
func planOf(plan, said string) (*report.Report, Plan) {
	parse := func(text string) *report.Report {
		r := outline.Parse(report.NewSource("a.txt", text), lexicon.Builtin())
		figure.Extract(r, lexicon.Builtin())
		return r
	}
	previous := parse("示例市司法局2022年法治政府建设年度报告\n一、2023年工作安排\n" + plan + "\n")
	r := parse("示例市司法局2023年法治政府建设年度报告\n一、主要成效\n" + said + "\n")
	return r, Plan{previous, promise.Compare(previous, r, lexicon.Builtin())}
}

const somePlan, someDeeds = "举办法治讲座40场以上；建成执法平台1个；拍摄微电影3部。", "举办法治讲座36场。执法平台于6月建成。"

// entriesOf is what a file says of a plan.
func entriesOf(text string) string {
	_, entries, _ := strings.Cut(text, planHead)
	return entries
}

func TestDraftPlan(t *testing.T) {
	r, plan := planOf(somePlan, someDeeds)
	const want = `
# [[promise]]
# quote = "举办法治讲座40场以上"
# status = "未达到"
# evidence = "举办法治讲座36场。"

# [[promise]]
# quote = "建成执法平台1个"
# status = "到位"
# evidence = "执法平台于6月建成。"

# [[promise]]
# quote = "拍摄微电影3部"
# status = "没有提到"
`
	if got := entriesOf(string(Draft(r, plan))); got != want {
		t.Errorf("drafted is %s", got)
	}
	plan.Promises[0].Status, plan.Promises[0].Confirmed, plan.Promises[0].Reason = report.PromisePartly, true, "另有4场"
	plan.Promises[1].Status = report.PromiseUnclear
	got := entriesOf(string(Draft(r, plan)))
	if !strings.Contains(got, "\n[[promise]]\nquote = \"举办法治讲座40场以上\"\nstatus = \"部分到位\"\nevidence = \"举办法治讲座36场。\"\nreason = \"另有4场\"\n") ||
		!strings.Contains(got, "# status = \"\"\n# evidence = ") {
		t.Errorf("drafted is %s", got)
	}
	if none := string(Draft(r, Plan{})); strings.Contains(none, planTitle) {
		t.Error("a plan of no report is drafted")
	}
}

// TestDraftPlanHolds: an entry that loses its "# " confirms what the program found and changes
// nothing else; as it is, it says nothing.
func TestDraftPlanHolds(t *testing.T) {
	for name, c := range map[string][2]string{
		"plain":                  {somePlan, someDeeds},
		"numbered":               {"一是举办法治讲座40场以上。二是建成执法平台1个。三是完善制度。", "举办法治讲座52场。执法平台正在建设。"},
		"the same words twice":   {"举办讲座40场；举办讲座40场。", "举办讲座36场。"},
		"words within others":    {"举办讲座40场；在乡镇举办讲座40场。", "举办讲座36场。在乡镇举办讲座50场。"},
		"quotation marks":        {"开展“法律明白人”培训10期；建成\"智慧\"平台1个。", "开展“法律明白人”培训12期。建成\"智慧\"平台1个。"},
		"a sentence said before": {"举办讲座40场以上。", "举办讲座36场。\n二、其他\n举办讲座36场。"},
		"a space of no width":    {"举办法治\u200b讲座40场以上。", "举办法治\u200b讲座36场。"},
	} {
		t.Run(name, func(t *testing.T) {
			r, plan := planOf(c[0], c[1])
			text := string(Draft(r, plan))
			if rv, findings := Parse("2023.toml", []byte(text)); len(findings) > 0 || rv.HasPromises() {
				t.Fatalf("comments say something: %v", findings)
			}
			entries := strings.ReplaceAll(entriesOf(text), "# ", "")
			for i := range plan.Promises {
				if plan.Promises[i].Status == report.PromiseUnclear {
					plan.Promises[i].Status = report.PromiseUnmet // as staff decide
					entries = strings.Replace(entries, `status = ""`, `status = "未达到"`, 1)
				}
			}
			rv, findings := Parse("2023.toml", []byte(entries))
			judged, more := rv.Judge(plan.Previous, r, plan.Promises)
			if len(findings)+len(more) > 0 {
				t.Errorf("%v %v of\n%s", findings, more, entries)
			}
			confirmed := 0
			for i, p := range judged {
				before := plan.Promises[i]
				if p.Status != before.Status || p.By != before.By || p.Evidence != before.Evidence || p.Figure != before.Figure {
					t.Errorf("%+v has become %+v", before, p)
				}
				if p.Confirmed {
					confirmed++
				}
			}
			if written := strings.Count(entries, "[[promise]]"); confirmed != written {
				t.Errorf("%d of %d entries confirm", confirmed, written)
			}
		})
	}
}

// TestUpdatePlan: an update adds the items that the file says nothing of, once.
func TestUpdatePlan(t *testing.T) {
	for name, c := range map[string]struct {
		before string
		added  int
	}{
		"nothing":                      {"", 3},
		"a line without an end":        {"# 备注", 3},
		"a draft without a plan":       {head, 3},
		"one confirmed":                {"[[promise]]\nquote = \"举办法治讲座40场以上\"\nstatus = \"未达到\"\n", 2},
		"one confirmed by other words": {"[[promise]]\nquote = \"法治讲座\"\nstatus = \"未达到\"\n", 2},
		"one that awaits":              {planHead + "\n# [[promise]]\n# quote = \"拍摄微电影3部\"\n# status = \"到位\"\n", 2},
		"lines end as on Windows":      {"# 备注\r\n\r\n# [[promise]]\r\n# quote = \"拍摄微电影3部\"\r\n# status = \"没有提到\"\r\n", 2},
	} {
		t.Run(name, func(t *testing.T) {
			r, plan := planOf(somePlan, someDeeds)
			out, done, findings := Update(r, plan, "2023.toml", []byte(c.before), lexicon.Builtin())
			if len(findings) > 0 || done.Planned != c.added || !strings.HasPrefix(string(out), strings.TrimSuffix(c.before, "\n")) {
				t.Errorf("%d added, %v\n%s", done.Planned, findings, out)
			}
			if n := strings.Count(string(out), strings.TrimSpace(planTitle)); n != 1 {
				t.Errorf("%d titles", n)
			}
			again, done, _ := Update(r, plan, "2023.toml", out, lexicon.Builtin())
			if string(again) != string(out) || done.Planned != 0 {
				t.Errorf("a second time adds %d:\n%s", done.Planned, again)
			}
		})
	}
	r, plan := planOf(somePlan, someDeeds)
	out, done, _ := Update(r, Plan{}, "2023.toml", Draft(r, plan), lexicon.Builtin())
	if done.Planned != 0 || string(out) != string(Draft(r, plan)) {
		t.Errorf("without last year's report the file is\n%s", out)
	}
}
