package highlight

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/alecthomas/chroma/v2"
	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"mingfa/generator/escape"
)

var update = flag.Bool("update", false, "write what Line gives into testdata")

// TestLine reads every case: "want" has each line of "input" with its pieces in
// brackets behind their class.
func TestLine(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if len(a.Files) != 2 || a.Files[0].Name != "input" || a.Files[1].Name != "want" || len(bytes.TrimSpace(a.Comment)) == 0 {
				t.Fatalf("%s: a case is a comment, input and want", path)
			}
			var got strings.Builder
			for line := range strings.Lines(string(a.Files[0].Data)) {
				line = strings.TrimSuffix(line, "\n")
				quoted := strings.HasPrefix(line, `"`)
				if quoted {
					if line, err = strconv.Unquote(line); err != nil {
						t.Fatal(err)
					}
				}
				shown := bracketed(Line(line))
				if quoted {
					shown = strconv.Quote(shown)
				}
				got.WriteString(shown + "\n")
			}
			if *update {
				a.Files[1].Data = []byte(got.String())
				if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(a.Files[1].Data), got.String()); diff != "" {
				t.Errorf("want - got +:\n%s", diff)
			}
		})
	}
}

func bracketed(tokens []Token) string {
	var b strings.Builder
	for _, t := range tokens {
		if class := Class(t.Kind); class != "" {
			fmt.Fprintf(&b, "{%s %s}", class, t.Text)
		} else {
			b.WriteString(t.Text)
		}
	}
	return b.String()
}

// pieces are what lines are made of in the property test.
var pieces = []string{
	"一、", "（一）", "1.", "第一，", "《", "》", "〈", "〉", "“", "”", "。", "；", "，", "2023年", "3月", "1日", "〔2023〕", "12号", "12", "件", "25.63万元", "百余", "条", "96%", "近", "百分之九十六",
	"加强领导", " ", "\u3000", "\t", "\n", "\r\n", "\r", "<b>", "&", "{{<", "*", "`", "\x00", "\x1b[31m", "\x7f", "\u202e", "\u2069", "\u200b", "\ufeff", "\u0085", "\u2028", "\xff", "\xe4\xb8", "\xe3\x80", "\xef\xbc", "👨‍👩‍👧", "１２", "二〇二三年",
}

func TestTokensAreTheLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sound(t, strings.Join(rapid.SliceOf(rapid.SampledFrom(pieces)).Draw(t, "line"), ""))
	})
}

func FuzzLine(f *testing.F) {
	for _, s := range pieces {
		f.Add(s)
	}
	f.Add("（一）加强领导。依据《示例〈甲〉办法》（示政发〔2023〕12号），2023年办理“示例”案件528余次。")
	f.Fuzz(func(t *testing.T, line string) { sound(t, line) })
}

// sound checks all that is promised of any line.
func sound(t rapid.TB, line string) {
	var joined strings.Builder
	for _, tok := range Line(line) {
		if tok.Text == "" {
			t.Fatalf("an empty token in the pieces of %q", line)
		}
		joined.WriteString(tok.Text)
	}
	if joined.String() != line {
		t.Fatalf("%q in pieces is %q", line, joined.String())
	}
	soundHTML(t, line)
	soundTerminal(t, line)
}

// soundHTML checks that the HTML of a line has its characters as text, no
// element but ours, and no control outside one that isolates it.
func soundHTML(t rapid.TB, line string) {
	page := HTML([]byte("<p>"), line, found(line))
	want := strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "\ufffd").Replace(line)
	z := html.NewTokenizer(bytes.NewReader(page))
	var text strings.Builder
	var open []string
	for {
		switch z.Next() {
		case html.ErrorToken:
			if z.Err() != io.EOF || len(open) != 1 || open[0] != "p" {
				t.Fatalf("%v, open %v: %s", z.Err(), open, page)
			}
			if string([]rune(want)) != text.String() {
				t.Fatalf("%q reads %q", want, text.String())
			}
			return
		case html.StartTagToken:
			tag := z.Token()
			if tag.Data != "p" && tag.Data != "span" && tag.Data != "bdi" {
				t.Fatalf("<%s> in %s", tag.Data, page)
			}
			open = append(open, tag.Data)
		case html.EndTagToken:
			if tag := z.Token(); tag.Data != open[len(open)-1] {
				t.Fatalf("</%s> closes %v in %s", tag.Data, open, page)
			}
			open = open[:len(open)-1]
		case html.TextToken:
			s := z.Token().Data
			text.WriteString(s)
			for _, r := range s {
				if escape.Control(r) && r != '\n' && r != '\t' && open[len(open)-1] != "bdi" {
					t.Fatalf("%U is not isolated in %s", r, page)
				}
			}
		default:
			t.Fatalf("%v in %s", z.Token(), page)
		}
	}
}

