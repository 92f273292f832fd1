package word

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// TestHostile: files that no program of a clerk writes are read or refused, soon
// and in little memory.
func TestHostile(t *testing.T) {
	lexicon.Builtin()
	const words = `<w:p><w:r><w:t>深处</w:t></w:r></w:p>`
	within := func(n int, head, middle, tail string) string {
		return strings.Repeat(head, n) + middle + strings.Repeat(tail, n)
	}
	row := `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2000000000"/><w:vMerge/></w:tcPr>` + words + `</w:tc><w:tc><w:tcPr><w:gridSpan w:val="63"/></w:tcPr>` + words + `</w:tc></w:tr>`
	for name, c := range map[string]struct {
		files map[string]string
		want  string // the text, or the reason of its refusal, "" for any
	}{
		"controls":                 {map[string]string{"body": within(20_000, "<w:sdt><w:sdtContent>", words, "</w:sdtContent></w:sdt>")}, "深处\n"},
		"controls without end":     {map[string]string{"body": strings.Repeat("<w:sdt>", 200_000)}, "too-deep"},
		"paragraphs":               {map[string]string{"body": within(20_000, "<w:p>", words, "</w:p>")}, "深处\n"},
		"tables":                   {map[string]string{"body": within(20_000, "<w:tbl><w:tr><w:tc>", words, "</w:tc></w:tr></w:tbl>")}, "too-deep"},
		"boxes":                    {map[string]string{"body": within(20_000, "<w:p><w:r><w:txbxContent>", words, "</w:txbxContent></w:r></w:p>")}, "too-deep"},
		"formulas":                 {map[string]string{"body": "<w:p><m:oMath>" + within(20_000, "<m:f><m:num>", "", "</m:num></m:f>") + "</m:oMath></w:p>"}, "too-deep"},
		"fields":                   {map[string]string{"body": "<w:p>" + strings.Repeat(`<w:r><w:fldChar w:fldCharType="begin"/></w:r>`, 50_000) + "</w:p>"}, "too-deep"},
		"fields without end":       {map[string]string{"body": strings.Repeat(`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>x</w:t></w:r></w:p>`, 30_000)}, ""},
		"spans":                    {map[string]string{"body": "<w:tbl>" + strings.Repeat(row, 5_000) + "</w:tbl>"}, ""},
		"a long number":            {map[string]string{"body": strings.Repeat("1/0|甲\n", 2_000), "lists": "0: decimal " + strings.Repeat("%1", 100_000) + "\n1=0"}, ""},
		"deleted ends":             {map[string]string{"body": strings.Repeat(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>字</w:t></w:r></w:p>`, 50_000)}, ""},
		"changes":                  {map[string]string{"body": "<w:p>" + strings.Repeat(`<w:del><w:r><w:t>旧</w:t></w:r></w:del><w:r><w:t>新</w:t></w:r>`, 50_000) + "</w:p>"}, ""},
		"broken references":        {map[string]string{"body": strings.Repeat("错误!", 200_000)}, ""},
		"a chain of styles":        {map[string]string{"body": "=s0|甲\n=s9999|乙", "styles": chain(10_000)}, "甲\n乙\n"},
		"RTF in the text":          {map[string]string{"body": `<w:altChunk r:id="aFChunk1.rtf"/>`, "aFChunk1.rtf": `{\rtf1 x}`}, "unread-part"},
		"MHT in the text":          {map[string]string{"body": `<w:altChunk r:id="aFChunk1.mht"/>`, "aFChunk1.mht": "MIME-Version: 1.0\nContent-Type: multipart/related\n\nx"}, "unread-part"},
		"old Word in the text":     {map[string]string{"body": `<w:altChunk r:id="aFChunk1.doc"/>`, "aFChunk1.doc": "\xD0\xCF\x11\xE0x"}, "unread-part"},
		"a document within itself": {map[string]string{"body": `<w:altChunk r:id="aFChunk1.docx"/>`, "aFChunk1.docx": string(nested(5))}, "too-deep"},
	} {
		began := time.Now()
		raw := packed(c.files)
		d, err := Read(bytes.NewReader(raw), int64(len(raw)))
		got := ""
		if refusal := (*report.Refusal)(nil); errors.As(err, &refusal) {
			got = string(refusal.Reason)
		} else if err != nil {
			t.Fatal(err)
		} else {
			check(t, d)
			got, _ = d.Text()
		}
		if c.want != "" && got != c.want {
			t.Errorf("%s: got %.60q, want %q", name, got, c.want)
		}
		if took := time.Since(began); took > 8*time.Second {
			t.Errorf("%s took %v", name, took)
		}
	}
}

// chain is styles each of which is based on the next, and the last on the first.
func chain(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(`<w:style w:type="paragraph" w:styleId="s` + itoa(i) + `"><w:basedOn w:val="s` + itoa((i+1)%n) + `"/></w:style>`)
	}
	return b.String()
}

func itoa(n int) string { return formatNumber("decimal", n) }

// nested is documents within each other.
func nested(n int) []byte {
	if n == 0 {
		return packed(map[string]string{"body": "最里面"})
	}
	return packed(map[string]string{"body": `<w:altChunk r:id="aFChunk1.docx"/>`, "aFChunk1.docx": string(nested(n - 1))})
}

// TestHostileBomb: a part that unpacks to more than a report can be is refused
// before it is unpacked, and one that lies about its size soon after.
func TestHostileBomb(t *testing.T) {
	for _, lies := range []bool{false, true} {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		f, _ := z.Create("word/document.xml")
		f.Write([]byte(`<w:document ` + spaces + `><w:body>`))
		blank := bytes.Repeat([]byte("<w:p/>"), 1<<17)
		for range 2 * maxMain / len(blank) {
			f.Write(blank)
		}
		z.Close()
		raw := b.Bytes()
		if lies { // the size in the directory of the archive
			at := bytes.LastIndex(raw, []byte("PK\x01\x02"))
			copy(raw[at+24:], []byte{0, 16, 0, 0})
		}
		began := time.Now()
		_, err := Read(bytes.NewReader(raw), int64(len(raw)))
		refusal := (*report.Refusal)(nil)
		if !errors.As(err, &refusal) || lies != (time.Since(began) > time.Second) && !lies {
			t.Errorf("lies %v: %v after %v", lies, err, time.Since(began))
		}
	}
}

// TestEncrypted: a password packs a .docx into the form of an old .doc.
func TestEncrypted(t *testing.T) {
	head := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
	for raw, want := range map[string]report.RefusalReason{
		head + strings.Repeat("\x00", 65_530) + string(wide("EncryptedPackage")): report.RefusedEncrypted,
		head + string(wide("DRMEncryptedDataSpace")):                             report.RefusedEncrypted,
		head + string(wide("WordDocument")):                                      report.RefusedFormat,
		head:                                                                     report.RefusedFormat,
		"PK\x03\x04 half":                                                        report.RefusedDamaged,
		"":                                                                       report.RefusedFormat,
	} {
		_, err := Read(strings.NewReader(raw), int64(len(raw)))
		refusal := (*report.Refusal)(nil)
		if !errors.As(err, &refusal) || refusal.Reason != want || !strings.ContainsRune(refusal.Message, '这') {
			t.Errorf("%.20q: %v, want %s", raw, err, want)
		}
	}
}

// TestWide: parts may be in UTF-16, of either order, with a mark or without.
func TestWide(t *testing.T) {
	part := `<?xml version="1.0" encoding="UTF-16"?><w:document ` + spaces + `><w:body><w:p><w:r><w:t>宽字𠮷</w:t></w:r></w:p></w:body></w:document>`
	for _, mark := range []bool{false, true} {
		for _, big := range []bool{false, true} {
			raw := packed(map[string]string{"/word/document.xml": utf16Of(part, big, mark)})
			d, err := Read(bytes.NewReader(raw), int64(len(raw)))
			if err != nil {
				t.Fatal(err)
			}
			if text, _ := d.Text(); text != "宽字𠮷\n" {
				t.Errorf("mark %v, big %v: %q", mark, big, text)
			}
		}
	}
}

// check holds what is true of every document.
func check(t *testing.T, d *report.Document) {
	t.Helper()
	text, spans := d.Text()
	if !utf8.ValidString(text) {
		t.Error("the text is no UTF-8")
	}
	for i, p := range d.Passages {
		if p.Grid == nil && (p.Text == "" || strings.Trim(p.Text, "\n") != p.Text || p.Number > len(p.Text) || text[spans[i].Start:spans[i].End] != p.Text) {
			t.Errorf("passage %d is %q", i, p.Text)
		}
		if p.Grid != nil && p.Grid.Columns > 2*maxColumns {
			t.Errorf("passage %d has %d columns", i, p.Grid.Columns)
		}
	}
	for i, f := range d.Flags {
		if i > 50 {
			break // finding a place in a long table takes its time
		}
		offset, ok := d.Find(f.At, spans)
		if !ok {
			continue
		}
		quote := strings.Map(inCell, f.Quote)
		if offset < 0 || offset > len(text) || f.Printed && !strings.HasPrefix(strings.Map(inCell, text[offset:]), quote) {
			t.Errorf("%+v stands elsewhere", f)
		}
	}
	for _, n := range d.Notes {
		if n.Text <= 0 || n.Text >= len(d.Passages) || d.Passages[n.Text].Kind != report.NoteText {
			t.Errorf("%+v is no note", n)
		}
	}
}
