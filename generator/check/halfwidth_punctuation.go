package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// fullWidth is the mark that Chinese text takes for a half-width one.
var fullWidth = map[byte]string{',': "，", '.': "。", ';': "；", ':': "：", '?': "？", '!': "！", '(': "（）"}

// mostAlike is how many half-width marks of one kind are reported one by one;
// more are a habit, told once.
const mostAlike = 10

// halfwidthPunctuation finds half-width punctuation marks in Chinese text. Times,
// thousands, addresses, codes and foreign text keep theirs, and so do brackets
// where a whole report writes them so.
func halfwidthPunctuation(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.HalfwidthPunctuation, severity: report.Warning}
	found := map[byte][]report.Span{}
	for _, p := range paragraphs(in.Report) {
		switch p.kind {
		case report.BlockMeta, report.BlockRow, report.BlockClosing:
			continue
		}
		in.halfwidthIn(p.span, found)
	}
	if strings.Contains(c.src.Text, "（") {
		found['('] = append(found['('], oddHeadings(in.Report)...)
	} else {
		delete(found, '(') // the style of the whole report
	}
	if summary, ok := habit(found); ok {
		c.add(summary.at, summary.message, summary.suggestion)
		return c.all()
	}
	for _, mark := range []byte(allHalfwidth) {
		reportHalfwidth(&c, mark, found[mark])
	}
	return c.all()
}

// allHalfwidth are the marks that are looked for, in the order in which they are told.
const allHalfwidth = ",.;:?!("

// habits is what is told of a text that writes several marks half-width
// throughout.
type habits struct {
	at                  report.Span
	message, suggestion string
}

// habit tells once of several kinds of marks, of which one at least is a habit.
// A question mark is often what is left of a lost character, and is told by itself.
func habit(found map[byte][]report.Span) (told habits, ok bool) {
	if len(found['?']) > 0 {
		return habits{}, false
	}
	var kinds, full []string
	total, most := 0, 0
	for _, mark := range []byte(allHalfwidth) {
		at := found[mark]
		if len(at) == 0 {
			continue
		}
		if total == 0 || at[0].Start < told.at.Start {
			told.at = at[0]
		}
		total, most = total+len(at), max(most, len(at))
		kinds = append(kinds, fmt.Sprintf("“%s”%d 处", shownMark(mark), len(at)))
		full = append(full, fullWidth[mark])
	}
	told.message = fmt.Sprintf("全文有 %d 处用了半角标点（%s），这里是第一处", total, strings.Join(kinds, "、"))
	told.suggestion = fmt.Sprintf("中文里请用全角的“%s”，可以在编辑软件里一并替换", strings.Join(full, ""))
	return told, len(kinds) > 1 && most > mostAlike
}

// shownMark is a mark as messages print it: brackets as a pair.
func shownMark(mark byte) string {
	if mark == '(' {
		return "()"
	}
	return string(rune(mark))
}

// reportHalfwidth tells of the places of one mark.
func reportHalfwidth(c *collector, mark byte, at []report.Span) {
	shown := shownMark(mark)
	if len(at) > mostAlike {
		c.add(at[0], fmt.Sprintf("全文有 %d 处用了半角“%s”，这里是第一处", len(at), shown), fmt.Sprintf("中文里请用全角“%s”，可以在编辑软件里一并替换", fullWidth[mark]))
		return
	}
	for _, sp := range at {
		if mark == '?' && !endsQuestion(c.src, sp) {
			c.add(sp, "半角问号“?”夹在句子中间，像是转换格式时丢了字", "请对照定稿，补上丢失的字；确实是问号的，改为全角“？”")
			continue
		}
		c.add(sp, fmt.Sprintf("中文里夹用了半角标点“%s”", shown), fmt.Sprintf("请改为全角“%s”", fullWidth[mark]))
	}
}

// endsQuestion reports whether the ? in sp ends a sentence rather than standing
// where a character was lost.
func endsQuestion(src *report.Source, sp report.Span) bool {
	at := sp.Start + strings.IndexByte(src.Slice(sp), '?')
	after, _ := next(src.Text, at+1, len(src.Text))
	before := prev(src.Text, 0, at)
	return report.IsHan(before) && (after == 0 || !report.IsHan(after) && !strings.ContainsRune("，、；", after) || strings.ContainsRune("吗呢吧么", before))
}

