package glossary

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"mingfa/generator/lab/golden"
	"mingfa/generator/report"
	"mingfa/generator/settings/findingtest"
)

func TestParse(t *testing.T) {
	golden.Run(t, "testdata/parse/*.txtar", func(t *testing.T, c *golden.Case) string {
		_, findings := Parse("glossary.toml", []byte(c.Text("glossary.toml")), nil)
		return findingtest.Print(findings)
	})
}

// published is the glossary that the project publishes with.
func published(t testing.TB) *Glossary {
	t.Helper()
	raw, err := os.ReadFile("../../../seeds/glossary.toml")
	if err != nil {
		t.Fatal(err)
	}
	g, findings := Parse("seeds/glossary.toml", raw, nil)
	if len(findings) > 0 {
		t.Fatal(findingtest.Print(findings))
	}
	return g
}

// Each explanation is one or two sentences, ends in a full stop and is no
// circle; each source begins with a title.
func TestPublished(t *testing.T) {
	g := published(t)
	if len(g.Terms) < 40 {
		t.Errorf("%d terms", len(g.Terms))
	}
	for _, term := range g.Terms {
		if !strings.HasSuffix(term.Meaning, "。") || strings.Count(term.Meaning, "。") > 1 {
			t.Errorf("%s: is not one sentence: %s", term.Name, term.Meaning)
		}
		if strings.HasPrefix(term.Meaning, term.Name) {
			t.Errorf("%s: explains itself by itself", term.Name)
		}
		if term.Source != "" && !strings.HasPrefix(term.Source, "《") {
			t.Errorf("%s: the source is %s", term.Name, term.Source)
		}
	}
}

func small(t testing.TB, forms ...string) *Glossary {
	t.Helper()
	var b strings.Builder
	for i, form := range forms {
		b.WriteString("[[term]]\nid = \"t" + string(rune('a'+i)) + "\"\nterm = '" + form + "'\nmeaning = \"解释。\"\n")
	}
	g, findings := Parse("glossary.toml", []byte(b.String()), nil)
	if len(findings) > 0 {
		t.Fatal(findingtest.Print(findings))
	}
	return g
}

func found(g *Glossary, text string) []string {
	var list []string
	g.Find(text, func(at report.Span, term int) bool {
		list = append(list, text[at.Start:at.End])
		return true
	})
	return list
}

func TestFind(t *testing.T) {
	g := small(t, "行政复议", "行政复议决定书", "复议决定", "枫桥经验", "“枫桥经验”", "决定书")
	for text, want := range map[string][]string{
		"依法作出行政复议决定书9份":   {"行政复议决定书"}, // the longest
		"行政复议决定":          {"行政复议"},    // the longest that is whole
		"收到复议决定书":         {"复议决定"},    // and no two that overlap
		"坚持“枫桥经验”，学习枫桥经验": {"“枫桥经验”", "枫桥经验"},
		"行政复":          nil,
		"行政行政复议":       {"行政复议"},
		"":             nil,
		"\xff行政复议\xe8": {"行政复议"},
	} {
		if got := found(g, text); !slices.Equal(got, want) {
			t.Errorf("%q has %q, want %q", text, got, want)
		}
	}
	if got := found(nil, "行政复议"); got != nil {
		t.Errorf("no glossary finds %q", got)
	}
}

// Find is what trying every form at every place gives.
func TestFindIsComplete(t *testing.T) {
	const letters = "甲乙丙"
	forms := []string{"甲乙", "乙丙", "甲乙丙甲", "丙丙", "丙甲乙"}
	g := small(t, forms...)
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune(letters)), 0, 30, -1).Draw(rt, "text")
		var want []string
		for i := 0; i < len(text); {
			best := ""
			for _, form := range forms {
				if strings.HasPrefix(text[i:], form) && len(form) > len(best) {
					best = form
				}
			}
			if best == "" {
				i += len("甲")
				continue
			}
			want = append(want, best)
			i += len(best)
		}
		if got := found(g, text); !slices.Equal(got, want) {
			rt.Fatalf("%q has %q, want %q", text, got, want)
		}
	})
}

// A text made to begin a long form everywhere takes time in proportion.
func TestFindIsLinear(t *testing.T) {
	g := small(t, strings.Repeat("甲", longestForm-1)+"乙")
	start := time.Now()
	if got := found(g, strings.Repeat("甲", 1<<20)); got != nil {
		t.Errorf("found %q", got)
	}
	if d := time.Since(start); d > 10*time.Second {
		t.Errorf("a million characters took %v", d)
	}
}

// FuzzParse feeds the parser anything: it ends in terms or in findings that
// point into the file, and only a glossary without faults finds anything.
func FuzzParse(f *testing.F) {
	for _, file := range []string{"good", "faults", "keys", "types", "syntax"} {
		raw, err := os.ReadFile("testdata/parse/" + file + ".txtar")
		if err != nil {
			f.Fatal(err)
		}
		_, input, _ := strings.Cut(string(raw), "-- glossary.toml --\n")
		f.Add([]byte(input))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		g, findings := Parse("glossary.toml", raw, nil)
		lines := strings.Count(string(raw), "\n") + strings.Count(string(raw), "\r") + 1
		for _, finding := range findings {
			if finding.Message == "" || finding.Suggestion == "" || finding.Line > lines || finding.Severity != report.Error {
				t.Errorf("%+v", finding)
			}
		}
		text := string(raw)
		end := 0
		g.Find(text, func(at report.Span, term int) bool {
			if len(findings) > 0 || at.Start < end || at.Len() == 0 || at.End > len(text) || term >= len(g.Terms) {
				t.Errorf("%+v is term %d", at, term)
			}
			end = at.End
			return true
		})
	})
}

func BenchmarkFind(b *testing.B) {
	g := published(b)
	raw, err := os.ReadFile("../../../seeds/hubin-sfj/2023.txt")
	if err != nil {
		b.Fatal(err)
	}
	text := string(raw)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		g.Find(text, func(report.Span, int) bool { return true })
	}
}

// A portal adds terms to the built-in ones, and its own come in the place of
// those of the same id or form.
func TestExtend(t *testing.T) {
	base := []byte("[[term]]\nid = 'a'\nterm = '公证'\nmeaning = '内置甲。'\n[[term]]\nid = 'b'\nterm = '调解'\naliases = ['人民调解']\nmeaning = '内置乙。'\n[[term]]\nid = 'c'\nterm = '仲裁'\nmeaning = '内置丙。'\n")
	for _, c := range []struct{ own, want string }{
		{"extend = true\n[[term]]\nid = 'a'\nterm = '办理公证'\nmeaning = '自己甲。'\n[[term]]\nid = 'x'\nterm = '人民调解'\nmeaning = '自己乙。'\n", "办理公证 人民调解 仲裁"},
		{"[[term]]\nid = 'a'\nterm = '办理公证'\nmeaning = '自己甲。'\n", "办理公证"},
		{"", ""},
	} {
		g, findings := Parse("seeds/glossary.toml", []byte(c.own), base)
		var names []string
		for _, term := range g.Terms {
			names = append(names, term.Name)
		}
		if got := strings.Join(names, " "); len(findings) > 0 || got != c.want {
			t.Errorf("%q gives %q, want %q; findings %v", c.own, got, c.want, findings)
		}
	}
}
