package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

const saveAsUTF8 = "请用记事本打开它，点“文件”→“另存为”，在“编码”处选“UTF-8”后保存"

// decodeText is the text of raw without its byte order mark, and the name of
// its encoding: utf-8, utf-8-bom, utf-16le or utf-16be. Nothing is replaced: a
// byte that cannot be read is a finding.
func decodeText(name string, raw []byte) (text, encoding string, fault *report.Finding) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xEF\xBB\xBF")):
		encoding, raw = "utf-8-bom", raw[3:]
	case bytes.HasPrefix(raw, []byte("\xFF\xFE")):
		return decodeUTF16(name, raw[2:], "utf-16le")
	case bytes.HasPrefix(raw, []byte("\xFE\xFF")):
		return decodeUTF16(name, raw[2:], "utf-16be")
	default:
		encoding = "utf-8"
	}
	if at := firstInvalid(raw); at >= 0 {
		return "", "", invalidUTF8(name, raw, at)
	}
	return string(raw), encoding, nil
}

// firstInvalid is the offset of the first byte that is not UTF-8; -1 when
// there is none.
func firstInvalid(raw []byte) int {
	if utf8.Valid(raw) {
		return -1
	}
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		if r == utf8.RuneError && size <= 1 {
			return i
		}
		i += size
	}
	return -1
}

// invalidUTF8 says where raw stops being UTF-8, and what it seems to be
// instead: Windows 记事本 saves GBK under the name ANSI.
func invalidUTF8(name string, raw []byte, at int) *report.Finding {
	line, start, end := lineAround(raw, at)
	f := fileFinding(name, rule.InvalidEncoding, "文件的编码不是 UTF-8，从这里起读不出来", saveAsUTF8)
	f.Line = line
	if decoded, ok := fromGB18030(raw); ok {
		f.Message = "文件的编码不是 UTF-8，看起来是 GBK/GB18030（旧版记事本里叫 ANSI）"
		// The decoder is in step at every line break, so that the line can be
		// found by its number in the decoded text.
		src := report.NewSource(name, decoded)
		f.Excerpt = src.Slice(src.LineSpan(line))
		ascii := max(0, strings.IndexFunc(f.Excerpt, func(r rune) bool { return r >= utf8.RuneSelf }))
		f.Column = ascii + 1
		f.Quote = firstRunes(f.Excerpt[ascii:], 40)
		return &f
	}
	f.Message += fmt.Sprintf("（字节 0x%02X）", raw[at])
	f.Excerpt = strings.ToValidUTF8(string(raw[start:end]), "\uFFFD")
	f.Column = utf8.RuneCount(raw[start:at]) + 1
	f.Quote = "\uFFFD"
	return &f
}

// lineAround is the number of the line that holds offset at, counted from 1,
// and the line's ends. Lines end as report.NewSource ends them.
func lineAround(raw []byte, at int) (line, start, end int) {
	line = 1
	for i := 0; i < at; i++ {
		if raw[i] == '\n' || raw[i] == '\r' && (i+1 == len(raw) || raw[i+1] != '\n') {
			line++
			start = i + 1
		}
	}
	end = len(raw)
	if n := bytes.IndexAny(raw[at:], "\r\n"); n >= 0 {
		end = at + n
	}
	return line, start, end
}

// fromGB18030 decodes raw when the whole of it can be: GB18030 holds GBK and
// GB 2312, and a label that says either is best read as it.
func fromGB18030(raw []byte) (string, bool) {
	decoded, err := simplifiedchinese.GB18030.NewDecoder().Bytes(raw)
	if err != nil || bytes.Contains(decoded, []byte("\uFFFD")) || bytes.ContainsFunc(decoded, isControl) {
		return "", false
	}
	return string(decoded), true
}

// decodeUTF16 is the text of UTF-16 after its mark, which an older 记事本 calls
// Unicode.
func decodeUTF16(name string, raw []byte, encoding string) (string, string, *report.Finding) {
	low, high := 0, 1
	if encoding == "utf-16be" {
		low, high = 1, 0
	}
	var b strings.Builder
	b.Grow(len(raw) + len(raw)/2)
	unit := func(i int) rune { return rune(raw[i+low]) | rune(raw[i+high])<<8 }
	i := 0
	for ; i+1 < len(raw); i += 2 {
		r := unit(i)
		if utf16.IsSurrogate(r) {
			pair := utf8.RuneError
			if i+3 < len(raw) {
				pair = utf16.DecodeRune(r, unit(i+2))
			}
			if pair == utf8.RuneError {
				break
			}
			r = pair
			i += 2
		}
		b.WriteRune(r)
	}
	if i == len(raw) {
		return b.String(), encoding, nil
	}
	src := report.NewSource(name, b.String())
	f := src.FindingAt(report.Span{Start: len(src.Text), End: len(src.Text)}, rule.InvalidEncoding, report.Error,
		"文件是 UTF-16（记事本里叫 Unicode），但从这里起是坏的，读不下去", saveAsUTF8)
	return "", "", &f
}

// firstRunes is the start of s, at most n characters.
func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
