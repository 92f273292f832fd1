package outline

import (
	"iter"
	"strings"
	"unicode"
)

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

// isRedHead reports whether s is the red head of an issued document (GB/T
// 9704-2012, 7.2.4).
func (p *parser) isRedHead(s string) bool {
	return hasLength(s, 4, 40) && strings.HasSuffix(s, "文件") && p.isBody(strings.TrimSuffix(s, "文件"))
}

// isMeta reports whether s says something about the document rather than being
// of it: its number, date, classification, source.
func (p *parser) isMeta(s string) bool {
	if !hasLength(s, 1, 160) {
		return false
	}
	return p.isSecrecyMark(s) || isDocumentNumber(s) || isDate(s) || isBracketed(s) || p.isKeyed(s) || p.isKeyRow(s) ||
		p.isPath(s) || p.isChrome(s) || strings.HasPrefix(s, "——") && !sentence(s)
}

// isChrome reports whether s is a button or a word of the web page around the
// report (打印本页), or no word at all.
func (p *parser) isChrome(s string) bool {
	if strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 {
		return true
	}
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("[]【】［］|｜", r) }) {
		if !p.words.DocumentChrome.Has(word) {
			return false
		}
	}
	return true
}

// isWebsite reports whether s is the name of a web site.
func (p *parser) isWebsite(s string) bool { return p.words.DocumentWebsites.Suffix(s) > 0 }

// isPath reports whether s is the path that leads to a web page: 首页 > 政务公开 > …,
// or short names alone.
func (p *parser) isPath(s string) bool {
	names := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(">＞»›→/|-\\", r) })
	if len(names) < 2 || strings.ContainsAny(s, "<＜") {
		return false
	}
	if p.words.DocumentPaths.Suffix(strings.TrimSpace(names[0])) > 0 && hasLength(names[0], 2, 16) {
		return true // the last name may be the report's
	}
	if !strings.ContainsAny(s, ">＞»") {
		return false
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

// isDocumentNumber reports whether s is a 发文字号, as 示政发〔2024〕12号, with the
// signer behind it or not.
func isDocumentNumber(s string) bool {
	if at := strings.Index(s, "签发人"); at > 0 { // of a document that goes upwards (7.2.6)
		s = strings.TrimRightFunc(s[:at], func(r rune) bool { return unicode.IsSpace(r) || r == '（' || r == '(' })
	}
	if !hasLength(s, 6, 40) {
		return false
	}
	start, end := documentNumber(s)
	return start == 0 && end == len(s)
}

// opensYear reports whether r may open the year of a 发文字号.
func opensYear(r rune) bool {
	switch r {
	case '〔', '[', '［', '【', '(', '（':
		return true
	}
	return false
}

// documentNumber is where a 发文字号 stands in s, 示政发〔2024〕12号; both are 0
// when there is none. The name of the body may be missing (〔2024〕12号).
func documentNumber(s string) (start, end int) {
	const longest = 20 * 3 // bytes of the name before the year
	for at := 0; at < len(s); {
		i := strings.IndexFunc(s[at:], opensYear)
		if i < 0 {
			return 0, 0
		}
		open := at + i
		_, size := firstRune(s[open:])
		at = open + size
		n, count := digits(s[at:], 4)
		closing := oneOf(s[at+n:], "〕]］】)）")
		if count != 4 || closing == 0 {
			continue
		}
		rest := at + n + closing
		rest += skipSpace(s[rest:])
		rest += len(s[rest:]) - len(strings.TrimPrefix(s[rest:], "第"))
		n, count = digits(s[rest:], 5)
		if count == 0 {
			continue
		}
		rest += n + skipSpace(s[rest+n:])
		if !strings.HasPrefix(s[rest:], "号") {
			continue
		}
		before := strings.TrimRightFunc(s[:open], unicode.IsSpace)
		start = len(before)
		for start > 0 && len(before)-start < longest {
			r, size := lastRune(before[:start])
			if !unicode.IsLetter(r) {
				break
			}
			start -= size
		}
		return start, rest + len("号")
	}
	return 0, 0
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
	return at > 0 && at <= 48 && p.words.DocumentKeys.Has(bareKey(s[:at]))
}

// isKey reports whether s is what metadata of a document are called, with a
// colon or without.
func (p *parser) isKey(s string) bool {
	return len(s) <= 48 && p.words.DocumentKeys.Has(bareKey(s))
}

// isKeyRow reports whether s is a row of a table of metadata, each value behind
// its key: 索引号	0123	发布机构	示例市司法局.
func (p *parser) isKeyRow(s string) bool {
	cells := cellsOf(s)
	return len(cells) > 1 && len(cells) <= 12 && p.isKey(cells[0])
}

// cellsOf are the cells of a row, parted by tabs or upright strokes.
func cellsOf(s string) []string {
	cells := strings.FieldsFunc(s, func(r rune) bool { return r == '\t' || r == '|' || r == '｜' })
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}

// bareKey is the name of an item of metadata without spaces and marks.
func bareKey(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("[【［]】］：:", r) {
			return -1
		}
		return r
	}, s)
}

// pairs are the items of metadata in a line, each key without its spaces:
// 发布时间：2024-02-01　来源：示例县司法局 has two.
func (p *parser) pairs(s string) iter.Seq2[string, string] {
	return func(yield func(key, value string) bool) {
		if p.isKeyRow(s) {
			p.cellPairs(cellsOf(s), yield)
			return
		}
		key, from := "", 0
		for at, r := range s {
			if !strings.ContainsRune("：:]】］", r) || at < from {
				continue
			}
			next, size := p.keyBefore(s[from:at])
			if next == "" {
				continue
			}
			if key != "" && !yield(key, trimValue(s[from:at-size])) {
				return
			}
			key, from = next, at+len(string(r))
		}
		if key != "" {
			yield(key, trimValue(s[from:]))
		}
	}
}

// cellPairs gives the pairs of a row's cells.
func (p *parser) cellPairs(cells []string, yield func(key, value string) bool) {
	for i := 0; i < len(cells); i++ {
		if !p.isKey(cells[i]) {
			continue
		}
		value := ""
		if i+1 < len(cells) && !p.isKey(cells[i+1]) {
			value = cells[i+1]
		}
		if !yield(bareKey(cells[i]), value) {
			return
		}
	}
}

// trimValue is a value without the white space and the brackets around it.
func trimValue(s string) string {
	return strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("[【［（(）)|｜：:；;", r) })
}

// keyBefore is the key that s ends with, and how many bytes of s it takes: its
// characters may be set apart by spaces (索 引 号), and white space, a bracket or
// a numeral stands before it.
func (p *parser) keyBefore(s string) (key string, size int) {
	const longest = 48 // bytes
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	for at := len(s); at > 0 && len(s)-at < longest; {
		r, width := lastRune(s[:at])
		at -= width
		before, _ := lastRune(s[:at])
		if unicode.IsSpace(r) || at > 0 && unicode.Is(unicode.Han, before) {
			continue
		}
		if word := bareKey(s[at:]); p.words.DocumentKeys.Has(word) {
			return word, len(s) - at
		}
	}
	return "", 0
}
