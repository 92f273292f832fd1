package outline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

const (
	bareRunes = 24 // the longest line that only names a part: 存在的主要问题及下一步工作打算：
	leadRunes = 60 // the longest sentence that leads over to the points of a plan
)

// bare adds the headings that print no number and whose lines say nothing but which
// part of the report follows: 存在问题：, 2024年工作安排：, 下一步打算. Without them what is
// planned would be read as what was done. Where nothing else stands over the plan, a
// sentence that leads over to its points is one too: 下一步，我局将抓好以下工作：.
func (p *parser) bare() {
	wrapped := p.isWrapped()
	numbered := slices.ContainsFunc(p.heads, func(h head) bool { return h.family <= chinese })
	framed := p.framed()
	var found []head
	for i := p.body; i < len(p.lines); i++ {
		if p.lines[i].kind != report.BlockText || p.isHead(i) {
			continue
		}
		s := p.text(i)
		last := i+1 == len(p.lines) // a heading has something below it
		sign, named, text, end := p.partAt(s, !numbered)
		named = named || framed && p.isFrame(s)
		if n := framedName(s); framed && !named && end == 0 && n > 0 {
			text, end = n-len("】"), n
		}
		if (last || !named && !p.leadsToPlan(s)) && end == 0 || !p.beginsAnewAt(i, wrapped) {
			continue
		}
		h := p.plainHead(i, unnumbered)
		h.bare = true
		if h.text.Start += sign; end > 0 {
			h.runIn = true
			h.text.End, h.end = h.text.Start+text, h.text.Start+end
		}
		h.text = p.withoutFrame(h.text)
		found = append(found, h)
	}
	p.addHeads(p.neededLeads(found))
	defer p.enclose()
	for i := range p.heads { // 下一步打算 that stood alone between paragraphs
		h := &p.heads[i]
		h.bare = h.bare || h.family == unnumbered && p.namesPart(p.src.Slice(h.text))
	}
}

// framed reports whether paragraphs of the text open with names in 【】: 【执法情况】检查企业240家.
// One alone may be a mark of something else.
func (p *parser) framed() bool {
	count := 0
	for i := p.body; i < len(p.lines) && count < 2; i++ {
		if s := p.text(i); p.lines[i].kind == report.BlockText && (framedName(s) > 0 || p.isFrame(s)) {
			count++
		}
	}
	return count > 1
}

// framedName is the size of the name in 【】 that a paragraph opens with, 0 for none.
func framedName(s string) int {
	const most = 20 * 3 // bytes
	if !strings.HasPrefix(s, "【") {
		return 0
	}
	end := strings.Index(s[:min(len(s), most)], "】")
	if end < 0 || !hasLength(s[len("【"):end], 2, 16) || strings.TrimSpace(s[end+len("】"):]) == "" || ended(s[:end]) {
		return 0
	}
	return end + len("】")
}

// isFrame reports whether a line is a name in 【】 alone, which is nothing that web pages and
// documents have in such brackets themselves: 【强化学习】, not 【打印本页】 or 【发布日期：3月1日】.
func (p *parser) isFrame(s string) bool {
	name, ok := strings.CutPrefix(s, "【")
	if !ok || !strings.HasSuffix(name, "】") {
		return false
	}
	name = strings.TrimSuffix(name, "】")
	return hasLength(name, 2, 16) && !strings.ContainsAny(name, "【】：:。，；0123456789") && !p.isChrome(s) && !p.isKeyed(s) && !p.isSecrecyMark(name)
}

// opensFramed reports whether line at, right below the title, is the first of the names in 【】
// that the text is parted by, and not something that is said of the document: it names a part
// of a report, or another such name stands below, with text between.
func (p *parser) opensFramed(at int) bool {
	if !p.isFrame(p.text(at)) {
		return false
	}
	if p.namesPart(p.text(at)) {
		return true
	}
	text := false
	for i := at + 1; i < len(p.lines); i++ {
		switch s := p.text(i); {
		case text && p.isFrame(s):
			return true
		case sentence(s):
			text = true
		}
	}
	return false
}

// partAt is how a line names a part: with nothing else on it, or, where that may be, before
// its text. sign is the size of what stands before the name.
func (p *parser) partAt(s string, runIn bool) (sign int, named bool, text, end int) {
	for _, sign := range [...]int{0, p.signBefore(s)} {
		if p.namesPart(s[sign:]) {
			return sign, true, 0, 0
		}
		if text, end := p.partBefore(s[sign:]); runIn && end > 0 {
			return sign, false, text, end
		}
	}
	return 0, false, 0, 0
}

// signBefore is the size of what may stand before the name of a part in place of a number:
// ## of Markdown, ◆, III. or 壹、, and 二 without its mark.
func (p *parser) signBefore(s string) int {
	rest := strings.TrimLeft(s, "#◆◇●○■□▶▷★☆▲△※•·*➢➤—- 　")
	if rest == s {
		rest = strings.TrimLeft(s, "IVXⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ壹贰叁肆伍陆柒捌玖拾")
		if rest == s {
			size, _ := chineseDigits(s, 2)
			if rest = strings.TrimPrefix(s[size:], "是"); size == 0 {
				return 0
			}
		}
		rest = strings.TrimLeft(rest, ".．、 　")
	}
	return len(s) - len(rest)
}

// partBefore is how long the name of a part is that stands before its text on one line, and
// where the heading ends: 存在的问题：执法人员只有8名。, 【工作打算】举办讲座。
func (p *parser) partBefore(s string) (text, end int) {
	open := oneOf(s, "【［")
	for i, r := range s {
		switch {
		case i > bareRunes*3:
			return 0, 0
		case strings.ContainsRune("：:。】］　 ", r):
			end = i + utf8.RuneLen(r)
			if (open > 0) != (r == '】' || r == '］') || strings.TrimSpace(s[end:]) == "" || !p.namesPart(s[:end]) {
				return 0, 0
			}
			return i, end
		}
	}
	return 0, 0
}

