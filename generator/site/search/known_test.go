package search

import (
	"encoding/json"
	"slices"
	"testing"
)

// What a query may name stands in index.json: bodies with their short names and
// regions, indicators with what is said for them, and whether a report states them.
func TestManifest(t *testing.T) {
	p := &portal{files: map[string][]byte{}}
	bodies := []Body{
		{Slug: "jia", Name: "示例市甲区司法局", Short: "甲区司法局", Region: "示例市甲区", RegionSlug: "r-jia", Years: []int{2023}},
		{Slug: "yi", Name: "示例市乙区司法局", Region: "示例市乙区", RegionSlug: "r-yi"}, // has no report yet
		{Slug: "bing", Name: "示例市甲区公安局", Region: "示例市甲区", RegionSlug: "r-jia", Years: []int{2022, 2023}},
		{Slug: "ding", Name: "丁局", Years: []int{2023}},
	}
	terms := []Term{{ID: "legal-aid", Name: "法律援助", Spoken: []string{"法援"}, Meaning: "解释"}}
	p.index = New(Portal{Bodies: bodies, Catalogue: catalogue(t), Terms: terms}, spool(t), p.write(t))
	add(t, p.index, 0, 0, read(catalogue(t), "一、概述\n办理法律援助案件12件。\n"))
	p.index.Plan(2, 1, 2, "2项未达到")
	p.index.Plan(0, 0, 0, "1项到位")
	p.finish(t)
	var m struct {
		Bodies, Indicators, Terms [][]json.RawMessage
		Regions                   [][2]string
		Asking, Units             []string
		Undone, Unmet             []string
		Plans                     []json.RawMessage
	}
	unmarshal(t, p.files[Folder+"/index.json"], &m)
	if want := [][2]string{{"r-jia", "示例市甲区"}}; !slices.Equal(m.Regions, want) {
		t.Errorf("the regions are %v, want %v", m.Regions, want)
	}
	for i, want := range []string{`"甲区司法局" 0`, `"" -1`, `"" 0`, `"" -1`} {
		if got := string(m.Bodies[i][3]) + " " + string(m.Bodies[i][4]); got != want {
			t.Errorf("body %d has the short name and region %s, want %s", i, got, want)
		}
	}
	stated := map[string]string{}
	spoken := map[string]string{}
	for _, ind := range m.Indicators {
		stated[string(ind[0])], spoken[string(ind[0])] = string(ind[6]), string(ind[4])
	}
	if stated[`"legal-aid"`] != "1" || stated[`"penalties"`] != "0" {
		t.Errorf("legal-aid is stated %s, penalties %s", stated[`"legal-aid"`], stated[`"penalties"`])
	}
	if got := spoken[`"legal-aid"`]; got == "[]" || got == "null" {
		t.Errorf("nothing is said for legal-aid: %s", got)
	}
	if got := string(m.Terms[0][3]); got != `["法援"]` {
		t.Errorf("what is said for 法律援助 is %s", got)
	}
	if !slices.Contains(m.Units, "人次") || !slices.Contains(m.Asking, "多少") {
		t.Errorf("units %v, words of questions %v", m.Units, m.Asking)
	}
	if !slices.Contains(m.Undone, "没做到") || !slices.Contains(m.Unmet, "没有完成") {
		t.Errorf("words of plans %v, of what was not done %v", m.Undone, m.Unmet)
	}
	if len(m.Plans) != 2 || string(m.Plans[0]) != `[0,2023,0,"1项到位"]` || string(m.Plans[1]) != `[2,2023,2,"2项未达到"]` {
		t.Errorf("the plans are %s", m.Plans)
	}
}
