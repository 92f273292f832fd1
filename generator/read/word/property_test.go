package word

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"

	"mingfa/generator/numeral"
)

func utf16Of(s string, big, mark bool) string {
	var order binary.ByteOrder = binary.LittleEndian
	if big {
		order = binary.BigEndian
	}
	units := utf16.Encode([]rune(s))
	if mark {
		units = append([]uint16{0xFEFF}, units...)
	}
	b := make([]byte, 2*len(units))
	for i, u := range units {
		order.PutUint16(b[2*i:], u)
	}
	return string(b)
}

// TestCutRuns: however the words of a paragraph are cut into runs, and whatever is
// put around them that prints nothing, the text is the same.
func TestCutRuns(t *testing.T) {
	around := [][2]string{
		{"", ""}, {"<w:hyperlink>", "</w:hyperlink>"}, {"<w:smartTag>", "</w:smartTag>"}, {"<w:ins>", "</w:ins>"}, {"<w:moveTo>", "</w:moveTo>"},
		{"<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>"},
		{`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`, `<w:r><w:fldChar w:fldCharType="end"/></w:r>`},
		{"<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", ""}, {"<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>", `<w:bookmarkEnd w:id="0"/>`},
		{`<w:fldSimple w:instr="SEQ x">`, "</w:fldSimple>"}, {`<mc:AlternateContent><mc:Choice Requires="w14">`, "</mc:Choice><mc:Fallback><w:r><w:t>备</w:t></w:r></mc:Fallback></mc:AlternateContent>"},
	}
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.SampledFrom([]rune("办理许可950件，占12.5%。 ")), 1, 30).Draw(t, "words")
		want := strings.Trim(string(words), "")
		var b strings.Builder
		for rest := words; len(rest) > 0; {
			n := rapid.IntRange(1, len(rest)).Draw(t, "cut")
			wrap := rapid.SampledFrom(around).Draw(t, "around")
			b.WriteString(wrap[0] + `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">` + string(rest[:n]) + `</w:t></w:r>` + wrap[1])
			rest = rest[n:]
		}
		raw := packed(map[string]string{"body": "<w:p>" + b.String() + "</w:p>"})
		d, err := Read(bytes.NewReader(raw), int64(len(raw)))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if len(d.Passages) > 0 {
			got = d.Passages[0].Text
		}
		if strings.TrimSpace(want) == "" {
			want = ""
		}
		if got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
	})
}

// TestChineseNumbers: what is written in a Chinese way of counting is read as the
// same number.
func TestChineseNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.OneOf(rapid.IntRange(1, 130), rapid.IntRange(1, 99_999_999)).Draw(t, "n")
		for _, format := range []string{"chineseCountingThousand", "chineseLegalSimplified"} {
			written := formatNumber(format, n)
			read, ok := numeral.Scan(written)
			if !ok || read.Size != len(written) || read.Value != itoa(n) {
				t.Fatalf("%d is %s, read as %+v", n, written, read)
			}
		}
	})
}
