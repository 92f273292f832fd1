package highlight

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/formatters"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"mingfa/generator/escape"
	"mingfa/generator/lab/golden"
	"mingfa/generator/read/lexicon"
)

// TestCases reads every case: "want" has each line of "input" with its pieces in
// brackets behind their class.
func TestCases(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) string {
		var got strings.Builder
		for line := range strings.Lines(c.Text("input")) {
			line = strings.TrimSuffix(line, "\n")
			quoted := strings.HasPrefix(line, `"`)
			if quoted {
				var err error
				if line, err = strconv.Unquote(line); err != nil {
					t.Fatal(err)
				}
			}
			shown := bracketed(tokensOf(t, Lexer(lexicon.Builtin()), line))
			if quoted {
				shown = strconv.Quote(shown)
			}
			got.WriteString(shown + "\n")
		}
		return got.String()
	})
}

// TestWordsOfThePortal: a unit that a portal adds is coloured with its numeral.
func TestWordsOfThePortal(t *testing.T) {
	builtin, err := os.ReadFile("../../../" + lexicon.Path)
	if err != nil {
		t.Fatal(err)
	}
	added := "extend = true\n[[group]]\nid = \"units\"\nwords = [\"屉\"]\n"
	words, findings := lexicon.Parse("seeds/lexicon.toml", []byte(added), builtin)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	for shown, by := range map[string]*lexicon.Lexicon{"整理档案{m 12屉}。": words, "整理档案12屉。": lexicon.Builtin()} {
		if got := bracketed(tokensOf(t, Lexer(by), "整理档案12屉。")); got != shown {
			t.Errorf("got %s, want %s", got, shown)
		}
	}
}

func bracketed(tokens []chroma.Token) string {
	var b strings.Builder
	for _, t := range tokens {
		if class := chroma.StandardTypes[t.Type]; class != "" {
			fmt.Fprintf(&b, "{%s %s}", class, t.Value)
		} else {
			b.WriteString(t.Value)
		}
	}
	return b.String()
}

// tokensOf are the tokens of a text, its line breaks as they are.
func tokensOf(t testing.TB, lexer chroma.Lexer, text string) []chroma.Token {
	tokens, err := lexer.Tokenise(&chroma.TokeniseOptions{}, text)
	if err != nil {
		t.Fatal(err)
	}
	return tokens.Tokens()
}

