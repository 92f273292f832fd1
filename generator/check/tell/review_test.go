package tell

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/csv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"mingfa/generator/check"
	"mingfa/generator/check/survey"
	"mingfa/generator/report"
)

// reviewed is a survey in which s stands wherever a text can.
func reviewed(s string) *survey.Survey {
	parts := []check.Part{{Name: "主要举措和成效", There: true}, {Name: "存在的不足和原因"}, {Name: "党政主要负责人履行推进法治建设第一责任人职责的情况", There: true}, {Name: "下一年度的主要安排", There: true}}
	finding := func(file string, severity report.Severity) report.Finding {
		return report.Finding{Rule: "heading-gap", Severity: severity, Message: s, File: file, Line: 3, Column: 1, Quote: s, Excerpt: s, Suggestion: s}
	}
	return survey.New(s, []survey.Report{
		{Folder: "a", Body: s, Region: s, Year: 2023, File: "seeds/a/2023.txt", Title: s, State: survey.Sound, Parts: parts, Published: "2024-05-08", Figures: 8, Confirmed: 6,
			Shortcomings: []survey.Passage{{Line: 9, Text: s}}, Plans: []survey.Passage{{Line: 12, Text: s}}},
		{Folder: "b", Body: "示例县公安局", Year: 2022, File: "seeds/b/2022.docx"},
		{Folder: "c", Body: "示例县司法局", State: survey.Absent},
	}, []report.Finding{finding("seeds/a/2023.txt", report.Warning), finding("seeds/a/2023.txt", report.Error), finding("seeds/b/2022.docx", report.Error), finding("seeds/site.toml", report.Notice)})
}

func TestCSV(t *testing.T) {
	var out bytes.Buffer
	if err := CSV(&out, reviewed("甲,乙")); err != nil {
		t.Fatal(err)
	}
	const want = "\ufeff表,单位,地区,年度,状态,题目,主要举措和成效,存在的不足和原因,第一责任人履职情况,下一年度安排,成文日期,公开日期,4月1日前公开,错误,提醒,各类错误,各类提醒,已放行,数字,已核对,核对比例,说明,文件\n" +
		"报告,\"甲,乙\",\"甲,乙\",2023,有错误,\"甲,乙\",有,无,有,有,,2024-05-08,逾期,1,1,标题序号不连续 1,标题序号不连续 1,0,8,6,75%,,seeds/a/2023.txt\n" +
		"报告,示例县公安局,,2022,未能读取,,,,,,,,,1,0,标题序号不连续 1,,0,,,,\"甲,乙\",seeds/b/2022.docx\n" +
		"报告,示例县司法局,,,没有报告,,,,,,,,,,,,,,,,,,\n" +
		"表,单位,地区,年度,级别,规则,名称,文件,行,列,问题,原文,建议,,,,,,,,,,\n" +
		"提示,,,,说明,heading-gap,标题序号不连续,seeds/site.toml,3,1,\"甲,乙\",\"甲,乙\",\"甲,乙\",,,,,,,,,,\n" +
		"提示,\"甲,乙\",\"甲,乙\",2023,提醒,heading-gap,标题序号不连续,seeds/a/2023.txt,3,1,\"甲,乙\",\"甲,乙\",\"甲,乙\",,,,,,,,,,\n" +
		"提示,\"甲,乙\",\"甲,乙\",2023,错误,heading-gap,标题序号不连续,seeds/a/2023.txt,3,1,\"甲,乙\",\"甲,乙\",\"甲,乙\",,,,,,,,,,\n" +
		"提示,示例县公安局,,2022,错误,heading-gap,标题序号不连续,seeds/b/2022.docx,3,1,\"甲,乙\",\"甲,乙\",\"甲,乙\",,,,,,,,,,\n" +
		"表,单位,地区,年度,文件,行,原文,,,,,,,,,,,,,,,,\n" +
		"不足,\"甲,乙\",\"甲,乙\",2023,seeds/a/2023.txt,9,\"甲,乙\",,,,,,,,,,,,,,,,\n" +
		"表,单位,地区,年度,文件,行,原文,,,,,,,,,,,,,,,,\n" +
		"安排,\"甲,乙\",\"甲,乙\",2023,seeds/a/2023.txt,12,\"甲,乙\",,,,,,,,,,,,,,,,\n"
	if got := strings.ReplaceAll(out.String(), "\r\n", "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

var acting = []string{
	"=1+1", "@SUM(A1)", "-1+2", "\t=1", "<script>alert(1)</script>", "</style><b>", "\"><img src=x onerror=alert(1)>", "{{.Portal}}", "&lt;", "javascript:alert(1)", "甲\u202e乙", "a\x00b\x1b[31m", "甲\r\n乙", "\xff", "",
}

// Whatever a report says, no cell of the CSV is a formula, and every row has as many
// cells as the first.
func TestCSVActsNowhere(t *testing.T) {
	for _, s := range acting {
		var out bytes.Buffer
		if err := CSV(&out, reviewed(s)); err != nil {
			t.Fatal(err)
		}
		records, err := csv.NewReader(bytes.NewReader(out.Bytes()[3:])).ReadAll()
		if err != nil || len(records) != 13 {
			t.Fatalf("%q: %d rows, %v", s, len(records), err)
		}
		for _, record := range records {
			for _, cell := range record {
				if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r\n") {
					t.Errorf("%q is a formula in %q", s, cell)
				}
			}
		}
	}
}

// The page is one file that asks for nothing, of which no text acts: it has the same
// elements whatever the reports say.
func TestHTMLActsNowhere(t *testing.T) {
	want := elements(t, reviewed("甲"))
	for _, element := range []string{"script", "img", "link", "iframe", "svg"} {
		if want[element] > 0 {
			t.Errorf("the page has %s", element)
		}
	}
	for _, s := range acting {
		got := elements(t, reviewed(s))
		for _, element := range []string{"script", "img", "b", "table", "tr", "td", "th", "section", "style", "a", "h3", "li"} {
			if got[element] != want[element] {
				t.Errorf("%q: %d times %s, want %d", s, got[element], element, want[element])
			}
		}
	}
}

// elements counts the elements of the page, and looks at its ids, links and policy.
func elements(t *testing.T, s *survey.Survey) map[string]int {
	t.Helper()
	var out, again bytes.Buffer
	if err := HTML(&out, s, "1.0"); err != nil {
		t.Fatal(err)
	}
	if err := HTML(&again, s, "1.0"); err != nil || again.String() != out.String() {
		t.Errorf("the page differs from itself, %v", err)
	}
	if strings.ContainsAny(out.String(), "\x00\x1b\u202e") {
		t.Error("a character acts")
	}
	doc, err := html.Parse(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	count, ids, links, policy, style := map[string]int{}, map[string]bool{}, []string{}, "", ""
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		count[n.Data]++
		if n.Data == "style" {
			style = n.FirstChild.Data
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "id" && ids[a.Val]:
				t.Errorf("two elements are %s", a.Val)
			case a.Key == "id":
				ids[a.Val] = true
			case a.Key == "href", a.Key == "aria-labelledby":
				links = append(links, strings.TrimPrefix(a.Val, "#"))
			case a.Key == "content" && strings.HasPrefix(a.Val, "default-src"):
				policy = a.Val
			case strings.HasPrefix(a.Key, "on"), a.Key == "src", a.Key == "style":
				t.Errorf("%s has %s", n.Data, a.Key)
			}
		}
	}
	for _, to := range links {
		if !ids[to] {
			t.Errorf("nothing is called %s", to)
		}
	}
	if digest := sha256.Sum256([]byte(style)); !strings.Contains(policy, "'sha256-"+base64.StdEncoding.EncodeToString(digest[:])+"'") {
		t.Errorf("the style is not what the policy allows: %s", policy)
	}
	return count
}

