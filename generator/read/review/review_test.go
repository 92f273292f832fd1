package review

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"mingfa/generator/lab/golden"
	"mingfa/generator/read/indicator"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/settings/findingtest"
)

func published(t testing.TB) *indicator.Catalogue {
	t.Helper()
	raw, err := os.ReadFile("../../../seeds/indicators.toml")
	if err != nil {
		t.Fatal(err)
	}
	c, findings := indicator.Parse("seeds/indicators.toml", raw, nil)
	if len(findings) > 0 {
		t.Fatalf("%+v", findings)
	}
	return c
}

// A case is a text with marked figures and a review; the outcome is the
// figures, the disclosed items that are stated, the waivers and the findings.
func TestApply(t *testing.T) {
	c := published(t)
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, given *golden.Case) string {
		r := findingtest.Marked(strings.TrimSuffix(given.Text("text"), "\n"), 2023)
		r.Issuer = "示例市司法局"
		rv, findings := Parse("2023.toml", []byte(given.Text("2023.toml")))
		rv.Catalogue = c
		rv.Apply(r, lexicon.Builtin())
		var b strings.Builder
		ids := map[string]bool{}
		for _, f := range r.Figures {
			fmt.Fprintf(&b, "%s|%s|%s|%s|%s|%s|%s|%s", f.Value, f.Unit, f.Approx, f.Raw, r.Source.Slice(f.Span), f.Kind, f.Label, f.Indicator)
			for _, flag := range []struct {
				set  bool
				name string
			}{{f.Reviewed, "reviewed"}, {f.Hidden, "hidden"}, {f.Settled, "settled"}, {f.Own, "own"}} {
				if flag.set {
					b.WriteString(" " + flag.name)
				}
			}
			if f.Series != "" {
				b.WriteString(" series " + f.Series)
			}
			b.WriteByte('\n')
			if block := r.Blocks[f.Block]; ids[f.ID] || !block.Span.Contains(f.Span) || block.Line != f.Line {
				t.Errorf("the id or the place of %+v is another's", f)
			}
			ids[f.ID] = true
		}
		for _, it := range rv.Disclosure(r) {
			if it.Value != "" {
				fmt.Fprintf(&b, "%s %s %s\n", it.Name, it.Value, it.Source)
			}
		}
		for i, w := range rv.Waivers {
			fmt.Fprintf(&b, "waiver %d %s %s %s\n", rv.Line(&rv.Waivers[i]), w.Rule, w.Quote, w.Reason)
		}
		return b.String() + "\n" + findingtest.Print(append(findings, r.Findings...))
	})
}

// A draft shows what the program read as staff are to write it: which of several
// places and numbers is meant, what they said before, and characters that
// nobody sees by their numbers.
func TestDraft(t *testing.T) {
	golden.Run(t, "testdata/draft/*.txtar", func(t *testing.T, given *golden.Case) string {
		r := findingtest.Marked(strings.TrimSuffix(given.Text("text"), "\n"), 2023)
		rv, findings := Parse("2023.toml", []byte(given.Text("2023.toml")))
		rv.Catalogue = published(t)
		rv.Apply(r, lexicon.Builtin())
		if findings = append(findings, r.Findings...); len(findings) > 0 {
			t.Error(findingtest.Print(findings))
		}
		entries, explained := strings.CutPrefix(string(Draft(r, Plan{})), head)
		if !explained {
			t.Error("the format is not explained at the head")
		}
		return entries
	})
	if got := string(Draft(&report.Report{}, Plan{})); got != head {
		t.Errorf("the draft of no text is %q", got)
	}
}

