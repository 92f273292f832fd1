package outline

import (
	"strings"
	"unicode"

	"mingfa/generator/report"
)

const (
	titleLines = 4  // a title broken over more lines is none
	titleRunes = 60 // the longest line of a title, in characters
)

// title finds the title at the head of the text and the meta lines around it.
// A title may stand on several lines: the issuer on the first, 关于…的报告 on
// the next.
func (p *parser) title() {
	at := 0
	for at < len(p.lines) {
		n := p.keyAndValue(at)
		if n == 0 && (p.isMeta(p.text(at)) || p.isRedHead(p.text(at))) {
			n = 1
		}
		if n == 0 {
			break
		}
		for end := at + n; at < end; at++ {
			p.lines[at].kind = report.BlockMeta
		}
	}
	if end := p.titleEnd(at); end > at {
		for i := at; i < end; i++ {
			if p.lines[i].kind != report.BlockMeta {
				p.lines[i].kind = report.BlockTitle
				p.titleText += p.text(i)
			}
		}
		at = end
	}
	for at < len(p.lines) && (p.isMeta(p.text(at)) || p.titleText != "" && p.isByline(p.text(at))) {
		p.lines[at].kind = report.BlockMeta
		at++
	}
	p.body = at
}

// keyAndValue is how many lines from at on are the cells of a list of metadata,
// one a line: the key, and its value unless it has none.
func (p *parser) keyAndValue(at int) int {
	if !p.isKey(p.text(at)) {
		return 0
	}
	if at+1 == len(p.lines) {
		return 1
	}
	value := p.text(at + 1)
	if p.isKey(value) || !hasLength(value, 1, titleRunes) || ended(value) {
		return 1
	}
	if !p.endsTitle(value) || at+2 < len(p.lines) && (p.text(at+2) == value || p.isKey(p.text(at+2))) {
		return 2
	}
	return 1 // the title, after a key without a value
}

// titleEnd is the index of the line after the title that begins at from; from
// itself when there is no title. Meta lines among those of the title are
// marked.
func (p *parser) titleEnd(from int) int {
	taken := 0
	for i := from; i < len(p.lines) && taken < titleLines; i++ {
		s := p.text(i)
		if taken > 0 && p.isMeta(s) {
			p.lines[i].kind = report.BlockMeta
			continue
		}
		if !p.mayBeTitle(i) {
			break
		}
		if p.endsTitle(s) || p.words.DocumentNotices.Suffix(s) > 0 && p.onTopic(from, i+1) {
			return i + 1
		}
		taken++
	}
	return p.plainTitleEnd(from)
}

