package review

import (
	"fmt"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// checkSeries finds what is wrong with the name that entry i gives a series.
func (rv *Review) checkSeries(i int) []report.Finding {
	e := &rv.file.Figures[i]
	if e.Series == nil {
		return nil
	}
	name := strings.TrimSpace(*e.Series)
	switch {
	case name == "":
		return []report.Finding{rv.fault(rule.BadValue, "历年数据（series）没有写名称",
			"写出这一项的名称，各年写得一样就接成一列；与上年的都不是一件事的，写 series = \"无\"；由程序判断的，删去这一行。", "figure", i, "series")}
	case !oneLine(name):
		return []report.Finding{rv.fault(rule.BadValue, "历年数据的名称要写成一行", "请删去换行和看不见的字符。", "figure", i, "series")}
	case e.Hide:
		return []report.Finding{rv.fault(rule.BadValue, "不显示的数字不能列入历年数据", "请删去 series 这一行，或者删去 hide = true。", "figure", i, "series")}
	case name == report.NoSeries:
		return nil
	}
	for k := range i {
		if other := rv.file.Figures[k].Series; other != nil && strings.TrimSpace(*other) == name && rv.file.Figures[k].Value != e.Value {
			return []report.Finding{rv.fault(rule.DuplicateFigure, fmt.Sprintf("“%s”这一项历年数据，第 %d 行已经写了另一个数", name, rv.doc.Line("figure", k)),
				"一项历年数据在一份报告里只有一个数，请只留一处。", "figure", i, "series")}
		}
	}
	return nil
}

// Unjoined are findings about the series of figures, by their names, that the
// report on the year before has nothing of.
func (rv *Review) Unjoined(names []string) []report.Finding {
	if rv == nil {
		return nil
	}
	var findings []report.Finding
	for i := range rv.file.Figures {
		e := &rv.file.Figures[i]
		if e.Series == nil {
			continue
		}
		for _, name := range names {
			if strings.TrimSpace(*e.Series) != name {
				continue
			}
			findings = append(findings, rv.doc.ValueAt(rule.SeriesNotFound, report.Warning, fmt.Sprintf("上年的报告里没有“%s”这一项，没有接上", name),
				"请写上年报告里那个数的名称，或者在上年的 .toml 里给那个数写上同样的 series；确实是今年才有的，不用改。", "figure", i, "series"))
		}
	}
	return findings
}
