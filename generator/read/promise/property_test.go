package promise_test

import (
	"fmt"
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/promise"
	"mingfa/generator/report"
)

// check holds what is true of every promise, whatever was read.
func check(t *testing.T, previous, current *report.Report, found []report.Promise) {
	t.Helper()
	inside := func(sp report.Span, r *report.Report) bool {
		return 0 <= sp.Start && sp.Start <= sp.End && sp.End <= len(r.Source.Text)
	}
	last := 0
	for _, p := range found {
		if !inside(p.Quote, previous) || p.Quote.Len() == 0 || p.Quote.Start < last {
			t.Fatalf("a quote that is none, or out of order: %+v", p)
		}
		last = p.Quote.Start
		if !inside(p.Evidence, current) || !inside(p.Admitted, current) || p.Goal >= len(previous.Figures) || p.Figure >= len(current.Figures) {
			t.Fatalf("a place outside of the report: %+v", p)
		}
		if none := p.Evidence.Len() == 0; none && p.Status != report.PromiseUnclear && p.Status != report.PromiseUnmentioned || !none && p.Status == report.PromiseUnmentioned {
			t.Fatalf("a status without its sentence: %+v", p)
		}
		if (p.By == report.PromiseByFigures) != (p.Figure >= 0) || p.By == report.PromiseByFigures && p.Goal < 0 {
			t.Fatalf("not by the figures that it names: %+v", p)
		}
		if p.Status == report.PromiseMet && p.By == "" {
			t.Fatalf("met by nothing: %+v", p)
		}
		if p.Figure >= 0 && !p.Evidence.Contains(current.Figures[p.Figure].Span) {
			t.Fatalf("the figure stands elsewhere: %+v", p)
		}
	}
}

// TestReached: of a number to be reached at least, what is less is not met and what is more
// is, whatever the numbers are.
func TestReached(t *testing.T) {
	for goal := 2; goal < 120; goal += 7 {
		for now := 1; now < 130; now += 9 {
			_, _, found := ofPlan(fmt.Sprintf("举办法治讲座%d场以上", goal), fmt.Sprintf("举办法治讲座%d场。", now), lexicon.Builtin())
			want := report.PromiseMet
			if now < goal {
				want = report.PromiseUnmet
			}
			if len(found) != 1 || found[0].Status != want || found[0].By != report.PromiseByFigures {
				t.Errorf("%d of %d: %+v", now, goal, found)
			}
			_, _, found = ofPlan(fmt.Sprintf("平均审批时间压缩到%d天以内", goal), fmt.Sprintf("平均审批时间%d天。", now), lexicon.Builtin())
			want = report.PromiseMet
			if now > goal {
				want = report.PromiseUnmet
			}
			if len(found) != 1 || found[0].Status != want {
				t.Errorf("%d days of %d: %+v", now, goal, found)
			}
		}
	}
}

// TestNothingOfNothing: a report that says nothing of the plan meets none of it, and one
// that only plans the same again does not either.
func TestNothingOfNothing(t *testing.T) {
	for _, plan := range plans(t) {
		for _, said := range []string{"天气晴好。", "天气晴好。｜二、2024年工作安排｜" + plan + "。"} {
			_, _, found := ofPlan(plan, said, lexicon.Builtin())
			for _, p := range found {
				if p.Status != report.PromiseUnmentioned && p.Status != report.PromiseUnclear {
					t.Errorf("%s: %+v", plan, p)
				}
			}
		}
	}
}

// TestMoreText: what else a report says, in words that no item has, changes nothing.
func TestMoreText(t *testing.T) {
	for _, c := range cases(t) {
		_, _, before := ofPlan(c[1], c[2], lexicon.Builtin())
		_, _, after := ofPlan(c[1], "天气晴好，树木葱茏。"+c[2], lexicon.Builtin())
		if len(before) != len(after) || len(before) > 0 && before[0].Status != after[0].Status {
			t.Errorf("%s, %s: %+v, then %+v", c[1], c[2], before, after)
		}
	}
}

// plans are the items of testdata/cases.txt.
func plans(t testing.TB) []string {
	var all []string
	for _, c := range cases(t) {
		all = append(all, c[1])
	}
	return all
}

