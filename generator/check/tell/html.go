package tell

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"mingfa/generator/check/survey"
	"mingfa/generator/escape"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// The page for reviewers is one file: its style is in it, and it asks for nothing.
var (
	//go:embed review.html
	reviewHTML string
	//go:embed review.css
	reviewCSS string

	reviewPage = template.Must(template.New("review").Funcs(template.FuncMap{"visible": escape.Visible, "clip": clip, "name": rule.Name}).Parse(reviewHTML))
)

// clip is a message as it is printed everywhere: it may quote the file.
func clip(s string) string { return escape.Visible(escape.Clip(s, longestMessage)) }

// review is what the page is made from.
type review struct {
	*survey.Survey
	Style   template.CSS
	Digest  string // of the style, by which the page's policy allows it
	Version string
	Years   string // 2023年度; "" where the reports are of none
	Summary []string
	Counts  []survey.Count
	Rows    []reviewRow
	Site    []reviewFinding // about no report
}

// reviewRow is a report on the page. Its number is in the ids of its sections.
type reviewRow struct {
	*survey.Report
	Number int
	Read   bool
	Mark   string // the class by which its state is drawn
	Lacks  string // the required parts that it has not
	Share  string // of its figures that are confirmed
	Found  []reviewFinding
}

// reviewFinding is a finding on the page.
type reviewFinding struct {
	report.Finding
	Words string
	Again string // where else the same was found
}

// HTML writes a page for who reviews the reports of many bodies: a table with a
// report a row, what was found most, all findings, and what the bodies themselves
// say was wanting and is planned. The same survey gives the same bytes.
func HTML(w io.Writer, s *survey.Survey, version string) error {
	digest := sha256.Sum256([]byte(reviewCSS))
	page := review{
		Survey: s, Style: template.CSS(reviewCSS), Digest: base64.StdEncoding.EncodeToString(digest[:]), Version: version,
		Years: yearsOf(s.Reports), Summary: summaryOf(s), Counts: survey.Counts(s.Reports...), Site: onPage(s.Other),
	}
	for i := range s.Reports {
		r := &s.Reports[i]
		page.Rows = append(page.Rows, reviewRow{
			Report: r, Number: i + 1, Read: r.State >= survey.Faulty, Mark: [...]string{"bad", "none", "bad", "good"}[r.State], Lacks: strings.Join(r.Lacking(), "、"),
			Share: survey.Share(r.Confirmed, r.Figures), Found: onPage(r.Findings),
		})
	}
	var out bytes.Buffer // all of the page or nothing
	if err := reviewPage.Execute(&out, &page); err != nil {
		return fmt.Errorf("failed to write the page for reviewers: %w", err)
	}
	if _, err := w.Write(out.Bytes()); err != nil {
		return fmt.Errorf("failed to print findings: %w", err)
	}
	return nil
}

// onPage are findings as they stand on the page, the gravest first.
func onPage(findings []report.Finding) []reviewFinding {
	var all []reviewFinding
	for _, g := range fold(gravestFirst(findings)) {
		all = append(all, reviewFinding{g.Finding, escape.Clip(words(g.Finding), longestMessage), g.Again()})
	}
	return all
}

// yearsOf names the years that reports are on.
func yearsOf(reports []survey.Report) string {
	var years []int
	for i := range reports {
		if y := reports[i].Year; y > 0 && reports[i].State != survey.Unread {
			years = append(years, y)
		}
	}
	switch {
	case len(years) == 0:
		return ""
	case slices.Min(years) == slices.Max(years):
		return fmt.Sprintf("%d年度", years[0])
	}
	return fmt.Sprintf("%d—%d年度", slices.Min(years), slices.Max(years))
}

// summaryOf says in a few lines how the reports stand as a whole.
func summaryOf(s *survey.Survey) []string {
	bodies := map[string]bool{}
	late, undated, incomplete := 0, 0, 0
	for i := range s.Reports {
		r := &s.Reports[i]
		bodies[r.Folder+"\x00"+r.Body] = true
		switch r.Deadline() {
		case survey.Late:
			late++
		case survey.Undated:
			undated++
		}
		if len(r.Lacking()) > 0 {
			incomplete++
		}
	}
	absent := s.In(survey.Absent)
	lines := []string{fmt.Sprintf("%d个单位，%d份报告：%s。", len(bodies), len(s.Reports)-absent, parted(
		part{s.In(survey.Sound), "%d份可以发布"}, part{s.In(survey.Faulty), "%d份有错误"}, part{s.In(survey.Unread), "%d份未能读取"}, part{absent, "另有%d个单位没有报告"}))}
	if said := parted(part{incomplete, "%d份缺少应有的部分"}, part{late, "%d份公开晚于4月1日"}, part{undated, "%d份没有写明公开日期"}); said != "" {
		lines = append(lines, said+"。")
	}
	if confirmed, figures := s.Confirmed(); figures > 0 {
		lines = append(lines, fmt.Sprintf("读出数字%d个，工作人员已核对%d个（%s）。", figures, confirmed, survey.Share(confirmed, figures)))
	}
	return lines
}

// part is how many there are of something, and what is said of them.
type part struct {
	n    int
	says string
}

// parted is what is said of the parts of which there are any.
func parted(parts ...part) string {
	var said []string
	for _, p := range parts {
		if p.n > 0 {
			said = append(said, fmt.Sprintf(p.says, p.n))
		}
	}
	return strings.Join(said, "，")
}
