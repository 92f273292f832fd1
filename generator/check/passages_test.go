package check

import (
	"slices"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// What a report finds wanting and what it plans, whatever it calls the sections.
func TestPassages(t *testing.T) {
	for _, c := range []struct {
		text             string
		wanting, planned []string
	}{
		{"一、工作开展情况\n办案3件。\n二、存在的主要问题\n（一）队伍建设滞后。人手偏少。\n（二）普法形式单一。\n三、下一步工作打算\n（一）强化培训。办4期。\n1.邀请专家授课。\n",
			[]string{"（一）队伍建设滞后。人手偏少。", "（二）普法形式单一。"}, []string{"（一）强化培训。办4期。", "1.邀请专家授课。"}},
		{"一、工作开展情况\n办案3件。\n二、存在的不足和下一步打算\n培训不够。下一步，将办4期。\n",
			[]string{"培训不够。下一步，将办4期。"}, []string{"培训不够。下一步，将办4期。"}},
		{"一、工作开展情况\n办案3件。但执法培训仍存在差距。\n下一步，我局将办4期培训。\n",
			[]string{"但执法培训仍存在差距。"}, []string{"下一步，我局将办4期培训。"}},
		{"一、工作开展情况\n办案3件，解决工作中存在的问题5个。\n", nil, nil},
		{"一、主要成效\n办案3件。\n二、不足之处\n培训不够。\n三、2024年工作计划\n办4期。\n示例市司法局\n2024年3月8日\n",
			[]string{"培训不够。"}, []string{"办4期。"}},
	} {
		in := &Input{Report: read("示例市司法局2023年法治政府建设年度报告\n\n" + c.text), Words: lexicon.Builtin()}
		for _, half := range []struct {
			got  []report.Span
			want []string
		}{{in.Shortcomings(), c.wanting}, {in.Plans(), c.planned}} {
			var got []string
			for _, sp := range half.got {
				got = append(got, in.Report.Source.Slice(sp))
			}
			if !slices.Equal(got, half.want) {
				t.Errorf("%s\n got %q\nwant %q", c.text, got, half.want)
			}
		}
	}
}
