package source

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"strings"
	"unicode"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// maxSize is the largest file that is read, in bytes. The longest government
// work reports have 0.1 MB; the limit bounds what a hostile file can cost.
const maxSize = 64 << 20

// Decode turns the bytes of a report file into a Source. name is kept as
// given; the bytes say what the file is, and its extension only what kind of
// text it is, where it is one. What is wrong with the file is told in findings;
// a nil Source without an error comes with at least one of severity error. The
// error is of the machine, or of ctx.
func Decode(ctx context.Context, name string, raw []byte) (*report.Source, []report.Finding, error) {
	src, findings, err := decode(ctx, name, raw)
	if src != nil && report.Failed(findings) {
		src = nil
	}
	return src, findings, err
}

// decode is Decode, but gives what could be read of a file that cannot be
// published.
func decode(ctx context.Context, name string, raw []byte) (*report.Source, []report.Finding, error) {
	if len(raw) > maxSize {
		return nil, []report.Finding{*tooLarge(name)}, nil
	}
	src, findings, err := read(ctx, name, raw)
	if src == nil {
		return nil, findings, err
	}
	src.Size = len(raw)
	src.Raw = raw
	sum := sha256.Sum256(raw)
	src.SHA256 = hex.EncodeToString(sum[:])
	if f := controlCharacter(src); f != nil { // no text, whatever it is
		return nil, []report.Finding{noText(name, *f)}, nil
	}
	return src, append(findings, faults(src, findings)...), nil
}

// read gives the text of raw by what it is. It is the one place that knows which
// kind of file goes to which reader.
func read(ctx context.Context, name string, raw []byte) (*report.Source, []report.Finding, error) {
	k := kindOf(raw)
	text, encoding := "", ""
	if k == "" {
		var fault *report.Finding
		if text, encoding, fault = decodeText(name, raw); fault != nil {
			return nil, []report.Finding{noText(name, *fault)}, nil
		}
		k = kindOfText(text, extension(name))
	}
	switch k {
	case kindMarkdown:
		if d := markdown(text); d != nil {
			src, findings := fromDocument(name, d)
			src.Format, src.Encoding, src.Reader = string(k), encoding, markdownReader
			return src, findings, nil
		}
		fallthrough
	case kindText:
		src := report.NewSource(name, text)
		src.Format, src.Encoding = string(k), encoding
		if isBlank(text) { // of which it is said that it is empty
			return src, nil, nil
		}
		return src, misnamed(name, k), nil
	case kindPage:
		src, findings := readPage(name, text, encoding)
		return src, findings, nil
	case kindWord, kindFlatWord:
		src, findings := readWord(name, raw, k)
		return src, findings, nil
	case kindOldWord, kindRTF, kindODT:
		return readOldWord(ctx, name, raw, k)
	case kindPDF:
		return readPDF(ctx, name, raw)
	}
	return nil, refusal(name, k), nil
}

// faults are what is wrong with a text as such, beside what has been found already.
func faults(src *report.Source, already []report.Finding) []report.Finding {
	if isBlank(src.Text) && !report.Failed(already) {
		return []report.Finding{fileFinding(src.Path, rule.EmptyReport, "文件里没有任何文字", "请确认已把定稿的正文放进这个文件并保存")}
	}
	if src.Document != nil && src.Encoding == "" { // Word has no encoding to be lost: what stands so is flagged as a symbol
		return nil
	}
	if f := replacementCharacter(src); f != nil {
		return []report.Finding{*f}
	}
	return nil
}

// Formats are the extensions of files that are taken for reports, lower case
// with their dot.
func Formats() []string {
	return []string{".docx", ".doc", ".wps", ".rtf", ".odt", ".xml", ".html", ".htm", ".txt", ".md", ".pdf", ".ofd"}
}

func extension(name string) string { return strings.ToLower(path.Ext(name)) }

// fileFinding is an error about the file as a whole.
func fileFinding(name, rule, message, suggestion string) report.Finding {
	return report.Finding{Rule: rule, Severity: report.Error, Message: message, Suggestion: suggestion, File: name}
}

// isBlank reports whether text holds nothing that can be seen.
func isBlank(text string) bool {
	return strings.IndexFunc(text, func(r rune) bool {
		return !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r)
	}) < 0
}

// isControl reports whether r is a C0 control character that has no place in
// a text. Tab, line feed, form feed and carriage return have one.
func isControl(r rune) bool {
	return r < 0x20 && r != '\t' && r != '\n' && r != '\f' && r != '\r'
}

// controlCharacter finds the first control character. One finding is enough:
// a file that is no text holds thousands.
func controlCharacter(src *report.Source) *report.Finding {
	first := strings.IndexFunc(src.Text, isControl)
	if first < 0 {
		return nil
	}
	count := 0
	for _, r := range src.Text[first:] {
		if isControl(r) {
			count++
		}
	}
	message := fmt.Sprintf("文中有看不见的控制字符 U+%04X", src.Text[first])
	if count > 1 {
		message += fmt.Sprintf("（这类字符共%d个，这是第一个）", count)
	}
	suggestion := "请在编辑器里删去这个字符；如果到处都有，说明它不是文本，请放 Word 文件（.docx）"
	if src.Text[first] == 0 {
		suggestion = "它不是纯文本，或是没有标记的 UTF-16；请用记事本打开原文件后另存为，编码选“UTF-8”"
	}
	f := src.FindingAt(report.Span{Start: first, End: first + 1}, rule.ControlCharacter, report.Error, message, suggestion)
	return &f
}

// replacementCharacter warns of U+FFFD: an earlier conversion lost what stood
// there, and only staff can say what it was.
func replacementCharacter(src *report.Source) *report.Finding {
	at := strings.Index(src.Text, lost)
	if at < 0 {
		return nil
	}
	f := src.FindingAt(report.Span{Start: at, End: at + len(lost)}, rule.InvalidEncoding, report.Warning,
		fmt.Sprintf("文中有替换字符“%s”（U+FFFD）%d个，说明以前转换编码时丢了字，这是第一个", lost, strings.Count(src.Text, lost)),
		"请对照定稿补上丢失的字")
	return &f
}
