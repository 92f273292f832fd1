package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// issuer is the body that reports: as the title names it, else as the
// signature does, else as a meta line does. Where the title names a place only
// (关于示例县2024年度…), the signature says whose government or office it is. It is
// never guessed.
func (p *parser) issuer() string {
	title, signed := p.titleIssuer(p.titleText), p.signature(p.body, len(p.lines))
	if title != "" && (p.isBody(title) || !strings.HasPrefix(signed, title)) {
		return title
	}
	if signed != "" {
		return signed
	}
	if p.letter != "" {
		if name := p.titleIssuer(p.letter); name != "" {
			return name
		}
		if name := p.signature(0, p.body); name != "" {
			return name
		}
	}
	for i := 0; i < p.body; i++ {
		if p.lines[i].kind != report.BlockMeta {
			continue
		}
		if name := p.metaIssuer(i); name != "" {
			return name
		}
	}
	return ""
}

// metaIssuer is the body that a meta line names: as a red head, by itself, or
// behind a key (发布机构：示例市水务局, with the name on the next line or not).
func (p *parser) metaIssuer(i int) string {
	s := p.text(i)
	if p.isRedHead(s) {
		return strings.TrimSuffix(s, "文件")
	}
	if p.isIssuer(s) {
		if i > 0 && p.isKey(p.text(i-1)) && !p.words.DocumentKeysOfIssuer.Has(bareKey(p.text(i-1))) {
			return "" // below 审核 or 责任编辑
		}
		return cleanName(s)
	}
	for key, value := range p.pairs(s) {
		if p.words.DocumentKeysOfIssuer.Has(key) && p.isIssuer(value) {
			return value
		}
	}
	return ""
}

// isIssuer reports whether the value of a meta line is a body that may have
// issued the report, and neither a paper nor a web site that carries it.
func (p *parser) isIssuer(value string) bool {
	return p.isBody(value) && !p.isWebsite(value) && !p.words.DocumentMedia.In(value)
}

// signature is the first body that signs the report in the lines from first to
// end; "" when none does.
func (p *parser) signature(first, end int) string {
	for i := first; i < end; i++ {
		if p.lines[i].kind != report.BlockClosing {
			continue
		}
		if name := p.signer(p.text(i)); name != "" {
			return name
		}
	}
	return ""
}

// signer is the body that signs with the line s, the first where there are
// several; "" for a date.
func (p *parser) signer(s string) string {
	name := strings.TrimSpace(withoutSeal(strings.TrimSpace(cutDate(s))))
	if first, _, several := strings.Cut(strings.Join(strings.Fields(name), " "), " "); several && p.isBody(first) {
		return first
	}
	if p.isBody(name) {
		return cleanName(name)
	}
	return ""
}

// withoutSeal is s without a bracket at its end: 示例市司法局（盖章）.
func withoutSeal(s string) string {
	if open := max(strings.LastIndex(s, "（"), strings.LastIndex(s, "(")); open > 0 && hasSuffix(s, "）", ")") {
		return strings.TrimRightFunc(s[:open], unicode.IsSpace)
	}
	return s
}

// titleIssuer is the body that a title names; "" when it names none.
func (p *parser) titleIssuer(title string) string {
	if at := strings.Index(title, "关于"); at >= 0 {
		if name := p.name(cutYear(title[:at])); name != "" {
			return name
		}
		title = title[at+len("关于"):]
	}
	at, size, _ := findYear(title)
	if size == 0 {
		at, size = bareYearAt(title)
	}
	if at > 0 {
		if name := p.name(title[:at]); name != "" {
			return name
		}
	}
	if at == 0 && size > 0 {
		title = strings.TrimLeftFunc(strings.TrimPrefix(title[size:], "度"), notOfName)
	}
	// 2023年示例区法治政府建设…: the longest name that a word for the matter follows,
	// so that 法治建设 in the name of an office does not end it
	found := ""
	for from := 0; ; {
		matter, ok := p.words.DocumentMatters.Find(title, from)
		if !ok || matter.Start > titleRunes*len("年") {
			return found
		}
		if name := p.name(title[:matter.Start]); name != "" {
			found = name
		}
		_, size := firstRune(title[matter.Start:])
		from = matter.Start + size
	}
}

// cutYear is s without a year at its end: 示例市司法局2023年度.
func cutYear(s string) string {
	if at, size, _ := findYear(s); size > 0 && at > 0 && strings.TrimPrefix(s[at+size:], "度") == "" {
		return s[:at]
	}
	return s
}

// name is s without the marks and the words of sending around it when that is
// the name of a body or a place, else "".
func (p *parser) name(s string) string {
	s = cleanName(s)
	if n := p.words.DocumentSending.Prefix(s); n > 0 {
		s = cleanName(s[n:])
	}
	if !p.isName(s) {
		return ""
	}
	return s
}

