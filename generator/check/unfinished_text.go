package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/escape"
	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// unfinishedText finds what a draft has and a report that was decided on has not:
// blanks where a number or a date should stand (审结X件, 20XX年, ____, [ ]), notes
// of those who wrote it (（此处待补充）, 【请基层科核实】, TODO) and the mark of a
// draft in the title or at the head (征求意见稿).
//
// “X+Y”模式, 3×5米, X光机, 李××, 制度有待完善 and 《条例（征求意见稿）》 are no blanks,
// notes or marks.
func unfinishedText(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.UnfinishedText, severity: report.Error}
	for i, p := range paragraphs(in.Report) {
		if c.full() {
			break
		}
		switch mark := in.draftMark(p, i); {
		case mark.Len() > 0:
			tellDraft(&c, mark)
			continue
		case p.kind == report.BlockTitle || p.kind == report.BlockClosing:
			in.blankNames(&c, p.span)
		}
		in.blanks(&c, p)
		in.blankBodies(&c, p)
		in.uncounted(&c, p)
		in.notes(&c, p)
	}
	in.emptyParts(&c)
	return c.all()
}

// tellDraft notes the mark of a draft.
func tellDraft(c *collector, mark report.Span) {
	c.add(mark, fmt.Sprintf("“%s”说明这还不是定稿", escape.Clip(c.src.Slice(mark), 24)), "请换成定稿；已经是定稿的，请删去这个标志")
}

// longestTitle is how many bytes a title has at most.
const longestTitle = 600

// draftMark is where the title, or a line of its own at the head, says that the
// text is a draft: （征求意见稿）, 送审稿, 第二稿, 3月5日稿. No span for none.
func (in *Input) draftMark(p paragraph, index int) report.Span {
	s := in.Report.Source.Slice(p.span)
	if p.kind == report.BlockTitle && len(s) < longestTitle {
		s = strings.TrimRightFunc(s, unicode.IsSpace)
		for _, pair := range [...]string{"（）", "()", "【】", "[]", "〔〕"} {
			opening, closing, _ := cutRune(pair)
			for at := 0; ; {
				open := strings.Index(s[at:], opening)
				if open < 0 {
					break
				}
				open += at
				size := strings.Index(s[open:], closing)
				if size < 0 {
					break
				}
				at = open + size
				if in.isDraft(s[open+len(opening):at]) && strings.Count(s[:open], "《") == strings.Count(s[:open], "》") {
					return report.Span{Start: p.span.Start + open, End: p.span.Start + at + len(closing)}
				}
			}
		}
		if n := in.Words.CheckDrafts.Suffix(s); n > 0 {
			return report.Span{Start: p.span.Start + len(s) - n, End: p.span.Start + len(s)}
		}
	}
	if index < heads && len(s) <= 60 && in.isDraft(strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("（）()【】[]〔〕", r) })) {
		return p.span
	}
	return report.Span{}
}

// cutRune cuts the first character off.
func cutRune(s string) (first, rest string, ok bool) {
	_, size := utf8.DecodeRuneInString(s)
	return s[:size], s[size:], size > 0
}

// isDraft reports whether a line, or what stands in brackets, is the mark of a
// draft: 征求意见稿, 2024年3月5日稿, 第2稿, 初稿，请勿外传.
func (in *Input) isDraft(s string) bool {
	s = report.Packed(s)
	if before, _, ok := strings.Cut(s, "，"); ok {
		s = before
	}
	if n := in.Words.CheckDrafts.Suffix(s); n > 0 && len(s)-n <= len("2024年12月31日") {
		return true
	}
	number, ok := strings.CutSuffix(strings.TrimPrefix(s, "第"), "稿")
	return ok && number != "" && strings.Trim(number, "0123456789"+numerals) == "" || ok && strings.HasSuffix(number, "日") && len(number) <= len("2024年12月31日")
}

// blankNames finds names left open in a title or a signature: XX市司法局.
func (in *Input) blankNames(c *collector, span report.Span) {
	text := c.src.Text[:span.End]
	for i := span.Start; i < span.End; {
		r, size := utf8.DecodeRuneInString(text[i:])
		if n := runOf(text, i, isBlankMark); isBlankMark(r) && n >= 2 && !isLatin(prev(text, span.Start, i)) && !followsLatin(text, i+n*size) && !in.isBlankNumber(text, span.Start, i, n*size) {
			c.add(words(text, i, span.End, 12), fmt.Sprintf("“%s”处的名称还没有填", text[i:i+n*size]), "请填上名称，换成定稿")
			return
		}
		i += size
	}
}

