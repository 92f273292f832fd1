package check

import (
	"fmt"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// leastLawName is how many characters a name must have for a title that is one
// character away from it to be a slip: 律师法 and 教师法 are two laws.
const leastLawName = 5

// longLawName is how many characters a name must have for a title with two more or
// fewer to be a slip.
const longLawName = 10

// misnamedLaw finds titles in 《》 that are nearly, but not quite, the name of a law
// or a plan (《法治政府建设实施纲要（2022—2025年）》), and laws cited before they were in
// force or after they ended. A title that begins with a place is of that place,
// and not compared.
func misnamedLaw(in *Input) []report.Finding {
	if in.Laws == nil || len(in.Laws.entries) == 0 {
		return nil
	}
	c := collector{src: in.Report.Source, rule: rule.MisnamedLaw, severity: report.Error}
	told := map[string]bool{} // once each
	for _, cited := range in.Report.Citations {
		title := bareName(cited.Title)
		if told[title] {
			continue
		}
		told[title] = true
		if i, known := in.Laws.byName[title]; known {
			in.outOfForce(&c, cited, &in.Laws.entries[i])
			continue
		}
		in.nearMiss(&c, cited, title)
	}
	return c.all()
}

// nearMiss reports a title that was meant to be a name in the list.
func (in *Input) nearMiss(c *collector, cited report.Citation, title string) {
	words, digits := digitsApart(title)
	if meant := in.Laws.newest(words); meant != nil && digits != "" {
		c.add(cited.Span, fmt.Sprintf("《%s》的年份不对，应为《%s》", cited.Title, meant.Name), lawAdvice(meant))
		return
	}
	for i := range in.Laws.entries {
		e := &in.Laws.entries[i]
		n := utf8.RuneCountInString(e.bare)
		if _, years := digitsApart(e.bare); n < leastLawName || years != digits {
			continue
		}
		var apart string
		switch name, meant := []rune(title), []rune(e.bare); {
		case isOneOff(name, meant):
			apart = "只差一个字"
		case n >= longLawName && isTwoMore(name, meant):
			apart = "只差两个字"
		case isRearranged(name, meant):
			apart = "用字相同，次序不同"
		default:
			continue
		}
		c.note(cited.Span, report.Warning, fmt.Sprintf("《%s》与《%s》%s", cited.Title, e.Name, apart), lawAdvice(e))
		return
	}
}

// isTwoMore reports whether two characters within one name are lacking in the
// other: 《重大行政决策暂行条例》 for 《重大行政决策程序暂行条例》.
func isTwoMore(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(b)-len(a) == 2 && len(a) > 4 && slices.Equal(a[:2], b[:2]) && slices.Equal(a[len(a)-2:], b[len(b)-2:]) &&
		levenshtein.ComputeDistance(string(a), string(b)) == 2
}

// isRearranged reports whether two names are of the same characters in another order:
// 《治安处罚管理法》 for 《治安管理处罚法》.
func isRearranged(a, b []rune) bool {
	return len(a) == len(b) && slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
}

func lawAdvice(e *law) string {
	return fmt.Sprintf("请核对名称（%s）；确实另有这个文件的，可在 .toml 中写明理由", e.Source)
}

// outOfForce reports a law that the year of the report is before or after. One of
// which the first or last month lies within the year may have held.
func (in *Input) outOfForce(c *collector, cited report.Citation, e *law) {
	year := in.Report.Year
	if year == 0 {
		return
	}
	switch {
	case e.force > 0 && e.force/100 > year+1: // plans for the next year may name it
		c.note(cited.Span, report.Warning, fmt.Sprintf("《%s》%s起施行，报告的是 %d 年度", cited.Title, dateInChinese(e.Force), year), "请核对名称和年度")
	case e.ended > 0 && e.ended/100 <= year:
		now := "没有替代它的文件"
		if e.Instead != "" {
			now = "现行的是《" + e.Instead + "》"
		}
		c.note(cited.Span, report.Warning, fmt.Sprintf("《%s》在 %d 年度已经废止或者到期，%s", cited.Title, year, now), "请核对引用的文件；讲以前的事，可在 .toml 中写明理由")
	}
}

// dateInChinese is a date as it is spoken: 2025年11月1日.
func dateInChinese(date string) string {
	t, _ := time.Parse(time.DateOnly, date) // ParseLaws has read it
	return fmt.Sprintf("%d年%d月%d日", t.Year(), t.Month(), t.Day())
}
