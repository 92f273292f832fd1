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
		if n == 0 && (isMeta(p.text(at)) || isRedHead(p.text(at))) {
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
	for at < len(p.lines) && (isMeta(p.text(at)) || p.titleText != "" && isByline(p.text(at))) {
		p.lines[at].kind = report.BlockMeta
		at++
	}
	p.body = at
}

// keyAndValue is how many lines from at on are the cells of a list of metadata,
// one a line: the key, and its value unless it has none.
func (p *parser) keyAndValue(at int) int {
	if !isKey(strings.TrimRight(p.text(at), "：:")) {
		return 0
	}
	if at+1 == len(p.lines) {
		return 1
	}
	value := p.text(at + 1)
	if isKey(strings.TrimRight(value, "：:")) || !within(value, 1, titleRunes) || ended(value) {
		return 1
	}
	if !endsTitle(value) || at+2 < len(p.lines) && (p.text(at+2) == value || isKey(p.text(at+2))) {
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
		if taken > 0 && isMeta(s) {
			p.lines[i].kind = report.BlockMeta
			continue
		}
		if !p.mayBeTitle(i) {
			break
		}
		if endsTitle(s) || endsNotice(s) && p.onRule(from, i) {
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
		if hasAny(s, "法治", "依法行政") && (hasAny(s, "年") || i > from) {
			return i + 1
		}
		if !isBody(s) {
			break
		}
	}
	return from
}

// mayBeTitle reports whether line i has the form of a title's line.
func (p *parser) mayBeTitle(i int) bool {
	s := p.text(i)
	if !within(s, 2, titleRunes) || ended(s) || strings.Contains(s, "\t") {
		return false
	}
	_, marked := readMark(s)
	return !marked
}

// endsTitle reports whether a title ends with s, a bracket such as （摘要）
// after it apart.
func endsTitle(s string) bool {
	if hasSuffix(s, "）", ")") {
		if open := max(strings.LastIndex(s, "（"), strings.LastIndex(s, "(")); open > 0 {
			s = strings.TrimRightFunc(s[:open], unicode.IsSpace)
		}
	}
	s = strings.TrimRight(s, "》”")
	return hasSuffix(s, "报告", "报告书", "总结", "汇报", "白皮书", "公报") ||
		hasSuffix(s, "情况") && hasAny(s, "法治", "依法", "年")
}

// endsNotice reports whether a title ends with s that is not of the report
// itself but of the letter that it comes with: 关于印发《…报告》的通知.
func endsNotice(s string) bool { return hasSuffix(s, "的通知", "的函") }

// onRule reports whether the lines from first to last speak of the rule of law.
func (p *parser) onRule(first, last int) bool {
	for i := first; i <= last; i++ {
		if hasAny(p.text(i), "法治", "依法行政") {
			return true
		}
	}
	return false
}

// isRedHead reports whether s is the red head of an issued document (GB/T
// 9704-2012, 7.2.4).
func isRedHead(s string) bool {
	return within(s, 4, 40) && strings.HasSuffix(s, "文件") && isBody(strings.TrimSuffix(s, "文件"))
}

// isMeta reports whether s says something about the document rather than being
// of it: its number, date, classification, source.
func isMeta(s string) bool {
	if !within(s, 1, 120) {
		return false
	}
	return isSecrecyMark(s) || isDocumentNumber(s) || isDate(s) || isBracketed(s) || isKeyed(s) ||
		isPath(s) || strings.HasPrefix(s, "——") && !sentence(s)
}

// isPath reports whether s is the path that leads to a web page: 首页 > 政务公开 > …,
// or short names alone.
func isPath(s string) bool {
	names := strings.FieldsFunc(s, func(r rune) bool { return r == '>' || r == '＞' || r == '»' })
	if len(names) < 2 || strings.ContainsAny(s, "<＜") {
		return false
	}
	if hasSuffix(strings.TrimSpace(names[0]), "首页", "主页", "位置") && within(names[0], 2, 16) {
		return true // the last name may be the report's
	}
	for _, name := range names {
		if name = strings.TrimSpace(name); !within(name, 2, 12) || endsTitle(name) {
			return false
		}
	}
	return true
}

func isSecrecyMark(s string) bool {
	return within(s, 2, 14) && !ended(s) &&
		(strings.HasPrefix(s, "绝密") || strings.HasPrefix(s, "机密") || strings.HasPrefix(s, "秘密"))
}

// isDocumentNumber reports whether s is a 发文字号, as 示政发〔2024〕12号.
func isDocumentNumber(s string) bool {
	if at := strings.Index(s, "签发人"); at > 0 { // of a document that goes upwards (7.2.6)
		s = strings.TrimRightFunc(s[:at], unicode.IsSpace)
	}
	if !strings.HasSuffix(s, "号") || !within(s, 6, 40) {
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
	if !hasSuffix(inner, "）", ")", "】") {
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
func isKeyed(s string) bool {
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
	return isKey(key)
}

// isKey reports whether key is what metadata of a document are called.
func isKey(key string) bool {
	switch key {
	case "文号", "字号", "发文字号", "文件编号", "编号", "索引号", "信息索引", "信息索引号", "主题分类", "分类", "主题词", "关键词",
		"体裁分类", "组配分类", "服务对象", "名称", "信息名称", "标题", "有效性", "公开方式", "公开类别", "公开范围", "公开属性",
		"来源", "信息来源", "文章来源", "稿件来源", "发布机构", "发文机关", "发布单位", "发文单位", "制发单位", "成文单位", "责任单位", "供稿单位",
		"发布日期", "发布时间", "成文日期", "印发日期", "公开日期", "生成日期", "公布日期", "施行日期", "发文日期", "日期", "时间",
		"作者", "编辑", "责任编辑", "审核", "签发人", "浏览次数", "点击数", "阅读次数", "字体", "密级", "项目代码":
		return true
	}
	return false
}

// isByline reports whether s, below a title, names who reports: 示例市司法局, or
// 市长　某某某.
func isByline(s string) bool {
	if !within(s, 2, 40) || ended(s) {
		return false
	}
	if _, marked := readMark(s); marked {
		return false
	}
	switch s {
	case "前言", "引言", "导言", "概述", "综述", "摘要", "附件":
		return false
	}
	if isBody(s) || within(s, 2, 3) || strings.HasSuffix(s, "会议上") {
		return true
	}
	return within(s, 4, 20) && hasAny(s, "长", "主席", "主任", "书记") && strings.IndexFunc(s, unicode.IsSpace) > 0
}

// isBody reports whether s has the form of a body's name.
func isBody(s string) bool {
	return within(s, 3, 40) && !strings.ContainsAny(s, "，。；：、《") &&
		hasSuffix(s, "局", "厅", "府", "委", "会", "办", "处", "院", "所", "队", "部", "室", "站", "中心", "总社", "大学", "街道", "公司")
}
