package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/report"
)

// runOnBytes is how long a line must be to hold several headings with their
// text: some editors of web pages join all paragraphs of a report.
const runOnBytes = 40 * 3

// partRunOn parts lines that hold several headings, so that each is a line of
// its own from here on: 一、工作情况 （一）强化学习。召开会议4次。 （二）… 二、存在的问题 ….
func (p *parser) partRunOn() {
	var out []line
	for i, l := range p.lines {
		var cuts []int
		if s := p.text(i); i >= p.body && l.kind == report.BlockText && (len(s) >= runOnBytes || isRunOn(s)) {
			cuts = runOn(s)
		}
		if len(cuts) == 0 {
			if out != nil {
				out = append(out, l)
			}
			continue
		}
		if out == nil {
			out = append(make([]line, 0, len(p.lines)+len(cuts)), p.lines[:i]...)
		}
		at := l.span.Start
		for _, cut := range append(cuts, l.span.Len()) {
			part := l
			part.span = trim(p.src.Text, report.Span{Start: at, End: l.span.Start + cut})
			if at = l.span.Start + cut; part.span.Len() > 0 {
				out = append(out, part)
			}
		}
	}
	if out != nil {
		p.lines = out
	}
}

// isRunOn reports whether a line opens with a heading 一、 that white space sets apart from
// its text, and 二、 does so further on: then a short one too is a report in one paragraph.
func isRunOn(s string) bool {
	if first, ok := readMark(s); !ok || first.family != chinese || first.n != 1 || !strings.Contains(s, "。") {
		return false
	}
	marks := inOrder(numbersIn(s))
	if len(marks) < 2 || marks[0].at > 0 {
		return false
	}
	for k, m := range marks {
		end := len(s)
		if k+1 < len(marks) {
			end = marks[k+1].at
		}
		if m.family == chinese && spacedHeading(s[m.at+m.size:end]) == 0 {
			return false
		}
	}
	return true
}

// inner is the number of a heading within a line.
type inner struct {
	mark
	at int
}

// runOn is where a line is to be parted, in order: before each heading but one
// at its beginning, and behind a heading that white space sets apart from its
// text. It gives nothing unless numbers follow each other.
func runOn(s string) []int {
	marks := inOrder(numbersIn(s))
	if len(marks) < 2 {
		return nil
	}
	var cuts []int
	for k, m := range marks {
		if m.at > 0 {
			cuts = append(cuts, m.at)
		}
		end := len(s)
		if k+1 < len(marks) {
			end = marks[k+1].at
		}
		if n := spacedHeading(s[m.at+m.size : end]); n > 0 {
			cuts = append(cuts, m.at+m.size+n)
		}
	}
	return cuts
}

// spacedHeading is how long the heading is that white space parts from the
// text behind it, 0 when none does: 存在的问题 人手不足。
func spacedHeading(s string) int {
	start := skipSpace(s)
	if !strings.Contains(s, "。") {
		return 0
	}
	for i, r := range s[start:] {
		switch {
		case unicode.IsSpace(r):
			if !hasLength(s[start:start+i], 2, headRunes) {
				return 0
			}
			return start + i
		case strings.ContainsRune("。；：:;", r):
			return 0
		}
	}
	return 0
}

// numbersIn finds what may be numbers of headings within s: behind the end of a
// sentence or white space, in no brackets and no quotation.
func numbersIn(s string) []inner {
	var marks []inner
	depth := 0
	before := '。'
	spaced := false // white space stands before
	titled := 0     // the end of the last 一、, while nothing but its heading stands behind it
	for at, r := range s {
		if depth == 0 && opensNumber(r) && (endsBefore(before) || spaced || titled > 0 && at > titled) {
			m, ok := readMark(s[at:])
			first := m.n == 1 && (m.family == bracket || titled == 0 || spaced)
			if ok && m.family != ordinal && m.family <= bracket && !m.doubt && (first || spaced || before == '。') {
				marks = append(marks, inner{m, at})
				if titled = 0; m.family == chinese {
					titled = at + m.size
				}
			}
		}
		if titled > 0 && at >= titled && strings.ContainsRune("。；：，！？", r) {
			titled = 0
		}
		switch r {
		case '“', '《':
			depth++
		case '”', '》':
			depth = max(0, depth-1)
		}
		if spaced = !report.IsBasicHan(r) && unicode.IsSpace(r); !spaced {
			before = r
		}
	}
	return marks
}

// endsBefore reports whether a heading may stand behind r.
func endsBefore(r rune) bool {
	switch r {
	case '。', '！', '？', '：', '”', '）':
		return true
	}
	return false
}

// opensNumber reports whether r may open the number of a heading that is looked
// for within a line.
func opensNumber(r rune) bool {
	return isChineseDigit(r) || r == '第' || r == '（' || r == '(' || r == '㈠'
}

// inOrder leaves the marks that count on: 一、 and 二、, and between them （一） and
// （二）. One number may be missing.
func inOrder(marks []inner) []inner {
	firsts := 0
	for _, m := range marks {
		if m.family <= chinese {
			firsts++
		}
	}
	var out []inner
	var last position
	for k, m := range marks {
		n := last[m.family]
		opens := m.at == 0 && n == 0
		if !opens && (m.n <= n || m.n > n+2) {
			continue
		}
		if n == 0 && !opens && m.n > 1 && (m.family == bracket || !followed(marks[k+1:], m, false)) {
			continue // 二、 may be the first where the number of 一、 was lost
		}
		if m.n == 1 && !followed(marks[k+1:], m, firsts > 1) {
			continue
		}
		last.take(m.mark)
		out = append(out, m)
	}
	return out
}

// followed reports whether one of the next marks goes on with the list that m
// opens; under a heading of a higher family one alone will do.
func followed(next []inner, m inner, under bool) bool {
	if m.family == bracket && under {
		return true
	}
	const reach = 64
	for i := 0; i < len(next) && i < reach; i++ {
		if next[i].family < m.family {
			return false
		}
		if next[i].family == m.family {
			return next[i].n == m.n+1 || next[i].n == m.n+2
		}
	}
	return false
}

// unended finds headings whose end cannot be told: numbered as the headings
// beside them are, but a long sentence, in which a heading and its text stand
// without a mark between them. Only the number is a heading then, and a finding
// says so.
func (p *parser) unended() {
	for _, l := range p.lists() {
		if l.family != chinese && l.family != bracket {
			continue
		}
		whole := 0
		for _, i := range l.heads {
			if !p.heads[i].item {
				whole++
			}
		}
		for _, i := range l.heads {
			h := &p.heads[i]
			if !h.item || whole*2 < len(l.heads) || h.n == 0 || !longer(p.src.Slice(h.text), headRunes) {
				continue
			}
			p.findings = append(p.findings, p.unendedFinding(h))
			h.item, h.runIn = false, true
			h.text.End = h.text.Start
			h.end = h.text.Start
		}
	}
}

// firstWords is how s begins, to be quoted.
func firstWords(s string) string {
	const most = 14
	for i, n := 0, 0; i < len(s); n++ {
		_, size := utf8.DecodeRuneInString(s[i:])
		if n == most {
			return s[:i]
		}
		i += size
	}
	return s
}
