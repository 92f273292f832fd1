package indicator

import (
	"slices"
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/settings/findingtest"
)

// small is a catalogue of counts in 件, each given by its id and the lines that
// identify it.
func small(t *testing.T, indicators ...[2]string) *Catalogue {
	t.Helper()
	var b strings.Builder
	b.WriteString("[[theme]]\nid = 'a'\nname = '甲'\n")
	for _, i := range indicators {
		b.WriteString("[[indicator]]\nid = '" + i[0] + "'\nname = '" + i[0] + "'\ntheme = 'a'\nkind = 'count'\nunits = ['件']\ndefinition = '乙。'\n" + i[1] + "\n")
	}
	c, findings := Parse("indicators.toml", []byte(b.String()), nil)
	if len(findings) > 0 {
		t.Fatal(findingtest.Print(findings))
	}
	return c
}

// Which of several indicators a figure is: the one that was found by the longer
// words, then by words nearer to the numeral, and none where neither is.
func TestMoreSpecific(t *testing.T) {
	for name, c := range map[string]struct {
		text       string
		indicators [][2]string
		want       string // "" where it is ambiguous
	}{
		"the same words":                      {"受理复议案件【12|件】。", [][2]string{{"one", "any = ['复议案件']"}, {"two", "any = ['复议案件']"}}, ""},
		"longer words":                        {"受理复议案件【12|件】。", [][2]string{{"one", "any = ['案件']"}, {"two", "any = ['复议案件']"}}, "two"},
		"each has words of its own":           {"受理复议案件【12|件】。", [][2]string{{"one", "any = ['受理复议']"}, {"two", "any = ['复议案件']"}}, "two"},
		"words elsewhere beside longer words": {"受理复议案件【12|件】。", [][2]string{{"one", "any = ['案件', '受理']"}, {"two", "any = ['复议案件']"}}, "two"},
		"longer words over a gap":             {"受理复议案件【12|件】。", [][2]string{{"one", "any = ['复议']"}, {"two", "any = ['受理…案件']"}}, "two"},
		"longer words that nobody rests on": {"受理复议案件【12|件】。", [][2]string{
			{"one", "any = ['受理复议']"}, {"two", "any = ['复议案件']"}, {"three", "any = ['仲裁案件']\nshort = ['受理复议案']\ncontext = ['复议']"}}, "two"},
		"words of any before short ones": {"受理复议案件【12|件】。", [][2]string{{"one", "short = ['受理复议案件']\ncontext = ['复议']"}, {"two", "any = ['案件']"}}, "two"},
		"all of its words":               {"受理复议案件【12|件】。", [][2]string{{"one", "any = ['受理…案件']\nall = ['复议', '案件']"}}, "one"},
		"not all of its words":           {"受理复议案件【12|件】。", [][2]string{{"one", "any = ['受理…案件']\nall = ['复议', '仲裁']"}, {"two", "any = ['案件']"}}, "two"},
		"a word that it must not have":   {"受理复议案件【12|件】。", [][2]string{{"one", "any = ['复议案件']\nnone = ['受理']"}, {"two", "any = ['案件']"}}, "two"},
	} {
		r := findingtest.Marked(c.text, 2023)
		small(t, c.indicators...).Assign(r, lexicon.Builtin())
		ambiguous := len(r.Findings) == 1 && r.Findings[0].Rule == rule.AmbiguousIndicator
		if got := r.Figures[0].Indicator; got != c.want || ambiguous != (c.want == "") {
			t.Errorf("%s: %q, want %q; findings %v", name, got, c.want, r.Findings)
		}
	}
}

