package outline

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// TestApart reads texts of which one line, marked with →, belongs to no section
// and the line marked with = to the section above it.
func TestApart(t *testing.T) {
	const head, sign = "示例市水务局2023年法治政府建设年度报告\n一、主要举措\n审核合同9份。\n二、2024年工作安排\n=新增取水监测点12处。\n", "示例市水务局\n2024年1月18日\n"
	cases := map[string]string{
		"footnote behind the signature":      head + sign + "→注1：另有3件退回补正。\n",
		"endnote behind the signature":       head + sign + "→尾注1：不含移送的2件。\n",
		"note without number":                head + sign + "→注：含乡镇办理的7件。\n",
		"any words behind the signature":     head + sign + "→全年另有4件正在办理。\n",
		"table behind the signature":         head + sign + "→类别\t件数\n→许可\t14\n",
		"note without signature":             head + "→注2：统计不含5件。\n",
		"number in a circle":                 head + "→注①：统计不含5件。\n",
		"number in brackets":                 head + "→脚注[3]：统计不含5件。\n",
		"Chinese number":                     head + "→注二:统计不含5件。\n",
		"blank before the number":            head + "→注 3 ：统计不含5件。\n",
		"date without a body, then a note":   head + "2024年1月18日\n→注1：另有3件退回补正。\n",
		"note amid a section":                "示例市水务局2023年法治政府建设年度报告\n一、2024年工作安排\n新增站点3处。\n→注1：上年共8处。\n=巡查河道20次。\n",
		"heading of an attachment":           head + sign + "附件1\n一、许可清单\n=共6项。\n",
		"a word that begins as a note does":  "示例市水务局2023年法治政府建设年度报告\n一、2024年工作安排\n=注重巡查，新增站点3处。\n",
		"note that is a paragraph's opening": "示例市水务局2023年法治政府建设年度报告\n一、2024年工作安排\n=说明情况12次。\n",
	}
	for name, marked := range cases {
		want := map[int]bool{}
		for i, line := range strings.Split(marked, "\n") {
			switch {
			case strings.HasPrefix(line, "→"):
				want[i+1] = true
			case strings.HasPrefix(line, "="):
				want[i+1] = false
			}
		}
		r := Parse(report.NewSource("x.txt", strings.NewReplacer("→", "", "=", "").Replace(marked)), lexicon.Builtin())
		for i, b := range r.Blocks {
			if apart, said := want[b.Line]; said && apart != (b.Heading < 0 && !r.Opens(i)) {
				t.Errorf("%s: line %d stands under heading %d", name, b.Line, b.Heading)
			}
		}
	}
}

// TestApartPassage takes all paragraphs of a footnote for one, whatever they say.
func TestApartPassage(t *testing.T) {
	d := &report.Document{Passages: []report.Passage{
		{Text: "示例市水务局2023年法治政府建设年度报告"}, {Text: "一、2024年工作安排"}, {Text: "新增站点3处。"},
		{Text: "注*：另有3件退回。", Kind: report.NoteText}, {Text: "其中1件已补正。", Kind: report.NoteText},
	}}
	text, spans := d.Text()
	src := report.NewSource("x.docx", text)
	src.Document, src.Spans = d, spans
	r := Parse(src, lexicon.Builtin())
	for _, b := range r.Blocks {
		if note := b.Line > 3; b.Line > 2 && note != (b.Heading < 0) {
			t.Errorf("line %d stands under heading %d", b.Line, b.Heading)
		}
	}
}
