package check

import (
	"fmt"
	"slices"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// han is the size of a Chinese character of the basic plane in UTF-8.
const han = 3

// longestRepeat is the longest word that is looked for twice, in characters.
const longestRepeat = 12

// repeatedWord finds words written twice in a row: 行政行政, 进一步进一步, 的的.
//
// Chinese doubles words lawfully (人人, 时时处处, 一项一项), two words may meet
// in the same characters (对对口帮扶, 和平和平等), and a verb may take an object
// that begins with itself (保障保障对象). So a single character counts only
// where it never stands twice, a word of two only when it is none of those,
// and is an error only when it is known never to be doubled.
func repeatedWord(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.RepeatedWord, severity: report.Error}
	var letters []rune
	var at []int // where each letter stands in the text
	for _, p := range paragraphs(in.Report) {
		letters, at = letters[:0], at[:0]
		for i, r := range c.src.Slice(p.span) {
			letters, at = append(letters, r), append(at, p.span.Start+i)
		}
		in.repeatsIn(&c, letters, append(at, p.span.End))
	}
	return c.all()
}

// repeatsIn looks for such words in a paragraph, of which the letters stand at
// the offsets at.
func (in *Input) repeatsIn(c *collector, letters []rune, at []int) {
	for i := 0; i < len(letters); {
		n := repeatAt(letters[i:])
		if n == 0 {
			i++
			continue
		}
		end := i + 2*n
		for end+n <= len(letters) && slices.Equal(letters[end:end+n], letters[i:i+n]) {
			end += n // three times or more
		}
		in.judgeRepeat(c, report.Span{Start: at[i], End: at[end]}, at[i+n]-at[i])
		i = end
		if n == 1 {
			i-- // 了了解 begins a word with its second character
		}
	}
}

// repeatAt is how many characters the longest word of Chinese characters has
// that s begins with twice; 0 when there is none. A word of one character
// written often does not make longer ones.
func repeatAt(s []rune) int {
	switch {
	case len(s) < 2:
		return 0
	case s[0] == s[1]:
		if report.IsBasicHan(s[0]) || strings.ContainsRune("，、；：。", s[0]) {
			return 1
		}
		return 0
	case !report.IsBasicHan(s[0]):
		return 0
	}
	for n := min(longestRepeat, len(s)/2); n > 1; n-- {
		if s[0] == s[n] && s[1] == s[n+1] && slices.Equal(s[:n], s[n:2*n]) && allHan(s[:n]) {
			return n
		}
	}
	return 0
}

// allHan reports whether s holds nothing but Chinese characters of the basic
// plane.
func allHan(s []rune) bool {
	return !slices.ContainsFunc(s, func(r rune) bool { return !report.IsBasicHan(r) })
}

// judgeRepeat decides about a word of n bytes that fills sp at least twice.
func (in *Input) judgeRepeat(c *collector, sp report.Span, n int) {
	text := c.src.Text
	word := text[sp.Start : sp.Start+n]
	before, after := text[:sp.Start], text[sp.End:]
	severity := report.Error
	switch {
	case n == han && !report.IsBasicHan(firstRune(word)):
		if word == "。" && sp.Len() > 2*han {
			return // 。。。 for an ellipsis
		}
		c.add(sp, fmt.Sprintf("标点“%s”连用了两次", word), fmt.Sprintf("请核对定稿，删去多余的“%s”", word))
		return
	case n == han:
		if sp.Len() > 2*han {
			return
		}
		if end, ok := in.doubledInName(sp); ok {
			name := strings.TrimSuffix(text[end.Start:end.End], word)
			c.note(end, report.Error, fmt.Sprintf("“%s”里的“%s”连写了两次", text[end.Start:end.End], word), fmt.Sprintf("请改为“%s”", name))
			return
		}
		if !in.doubledByMistake(sp) {
			return
		}
	case sp.Len() > 2*n:
		severity = report.Warning // a slogan, a pattern
	case n == 2*han:
		if !in.Words.CheckNeverDoubled.Has(word) {
			mayMeet := in.Words.CheckMayDouble.Has(word) && (report.IsHan(firstRune(after)) || strings.HasSuffix(before, "“"))
			if mayMeet || in.Words.CheckLoose.In(word) || strings.ContainsAny(word, numerals) {
				return
			}
			severity = report.Warning
		}
		if strings.HasPrefix(after, "化") || strings.HasPrefix(after, "性") {
			return // 标准标准化, 规范规范性文件
		}
		if word == "行政" && strings.HasSuffix(before, "依法") {
			severity = report.Warning // 依法行政 and a word that begins with 行政
		}
	default:
		if strings.HasPrefix(word, "一") && word[han:2*han] == word[2*han:] {
			return // 一次次一次次
		}
		if word != "进一步" && (in.Words.CheckJoints.In(word) || strings.ContainsAny(word, numerals)) {
			severity = report.Warning
		}
	}
	c.note(sp, severity, fmt.Sprintf("“%s”连写了两次", word), fmt.Sprintf("请核对定稿，只留一个“%s”；确实应当这样写的，可在 .toml 中写明理由", word))
}

// doubledInName is a name that never changes with its last character twice: 党的二十大大, of
// which nothing but a mark or a word like 精神 may follow, for 二十大 may stand before 大力.
func (in *Input) doubledInName(sp report.Span) (report.Span, bool) {
	text := in.Report.Source.Text
	m, ok := in.Words.CheckNamesToDouble.EndingAt(text, sp.End-sp.Len()/2)
	if !ok || in.Words.CheckAfterDoubled.Prefix(text[sp.End:]) == 0 && report.IsHan(firstRune(text[sp.End:])) {
		return report.Span{}, false
	}
	return report.Span{Start: m.Start, End: sp.End}, true
}

// doubledByMistake reports whether a character that stands twice is a slip:
// only some never stand twice, and not where one of the two belongs to the word
// beside it.
func (in *Input) doubledByMistake(sp report.Span) bool {
	m, ok := in.Words.CheckDoubledByMistake.At(in.Report.Source.Text, sp.Start)
	return ok && m.End == sp.End
}

const numerals = "〇零一二三四五六七八九十百千万亿两几半"
