package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// garble says whether a text can be read at all.
type garble struct {
	first  report.Span // where it begins
	places int         // how many, of a text that was spoilt on its way
	lacks  string      // what is wrong with the text as a whole, "" for nothing
}

// How much of a text is spoilt before nothing else is said of it; and how many
// letters a text has before their language is judged.
const (
	manyGarbled = 20
	manyLetters = 40
)

// garbledText finds a text that nobody can read: one saved or opened in a wrong
// encoding (????, ï¼Œ, 锟斤拷, U+FFFD), in another language, or with nothing in it
// but a title, headings or 详见附件。 It is told once, and nothing else is told of
// such a text but what must not be public.
func garbledText(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.GarbledText, severity: report.Error}
	const advice = "请换成签发的定稿，最好是 Word 文件（.docx），再看一遍读出的文字"
	switch g := in.garbled.Get(in.Report, in.findGarble); {
	case g.places > 0:
		c.add(g.first, fmt.Sprintf("报告里有 %d 处乱码，这里是第一处", g.places), advice)
	case g.lacks != "":
		c.add(g.first, g.lacks, "请放入报告的全文；全文是另外的文件的，请放入那个文件")
	}
	return c.all()
}

// readable leaves of the findings about a text that nobody can read only the one
// that says so, and those about what must not be public.
func (in *Input) readable(findings []report.Finding) []report.Finding {
	if g := in.garbled.Get(in.Report, in.findGarble); g.lacks == "" {
		return findings
	}
	return slices.DeleteFunc(findings, func(f report.Finding) bool {
		_, flagged := flagRules[report.FlagKind(f.Rule)]
		return f.Rule != rule.GarbledText && !flagged && !slices.Contains(staying[:], f.Rule)
	})
}

// findGarble looks through the text once.
func (in *Input) findGarble() (g garble) {
	text := in.Report.Source.Text
	letters, chinese := 0, 0
	note := func(start, end int) {
		if g.places == 0 {
			g.first = report.Span{Start: start, End: end}
		}
		g.places++
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		end := i + size
		switch {
		case report.IsBasicHan(r):
			chinese++
			letters++
			if n := in.wronglyHan(text, i, r); n > 0 {
				end = i + n
				note(i, end)
			}
		case r == utf8.RuneError && size > 0:
			for strings.HasPrefix(text[end:], "\uFFFD") {
				end += len("\uFFFD")
			}
			if d := in.Report.Source.Document; d == nil || in.Report.Source.Encoding != "" { // in Word it is a symbol, which is flagged
				note(i, end)
			}
		case r == '?' || r == '？':
			if n := runOf(text, i, func(x rune) bool { return x == r }); n >= 4 || n == 3 && r == '?' {
				end = i + n*size
				note(i, end)
			}
		case r == '%' || r == '=':
			if n := escapedBytes(text, i); n > 0 {
				end = i + n
				note(i, end)
			}
		case r >= 0x80 && r < 0x180:
			n := latinRun(text, i)
			if isWronglyLatin(text[i : i+n]) {
				note(i, i+n)
			}
			end = i + n
		case unicode.IsLetter(r):
			letters++
			if report.IsHan(r) {
				chinese++
			}
		}
		i = end
	}
	switch {
	case g.places >= manyGarbled || g.places > 0 && chinese < manyLetters:
		g.lacks = "报告是乱码"
	case g.places > 0:
	case letters >= manyLetters && chinese*4 < letters:
		g.first, g.lacks = report.Span{Start: 0, End: words(text, 0, len(text), 20).End}, "这份文件不是用中文写的"
	case chinese == 0 && strings.TrimSpace(text) != "":
		g.first, g.lacks = report.Span{Start: 0, End: words(text, 0, len(text), 20).End}, "这份文件里没有一个汉字，不是报告"
	case in.Slug != "" && chinese < fewHan && !in.hasTitle():
		g.first, g.lacks = report.Span{Start: 0, End: words(text, 0, len(text), 20).End}, "这份文件里只有几个字，不是报告"
	default:
		g.first, g.lacks = in.lacksBody()
	}
	return g
}

// fewHan is how many Chinese characters a text without a title has at least that may be a report.
const fewHan = 20

// hasTitle reports whether a title was read.
func (in *Input) hasTitle() bool {
	for i := range in.Report.Blocks {
		if in.Report.Blocks[i].Kind == report.BlockTitle {
			return true
		}
	}
	return false
}