// Relations keep pointing at their figures when one is added before, between
// and after them; the finding that the number was not read goes.
func TestAddMovesRelations(t *testing.T) {
	r := findingtest.Marked("召开会议5次，调解纠纷【80|件】，疑难纠纷7件，调解成功【60|件】，成功率【75|%】，满意9成。", 2023)
	r.Relations = []report.Relation{
		{Kind: report.RelationRate, Result: 2, Whole: 0, Parts: []int{1}, Computed: "75", Agrees: true},
		{Kind: report.RelationPart, Result: -1, Whole: 0, Parts: []int{1}},
	}
	for _, number := range []string{"7", "9"} {
		at := strings.Index(r.Source.Text, number)
		r.Findings = append(r.Findings, r.Source.FindingAt(report.Span{Start: at, End: at + 1}, "unread-number", report.Warning, "", ""))
	}
	rv, findings := Parse("2023.toml", []byte(`
[[figure]]
quote = "疑难纠纷7件"
value = 7
unit = "件"
label = "疑难纠纷"
add = true
[[figure]]
quote = "召开会议5次"
value = 5
unit = "次"
label = "会议"
add = true
[[figure]]
quote = "满意9成"
value = 9
unit = "成"
label = "满意率"
add = true
`))
	rv.Apply(r, lexicon.Builtin())
	if len(findings) > 0 || len(r.Findings) > 0 {
		t.Fatalf("%+v %+v", findings, r.Findings)
	}
	ids := map[string]bool{}
	for i, f := range r.Figures {
		if ids[f.ID] || i > 0 && r.Figures[i-1].Span.Start >= f.Span.Start || r.Source.Slice(f.QuoteSpan) != f.Quote ||
			!strings.HasPrefix(r.Source.Slice(f.Span), f.Raw) || r.Blocks[f.Block].Line != f.Line {
			t.Errorf("figure %d: %+v", i, f)
		}
		ids[f.ID] = true
	}
	rate := r.Relations[0]
	if got := r.Figures[rate.Whole].Value + " " + r.Figures[rate.Parts[0]].Value + " " + r.Figures[rate.Result].Value; got != "80 60 75" {
		t.Errorf("the rate is of %s", got)
	}
	if part := r.Relations[1]; part.Result != -1 || r.Figures[part.Whole].Value != "80" || r.Figures[part.Parts[0]].Value != "60" {
		t.Errorf("the part relation is %+v", part)
	}
}

// What staff hide takes no part in relations any more.
func TestHideLeavesRelations(t *testing.T) {
	r := findingtest.Marked("共【15|件】，其中处罚【9|件】、强制【6|件】，占【60|%】。", 2023)
	r.Relations = []report.Relation{
		{Kind: report.RelationPart, Result: -1, Whole: 0, Parts: []int{1, 2}, Complete: true},
		{Kind: report.RelationRate, Result: 3, Whole: 0, Parts: []int{1}},
	}
	rv, _ := Parse("2023.toml", []byte("[[figure]]\nquote = \"其中处罚9件\"\nvalue = 9\nhide = true\n"))
	rv.Apply(r, lexicon.Builtin())
	want := []report.Relation{{Kind: report.RelationPart, Result: -1, Whole: 0, Parts: []int{2}}}
	if diff := cmp.Diff(want, r.Relations); diff != "" {
		t.Error(diff)
	}
}

// Where the first number of a text is hidden, what is a part or a rate of it is
// compared with nothing; what is said of the other numbers stays.
func TestHideTheWhole(t *testing.T) {
	r := findingtest.Marked("共【15|件】，其中处罚【9|件】、强制【6|件】，占【40|%】。培训【2|场】，其中线上【1|场】。", 2023)
	trainings := report.Relation{Kind: report.RelationPart, Result: -1, Whole: 4, Parts: []int{5}}
	r.Relations = []report.Relation{
		{Kind: report.RelationPart, Result: -1, Whole: 0, Parts: []int{1, 2}, Complete: true},
		{Kind: report.RelationRate, Result: 3, Whole: 0, Parts: []int{2}},
		trainings,
	}
	rv, _ := Parse("2023.toml", []byte("[[figure]]\nquote = \"共15件\"\nvalue = 15\nhide = true\n"))
	rv.Apply(r, lexicon.Builtin())
	if diff := cmp.Diff([]report.Relation{trainings}, r.Relations); diff != "" {
		t.Error(diff)
	}
}

// A part that is hidden leaves no whole behind that has no parts.
func TestHideTheOnlyPart(t *testing.T) {
	r := findingtest.Marked("共【15|件】，其中处罚【9|件】。", 2023)
	r.Relations = []report.Relation{{Kind: report.RelationPart, Result: -1, Whole: 0, Parts: []int{1}}}
	rv, _ := Parse("2023.toml", []byte("[[figure]]\nquote = \"其中处罚9件\"\nvalue = 9\nhide = true\n"))
	rv.Apply(r, lexicon.Builtin())
	if len(r.Relations) > 0 {
		t.Errorf("%+v", r.Relations)
	}
}

