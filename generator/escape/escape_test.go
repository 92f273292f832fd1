package escape

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"
)

// hostile are texts that act in HTML, Markdown, Hugo or on a terminal.
var hostile = []string{
	"<script>alert(1)</script>", "\" onmouseover=\"x", "&lt;", "{{< x >}}", "# 标题", "*强调*", "  前后  ", "甲\r\n乙\r丙\n", "12.5，1,000", "1. 项",
	"\x00\x1b[31m\x7f", "\u0085\u009f", "\u202e反转\u2069", "零\u200b宽\ufeff", "\xff\xe4\xb8甲", "👨‍👩‍👧", "\u3164", "\t", "",
}

func TestText(t *testing.T) {
	for in, want := range map[string]string{
		"办理12.5%":    "办理12.5%",
		"甲 乙":        "甲 乙",
		" 甲":         " 甲",
		"<b>*&":      "&lt;b&gt;*&amp;",
		"甲\r\n乙":     "甲&#10;乙",
		"甲\u202e乙":   "甲<bdi class=\"c\" data-c=\"U+202E\">\u202e</bdi>乙",
		"\x00":       "<bdi class=\"c\" data-c=\"U+0000\">\ufffd</bdi>",
		"\x1b[":      "<bdi class=\"c\" data-c=\"U+001B\">&#27;</bdi>[",
		"坏\xe4\xb8甲": "坏\ufffd\ufffd甲",
		"甲\u0085乙":   "甲<bdi class=\"c\" data-c=\"U+0085\">\u0085</bdi>乙",
		"\U000e0041": "<bdi class=\"c\" data-c=\"U+E0041\">\U000e0041</bdi>",
		"甲\t乙":       "甲\t乙",
		"甲\n\r乙":     "甲&#10;&#10;乙",
		"a  b ":      "a  b ",
		"{{< x >}}":  "&#123;&#123;&lt; x &gt;}}",
		"# *1.* |":   "# *1.* |",
	} {
		if got := string(Text(nil, in)); got != want {
			t.Errorf("%q\n got %s\nwant %s", in, got, want)
		}
	}
	for in, want := range map[string]string{"甲\u202e\"": "甲\u202e&quot;", "\x00\x1b\t": "\ufffd&#27;\t"} {
		if got := string(Attr([]byte(`a="`), in)); got != `a="`+want {
			t.Errorf("%q in an attribute: %s", in, got)
		}
	}
}

func TestJSON(t *testing.T) {
	const s = "<b>&{{{% 甲\u202e\u2028\x7f\U000e0041\xff"
	for name, c := range map[string]struct {
		write func(any) ([]byte, error)
		want  string
	}{
		"JSON":        {JSON, `"\u003cb\u003e\u0026{\u007b{% 甲\u202e\u2028\u007f\udb40\udc41\ufffd"`},
		"FrontMatter": {FrontMatter, `"<b>&{\u007b{% 甲\u202e\u2028\u007f\udb40\udc41\ufffd"`},
		"Data":        {Data, `"<b>&{{{% 甲\u202e\u2028\u007f\udb40\udc41\ufffd"`},
	} {
		if got, err := c.write(s); err != nil || string(got) != c.want+"\n" {
			t.Errorf("%s: %s, %v", name, got, err)
		}
		if got, err := c.write(func() {}); err == nil {
			t.Errorf("%s writes what is no data: %s", name, got)
		}
	}
}

// FuzzJSON: what is written is read as the characters that it was, and none of
// them acts on who looks at the file.
func FuzzJSON(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, write := range map[string]func(any) ([]byte, error){"JSON": JSON, "FrontMatter": FrontMatter, "Data": Data} {
			raw, err := write(map[string]string{"": s})
			if err != nil {
				t.Fatal(err)
			}
			var got map[string]string
			if err := json.Unmarshal(raw, &got); err != nil || got[""] != string([]rune(s)) {
				t.Errorf("%s of %q is %s, %v", name, s, raw, err)
			}
			text, ended := strings.CutSuffix(string(raw), "\n")
			if !ended || strings.ContainsFunc(text, Control) {
				t.Errorf("%s of %q is %s", name, s, raw)
			}
			if name == "JSON" && strings.ContainsAny(text, "<>&") || name != "Data" && strings.Contains(text, "{{") || name == "FrontMatter" && strings.Contains(text, "<!") {
				t.Errorf("%s of %q is %s", name, s, raw)
			}
		}
	})
}

// Which characters are controls is written down twice, here by their names in
// Unicode: each code point is looked at, so that no bound can slip.
func TestControl(t *testing.T) {
	fillers := "\u115f\u1160\u3164"
	for r := rune(0); r <= unicode.MaxRune; r++ {
		format := unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp) || strings.ContainsRune(fillers, r) ||
			0x2060 <= r && r <= 0x206f || 0xe0000 <= r && r <= 0xe007f ||
			unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Prepended_Concatenation_Mark, r) && r < 0x11000
		if Control(r) != format {
			t.Errorf("U+%04X: %v, want %v", r, Control(r), format)
		}
	}
}

// FuzzText: a browser reads the characters that were written, and no element
// but the one that isolates controls; in an attribute, the same.
func FuzzText(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want := string([]rune(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\x00", "\ufffd").Replace(s)))
		page := `<p title="` + string(Attr(nil, s)) + `">` + string(Text(nil, s)) + `</p>`
		doc, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		title := ""
		for n := range doc.Descendants() {
			switch {
			case n.Type == html.TextNode:
				text.WriteString(n.Data)
				if n.Parent.Data != "bdi" && strings.ContainsFunc(n.Data, func(r rune) bool { return Control(r) && r != '\n' && r != '\t' }) {
					t.Fatalf("a control is not isolated: %s", page)
				}
			case n.Type == html.ElementNode && n.Data == "p":
				title = n.Attr[0].Val
			case n.Type == html.ElementNode && n.Data != "bdi" && n.Data != "html" && n.Data != "head" && n.Data != "body":
				t.Fatalf("<%s> in %s", n.Data, page)
			}
		}
		if text.String() != want || title != want {
			t.Fatalf("%q reads %q, as title %q", want, text.String(), title)
		}
	})
}

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"依法行政": "依法行政", "甲\t乙": "甲  乙", "\x1b[2J\x7f": "␛[2J␡", "甲\u202e乙": "甲⟨U+202E⟩乙", "\xff": "\ufffd", "\u3164": "⟨U+3164⟩", "\ue000": "⟨U+E000⟩",
	} {
		if got := Visible(in); got != want {
			t.Errorf("%q is shown as %q, want %q", in, got, want)
		}
	}
}

// FuzzVisible: nothing shown acts, and Glyph goes through all of a text.
func FuzzVisible(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		shown := Visible(s)
		if strings.ContainsFunc(shown, func(r rune) bool { return unicode.IsControl(r) || Hidden(r) }) {
			t.Fatalf("%q is shown as %q", s, shown)
		}
		for column := 0; s != ""; {
			glyph, width, size := Glyph(s, column)
			if size == 0 || width != Width(glyph) && glyph != "\ufffd" {
				t.Fatalf("%q takes %d columns of %d, %d bytes", glyph, width, Width(glyph), size)
			}
			column += width
			s = s[size:]
		}
	})
}
