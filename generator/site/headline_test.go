package site

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/indicator"
	"mingfa/generator/read/lastyear"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// announcedBy reads a report on 2024, and last year's where there is one, and gives
// the sentences that announce it, a line each.
func announcedBy(t *testing.T, text, before string) []string {
	t.Helper()
	raw, err := os.ReadFile("../../seeds/indicators.toml")
	if err != nil {
		t.Fatal(err)
	}
	catalogue, _ := indicator.Parse("seeds/indicators.toml", raw, nil)
	read := func(year, text string) *report.Report {
		r := outline.Parse(report.NewSource(year+".txt", "示例市司法局"+year+"年法治政府建设年度报告\n一、主要成效\n"+text+"\n二、2025年工作安排\n法律援助案件1300件以上。\n"), lexicon.Builtin())
		figure.Extract(r, lexicon.Builtin())
		catalogue.Assign(r, lexicon.Builtin())
		return r
	}
	in := &Input{Body: &Body{Slug: "x", Name: "示例市司法局"}, Report: read("2024", text), Catalogue: catalogue}
	if before != "" {
		in.LastYear = lastyear.Compare(in.Report, read("2023", before), lexicon.Builtin())
	}
	var lines []string
	for _, h := range in.headline() {
		line := h.Before + h.Number + h.Unit + h.After
		if h.Change != "" {
			line += "，" + h.Change
			if n := utf8.RuneCountInString(line); n > headlineMost {
				t.Errorf("%s has %d characters", line, n)
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// TestHeadline reads what reports are announced with.
func TestHeadline(t *testing.T) {
	for _, c := range []struct{ name, text, before, want string }{
		{"meetings do not open a page", "召开党组会议22次。办理法律援助案件1287件。", "", "法律援助案件1287件|党组会议22次"},
		{"more", "办理法律援助案件1287件。", "办理法律援助案件1164件。", "法律援助案件1287件，比上年多123件"},
		{"less", "作出行政处罚1486件。", "作出行政处罚1530件。", "作出行政处罚1486件，比上年少44件"},
		{"the same", "办理法律援助案件1287件。", "办理法律援助案件1287件。", "法律援助案件1287件，与上年持平"},
		{"about", "办理法律援助案件1200余件。", "办理法律援助案件1164件。", "法律援助案件1200余件，上年1164件"},
		{"about last year", "办理法律援助案件1287件。", "办理法律援助案件近1200件。", "法律援助案件1287件，上年近1200件"},
		{"a rate", "行政机关负责人出庭应诉率98.4%。", "行政机关负责人出庭应诉率95%。", "行政机关负责人出庭应诉率98.4%，上年95%"},
		{"money", "罚没金额1672.5万元。", "罚没金额1700万元。", "罚没金额1672.5万元，比上年少27.5万元"},
		{"large numbers in 万", "开展法治宣传活动1.2万场次。", "开展法治宣传活动1.1万场次。", "法治宣传活动1.2万场次，比上年多0.1万场次"},
		{"a long name that leaves room for its change under the catalogue's", "各级调解组织调解矛盾纠纷2.58万件。", "各级调解组织调解矛盾纠纷2.46万件。",
			"调解矛盾纠纷2.58万件，比上年多0.12万件"},
		{"a long name without a change is the report's", "各级调解组织调解矛盾纠纷2.58万件。", "", "各级调解组织调解矛盾纠纷2.58万件"},
		{"a goal does not announce", "办理法律援助案件1287件。", "", "法律援助案件1287件"},
		{"a theme has one before any has two", "受理行政复议申请214件，审结203件。办理法律援助案件87件。作出行政处罚86件。", "",
			"受理行政复议申请214件|法律援助案件87件|作出行政处罚86件|审结行政复议申请203件"},
		{"a table by the name of the catalogue", "项目\t行政许可（件）\n合计\t46820\n调解纠纷6534件。", "", "办理行政许可46820件|调解纠纷6534件"},
		{"of no indicator", "栽种树木30棵。修补渔网40张。", "", "栽种树木30棵|修补渔网40张"},
		{"what both years state before what is new", "受理行政复议申请214件，审结203件。", "审结行政复议案件190件。", "审结行政复议申请203件，比上年多13件|受理行政复议申请214件"},
	} {
		if got := strings.Join(announcedBy(t, c.text, c.before), "|"); got != c.want {
			t.Errorf("%s:\n got  %s\n want %s", c.name, got, c.want)
		}
	}
}
