package figure_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// The first real report: its 24 figures, by value, unit, approximation, and a
// label that a citizen would find natural.
func TestFirstReport(t *testing.T) {
	raw, err := os.ReadFile("../../../seeds/hubin-sfj/2023.txt")
	if err != nil {
		t.Fatal(err)
	}
	r := extract(string(raw))
	want := []struct{ quote, value, unit, approx, label string }{
		{"先后召开党组会20场次", "20", "场次", "", "党组会"},
		{"局党组理论学习中心组学习会议12场次", "12", "场次", "", "局党组理论学习中心组学习会议"},
		{"为区政府聘请10名法律顾问", "10", "名", "", "法律顾问"},
		{"提出合理法律意见建议百余条", "100", "条", "余", "合理法律意见建议"},
		{"开展规范性文件审查备案3次", "3", "次", "", "规范性文件审查备案"},
		{"专项清理1次", "1", "次", "", "专项清理"},
		{"报备率、规范率、及时率达100%", "100", "%", "", "报备率、规范率、及时率"},
		{"先后培训行政执法人员300余人次", "300", "人次", "余", "培训行政执法人员"},
		{"评查执法卷宗64本", "64", "本", "", "评查执法卷宗"},
		{"下发《行政行政执法监督意见书》7份", "7", "份", "", "《行政行政执法监督意见书》"},
		{"对全区10个乡（街道）", "10", "个", "", "实地督导乡（街道）"},
		{"20余个区直单位", "20", "个", "余", "实地督导区直单位"},
		{"共开展矛盾纠纷排查528余次", "528", "次", "余", "矛盾纠纷排查"},
		{"调解矛盾纠纷2075起", "2075", "起", "", "调解矛盾纠纷"},
		{"调解成功1996起", "1996", "起", "", "调解成功"},
		{"成功率达96%", "96", "%", "", "调解矛盾纠纷成功率"},
		{"共接收矫正对象100人", "100", "人", "", "接收矫正对象"},
		{"对接安置帮教对象289人", "289", "人", "", "对接安置帮教对象"},
		{"等法治微视频45条", "45", "条", "", "法治微视频"},
		{"实现全区94个村（社区）法律顾问全覆盖", "94", "个", "", "村（社区）法律顾问全覆盖"},
		{"共受理指派援助案件405件", "405", "件", "", "受理指派援助案件"},
		{"办理诉讼和非诉讼案件532件", "532", "件", "", "诉讼和非诉讼案件"},
		{"代理涉及优化营商环境方面的案件数量176件", "176", "件", "", "代理涉及优化营商环境方面的案件数量"},
		{"减免费用25.63万元", "25.63", "万元", "", "减免费用"},
	}
	if len(r.Figures) != len(want) {
		t.Fatalf("%d figures, want %d:\n%s", len(r.Figures), len(want), show(r))
	}
	for i, w := range want {
		f := r.Figures[i]
		if !strings.Contains(f.Quote, w.quote) || f.Value != w.value || f.Unit != w.unit || f.Approx != w.approx || f.Label != w.label {
			t.Errorf("%s %s %q %q in %q, want %+v", f.Value, f.Unit, f.Approx, f.Label, f.Quote, w)
		}
	}
	if len(r.Findings) != 0 {
		t.Errorf("findings: %+v", r.Findings)
	}
	if len(r.Relations) != 1 || r.Relations[0].Computed != "96.2" || !r.Relations[0].Agrees {
		t.Errorf("relations: %+v", r.Relations)
	}
}

// An id stays the same when the report is edited elsewhere, and two figures
// never share one.
func TestIDsSurviveEdits(t *testing.T) {
	line := "办理案件12件，调解纠纷12件，办理案件12件。\n"
	a := extract("示例县司法局2023年报告\n\n一、工作\n" + line)
	b := extract("示例县司法局2023年报告\n\n一、工作\n另有一段，评查案卷30份。\n" + line)
	seen := map[string]bool{}
	for _, f := range b.Figures {
		if seen[f.ID] {
			t.Errorf("%s twice", f.ID)
		}
		seen[f.ID] = true
	}
	for _, f := range a.Figures {
		if !seen[f.ID] {
			t.Errorf("%s (%s) is gone after an edit elsewhere", f.ID, f.Quote)
		}
	}
}

