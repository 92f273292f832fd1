package word

import (
	"bytes"
	"fmt"
	"io"

	"mingfa/generator/report"
)

const saveAgain = "请在 Word 或 WPS 里打开它，用“另存为”存成 Word 文档（*.docx），再放进来"

func notWord() error {
	return &report.Refusal{Reason: report.RefusedFormat, Message: "这不是 Word 文档（.docx）", Suggestion: saveAgain}
}

// notWordBut refuses another kind of file that is packed like a Word file.
func notWordBut(what string) error {
	return &report.Refusal{Reason: report.RefusedFormat, Message: "这是" + what + "，不是 Word 文档（.docx）", Suggestion: "请检查是否放错了文件；" + saveAgain}
}

func damaged() error {
	return &report.Refusal{Reason: report.RefusedDamaged, Message: "这个 Word 文件已经损坏，读不出来", Suggestion: "请换一份完好的文件；如果 Word 或 WPS 还能打开它，请另存为 Word 文档（*.docx）再放进来"}
}

func tooLarge() error {
	return &report.Refusal{Reason: report.RefusedTooLarge, Message: fmt.Sprintf("这个 Word 文件解开后太大（正文超过%d MB），不像一份年度报告", maxMain>>20),
		Suggestion: "请检查是否放错了文件；如果没有，请把正文复制到一个新的 Word 文档里，存为 .docx"}
}

func tooDeep() error {
	return &report.Refusal{Reason: report.RefusedTooDeep, Message: "这个 Word 文件里的内容层层嵌套，超出了正常文档的范围",
		Suggestion: "请把正文复制到一个新的 Word 文档里（选“只保留文本”），存为 .docx"}
}

// unreadChunk is for a piece of the text that was put in as a file of another kind. Word
// shows it as its own; without it the report would lack what its readers see.
func unreadChunk(kind string) error {
	return &report.Refusal{Reason: report.RefusedPart, Message: "正文里有一段是插进来的" + kind + "，程序读不出来，正文就不完整",
		Suggestion: "请在 Word 里打开它，点“文件”→“另存为”，类型选“Word 文档（*.docx）”，另存一次：Word 会把插进来的文件变成普通的正文"}
}

func encrypted() error {
	return &report.Refusal{Reason: report.RefusedEncrypted, Message: "这个 Word 文件设了打开密码，读不了",
		Suggestion: "请在 Word 里打开它，在“文件”→“信息”→“保护文档”里去掉密码（WPS 在“文件”→“文档加密”），再保存"}
}

// refuseOLE tells the two files apart that begin alike: a .docx under a password
// is packed into the form of the old .doc.
func refuseOLE(r io.ReaderAt, size int64) error {
	// The names of streams are UTF-16. The directory stands anywhere in the file.
	for _, name := range []string{"EncryptedPackage", "DRMEncryptedDataSpace"} {
		if contains(r, min(size, maxFlat), wide(name)) {
			return encrypted()
		}
	}
	return &report.Refusal{Reason: report.RefusedFormat, Message: "这是旧版 Word（.doc）或 WPS 文件，不是 .docx", Suggestion: saveAgain}
}

// wide is the bytes of an ASCII name in UTF-16.
func wide(name string) []byte {
	var b []byte
	for i := range len(name) {
		b = append(b, name[i], 0)
	}
	return b
}

// contains reports whether the first size bytes of r hold want.
func contains(r io.ReaderAt, size int64, want []byte) bool {
	buffer := make([]byte, 64<<10)
	kept := 0 // of the block before, in case that want lies across both
	for at := int64(0); at < size; {
		n, err := r.ReadAt(buffer[kept:], at)
		at += int64(n)
		if bytes.Contains(buffer[:kept+n], want) {
			return true
		}
		if err != nil || n == 0 {
			return false
		}
		end := kept + n
		kept = copy(buffer, buffer[max(0, end-len(want)):end])
	}
	return false
}
