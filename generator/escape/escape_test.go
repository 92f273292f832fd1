package escape

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

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
		" 甲":         "&#32;甲",
		"<b>*&":      "&#60;b&#62;&#42;&#38;",
		"甲\r\n乙":     "甲&#10;乙",
		"甲\u202e乙":   "甲<bdi class=\"c\" data-c=\"U+202E\">\u202e</bdi>乙",
		"\x00":       "<bdi class=\"c\" data-c=\"U+0000\">\ufffd</bdi>",
		"\x1b[":      "<bdi class=\"c\" data-c=\"U+001B\">&#27;</bdi>&#91;",
		"坏\xe4\xb8甲": "坏\ufffd\ufffd甲",
	} {
		if got := string(Text(nil, in)); got != want {
			t.Errorf("%q\n got %s\nwant %s", in, got, want)
		}
	}
	if got := string(Attr([]byte(`a="`), "甲\u202e\"")); got != "a=\"甲\u202e&#34;" {
		t.Errorf("in an attribute: %s", got)
	}
}

// TestSeenAtOnce: what is known by its bytes alone is a character of three bytes
// and none that Control tells.
func TestSeenAtOnce(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		s := string(r)
		if (Han(s, 0) || Mark(s, 0)) && len(s) != 3 || Seen(s) && (Control(r) || unicode.Is(unicode.Cf, r) || Mark(s, 0) && unicode.IsSpace(r) || r == utf8.RuneError) {
			t.Errorf("U+%04X is taken for one that is seen", r)
		}
	}
	for _, broken := range []string{"", "\xe4", "\xe4\xb8", "\xe4\xb8\x41", "\xe3\x80", "\xe3\x80\x41", "\xe2\x80\xd0", "\xef\xbc", "\xef\xbc\xff"} {
		if Han(broken, 0) || Mark(broken, 0) || broken != "" && Seen(broken) {
			t.Errorf("%q is taken for a character", broken)
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
		for name, raw := range map[string][]byte{"JSON": JSON(nil, s), "Data": Data(nil, s)} {
			var got string
			if err := json.Unmarshal(raw, &got); err != nil || got != string([]rune(s)) {
				t.Errorf("%s of %q is %s, %v", name, s, raw, err)
			}
			if strings.ContainsFunc(string(raw), Control) || name == "JSON" && strings.ContainsAny(string(raw), "<>&{}") {
				t.Errorf("%s of %q is %s", name, s, raw)
			}
		}
		if want, _ := json.Marshal(s); !strings.ContainsFunc(s, func(r rune) bool { return Control(r) && r >= ' ' }) && !strings.ContainsAny(s, "<>&") && string(Data(nil, s)) != string(want) {
			t.Errorf("%q as data is %s, want %s", s, Data(nil, s), want)
		}
	})
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
