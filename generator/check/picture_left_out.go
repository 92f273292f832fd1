package check

import (
	"fmt"
	"strings"

	"mingfa/generator/escape"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// pictureLeftOut tells, once, of what a document shows and the page does not:
// pictures, charts, tables of other programs. What they say is lost to readers, and
// no number on them is read. Of a web page nothing is told: its pictures are mostly
// those of the site around the text.
func pictureLeftOut(in *Input) []report.Finding {
	src := in.Report.Source
	d := src.Document
	if d == nil || src.Format == "html" {
		return nil
	}
	charts := 0
	for i := range d.Left {
		if d.Left[i].Kind == report.LeftPart {
			charts++
		}
	}
	if d.Pictures+charts == 0 {
		return nil
	}
	var shown []string
	if d.Pictures > 0 {
		shown = append(shown, fmt.Sprintf("%d 张图片", d.Pictures))
	}
	if charts > 0 {
		shown = append(shown, fmt.Sprintf("%d 处图表或嵌入的对象", charts))
	}
	message := "文件里有 " + strings.Join(shown, "、") + "，网页上不会有"
	if len(d.Alts) > 0 {
		const most = 3
		var says []string
		for _, alt := range d.Alts[:min(len(d.Alts), most)] {
			says = append(says, "“"+quotable(escape.Clip(alt, 40))+"”")
		}
		message += "，其中的文字说明是" + strings.Join(says, "、")
		if len(d.Alts) > most {
			message += "等"
		}
	}
	c := collector{src: src, rule: rule.PictureLeftOut, severity: report.Warning}
	c.whole(message, "请把图里的文字和数字写进正文；只是装饰或印章的，不用改")
	return c.all()
}
