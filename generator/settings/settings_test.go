package settings

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"mingfa/generator/lab/golden"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/settings/findingtest"
)

// sample has a field of every type that a file may hold.
type sample struct {
	Name    string   `toml:"name" need:"true" zh:"名称"`
	Short   string   `toml:"short" zh:"简称"`
	Value   Number   `toml:"value" zh:"数值"`
	Nth     int      `toml:"nth"`
	Hide    bool     `toml:"hide"`
	List    []string `toml:"list"`
	Note    *string  `toml:"note"`
	State   string   `toml:"state" zh:"状态" one:"draft confirmed"`
	Open    *bool    `toml:"open"`
	Issued  string   `toml:"issued" zh:"发布日期" eg:"2024-03-28 09:30"`
	Details struct {
		Date string `toml:"date" zh:"日期"`
		Seal string `toml:"seal" zh:"印章"`
	} `toml:"details"`
	Figures []struct {
		Quote string `toml:"quote" need:"true" zh:"原文"`
		Value Number `toml:"value"`
	} `toml:"figure"`
}

func TestMessages(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) string {
		raw := strings.TrimSuffix(c.Text("in.toml"), "\n")
		var into sample
		return findingtest.Print(decode("in.toml", []byte(raw), &into))
	})
}

// TestSlips reads files that clerks wrote not quite right, several a case: the message
// says what is wrong, and the suggestion is the line to write.
func TestSlips(t *testing.T) {
	golden.Run(t, "testdata/slips/*.txtar", func(t *testing.T, c *golden.Case) string {
		var b strings.Builder
		for _, f := range c.Files("*.toml") {
			var into sample
			fmt.Fprintf(&b, "== %s\n%s", strings.TrimSuffix(f.Name, ".toml"), findingtest.Print(decode(f.Name, []byte(strings.TrimSuffix(string(f.Data), "\n")), &into)))
		}
		return b.String()
	})
}

// Bytes that a text file cannot hold.
func TestEncoding(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"gbk", "name = \"\xca\xbe\xc0\xfd\"", "文件不是 UTF-8 编码，可能是用 ANSI（GBK）保存的"},
		{"utf16", "\xff\xfen\x00", "文件是 UTF-16 编码，这里只读 UTF-8"},
		{"huge", strings.Repeat("#\n", 3<<20), "文件超过 4 MB，不像是手写的设置"},
		{"deep", "list = " + strings.Repeat("[", 100000), "括号一层套一层，套得太深"},
		{"dots", strings.Repeat("a.", 100000) + "a = 1", "一行里的英文句点太多"},
	} {
		var into sample
		got := decode("in.toml", []byte(c.raw), &into)
		if len(got) != 1 || got[0].Message != c.want || got[0].Rule != rule.BadTOML {
			t.Errorf("%s: got %+v, want %q", c.name, got, c.want)
		}
	}
}

func TestDecodeFills(t *testing.T) {
	var into sample
	raw := "\ufeffname = \"示例局\"\r\nvalue = 25.63\r\nnth = 2\r\nhide = true\r\nlist = [\"甲\", \"乙\"]\r\nnote = \"\"\r\n" +
		"details = {date = \"2024-01-31\"}\r\n[[figure]]\r\nquote = \"甲\"\r\nvalue = 96.0\r\n"
	if findings := decode("in.toml", []byte(raw), &into); len(findings) > 0 {
		t.Fatal(findings)
	}
	got := fmt.Sprint(into.Name, into.Value, into.Nth, into.Hide, into.List, *into.Note, into.Details.Date, into.Figures)
	if want := "示例局25.632 true [甲 乙]2024-01-31[{甲 96}]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// A struct keeps its defaults when the file is broken.
func TestDecodeLeavesOnError(t *testing.T) {
	into := sample{Name: "示例局"}
	if findings := decode("in.toml", []byte("name = \"乙\"\nhide = \"是\""), &into); len(findings) != 1 || into.Name != "示例局" {
		t.Errorf("got %v, %v", findings, into)
	}
}

func TestPlaces(t *testing.T) {
	raw := `name = "a = [" # "x"
list = [
  "甲", # 一
  '乙',
]
details . date = """
多行 ""引号"" """
[[figure]]
quote = "甲"
[[figure]]
"quote" = "乙\"]"
value = 3
`
	var into sample
	doc, findings := Read("in.toml", []byte(raw), &into)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	for _, c := range []struct {
		path         []any
		key, value   string
		line, column int
	}{
		{[]any{"name"}, `name`, `"a = ["`, 1, 1},
		{[]any{"list", 1}, `'乙'`, `'乙'`, 4, 3},
		{[]any{"details", "date"}, `details . date`, `"""`, 6, 1},
		{[]any{"figure", 1}, `[[figure]]`, `[[figure]]`, 10, 1},
		{[]any{"figure", 1, "quote"}, `"quote"`, `"乙\"]"`, 11, 1},
		{[]any{"figure", 1, "value"}, `value`, `3`, 12, 1},
		{[]any{"figure", 0, "value"}, `[[figure]]`, `[[figure]]`, 8, 1},
		{[]any{"nowhere"}, ``, ``, 0, 0},
	} {
		key := doc.KeyAt("r", report.Error, "", "", c.path...)
		value := doc.ValueAt("r", report.Error, "", "", c.path...)
		if key.Quote != c.key || value.Quote != c.value || key.Line != c.line || key.Column != c.column || doc.Line(c.path...) != c.line {
			t.Errorf("%v: got %q %q %d:%d", c.path, key.Quote, value.Quote, key.Line, key.Column)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{{"", "", 0}, {"nmae", "name", 1}, {"name", "names", 1}, {"quote", "value", 4}, {"简称", "名称", 1}} {
		if got := Distance(c.a, c.b); got != c.want {
			t.Errorf("Distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

// decode is Read for tests that look at the findings alone.
func decode(path string, raw []byte, into any) []report.Finding {
	_, findings := Read(path, raw, into)
	return findings
}

// Whatever a file holds, reading it ends, and says where in Chinese.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{"", "name = \"示例局\"\n", "[[figure]]\nquote = '甲'\nvalue = 1.5", "名称 = “甲”", "a.b.c = [1, {d = '''x'''}]",
		"name = \"\\u793a\"\nlist = [\n#x\n\"a\"]", "\ufeff\r\n", "x=\"\"\"\"\"\"\"", "\xca\xbe", "date = 2024-01-31 10:00:00", "[a]\r[b]"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		var into sample
		for _, finding := range decode("in.toml", raw, &into) {
			if !strings.ContainsFunc(finding.Message, func(r rune) bool { return r >= 0x4E00 }) || finding.Suggestion == "" {
				t.Errorf("no Chinese message: %+v", finding)
			}
			if !utf8.ValidString(finding.Message+finding.Quote+finding.Excerpt) || finding.Line < 0 {
				t.Errorf("bad place: %+v", finding)
			}
			if finding.Line > 0 && !strings.Contains(finding.Excerpt, strings.SplitN(finding.Quote, "\n", 2)[0]) &&
				!strings.Contains(finding.Quote, "\r") {
				t.Errorf("quote is not in the excerpt: %+v", finding)
			}
		}
	})
}