// A number that staff add takes back the warning about it, and no other: not that
// of the next number, of another line, or of another rule.
func TestAddTakesBackItsWarning(t *testing.T) {
	r := findingtest.Marked("办件12宗7例。\n巡查3宗。", 2023)
	warn := func(words, rule string) report.Finding {
		at := strings.Index(r.Source.Text, words)
		return r.Source.FindingAt(report.Span{Start: at, End: at + len(words)}, rule, report.Warning, "", "")
	}
	kept := []report.Finding{warn("7例", "unread-number"), warn("3宗", "unread-number"), warn("12宗", "missing-unit"), warn("办", "unread-number")}
	elsewhere := warn("12宗", "unread-number")
	elsewhere.File = "2023.toml"
	kept = append(kept, elsewhere)
	r.Findings = append(slices.Clone(kept), warn("12宗", "unread-number"))
	rv, _ := Parse("2023.toml", []byte("[[figure]]\nquote = \"办件12宗\"\nvalue = 12\nunit = \"宗\"\nlabel = \"办件\"\nadd = true\n"))
	rv.Apply(r, lexicon.Builtin())
	if diff := cmp.Diff(kept, r.Findings); diff != "" {
		t.Error(diff)
	}
}

// sameButSettled compares a report before and after a draft of it was applied.
func sameButSettled(t interface{ Fatalf(string, ...any) }, before, after *report.Report) {
	for i := range after.Figures {
		if after.Figures[i].Reviewed {
			t.Fatalf("a draft confirms %+v", after.Figures[i])
		}
	}
	if diff := cmp.Diff(before, after, cmpopts.IgnoreUnexported(report.Source{}), cmpopts.IgnoreFields(report.Figure{}, "Settled")); diff != "" {
		t.Fatalf("the draft changes the report:\n%s", diff)
	}
}

// A draft parses, and applied as it is confirms no figure and does nothing
// else, whatever the text is: quotes that repeat, numbers that repeat within
// a quote, characters that TOML must escape.
func TestDraftChangesNothing(t *testing.T) {
	c := published(t)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SampledFrom([]string{"召开听证会", "受理", "，", "。", "\n", "、", "\"引号\"", "\\", "“法治”", "\t", "\u202e", "\u0001", "其中", "’'", "\n# 标题\n", "#", "　"})
		unit := rapid.SampledFrom([]string{"件", "场", "%", "万元", "", "人次"})
		number := rapid.SampledFrom([]string{"2", "3", "2", "25.63", "12,345", "百余", "0.50", "３"})
		var text strings.Builder
		for range rapid.IntRange(0, 30).Draw(t, "parts") {
			if rapid.Bool().Draw(t, "figure") {
				fmt.Fprintf(&text, "【%s|%s|%s】", number.Draw(t, "number"), unit.Draw(t, "unit"), words.Draw(t, "label"))
				text.WriteString("。")
			} else {
				text.WriteString(words.Draw(t, "words"))
			}
		}
		r, again := findingtest.Marked(text.String(), 2023), findingtest.Marked(text.String(), 2023)
		c.Assign(r, lexicon.Builtin())
		c.Assign(again, lexicon.Builtin())
		if rapid.Bool().Draw(t, "hide") && len(r.Figures) > 0 {
			r.Figures[0].Hidden, again.Figures[0].Hidden = true, true
		}
		rv, findings := Parse("2023.toml", Draft(r, Plan{}))
		if len(findings) > 0 {
			t.Fatalf("%+v", findings)
		}
		rv.Catalogue = c
		rv.Apply(again, lexicon.Builtin())
		sameButSettled(t, r, again)
	})
}

