package check

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// projectPhrases are the phrases of seeds/phrases.toml.
func projectPhrases(t testing.TB) *Phrases {
	t.Helper()
	raw, err := os.ReadFile("../../seeds/phrases.toml")
	if err != nil {
		t.Fatal(err)
	}
	p, findings := ParsePhrases("seeds/phrases.toml", raw, nil)
	if len(findings) > 0 {
		t.Fatalf("%+v", findings)
	}
	return p
}

func TestMisquotedPhrase(t *testing.T) {
	ruleCases{
		"推进严格公正文明规范执法。":            {"严格公正文明规范执法"},
		"学习党的二十大和十九届二中、三中全会精神3次。":  {"?党的二十大和十九届"},
		"学习党的二十大和二十届二中、三中全会精神3次。":  nil,
		"学习党的十九大、二十大和二十届二中全会精神3次。": nil,
		"学习党的二十大和十九届历次全会精神3次。":     nil,
		"传达党的二十大和全省会议精神3次。":        nil,
		"坚持公正规范文明严格行政执法。":          {"公正规范文明严格行政执法"},
		"推进严格、公正、规范、文明执法。":         {"严格、公正、规范、文明执法"},
		"引导干部学法尊法守法用法、遵法学法守法用法。":   {"学法尊法守法用法", "遵法学法守法用法"},
		"落实“谁普法、谁执法”。":             {"谁普法、谁执法"},
		"坚持法治政府、法治国家、法治社会一体建设。":    {"法治政府、法治国家、法治社会一体建设"},
		"坚持法治国家、法治政府、法治社会一体化建设。":   {"法治国家、法治政府、法治社会一体化建设"},
		"坚持依法治国、依法执政、依法行政一体推进。":    {"依法治国、依法执政、依法行政一体推进"},
		"落实重大执法决定法治审核制度。":          {"重大执法决定法治审核"},
		"推进严格执法、科学立法、公正司法、全民守法。":   {"严格执法、科学立法、公正司法、全民守法"},
		"加强法制政府建设，学习习近平法制思想。":      {"法制政府建设", "习近平法制思想"},
		"深刻领悟“两个维护”的决定性意义。":        {"两个维护”的决定性意义"},

		"推进严格规范公正文明执法、严格规范公正文明行政执法，做到严格、规范、公正、文明执法。": nil,
		"引导干部尊法学法守法用法，尊法学法守法用法、尊法学法守法用法，带头学法用法。":     nil,
		"落实“谁执法谁普法”“谁执法、谁普法”责任制，谁主管谁负责。":             nil,
		"依法治国、依法执政、依法行政共同推进，法治国家、法治政府、法治社会一体建设。":     nil,
		"深刻领悟“两个确立”的决定性意义，做到“两个维护”，以习近平同志为核心的党中央。":   nil,
		"习近平新时代中国特色社会主义思想和习近平法治思想。":                  nil,
		"重大执法决定法制审核、合法性审核，规范、公正、文明，严格把关。":            nil,
		"加强法制、政府采购培训，依法制定规章，法治政府与法治社会建设。":            nil,
		"从公正、文明、规范、严格四个方面评价执法。":                      nil,
	}.run(t, misquotedPhrase, Input{Phrases: projectPhrases(t)})
	if got := misquotedPhrase(&Input{Words: lexicon.Builtin(), Report: read(whole("严格公正文明规范执法。"))}); got != nil {
		t.Errorf("without phrases: %+v", got)
	}
}

// The message names what is right, the suggestion where that is written.
func TestMisquotedPhraseSays(t *testing.T) {
	got := misquotedPhrase(&Input{Words: lexicon.Builtin(), Report: read(whole("推进严格公正文明规范执法。")), Phrases: projectPhrases(t)})
	if len(got) != 1 || got[0].Rule != "misquoted-phrase" || got[0].Severity != report.Error ||
		got[0].Message != "“严格公正文明规范执法”与规范表述“严格规范公正文明执法”不一致" ||
		!strings.Contains(got[0].Suggestion, "《中共中央关于全面推进依法治国若干重大问题的决定》") {
		t.Errorf("%+v", got)
	}
}

// Each entry of the project's list finds its own wrong forms and not its right
// one, and names a document.
func TestProjectPhrases(t *testing.T) {
	p := projectPhrases(t)
	if len(p.entries) < 10 {
		t.Fatalf("%d entries", len(p.entries))
	}
	in := &Input{Phrases: p}
	for _, e := range p.entries {
		if !strings.Contains(e.Source, "《") {
			t.Errorf("%s: the source names no document", e.Right)
		}
		in.Report = read(whole("甲乙" + e.Right + "丙丁。"))
		for _, f := range misquotedPhrase(in) {
			t.Errorf("%s: found in its right form: %s", e.Right, f.Quote)
		}
		for _, wrong := range e.Wrong {
			in.Report = read(whole("甲乙" + wrong + "丙丁。"))
			if got := misquotedPhrase(in); len(got) != 1 {
				t.Errorf("%s: %d findings", wrong, len(got))
			}
		}
	}
}

