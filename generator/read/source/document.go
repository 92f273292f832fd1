package source

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"mingfa/generator/read/web"
	"mingfa/generator/read/word"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// Names of the readers of documents and their versions: a text that another
// version reads otherwise is not the one that was published.
const (
	wordReader = "mingfa-word 1"
	pageReader = "mingfa-web 1"

	markdownReader = "goldmark 1（CommonMark）"
)

// readWord reads a Word file.
func readWord(name string, raw []byte, k kind) (*report.Source, []report.Finding) {
	d, err := word.Read(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, []report.Finding{refused(name, err)}
	}
	src, findings := fromDocument(name, d)
	src.Format, src.Reader = string(k), wordReader
	return src, append(findings, misnamed(name, k)...)
}

// readPage reads a web page, whatever it says its encoding is.
func readPage(name, text, encoding string) (*report.Source, []report.Finding) {
	d, err := web.Read(text)
	if err != nil {
		return nil, []report.Finding{refused(name, err)}
	}
	src, findings := fromDocument(name, d)
	src.Format, src.Encoding, src.Reader = string(kindPage), encoding, pageReader
	return src, append(findings, misnamed(name, kindPage)...)
}

// fromDocument is the source whose text is a document's.
func fromDocument(name string, d *report.Document) (*report.Source, []report.Finding) {
	text, spans := d.Text()
	src := report.NewSource(name, text)
	src.Document, src.Spans, src.Encoding = d, spans, ""
	if isBlank(text) && d.Pictures > 0 {
		return src, []report.Finding{fileFinding(name, rule.EmptyReport, "文件里只有图片，没有可以读取的文字",
			"请放有文字的定稿；只有扫描件的，请先识别成文字，逐字核对后再放进来")}
	}
	return src, nil
}

// usual are the extensions that files of a kind go by.
var usual = map[kind][]string{
	kindWord: {".docx"}, kindFlatWord: {".xml"}, kindOldWord: {".doc", ".wps"}, kindRTF: {".rtf", ".doc"}, kindODT: {".odt"},
	kindPage: {".html", ".htm"}, kindPDF: {".pdf"}, kindText: {".txt", ".md", ".html", ".htm"},
}

// kindNames are what kinds are called to staff.
var kindNames = map[kind]string{
	kindWord: "Word 文件（.docx）", kindFlatWord: "Word 的 XML 文件", kindOldWord: "旧版 Word 或 WPS 文件", kindRTF: "RTF 文件", kindODT: "OpenDocument 文件",
	kindPage: "网页", kindPDF: "PDF 文件", kindText: "纯文本",
}

// misnamed tells of a file that goes by the extension of another kind.
func misnamed(name string, k kind) []report.Finding {
	ext := extension(name)
	if !slices.Contains(Formats(), ext) || kindNames[k] == "" || slices.Contains(usual[k], ext) {
		return nil
	}
	return []report.Finding{{Rule: rule.MisnamedFile, Severity: report.Warning, File: name,
		Message: fmt.Sprintf("扩展名是 %s，内容其实是%s，已照内容读取", ext, kindNames[k]), Suggestion: "请核对是不是放对了文件，最好在 Word 里打开，另存为 .docx"}}
}

// refused is the finding for what a reader says of a file.
func refused(name string, err error) report.Finding {
	var r *report.Refusal
	if !errors.As(err, &r) {
		return fileFinding(name, rule.UnsupportedFormat, "文件读不出来，可能已经损坏", saveAsWord)
	}
	id := rule.UnsupportedFormat
	if r.Reason == report.RefusedTooLarge {
		id = rule.FileTooLarge
	}
	return fileFinding(name, id, r.Message, r.Suggestion)
}