// TestYears: only two years that follow each other are compared.
func TestYears(t *testing.T) {
	previous, current, found := ofPlan("举办法治讲座8场", "举办法治讲座9场。", lexicon.Builtin())
	if len(found) != 1 {
		t.Fatalf("%+v", found)
	}
	for _, pair := range [][2]*report.Report{{nil, current}, {previous, nil}, {current, current}, {current, previous}} {
		if got := promise.Compare(pair[0], pair[1], lexicon.Builtin()); got != nil {
			t.Errorf("%+v", got)
		}
	}
}

// TestItems: which items a plan has.
func TestItems(t *testing.T) {
	for plan, want := range map[string]string{
		"一是举办讲座8场；二是出台管理办法1份":                "举办讲座8场｜出台管理办法1份",
		"重点抓好以下工作：一是举办讲座8场；二是出台管理办法":         "举办讲座8场｜出台管理办法",
		"建成指挥平台1个，9月底前投入使用":                  "建成指挥平台1个，9月底前投入使用",
		"加强队伍建设，培训人员300人次，聘请顾问2名":            "培训人员300人次｜聘请顾问2名",
		"2023年，力争联网率达到98%，建成40个执法站所，并制定配备标准": "力争联网率达到98%｜建成40个执法站所｜并制定配备标准",
		"新建公园2座、改造广场3处":                      "新建公园2座｜改造广场3处",
		"修订办法、规定等制度":                         "修订办法、规定等制度",
		"对上述任务按季度调度。举办讲座8场":                  "举办讲座8场",
		"（一）举办讲座8场。\n（二）出台管理办法。\n":           "举办讲座8场｜出台管理办法",
		"（一）强化执法装备。新购4架。":                    "新购4架",
		"1.举办讲座8场。\n2.讲座覆盖率达到95%以上。\n":       "举办讲座8场｜讲座覆盖率达到95%以上",
		"第一，举办讲座8场。第二，出台管理办法":                "举办讲座8场｜出台管理办法",
		"深入学习贯彻法治思想，切实把各项工作做好":               "",
		"持续提升依法行政水平":                         "持续提升依法行政水平",
		"一要举办讲座8场。二要出台管理办法":                  "举办讲座8场｜出台管理办法",
		"全年巡查河道1.2万公里":                       "全年巡查河道1.2万公里",
		"①举办讲座8场；②出台管理办法":                    "举办讲座8场｜出台管理办法",
	} {
		previous, _, found := ofPlan(plan, "天气晴好。", lexicon.Builtin())
		var quotes []string
		for _, p := range found {
			quotes = append(quotes, previous.Source.Slice(p.Quote))
		}
		if got := strings.Join(quotes, "｜"); got != want {
			t.Errorf("%s\nhas the items %s\nnot            %s", plan, got, want)
		}
	}
}

func FuzzCompare(f *testing.F) {
	for _, c := range cases(f) {
		f.Add(c[1], c[2])
	}
	f.Add("（一）办结率由8%提高到9%以上、新建2座；\n一、，。", "表1\n事项\t目标\n办结率\t9%\n十、")
	f.Fuzz(func(t *testing.T, plan, said string) {
		previous, current, found := ofPlan(plan, said, lexicon.Builtin())
		check(t, previous, current, found)
	})
}

// TestHostileLinear: a plan and a report of hostile size take time in proportion to it.
func TestHostileLinear(t *testing.T) {
	plan := strings.Repeat("举办法治讲座8场，出台管理办法、建成平台1个；", 4000)
	said := strings.Repeat("举办法治讲座7场，管理办法尚未出台，平台建成1个。", 8000)
	previous, current, found := ofPlan(plan, said, lexicon.Builtin())
	if len(found) == 0 || len(found) > 400 {
		t.Errorf("%d items", len(found))
	}
	check(t, previous, current, found)
}

// FuzzTexts: whole reports, as far as they are any; with no heading at all, too.
func FuzzTexts(f *testing.F) {
	f.Add("示例市水利局2022年法治政府建设年度报告\n2023年，我局将举办讲座8场。\n", "示例市水利局2023年法治政府建设年度报告\n举办讲座9场。\n")
	f.Add("2023年工作安排\n一、\n举办讲座8场，\n", "\n二、举办讲座7场")
	f.Fuzz(func(t *testing.T, before, now string) {
		if len(before)+len(now) > 20_000 {
			return
		}
		previous, current := read("seeds/shili/2022.txt", before, lexicon.Builtin()), read("seeds/shili/2023.txt", now, lexicon.Builtin())
		check(t, previous, current, promise.Compare(previous, current, lexicon.Builtin()))
	})
}
