package check

import (
	"fmt"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/escape"
	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// How long, in characters, a passage must be for its second time to be a fault
// rather than a turn of phrase. Shorter paragraphs are lines of forms, shorter
// sentences slogans.
const (
	leastParagraph = 16
	leastSentence  = 20
	leastClause    = 8
)

// repeatedPassage finds what stands in a report twice, word for word: the whole
// text, a section, paragraphs, a sentence, or a clause with a number. Paragraphs
// that follow one another at both places are told once.
//
// Only the first place of a repetition keeps its meaning, so that the second is
// marked and the first is named. White space does not count.
func repeatedPassage(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.RepeatedPassage, severity: report.Error}
	all := paragraphs(in.Report)
	texts := make([]string, len(all))
	for i, p := range all {
		if !p.isRow() {
			texts[i] = in.packed(p.span)
		}
	}
	again := in.repeatedParagraphs(&c, all, texts)
	in.copied = in.copied[:0]
	for i := range all {
		if again[i] {
			in.copied = append(in.copied, all[i].span)
		}
	}
	in.repeatedSentences(&c, all, again)
	return c.all()
}

// repeatedParagraphs tells of paragraphs that stand twice, and says which do.
func (in *Input) repeatedParagraphs(c *collector, all []paragraph, texts []string) (again []bool) {
	again = make([]bool, len(all))
	first := make(map[string]int, len(all))
	for i := 0; i < len(all); {
		j, known := first[texts[i]]
		if !known || !isLong(texts[i], leastParagraph) || all[i].kind == report.BlockMeta || all[i].kind == report.BlockClosing {
			if texts[i] != "" && !known {
				first[texts[i]] = i
			}
			i++
			continue
		}
		start := i
		for start > 0 && j-(i-start) > 0 && j-(i-start)-1 < start-1 && texts[start-1] != "" && !again[start-1] && texts[start-1] == texts[j-(i-start)-1] {
			start-- // the headings above, too short by themselves
		}
		end := i
		for end < len(all) && j+end-i < start && texts[end] != "" && texts[end] == texts[j+end-i] {
			again[end] = true
			end++
		}
		for k := start; k < i; k++ {
			again[k] = true
		}
		from, to := all[j-(i-start)], all[j+end-1-i]
		in.tellRepeat(c, all[start:end], c.src.Line(from.span.Start), c.src.Line(to.span.Start))
		i = end
	}
	return again
}

// tellRepeat reports paragraphs that stand in the lines first to last already.
func (in *Input) tellRepeat(c *collector, paragraphs []paragraph, first, last int) {
	span := paragraphs[0].span
	here := c.src.Line(span.Start)
	const advice = "请核对定稿，只留一处；确实要写两遍的，可在 .toml 中写明理由"
	if len(paragraphs) == 1 {
		c.add(words(c.src.Text, span.Start, span.End, 40), fmt.Sprintf("这一段与第 %d 行逐字相同，写了两遍", first), advice)
		return
	}
	end := c.src.Line(paragraphs[len(paragraphs)-1].span.Start)
	c.add(words(c.src.Text, span.Start, span.End, 40), fmt.Sprintf("第 %d 至 %d 行与第 %d 至 %d 行逐字相同，写了两遍", here, end, first, last), advice)
}

// repeatedSentences tells of sentences that stand twice in the report, and of
// clauses with a number that stand twice in a sentence.
func (in *Input) repeatedSentences(c *collector, all []paragraph, again []bool) {
	first := map[string]int{} // the line of each sentence
	for i, p := range all {
		if p.isRow() || again[i] || p.kind == report.BlockMeta || p.kind == report.BlockTitle || p.kind == report.BlockClosing {
			continue
		}
		for sentence := range in.parts(p.span, isStop) {
			text := in.packed(sentence)
			line, known := first[text]
			switch {
			case !isLong(text, leastSentence):
			case known:
				c.note(sentence, report.Warning, fmt.Sprintf("这一句与第 %d 行的一句逐字相同", line), "请核对定稿，只留一处；确实要写两遍的，可在 .toml 中写明理由")
				continue
			default:
				first[text] = c.src.Line(sentence.Start)
			}
			in.repeatedClauses(c, sentence)
		}
	}
}

// repeatedClauses tells of clauses of a sentence that state a number and stand in
// it twice: 排查隐患7处，排查隐患7处. A rate alone may be the same of two things.
func (in *Input) repeatedClauses(c *collector, sentence report.Span) {
	if !slices.ContainsFunc(in.signsIn(sentence), func(s sign) bool { return numeral.IsDigit(s.r) }) {
		return
	}
	seen := map[string]bool{}
	before := ""
	for clause := range in.parts(sentence, isComma) {
		text := strings.TrimPrefix(strings.TrimPrefix(in.packed(clause), "其中"), "共")
		isRate := strings.ContainsAny(text, "%％") || strings.Contains(text, "百分点") || strings.Contains(text, "全部")
		if isLong(text, leastClause) && strings.ContainsFunc(text, numeral.IsDigit) && (text == before || seen[text] && !isRate) {
			c.note(clause, report.Warning, fmt.Sprintf("“%s”在这一句里写了两遍", escape.Clip(text, 24)), "请核对定稿，只留一处；如果其中一处的事项或者数字写错了，请改正")
		}
		seen[text], before = true, text
	}
}

func isStop(r rune) bool { return r == '。' || r == '！' || r == '？' || r == '\n' }

func isComma(r rune) bool { return r == '，' || r == '；' || r == ',' || r == ';' }

// parts yields the parts of a span between the marks that end one, without
// the marks and without white space around.
func (in *Input) parts(span report.Span, ends func(rune) bool) iter.Seq[report.Span] {
	text := in.Report.Source.Text
	return func(yield func(report.Span) bool) {
		at := span.Start
		give := func(end int) bool {
			part := text[at:end]
			start := at + len(part) - len(strings.TrimLeftFunc(part, unicode.IsSpace))
			trimmed := strings.TrimSpace(part)
			return trimmed == "" || yield(report.Span{Start: start, End: start + len(trimmed)})
		}
		for _, s := range in.signsIn(span) {
			if !ends(s.r) {
				continue
			}
			if !give(s.start) {
				return
			}
			at = s.end()
		}
		give(span.End)
	}
}

// packed is the text in a span without white space.
func (in *Input) packed(span report.Span) string {
	s := in.Report.Source.Slice(span)
	if !spacesIn(in.signsIn(span)) { // as of nearly all
		return s
	}
	return report.Packed(s)
}

// isLong reports whether s has n characters or more.
func isLong(s string, n int) bool {
	return len(s) >= n && utf8.RuneCountInString(s) >= n
}