// isName reports whether s has the form of the name of a body or a place. 全区,
// 我局 and the like name none.
func (p *parser) isName(s string) bool {
	if p.words.DocumentUnnamed.Prefix(s) > 0 || !hasLength(s, 2, 60) || digitAt(s) > 0 {
		return false
	}
	bare := withoutSeal(s)
	if at := strings.LastIndexAny(s, "<＜"); at > 0 && hasSuffix(s, ">", "＞") {
		bare = s[:at]
	}
	return p.isBody(bare) || p.words.DocumentPlaces.Suffix(bare) > 0 && !strings.ContainsAny(bare, "，。；：、《")
}

// notOfName reports whether r may stand around a name but is not of it.
func notOfName(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("《》“”【】[]（(，、—-", r)
}

// cleanName is s without the marks around it, and without the spaces that set
// its characters apart or break it; those between two bodies remain. It is ""
// when too little is left to be a name.
func cleanName(s string) string {
	s = strings.TrimFunc(s, notOfName)
	if !hasLength(s, 2, 60) {
		return ""
	}
	words := strings.Fields(s)
	for _, w := range words {
		if !hasLength(w, 4, 60) {
			return strings.Join(words, "")
		}
	}
	return s
}

// year is the year reported on: as the title names it, else as a meta line
// does (2023年度), else the one that the first paragraph opens with or that
// follows its 现将. It is never guessed.
func (p *parser) year() int {
	if _, _, year := findYear(p.titleText); year > 0 {
		return year
	}
	if at, size := bareYearAt(p.titleText); size > 0 {
		year, _ := numeral.Int(p.titleText[at : at+size])
		return year
	}
	if _, _, year := findYear(p.letter); year > 0 {
		return year
	}
	for i := 0; i < p.body; i++ {
		s := p.text(i)
		if at, size, year := findYear(s); size > 0 && p.lines[i].kind == report.BlockMeta && (strings.HasPrefix(s[at+size:], "度") || isYearLine(s)) {
			return year
		}
	}
	for i := p.body; i < len(p.lines); i++ {
		if p.lines[i].kind != report.BlockText || p.lines[i].head >= 0 || !sentence(p.text(i)) {
			continue
		}
		s := p.text(i)
		s = s[:min(len(s), 2000)]
		if at, _, year := findYear(s); year > 0 && at == 0 {
			return year
		}
		if _, after, ok := strings.Cut(s, "现将"); ok {
			if at, _, year := findYear(after); year > 0 && at < 30 {
				return year
			}
		}
		return 0
	}
	return 0
}

// findYear finds the first year in s: four Arabic digits of either width, or
// four Chinese ones as 二〇二三, before 年. size counts from at to the end of 年.
// A year at the end of a span (2021—2025年) is none.
func findYear(s string) (at, size, year int) {
	for from := 0; ; {
		i := strings.Index(s[from:], "年")
		if i < 0 {
			return 0, 0, 0
		}
		end := from + i
		from = end + len("年")
		start, ok := yearStart(s[:end])
		if !ok {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(s[:start])
		if strings.ContainsRune("—-－–~～至", before) || unicode.IsDigit(before) {
			continue
		}
		if n, ok := numeral.Year(strings.TrimSpace(s[start:end])); ok {
			return start, from - start, n
		}
	}
}

// bareYearAt is where a title names a year without 年: 2023法治政府建设工作报告. size
// is 0 when it names none.
func bareYearAt(s string) (at, size int) {
	for at < len(s) {
		size, n := digits(s[at:], len(s))
		if n == 0 {
			_, size = firstRune(s[at:])
		} else if before, _ := lastRune(s[:at]); n == 4 && !strings.ContainsRune("〔[［【-—", before) && oneOf(s[at+size:], "-—－–~～至年") == 0 {
			if _, ok := numeral.Year(s[at : at+size]); ok {
				return at, size
			}
		}
		at += size
	}
	return 0, 0
}

// yearStart is where the four digits begin that s ends with, a space after
// them allowed.
func yearStart(s string) (int, bool) {
	s = strings.TrimRightFunc(s, unicode.IsSpace)
	arabic, han := 0, 0
	for arabic+han < 4 {
		r, size := utf8.DecodeLastRuneInString(s)
		switch {
		case r >= '0' && r <= '9' || r >= '０' && r <= '９':
			arabic++
		case isChineseDigit(r) && r != '十' && r != '百':
			han++
		default:
			return 0, false
		}
		s = s[:len(s)-size]
	}
	return len(s), arabic == 4 || han == 4
}

func firstRune(s string) (rune, int) { return utf8.DecodeRuneInString(s) }

func lastRune(s string) (rune, int) { return utf8.DecodeLastRuneInString(s) }

// isBody reports whether s has the form of a body's name.
func (p *parser) isBody(s string) bool {
	return hasLength(s, 3, 40) && !strings.ContainsAny(s, "，。；：、《") && p.words.DocumentBodies.Suffix(s) > 0
}
