package lexicon

import (
	"strings"
	"testing"

	"mingfa"
	"mingfa/generator/lab/golden"
	"mingfa/generator/report"
	"mingfa/generator/settings/findingtest"
)

func builtin(t testing.TB) []byte {
	raw, err := mingfa.Files.ReadFile(Path)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// The cases are files of a portal, read with the built-in one beside them.
func TestParse(t *testing.T) {
	golden.Run(t, "testdata/parse/*.txtar", func(t *testing.T, c *golden.Case) string {
		_, findings := Parse("seeds/lexicon.toml", []byte(c.Text("lexicon.toml")), builtin(t))
		return findingtest.Print(findings)
	})
}

// TestBuiltin: the built-in file has each group that the program asks for,
// says of each what it is for, and gives examples of it.
func TestBuiltin(t *testing.T) {
	l, findings := Parse(Path, builtin(t), builtin(t))
	if len(findings) > 0 {
		t.Fatal(findingtest.Print(findings))
	}
	for _, g := range l.Groups {
		if !strings.HasSuffix(g.Purpose, "。") {
			t.Errorf("%s does not say in a sentence what it is for: %q", g.ID, g.Purpose)
		}
		if len(g.Examples) == 0 {
			t.Errorf("%s has no example", g.ID)
		}
		if len(g.Words) == 0 {
			t.Errorf("%s has no words", g.ID)
		}
	}
	for _, g := range l.Groups {
		if !strings.HasPrefix(g.ID, "units-") || g.ID == "units-per" { // 元/h: h stands behind no number
			continue
		}
		for _, w := range g.Words {
			if named := w.Text == "年" || w.Text == "届"; !l.Units.Has(w.Text) && !named { // 三年, 九届: read otherwise
				t.Errorf("%s is in %s, but is no unit", w.Text, g.ID)
			}
		}
	}
}

// TestChanging: the words of rises and falls say that something changes, a
// portal's too, but no single character does, which may end a name.
func TestChanging(t *testing.T) {
	raw := `extend = true
[[group]]
id = "falls"
words = ["锐减", "跌"]
[[group.word]]
text = "走低"
not_after = ["行"]
`
	l, findings := Parse("seeds/lexicon.toml", []byte(raw), builtin(t))
	if len(findings) > 0 {
		t.Fatal(findingtest.Print(findings))
	}
	for text, want := range map[string]string{"投诉扩大": "扩大", "价格涨幅": "涨幅", "案件减少": "减少", "差距收窄": "收窄", "案件锐减": "锐减", "价格走低": "走低",
		"步行走低": "", "价格跌": "", "新增": "", "上海高升": ""} {
		if got := text[len(text)-l.Changing.Suffix(text):]; got != want {
			t.Errorf("%s ends with the change %q, want %q", text, got, want)
		}
	}
	if Builtin().Changing.Has("锐减") {
		t.Error("the built-in lexicon has changed")
	}
}

// TestExtend: a portal's words are added to the built-in ones, and its
// conditions to those of a word that is built in.
func TestExtend(t *testing.T) {
	raw := `extend = true
[[group]]
id = "units"
words = ["炉次"]
[[group.word]]
text = "部"
not_before = ["曲"]
[[group.word]]
text = "炉"
not_before = ["火"]
[[same]]
units = ["炉次", "炉"]
[[same]]
units = ["件", "炉"]
`
	l, findings := Parse("seeds/lexicon.toml", []byte(raw), builtin(t))
	if len(findings) > 0 {
		t.Fatal(findingtest.Print(findings))
	}
	for text, want := range map[string]string{"炉次": "炉次", "件": "件", "部曲": "", "部队": "", "部门": "部门", "部法规": "部", "炉火": "", "炉钢": "炉"} {
		if got := text[:l.Units.Prefix(text)]; got != want {
			t.Errorf("the unit of %s is %q, want %q", text, got, want)
		}
	}
	if !l.SameUnit("炉次", "宗") || !l.SameUnit("起", "炉") || l.SameUnit("件", "名") || !l.SameUnit("名", "名") {
		t.Error("units that are said to count the same do not, or others do")
	}
	if Builtin().Units.Has("炉次") || Builtin().SameUnit("炉", "件") || !Builtin().SameUnit("宗", "件") {
		t.Error("the built-in lexicon has changed")
	}
}

// A file that is at fault leaves the built-in words, so that what follows is
// not told of every number that it is unread.
func TestFaultyFileLeavesBuiltinWords(t *testing.T) {
	l, findings := Parse("seeds/lexicon.toml", []byte("extend = true\n[[group]]\nid = \"unist\"\n"), builtin(t))
	if len(findings) != 1 || findings[0].Line != 3 || !l.Units.Has("件") {
		t.Errorf("%d findings, 件 is a unit: %v", len(findings), l.Units.Has("件"))
	}
}

func TestRole(t *testing.T) {
	for heading, want := range map[string]Role{
		"二、重点任务完成情况":       {Result: true},
		"2023年工作计划完成情况":    {Result: true},
		"全力抓好七项重点工作":       {Plan: true},
		"2023年重点工作":        {},
		"围绕重点工作加强执法监督":     {},
		"主要举措和成效":          {Result: true},
		"2024年工作安排":        {Plan: true},
		"2023年工作安排":        {Plan: true},
		"工作安排":             {Plan: true},
		"2024年法治政府建设":      {Plan: true},
		"2023年法治政府建设":      {},
		"下一步打算":            {Plan: true},
		"下一步工作完成情况":        {Result: true},
		"2022年工作计划":        {Plan: true},
		"2024年工作推进情况":      {Result: true},
		"2023年存在的不足和下一步打算": {Plan: true, Shortcoming: true},
		"存在的主要问题":          {Shortcoming: true},
		"落实《法治政府建设实施纲要（2021—2025年）》": {},
		"落实五年规划（2021—2025年）":         {},
		"加强行政复议工作":                   {},
		"新的一年怎么干":                    {Plan: true},
	} {
		if got := Builtin().Role(heading, 2023); got != want {
			t.Errorf("%s: %+v, want %+v", heading, got, want)
		}
	}
	if r := Builtin().Role("2024年法治政府建设", 0); r.Plan {
		t.Error("a year is ahead of one that is not known")
	}
}

func FuzzParse(f *testing.F) {
	raw := builtin(f)
	for _, seed := range []string{"", "extend = true", "[[group]]", "extend = true\n[[group]]\nid = \"units\"\nwords = [\"炉次\", \"\"]\n[[group.word]]\ntext = \"部\"\nnot_before = [\"\"]",
		"extend = true\n[[same]]\nunits = []", "[[same]]\nunits = [\"件\"]", "extend = true\n[[group]]\nid = \"verbs\"\nexamples = [\"-> \"]", string(raw)} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		l, findings := Parse("seeds/lexicon.toml", file, raw)
		for _, finding := range findings {
			if finding.Message == "" || finding.Suggestion == "" || finding.File != "seeds/lexicon.toml" {
				t.Errorf("a finding that helps nobody: %+v", finding)
			}
			if finding.Severity == report.Error && !l.Units.Has("件") {
				t.Error("no words after an error")
			}
		}
		l.Units.In(string(file))
		l.Role(string(file), 2023)
		l.SameUnit("件", "起")
	})
}

// BenchmarkParse reads the built-in file, which every start of the program
// does.
func BenchmarkParse(b *testing.B) {
	raw := builtin(b)
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if _, findings := Parse(Path, raw, raw); len(findings) > 0 {
			b.Fatal(findings)
		}
	}
}

// TestExamplesOfBodyKinds reads the examples of the group as names of bodies;
// without its words no name tells a kind.
func TestExamplesOfBodyKinds(t *testing.T) {
	l, read := Builtin(), 0
	for _, g := range l.Groups {
		if g.ID != "body-kinds" {
			continue
		}
		for _, e := range g.Examples {
			got := l.BodyKind(e.Text)
			if got == "" {
				got = "无"
			}
			if got != e.Read {
				t.Errorf("%s is taken for %s, want %s", e.Text, got, e.Read)
			}
			read++
		}
		for _, w := range g.Words {
			if w.As == "" {
				t.Errorf("%s tells no kind", w.Text)
			}
		}
	}
	if read == 0 {
		t.Error("no example was read")
	}
}