// page is a line as HTML.
func page(t testing.TB, line string) string {
	var b strings.Builder
	if err := HTML.Format(&b, Style, chroma.Literator(tokensOf(t, LexerOf(found(line)), line)...)); err != nil {
		t.Fatal(err)
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
	tokens, err := Lexer(lexicon.Builtin()).Tokenise(&chroma.TokeniseOptions{}, line)
	if err != nil {
		t.Fatal(err)
	}
	for _, tok := range tokens.Tokens() {
		if tok.Value == "" {
			t.Fatalf("an empty token in the pieces of %q", line)
		}
		joined.WriteString(tok.Value)
	}
	if joined.String() != line {
		t.Fatalf("%q in pieces is %q", line, joined.String())
	}
	for _, part := range strings.FieldsFunc(line, func(r rune) bool { return r == '\n' || r == '\r' }) {
		soundHTML(t, part)
	}
}

// soundHTML checks that the HTML of a line has its characters as text, no
// element but ours, and no control outside one that isolates it.
func soundHTML(t rapid.TB, line string) {
	tokens, err := LexerOf(found(line)).Tokenise(nil, line)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	out.WriteString("<p>")
	if err := HTML.Format(&out, Style, tokens); err != nil {
		t.Fatal(err)
	}
	page := out.Bytes()
	if bytes.ContainsAny(page, "{\n\r") {
		t.Fatalf("a shortcode may open, or a line end, in %s", page)
	}
	want := strings.ReplaceAll(line, "\x00", "\ufffd")
	z := html.NewTokenizer(bytes.NewReader(page))
	var text strings.Builder
	var open []string
	for {
		switch z.Next() {
		case html.ErrorToken:
			if !errors.Is(z.Err(), io.EOF) || len(open) != 1 || open[0] != "p" {
				t.Fatalf("%v, open %v: %s", z.Err(), open, page)
			}
			if string([]rune(want)) != text.String() {
				t.Fatalf("%q reads %q", want, text.String())
			}
			return
		case html.StartTagToken:
			tag := z.Token()
			if tag.Data != "p" && tag.Data != "span" && tag.Data != "bdi" && tag.Data != "i" {
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

func TestHTML(t *testing.T) {
	got := page(t, "一、办理<b>《甲》12件{{%\t\u202e")
	want := `<span class="gh">一、</span><span class="gu">办理&lt;b&gt;</span><span class="s">《甲》</span><span class="m">12件</span><span class="gu">&#123;&#123;%<i class="t">&#9;</i><bdi class="c" data-c="U+202E">` + "\u202e" + `</bdi></span>`
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestTerminal: what chroma's formatter for 256 colours makes of the style.
func TestTerminal(t *testing.T) {
	for line, want := range map[string]string{
		"办理12件。":             "办理\x1b[38;5;130m12件\x1b[0m。",
		"一、依据《甲法》“乙”":        "\x1b[1m一、\x1b[0m\x1b[1m依据\x1b[0m\x1b[38;5;29m《甲法》\x1b[0m\x1b[38;5;97m“乙”\x1b[0m",
		"示政发〔2024〕12号，2023年": "示政发\x1b[38;5;27m〔2024〕12号\x1b[0m，\x1b[38;5;27m2023年\x1b[0m",
	} {
		var b strings.Builder
		if err := formatters.TTY256.Format(&b, Style, chroma.Literator(tokensOf(t, Lexer(lexicon.Builtin()), line)...)); err != nil {
			t.Fatal(err)
		}
		if b.String() != want {
			t.Errorf("%s\n got %q\nwant %q", line, b.String(), want)
		}
	}
}

// TestLexerIsChromas reads a text as chroma's formatters do.
func TestLexerIsChromas(t *testing.T) {
	l := Lexer(lexicon.Builtin())
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

// TestStyleAndCSSAgree: the site's CSS styles exactly the kinds that the style
// does, and what is bold in one place is bold in the other. Two kinds differ on
// purpose: quoted names are plain on pages, where colour means that there is
// something to follow, and figures are bold there, as on the report's own page.
func TestStyleAndCSSAgree(t *testing.T) {
	raw, err := os.ReadFile("../../../static/css/source.css")
	if err != nil {
		t.Fatal(err)
	}
	_, css, found := strings.Cut(string(raw), "/* Numbers of headings, figures, documents, dates. */")
	if !found {
		t.Fatal("source.css has no part for the kinds of tokens")
	}
	styled := map[string]string{}
	for _, m := range regexp.MustCompile(`((?:\.\w+,?\s*)+)\{([^}]*)\}`).FindAllStringSubmatch(css, -1) {
		for _, class := range regexp.MustCompile(`\w+`).FindAllString(m[1], -1) {
			styled[class] += m[2]
		}
	}
	want := map[string]bool{}
	for _, kind := range []chroma.TokenType{Heading, Title, Figure, Citation, Date, Number} {
		class, entry := chroma.StandardTypes[kind], Style.Get(kind)
		want[class] = true
		if !Style.Has(kind) || styled[class] == "" {
			t.Errorf("%v (.%s) is styled on terminals: %v, on pages: %q", kind, class, Style.Has(kind), styled[class])
		}
		if bold := strings.Contains(styled[class], "font-weight: 700"); bold != (entry.Bold == chroma.Yes) && kind != Figure {
			t.Errorf(".%s is bold on pages: %v, on terminals: %v", class, bold, entry.Bold)
		}
	}
	for class := range styled {
		if !want[class] {
			t.Errorf("source.css styles .%s, which is no kind of token", class)
		}
	}
}

// TestStyleIsReadable: every colour is one of xterm's cube, so that none is
// changed into a neighbour, and has a contrast of at least 4 with black and with
// white (WCAG 2.2, relative luminance).
func TestStyleIsReadable(t *testing.T) {
	for _, kind := range []chroma.TokenType{Figure, Citation, Quoted, Date, Number} {
		color := Style.Get(kind).Colour
		luminance := 0.2126*linear(t, color.Red()) + 0.7152*linear(t, color.Green()) + 0.0722*linear(t, color.Blue())
		if onBlack, onWhite := (luminance+.05)/.05, 1.05/(luminance+.05); onBlack < 4 || onWhite < 4 {
			t.Errorf("%v: contrast %.2f on black, %.2f on white", kind, onBlack, onWhite)
		}
	}
}

// linear is the light of one of the six steps of xterm's cube.
func linear(t *testing.T, value uint8) float64 {
	light, ok := map[uint8]float64{0: 0, 0x5f: 0.1144, 0x87: 0.2423, 0xaf: 0.4287, 0xd7: 0.6795, 0xff: 1}[value]
	if !ok {
		t.Errorf("%#x is no step of the cube", value)
	}
	return light
}
