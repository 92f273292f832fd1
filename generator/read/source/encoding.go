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

const (
	saveAsUTF8 = "请用记事本打开它，点“文件”→“另存为”，在“编码”处选“UTF-8”后保存"
	lost       = "\uFFFD" // what a decoder writes for what it cannot read
)

// decodeText is the text of raw without its byte order mark, and the name of
// its encoding: utf-8, utf-8-bom, utf-16le, utf-16be, gb18030 or big5. The bytes
// decide, whatever a file says of itself: UTF-8 cannot be met by chance, and
// what is neither it nor UTF-16 is GB 18030, as Windows 记事本 saves it under
// the name ANSI, or Big5. Nothing is replaced: a byte that cannot be read is a
// finding.
func decodeText(name string, raw []byte) (text, encoding string, fault *report.Finding) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xEF\xBB\xBF")):
		if at := firstInvalid(raw[3:]); at >= 0 {
			return "", "", invalidText(name, raw[3:], at)
		}
		return string(raw[3:]), "utf-8-bom", nil
	case bytes.HasPrefix(raw, []byte("\xFF\xFE")):
		return decodeUTF16(name, raw[2:], littleEndian)
	case bytes.HasPrefix(raw, []byte("\xFE\xFF")):
		return decodeUTF16(name, raw[2:], bigEndian)
	}
	at := firstInvalid(raw)
	if at < 0 && bytes.IndexByte(raw, 0) < 0 {
		return string(raw), "utf-8", nil
	}
	if order := unmarkedUTF16(raw); order != "" {
		return decodeUTF16(name, raw, order)
	}
	if at < 0 { // a NUL is told of as a control character
		return string(raw), "utf-8", nil
	}
	if nearlyUTF8(raw) {
		return "", "", invalidText(name, raw, at)
	}
	if text, ok := decodeBig5(raw); ok {
		return text, "big5", nil
	}
	if text, ok := decodeGB18030(raw); ok {
		return text, "gb18030", nil
	}
	return "", "", invalidGB18030(name, raw, at)
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

// nearlyUTF8 reports whether most of what is not ASCII in raw is UTF-8: a text
// of which some bytes are broken must not be read as another encoding, which
// would give other characters for all of it.
func nearlyUTF8(raw []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(raw); {
		r, size := utf8.DecodeRune(raw[i:])
		switch {
		case r == utf8.RuneError && size <= 1:
			bad++
		case size >= 3:
			good += size
		}
		i += size
	}
	return good > bad
}

// invalidText says where raw stops being UTF-8.
func invalidText(name string, raw []byte, at int) *report.Finding {
	line, start, end := lineAround(raw, at)
	f := fileFinding(name, rule.InvalidEncoding, fmt.Sprintf("文件的编码不是 UTF-8，从这里起读不出来（字节 0x%02X）", raw[at]), saveAsUTF8)
	f.Line = line
	f.Excerpt = strings.ToValidUTF8(string(raw[start:end]), lost)
	f.Column = utf8.RuneCount(raw[start:at]) + 1
	f.Quote = lost
	return &f
}

// invalidGB18030 says where raw, which is not UTF-8 from at on, stops being
// GB 18030. The decoder is in step again at every line break.
func invalidGB18030(name string, raw []byte, at int) *report.Finding {
	if shareOf(raw, usualGB) < 80 {
		return invalidText(name, raw, at)
	}
	n := 0
	for line := range bytes.Lines(raw) {
		n++
		if _, ok := decodeGB18030(line); ok {
			continue
		}
		decoded, _ := simplifiedchinese.GB18030.NewDecoder().Bytes(bytes.TrimRight(line, "\r\n"))
		f := fileFinding(name, rule.InvalidEncoding, "文件是 GB 18030（旧版记事本里叫 ANSI），但这一行里有坏的字节，读不出来", saveAsUTF8)
		f.Line, f.Excerpt = n, string(decoded)
		f.Column = utf8.RuneCountInString(f.Excerpt[:max(0, strings.Index(f.Excerpt, lost))]) + 1
		if strings.Contains(f.Excerpt, lost) {
			f.Quote = lost
		}
		return &f
	}
	return invalidText(name, raw, at)
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

// The two orders of bytes of UTF-16.
const (
	littleEndian = "utf-16le"
	bigEndian    = "utf-16be"
)

// unit is the number that the two bytes of raw at i are in an order.
func unit(raw []byte, i int, order string) rune {
	if order == bigEndian {
		return rune(raw[i])<<8 | rune(raw[i+1])
	}
	return rune(raw[i]) | rune(raw[i+1])<<8
}

// decodeUTF16 is the text of UTF-16 after its mark, which an older 记事本 calls
// Unicode.
func decodeUTF16(name string, raw []byte, order string) (string, string, *report.Finding) {
	var b strings.Builder
	b.Grow(len(raw) + len(raw)/2)
	i := 0
	for ; i+1 < len(raw); i += 2 {
		r := unit(raw, i, order)
		if utf16.IsSurrogate(r) {
			pair := utf8.RuneError
			if i+3 < len(raw) {
				pair = utf16.DecodeRune(r, unit(raw, i+2, order))
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
		return b.String(), order, nil
	}
	src := report.NewSource(name, b.String())
	f := src.FindingAt(report.Span{Start: len(src.Text), End: len(src.Text)}, rule.InvalidEncoding, report.Error,
		"文件是 UTF-16（记事本里叫 Unicode），但从这里起是坏的，读不下去", saveAsUTF8)
	return "", "", &f
}

// unmarkedUTF16 is the order of bytes of a text in UTF-16 without a byte order
// mark; "" for any other. Nineteen of twenty units have to be what Chinese texts
// are made of: bytes of GB 18030 in pairs are mostly Hangul, and the wrong order
// gives characters that nobody uses.
func unmarkedUTF16(raw []byte) string {
	if len(raw)%2 == 1 || bytes.IndexByte(raw, 0) < 0 { // every text has a line break or a digit
		return ""
	}
	little, big := 0, 0
	for i := 0; i < len(raw); i += 2 {
		if isUsualUnit(unit(raw, i, littleEndian)) {
			little++
		}
		if isUsualUnit(unit(raw, i, bigEndian)) {
			big++
		}
	}
	most := len(raw) / 2 * 19 / 20
	switch {
	case little > big && little > most:
		return littleEndian
	case big > little && big > most:
		return bigEndian
	}
	return ""
}

func isUsualUnit(r rune) bool {
	return r >= 0x20 && r < 0x7F || r == '\t' || r == '\n' || r == '\r' || r >= 0x4E00 && r <= 0x9FFF || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFF5E ||
		r >= 0x2010 && r <= 0x203B || r >= 0x2460 && r <= 0x24FF || r >= 0xD840 && r <= 0xDFFF || r == '·' || r == '×'
}
