package figure_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/tools/txtar"
	"pgregory.net/rapid"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// unaccounted are the digits of a report, whatever their width or script, and its
// Chinese numerals before a measure word, that are in no figure, no number of a
// heading, no aside and no unread-number finding.
func unaccounted(r *report.Report) []string {
	const quoted = 60 // bytes that a finding quotes of a number without end
	text := r.Source.Text
	known := make([]bool, len(text)+1)
	cover := func(sp report.Span) {
		for i := sp.Start; i < sp.End; i++ {
			known[i] = true
		}
	}
	for _, f := range r.Figures {
		cover(f.Span)
	}
	for _, a := range r.Asides {
		cover(a.Span)
	}
	for _, h := range r.Headings {
		cover(report.Span{Start: h.Span.Start, End: h.Span.Start + len(h.Number)})
	}
	for _, f := range r.Findings {
		if f.Rule == "unread-number" && f.Span.Len() == 0 {
			return nil // too many to be listed one by one, as it says
		}
		if f.Rule == "unread-number" {
			sp := f.Span
			if sp.Len() > quoted-utf8.UTFMax { // of a number without end the first characters are quoted; its end is not known here
				if rest := strings.IndexByte(text[sp.End:], '\n'); rest >= 0 {
					sp.End += rest
				} else {
					sp.End = len(text)
				}
			}
			cover(sp)
		}
	}
	var lost []string
	for _, b := range r.Blocks {
		for i := b.Span.Start; i < b.Span.End; {
			size := numeralAt(text[i:b.Span.End])
			for at := i; at < min(i+size, i+quoted); at++ {
				if !known[at] {
					lost = append(lost, fmt.Sprintf("%s in %.60s", text[i:i+size], text[i:b.Span.End]))
					break
				}
			}
			_, w := utf8.DecodeRuneInString(text[i:])
			i += max(size, w)
		}
	}
	return lost
}

// numeralAt is the size of the digits that s begins with, or of a Chinese numeral
// that something is counted with; else 0.
func numeralAt(s string) int {
	n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsNumber(r) || r == '〇' })
	if n < 0 {
		n = len(s)
	}
	if n > 0 {
		return n
	}
	rest := strings.TrimLeft(s, "一二两三四五六七八九十百千万亿〇零")
	lex := lexicon.Builtin()
	if unit := lex.Units.Prefix(rest); !lex.UnitsCounted.Has(rest[:unit]) {
		return 0
	}
	return len(s) - len(rest)
}

// everyDigit fails where a digit is not accounted for.
func everyDigit(t interface{ Errorf(string, ...any) }, name string, r *report.Report) {
	for _, lost := range unaccounted(r) {
		t.Errorf("%s: nothing is said of %s", name, lost)
	}
}

// Every digit of the portal's reports, of the cases of the tests and of the
// annotated texts is in a figure, has a reason to be in none, or is reported.
func TestEveryDigitIsAccountedFor(t *testing.T) {
	var paths []string
	for _, pattern := range []string{
		"../../../seeds/*/*.txt", "testdata/*.txtar", "testdata/sentences/*.txtar", "../outline/testdata/*.txtar", "../../check/testdata/*.txtar",
		"../../../../shared/corpus/*/*.txt", // where it is beside the project
	} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, found...)
	}
	for _, path := range paths {
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		everyDigit(t, path, extract(string(raw)))
		for _, f := range txtar.Parse(raw).Files {
			everyDigit(t, path, extract(string(f.Data)))
		}
	}
}

// So is every digit of clauses put together at random, of numerals of all kinds
// beside words that make figures, names, dates or nothing of them.
func TestEveryDigitOfAnyText(t *testing.T) {
	numerals := []string{"12", "3", "2023", "25,600", "２５,６００", "２５，６００", "25，600", "4\u200b36", "4\u202e36", "8.5", "-8.5", "−8.5", "１２３４５", "12345", "95598", "0371-6123456", "30.25.1", "9+1", "1+N", "2O75", "l00", "1亿2000万", "5千百", "3,4", "1234,567", "½", "²", "①", "𝟒𝟑𝟔", "Ⅲ", "٣",
		"二十三", "两", "一", "百余", "三五", "七成", "百分之九十六", "三分之一", "1/3", "3/10", "2:1", "9:30", "139 0000 0001", "1 846", "2个亿", "三个亿", "50到100", "3至5", "2021—2023", "2023-02-10", "12.", "（3）", "〔2023〕12号", "GB/T 9704-2012", "PM2.5", "1234567890123456789", "第三", "第3、4", "3百5十"}
	words := []string{"件", "次", "%", "万元", "个", "名", "年", "月", "日", "号", "级", "层", "楼", "页", "单位", "部门", "热线", "以上", "以下的企业", "左右", "，", "。", "；", "、", "：", "（", "）", "“", "”", "《", "》", "全年办理案件", "地址：甲路", "邮编：", "电话：", "附件", "表", "每", "前", "近", "约为", "由", "减为", "提高", "占", "共", "其中", "\t", "\n", " ", "……", "— ", "—", "-", "+", "/", "a", "kW", "、12345", "一、", "\xb8", "的", "人", "余"}
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		for range rapid.IntRange(0, 12).Draw(t, "length") {
			b.WriteString(rapid.SampledFrom(words).Draw(t, "word"))
			b.WriteString(rapid.SampledFrom(numerals).Draw(t, "numeral"))
			b.WriteString(rapid.SampledFrom(words).Draw(t, "after"))
		}
		text := b.String()
		for _, text := range []string{text, "示例县司法局2023年报告\n\n一、工作\n" + text + "\n"} {
			if lost := unaccounted(extract(text)); len(lost) > 0 {
				t.Fatalf("%q: nothing is said of %q", text, lost)
			}
		}
	})
}
