package chart

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// unproven says what is wrong with the proof of a chart, looked for anew in the
// report; "" where the figures may stand on one axis.
func unproven(r *report.Report, c *Chart) string {
	var bars []*report.Figure
	var at []int
	for _, row := range c.Rows {
		if row.Width != "" {
			bars, at = append(bars, &r.Figures[row.figure]), append(at, row.figure)
		}
	}
	tied := func(part int, kinds ...report.RelationKind) bool {
		return slices.ContainsFunc(r.Relations, func(rel report.Relation) bool {
			return slices.Contains(kinds, rel.Kind) && slices.Contains(rel.Parts, part) && slices.Contains(at, rel.Whole)
		})
	}
	switch c.Proof {
	case OfOneWhole:
		for _, i := range at[1:] {
			if !tied(i, report.RelationPart, report.RelationRate) {
				return "no relation makes it a part"
			}
		}
	case FromTo:
		if len(at) != 2 || !tied(at[0], report.RelationChange) {
			return "no relation says what it was"
		}
	case OverYears:
		for i := range bars[1:] {
			if bars[i].Block != bars[i+1].Block && r.Blocks[bars[i].Block].Kind != report.BlockRow {
				return "not of one row of a table"
			}
		}
	case SameNoun:
		for _, f := range bars[1:] {
			if f.Block != bars[0].Block || lastTwo(f.ShownLabel()) != lastTwo(bars[0].ShownLabel()) || f.ShownLabel() == bars[0].ShownLabel() {
				return "not kinds of one noun in one paragraph"
			}
		}
	case OneColumn:
		for _, f := range bars[1:] {
			if r.Blocks[f.Block].Table != r.Blocks[bars[0].Block].Table || r.Blocks[f.Block].Table < 0 {
				return "not of one table"
			}
		}
	default:
		return "no proof"
	}
	return ""
}

// Reports of sentences in which unlike things share a measure word: none of them is
// compared, and no sentence says which is the most.
func TestUnlikeThingsAreNotCompared(t *testing.T) {
	for _, text := range []string{
		"建成公共法律服务中心9个，接听热线52480个。",
		"开展执法检查120次、法治宣传30次、业务培训4次。",
		"受理投诉40件，办结举报38件，移送线索2件。",
		"现有司法所12个、人民调解员300名、法律顾问15名、村民代表900名。",
		"走访企业30家、帮扶商户12家、整改单位3家。",
		"发放资料2000份、问卷150份、提醒函6份。",
		"报备率100%，公开率98%，办结率96%。",
		"投入资金30万元，罚款12万元，减免费用5万元。",
		"培训干部300人，服务群众5000人，引进人才2人。",
		"修订制度5项、推出举措12项、获得荣誉3项。",
		"召开会议4次，研究议题4次，听取汇报4次。",
		"设置展板20块、横幅8条、专栏3个、站点15个。",
		"清理文件60件，其中废止12件，宣布失效8件；报备文件9件，答复建议20件。",
		"调解员30名、网格员200名、宣讲员8名。",
		"检查单位15家，出动人员40人次，发现问题9个，建成岗亭2个。",
		"完成审核26件、备案11件、评估3件。",
	} {
		r := outline.Parse(report.NewSource("2023.txt", "示例市司法局2023年法治政府建设年度报告\n\n一、主要举措和成效\n"+text+"\n"), lexicon.Builtin())
		figure.Extract(r, lexicon.Builtin())
		if len(r.Figures) < 2 {
			t.Errorf("%s: %d figures", text, len(r.Figures))
		}
		for _, g := range Build(r, nil, lexicon.Builtin()) {
			for _, c := range g.Charts {
				if c.Proof != OfOneWhole || unproven(r, &c) != "" {
					t.Errorf("%s: compared as %s: %s", text, c.Proof, c.Sentence)
				}
				if strings.Contains(c.Sentence, "最") {
					t.Errorf("%s: %s", text, c.Sentence)
				}
			}
		}
	}
}

// A clause is cut to a line, and no number in it is cut.
func TestClauseIsCutBetweenNumbers(t *testing.T) {
	for _, text := range []string{
		"全市各级各类行政执法机关和受委托的组织在全年的日常监督检查工作中一共对1234567家企业开展12345次",
		"共有１２３４５６７８９０１２３４５６７８９０１２３４５６７８９０家单位参加，其中完成9876543210件",
		"经过全市上下共同努力在去年底以前已经有九千八百七十六万五千四百三十二件得到办结并且有3件",
		"系统abcdefghijklmnopqrstuvwxyzABCDEFG平台办理36.5万件以上abcdefghijklmnopqrstuvwxyz",
		"比例为99.99999999999999999999999%的单位有12个",
	} {
		r := outline.Parse(report.NewSource("2023.txt", "示例市司法局2023年法治政府建设年度报告\n\n一、主要举措和成效\n"+text+"。\n"), lexicon.Builtin())
		figure.Extract(r, lexicon.Builtin())
		for i := range r.Figures {
			c := r.ClauseOf(i)
			whole := c.Before + c.Words + c.After
			if n := utf8.RuneCountInString(whole); n > 90 || strings.ContainsAny(whole, "\t\n") {
				t.Errorf("%d characters: %s", n, whole)
			}
			if c.Words != r.Printed(&r.Figures[i]) {
				t.Errorf("%q is marked, the figure is %q", c.Words, r.Printed(&r.Figures[i]))
			}
			for k := range r.Figures {
				words := r.Printed(&r.Figures[k])
				if cut := strings.TrimPrefix(c.Before, "…"); cut != c.Before && tornAtStart(words, cut) {
					t.Errorf("%s is torn in %s", words, whole)
				}
			}
		}
	}
}

// tornAtStart reports whether s begins with an ending of words that is not all of
// them, and a numeral.
func tornAtStart(words, s string) bool {
	for at := range words {
		if at > 0 && strings.HasPrefix(s, words[at:]) && strings.ContainsAny(words[at:], "0123456789０１２３４５６７８９") {
			return true
		}
	}
	return false
}
