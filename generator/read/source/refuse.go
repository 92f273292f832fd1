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
	kindLocked:   {"文件有打开密码，读不出来", "请在 Word 或 WPS 里打开它，点“文件”→“信息”→“保护文档”→“用密码进行加密”，把密码清空，保存后再放进来"},
	kindOldWord:  {"这是旧版 Word 或 WPS 文件（.doc、.wps），要有 LibreOffice 才能读取，这台机器上没有", saveAsWord},
	kindRTF:      {"这是 RTF 文件，要有 LibreOffice 才能读取，这台机器上没有", saveAsWord},
	kindODT:      {"这是 OpenDocument 文件，要有 LibreOffice 才能读取，这台机器上没有", saveAsWord},
	kindPDF:      {"这是 PDF 文件，要有 pdftotext 才能读取，这台机器上没有", findWord},
	kindOFD:      {"这是 OFD 版式文件，还不能读取", findWord + "；只有 OFD 的，请在阅读器里转换为 Word，逐字核对后再放进来"},
	kindPicture:  {"这是一张图片，里面没有可以读取的文字", findWord + "；只有扫描件的，请先识别成文字，逐字核对后再放进来"},
	kindSheet:    {"这是表格文件（Excel 或 WPS 表格），不是报告的正文", findWord + "；报告里的表格，请放在 Word 文件里"},
	kindSlides:   {"这是演示文稿，不是报告的正文", findWord},
	kindArchive:  {"这是压缩文件，不是报告", "请先解压，把里面的报告放进来"},
	kindMHT:      {"这是单个文件的网页（.mht），还不能读取", saveAsWord},
	kindProgram:  {"这是一个程序，不是报告", findWord},
	kindSound:    {"这是录音或者视频，里面没有可以读取的文字", findWord},
	kindFont:     {"这是字体文件，不是报告", findWord},
	kindDatabase: {"这是数据库文件，不是报告", findWord},
	kindShortcut: {"这是快捷方式，报告的文件在别处", "请找到它指向的文件，把那个文件放进来"},
	kindMail:     {"这是一封电子邮件，不是报告", "请打开邮件，把附件里的报告存下来，把存下来的文件放进来"},
	kindPointer:  {"这里只有 Git LFS 的指针，没有报告的内容", "请运行 git lfs pull 取回文件；要发布的报告不要用 Git LFS 存放"},
	kindCode:     {"这是程序代码，不是报告", findWord},
	kindSettings: {"这是设置文件，不是报告", "单位的设置写在 body.toml，报告的设置写在“年份.toml”，和报告放在同一个文件夹里。" + findWord},
	kindData:     {"这是 JSON 数据，不是报告的正文", findWord},
	kindRows:     {"这是表格数据（CSV），不是报告的正文", findWord + "；报告里的表格，请放在 Word 文件里"},
	kindEncoded:  {"这是编码过的内容（Base64），读不出文字", "邮件的附件没有存好时会这样。请打开邮件，另存附件，把存下来的文件放进来"},
	kindXML:      {"这是一份 XML，看不出是什么文件，还不能读取", saveAsWord},
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
