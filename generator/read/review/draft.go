package review

import (
	"bytes"
	"fmt"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// head explains the format to staff.
const head = `# 校核文件：由程序起草，请逐条对照报告原文核对。没有这个文件，报告照样发布；有了它，以它为准。
#
# 每个 [[figure]] 是报告里的一个数字：
#   quote      原文，要与报告一字不差
#   value      数值。万、亿换算成个：1.2万人次写 12000；只有后面是“元”时留在单位里：25.63 和 "万元"
#   unit       单位，如 "件"、"%"；原文没有单位写 ""
#   label      名称，数的是什么；可以改得更清楚
#   indicator  指标编号，见 seeds/indicators.toml；不属于任何指标写 ""；不写这一行由程序判断
#   hide       写 hide = true，表示这不是数据，不显示
#   add        写 add = true，表示程序漏了这个数，补上（还要写 label）
#   nth        同样的原文在报告里有几处时，表示第几处
#   which      一段原文里有几个同样的数时，表示第几个
#
# 核对无误的留着不动，就算确认。删去一段，那个数仍按程序提取的显示，只是不算确认过。
#
# 公开信息：报告里写了的照抄；报告里没有、别处公布的，要在 [disclosure.source] 下写明出处。
# 都没有的不要写，页面上会显示“原件未载明”。
#
# [disclosure]
# index = ""        # 索引号
# category = ""     # 主题分类
# issuer = ""       # 发文机关
# number = ""       # 发文字号
# written = ""      # 成文日期，如 "2024-03-28"
# published = ""    # 发布日期，如 "2024-03-28"；知道几点几分的写 "2024-03-28 09:30"，不知道的不要编
# validity = ""     # 有效性
#
# [disclosure.source]
# published = "本局门户网站“政府信息公开”栏目"
#
# 检查发现的地方，与定稿核对后确实如此的，一处一处写明理由放行。那几个字、提示和理由都会登在网页的“原文如此”里：
#
# [[waiver]]
# rule = ""         # 提示后面方括号里的英文
# quote = ""        # 提示所说的那几个字，要与报告一字不差；报告里有几处的，用 nth 说明是第几处
# reason = ""       # 理由，读者看得到
#
# 身份证号、手机号、银行卡号、密级标志也这样放行，但放行不会遮住它们，它们照样随全文公开。只有依法可以公开的
# （如对外服务的手机号）才能放行，其他的请从报告里删去。
`

// Draft is a first version of a report's <year>.toml for staff to correct. It
// holds every figure; applied as it is, it confirms them and changes nothing
// else.
func Draft(r *report.Report) []byte {
	var b bytes.Buffer
	b.WriteString(head)
	if r.Source == nil {
		return b.Bytes()
	}
	for i := range r.Figures {
		draftFigure(&b, r, i)
	}
	return b.Bytes()
}

func draftFigure(b *bytes.Buffer, r *report.Report, i int) {
	f := &r.Figures[i]
	quote := f.Quote
	number, ok := f.Decimal()
	fmt.Fprintf(b, "\n# 第 %d 行\n", f.Line)
	if strings.TrimSpace(quote) == "" || !f.QuoteSpan.Contains(f.Span) || r.Source.Slice(f.QuoteSpan) != quote || !ok || !fits(number) {
		b.WriteString("# 这里有一个数太长，不能写在校核文件里\n")
		return
	}
	fmt.Fprintf(b, "[[figure]]\nquote = %s\n", quoted(quote))
	found := places(r.Source.Text, quote)
	for n, sp := range found {
		if sp == f.QuoteSpan && len(found) > 1 {
			fmt.Fprintf(b, "nth = %d\n", n+1)
		}
	}
	fmt.Fprintf(b, "value = %s\nunit = %s\n", number, quoted(f.Unit))
	if which, all := twin(r, i); all > 1 {
		fmt.Fprintf(b, "which = %d\n", which)
	}
	if f.Label != "" && oneLine(f.Label) {
		fmt.Fprintf(b, "label = %s\n", quoted(f.Label))
	}
	if f.Indicator != "" || f.Settled {
		fmt.Fprintf(b, "indicator = %s\n", quoted(f.Indicator))
	}
	if f.Hidden {
		b.WriteString("hide = true\n")
	}
}

// twin counts the figures within the quote that have the same value and unit,
// and says which of them figure i is.
func twin(r *report.Report, i int) (which, all int) {
	f := &r.Figures[i]
	for k := from(r, f.QuoteSpan); k < len(r.Figures) && r.Figures[k].Span.Start < f.QuoteSpan.End; k++ {
		o := &r.Figures[k]
		if f.QuoteSpan.Contains(o.Span) && same(o.Value, f.Value) && sameUnit(o.Unit, f.Unit) {
			all++
		}
		if k == i {
			which = all
		}
	}
	return which, all
}

// fits reports whether TOML can hold a decimal exactly: an integer of 64 bits
// or a float of 15 digits.
func fits(number numeral.Decimal) bool {
	digits := strings.Map(func(r rune) rune {
		if r == '-' || r == '.' {
			return -1
		}
		return r
	}, number.String())
	return len(digits) <= 15
}

// quoted is s as a TOML string on one line.
func quoted(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r >= 0x7F && r < 0xA0 || r == '\u2028' || r == '\u2029' || r == '\uFEFF' || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 || r == 0x200E || r == 0x200F:
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}