// soundTerminal checks that a line prints alike with and without colour, and
// that nothing of it acts.
func soundTerminal(t rapid.TB, line string) {
	plain, colored := Terminal(line, false), Terminal(line, true)
	for _, r := range plain {
		if unicode.IsControl(r) || escape.Hidden(r) {
			t.Fatalf("%U in %q", r, plain)
		}
	}
	if got := uncolored(colored); got != plain {
		t.Fatalf("%q in colour is %q", plain, got)
	}
}

// uncolored is s without our own escape sequences, and with whatever else is in
// it.
func uncolored(s string) string {
	for _, kind := range []chroma.TokenType{Heading, Figure, Citation, Quoted, Date} {
		s = strings.ReplaceAll(s, "\x1b["+palette(kind)+"m", "")
	}
	return strings.ReplaceAll(s, "\x1b[0m", "")
}

func TestHTML(t *testing.T) {
	got := string(HTML(nil, "一、办理<b>《甲》12件\u202e", found("一、办理<b>《甲》12件\u202e")))
	want := `<span class="gh">一、</span><span class="gu">办理&#60;b&#62;</span><span class="s">《甲》</span><span class="m">12件</span><span class="gu"><bdi class="c" data-c="U+202E">` + "\u202e" + `</bdi></span>`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestTerminal(t *testing.T) {
	if got := Terminal("办理12件\x1b[2J", true); got != "办理\x1b[38;5;130m12件\x1b[0m␛[2J" {
		t.Errorf("%q", got)
	}
	if got := Terminal("办理12件\t。", false); got != "办理12件"+"    "+"。" {
		t.Errorf("%q", got)
	}
}

// TestLexerIsChromas reads a text as chroma's formatters do.
func TestLexerIsChromas(t *testing.T) {
	l := Lexer()
	it, err := l.Tokenise(nil, "一、甲\r\n办理12件\r")
	if err != nil {
		t.Fatal(err)
	}
	want := []chroma.Token{{Type: Heading, Value: "一、"}, {Type: Title, Value: "甲"}, {Type: Text, Value: "\n"},
		{Type: Text, Value: "办理"}, {Type: Figure, Value: "12件"}, {Type: Text, Value: "\n"}}
	if diff := cmp.Diff(want, it.Tokens()); diff != "" {
		t.Errorf("want - got +:\n%s", diff)
	}
	if l.Config().Name != "gongwen" || l.SetRegistry(nil) != l || l.SetAnalyser(nil) != l || l.AnalyseText("") != 0 {
		t.Error("the lexer is not the one it says")
	}
}

// TestClassesAreChromas: pages may be styled by any style sheet of chroma.
func TestClassesAreChromas(t *testing.T) {
	for _, kind := range []chroma.TokenType{Text, Heading, Title, Figure, Citation, Quoted, Date, Number, chroma.Keyword} {
		if Class(kind) != chroma.StandardTypes[kind] {
			t.Errorf("%v has class %q, in chroma %q", kind, Class(kind), chroma.StandardTypes[kind])
		}
	}
}

// TestPaletteIsReadable: every colour has a contrast of at least 4 with black
// and with white (WCAG 2.2, relative luminance).
func TestPaletteIsReadable(t *testing.T) {
	for _, color := range []int{blue, green, violet, brown} {
		n := color - 16 // of the cube of 6 × 6 × 6
		luminance := 0.2126*linear(n/36) + 0.7152*linear(n/6%6) + 0.0722*linear(n%6)
		if onBlack, onWhite := (luminance+.05)/.05, 1.05/(luminance+.05); onBlack < 4 || onWhite < 4 {
			t.Errorf("colour %d: contrast %.2f on black, %.2f on white", color, onBlack, onWhite)
		}
	}
}

// linear is the light of one of the six steps of xterm's cube.
func linear(step int) float64 {
	return [...]float64{0, 0.1144, 0.2423, 0.4287, 0.6795, 1}[step]
}
