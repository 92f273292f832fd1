package indicator

import (
	"testing"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

const builtin = `
never = ["上年"]
[[theme]]
id = "rules"
name = "制度"
[[indicator]]
id = "files"
name = "规范性文件"
theme = "rules"
kind = "count"
units = ["件"]
definition = "一年内制定的。"
any = ["规范性文件"]
[[indicator]]
id = "cases"
name = "调解案件"
theme = "rules"
kind = "count"
units = ["件"]
definition = "一年内调解的。"
any = ["调解案件"]
`

const own = `
extend = true
never = ["仅占"]
[[theme]]
id = "own"
name = "本地特色"
[[indicator]]
id = "cases"
name = "人民调解"
theme = "rules"
kind = "count"
units = ["件"]
definition = "本地的口径。"
any = ["人民调解"]
[[indicator]]
id = "courtyards"
name = "院落议事"
theme = "own"
kind = "count"
units = ["次"]
definition = "院落议事会。"
any = ["院落议事"]
`

func TestExtend(t *testing.T) {
	c, findings := Parse("p.toml", []byte(own), []byte(builtin))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	var ids []string
	for _, i := range c.Indicators {
		ids = append(ids, i.ID+" "+i.Name)
	}
	want := []string{"files 规范性文件", "cases 人民调解", "courtyards 院落议事"}
	if len(ids) != len(want) || ids[0] != want[0] || ids[1] != want[1] || ids[2] != want[2] {
		t.Errorf("got %q, want %q", ids, want)
	}
	if c.ThemeName("own") == "" || c.ThemeName("rules") == "" || !c.Has("courtyards") || !c.Has("files") {
		t.Error("themes or indicators of one of the two files are missing")
	}

	alone, findings := Parse("p.toml", []byte(builtin), []byte(own))
	if len(findings) > 0 || len(alone.Indicators) != 2 {
		t.Errorf("a file that extends nothing got %d indicators, %v", len(alone.Indicators), findings)
	}
}

func TestExtendTellsFaultsInItsOwnFile(t *testing.T) {
	_, findings := Parse("p.toml", []byte("extend = true\n[[indicator]]\nid = \"x\"\nname = \"甲\"\ntheme = \"rulse\"\nkind = \"count\"\nunits = [\"件\"]\ndefinition = \"乙。\"\nany = [\"丙丁\"]\n"), []byte(builtin))
	if len(findings) != 1 || findings[0].Rule != rule.UnknownTheme || findings[0].Line != 5 || findings[0].Severity != report.Error {
		t.Errorf("got %+v", findings)
	}
}
