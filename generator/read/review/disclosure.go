package review

import (
	"fmt"
	"strings"
	"time"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// disclosure is the [disclosure] table: the metadata that 政府信息公开 asks of a
// document. Each value stands in the report itself, or [disclosure.source]
// says under the same key where it is stated.
type disclosure struct {
	Index     string        `toml:"index" zh:"索引号"`
	Category  string        `toml:"category" zh:"主题分类"`
	Issuer    string        `toml:"issuer" zh:"发文机关"`
	Number    string        `toml:"number" zh:"发文字号"`
	Written   string        `toml:"written" zh:"成文日期" eg:"2024-01-31"`   // YYYY-MM-DD
	Published string        `toml:"published" zh:"发布日期" eg:"2024-02-06"` // YYYY-MM-DD, or YYYY-MM-DD HH:MM
	Validity  string        `toml:"validity" zh:"有效性"`
	Signer    string        `toml:"signer" zh:"签发人"`
	Openness  string        `toml:"openness" zh:"公开方式"`
	Source    disclosedFrom `toml:"source" zh:"出处"`
}

type disclosedFrom struct {
	Index     string `toml:"index" zh:"索引号的出处"`
	Category  string `toml:"category" zh:"主题分类的出处"`
	Issuer    string `toml:"issuer" zh:"发文机关的出处"`
	Number    string `toml:"number" zh:"发文字号的出处"`
	Written   string `toml:"written" zh:"成文日期的出处"`
	Published string `toml:"published" zh:"发布日期的出处"`
	Validity  string `toml:"validity" zh:"有效性的出处"`
	Signer    string `toml:"signer" zh:"签发人的出处"`
	Openness  string `toml:"openness" zh:"公开方式的出处"`
}

// Item is one line of the disclosure metadata of a report.
type Item struct {
	Key    string // in the TOML file: index, category, issuer, number, written, published, validity, signer, openness
	Name   string // 索引号, 主题分类, 发文机关, 发文字号, 成文日期, 发布日期, 有效性, 签发人, 公开方式
	Value  string // as shown; "" where it is not stated
	Source string // where it is stated, if not in the report itself
	Line   int    // of the report, where the value was read from its text; 0 where staff state it
}

// asked is how many items 政府信息公开 asks of a document: the others are shown
// where a report has them and missed nowhere.
const asked = 7

// Disclosure is the seven items in their usual order, and behind them those of
// the others that are stated. A value that is neither in the report nor has a
// source is left out, as an error of Apply says. What staff do not say is as the
// report prints it. It may be called on nil, for a report without a review.
func (rv *Review) Disclosure(r *report.Report) []Item {
	var d disclosure
	if rv != nil {
		d = rv.file.Disclosure
	}
	items := d.items()
	for i := range items {
		item := &items[i]
		if item.Value != "" && (!item.isSound() || item.Source == "" && !item.isIn(r)) {
			item.Value = ""
		}
		if item.Value == "" {
			item.Source = ""
			item.read(r)
		}
	}
	out := items[:asked]
	for _, item := range items[asked:] {
		if item.Value != "" {
			out = append(out, item)
		}
	}
	return out
}

// AtItem is a finding about the item of a name, where the file states it; false where it
// does not. It may be called on nil.
func (rv *Review) AtItem(name, id string, severity report.Severity, message, suggestion string) (report.Finding, bool) {
	if rv == nil {
		return report.Finding{}, false
	}
	for _, item := range rv.file.Disclosure.items() {
		if item.Name == name && item.Value != "" {
			return rv.doc.ValueAt(id, severity, message, suggestion, "disclosure", item.Key), true
		}
	}
	return report.Finding{}, false
}

// read takes the item from the text of the report.
func (item *Item) read(r *report.Report) {
	for _, m := range r.Metadata {
		if string(m.Key) == item.Key {
			item.Value, item.Line = m.Value, m.Line
			return
		}
	}
	if item.Key == "issuer" {
		item.Value = r.Issuer
	}
}

func (d disclosure) items() []Item {
	return []Item{
		{"index", "索引号", d.Index, d.Source.Index, 0},
		{"category", "主题分类", d.Category, d.Source.Category, 0},
		{"issuer", "发文机关", d.Issuer, d.Source.Issuer, 0},
		{"number", "发文字号", d.Number, d.Source.Number, 0},
		{"written", "成文日期", d.Written, d.Source.Written, 0},
		{"published", "发布日期", d.Published, d.Source.Published, 0},
		{"validity", "有效性", d.Validity, d.Source.Validity, 0},
		{"signer", "签发人", d.Signer, d.Source.Signer, 0},
		{"openness", "公开方式", d.Openness, d.Source.Openness, 0},
	}
}

func (item Item) isDate() bool { return item.Key == "written" || item.Key == "published" }

// isSound reports whether the value is of the right form.
func (item Item) isSound() bool {
	if !oneLine(item.Value) || !oneLine(item.Source) {
		return false
	}
	_, err := item.day()
	return !item.isDate() || err == nil
}

// dateTime is how the meta tag PubDate of 政府网站发展指引 states a time.
const dateTime = "2006-01-02 15:04"

// day is a date's day. The date of publication may have the time of day behind item.
func (item Item) day() (time.Time, error) {
	if item.Key == "published" && len(item.Value) > len(time.DateOnly) {
		t, err := time.Parse(dateTime, item.Value)
		return t.Truncate(24 * time.Hour), err
	}
	return time.Parse(time.DateOnly, item.Value)
}

// isIn reports whether the report states the value; a date in any of the ways
// that documents write one.
func (item Item) isIn(r *report.Report) bool {
	if r.Source == nil {
		return false
	}
	text := r.Source.Text
	if !item.isDate() {
		return strings.Contains(text, item.Value)
	}
	t, err := item.day()
	if err != nil {
		return false
	}
	y, m, d := t.Year(), int(t.Month()), t.Day()
	for _, form := range []string{
		item.Value, t.Format(time.DateOnly), t.Format("2006/01/02"), t.Format("2006.01.02"), t.Format("2006年01月02日"),
		fmt.Sprintf("%d年%d月%d日", y, m, d), fmt.Sprintf("%s年%s月%s日", chineseYear(y), chineseDay(m), chineseDay(d)),
	} {
		if strings.Contains(text, form) {
			return true
		}
	}
	return false
}

const chineseDigits = "〇一二三四五六七八九"

// chineseYear is 二〇二四 for 2024.
func chineseYear(n int) string {
	var b strings.Builder
	for _, c := range fmt.Sprint(n) {
		b.WriteRune([]rune(chineseDigits)[c-'0'])
	}
	return b.String()
}

// chineseDay is 二十八 for 28; n is at most 99.
func chineseDay(n int) string {
	digits := []rune(chineseDigits)
	tens, ones := "", ""
	switch {
	case n >= 20:
		tens = string(digits[n/10]) + "十"
	case n >= 10:
		tens = "十"
	}
	if n%10 > 0 {
		ones = string(digits[n%10])
	}
	return tens + ones
}

// checkDates looks at what needs no text: the form of the values.
func (rv *Review) checkDates() []report.Finding {
	var findings []report.Finding
	d := rv.file.Disclosure
	for _, item := range d.items() {
		switch {
		case item.Value == "" || item.isSound():
		case !oneLine(item.Value) || !oneLine(item.Source):
			findings = append(findings, rv.fault(rule.BadValue, item.Name+"要写成一行", "请删去换行和看不见的字符。", "disclosure", item.Key))
		default:
			suggestion := "请写成 \"2024-03-28\" 的样子：四位年、两位月、两位日，用连字符隔开。"
			if item.Key == "published" {
				suggestion = "请写成 \"2024-03-28\" 或 \"2024-03-28 09:30\" 的样子：四位年、两位月、两位日，用连字符隔开。"
			}
			findings = append(findings, rv.fault(rule.BadDate, fmt.Sprintf("%s“%s”不是正确的日期", item.Name, item.Value), suggestion, "disclosure", item.Key))
		}
	}
	written, err1 := time.Parse(time.DateOnly, d.Written)
	published, err2 := Item{Key: "published", Value: d.Published}.day()
	if err1 == nil && err2 == nil && published.Before(written) {
		findings = append(findings, rv.fault(rule.BadDate, "发布日期早于成文日期", "请核对这两个日期。", "disclosure", "published"))
	}
	return findings
}

// disclosure checks the values against the text.
func (a *applier) disclosure() {
	for _, item := range a.rv.file.Disclosure.items() {
		if item.Value == "" || !item.isSound() {
			continue
		}
		if item.Source == "" && !item.isIn(a.r) {
			a.fault(rule.NotInText, fmt.Sprintf("报告里没有写这个%s", item.Name),
				fmt.Sprintf("请在 [disclosure.source] 下写明出处：%s = \"在哪里公布的\"；说不出出处的请删去。", item.Key), "disclosure", item.Key)
		}
		if t, err := item.day(); item.isDate() && err == nil && a.r.Year > 0 && t.Year() < a.r.Year {
			a.fault(rule.BadDate, fmt.Sprintf("%s早于报告所写的 %d 年", item.Name, a.r.Year), "请核对日期。", "disclosure", item.Key)
		}
	}
}
