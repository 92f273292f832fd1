package series

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// markScopes sets the breaks of what is counted with more or with less than in the year before:
// 行政检查80次 and 行政检查60次（不含联合检查）, 检查80次（含复查） and 检查60次（不含复查）. Where one report
// says what is counted in and the other does not, nobody knows whether the two may be compared.
func markScopes(links []Link, then, now *report.Report, words *lexicon.Lexicon) {
	for i := range links {
		l := &links[i]
		if l.Break != nil || l.By == ByStaff {
			continue
		}
		if scopeOf(then, l.Before, words) != scopeOf(now, l.Now, words) {
			l.Break = &Break{Reason: Scope, Span: now.Figures[l.Now].Span}
		}
	}
}

// scopeOf is what a report says to be counted in a figure or left out of it, "" where it says
// nothing: 不含联合检查 of 检查60次（不含联合检查，下同）, of 检查（不含联合检查）60次 and of 检查60次，不含联合检查.
func scopeOf(r *report.Report, i int, words *lexicon.Lexicon) string {
	f := &r.Figures[i]
	if !isPlaced(r, f) {
		return ""
	}
	block := r.Blocks[f.Block].Span
	if said := scopeIn(behind(r.Source.Text[f.Span.End:block.End]), words); said != "" {
		return said
	}
	if said := scopeIn(bracketBefore(r.Source.Text[sentence(r, f).Start:f.Span.Start]), words); said != "" {
		return said
	}
	_, in, _ := bracket(f.KindLabel())
	return scopeIn(in, words)
}

// mostScope is how many bytes the words may have that say what is counted in.
const mostScope = 120

// behind is what stands in a bracket or behind a comma at the beginning of text, up to the next
// mark: 不含联合检查 of （不含联合检查，下同）.
func behind(text string) string {
	_, size := utf8.DecodeRuneInString(text)
	if size == 0 || !strings.ContainsAny(text[:size], "（(，,") {
		return ""
	}
	text = text[size:]
	end := strings.IndexFunc(text[:min(len(text), mostScope)], func(c rune) bool {
		return c == '）' || c == ')' || c != '、' && isClauseEnd(c)
	})
	if end < 0 {
		if len(text) > mostScope {
			return ""
		}
		return text
	}
	return text[:end]
}

// bracketBefore is what stands in the bracket of the clause that text ends with: 不含联合检查 of
// 开展检查（不含联合检查）共.
func bracketBefore(text string) string {
	end := max(strings.LastIndex(text, "）"), strings.LastIndex(text, ")"))
	if end < 0 || strings.ContainsFunc(text[end:], isClauseEnd) {
		return ""
	}
	from := max(strings.LastIndex(text[:end], "（"), strings.LastIndex(text[:end], "("))
	if from < 0 {
		return ""
	}
	return behind(text[from:])
}

// scopeIn is what words say to be counted in or left out, in one form of words. A number
// behind 含 is a part that is told apart, and says nothing of how the whole is counted.
func scopeIn(said string, words *lexicon.Lexicon) string {
	said = strings.TrimSpace(said)
	if n := words.SeriesExcluded.Prefix(said); n > 0 {
		return "−" + core(said[n:], words)
	}
	n := words.SeriesIncluded.Prefix(said)
	if n == 0 || strings.ContainsFunc(said, func(c rune) bool { return c >= '0' && c <= '9' || c >= '０' && c <= '９' }) {
		return ""
	}
	return "+" + core(said[n:], words)
}