// blanks finds places of a paragraph that were to be filled in.
func (in *Input) blanks(c *collector, p paragraph) {
	text := c.src.Text[:p.span.End]
	behind := p.span.Start // the run before
	for _, s := range in.signsIn(p.span) {
		i, r, size := s.start, s.r, s.size
		if i < behind || !mayBlank(r) {
			continue
		}
		var n int
		if unicode.IsSpace(r) {
			n = runOf(text, i, unicode.IsSpace) // may be of several sizes
			end := i
			for range n {
				_, size := utf8.DecodeRuneInString(text[end:])
				end += size
			}
			n = end - i
		} else {
			n = runOf(text, i, func(x rune) bool { return x == r }) * size
		}
		if what := in.blankAt(text, p, i, n); what != "" {
			found := report.Span{Start: wordsBefore(text, p.span.Start, i, 8).Start, End: words(text, i+n, p.span.End, 4).End}
			c.add(found, fmt.Sprintf("“%s”里的%s还没有填", escape.Clip(strings.TrimSpace(c.src.Slice(found)), 30), what), "请填上核实过的内容；没有的，请删去这一句")
		}
		behind = i + n
	}
}

// blankBodies finds bodies whose name was left open in words: 某某局开展.
func (in *Input) blankBodies(c *collector, p paragraph) {
	const open = "某某"
	text := c.src.Text[:p.span.End]
	for i := p.span.Start; ; i += len(open) {
		next := strings.Index(text[i:], open)
		if next < 0 {
			return
		}
		i += next
		if after := text[i+len(open):]; in.Words.CheckBlankBodies.Prefix(after) > 0 && !in.tellsCase(text, p, i) {
			c.add(words(text, i, p.span.End, 8), "“某某”处的名称还没有填", "请填上名称，换成定稿")
		}
	}
}

// uncounted finds measure words at the end of a clause, or before 的, before which no number
// stands: 开展执法检查次，, 完成缺额名的招录.
func (in *Input) uncounted(c *collector, p paragraph) {
	if p.isRow() || p.kind == report.BlockTitle || p.kind == report.BlockClosing {
		return
	}
	text := c.src.Text[:p.span.End]
	missing := func(end int) {
		n := in.Words.CheckUncounted.Suffix(text[p.span.Start:end])
		if n == 0 {
			return
		}
		found := report.Span{Start: wordsBefore(text, p.span.Start, end-n, 4).Start, End: end}
		c.add(found, fmt.Sprintf("“%s”里漏了数", c.src.Slice(found)), "请填上核实过的数；没有的，请删去这一句")
	}
	for _, s := range in.signsIn(p.span) {
		if strings.ContainsRune("，。；（）", s.r) {
			missing(s.start)
		}
	}
	for _, measure := range [...]string{"名的", "项的", "起的", "份的", "万元的"} { // 培训期的, 问题处的 may be sound
		for from := p.span.Start; ; {
			at := strings.Index(text[from:], measure)
			if at < 0 {
				break
			}
			from += at + len(measure)
			missing(from - len("的"))
		}
	}
}

// mayBlank reports whether a blank may begin with r.
func mayBlank(r rune) bool {
	switch r {
	case '_', '＿', '*', '＊', '○', '〇', '□', '■', '?', '？', '…', 'N', 'n', 'O', ' ', '\u3000', '\u00a0', '[', '［', '（', '(', '【', '〔':
		return true
	}
	return isBlankMark(r)
}

// isBlankMark reports whether r stands for what is not known yet.
func isBlankMark(r rune) bool {
	switch r {
	case 'X', 'x', 'Ｘ', 'ｘ', '×', '✕', '╳':
		return true
	}
	return false
}

// runOf is how many characters from byte i on are of a kind.
func runOf(text string, i int, is func(rune) bool) int {
	n := 0
	for _, r := range text[i:] {
		if !is(r) {
			break
		}
		n++
	}
	return n
}

