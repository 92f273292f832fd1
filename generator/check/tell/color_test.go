package tell

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// TestExcerptInColor: prose is coloured as on the source page, settings are not;
// what is cut off at the left neither begins the line nor loses a citation that it
// is a part of.
func TestExcerptInColor(t *testing.T) {
	const (
		strong = "\x1b[1m"
		brown  = "\x1b[38;5;130m"
		green  = "\x1b[38;5;29m"
		reset  = "\x1b[0m"
	)
	filler := strings.Repeat("依法行政，", 300)
	for _, c := range []struct {
		file, line, quote string
		columns           int
		want              string
	}{
		{"a.txt", "一、办理12件", "12", 40, strong + "一、" + reset + strong + "办理" + reset + brown + "12件" + reset},
		{"a.txt", "办理12件。", "12", 40, "办理" + brown + "12件" + reset + "。"},
		{"a.toml", "办理12件。", "12", 40, "办理12件。"},
		{"a.txt", "依据《示例市行政执法监督办法》一甲", "一", 20, green + "…办法》" + reset + "一甲"},
		{"a.txt", filler + "一、甲乙丙12件", "12", 20, "…甲乙丙" + brown + "12件" + reset},
		{"a.txt", "a" + filler + "甲12件", "12", 20, "…政，甲" + brown + "12件" + reset},
		{"a.txt", "办理12件" + filler, "办理", 12, "办理" + brown + "12件" + reset + "依…"},
		{"a.txt", "《" + filler[:len("依法行政，")*30] + "甲》，12件", "12", 20, green + "…甲》" + reset + "，" + brown + "12件" + reset},
	} {
		column := len([]rune(c.line[:strings.LastIndex(c.line, c.quote)])) + 1
		got, _ := excerpt(report.Finding{File: c.file, Line: 1, Column: column, Quote: c.quote, Excerpt: c.line}, c.columns, lexicon.Builtin())
		if got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.line[:min(60, len(c.line))], got, c.want)
		}
	}
}

// TestMessageInColor: the words are strong, the id is not.
func TestMessageInColor(t *testing.T) {
	var b strings.Builder
	found := report.Finding{Rule: "heading-gap", Severity: report.Warning, Message: strings.Repeat("甲", 20)}
	Print(&b, []report.Finding{found}, Options{Color: true, Width: 44})
	want := "\x1b[1;33m提醒\x1b[0m：\x1b[1m" + strings.Repeat("甲", 19) + "\x1b[0m\n      \x1b[1m甲\x1b[0m [heading-gap]\n\n检查完毕：1处提醒，没有错误。\n"
	if b.String() != want {
		t.Errorf("got  %q\nwant %q", b.String(), want)
	}
}

// TestColorsByWords: quoted lines are coloured by the words of the options, and
// by the built-in ones where they have none.
func TestColorsByWords(t *testing.T) {
	found := report.Finding{File: "a.txt", Line: 1, Column: 3, Quote: "12", Excerpt: "办理12件。"}
	for words, coloured := range map[*lexicon.Lexicon]bool{nil: true, unitless(): false} {
		var b strings.Builder
		Print(&b, []report.Finding{found}, Options{Color: true, Words: words})
		if strings.Contains(b.String(), "m12件") != coloured {
			t.Errorf("12件 is coloured: %v\n%q", !coloured, b.String())
		}
	}
}

// unitless is the built-in lexicon without units.
func unitless() *lexicon.Lexicon {
	words := *lexicon.Builtin()
	words.Units = lexicon.NewSet()
	return &words
}

// TestCarets stand under the words, whatever is cut.
func TestCarets(t *testing.T) {
	for _, c := range []struct {
		line, quote  string
		column       int
		shown, under string
	}{
		{"依法行政办理", "行政", 3, "依法行政办理", "    ^^^^"},
		{"依法行政办理", "行政\n乙", 3, "依法行政办理", "    ^^^^"},
		{"依法行政办理", "\n乙", 3, "依法行政办理", "    ^^"},
		{"依法行政办理", "没有", 3, "依法行政办理", "    ^^"},
		{"依法行政", "", 5, "依法行政", "        ^"},
		{"依法行政", "", 0, "", ""},
		{"", "依", 1, "", ""},
		{"a\t甲乙", "甲", 3, "a   甲乙", "    ^^"},
		{"一二三四五六七八九十甲乙丙丁", "甲", 11, "…八九十甲乙丙丁", "       ^^"},
		{"一二三四五六七八", "八", 8, "一二三四五六七八", "              ^^"},
		{"一二三四五六七八九", "九", 9, "一二三四五六七八九", "                ^^"},
		{"一二三四五六七八九十", "十", 10, "…七八九十", "       ^^"},
		{"一二三四五六七八九十", "一", 1, "一二三四五六七八九…", "^^"},
	} {
		shown, under := excerpt(report.Finding{Line: 1, Column: c.column, Quote: c.quote, Excerpt: c.line}, 20, nil)
		if shown != c.shown || under != c.under {
			t.Errorf("%q at %d of %s\n got %q %q\nwant %q %q", c.quote, c.column, c.line, shown, under, c.shown, c.under)
		}
	}
}
