package outline

import (
	"strings"
	"unicode"

	"mingfa/generator/report"
)

const (
	titleLines = 6  // a title broken over more lines is none
	titleRunes = 60 // the longest line of a title, in characters
	headLines  = 24 // how many lines the title is looked for in
)

// title finds the title at the head of the text and the meta lines around it.
// A title may stand on several lines: the issuer on the first, 关于…的报告 on
// the next. What a web page prints above it (its path, its buttons) is meta.
func (p *parser) title() {
	at := 0
	for at < len(p.lines) {
		n := p.metaLines(at)
		if n == 0 {
			break
		}
		at = p.markMeta(at, at+n)
	}
	if start, end := p.findTitle(at); end > start {
		p.takeTitle(at, start, end)
		at = p.afterTitle(end)
		if start, end := p.titleAfterLetter(at); end > start {
			p.takeLetter(at, start)
			p.takeTitle(start, start, end)
			at = p.afterTitle(end)
		}
	} else if end = p.plainTitleEnd(at); end > at {
		p.takeTitle(at, at, end)
		at = p.afterTitle(end)
	}
	if p.titleText == "" {
		p.titleText = p.keyedTitle(at)
	}
	p.body = at
}

// metaLines is how many lines from at on say something of the document above
// its title; 0 when line at does not.
func (p *parser) metaLines(at int) int {
	if n := p.keyAndValue(at); n > 0 {
		return n
	}
	s := p.text(at)
	if p.isContents(s) {
		return max(p.contentsEnd(at+1)-at, 1)
	}
	if p.isMeta(s) || p.isRedHead(s) {
		return 1
	}
	return 0
}

// markMeta makes the lines from at to end meta lines, and gives end.
func (p *parser) markMeta(at, end int) int {
	for ; at < end; at++ {
		p.lines[at].kind = report.BlockMeta
	}
	return at
}

// takeTitle makes the lines from start to end the title, but for the meta lines
// between them, and those from at to start meta lines.
func (p *parser) takeTitle(at, start, end int) {
	p.markMeta(at, start)
	p.titleText = ""
	for i := start; i < end; i++ {
		if s := p.text(i); p.isMeta(s) {
			p.lines[i].kind = report.BlockMeta
		} else {
			p.lines[i].kind = report.BlockTitle
			p.titleText += withoutHash(s)
		}
	}
}

// withoutHash is the words of a line without the # that makes it a heading in
// Markdown: # 某县2024年法治政府建设年度报告.
func withoutHash(s string) string {
	rest := strings.TrimLeft(s, "#")
	if len(s)-len(rest) > len("######") {
		return s
	}
	return strings.TrimLeft(rest, " \u3000")
}

// afterTitle marks the meta lines right below a title that ends before line at,
// and gives the line after them.
func (p *parser) afterTitle(at int) int {
	for at < len(p.lines) {
		s := p.text(at)
		if !p.isMeta(s) && !p.isByline(s) && !isYearLine(s) || p.opensFramed(at) {
			break
		}
		p.lines[at].kind = report.BlockMeta
		at++
	}
	return at
}

// findTitle finds the lines of the title at or below line at, end exclusive;
// both are equal when there is none. A column of the web site that is called
// like a report (法治政府建设年度报告) may stand above the title: it gives way to one
// that says more.
func (p *parser) findTitle(at int) (start, end int) {
	strict := false // behind a sentence, a title has to name both year and matter
	found := ""
	for i := at; i < min(len(p.lines), at+headLines); i++ {
		s := p.text(i)
		if n := p.metaLines(i); n > 0 {
			i += n - 1
			continue
		}
		if _, marked := readMark(s); marked {
			break
		}
		if !p.mayBeTitle(i) {
			if found != "" {
				break
			}
			strict = true
			continue
		}
		from, joined := p.joinTitle(at, i)
		if !p.endsTitle(joined) && (p.words.DocumentNotices.Suffix(joined) == 0 || !p.words.DocumentTopics.In(joined)) {
			continue
		}
		_, _, year := findYear(joined)
		named := p.titleIssuer(joined) != ""
		switch {
		case strict && (year == 0 || !named && !p.words.DocumentTopics.In(joined)):
			continue
		case found != "" && !strings.Contains(joined, found):
			return start, end
		}
		start, end, found = from, i+1, joined
		if p.endsOnNext(i) {
			end++
		}
		if year > 0 && named {
			break
		}
	}
	return start, end
}

// endsOnNext reports whether the line below i is the last word of the title:
// …建设情况, and below it 报告.
func (p *parser) endsOnNext(i int) bool {
	if i+1 == len(p.lines) || p.lines[i+1].no != p.lines[i].no+1 {
		return false
	}
	s := report.Packed(p.text(i + 1))
	return hasLength(s, 2, 4) && p.words.DocumentTitles.Suffix(s) > 0
}

// joinTitle finds where a title begins of which line end is the last, not above
// line at, and joins its lines.
func (p *parser) joinTitle(at, end int) (start int, joined string) {
	start, joined = end, p.text(end)
	rest := joined
	taken := 1
	for i := end - 1; i >= at && i >= end-2*titleLines && taken < titleLines; i-- {
		s := p.text(i)
		if p.isMeta(s) {
			continue
		}
		if !p.mayBeTitle(i) || p.endsTitle(s) && p.words.DocumentTitles.Suffix(rest) > 0 && !torn(rest) {
			break
		}
		whole := s + rest
		if p.completes(s, rest) {
			start, joined = i, whole
		}
		rest = whole
		taken++
	}
	return start, joined
}

