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
	title, signed := p.titleIssuer(p.titleText), p.signature()
	if title != "" && (p.isBody(title) || !strings.HasPrefix(signed, title)) {
		return title
	}
	if signed != "" {
		return signed
	}
	for i := 0; i < p.body; i++ {
		s := p.text(i)
		if p.lines[i].kind != report.BlockMeta {
			continue
		}
		if p.isRedHead(s) {
			return strings.TrimSuffix(s, "文件")
		}
		if p.isBody(s) {
			return s
		}
		if name := p.keyedBody(s); name != "" {
			return name
		}
	}
	return ""
}

// signature is the body that signs the report; "" when none does.
func (p *parser) signature() string {
	for i, l := range p.lines {
		if l.kind != report.BlockClosing {
			continue
		}
		if name := strings.TrimSpace(cutDate(p.text(i))); p.isBody(name) || strings.HasSuffix(name, "人民政府") {
			return name
		}
	}
	return ""
}

// titleIssuer is the body that a title names; "" when it names none.
func (p *parser) titleIssuer(title string) string {
	if at := strings.Index(title, "关于"); at >= 0 {
		if before := cutYear(title[:at]); before != "" {
			return cleanName(before)
		}
		title = title[at+len("关于"):]
	}
	at, size, _ := findYear(title)
	if at > 0 && !strings.Contains(title[:at], "报告") && !strings.Contains(title[:at], "法治政府") {
		return cleanName(title[:at])
	}
	if at == 0 {
		title = strings.TrimPrefix(title[size:], "度")
	}
	if matter, ok := p.words.DocumentMatters.Find(title, 0); ok {
		if name := cleanName(title[:matter.Start]); p.isBody(name) {
			return name
		}
	}
	return ""
}

// cutYear is s without a year at its end: 示例市司法局2023年度.
func cutYear(s string) string {
	if at, size, _ := findYear(s); size > 0 && at > 0 && strings.TrimPrefix(s[at+size:], "度") == "" {
		return s[:at]
	}
	return s
}

// cleanName is s without the marks around it; "" when too little is left to be
// a name.
func cleanName(s string) string {
	s = strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("《“”（(，、—-", r) })
	if !hasLength(s, 2, 60) {
		return ""
	}
	return s
}

// keyedBody is the body that a meta line such as 来源：示例市水务局 names.
func (p *parser) keyedBody(s string) string {
	key, ok := p.words.DocumentKeysOfIssuer.Find(s, 0)
	if !ok {
		return ""
	}
	name := strings.TrimLeft(s[key.End:], "：:]】］ \u3000")
	if end := strings.IndexFunc(name, unicode.IsSpace); end >= 0 {
		name = name[:end]
	}
	if !p.isBody(name) {
		return ""
	}
	return name
}

// year is the year reported on: as the title names it, else as a meta line
// does (2023年度), else the one that the first paragraph opens with or that
// follows its 现将. It is never guessed.
func (p *parser) year() int {
	if _, _, year := findYear(p.titleText); year > 0 {
		return year
	}
	for i := 0; i < p.body; i++ {
		s := p.text(i)
		if at, size, year := findYear(s); size > 0 && p.lines[i].kind == report.BlockMeta && strings.HasPrefix(s[at+size:], "度") {
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
		n, ok := numeral.Int(strings.TrimSpace(s[start:end]))
		if ok && n >= 1949 && n <= 2100 {
			return start, from - start, n
		}
	}
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
