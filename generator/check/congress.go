package check

import (
	"fmt"
	"strings"

	"mingfa/generator/report"
)

// congresses finds a plenary session of another central committee than the one that
// the congress before it elected: 党的二十大和十九届二中全会. 党的十九大、二十大和十九届历次全会
// tells of several.
func congresses(c *collector) {
	const party = "党的"
	text := c.src.Text
	for from := 0; ; {
		i := strings.Index(text[from:], party)
		if i < 0 {
			return
		}
		start := from + i
		from = start + len(party)
		rest := strings.TrimLeft(text[from:], numerals)
		congress := text[from : len(text)-len(rest)]
		rest, isCongress := strings.CutPrefix(rest, "大和")
		behind := strings.TrimLeft(rest, numerals)
		committee := rest[:len(rest)-len(behind)]
		behind, isCommittee := strings.CutPrefix(behind, "届")
		session := strings.TrimLeft(behind, numerals)
		if !isCongress || !isCommittee || congress == "" || committee == "" || congress == committee || !strings.HasPrefix(session, "中") {
			continue
		}
		c.note(report.Span{Start: start, End: len(text) - len(behind)}, report.Warning,
			fmt.Sprintf("%s大选出的中央委员会是“%s届”，这里写的是“%s届”", congress, congress, committee), "请对照文件原文核对；确实这样写的，可在 .toml 中写明理由")
	}
}
