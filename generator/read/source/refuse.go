package source

import (
	"bytes"
	"fmt"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

const exportText = "请在 Word 或 WPS 里打开它，用“另存为”选“纯文本（*.txt）”，编码选 UTF-8，再放进来"

// refuse tells of a file that is not read at all, by its name, its size or its
// first bytes; nil when it may be read.
func refuse(name string, raw []byte) *report.Finding {
	if f := refuseFormat(name); f != nil {
		return f
	}
	if len(raw) > maxSize {
		return tooLarge(name)
	}
	return refuseSignature(name, raw)
}

func tooLarge(name string) *report.Finding {
	f := fileFinding(name, rule.FileTooLarge, fmt.Sprintf("文件超过%d MB，不像一份年度报告", maxSize>>20),
		"请检查是否放错了文件；这里只需要报告的文字，图片和附件不要放进来")
	return &f
}

// refuseFormat tells by its extension a file that cannot be published.
func refuseFormat(name string) *report.Finding {
	if supported(name) {
		return nil
	}
	message, suggestion := "还不能发布这种格式的文件，目前可以发布 .txt 和 .md", exportText
	switch extension(name) {
	case "":
		message = "文件名没有扩展名，看不出是什么格式"
		suggestion = "如果是纯文本，请把扩展名改为 .txt；如果不是，" + exportText
	case ".doc", ".docx", ".wps":
		message = "还不能直接发布 Word 或 WPS 文件（" + extension(name) + "），目前可以发布 .txt 和 .md"
	case ".pdf", ".ofd":
		message = "还不能直接发布版式文件（" + extension(name) + "），目前可以发布 .txt 和 .md"
		suggestion = "请找到定稿的 Word 或 WPS 文件，用“另存为”选“纯文本（*.txt）”，编码选 UTF-8，再放进来"
	case ".htm", ".html":
		message = "还不能直接发布网页文件（" + extension(name) + "），目前可以发布 .txt 和 .md"
		suggestion = "请把网页上的正文复制到记事本，存为 .txt，编码选 UTF-8"
	}
	f := fileFinding(name, rule.UnsupportedFormat, message, suggestion)
	return &f
}

// refuseSignature tells by its first bytes a file that was renamed: a Word
// file called .txt is no text.
func refuseSignature(name string, raw []byte) *report.Finding {
	signatures := []struct{ start, message string }{
		{"PK\x03\x04", "这不是纯文本，而是改了扩展名的 Word（.docx）或压缩文件"},
		{"PK\x05\x06", "这不是纯文本，而是改了扩展名的压缩文件"},
		{"\xD0\xCF\x11\xE0", "这不是纯文本，而是改了扩展名的旧版 Word（.doc）或 WPS 文件"},
		{"%PDF-", "这不是纯文本，而是改了扩展名的 PDF 文件"},
		{`{\rtf`, "这不是纯文本，而是改了扩展名的 RTF 文件"},
	}
	for _, s := range signatures {
		if bytes.HasPrefix(raw, []byte(s.start)) {
			f := fileFinding(name, rule.UnsupportedFormat, s.message, exportText)
			f.Line, f.Column = 1, 1
			return &f
		}
	}
	return nil
}
