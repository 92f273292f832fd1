package lastyear_test

import "testing"

// TestTimes: how many times the year before's a value is, and what that does not tell.
func TestTimes(t *testing.T) {
	const last = "举办节水集市60场，受众1.5万人次。检查取水户1200家，罚款86.5万元。现有水管员96名。查封取水井0口。"
	for text, want := range map[string]string{
		"举办节水集市120场，是上年的2倍。":                "2 of 120, then 60: times 2",
		"举办节水集市118场，是上年的2倍。":                "2 of 118, then 60: times 2",
		"举办节水集市90场，是上年的2倍。":                 "",
		"举办节水集市120场，是上年的3倍。":                "3 of 120, then 60: times 2, wrong",
		"举办节水集市72场，为2022年的1.2倍。":            "1.2 of 72, then 60: times 1.2",
		"举办节水集市90场，达到上年同期的1倍。":              "",
		"受众3万人次，相当于去年的2倍。":                  "2 of 3万, then 1.5万: times 2",
		"罚款173万元，是上年的2倍，为近五年最高。":            "2 of 173, then 86.5: times 2",
		"举办节水集市120场，是上年的近2倍。":               "",
		"举办节水集市120场，是上年的2倍多。":               "",
		"举办节水集市120场，约为上年的2倍。":               "",
		"举办节水集市120余场，是上年的2倍。":               "",
		"举办节水集市120场，是2021年的2倍。":             "",
		"举办节水集市120场，是计划的2倍。":                "",
		"举办节水集市120场，是上年全市平均的2倍。":            "",
		"举办节水集市150场，其中进村60场，是上年的2倍。":        "",
		"上半年举办节水集市60场，是上年同期的2倍。":            "",
		"检查取水户1300家，罚款173万元，分别是上年的1.1倍、2倍。": "",
		"举办节水集市的场次是上年的2倍。":                  "",

		// At most five in a hundred off is the same; a break is told in the sentence itself; nothing is a multiple of 0.
		"举办节水集市126场，是上年的2倍。":             "2 of 126, then 60: times 2.1",
		"举办节水集市127场，是上年的2倍。":             "",
		"普法活动按新口径统计。举办节水集市120场，是上年的2倍。":  "2 of 120, then 60: times 2",
		"举办节水集市120场（按新口径统计），是上年的2倍。":     "",
		"举办节水集市120场，是上年的2倍（自今年起按新口径统计）。": "",
		"查封取水井4口，是上年的2倍。":                "",
		"受众3次，是上年的2倍。":                   "",

		// What was little, what is compared, and the end of a year.
		"举办节水集市72场，去年只举办50场。":       "50 of 72, then 60: value 60, wrong",
		"举办节水集市72场，去年仅举办60场。":       "60 of 72, then 60: value 60",
		"举办节水集市72场，去年只参加50场。":       "",
		"举办节水集市72场，去年只在城区举办50场。":    "",
		"现有水管员98名，多于上年的90名。":        "90 of 98, then 96: value 96, wrong",
		"现有水管员98名，比上年底的96名增加2名。":    "96 of 98, then 96: value 96",
		"现有水管员98名，比上年底的90名增加8名。":    "90 of 98, then 96: value 96, wrong",
		"现有水管员98名，2022年末为90名。":      "90 of 98, then 96: value 96, wrong",
		"现有水管员98名，比2021年底的90名增加8名。": "",
	} {
		if got := said(read(2023, text), read(2022, last)); got != want {
			t.Errorf("%s\ngot  %q\nwant %q", text, got, want)
		}
	}
}
