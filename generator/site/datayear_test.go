package site

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// TestDataYears reads the sentences of testdata/datayear.txt as those of a report on
// 2023. A year of ? is one that nobody can be sure of.
func TestDataYears(t *testing.T) {
	raw, err := os.ReadFile("testdata/datayear.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for line := range strings.Lines(string(raw)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		text, want, ok := strings.Cut(line, " -> ")
		if !ok {
			t.Fatalf("%s: no ->", line)
		}
		cases++
		if got := yearsOf(text); got != want {
			t.Errorf("%s\n got %s\nwant %s", text, got, want)
		}
	}
	if cases < 40 {
		t.Errorf("only %d cases", cases)
	}
}

// yearsOf is the figures of a section of a report on 2023, each with its year. Its
// paragraphs are parted by ｜; the first may be the heading of another section.
func yearsOf(text string) string {
	in := yearInput(text)
	var out []string
	for i, year := range in.dataYears(in.surveyed().earlier) {
		name := strconv.Itoa(year)
		if year == 0 {
			name = "?"
		}
		out = append(out, in.Report.Printed(&in.Report.Figures[i])+" "+name)
	}
	return strings.Join(out, "；")
}

func yearInput(text string) *Input {
	text = strings.NewReplacer("｜", "\n", `\t`, "\t").Replace(text)
	if !strings.HasPrefix(text, "二、") {
		text = "二、依法行政情况\n" + text
	}
	text = "示例市司法局2023年法治政府建设年度报告\n一、总体情况\n依法履职。\n" + text + "\n"
	r := outline.Parse(report.NewSource("2023.txt", text), lexicon.Builtin())
	r.Year = 2023
	figure.Extract(r, lexicon.Builtin())
	return &Input{Body: &Body{Slug: "shili"}, Report: r}
}

// FuzzDataYears: whatever a text says, a year is one that can be.
func FuzzDataYears(f *testing.F) {
	for _, text := range []string{"去年办理案件12件，较2021年的9件增加3件。", "二、下一步工作打算｜到2025年培训30人", `事项\t上年\t2023年｜检查（件）\t12\t15`, "自二〇一九年以来3件", "年年年3件"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, year := range dataYearsOf(yearInput(text)) {
			if year != 0 && (year < 1900 || year > 2101) {
				t.Errorf("%q tells of the year %d", text, year)
			}
		}
	})
}

func dataYearsOf(in *Input) []int { return in.dataYears(in.surveyed().earlier) }

// TestOpenDataMasks: what is private is in no row of the open data and on no card,
// even where it stands in what a figure is called.
func TestOpenDataMasks(t *testing.T) {
	const phone = "13812345678"
	in := yearInput("为张某" + phone + "办理登记8件。")
	at := strings.Index(in.Report.Source.Text, phone)
	in.Report.Private = []report.Span{{Start: at, End: at + len(phone)}}
	rows := in.Rows()
	if len(rows) == 0 || !strings.Contains(rows[0].Quote, "办理登记8件") {
		t.Fatalf("rows %+v", rows)
	}
	for i := range rows {
		if said := fmt.Sprintf("%+v", rows[i]); strings.Contains(said, phone) {
			t.Error(said)
		}
	}
	for i := range in.Report.Figures {
		if said := inWords(in.Report, i) + string(in.cardRow(i, "")); strings.Contains(said, phone) {
			t.Error(said)
		}
	}
}

// TestHeadlineOfTheYear: a value of another year announces no report.
func TestHeadlineOfTheYear(t *testing.T) {
	for text, want := range map[string]string{
		"2022年调解矛盾纠纷338件，2023年调解矛盾纠纷842件。": "842",
		"调解矛盾纠纷842件，2022年为338件。":           "842",
		"2022年调解矛盾纠纷338件。":                 "",
	} {
		in := yearInput(text)
		got := ""
		for _, i := range in.surveyed().headline {
			got += in.Report.Figures[i].Value
		}
		if got != want {
			t.Errorf("%s: announced by %s, not %s", text, got, want)
		}
	}
}