// How far an approximation may be from an exact value for both to be stated.
func TestSameValue(t *testing.T) {
	for _, c := range []struct {
		approx, value, exact string
		want                 bool
	}{
		{"余", "100", "100", true}, {"余", "100", "100.0", true}, {"余", "100", "125", true}, {"余", "100", "125.01", false}, {"余", "100", "99.99", false},
		{"以上", "8", "10", true}, {"以上", "8", "10.1", false}, {"超", "40", "50", true}, {"逾", "40", "39", false}, {"多", "40", "51", false},
		{"近", "100", "100", true}, {"近", "100", "100.0", true}, {"近", "100", "75", true}, {"近", "100", "74.99", false}, {"近", "100", "100.01", false}, {"以内", "8", "6", true}, {"以内", "8", "5.9", false},
		{"约", "80", "90", true}, {"约", "80", "90.01", false}, {"约", "80", "70", true}, {"左右", "80", "69.99", false},
		{"", "80", "80", true}, {"", "80", "81", false}, {"首", "80", "81", false},
	} {
		a, b := &report.Figure{Unit: "件", Value: c.value, Approx: c.approx}, &report.Figure{Unit: "件", Value: c.exact}
		if got := (&Catalogue{}).sameValue(a, b, lexicon.Builtin()); got != c.want || (&Catalogue{}).sameValue(b, a, lexicon.Builtin()) != got {
			t.Errorf("%s%s and %s: %v, want %v", c.value, c.approx, c.exact, got, c.want)
		}
		b.Unit = "起"
		if (&Catalogue{}).sameValue(a, b, lexicon.Builtin()) {
			t.Errorf("%s件 and %s起 are one", c.value, c.exact)
		}
	}
	for _, c := range []struct {
		bound        report.Bound
		value, exact string
		want         bool
	}{
		{report.BoundBelow, "4", "3", true}, {report.BoundBelow, "4", "4", false}, {report.BoundAtMost, "4", "4", true}, {report.BoundAtMost, "4", "5", false},
		{report.BoundAtLeast, "40", "40", true}, {report.BoundAtLeast, "40", "51", false}, {report.BoundAbove, "40", "40", false}, {report.BoundAbove, "40", "41", true},
	} {
		a, b := &report.Figure{Unit: "件", Value: c.value, Bound: c.bound}, &report.Figure{Unit: "件", Value: c.exact}
		if got := (&Catalogue{}).sameValue(a, b, lexicon.Builtin()); got != c.want || (&Catalogue{}).sameValue(b, a, lexicon.Builtin()) != got {
			t.Errorf("%s%s and %s: %v, want %v", c.bound, c.value, c.exact, got, c.want)
		}
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{{"100", "100", true}, {"100", "110", false}} {
		if got := (&Catalogue{}).sameValue(&report.Figure{Value: c.a, Approx: "余"}, &report.Figure{Value: c.b, Approx: "余"}, lexicon.Builtin()); got != c.want {
			t.Errorf("two approximations, %s and %s: %v", c.a, c.b, got)
		}
	}
}

// A year that is not the report's, wherever it stands in the figure's words.
func TestOtherYear(t *testing.T) {
	for text, want := range map[string]bool{
		"2023年": false, "2022年": true, "2023年比2022年": true, "年2022年": true, "1899年": false, "1900年": true, "１２": false, "999年": false, "十年": false, "2022": false, "第12022年": false, "二〇二二年": true, "贰零贰贰年": true, "二〇二三年": false,
	} {
		if got := otherYear(words{label: text}, 2023); got != want {
			t.Errorf("%s as a label: %v", text, got)
		}
		if got := otherYear(words{quote: text}, 2023); got != want {
			t.Errorf("%s in a quote: %v", text, got)
		}
	}
	if otherYear(words{label: "2022年"}, 0) {
		t.Error("a report of no year has other years")
	}
}

// TestPhrasesAreSaidOnce: what readers are shown of an indicator repeats nothing.
func TestPhrasesAreSaidOnce(t *testing.T) {
	for _, c := range []struct{ any, short, want []string }{
		{[]string{"调解矛盾纠纷", "调解…纠纷", "调解纠纷"}, nil, []string{"调解…纠纷"}},
		{[]string{"旁听庭审", "旁听…庭审", "庭审旁听"}, []string{"参加人员"}, []string{"旁听…庭审", "庭审旁听", "参加人员"}},
		{[]string{"述法", "述法述职"}, []string{"述法"}, []string{"述法"}},
		{[]string{"甲乙…甲乙", "甲乙丙"}, nil, []string{"甲乙…甲乙", "甲乙丙"}}, // one 甲乙 is not two
	} {
		ind := Indicator{Any: c.any, Short: c.short}
		if got := ind.Phrases(); !slices.Equal(got, c.want) {
			t.Errorf("%q, %q are shown as %q, want %q", c.any, c.short, got, c.want)
		}
	}
}
