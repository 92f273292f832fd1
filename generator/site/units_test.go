package site_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/indicator"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
	"mingfa/generator/site"
)

// TestUnitsThatCountTheSameAreOneSeries reads three years of a body that counts its
// disputes in 件, 起 and 宗, and wants one row of three values; 人 counts another thing.
func TestUnitsThatCountTheSameAreOneSeries(t *testing.T) {
	raw, err := os.ReadFile("../../seeds/indicators.toml")
	if err != nil {
		t.Fatal(err)
	}
	catalogue, findings := indicator.Parse("seeds/indicators.toml", raw, nil)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	for name, c := range map[string]struct {
		sentence string // with a hole for the value
		units    [3]string
		id       string
		want     string
	}{
		"disputes":            {"全年共调解矛盾纠纷%s。", [3]string{"件", "起", "宗"}, "disputes-mediated", "2021=120件 2022=131起 2023=142宗"},
		"the other way round": {"全年共调解矛盾纠纷%s。", [3]string{"宗", "件", "起"}, "disputes-mediated", "2021=120宗 2022=131件 2023=142起"},
		"persons":             {"全年共调解矛盾纠纷%s。", [3]string{"件", "人", "起"}, "disputes-mediated", "2021=120件 2023=142起"},
	} {
		body := &site.Body{Slug: "shili-sfj", Name: "示例市司法局", Short: "司法局"}
		whole := &site.Whole{Bodies: []*site.Body{body}, Catalogue: catalogue}
		for i, unit := range c.units {
			year, value := 2021+i, fmt.Sprintf("%d%s", 120+11*i, unit)
			text := fmt.Sprintf("示例市司法局%d年法治政府建设年度报告\n\n一、主要举措和成效\n%s\n", year, fmt.Sprintf(c.sentence, value))
			r := outline.Parse(report.NewSource(fmt.Sprintf("seeds/shili-sfj/%d.txt", year), text), lexicon.Builtin())
			figure.Extract(r, lexicon.Builtin())
			catalogue.Assign(r, lexicon.Builtin())
			whole.Reports = append(whole.Reports, site.Summarise(&site.Input{Body: body, Report: r, Original: []byte(text), Catalogue: catalogue, Words: lexicon.Builtin()}))
		}
		var got []string
		for page := range site.Portal(whole) {
			err := page.Make(func(path string, data []byte) error {
				if path == "content/indicators/"+c.id+"/data.csv" {
					got = valuesOf(t, data)
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		slices.Sort(got)
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: %s, not %s", name, s, c.want)
		}
	}
}

// valuesOf is the values of a table of an indicator: 2021=120件.
func valuesOf(t *testing.T, table []byte) []string {
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(table), "\ufeff"))).ReadAll()
	if err != nil || len(rows) == 0 {
		t.Fatal(err)
	}
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	var all []string
	for _, row := range rows[1:] {
		all = append(all, row[column["年度"]]+"="+row[column["数值"]]+row[column["计量单位"]])
	}
	return all
}
