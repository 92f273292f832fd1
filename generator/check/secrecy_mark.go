package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// heads is how many paragraphs at the beginning may be the head of a page,
// where a document carries its mark (GB/T 9704-2012, 7.2.2).
const heads = 8

// secrecyMark finds what marks a document as secret: 机密★, 秘密★1年, or a line
// that holds nothing else. Words about keeping secrets (保守国家秘密, 商业秘密)
// are no marks.
func secrecyMark(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.SecrecyMark, severity: report.Error}
	starred := strings.Contains(c.src.Text, "★")
	for i, p := range paragraphs(in.Report) {
		s := c.src.Slice(p.span)
		switch {
		case len(s) <= 120 && in.classifiedLine(s):
			c.add(p.span, fmt.Sprintf("这一行是密级标志：“%s”", s), secrecyAdvice)
		case len(s) <= 90 && i < heads && in.internalLine(s):
			c.note(p.span, report.Warning, fmt.Sprintf("这一行像是不对外公开的标志：“%s”", s), "请核对这份文件能不能公开；可以公开的，请用去掉这一行的公开版")
		case starred:
			in.starredMarks(&c, p.span)
		}
	}
	return c.all()
}

const secrecyAdvice = "请先停下，交保密审查：确属涉密的不得公开，并从版本库的历史中清除；已经解密或误标的，改用去掉标志的公开版"

// classifiedLine reports whether a line is a mark and nothing else: 机密, 机 密,
// 秘密★3年, 秘密 10年, 密级：机密, （秘密）.
func (in *Input) classifiedLine(s string) bool {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("（）()【】[]", r) {
			return -1
		}
		return r
	}, s)
	for _, key := range [...]string{"密级：", "密级:", "密级和保密期限：", "密级和保密期限:"} {
		s = strings.TrimPrefix(s, key)
	}
	n := in.Words.DocumentSecrecy.Prefix(s)
	if n == 0 {
		return false
	}
	s = strings.TrimPrefix(strings.TrimPrefix(s[n:], "级"), "件")
	s = strings.TrimLeft(s, "★☆*·—-：:")
	return s == "" || term(s) == len(s)
}

// term is the size of the term of secrecy that s begins with: 1年, 6个月, 长期.
func term(s string) int {
	if strings.HasPrefix(s, "长期") {
		return len("长期")
	}
	n := 0
	for n < len(s) && n < 12 {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !isDigit(r) && !strings.ContainsRune(numerals, r) {
			break
		}
		n += size
	}
	if n == 0 {
		return 0
	}
	for _, unit := range [...]string{"年", "个月"} {
		if strings.HasPrefix(s[n:], unit) {
			return n + len(unit)
		}
	}
	return 0
}

// internalLine reports whether a line says that the text is for internal use.
func (in *Input) internalLine(s string) bool {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("（）()【】[]，,。！!、★", r) {
			return -1
		}
		return r
	}, s)
	return in.Words.CheckInternal.Has(s)
}

// starredMarks finds 秘密★ within a paragraph. In quotation marks it is spoken
// of.
func (in *Input) starredMarks(c *collector, sp report.Span) {
	text := c.src.Text
	for at := sp.Start; ; {
		i := strings.Index(text[at:sp.End], "★")
		if i < 0 {
			return
		}
		star := at + i
		at = star + len("★")
		before := strings.TrimRight(text[sp.Start:star], " \u3000")
		before = strings.TrimSuffix(before, "级")
		size := in.Words.DocumentSecrecy.Suffix(before)
		if size == 0 {
			continue
		}
		start := sp.Start + len(before) - size
		if r := prev(text, sp.Start, start); strings.ContainsRune("“‘《「『\"", r) && r != 0 {
			continue
		}
		rest := text[at:sp.End]
		spaces := len(rest) - len(strings.TrimLeft(rest, " \u3000"))
		end := at
		if n := term(rest[spaces:]); n > 0 {
			end += spaces + n
		}
		found := report.Span{Start: start, End: end}
		c.add(found, fmt.Sprintf("文中有密级标志“%s”", c.src.Slice(found)), secrecyAdvice)
	}
}
