package check

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/escape"
	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// leftoverMarkup finds what belongs to a program and not to the text: marks of a
// conflict of versions, field codes of a word processor, tags and entities of a
// web page, marks of Markdown, lines of a mail or a chat, and the words that
// a writing assistant puts around what it wrote.
//
// <5%, A<B, C++, AT&T, #话题# and 抄送：市政府办公室 are the text's own.
func leftoverMarkup(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.LeftoverMarkup, severity: report.Error}
	isMarkdown := strings.EqualFold(path.Ext(c.src.Path), ".md")
	for n := 1; n <= c.src.Lines() && !c.full(); n++ {
		line := c.src.LineSpan(n)
		text := c.src.Slice(line)
		lead := len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
		at := func(m markup) bool {
			if m.what != "" {
				span := report.Span{Start: line.Start + m.start, End: line.Start + m.end}
				c.add(span, fmt.Sprintf("“%s”%s，不是报告的内容", escape.Clip(strings.TrimSpace(c.src.Slice(span)), 30), m.what), "请从报告里删去；内容不全的，请换成定稿")
			}
			return m.what != ""
		}
		whole := strings.TrimSpace(text)
		if whole == "" || at(in.lineMarkup(lead, whole, isMarkdown)) {
			continue
		}
		at(in.markupWithin(text, isMarkdown))
	}
	in.referenceMarks(&c)
	return c.all()
}

// markup is where a line has some, and what it is of.
type markup struct {
	start, end int
	what       string
}

// lineMarkup is what a line is by its beginning.
func (in *Input) lineMarkup(lead int, whole string, isMarkdown bool) markup {
	all := markup{lead, lead + len(whole), ""}
	switch {
	case isConflict(whole):
		all.what = "是两个版本合并时冲突的标记"
	case in.isMailLine(whole):
		all.what = "是邮件里的话"
	case in.isChatHead(whole):
		all.what = "是聊天里的话"
	case isMarkdown:
	case strings.HasPrefix(whole, "```"):
		all.what = "是 Markdown 的标记"
	case whole[0] == '#':
		marks := len(whole) - len(strings.TrimLeft(whole, "#"))
		r, _ := next(whole, marks, len(whole))
		if marks <= 6 && (r == ' ' || marks >= 2 && report.IsHan(r)) {
			return markup{lead, lead + words(whole, marks, len(whole), 12).End, "里有 Markdown 的标记"}
		}
	}
	return all
}

// isConflict reports whether a line is a mark between two versions of a text.
func isConflict(line string) bool {
	for _, mark := range [...]string{"<<<<<<<", ">>>>>>>", "|||||||", "======="} {
		if rest, ok := strings.CutPrefix(line, mark); ok && (rest == "" || rest[0] == ' ') {
			return true
		}
	}
	return false
}

// isMailLine reports whether a line is one of the head or the foot of a mail:
// 发件人：…, -----原始邮件-----, 发自我的手机.
func (in *Input) isMailLine(line string) bool {
	dashed := strings.Trim(line, "-—－ ")
	n := in.Words.CheckMail.Prefix(dashed)
	if n == 0 {
		return false
	}
	rest := dashed[n:]
	return len(dashed) < len(line) || rest == "" || strings.HasPrefix(rest, "：") || strings.HasPrefix(rest, ":") || !strings.ContainsAny(rest, "。，")
}

// isChatHead reports whether a line says who wrote in a chat and when: 张科长 14:32, 王小明 昨天 09:15:20.
func (in *Input) isChatHead(line string) bool {
	words := strings.Fields(line)
	if len(words) < 2 || len(words) > 3 || len(line) > 60 {
		return false
	}
	who, when := words[0], words[len(words)-1]
	clock := strings.Count(when, ":") > 0 && len(when) >= len("9:05") && len(when) <= len("09:05:20") && strings.Trim(when, "0123456789:") == "" && numeral.IsDigit(firstRune(when))
	n := utf8.RuneCountInString(who)
	isName := n >= 2 && n <= 4 && in.Words.CheckSurnames.Prefix(who) > 0 || n >= 3 && n <= 6 && in.Words.CheckColleagues.Suffix(who) > 0
	isDay := in.Words.CheckWeekdays.Prefix(who) > 0 // 周一 9:00: 周 is a surname too
	return clock && isName && !isDay && strings.IndexFunc(who, func(r rune) bool { return !report.IsHan(r) }) < 0
}

// markupWithin is the first markup within a line.
func (in *Input) markupWithin(text string, isMarkdown bool) markup {
	if m, ok := in.Words.CheckAssistants.Find(text, 0); ok {
		return markup{m.Start, max(m.End, words(text, m.Start, len(text), 20).End), "像是写作软件说的话"}
	}
	if m, ok := in.Words.CheckChatLines.Find(text, 0); ok {
		return markup{m.Start, m.End, "是聊天里的话"}
	}
	if m, ok := in.Words.CheckMarkup.Find(text, 0); ok && (m.Start == 0 || !isLatin(prev(text, 0, m.Start))) {
		return markup{m.Start, max(m.End, words(text, m.Start, len(text), 24).End), "是文字处理软件或者网页的代码"}
	}
	for i := 0; i < len(text); i++ {
		var m markup
		switch text[i] {
		case '<':
			if m = tagAt(text, i); m.what == "" {
				m = conflictAt(text, i)
			}
		case '>':
			m = conflictAt(text, i)
		case '&':
			m = entityAt(text, i)
		case '\\':
			if r, _ := next(text, i+1, len(text)); isLatin(r) || r == '*' {
				m = markup{i, words(text, i, len(text), 12).End, "是文字处理软件的代码"}
			}
		case '[', '@':
			m = in.chatAt(text, i)
		case '*':
			if !isMarkdown {
				m = boldAt(text, i)
				i += max(0, strings.IndexFunc(text[i:], func(r rune) bool { return r != '*' })-1)
			}
		case ']':
			if rest := text[i+1:]; !isMarkdown && (strings.HasPrefix(rest, "(http") || strings.HasPrefix(rest, "(/") || strings.HasPrefix(rest, "(#")) {
				m = markup{max(0, strings.LastIndexByte(text[:i], '[')), words(text, i, len(text), 16).End, "是 Markdown 的链接"}
			}
		}
		if m.what != "" {
			return m
		}
	}
	return markup{}
}

