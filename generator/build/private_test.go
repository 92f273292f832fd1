package build

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mingfa/generator/check/survey"
	"mingfa/generator/check/tell"
	"mingfa/generator/read/indicator"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/site"
)

// privateReport is a report with data of persons, some waived, on lines with other
// faults.
const privateReport = `示例市司法局2023年法治政府建设年度报告

一、主要举措和成效
办理办理案件12件，身份证号659999198503121012，值班手机138 0000 0019，汇入账户6229900001234569。
值班手机138 0000 0019，全年走访528余次，接访217，占38.
拨打138 0000 0019代号甲217丙，占38.
李某电话139
12345678，身份证
65999919850312
108X。账号410000123456789，办理案件15件，其中调解9件、裁决9件。

二、2024年工作安排
组织培训4期。
`

// privateReview waives a number by words that hold it and by words that lead to it,
// and has faults on lines with others.
const privateReview = `
[[waiver]]
rule = "id-number"
quote = "身份证号659999198503121012"
reason = "身份证号659999198503121012是示例号码，与签发稿一致。"
[[waiver]]
rule = "mobile-number"
quote = "汇入账户6229900001234569"
reason = "这是对外公布的账户。"
[[waiver]]
rule = "bank-card"
quote = "汇入账户62"
reason = "这是对外公布的账户。"
[[figure]]
quote = "值班手机13800000019" # 138 0000 0019
value = 1
[[waiver]]
rule = "exact-with-approx"
quote = "值班手机138 0000 0019，全年走访528余次"
reason = "原文如此，已核对，电话138 0000 0019。"
`

// TestNothingPrivateIsRepeated: no form of the findings and no list on a page
// repeats a datum, whole or put together from its parts, whichever rule tells of
// the line, of the report or of its settings. The text itself is published as it
// is.
func TestNothingPrivateIsRepeated(t *testing.T) {
	data := []string{"659999198503121012", "13800000019", "6229900001234569", "13912345678", "65999919850312108X", "410000123456789"}
	dir := t.TempDir()
	path, review := filepath.Join(dir, "2023.txt"), filepath.Join(dir, "2023.toml")
	for file, text := range map[string]string{path: privateReport, review: privateReview} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	rd, faults, err := newReader(dir, &indicator.Catalogue{})
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	current, err := rd.read(t.Context(), path, review, 2023, nil, owner{})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{rule.IDNumber, rule.MobileNumber, rule.BankCard, rule.StaleWaiver, rule.QuoteNotFound, rule.RepeatedWord} {
		if !slices.ContainsFunc(current.findings, func(f report.Finding) bool { return f.Rule == id }) {
			t.Errorf("the report has no %s", id)
		}
	}
	if len(current.waived) != 3 {
		t.Errorf("%d findings are waived: %+v", len(current.waived), current.waived)
	}
	said := map[string]string{}
	for _, format := range tell.Formats {
		var b bytes.Buffer
		if err := tell.Write(&b, survey.New("", []survey.Report{rowOf(current, "2023.txt", "", 2023)}, current.findings), format, tell.Options{Color: format == "text"}); err != nil {
			t.Fatal(err)
		}
		said["findings as "+format] = b.String()
	}
	in := &site.Input{Body: &site.Body{Slug: "shili-sfj"}, Report: current.report, Original: []byte(privateReport), Catalogue: rd.catalogue, Words: rd.lexicon}
	for _, w := range current.waived {
		in.Waived = append(in.Waived, site.Waived(w))
	}
	notes := regexp.MustCompile(`(?s)<p class="note">.*?</p>`)
	err = site.Report(in, func(file string, data []byte) error {
		said["notes of "+file] = strings.Join(notes.FindAllString(string(data), -1), "")
		var page struct{ Params map[string]json.RawMessage }
		if json.NewDecoder(bytes.NewReader(data)).Decode(&page) == nil {
			said["lists of "+file] = string(page.Params["waived"]) + string(page.Params["unread"])
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	shown := 0
	for place, text := range said {
		if text != "" {
			shown++
		}
		plain := regexp.MustCompile(`\x1b\[[0-9;]*m|[\s-]|\\n`).ReplaceAllString(text, "")
		for _, datum := range data {
			if strings.Contains(plain, datum) {
				at := strings.Index(plain, datum)
				t.Errorf("the %s: %s", place, plain[max(0, at-60):min(len(plain), at+60)])
			}
		}
	}
	if shown < len(tell.Formats)+2 {
		t.Errorf("only %d places show findings: %v", shown, said)
	}
}
