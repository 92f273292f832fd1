package check

import (
	"fmt"
	"path"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// wrongYear compares the year a report is about with the others it names: the
// one its file is named after, which becomes its address; the year that the
// opening says is reported on; the year of the plan, which is to come; the year
// in a heading over what was done; the year of a sentence that sums the year up;
// the year with which a plan of five years is said to begin or to end; and the
// date of the signature. Years of
// plans, of documents, of comparisons and of history are none of these.
func wrongYear(in *Input) []report.Finding {
	r := in.Report
	if r.Year == 0 {
		return nil // a year that could not be read has its own finding
	}
	c := collector{src: r.Source, rule: rule.WrongYear, severity: report.Error}
	if f, wrong := fileYear(in); wrong {
		c.found = append(c.found, f)
	}
	if in.isAnnual() {
		s := sectionsOf(r)
		in.openingYear(&c)
		planYears(r, &c)
		in.planSentences(s, &c)
		in.periodYears(&c)
		in.resultYears(s, &c)
		in.summaryYears(s, &c)
		if in.Named == 0 || in.Named == r.Year {
			in.comparedYears(&c)
		}
		signatureYear(r, &c)
	}
	return c.all()
}

// fileYear compares with the name of the file.
func fileYear(in *Input) (report.Finding, bool) {
	r, named := in.Report, in.Named
	if named == 0 || r.Year == named {
		return report.Finding{}, false
	}
	f := titleFinding(r)
	f.Rule, f.Severity = rule.WrongYear, report.Error
	f.Message = fmt.Sprintf("报告写的是 %d 年度，文件名却是 %d", r.Year, named)
	f.Suggestion = fmt.Sprintf("请把文件改名为 %d%s（报告所写的那一年，不是印发的那一年），或者改正题目", r.Year, path.Ext(r.Source.Path))
	if in.Neighbours != nil {
		if other := in.Neighbours.of(in.Slug, r.Year); other != nil {
			f.Suggestion = fmt.Sprintf("%d 年度的报告已经有一份了（%s），这一份不能再改成那个名字；请换成 %d 年度的定稿，或者改正题目", r.Year, other.Path, named)
		}
	}
	return f, true
}

// openingYear compares with what stands before the first heading: 2022年，某局
// …，现将2022年法治政府建设情况报告如下.
func (in *Input) openingYear(c *collector) {
	r := in.Report
	const advice = "请核对是题目的年份写错了，还是这里写错了"
	first := true // the opening paragraph
	for i := range r.Blocks {
		b := &r.Blocks[i]
		if b.Kind == report.BlockHeading || b.Heading >= 0 {
			return
		}
		s := r.Source.Slice(b.Span)
		told := withoutPlans(s)
		if first && b.Kind == report.BlockText {
			first = false
			if year, at, end := yearIn(s); year == r.Year-1 && at == 0 && strings.HasPrefix(s[end:], "，") && !laterYear(told, year) && !in.Words.CheckAnnouncing.In(s) {
				c.note(words(c.src.Text, b.Span.Start, b.Span.End, 14), report.Warning, fmt.Sprintf("题目写的是 %s度，开头说的却是 %s", yearText(r.Year), yearText(year)), advice)
				continue
			}
		}
		if b.Kind != report.BlockText || !in.Words.CheckAnnouncing.In(s) {
			continue
		}
		if year, at, end := yearIn(s); year > 0 && year < r.Year && at == 0 && strings.HasPrefix(s[end:], "，") && !laterYear(told, r.Year-1) {
			c.add(words(c.src.Text, b.Span.Start, b.Span.End, 14), fmt.Sprintf("题目写的是 %s度，开头说的却是 %s", yearText(r.Year), yearText(year)), advice)
			continue
		}
		from := strings.LastIndex(s, "现将")
		if from < 0 {
			continue
		}
		clause := s[from:]
		if end := strings.IndexAny(clause, "，。；："); end >= 0 {
			clause = clause[:end]
		}
		year, at, end := yearIn(clause)
		if year == 0 || year == r.Year || strings.ContainsAny(clause, "《“") || !in.Words.DocumentTopics.In(clause) || laterYear(clause[end:], year) {
			continue
		}
		c.add(words(c.src.Text, b.Span.Start+from+at, b.Span.End, 14), fmt.Sprintf("题目写的是 %s度，这里说报告的是 %s", yearText(r.Year), yearText(year)), advice)
	}
}

// resultYears finds headings over what was done that name another year than the
// one reported on: 一、2022年法治政府建设基本情况 in the report on 2023. 2022年以来 is no
// such year, nor is that of a plan, of a title or of problems found earlier.
func (in *Input) resultYears(s sections, c *collector) {
	r := in.Report
	for i := range r.Headings {
		h := &r.Headings[i]
		if h.Item || h.Level > 2 || s.plan[i] || s.shortcoming[i] {
			continue
		}
		text := withoutTitles(h.Text)
		year, at, end := yearIn(text)
		if year == 0 || year == r.Year || laterYear(text[end:], year) || endsSpan(text[:at]) || at > 0 && !in.Words.DocumentTopics.In(text[:at]) {
			continue // 巩固2022年工作成效
		}
		rest := strings.TrimPrefix(text[end:], "度")
		if in.Words.CheckSince.Prefix(rest) > 0 || in.Words.CheckOtherYears.In(text) || in.Words.CheckSolving.In(text) ||
			!in.Words.HeadingDone.In(rest) && !in.Words.DocumentTopics.In(rest) {
			continue
		}
		severity := report.Warning
		if h.Level == 1 && year < r.Year && (in.Words.DocumentTopics.In(text) || in.Words.DocumentParts.In(text) || in.Words.DocumentMatters.Prefix(rest) > 0) {
			severity = report.Error
		}
		c.note(headingSpan(r, h), severity, fmt.Sprintf("报告的是 %s度，这个标题写的却是 %s", yearText(r.Year), yearText(year)),
			"请核对年份是不是写错了，或者是从往年的报告里沿用过来的")
	}
}

// endsSpan reports whether a year behind these words ends a span: 2021至.
func endsSpan(before string) bool {
	return strings.HasSuffix(before, "至") || strings.HasSuffix(before, "—") || strings.HasSuffix(before, "-")
}

// headingSpan is the number and the words of a heading, without what stands
// behind them.
func headingSpan(r *report.Report, h *report.Heading) report.Span {
	text := h.Span.Start + len(h.Number)
	text += strings.Index(r.Source.Text[text:h.Span.End], h.Text)
	return report.Span{Start: h.Span.Start, End: min(h.Span.End, text+len(h.Text))}
}

// laterYear reports whether s names a year after year.
func laterYear(s string, year int) bool {
	for {
		y, _, end := yearIn(s)
		if y == 0 || y > year {
			return y > year
		}
		s = s[end:]
	}
}

// summaryYears finds sentences that sum up another year than the one reported
// on: 2018年全年，受理…305件. What compares years or tells of several is left
// alone.
func (in *Input) summaryYears(s sections, c *collector) {
	r := in.Report
	for i := range r.Blocks {
		b := &r.Blocks[i]
		if b.Kind != report.BlockText || b.Heading < 0 || s.plan[b.Heading] || s.shortcoming[b.Heading] {
			continue
		}
		at := b.Span.Start
		for sentence := range strings.SplitAfterSeq(r.Source.Slice(b.Span), "。") {
			if n := in.sumsUp(sentence, r.Year); n > 0 {
				year, from, _ := yearIn(sentence)
				sp := words(c.src.Text, at+from, at+len(sentence), 20)
				c.note(sp, report.Warning, fmt.Sprintf("报告的是 %s度，这一句总括的却是 %s的工作", yearText(r.Year), yearText(year)),
					"请核对年份是不是写错了，或者是从往年的报告里沿用过来的；确实是讲往年的，可在 .toml 中写明理由")
			}
			at += len(sentence)
		}
	}
}

// sumsUp gives the year that a sentence opens with and sums up when it is
// another than year, else 0.
func (in *Input) sumsUp(sentence string, year int) int {
	found, at, end := yearIn(sentence)
	if found == 0 || found == year {
		return 0
	}
	opening := strings.TrimLeftFunc(sentence[:at], inItemNumber)
	if opening != "" && opening != "在" {
		return 0
	}
	rest := strings.TrimPrefix(sentence[end:], "度")
	rest = strings.TrimPrefix(rest, "，")
	since := strings.TrimLeft(strings.TrimLeftFunc(rest, numeral.IsDigit), "月日")
	since = strings.TrimLeft(strings.TrimLeftFunc(since, numeral.IsDigit), "日") // 2021年8月1日以来
	if in.Words.CheckRunningSince.Prefix(since) > 0 || !in.opensSum(rest) {
		return 0 // 2020年以来累计建成站点58个
	}
	if other, _, _ := yearIn(rest); other != 0 || strings.IndexFunc(rest, numeral.IsDigit) < 0 ||
		in.Words.CheckOtherYears.In(rest) {
		return 0
	}
	return found
}

// inItemNumber reports whether r may stand before the first words of a
// sentence: 1．, （二）, 三是.
func inItemNumber(r rune) bool {
	switch r {
	case ' ', '\u3000', '（', '(', '）', ')', '、', '.', '；', ';', '是',
		'一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return true
	}
	return false
}

// opensSum reports whether words open with 全年, 累计 or 共, behind the name of
// the body at most: 我局共办理.
func (in *Input) opensSum(s string) bool {
	const reach = 8 * han
	s = s[:min(len(s), reach)]
	if end := strings.IndexAny(s, "，、；。："); end >= 0 {
		s = s[:end]
	}
	return in.Words.CheckSumOpenings.In(s) || in.saysSum(s)
}

// saysSum reports whether words say 共 of a sum, as 共办理 and 共计 do and 公共 and
// 共同 do not.
func (in *Input) saysSum(words string) bool { return in.Words.CheckSumming.In(words) }

// signatureYear compares with the date that signs the report: nobody signs a
// year's report before the year is nearly over.
func signatureYear(r *report.Report, c *collector) {
	for i := range r.Blocks {
		b := &r.Blocks[i]
		if b.Kind != report.BlockClosing {
			continue
		}
		s := r.Source.Slice(b.Span)
		year, at, end := yearIn(s)
		if year == 0 {
			continue
		}
		month := monthAfter(s[end:])
		if year < r.Year || year == r.Year && month > 0 && month < 10 {
			c.note(b.Span, report.Warning, fmt.Sprintf("落款日期“%s”早于报告年度（%d 年）结束的时候", s[at:], r.Year),
				"请核对落款的年份；年初印发的报告，落款容易误写成上一年")
		}
	}
}

// monthAfter is the month that s, what follows 年, begins with; 0 when it is
// none.
func monthAfter(s string) int {
	word, _, ok := strings.Cut(strings.TrimSpace(s), "月")
	if !ok || len(word) > 3*han {
		return 0
	}
	return monthOf(strings.TrimSpace(word))
}