// blankAt says what is missing where a run of n bytes of one character stands at
// byte i, "" for nothing.
func (in *Input) blankAt(text string, p paragraph, i, n int) string {
	r, size := utf8.DecodeRuneInString(text[i:])
	before, after := prev(text, p.span.Start, i), text[i+n:]
	switch {
	case isBlankMark(r):
		if in.isBlankNumber(text, p.span.Start, i, n) {
			return "数"
		}
		if n >= 2*size && !isLatin(before) && (before == '《' || in.Words.CheckBlankNames.Prefix(after) > 0) && before != '+' {
			return "名称" // 开展XX活动, 《××办法》
		}
		if n >= 2*size && !isLatin(before) && in.Words.CheckBlankBodies.Prefix(after) > 0 && !in.tellsCase(text, p, i) {
			return "名称" // XX县委
		}
	case r == '_' || r == '＿':
		if n >= 2*size && !isLatin(before) && !followsLatin(text, i+n) || report.IsHan(before) && in.countsAfter(after, true) {
			return "内容"
		}
	case strings.ContainsRune("[［（(【〔", r):
		closing := map[rune]string{'[': "]", '［': "］", '（': "）", '(': ")", '【': "】", '〔': "〕"}[r]
		inner := strings.TrimLeft(after, " \u3000\u00a0_＿")
		if n == size && strings.HasPrefix(inner, closing) && !isLatin(before) && !p.isRow() {
			return "内容"
		}
	case unicode.IsSpace(r):
		switch {
		case p.isRow() || strings.ContainsAny(text[i:i+n], "\n\r\t"):
		case report.IsHan(before) && before != '年' && before != '月' && (n >= 2*size || r == '\u3000') && in.countsAfter(after, true):
			return "数"
		case (strings.HasPrefix(after, "%") || strings.HasPrefix(after, "％")) && (in.wanted(text[p.span.Start:i]) == "%" || in.Words.CheckRateEndings.Suffix(text[p.span.Start:i]) > 0):
			return "数" // 覆盖率 %
		case before == '年' && strings.HasPrefix(after, "月"), before == '月' && strings.HasPrefix(after, "日"):
			return "日期"
		case before == '〕' && strings.HasPrefix(after, "号") && n >= 2*size:
			return "文号"
		}
	case r == '?' || r == '？':
		if report.IsHan(before) && in.countsAfter(after, true) {
			return "数"
		}
		if report.IsHan(before) && n >= 2*size {
			return "内容" // 附件？？
		}
	case r == '〇':
		if n > size && report.IsHan(before) && !strings.ContainsRune(numerals, before) && in.countsAfter(after, true) {
			return "数" // 罚款〇〇万元; 二〇〇万元 is a number
		}
	case r == 'O':
		if n > size && report.IsHan(before) && in.countsAfter(after, true) {
			return "数" // 检查OO次
		}
	case r == 'N' || r == 'n':
		if n == size && (report.IsHan(before) || strings.ContainsRune("”》", before)) && in.countsAfter(after, true) {
			return "数" // 培训N人
		}
	case n >= size && report.IsHan(before) && !strings.ContainsRune(numerals, before) && in.countsAfter(after, true):
		return "数"
	}
	return ""
}

// tellsCase reports whether the sentence at byte i tells of a case, in which names
// are left out: 不服××县人民政府作出的决定.
func (in *Input) tellsCase(text string, p paragraph, i int) bool {
	start := p.span.Start + strings.LastIndex(text[p.span.Start:i], "。") + 1
	sentence, _, _ := strings.Cut(text[start:], "。")
	return in.Words.CheckCaseTold.In(sentence)
}

// isBlankNumber reports whether a run of X stands for a number or a part of a
// date: X件, XX余次, 20XX年, X月X日, 〔2024〕X号, X%. In “1+X”, 3×5米, TX个 and
// 李××名下 it does not.
func (in *Input) isBlankNumber(text string, from, i, n int) bool {
	before, after := prev(text, from, i), text[i+n:]
	count := utf8.RuneCountInString(text[i : i+n])
	r, _ := utf8.DecodeRuneInString(text[i:])
	switch {
	case isLatin(before) || before == '+' || before == '＋' || before == '-':
		return false
	case numeral.IsDigit(before) || strings.ContainsRune(numerals, before) && before != 0:
		digits := strings.TrimRight(text[from:i], "0123456789０１２３４５６７８９"+numerals)
		isYear := strings.HasPrefix(strings.TrimLeft(after, " "), "年") && utf8.RuneCountInString(text[from+len(digits):i])+count == 4
		return isYear || count >= 2 && in.countsAfter(after, false)
	case before == '〕' || before == '］' || before == ']':
		return strings.HasPrefix(after, "号")
	case isSign(r) && in.Words.CheckSurnames.Suffix(text[from:i]) > 0:
		return in.countsAfter(after, true)
	}
	return in.countsAfter(after, false)
}

// isSign reports whether r is a sign that also leaves out parts of names.
func isSign(r rune) bool { return strings.ContainsRune("×✕╳", r) }

// countsAfter reports whether what follows a blank counts or dates: 件, 余万元, 年,
// %. With alone set it must be the end of the clause.
func (in *Input) countsAfter(after string, alone bool) bool {
	s := strings.TrimLeft(after, " \u3000")
	s = strings.TrimLeft(s, "余多万亿")
	s = strings.TrimLeft(s, " ")
	n := in.Words.CheckBlankUnits.Prefix(s)
	if n == 0 {
		return false
	}
	end, _ := utf8.DecodeRuneInString(s[n:])
	return !alone || s[n:] == "" || strings.ContainsRune("，。；、,;.（）()”", end)
}

// followsLatin reports whether a Latin letter or a digit stands at byte i.
func followsLatin(text string, i int) bool {
	r, _ := next(text, i, len(text))
	return isLatin(r) || numeral.IsDigit(r)
}
