package command

import (
	"fmt"
	"io"

	"github.com/mattn/go-runewidth"

	"mingfa/generator/report"
)

// printExtract prints for people what was read from a report. Columns are
// padded by display width: a Chinese character takes two.
func printExtract(w io.Writer, r *report.Report) {
	year := "未读出"
	if r.Year != 0 {
		year = fmt.Sprint(r.Year)
	}
	fmt.Fprintf(w, "题目  %s\n单位  %s\n年度  %s\n\n标题（%d 个）\n", r.Title, r.Issuer, year, len(r.Headings))
	for _, h := range r.Headings {
		fmt.Fprintf(w, "%6d  %*s%s%s\n", h.Line, 2*(h.Level-1), "", h.Number, h.Text)
	}
	shown, widest := 0, 0
	names := make([]string, len(r.Figures))
	for i := range r.Figures {
		if f := &r.Figures[i]; !f.Hidden {
			shown++
			if names[i] = f.Label; names[i] == "" {
				names[i] = r.NameOf(i) // the clause, its number in 【】
			}
			widest = min(max(widest, runewidth.StringWidth(names[i])), 44)
		}
	}
	fmt.Fprintf(w, "\n数字（%d 个；依次为行号、名称、数值、指标）\n", shown)
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Hidden {
			continue
		}
		value := f.Value + " " + f.Unit
		if !f.Exact() {
			value = r.Printed(f) // 不足4名, never a bare 4
		}
		fmt.Fprintf(w, "%6d  %s  %s  %s\n", f.Line, runewidth.FillRight(names[i], widest), runewidth.FillRight(value, 16), f.Indicator)
	}
	fmt.Fprintf(w, "\n引用（%d 处）\n", len(r.Citations))
	for _, c := range r.Citations {
		fmt.Fprintf(w, "%6d  《%s》\n", c.Line, c.Title)
	}
}