// conflictAt is a mark between two versions of a text that has run into a line: >>>>>>> main.
func conflictAt(text string, i int) markup {
	const least = 7
	n := runOf(text, i, func(r rune) bool { return r == rune(text[i]) })
	if n < least {
		return markup{}
	}
	return markup{i, i + n + words(text[i+n:], 0, len(text)-i-n, 6).End, "是两个版本合并时冲突的标记"}
}

// tagNames are names that stand in angle brackets in pages, in files of word
// processors and in what writing assistants give.
var tagNames = strings.Fields("p br div span table tbody thead tr td th a b i u img font strong em h1 h2 h3 h4 h5 h6 ul ol li script style html body head meta link title " +
	"o:p v:shape w:p w:r w:t st1:place input form iframe center sup sub hr section article button label option select s del ins blockquote pre code svg video audio nav footer header main caption col colgroup think")

// tagAt is a tag of a web page that begins at byte i: <p class="x">, </td>, <!--.
func tagAt(text string, i int) markup {
	const what, longestTag = "是网页的代码", 200
	rest := text[i+1:]
	for _, opening := range [...]string{"!--", "![", "?xml", "!DOCTYPE", "!doctype"} {
		if strings.HasPrefix(rest, opening) {
			return markup{i, words(text, i, len(text), 20).End, what}
		}
	}
	rest = strings.TrimPrefix(rest, "/")
	name := rest
	if k := strings.IndexFunc(rest, func(r rune) bool { return !isLatin(r) && !numeral.IsDigit(r) && r != ':' }); k >= 0 {
		name = rest[:k]
	}
	if !slices.Contains(tagNames, strings.ToLower(name)) || len(name) == len(rest) {
		return markup{}
	}
	after := rest[len(name):min(len(rest), len(name)+longestTag)]
	if after[0] != '>' && after[0] != '/' && (after[0] != ' ' || !strings.ContainsAny(after, "=>")) {
		return markup{}
	}
	end := words(text, i, len(text), 20).End
	if k := strings.IndexByte(text[i:end], '>'); k >= 0 {
		end = i + k + 1
	}
	return markup{i, end, what}
}

// entityAt is a character that a web page writes by its name: &nbsp; &#160;
func entityAt(text string, i int) markup {
	const longest = 10
	end := strings.IndexByte(text[i:min(len(text), i+longest)], ';')
	if end < 3 {
		return markup{}
	}
	name := text[i+1 : i+end]
	number := strings.TrimPrefix(name, "#")
	isName := name == number && strings.IndexFunc(name, func(r rune) bool { return !isLatin(r) && !numeral.IsDigit(r) }) < 0 && isLatin(rune(name[0]))
	isNumber := name != number && number != "" && strings.Trim(number, "0123456789abcdefABCDEFx") == ""
	if !isName && !isNumber {
		return markup{}
	}
	return markup{i, i + end + 1, "是网页的代码"}
}

// chatAt is what a chat has and a report has not: [图片], @所有人.
func (in *Input) chatAt(text string, i int) markup {
	rest := text[i+1:]
	n := in.Words.CheckChat.Prefix(rest)
	switch {
	case n == 0:
	case text[i] == '[' && strings.HasPrefix(rest[n:], "]"):
		return markup{i, i + n + 2, "是聊天里的话"}
	case text[i] == '@' && rest[:n] != "" && in.Words.CheckChatAll.Has(rest[:n]):
		return markup{i, i + n + 1, "是聊天里的话"}
	}
	return markup{}
}

// boldAt is a passage between the marks ** of Markdown. 处罚**公司和**公司, where
// they leave out names, is none.
func boldAt(text string, i int) markup {
	const longest = 240
	rest, ok := strings.CutPrefix(text[i:], "**")
	end := strings.Index(rest[:min(len(rest), longest)], "**")
	if !ok || end < 1 || rest[0] == '*' || rest[0] == ' ' {
		return markup{}
	}
	inner := rest[:end]
	first, _ := utf8.DecodeRuneInString(inner)
	last, _ := utf8.DecodeLastRuneInString(inner)
	follows, _ := next(rest, end+2, len(rest))
	opens := i == 0 || !report.IsHan(prev(text, 0, i)) && !isLatin(prev(text, 0, i))
	closes := follows == 0 || !report.IsHan(follows) && !isLatin(follows)
	if numeral.IsDigit(first) && report.IsHan(last) || opens && closes || unicode.IsPunct(last) {
		return markup{i, i + end + 4, "里有 Markdown 的标记"}
	}
	return markup{}
}
