package check

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

const soundParagraph = "全年办理行政复议案件12件，审结10件，调解结案3件；组织执法培训4期，参加320人次，发放宣传册3000份。\n"

// misread is a text whose bytes in one encoding were read in another.
func misread(t *testing.T, text string, written, read func(string) (string, error)) string {
	t.Helper()
	raw, err := written(text)
	if err != nil {
		t.Fatal(err)
	}
	got, err := read(raw)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func same(s string) (string, error) { return s, nil }

// TestGarbledText: whatever happened to the text, one finding says so.
func TestGarbledText(t *testing.T) {
	const title = "示例市司法局2023年法治政府建设年度报告\n\n"
	gbk := simplifiedchinese.GBK
	for name, text := range map[string]string{
		"question marks":        title + strings.Repeat("?", 900),
		"question marks, words": title + strings.Repeat("??????,????12?。\n", 20),
		"UTF-8 as Latin-1":      title + misread(t, strings.Repeat(soundParagraph, 4), same, charmap.ISO8859_1.NewDecoder().String),
		"UTF-8 as Windows-1252": title + misread(t, strings.Repeat(soundParagraph, 4), same, charmap.Windows1252.NewDecoder().String),
		"UTF-8 as GBK":          title + misread(t, strings.Repeat(soundParagraph, 4), same, gbk.NewDecoder().String),
		"UTF-8 as GBK, all":     misread(t, title+strings.Repeat(soundParagraph, 4), same, gbk.NewDecoder().String),
		"GBK as Latin-1":        title + misread(t, strings.Repeat(soundParagraph, 4), gbk.NewEncoder().String, charmap.ISO8859_1.NewDecoder().String),
		"GBK as Latin-1, all":   misread(t, title+strings.Repeat(soundParagraph, 4), gbk.NewEncoder().String, charmap.Windows1252.NewDecoder().String),
		"GBK as UTF-8":          title + strings.Repeat("\uFFFD\uFFFD\uFFFD12\uFFFD。\n", 30),
		"twice":                 title + strings.Repeat("锟斤拷锟斤拷12锟斤拷\n", 30),
		"nothing":               title + strings.Repeat("烫烫烫烫烫烫\n", 30),
		"percent":               title + strings.Repeat("%E6%B3%95%E6%B2%BB\n", 30),
		"English":               "Annual report of the bureau\n\n" + strings.Repeat("The bureau held twelve hearings this year. ", 9),
		"Russian":               title + strings.Repeat("Отчёт о работе ведомства за год. ", 9),
		"only a title":          title,
		"elsewhere":             title + "详见附件。\n",
		"elsewhere, signed":     title + "（正文见附件）\n\n示例市司法局\n2024年1月3日\n",
		"a file":                title + "附件：示例市司法局2023年法治政府建设年度报告.pdf\n",
		"empty sections":        title + "一、主要举措和成效\n\n二、存在的不足和原因\n\n三、2024年工作安排\n",
	} {
		found := Report(&Input{Report: read(text), Words: lexicon.Builtin()})
		if len(found) != 1 || found[0].Rule != "garbled-text" || found[0].Severity != report.Error || found[0].Line == 0 {
			t.Errorf("%s: %d findings: %+v", name, len(found), found[:min(2, len(found))])
		}
	}
}

// TestGarbledPlaces: where a few characters are spoilt, the rest is read as ever.
func TestGarbledPlaces(t *testing.T) {
	rest := strings.Repeat("组织执法培训4期。", 20)
	for text, quote := range map[string]string{
		"办理案件???件。" + rest:            "???",
		"办理锟斤拷案件3件。" + rest:           "锟斤拷",
		"办理\uFFFD\uFFFD件。" + rest:     "\uFFFD\uFFFD",
		"办理案件3件ï¼Œ审结2件。" + rest:       "ï¼Œ",
		"办理å¸æ³•案件3件。" + rest:         "å¸æ³",
		"办理Ê¾ÀýÇø案件3件。" + rest:        "Ê¾ÀýÇø",
		"办理案件锛3件銆。" + rest:            "锛",
		"见%E6%B3%95%E6%B2%BB。" + rest: "%E6%B3%95%E6%B2%BB",

		"José·García、Müller、André等3人参加。" + rest:  "",
		"误差20°±2，规格3×5米，面积5m²，½以上，§3。" + rest:    "",
		"怎么办？为什么?是什么?" + rest:                    "",
		"增长12%、13%、14%，A=3、B=4。" + rest:          "",
		"郑锛、李鑫鑫、王堃、张喆4人。" + rest:                 "",
		"Windows、WiFi、5G、AI、OA、App等平台3个。" + rest: "",
		"“André”“René”2人。" + rest:                "",
		"著名的瀹某、渚某。镕基、祎、赟、翀。" + rest:              "",
	} {
		found := garbledText(&Input{Report: read(whole(text)), Words: lexicon.Builtin()})
		got := ""
		if len(found) > 0 {
			got = found[0].Quote
		}
		if got != quote {
			t.Errorf("%s: %q, not %q", text, got, quote)
		}
	}
}

// TestNoReport: a file with a word or two in it is told once, as none.
func TestNoReport(t *testing.T) {
	for text, want := range map[string]string{
		"x\n": "没有一个汉字", "test test\n123\n": "没有一个汉字", "12345": "没有一个汉字", "---\n": "没有一个汉字", "测试": "只有几个字", "啊啊啊啊啊\n1\n": "只有几个字", "新建文本文档": "只有几个字",
	} {
		found := Report(&Input{Report: read(text), Words: lexicon.Builtin(), Slug: "shili-sfj", Body: []string{"示例市司法局"}})
		if len(found) != 1 || found[0].Rule != "garbled-text" || !strings.Contains(found[0].Message, want) {
			t.Errorf("%q: %+v", text, found)
		}
	}
	const joined = "示例市司法局2023年法治政府建设年度报告\n\n一、主要做法 制定规范性文件4件，开展培训3次。二、存在的问题 人手不足。三、下一步打算 举办讲座12场。\n"
	if found := garbledText(&Input{Report: read(joined), Words: lexicon.Builtin(), Slug: "shili-sfj"}); len(found) > 0 {
		t.Errorf("a report on one line: %+v", found)
	}
	const headings = "示例市司法局2023年法治政府建设年度报告\n\n一、主要做法\n二、存在的问题\n三、下一步打算\n"
	if found := garbledText(&Input{Report: read(headings), Words: lexicon.Builtin(), Slug: "shili-sfj"}); len(found) != 1 {
		t.Errorf("headings alone: %+v", found)
	}
	if found := garbledText(&Input{Report: read(whole("办理案件3件。")), Words: lexicon.Builtin(), Slug: "shili-sfj"}); len(found) > 0 {
		t.Errorf("%+v", found)
	}
}

// TestOnceTold: characters that were lost are told of as garbled text, not once more.
func TestOnceTold(t *testing.T) {
	lost := report.Finding{Rule: rule.InvalidEncoding, Severity: report.Warning}
	broken := report.Finding{Rule: rule.InvalidEncoding, Severity: report.Error}
	garbled := []report.Finding{{Rule: rule.GarbledText}}
	if got := OnceTold([]report.Finding{lost, broken}, garbled); len(got) != 1 || got[0].Severity != report.Error {
		t.Errorf("%+v", got)
	}
	if got := OnceTold([]report.Finding{lost}, nil); len(got) != 1 {
		t.Errorf("waived: %+v", got)
	}
}
