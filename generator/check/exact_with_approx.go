package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// exactWithApprox finds counts that are exact to the last unit and approximate
// at once: 528余次, 1347余户. 余 and 多 stand for what is over a round number,
// and a round number is one whose last digit, written out with 万 and the like
// multiplied, is 0: 300余, 240余, 1530多, 2.3千余. What is measured rather than
// counted may have a fraction over (25余公里), and is left alone.
func exactWithApprox(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.ExactWithApprox, severity: report.Error}
	for i := range in.Report.Figures {
		f := &in.Report.Figures[i]
		word, exact := approximates(f)
		switch {
		case word == "" || f.Hidden || !in.isCounter(f.Unit) || roundNumber(f.Value):
		case exact:
			c.add(f.Span, fmt.Sprintf("“%s”既精确到个位，又带概数词“%s”", f.Raw, word), mendApprox(f, word))
		case len(f.Value) >= len("100"):
			c.note(f.Span, report.Warning, fmt.Sprintf("“%s”已精确到个位，又说“%s”，像是确数与概数并用", in.Report.Source.Slice(f.Span), word), mendApprox(f, word))
		}
	}
	return c.all()
}

// approximates is the approximating word of a figure. exact says that it can
// only follow a round number, as 余 and 多 do; 约 and 左右 may stand with a
// number that was worked out.
func approximates(f *report.Figure) (word string, exact bool) {
	for _, w := range [...]string{"余", "多"} {
		if number, ok := strings.CutSuffix(f.Raw, w); ok && (numeral.IsDigit(firstRune(number)) || utf8.RuneCountInString(number) > 1) {
			return w, true
		}
		if f.Approx == w && numeral.IsDigit(firstRune(f.Raw)) {
			return w, true // 528 余次
		}
	}
	switch f.Approx {
	case "近", "约", "左右":
		if before, _, _ := strings.Cut(f.Quote, f.Raw); strings.Contains(before, "均") {
			break // a quotient is not counted: 场均约125人次
		}
		return f.Approx, false
	}
	return "", false
}

func mendApprox(f *report.Figure, word string) string {
	if word == "余" || word == "多" {
		return fmt.Sprintf("请核对台账：确数写“%s%s”；只知大概的写成整十、整百的数再加“%s”", f.Value, f.Unit, word)
	}
	return fmt.Sprintf("请核对台账：确数写“%s%s”，概数取整后再用“%s”", f.Value, f.Unit, word)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// roundNumber reports whether a value is no whole number or ends in 0.
func roundNumber(value string) bool {
	return value == "" || strings.ContainsAny(value, ".-") || strings.HasSuffix(value, "0")
}

// isCounter reports whether a unit counts things one by one.
func (in *Input) isCounter(unit string) bool { return in.Words.UnitsWhole.Suffix(unit) > 0 }