// check holds what is true of the figures of any text.
func check(t interface{ Fatalf(string, ...any) }, r *report.Report) {
	text := r.Source.Text
	last := -1
	for _, f := range r.Figures {
		switch {
		case f.Span.Start < last:
			t.Fatalf("%q is out of order", f.Raw)
		case f.Quote != r.Source.Slice(f.QuoteSpan):
			t.Fatalf("quote %q is not the text's", f.Quote)
		case !f.QuoteSpan.Contains(f.Span):
			t.Fatalf("%q is not in its quote %q", r.Source.Slice(f.Span), f.Quote)
		case !strings.HasPrefix(text[f.Span.Start:], f.Raw):
			t.Fatalf("raw %q is not at its place", f.Raw)
		case !json.Valid([]byte(f.Value)):
			t.Fatalf("value %q is no JSON number", f.Value)
		case !r.Blocks[f.Block].Span.Contains(f.Span):
			t.Fatalf("%q is not in its block", f.Raw)
		case utf8.ValidString(text) && (!utf8.ValidString(f.Label) || !utf8.ValidString(f.Quote)):
			t.Fatalf("label %q or quote %q is cut within a character", f.Label, f.Quote)
		}
		last = f.Span.Start
	}
	for _, rel := range r.Relations {
		for _, i := range append([]int{rel.Whole}, rel.Parts...) {
			if i < 0 || i >= len(r.Figures) {
				t.Fatalf("relation %+v points nowhere", rel)
			}
		}
	}
}

// Phrases put together at random keep the promises.
func TestAnyTextKeepsPromises(t *testing.T) {
	pieces := []string{"办理案件", "12", "件", "，", "。", "；", "、", "其中", "占", "率达", "%", "由", "减为", "增长", "（", "）", "(", ")", "\xb8", "“", "”", "余", "近", "第", "万", "元", "的", "和", "分别", "3.5", "个百分点", "百", "两",
		"2023年", "其余", "对", "部门", "开展评议", "：", "\t", "\n", "一、", "城乡", "合计", "比上年", "每", "平均", "-", "—", "至", "以上", "等", "５", " "}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 40).Draw(t, "pieces"), "")
		check(t, extract(text))
	})
}

// Brackets that close after those around them have closed are none: what stands
// between is read once, whether it is data or not.
func TestCrossedBrackets(t *testing.T) {
	r := extract("（一）甲\n（办案1件(其中涉企）甲7乙；受理2件，丙8丁3件)。\n")
	check(t, r)
	got := ""
	for _, f := range r.Figures {
		got += f.Raw + f.Unit + " "
	}
	for _, f := range r.Findings {
		if f.Rule == "unread-number" {
			got += f.Quote + " "
		}
	}
	if want := "1件 2件 3件 7乙 8丁 "; got != want {
		t.Errorf("read %q; want %q", got, want)
	}
}

// A count in a plain sentence is read whatever its size, unit or noun.
func TestPlainCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		noun := rapid.SampledFrom([]string{"行政复议案件", "普法讲座", "执法案卷", "“明白人”", "示范村（社区）"}).Draw(t, "noun")
		unit := rapid.SampledFrom([]string{"件", "场次", "份", "名", "个", "人次", "家次", "公里", "万元", "亿元"}).Draw(t, "unit")
		value := rapid.StringMatching(`[1-9][0-9]{0,6}(\.[0-9]?[1-9])?`).Draw(t, "value")
		r := extract("示例县司法局2023年报告\n\n一、工作\n全年累计" + noun + value + unit + "。\n")
		if len(r.Figures) != 1 || r.Figures[0].Value != value || r.Figures[0].Unit != unit || r.Figures[0].Label != noun {
			t.Fatalf("%s%s%s is read as %s", noun, value, unit, show(r))
		}
	})
}

func FuzzExtract(f *testing.F) {
	for _, s := range []string{"办理案件12件，占65%。", "由26个减为15个", "其中3件", "1\t2\t3\n4\t5\t6", "\xff1件", "近约超逾1", "百分之", "1:2:3", "对3家", "，1.9个百分点；好评率99%", "\xe0\x80\xb4件", "（甲(乙）1甲2；丙3)", "4\u200b36件，2O75起；1亿2000万元", "①²½𝟒Ⅳ3", "一、工作……3\n— 3 —\n地址：甲路8号"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := outline.Parse(report.NewSource("a.txt", s), lexicon.Builtin())
		figure.Extract(r, lexicon.Builtin())
		check(t, r)
		everyDigit(t, "fuzzed", r)
	})
}
