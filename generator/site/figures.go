package site

import (
	"slices"
	"strconv"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/site/chart"
	"mingfa/generator/site/sheet"
)

// figureColumns are the columns of figures.csv, as the data guide documents
// them. 目标 is 是 for a goal; 页面 is the figure's place on the page; 名称来源 says
// whether the name is of the figure's own clause.
var figureColumns = append([]string{
	"编号", "单位名称", "年度", "章节", "名称", "数值", "计量单位", "近似", "界限", "原文数字", "原文写法", "类型", "目标", "指标编号", "指标名称", "原文", "段落", "行号", "页面", "名称来源",
}, slices.Concat(beforeColumns, claimColumns)...)

// csv is the report's figures as a table.
func (in *Input) csv() ([]byte, error) {
	r := in.Report
	t, claims := sheet.New(figureColumns...), in.claimCells()
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Hidden {
			continue
		}
		section, target := "", ""
		if h := chart.Section(r, f.Block); h >= 0 {
			section = r.Headings[h].Number + r.Headings[h].Text
		}
		if f.Target {
			target = "是"
		}
		row := []string{f.ID, in.Body.Name, strconv.Itoa(r.Year), section, f.Label, f.Value, f.Unit, f.Approx, string(f.Bound), f.Raw, r.Printed(f), kindName(f.Kind), target,
			f.Indicator, in.indicatorName(f.Indicator), f.Quote, r.Blocks[f.Block].ID, strconv.Itoa(f.Line),
			absolute(in.Domain, figureURL(in.Body.Slug, r.Year, f.ID)), labelSource(f)}
		claim := claims[i]
		if claim == nil {
			claim = make([]string, len(claimColumns))
		}
		t.Row(slices.Concat(row, in.beforeCells(i), claim)...)
	}
	return t.Bytes()
}

// labelSource says where the words of a figure's name are from.
func labelSource(f *report.Figure) string {
	switch {
	case f.Label == "":
		return ""
	case f.Own:
		return "本句"
	}
	return "上文"
}

func kindName(k report.Kind) string {
	switch k {
	case report.KindCount:
		return "数量"
	case report.KindAmount:
		return "金额"
	case report.KindRate:
		return "比率"
	case report.KindChange:
		return "变化"
	}
	return string(k)
}

// absolute is url, which begins with /, below the site's base URL; url itself
// when there is none.
func absolute(domain, url string) string {
	if domain == "" {
		return url
	}
	return strings.TrimSuffix(domain, "/") + url
}