// completes reports whether a line s belongs to the title whose other lines,
// joined, are rest: it names the year, the body or the beginning of the body's
// name, which rest does not.
func (p *parser) completes(s, rest string) bool {
	_, _, year := findYear(rest)
	if isYearLine(s) {
		return year == 0
	}
	if torn(rest) {
		return true
	}
	if _, _, early := findYear(s); early > 0 && year == 0 {
		return true
	}
	name := p.titleIssuer(rest)
	if name == "" {
		return p.titleIssuer(s+rest) != ""
	}
	if strings.Contains(rest, s) || sameStart(s, rest) {
		return false // 示例市人民政府, the owner of the web site, above 示例市司法局2023年…
	}
	return p.isName(s) && !p.isWebsite(s) || !p.words.DocumentPlaces.In(name) && p.words.DocumentPlaces.In(s) && !p.isWebsite(s)
}

// torn reports whether s closes a bracket or quotation that it does not open.
func torn(s string) bool {
	depth := 0
	for _, r := range s {
		switch r {
		case '《', '（', '(', '“':
			depth++
		case '》', '）', ')', '”':
			if depth--; depth < 0 {
				return true
			}
		}
	}
	return false
}

// sameStart reports whether two names begin with the same two characters.
func sameStart(a, b string) bool {
	for n := 0; n < 2; n++ {
		r, size := firstRune(a)
		other, _ := firstRune(b)
		if r != other || size == 0 {
			return false
		}
		a, b = a[size:], b[size:]
	}
	return true
}

// plainTitleEnd takes as a title a line that does not end in 报告 but says what
// the text is about, with the issuer on the line before it or not.
func (p *parser) plainTitleEnd(from int) int {
	for i := from; i < min(from+2, len(p.lines)) && p.mayBeTitle(i); i++ {
		s := p.text(i)
		if p.words.DocumentTopics.In(s) && (strings.Contains(s, "年") || i > from) {
			return i + 1
		}
		if !p.isBody(s) {
			break
		}
	}
	return from
}

// keyedTitle is the title that a meta line above end names (标题：…), "" when none
// does.
func (p *parser) keyedTitle(end int) string {
	for i := 0; i < end; i++ {
		s := p.text(i)
		if !p.isKeyed(s) && !p.isKeyRow(s) {
			continue
		}
		for key, value := range p.pairs(s) {
			if p.words.DocumentKeysOfTitle.Has(key) && p.endsTitle(value) {
				return value
			}
		}
	}
	return ""
}

// mayBeTitle reports whether line i has the form of a title's line.
func (p *parser) mayBeTitle(i int) bool {
	s := p.text(i)
	if !hasLength(s, 2, titleRunes) || ended(s) || strings.Contains(s, "\t") || isAttached(s) {
		return false
	}
	const key = 8 * 3 // bytes of what a colon sets apart: 公开事项：法治政府建设年度报告
	if at := strings.IndexAny(s, "：:"); at > 0 && at <= key {
		return false
	}
	_, marked := readMark(s)
	return !marked
}

// isAttached reports whether s names what is attached: 附件：…报告.
func isAttached(s string) bool {
	rest, ok := strings.CutPrefix(s, "附")
	return ok && oneOf(strings.TrimPrefix(rest, "件"), "：:") > 0
}

// endsTitle reports whether a title ends with s, a bracket such as （摘要）
// after it apart.
func (p *parser) endsTitle(s string) bool {
	if strings.HasSuffix(s, "）") || strings.HasSuffix(s, ")") {
		if open := max(strings.LastIndex(s, "（"), strings.LastIndex(s, "(")); open > 0 {
			s = strings.TrimRightFunc(s[:open], unicode.IsSpace)
		}
	}
	s = report.Packed(strings.TrimRight(s, "》”")) // 报　告
	return p.words.DocumentTitles.Suffix(s) > 0 ||
		p.words.DocumentTitlesOnTopic.Suffix(s) > 0 && (strings.Contains(s, "年") || p.words.DocumentTopics.In(s))
}

// isByline reports whether s, below a title, names who reports: 示例市司法局, or
// 市长　某某某.
func (p *parser) isByline(s string) bool {
	if !hasLength(s, 2, 40) || ended(s) {
		return false
	}
	if _, marked := readMark(s); marked || p.words.DocumentForewords.Has(s) {
		return false
	}
	if p.isBody(s) || hasLength(s, 2, 3) || strings.HasSuffix(s, "会议上") {
		return true
	}
	return hasLength(s, 4, 20) && p.words.DocumentLeaders.In(s) && strings.IndexFunc(s, unicode.IsSpace) > 0
}

// isYearLine reports whether s is a year and nothing else: 2023年度, （2023年）.
func isYearLine(s string) bool {
	if !hasLength(s, 5, 10) {
		return false
	}
	s = strings.TrimRight(strings.TrimLeft(s, "—（("), "）)")
	at, size, _ := findYear(s)
	return size > 0 && at == 0 && strings.TrimPrefix(s[size:], "度") == ""
}