// wronglyHan is the size of characters that come of UTF-8 read as GBK (锛, 鐨), or
// of bytes that were nothing (锟斤拷, 烫烫烫). A single 锛 may be a name.
func (in *Input) wronglyHan(text string, i int, r rune) int {
	if !in.Words.CheckMojibake.Begins(r) {
		return 0
	}
	n := 0
	for {
		m, ok := in.Words.CheckMojibake.At(text, i+n)
		if !ok {
			break
		}
		n += m.Len()
	}
	const two = 2 * han
	near := text[i+n : min(len(text), i+n+4*han)]
	if n >= two || n > 0 && slices.ContainsFunc([]rune(near), in.Words.CheckMojibake.Begins) {
		return max(n, han)
	}
	return 0
}

// escapedBytes is the size of bytes of Chinese written as %E6%B3%95 or =E6=B3=95.
func escapedBytes(text string, i int) int {
	isHex := func(b byte) bool { return b >= '0' && b <= '9' || b >= 'A' && b <= 'F' || b >= 'a' && b <= 'f' }
	n := 0
	for i+n+3 <= len(text) && text[i+n] == text[i] && isHex(text[i+n+1]) && isHex(text[i+n+2]) {
		n += 3
	}
	if n < 9 || !strings.ContainsAny(text[i+1:i+2], "EeAaBbCcDdFf") {
		return 0
	}
	return n
}

// latinRun is the size of the characters from byte i on that bytes over 0x7F
// become when they are read as Western text.
func latinRun(text string, i int) int {
	n := 0
	for _, r := range text[i:] {
		if r < 0x80 || r >= 0x180 && !strings.ContainsRune("€‚ƒ„†‡ˆ‰‹˜™›", r) {
			break
		}
		n += utf8.RuneLen(r)
	}
	return n
}

// isWronglyLatin reports whether a run of Western characters is Chinese that was
// read as Western: ï¼Œ, å¸æ³•, Ê¾Àý. Müller, José·, 3×5, 20°±2 are sound.
func isWronglyLatin(run string) bool {
	if strings.HasPrefix(run, "ï¼") || strings.HasPrefix(run, "ã€") || strings.HasPrefix(run, "â€") {
		return true
	}
	count, accented, lead, follows := 0, 0, false, 0
	for _, r := range run {
		count++
		switch isAccented := r >= 0xC0 && r <= 0xFF && r != '×' && r != '÷'; {
		case isAccented:
			accented++
			lead, follows = r >= 'ã' && r <= 'é', 0
		case lead && r != '·':
			if follows++; follows == 2 {
				return true
			}
		}
	}
	return count >= 4 && accented >= 2
}

// goesOnInText reports whether text stands behind a heading on its line, as where all
// paragraphs of a report were joined: 一、主要做法 开展培训3次。二、存在的问题 人手不足。
func (in *Input) goesOnInText(p paragraph) bool {
	blocks := in.Report.Blocks
	for i := p.first + 1; i < len(blocks) && blocks[i].Line == blocks[p.first].Line; i++ {
		if blocks[i].Kind != report.BlockHeading {
			return true
		}
	}
	return false
}

// lacksBody says what a report without a text is made of, and where it begins.
func (in *Input) lacksBody() (report.Span, string) {
	src := in.Report.Source
	title, headings := false, false
	elsewhere := report.Span{}
	for _, p := range paragraphs(in.Report) {
		s := report.Packed(src.Slice(p.span))
		switch p.kind {
		case report.BlockTitle:
			title = true
			continue
		case report.BlockMeta, report.BlockClosing:
			continue
		case report.BlockHeading:
			headings = true
			if !in.goesOnInText(p) {
				continue
			}
		}
		if !in.sendsElsewhere(s) {
			return report.Span{}, ""
		}
		elsewhere = p.span
	}
	switch {
	case elsewhere.Len() > 0 && title:
		return elsewhere, "报告没有正文，只说在别处"
	case !title:
		return report.Span{}, ""
	case headings:
		return report.Span{Start: 0, End: words(src.Text, 0, len(src.Text), 40).End}, "报告只有标题，各部分都没有正文"
	}
	return report.Span{Start: 0, End: words(src.Text, 0, len(src.Text), 40).End}, "报告只有题目，没有正文"
}

// sendsElsewhere reports whether a paragraph says no more than where the text is:
// 详见附件。, （正文见附件）, 附件：年度报告.pdf.
func (in *Input) sendsElsewhere(s string) bool {
	if len(s) > 40*han {
		return false
	}
	if in.Words.CheckElsewhere.Prefix(strings.TrimFunc(s, unicode.IsPunct)) > 0 {
		return true
	}
	s = strings.TrimFunc(s, func(r rune) bool { return unicode.IsPunct(r) || unicode.IsDigit(r) })
	return s == "" || in.Words.CheckElsewhere.Suffix(s) > 0 && !strings.ContainsFunc(s, numeral.IsDigit)
}
