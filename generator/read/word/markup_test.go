package word

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"
)

// written is what the scanner reads, a token a line, and whether it read to the end.
func written(text string) (lines []string, ok bool) {
	s, err := newScanner(strings.NewReader(text))
	if err != nil {
		return nil, false
	}
	for {
		p, ok := s.next()
		if !ok {
			return lines, false
		}
		switch p.kind {
		case atEnd:
			return lines, true
		case words:
			lines = append(lines, fmt.Sprintf("%q", p.words))
		case end:
			lines = append(lines, fmt.Sprintf("/%d:%s", spaceOf(p.prefix), p.name))
		case start:
			line := fmt.Sprintf("%d:%s", spaceOf(p.prefix), p.name)
			for _, a := range p.attrs {
				line += fmt.Sprintf(" %d:%s=%q", a.space, a.name, a.value)
			}
			lines = append(lines, line)
		}
	}
}

// standard is what encoding/xml reads of the same text.
func standard(text string) (lines []string, ok bool) {
	d := xml.NewDecoder(strings.NewReader(text))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return lines, true
		}
		if err != nil {
			return lines, false
		}
		switch t := token.(type) {
		case xml.CharData:
			lines = append(lines, fmt.Sprintf("%q", string(t)))
		case xml.EndElement:
			lines = append(lines, fmt.Sprintf("/%d:%s", spaceOf(t.Name.Space), t.Name.Local))
		case xml.StartElement:
			line := fmt.Sprintf("%d:%s", spaceOf(t.Name.Space), t.Name.Local)
			for _, a := range t.Attr {
				space := spaceOf(a.Name.Space)
				line += fmt.Sprintf(" %d:%s=%q", space, a.Name.Local, a.Value)
			}
			lines = append(lines, line)
		}
	}
}

const wordNames = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

// soundMarkup and brokenMarkup are what both readers must agree on.
var (
	soundMarkup = []string{
		`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:p ` + wordNames + `><w:r w:a='1' b = "2"/>一&amp;二&#19977;&#x56DB;</w:p>`,
		`<a xmlns="w"><b xmlns=""><c xmlns="m"/></b><d/></a><e/>`,
		`<w:a><w:b xmlns:w="m"><w:c/></w:b><w:d w:e="1"/></w:a>`,
		"<a>一\r\n二\r三\n四</a><b c=\"一\r\n二\"/>",
		`<a><![CDATA[<b>&amp;]]]></a>`,
		`<a><!-- <b> - --><?b c?>x</a >`,
		`<a xml:space="preserve" xmlns:xml="w" r:id="x" w:val="&quot;&lt;"/>`,
		`<a:b:="1"/>`, ` `, ``, `<!---->`, `<!--->-->`, `<a b="]]>"/>`, `<a b='"'/>`, `<a.-1/>`, `<名 字="x"/>`, `<a :b="1" c:="2"/>`,
	}
	brokenMarkup = []string{
		`<a>`, `</a>`, `<a></b>`, `<w:a xmlns:w="w"></v:a>`, `<a b=1/>`, `<a b/>`, `<a b="<"/>`, `<a b="1"`, `<a`, `<`, `<a/`, `< a/>`, `<1/>`, `<a:b:c/>`,
		`<a>]]></a>`, `<a>&nbsp;</a>`, `<a>&</a>`, `<a>&#0;</a>`, `<a>&#x110000;</a>`, `<a>&#x;</a>`, "<a>\x01</a>", "<a>\xff</a>", "<a>\uFFFE</a>", "<a>\uFFFF</a>",
		`<!-- a -- b --><a/>`, `<!-- a`, `<![CDATA[a`, `<?a`, `<??>`, `<?xml version="1.1"?><a/>`, `<a></a b>`, "<a b=\"\x02\"/>", "<![CDATA[\x02]]>",
	}
)

func TestMarkupIsReadAsTheStandardLibraryReadsIt(t *testing.T) {
	for _, text := range append(soundMarkup, brokenMarkup...) {
		agree(t, text)
	}
	for _, text := range soundMarkup {
		if _, ok := written(text); !ok && text != `<a:b:="1"/>` {
			t.Errorf("%q is refused", text)
		}
	}
	for _, text := range brokenMarkup {
		if _, ok := written(text); ok {
			t.Errorf("%q is not refused", text)
		}
	}
	for _, text := range []string{`<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`, `<!a><b/>`, `<?xml version="1.0" encoding="gbk"?><a/>`} {
		if _, ok := written(text); ok {
			t.Errorf("%q is not refused", text)
		}
	}
}

// FuzzMarkup holds the scanner against encoding/xml. They differ on purpose in two things:
// declarations (<!…>), which the scanner refuses, and characters of names outside of ASCII.
func FuzzMarkup(f *testing.F) {
	for _, text := range append(soundMarkup, brokenMarkup...) {
		f.Add(text)
	}
	f.Fuzz(agree)
}

// agree compares the two readers on a text.
func agree(t *testing.T, text string) {
	got, ok := written(text)
	want, sound := standard(text)
	if strings.Contains(text, "<!") && !ok || strings.Contains(text, "encoding") || strings.Contains(text, "version") {
		return
	}
	if ok != sound && (ok || sound) {
		if ok && nonASCIIName(text) {
			return
		}
		t.Fatalf("%q: read to the end %v, by encoding/xml %v", text, ok, sound)
	}
	if ok && strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Fatalf("%q is\n%s\nby encoding/xml\n%s", text, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// nonASCIIName reports whether a character that is not of ASCII stands where a name could.
func nonASCIIName(text string) bool {
	inside := false
	for _, r := range text {
		switch {
		case r == '<':
			inside = true
		case r == '>':
			inside = false
		case inside && r >= utf8.RuneSelf:
			return true
		}
	}
	return false
}

// BenchmarkRead reads a document as Word writes it: each run of a paragraph has its font and size.
func BenchmarkRead(b *testing.B) {
	var text strings.Builder
	for range 1000 {
		text.WriteString(`<w:p><w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLine="640"/></w:pPr>`)
		for range 6 {
			text.WriteString(`<w:r w:rsidR="00A12345"><w:rPr><w:rFonts w:hint="eastAsia" w:eastAsia="仿宋"/><w:sz w:val="32"/></w:rPr><w:t>全年受理行政复议案件120件，审结</w:t></w:r>`)
		}
		text.WriteString(`</w:p>`)
	}
	raw := packed(map[string]string{"body": text.String()})
	b.SetBytes(int64(text.Len()))
	for b.Loop() {
		if _, err := Read(bytes.NewReader(raw), int64(len(raw))); err != nil {
			b.Fatal(err)
		}
	}
}
