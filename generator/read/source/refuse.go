package source

import (
	"fmt"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

const (
	saveAsWord = "请在 Word 或 WPS 里打开它，点“文件”→“另存为”，类型选“Word 文档（*.docx）”，把存好的文件放进来"
	findWord   = "请找到定稿的 Word 或 WPS 文件，点“文件”→“另存为”，类型选“Word 文档（*.docx）”，把存好的文件放进来"
)

// refusals say of each kind that is not read what it is and what to do.
var refusals = map[kind]struct{ message, suggestion string }{
	kindLocked:  {"文件有打开密码，读不出来", "请在 Word 或 WPS 里打开它，点“文件”→“信息”→“保护文档”→“用密码进行加密”，把密码清空，保存后再放进来"},
	kindOldWord: {"这是旧版 Word 或 WPS 文件（.doc、.wps），要有 LibreOffice 才能读取，这台机器上没有", saveAsWord},
	kindRTF:     {"这是 RTF 文件，要有 LibreOffice 才能读取，这台机器上没有", saveAsWord},
	kindODT:     {"这是 OpenDocument 文件，要有 LibreOffice 才能读取，这台机器上没有", saveAsWord},
	kindPDF:     {"这是 PDF 文件，要有 pdftotext 才能读取，这台机器上没有", findWord},
	kindOFD:     {"这是 OFD 版式文件，还不能读取", findWord + "；只有 OFD 的，请在阅读器里转换为 Word，逐字核对后再放进来"},
	kindPicture: {"这是一张图片，里面没有可以读取的文字", findWord + "；只有扫描件的，请先识别成文字，逐字核对后再放进来"},
	kindSheet:   {"这是表格文件（Excel 或 WPS 表格），不是报告的正文", findWord + "；报告里的表格，请放在 Word 文件里"},
	kindSlides:  {"这是演示文稿，不是报告的正文", findWord},
	kindArchive: {"这是压缩文件，不是报告", "请先解压，把里面的报告放进来"},
	kindMHT:     {"这是单个文件的网页（.mht），还不能读取", saveAsWord},
	kindXML:     {"这是一份 XML，看不出是什么文件，还不能读取", saveAsWord},
}

// refusal is a finding that a kind of file is not read.
func refusal(name string, k kind) []report.Finding {
	r := refusals[k]
	return []report.Finding{fileFinding(name, rule.UnsupportedFormat, r.message, r.suggestion)}
}

// noText is what is told of bytes that are neither a document nor a text: fault,
// but of a file that is called a document that it is damaged. To save one as a text
// would destroy what is left of it.
func noText(name string, fault report.Finding) report.Finding {
	switch e := extension(name); e {
	case ".docx", ".doc", ".wps", ".rtf", ".odt", ".pdf":
		return fileFinding(name, rule.UnsupportedFormat, fmt.Sprintf("扩展名是 %s，内容却读不出来，文件可能已经损坏", e),
			"请试着在 Word 或 WPS 里打开它：打得开的，另存为“Word 文档（*.docx）”放进来；打不开的，请向给您文件的人再要一份")
	}
	return fault
}

func tooLarge(name string) *report.Finding {
	f := fileFinding(name, rule.FileTooLarge, fmt.Sprintf("文件超过%d MB，不像一份年度报告", maxSize>>20),
		"请检查是否放错了文件；文件里图片很多的，请在 Word 或 WPS 里删去或者压缩图片后再放进来")
	return &f
}