func TestParsePhrases(t *testing.T) {
	const good = "[[phrase]]\nright = \"谁执法谁普法\"\nwrong = [\"谁普法谁执法\"]\nsource = \"《甲》\"\n"
	if p, findings := ParsePhrases("p.toml", []byte(good), nil); len(findings) > 0 || len(p.forms) != 2 {
		t.Errorf("%+v, %+v", p, findings)
	}
	for _, c := range []struct{ raw, rule, message string }{
		{"[[phrase]]\nright = \"谁执法谁普法\"\nwrong = [\"甲乙丙丁\"]\n", rule.MissingKey, "没有写必填的 source（出处）"},
		{"[[phrase]]\nwrong = [\"甲乙丙丁\"]\nsource = \"《甲》\"\n", rule.MissingKey, "没有写必填的 right（规范表述）"},
		{"[[phrase]]\nright = \"依法行政\"\nwrong = [\"依政\"]\nsource = \"《甲》\"\n", rule.BadPhrase, "“依政”太短"},
		{"[[phrase]]\nright = \"依法行政\"\nwrong = [\"“依法”、行政\"]\nsource = \"《甲》\"\n", rule.BadPhrase, "误写““依法”、行政”就是规范表述本身"},
		{"[[phrase]]\nright = \"依法行政\"\nsource = \"《甲》\"\n", rule.BadPhrase, "没有写误写，也没有写词序固定的词，这一条永远查不到什么"},
		{"[[phrase]]\nright = \"依法行政\"\nwords = [\"依法行政\"]\nsource = \"《甲》\"\n", rule.BadPhrase, "词序固定的词，要写二至五个"},
		{"[[phrase]]\nright = \"依法行政\"\nwords = [\"依\", \"法\"]\nsource = \"《甲》\"\n", rule.BadPhrase, "词序固定的词连起来太短或者太长"},
		{"[[phrase]]\nright = \"" + strings.Repeat("法", 41) + "\"\nwrong = [\"甲乙丙丁\"]\nsource = \"《甲》\"\n", rule.BadPhrase, "“" + strings.Repeat("法", 40) + "…”太长"},
		{"[[phrases]]\n", rule.UnknownKey, "不认识的项“phrases”"},
		{"right = \"", rule.BadTOML, ""},
	} {
		p, findings := ParsePhrases("p.toml", []byte(c.raw), nil)
		if len(findings) != 1 || findings[0].Rule != c.rule || c.message != "" && findings[0].Message != c.message || findings[0].Line == 0 {
			t.Errorf("%s: %+v", c.raw, findings)
		}
		if p == nil || len(p.forms) > 0 {
			t.Errorf("%s: %+v", c.raw, p)
		}
	}
}

// FuzzParsePhrases: whatever a file holds, it is read or refused, and what is
// read can be looked for.
func FuzzParsePhrases(f *testing.F) {
	f.Add("[[phrase]]\nright = \"谁执法谁普法\"\nwords = [\"谁执法\", \"谁普法\"]\nends = [\"责任制\"]\nsource = \"《甲》\"\n", "谁普法、谁执法责任制")
	f.Add("[[phrase]]\nright = \"双随机、一公开\"\nnear = true\nsource = \"《甲》\"\n[[phrase]]\nright = \"两个确立\"\nnear = true\nafter = [\"领悟\"]\nsound = [\"两个建立\"]\nsource = \"《甲》\"\n", "双随机一公公开，领悟“两个\n确力”，随双机")
	f.Fuzz(func(t *testing.T, raw, text string) {
		p, findings := ParsePhrases("p.toml", []byte(raw), nil)
		if p == nil || len(findings) > 0 && len(p.forms) > 0 {
			t.Fatalf("%+v, %+v", p, findings)
		}
		for _, form := range p.forms {
			if n := utf8.RuneCountInString(form.text); n < leastForm || n > mostForm {
				t.Fatalf("form %q", form.text)
			}
		}
		misquotedPhrase(&Input{Words: lexicon.Builtin(), Report: read(text), Phrases: p})
	})
}

func TestExtendPhrases(t *testing.T) {
	const base = "[[phrase]]\nright = \"尊法学法守法用法\"\nwrong = [\"遵法学法守法用法\"]\nsource = \"甲\"\n[[phrase]]\nright = \"严格规范公正文明执法\"\nwrong = [\"规范严格公正文明执法\"]\nsource = \"乙\"\n"
	const own = "[[phrase]]\nright = \"尊法学法守法用法\"\nwrong = [\"学法尊法守法用法\"]\nsource = \"丙\"\n"
	rights := func(raw string) (got []string) {
		p, findings := ParsePhrases("p.toml", []byte(raw), []byte(base))
		if len(findings) > 0 {
			t.Fatal(findings)
		}
		for _, e := range p.entries {
			got = append(got, e.Right+" "+e.Source)
		}
		return got
	}
	if got := strings.Join(rights(own), "、"); got != "尊法学法守法用法 丙" {
		t.Errorf("a file of its own knows %s", got)
	}
	if got := strings.Join(rights("extend = true\n"+own), "、"); got != "尊法学法守法用法 丙、严格规范公正文明执法 乙" {
		t.Errorf("a file that extends the built-in one knows %s", got)
	}
}