// TestYearsOf: the title names the years of the reports that could be read.
func TestYearsOf(t *testing.T) {
	for _, c := range []struct {
		years []int
		want  string
	}{
		{nil, ""}, {[]int{0}, ""}, {[]int{2023}, "2023年度"}, {[]int{2023, 0, 2023}, "2023年度"}, {[]int{2023, 2021, 2022}, "2021—2023年度"}, {[]int{-1999, 2020}, "2020年度"},
	} {
		var reports []survey.Report
		for _, year := range c.years {
			if year < 0 { // of a file that could not be read
				reports = append(reports, survey.Report{Year: -year, State: survey.Unread})
			} else {
				reports = append(reports, survey.Report{Year: year, State: survey.Sound})
			}
		}
		if got := yearsOf(reports); got != c.want {
			t.Errorf("%v: %q, want %q", c.years, got, c.want)
		}
	}
}

// What a deputy director reads first.
func TestHTMLSays(t *testing.T) {
	var out bytes.Buffer
	if err := HTML(&out, reviewed("示例市司法局"), ""); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"<h1>2023年度法治政府建设年度报告审阅表</h1>", "<p>3个单位，2份报告：1份有错误，1份未能读取，另有1个单位没有报告。</p>", "<p>1份缺少应有的部分，1份公开晚于4月1日。</p>",
		"<p>读出数字8个，工作人员已核对6个（75%）。</p>", "缺存在的不足和原因", `<strong class="late">逾期</strong>`, "<span class=\"state bad\">未能读取</span>", ">没有报告<", ">其他文件的问题<", "<blockquote>示例市司法局</blockquote>",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	if errors, hints := strings.Index(out.String(), `"level error">错误</span> 示`), strings.Index(out.String(), `"level warning">提醒</span> 示`); errors < 0 || hints < errors {
		t.Errorf("errors at %d, reminders at %d", errors, hints)
	}
	out.Reset()
	if err := HTML(&out, survey.New("", nil, nil), ""); err != nil || !strings.Contains(out.String(), "<p>没有报告。</p>") {
		t.Errorf("nothing is %s, %v", out.String(), err)
	}
}