// withoutFrame is the name of a part without what stands around it: the colon or 。 at its end,
// 【】, ** of Markdown.
func (p *parser) withoutFrame(sp report.Span) report.Span {
	const frame = "：:。【】［］[]“”*_ 　"
	s := p.src.Slice(sp)
	rest := strings.TrimLeft(s, frame)
	sp.Start += len(s) - len(rest)
	sp.End = sp.Start + len(strings.TrimRight(rest, frame))
	return sp
}

// namesPart reports whether a line says nothing but which part of the report follows:
// it is made of a year and the words that such lines are made of, and as a whole names
// results, shortcomings or a plan.
func (p *parser) namesPart(s string) bool {
	if !hasLength(s, 2, bareRunes) {
		return false
	}
	colon := hasSuffix(s, "：", ":")
	s = strings.Trim(s, "：:。【】［］[]“”*_ 　")
	role := p.words.Role(s, p.about)
	if !role.Plan && !role.Shortcoming && !p.words.DocumentParts.In(s) && !p.words.DocumentPlanEnds.In(s) && !(colon && role.Result) {
		return false
	}
	for s != "" {
		n := p.partWord(s)
		if n == 0 {
			return false
		}
		s = s[n:]
	}
	return true
}

// partWord is the size of the word or year that a line naming a part goes on with.
func (p *parser) partWord(s string) int {
	if at, size, year := findYear(s[:min(len(s), len("二〇二四年"))]); year > 0 && at == 0 {
		return size
	}
	if n := p.words.DocumentPartWords.Prefix(s); n > 0 {
		return n
	}
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("、的和与及 　", r) {
		return size
	}
	return 0
}

// leadsToPlan reports whether a line is a sentence that leads over to the points of a
// plan: it opens with the time to come and ends in a colon.
func (p *parser) leadsToPlan(s string) bool {
	if !hasSuffix(s, "：", ":") || !hasLength(s, 4, leadRunes) || strings.ContainsAny(s, "。；") {
		return false
	}
	if p.words.SentenceComing.Prefix(s) > 0 {
		return true
	}
	s = strings.TrimPrefix(s, "在")
	at, size, ahead := findYear(s)
	rest := strings.TrimPrefix(s[at+size:], "度")
	return p.about > 0 && at == 0 && size > 0 && ahead > p.about && digitAt(rest) == 0 && p.words.CheckIntending.In(rest)
}

// beginsAnewAt reports whether line i does not go on with the one above it, which a page
// has broken.
func (p *parser) beginsAnewAt(i int, wrapped bool) bool {
	if i == p.body || p.lines[i-1].kind != report.BlockText || p.isHead(i-1) || p.lines[i].no > p.lines[i-1].no+1 {
		return true
	}
	above := p.text(i - 1)
	return sentence(above) || !wrapped && !longer(above, bareRunes)
}

// neededLeads leaves out the sentences over which the heading of a plan stands already.
func (p *parser) neededLeads(found []head) []head {
	plan := func(h *head) bool { return p.words.Role(p.src.Slice(h.text), p.about).Plan }
	section, below := false, false // a plan: the section, and the heading （一） in it
	next := 0                      // in p.heads
	return slices.DeleteFunc(found, func(h head) bool {
		for ; next < len(p.heads) && p.heads[next].line < h.line; next++ {
			switch over := &p.heads[next]; {
			case over.item:
			case over.family == bracket:
				below = plan(over)
			case over.family < bracket || over.family >= families:
				section, below = plan(over), false
			}
		}
		if p.namesPart(p.src.Slice(h.text)) {
			section, below = plan(&h), false
			return false
		}
		return section || below
	})
}

// enclose finds for every bare heading the list in which it stands: the deepest that goes
// on behind it. 下一步打算： between （三） and （四） is within the brackets; behind the last of
// all numbers it is within none.
func (p *parser) enclose() {
	const reach = 64 // headings behind it that are looked at
	var open position
	for i := range p.heads {
		h := &p.heads[i]
		switch {
		case h.family == attached:
			open = position{}
		case h.family < families:
			open.take(mark{family: h.family, n: h.n})
		case h.bare:
			h.within = part - 1
			limit := families // a list that begins anew behind it, and all below, end before it
			for k := i + 1; k < len(p.heads) && k <= i+reach && p.heads[k].family != attached && h.within < part; k++ {
				next := &p.heads[k]
				if next.family >= limit {
					continue
				}
				point := k == i+1 && next.family > bracket && next.line == h.line+1 // numbered on, but of what is planned
				if open[next.family] > 0 && (next.n == 0 || next.n > open[next.family]) && !point {
					h.within = next.family
				}
				limit = next.family
			}
			for f := h.within + 1; f < families; f++ {
				open[f] = 0
			}
		}
	}
}

// underBare is how much deeper than elsewhere the headings below a bare one stand.
type underBare struct {
	head *head
	by   int
	set  bool
}

// shift is how much deeper h stands because of the bare heading over it. The first below
// it decides: 一、 below 2024年工作安排： is of level 2, and （一） of level 3.
func (u *underBare) shift(h *head, shift int) int {
	if u.head != nil && h.family <= u.head.within {
		*u = underBare{}
	}
	if u.head == nil {
		return 0
	}
	if !u.set {
		u.by, u.set = max(0, u.head.level+1-h.family.level()-shift), true
	}
	return u.by
}
