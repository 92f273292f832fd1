package starter

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

const (
	wordSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	packages  = "http://schemas.openxmlformats.org/package/2006"
	documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

// wordFile makes a Word file of a text: a paragraph of each line, a table of
// lines whose cells are parted by tabs. It has no date and is not compressed, so
// that the same text gives the same bytes on every machine and every day.
func wordFile(text string) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="` + packages + `/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="` + packages + `/relationships"><Relationship Id="rId1" Type="` + documents + `/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", `<w:document xmlns:w="` + wordSpace + `"><w:body>` + wordBody(text) + `</w:body></w:document>`},
	} {
		f, err := z.CreateHeader(&zip.FileHeader{Name: part[0], Method: zip.Store})
		if err == nil {
			_, err = io.WriteString(f, xml.Header+part[1])
		}
		if err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// wordBody is the paragraphs and tables of a text. The first line is the title
// and stands in the middle, as in a document of a government body.
func wordBody(text string) string {
	var b strings.Builder
	table := false
	for i, line := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		cells := strings.Split(line, "\t")
		if row := len(cells) > 1; row != table {
			b.WriteString(map[bool]string{true: "<w:tbl>", false: "</w:tbl>"}[row])
			table = row
		}
		switch {
		case table:
			b.WriteString("<w:tr>")
			for _, cell := range cells {
				fmt.Fprintf(&b, "<w:tc>%s</w:tc>", wordParagraph("", cell))
			}
			b.WriteString("</w:tr>")
		case i == 0:
			b.WriteString(wordParagraph(`<w:jc w:val="center"/>`, line))
		default:
			b.WriteString(wordParagraph(`<w:ind w:firstLineChars="200"/>`, line))
		}
	}
	if table {
		b.WriteString("</w:tbl>")
	}
	return b.String()
}

// wordParagraph is a paragraph with its properties.
func wordParagraph(properties, text string) string {
	var escaped strings.Builder
	if err := xml.EscapeText(&escaped, []byte(text)); err != nil {
		panic(err) // a strings.Builder takes everything
	}
	return `<w:p><w:pPr>` + properties + `</w:pPr><w:r><w:t xml:space="preserve">` + escaped.String() + `</w:t></w:r></w:p>`
}
