package source

import (
	"context"
	"errors"
	"path"
	"strings"

	"mingfa/generator/read/convert"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// readOldWord reads a file of which LibreOffice makes a .docx first: never a
// text, in which the numbers before paragraphs and what is tracked are lost.
func readOldWord(ctx context.Context, name string, raw []byte, k kind) (*report.Source, []report.Finding, error) {
	ext := "." + string(k)
	docx, version, err := convert.Word(ctx, raw, ext)
	if findings, known := outsideFault(name, k, err); known {
		return nil, findings, nil
	} else if err != nil {
		return nil, nil, err
	}
	src, findings := readWord(name, docx, k)
	if src == nil {
		return nil, findings, nil
	}
	if k == kindOldWord && strings.EqualFold(path.Ext(name), ".wps") {
		src.Format = "wps"
	}
	src.Reader = version + "，" + src.Reader
	src.Converted = docx
	return src, findings, nil
}

// readPDF reads what pdftotext takes out of a PDF. It is always to be read
// against the original.
func readPDF(ctx context.Context, name string, raw []byte) (*report.Source, []report.Finding, error) {
	text, version, err := convert.PDF(ctx, raw)
	if findings, known := outsideFault(name, kindPDF, err); known {
		return nil, findings, nil
	} else if err != nil {
		return nil, nil, err
	}
	d := pagesOf(strings.ToValidUTF8(string(text), lost))
	if !d.Words() {
		return nil, []report.Finding{fileFinding(name, rule.EmptyReport, "这个 PDF 里只有图片，没有可以读取的文字",
			findWord+"；只有扫描件的，请先识别成文字，逐字核对后再放进来")}, nil
	}
	src, findings := fromDocument(name, d)
	src.Format, src.Reader = string(kindPDF), version
	f := report.Finding{Rule: rule.LossyFormat, Severity: report.Warning, File: name,
		Message:    "这些文字是从 PDF 里取出来的，段落、表格和个别字可能与原件不同",
		Suggestion: "请对照原件逐字核对；有定稿的 Word 文件的，请改放 .docx"}
	if namesAuthor(raw) { // the name itself is not repeated
		f.Message += "；文件属性里还写着作者，会随原件一起公开，程序去不掉"
		f.Suggestion += "，那样作者会自动去掉；只能用 PDF 的，请在 PDF 软件的“文件”→“属性”里清空作者，再存一次"
	}
	findings = append(findings, f)
	return src, append(findings, misnamed(name, kindPDF)...), nil
}

// outsideFault is what is told of a file when the program that reads it is not
// there, or has not read it.
func outsideFault(name string, k kind, err error) (findings []report.Finding, known bool) {
	switch {
	case errors.Is(err, convert.ErrAbsent):
		return refusal(name, k), true
	case errors.Is(err, convert.ErrFailed):
		return []report.Finding{fileFinding(name, rule.UnsupportedFormat, "这份文件（"+kindNames[k]+"）读不出来，可能已经损坏，或者有密码", refusals[k].suggestion)}, true
	}
	return nil, false
}