// halfwidthIn adds the half-width marks of a paragraph to found.
func (in *Input) halfwidthIn(sp report.Span, found map[byte][]report.Span) {
	text := in.Report.Source.Text
	for i := sp.Start; i < sp.End; {
		next := strings.IndexAny(text[i:sp.End], ",.;:?!")
		if next < 0 {
			break
		}
		i += next
		if end := codeAround(text, sp, i); end > 0 {
			i = end
			continue
		}
		if betweenChinese(text, sp, i) {
			found[text[i]] = append(found[text[i]], vicinity(text, sp, i))
		}
		i++
	}
	if !strings.Contains(text[sp.Start:sp.End], "(") {
		return
	}
	pairs, _ := pairMarks(marksIn(in.signsIn(sp)), 0, text, sp)
	for _, pair := range pairs {
		if pair[0].size == 1 && pair[1].size == 1 && bracketsChinese(text, sp, pair[0].at, pair[1].at) {
			found['('] = append(found['('], report.Span{Start: pair[0].at, End: pair[1].at + 1})
		}
	}
}

// betweenChinese reports whether the mark at i stands in Chinese text.
func betweenChinese(text string, sp report.Span, i int) bool {
	before := prev(text, sp.Start, i)
	j := i + 1
	for j < sp.End && text[j] == ' ' {
		j++
	}
	after, _ := next(text, j, sp.End)
	left, right := isChinese(before), isChinese(after) || after == 0
	switch text[i] {
	case ':':
		return left && right // a paragraph may end with one: 报告如下:
	case '.': // not 一. as a number, nor ... for an ellipsis
		return report.IsHan(before) && (report.IsHan(after) || after == 0) && j == i+1 && !strings.ContainsRune(numerals, before)
	}
	if numeral.IsDigit(before) || before == '%' {
		return isChinese(after) && after != 0
	}
	return left && (right || numeral.IsDigit(after))
}

// isChinese reports whether r is a Chinese character or a mark of Chinese
// writing.
func isChinese(r rune) bool {
	return report.IsHan(r) || r >= '\u3001' && r <= '\u301F' || r == '“' || r == '”' || r == '‘' || r == '’' || r == '（' || r == '）' || r == '％'
}

// codeAround gives the end of the run of ASCII around i when it holds a letter
// or the signs of an address; 0 when it does not. A run is looked at a little
// way only.
func codeAround(text string, sp report.Span, i int) int {
	const reach = 200
	start, end := i, i+1
	for start > sp.Start && i-start < reach && text[start-1] > ' ' && text[start-1] < 0x7F {
		start--
	}
	for end < sp.End && end-i < reach && text[end] > ' ' && text[end] < 0x7F {
		end++
	}
	for _, b := range []byte(text[start:end]) {
		if b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '@' || b == '/' {
			return end
		}
	}
	return 0
}

// bracketsChinese reports whether a pair of half-width brackets stands in
// Chinese text and holds some, more than a number.
func bracketsChinese(text string, sp report.Span, open, close int) bool {
	before := prev(text, sp.Start, open)
	after, _ := next(text, close+1, sp.End)
	if before != 0 && !isChinese(before) && !numeral.IsDigit(before) && before != '%' {
		return false
	}
	if after != 0 && !isChinese(after) && !numeral.IsDigit(after) && !report.IsHan(after) && !strings.ContainsRune("，。；：！？", after) {
		return false
	}
	number := true
	chinese := false
	inner := text[open+1 : close]
	for _, r := range inner[:min(len(inner), 300)] {
		chinese = chinese || report.IsHan(r)
		number = number && (numeral.IsDigit(r) || strings.ContainsRune(numerals, r) || r == ' ')
	}
	return chinese && !number
}

// oddHeadings are the numbers of headings written (一) where most of the report
// writes （一）.
func oddHeadings(r *report.Report) []report.Span {
	var half []report.Span
	full := 0
	for _, h := range r.Headings {
		switch {
		case strings.HasPrefix(h.Number, "(") && strings.HasSuffix(h.Number, ")"):
			half = append(half, report.Span{Start: h.Span.Start, End: h.Span.Start + len(h.Number)})
		case strings.HasPrefix(h.Number, "（") && strings.HasSuffix(h.Number, "）"):
			full++
		}
	}
	if full <= len(half) {
		return nil // the style of the whole report
	}
	return half
}

// vicinity is the mark at i with a few characters on either side.
func vicinity(text string, sp report.Span, i int) report.Span {
	a, b := i, i+1
	for n := 0; n < 4 && a > sp.Start; n++ {
		r, size := utf8.DecodeLastRuneInString(text[sp.Start:a])
		if strings.ContainsRune("，。；", r) {
			break
		}
		a -= size
	}
	for n := 0; n < 4 && b < sp.End; n++ {
		r, size := utf8.DecodeRuneInString(text[b:sp.End])
		if strings.ContainsRune("，。；", r) {
			break
		}
		b += size
	}
	return report.Span{Start: a, End: b}
}
