package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// missingUnit finds numbers that count something but have no measure word:
// 调解纠纷217，成功211件. It looks at what the extraction could not read and at
// figures without a unit, so that years, hotlines, codes and the like are known
// to be none.
func missingUnit(in *Input) []report.Finding {
	r := in.Report
	c := collector{src: r.Source, rule: rule.MissingUnit, severity: report.Warning}
	for _, f := range r.Findings {
		if f.Rule == rule.UnreadNumber && f.Line > 0 {
			judgeNumber(&c, offsetOf(r.Source, f.Line, f.Column))
		}
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Unit == "" && !f.Hidden && r.Blocks[f.Block].Kind == report.BlockText {
			if digit := strings.IndexAny(r.Source.Slice(f.Span), "0123456789"); digit >= 0 {
				judgeNumber(&c, f.Span.Start+digit)
			}
		}
	}
	return c.all()
}

// judgeNumber looks at the numeral at offset at.
func judgeNumber(c *collector, at int) {
	text := c.src.Text
	sp := c.src.LineSpan(c.src.Line(at))
	end := at
	for end < sp.End && (isDigit(rune(text[end])) || text[end] == ',' && end+1 < sp.End && isDigit(rune(text[end+1]))) {
		end++
	}
	digits := strings.ReplaceAll(text[at:end], ",", "")
	if !countable(digits) || !endsClause(text, end, sp.End) {
		return
	}
	before := text[max(sp.Start, at-60):at]
	for _, approx := range [...]string{"近", "约", "超过", "超", "逾", "共", "共计", "合计", "累计", "总计"} {
		before = strings.TrimSuffix(before, approx)
	}
	switch unit := wanted(before); unit {
	case "":
	case "%":
		c.add(vicinityOf(text, sp, at, end), fmt.Sprintf("“%s”后面像是缺了“%%”", text[at:end]), "请核对定稿，补上“%”")
	default:
		c.add(vicinityOf(text, sp, at, end), fmt.Sprintf("“%s”后面没有量词", text[at:end]), "请核对定稿，补上量词，如“件”“人”“次”；如果它不是数量，可在 .toml 中写明理由")
	}
}

// countable reports whether digits can be a count rather than a year, a code
// or the number of a service line.
func countable(digits string) bool {
	n := len(digits)
	switch {
	case n == 0 || n > 8 || digits[0] == '0':
		return false
	case n == 4 && digits >= "1900" && digits <= "2100":
		return false
	case n == 3 && slices.Contains([]string{"110", "119", "120", "122", "114"}, digits):
		return false
	case n == 5 && (strings.HasPrefix(digits, "12") || strings.HasPrefix(digits, "10") || strings.HasPrefix(digits, "95") || strings.HasPrefix(digits, "96")):
		return false
	}
	return true
}

// endsClause reports whether nothing that could be a measure word follows: a
// mark that ends a clause, and no further number of a list after it.
func endsClause(text string, i, end int) bool {
	for _, approx := range [...]string{"余", "多"} {
		if strings.HasPrefix(text[i:end], approx) {
			i += len(approx)
		}
	}
	r, size := next(text, i, end)
	after, _ := next(text, i+size, end)
	switch r {
	case 0:
		return true
	case '，', '；', ',', ';':
		return !isDigit(after)
	case '。', '！', '）':
		return true
	}
	return false
}

// wanted is what the words before a number ask for: "%" after a rate, "量词"
// after a verb or a noun, "" where a bare number is sound.
func wanted(before string) string {
	last, size := utf8.DecodeLastRuneInString(before)
	for _, rate := range [...]string{"比例", "占比", "比重", "增幅", "降幅"} {
		if strings.HasSuffix(before, rate) {
			return "%"
		}
	}
	if !isHan(last) || strings.ContainsRune(bareAfter, last) {
		for _, verb := range [...]string{"达到", "达", "为", "至"} {
			if rate, ok := strings.CutSuffix(before, verb); ok && strings.HasSuffix(rate, "率") && !strings.HasSuffix(rate, "频率") && !strings.HasSuffix(rate, "汇率") && !strings.HasSuffix(rate, "倍率") {
				return "%"
			}
		}
		return ""
	}
	if second, _ := utf8.DecodeLastRuneInString(before[:len(before)-size]); !isHan(second) {
		return ""
	}
	for _, word := range [...]string{"代码", "热线", "电话", "平台", "编号", "得分", "指数", "系数", "排名", "邮编", "专线", "拨打", "标准", "公式", "版本", "型号", "国道", "省道", "公路", "航班", "车次", "以及", "附件", "附表", "序号"} {
		if strings.HasSuffix(before, word) {
			return ""
		}
	}
	return "量词"
}

// bareAfter are the characters after which a number may stand without a
// measure word: 第3, 总数217, 编号12, 提高到98, 前10.
const bareAfter = "第号码话线达为至到是于过破升降增减年月日期级型类款版编分数量值率比位名序度房室楼栋路街站台前后表图注条款项之和与及或由从自在在按以"

// vicinityOf is the number with the words before it and the mark after it.
func vicinityOf(text string, sp report.Span, at, end int) report.Span {
	start := wordsBefore(text, sp.Start, at, 6).Start
	_, size := next(text, end, sp.End)
	return report.Span{Start: start, End: end + size}
}

// offsetOf is the offset of a line and a column, both from 1.
func offsetOf(src *report.Source, line, column int) int {
	sp := src.LineSpan(line)
	at := sp.Start
	for n := 1; n < column && at < sp.End; n++ {
		_, size := utf8.DecodeRuneInString(src.Text[at:sp.End])
		at += size
	}
	return at
}

// withoutUnread leaves out the unread-number findings about numbers that
// missing-unit has found: the same number is told of once, by what is wrong.
func withoutUnread(findings []report.Finding) []report.Finding {
	type line struct {
		file string
		n    int
	}
	units := map[line][]report.Span{}
	for _, f := range findings {
		if f.Rule == rule.MissingUnit && f.Line > 0 {
			n := line{f.File, f.Line}
			units[n] = append(units[n], report.Span{Start: f.Column, End: f.Column + utf8.RuneCountInString(f.Quote)})
		}
	}
	if len(units) == 0 {
		return findings
	}
	return slices.DeleteFunc(findings, func(f report.Finding) bool {
		return f.Rule == rule.UnreadNumber && slices.ContainsFunc(units[line{f.File, f.Line}], func(sp report.Span) bool {
			return sp.Start <= f.Column && f.Column < sp.End
		})
	})
}