// plainTitleEnd takes as a title a line that does not end in 报告 but says what
// the text is about, with the issuer on the line before it or not.
func (p *parser) plainTitleEnd(from int) int {
	for i := from; i < len(p.lines); i++ {
		p.lines[i].kind = report.BlockText // undo the meta marks of a title that was none
		if i > from+titleLines {
			break
		}
	}
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

// mayBeTitle reports whether line i has the form of a title's line.
func (p *parser) mayBeTitle(i int) bool {
	s := p.text(i)
	if !hasLength(s, 2, titleRunes) || ended(s) || strings.Contains(s, "\t") {
		return false
	}
	_, marked := readMark(s)
	return !marked
}

// endsTitle reports whether a title ends with s, a bracket such as （摘要）
// after it apart.
func (p *parser) endsTitle(s string) bool {
	if strings.HasSuffix(s, "）") || strings.HasSuffix(s, ")") {
		if open := max(strings.LastIndex(s, "（"), strings.LastIndex(s, "(")); open > 0 {
			s = strings.TrimRightFunc(s[:open], unicode.IsSpace)
		}
	}
	s = strings.TrimRight(s, "》”")
	return p.words.DocumentTitles.Suffix(s) > 0 ||
		p.words.DocumentTitlesOnTopic.Suffix(s) > 0 && (strings.Contains(s, "年") || p.words.DocumentTopics.In(s))
}

// onTopic reports whether one of the lines from first up to end speaks of the
// rule of law.
func (p *parser) onTopic(first, end int) bool {
	for i := first; i < end; i++ {
		if p.words.DocumentTopics.In(p.text(i)) {
			return true
		}
	}
	return false
}

// isRedHead reports whether s is the red head of an issued document (GB/T
// 9704-2012, 7.2.4).
func (p *parser) isRedHead(s string) bool {
	return hasLength(s, 4, 40) && strings.HasSuffix(s, "文件") && p.isBody(strings.TrimSuffix(s, "文件"))
}

// isMeta reports whether s says something about the document rather than being
// of it: its number, date, classification, source.
func (p *parser) isMeta(s string) bool {
	if !hasLength(s, 1, 120) {
		return false
	}
	return p.isSecrecyMark(s) || isDocumentNumber(s) || isDate(s) || isBracketed(s) || p.isKeyed(s) ||
		p.isPath(s) || strings.HasPrefix(s, "——") && !sentence(s)
}

// isPath reports whether s is the path that leads to a web page: 首页 > 政务公开 > …,
// or short names alone.
func (p *parser) isPath(s string) bool {
	names := strings.FieldsFunc(s, func(r rune) bool { return r == '>' || r == '＞' || r == '»' })
	if len(names) < 2 || strings.ContainsAny(s, "<＜") {
		return false
	}
	if p.words.DocumentPaths.Suffix(strings.TrimSpace(names[0])) > 0 && hasLength(names[0], 2, 16) {
		return true // the last name may be the report's
	}
	for _, name := range names {
		if name = strings.TrimSpace(name); !hasLength(name, 2, 12) || p.endsTitle(name) {
			return false
		}
	}
	return true
}

// isSecrecyMark reports whether s is a classification: 秘密★1年.
func (p *parser) isSecrecyMark(s string) bool {
	return hasLength(s, 2, 14) && !ended(s) && p.words.DocumentSecrecy.Prefix(s) > 0
}

// isDocumentNumber reports whether s is a 发文字号, as 示政发〔2024〕12号.
func isDocumentNumber(s string) bool {
	if at := strings.Index(s, "签发人"); at > 0 { // of a document that goes upwards (7.2.6)
		s = strings.TrimRightFunc(s[:at], unicode.IsSpace)
	}
	if !strings.HasSuffix(s, "号") || !hasLength(s, 6, 40) {
		return false
	}
	open := strings.IndexAny(s, "〔[［【(（")
	if open <= 0 {
		return false
	}
	rest := s[open:]
	_, size := firstRune(rest)
	n, count := digits(rest[size:], 4)
	if count != 4 || oneOf(rest[size+n:], "〕]］】)）") == 0 {
		return false
	}
	return true
}

// isBracketed reports whether the whole of s is in one pair of brackets.
func isBracketed(s string) bool {
	open, size := firstRune(s)
	if open != '（' && open != '(' && open != '【' {
		return false
	}
	if _, marked := readMark(s); marked {
		return false
	}
	inner := strings.TrimRight(s[size:], "。")
	if !strings.HasSuffix(inner, "）") && !strings.HasSuffix(inner, ")") && !strings.HasSuffix(inner, "】") {
		return false
	}
	depth := 1
	for i, r := range inner {
		switch r {
		case '（', '(', '【':
			depth++
		case '）', ')', '】':
			if depth--; depth == 0 {
				return i+len(string(r)) == len(inner)
			}
		}
	}
	return false
}

// isKeyed reports whether s is 发布日期：2024-01-29, or [发布日期] 2024-01-29 as web
// pages have it.
func (p *parser) isKeyed(s string) bool {
	at := strings.IndexAny(s, "：:")
	if oneOf(s, "[【［") > 0 {
		at = strings.IndexAny(s, "]】］")
	}
	if at <= 0 || at > 48 {
		return false
	}
	key := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("[【［]", r) {
			return -1
		}
		return r
	}, s[:at])
	return p.words.DocumentKeys.Has(key)
}

// isKey reports whether s is what metadata of a document are called, with a
// colon or without.
func (p *parser) isKey(s string) bool {
	return p.words.DocumentKeys.Has(strings.TrimRight(s, "：:"))
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

// isBody reports whether s has the form of a body's name.
func (p *parser) isBody(s string) bool {
	return hasLength(s, 3, 40) && !strings.ContainsAny(s, "，。；：、《") && p.words.DocumentBodies.Suffix(s) > 0
}