// The review of the first report says nothing but what the report says: no
// date, no number.
func TestFirstReview(t *testing.T) {
	raw, err := os.ReadFile("../../../seeds/hubin-sfj/2023.toml")
	if err != nil {
		t.Fatal(err)
	}
	rv, findings := Parse("2023.toml", raw)
	if len(findings) > 0 || len(rv.file.Figures) != 24 {
		t.Fatalf("%d figures, %+v", len(rv.file.Figures), findings)
	}
	for _, it := range rv.Disclosure(&report.Report{Issuer: "湖滨区司法局"}) {
		if it.Value != "" && it.Key != "issuer" {
			t.Errorf("states %s %s", it.Name, it.Value)
		}
	}
}

// A report without a review has an issuer and nothing else to disclose.
func TestNoReview(t *testing.T) {
	var none *Review
	items := none.Disclosure(&report.Report{Issuer: "示例市司法局"})
	if len(items) != 7 || items[2].Value != "示例市司法局" || items[4].Value != "" {
		t.Errorf("got %+v", items)
	}
}

func TestChineseDate(t *testing.T) {
	if got := chineseYear(2024) + chineseDay(3) + chineseDay(9) + chineseDay(10) + chineseDay(11) + chineseDay(19) + chineseDay(20) + chineseDay(31); got != "二〇二四三九十十一十九二十三十一" {
		t.Errorf("got %s", got)
	}
}

// Whatever a review holds, applying it keeps the figures in order and within
// the text.
func FuzzReview(f *testing.F) {
	f.Add([]byte("[[figure]]\nquote = \"受理2件\"\nvalue = 2\nunit = \"件\"\n"), "受理【2|件】，审结1件。")
	f.Add([]byte("[[figure]]\nquote = \"审结1件\"\nvalue = 1\nunit = \"件\"\nadd = true\nlabel = \"审结\"\nnth = 2\nwhich = 1\n"), "审结1件。\n审结1件【3|件】")
	f.Add([]byte("[disclosure]\nwritten = \"2024-02-30\"\n[disclosure.source]\nindex = \"甲\"\n[[waiver]]\nrule = \"a\"\nquote = \"b\"\nreason = \"c\""), "二〇二四年二月")
	f.Fuzz(func(t *testing.T, raw []byte, text string) {
		r := findingtest.Marked(strings.ToValidUTF8(text, ""), 2023)
		rv, _ := Parse("2023.toml", raw)
		rv.Apply(r, lexicon.Builtin())
		rv.Disclosure(r)
		for i, fig := range r.Figures {
			if i > 0 && r.Figures[i-1].Span.Start > fig.Span.Start || fig.Span.End > len(r.Source.Text) || r.Source.Slice(fig.QuoteSpan) != fig.Quote {
				t.Errorf("figure %d: %+v", i, fig)
			}
		}
		if _, findings := Parse("draft.toml", Draft(r, Plan{})); len(findings) > 0 {
			t.Errorf("%+v", findings)
		}
	})
}

// What the text prints is disclosed with its line; what staff say wins, and
// items that are not asked for are listed only where they are stated.
func TestDisclosureOfTheText(t *testing.T) {
	r := &report.Report{Issuer: "示例市司法局", Source: report.NewSource("2023.txt", "示司发〔2024〕3号\n签发人：张某某\n示司发〔2024〕4号\n"), Metadata: []report.Metadata{
		{Key: report.MetadataNumber, Value: "示司发〔2024〕3号", Line: 1},
		{Key: report.MetadataSigner, Value: "张某某", Line: 2},
	}}
	stated := func(rv *Review) string {
		s := ""
		for _, item := range rv.Disclosure(r) {
			s += fmt.Sprintf("%s %s %d|", item.Key, item.Value, item.Line)
		}
		return s
	}
	const rest = "written  0|published  0|validity  0|signer 张某某 2|"
	if got, want := stated(nil), "index  0|category  0|issuer 示例市司法局 0|number 示司发〔2024〕3号 1|"+rest; got != want {
		t.Errorf("the text alone: %s", got)
	}
	rv, _ := Parse("2023.toml", []byte("[disclosure]\nnumber = \"示司发〔2024〕4号\"\nindex = \"不在文中\""))
	if got, want := stated(rv), "index  0|category  0|issuer 示例市司法局 0|number 示司发〔2024〕4号 0|"+rest; got != want {
		t.Errorf("with a review: %s", got)
	}
}
