package check

import (
	"slices"
	"strings"
	"testing"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lastyear"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// read is a report as the rules see it.
func read(text string) *report.Report {
	r := outline.Parse(report.NewSource("seeds/shili/2023.txt", text), lexicon.Builtin())
	figure.Extract(r, lexicon.Builtin())
	return r
}

// whole is a report with all its parts that is sound but for what body, a
// paragraph or several under its first heading, holds.
func whole(body string) string {
	return "示例市司法局2023年法治政府建设年度报告\n\n2023年，示例市司法局认真履职，现将2023年法治政府建设情况报告如下。\n\n" +
		"一、主要举措和成效\n" + body + "\n\n二、党政主要负责人履行推进法治建设第一责任人职责情况\n局长主持研究法治议题6次。\n\n" +
		"三、存在的不足和原因\n执法培训不够，原因是师资偏少。\n\n四、2024年工作安排\n组织培训4期。\n"
}

// ruleCases are paragraphs and the words that a rule finds in them, none for
// those that are sound.
type ruleCases map[string][]string

// run tries a rule on each paragraph, as a part of a whole report, and compares
// what is quoted. A quote that begins with ? is a warning, else an error; rules
// that give warnings only need none.
func (cases ruleCases) run(t *testing.T, rule func(*Input) []report.Finding, in Input) {
	t.Helper()
	for text, want := range cases {
		in.Report, in.Words = read(whole(text)), lexicon.Builtin()
		var got []string
		for _, f := range rule(&in) {
			quote := f.Quote
			if f.Severity == report.Warning {
				quote = "?" + quote
			}
			got = append(got, quote)
			if f.Message == "" || f.Suggestion == "" || f.Line == 0 || f.Column == 0 || f.Rule == "" {
				t.Errorf("%s: a finding without message, suggestion or place: %+v", text, f)
			}
			if strings.ContainsAny(f.Message, "。") {
				t.Errorf("%s: the message is no single sentence: %s", text, f.Message)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s\n got %q\nwant %q", text, got, want)
		}
	}
}

// A sound report has no findings at all.
func TestSoundReport(t *testing.T) {
	r := read(whole("（一）规范执法\n办理案件12件，均已结案。\n（二）深入普法\n举办讲座3场。"))
	for _, f := range Report(&Input{Words: lexicon.Builtin(), Report: r, Named: 2023, Phrases: projectPhrases(t)}) {
		t.Errorf("%s: %s: %s", f.Rule, f.Quote, f.Message)
	}
}

// Rules take time in proportion to the text, and give no more findings than
// anyone reads, whatever the text is.
func TestHostileText(t *testing.T) {
	phrases := projectPhrases(t)
	for name, unit := range map[string]string{
		"one character": "的", "word": "行政", "brackets": "（", "closing": "）)", "quotes": "“", "titles": "《甲", "straight": "\"甲", "commas": "甲,", "marks in words": "严“格”规“范",
		"numbers": "办理217，", "approximate": "走访528余次，", "stars": "秘密★", "years": "2018年全年，共3件。", "permuted": "文明公正规范严格执法", "near": "习近平法治习近", "short and quoted": "“两个确力”增强四个认识", "surnames": "申请人张伟、", "digits": "六5①", "spaced digits": "0 3 9 1 电话 ", "mails": "张伟@a.b ", "parted": "1，3\n", "seven": "推进一推进一推进二", "bytes": "\xe4\xff\xb8",
	} {
		t.Run(name, func(t *testing.T) {
			text := whole(strings.Repeat(unit, 200_000/len(unit)))
			r := read(text)
			for k, rule := range textRules {
				if n := len(rule(&Input{Words: lexicon.Builtin(), Report: r, Named: 2023, Phrases: phrases})); n > 3*(mostFindings+1) {
					t.Errorf("rule %d gives %d findings", k, n)
				}
			}
		})
	}
}

// textRules are the rules about the text, which this file tries on hostile
// input.
var textRules = []func(*Input) []report.Finding{
	wrongYear, missingRequiredPart, repeatedWord, unpairedBracket, unpairedQuote,
	halfwidthPunctuation, doubledPunctuation, missingUnit, exactWithApprox, misquotedPhrase, misnamedLaw, repeatedPassage, idNumber, personalData, traditionalForm, secrecyMark, unfinishedText, leftoverMarkup, garbledText, impossibleDate, hiddenCharacter, pageNumber, joinedReports,
}

// FuzzRules: whatever the text, findings lie within it and no rule fails, with
// itself as last year's report.
func FuzzRules(f *testing.F) {
	f.Add(whole("（一）甲\n行政行政，（乙“丙”217，528余次。"))
	f.Add("机密★1年\n法治\n一、2023年工作安排\n的的的")
	f.Add("依法行政\r\n\xff（\"，,“《\t①)\n二〇二三年一月")
	f.Add(whole("共受理行政复议案件15件，其中9件、6件。\n（二）乙\n全年受理行政复议案件18件，比上年增加3件、增长20%，占90%，由88%提高到100%。"))
	f.Add("示例市2023年法治政府建设年度报告\n办理案件99999999999999件。\n一、甲\n事项\t2022年\t2023年\n办理案件\t0\t-1\n合计\t1\t2.5")
	f.Add(whole("上年结转9件，受理复议案件120件，审结131件。共办理案件15件，调解6件、裁决8件。\n事项\t上年\t本年\t增减\t合计\n受理\t12\t15\t+4%\t30\n合计\t12\t-15\t↓3\t31"))
	phrases := projectPhrases(f)
	f.Fuzz(func(t *testing.T, text string) {
		r, previous := read(text), read(text)
		previous.Year = r.Year - 1
		in := &Input{Words: lexicon.Builtin(), Report: r, Named: 2023, LastYear: lastyear.Compare(r, previous, lexicon.Builtin()), Phrases: phrases}
		for _, rule := range rules {
			for _, f := range rule(in) {
				if f.Span.Start < 0 || f.Span.End > len(r.Source.Text) || f.Span.Start > f.Span.End || r.Source.Slice(f.Span) != f.Quote {
					t.Fatalf("%s: %q at %v", f.Rule, f.Quote, f.Span)
				}
			}
		}
	})
}
