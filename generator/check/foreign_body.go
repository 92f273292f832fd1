package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// foreignBody finds a report of another body of the same sort in a body's folder:
// its title or its signature names 样板区司法局, body.toml 示例区司法局. A name may be
// written short, or with the province and the city before it; the report of the
// government of a place in the folder of its bureau is none of another body (otherSort).
func foreignBody(in *Input) []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.ForeignBody, severity: report.Error}
	if len(in.Body) == 0 {
		return nil
	}
	tell := func(span report.Span, where string) {
		c.add(span, fmt.Sprintf("%s写的是“%s”，这个文件夹是“%s”的", where, c.src.Slice(span), in.Body[0]), "请核对是不是放错了文件夹、拿错了报告；单位改过名的，请在 body.toml 的 alias 里写上以前的名称")
	}
	if issuer := in.Report.Issuer; issuer != "" && (in.isForeign(issuer) || in.isBare(issuer)) {
		if !in.isForeign(issuer) {
			c.severity = report.Warning
		}
		for _, p := range paragraphs(in.Report) {
			if p.kind == report.BlockTitle {
				if i := strings.Index(c.src.Slice(p.span), issuer); i >= 0 {
					tell(report.Span{Start: p.span.Start + i, End: p.span.Start + i + len(issuer)}, "题目")
				}
			}
		}
		c.severity = report.Error
	}
	in.otherSort(&c, tell)
	var signed []report.Span
	own := false // signed by the body, perhaps with others
	for _, p := range paragraphs(in.Report) {
		if p.kind != report.BlockClosing || strings.ContainsFunc(c.src.Slice(p.span), numeral.IsDigit) {
			continue
		}
		own = own || !in.isForeign(report.Packed(c.src.Slice(p.span)))
		signed = append(signed, p.span)
	}
	for _, span := range signed {
		if !own {
			tell(span, "落款")
		}
	}
	in.foreignDeeds(&c)
	return c.all()
}

// foreignDeeds finds another body in the place of the one that reports: at the head
// of a sentence that says what only the reporting body does. 2023年，样板区司法局坚持以…
// before the first heading, as 柳河镇坚持以… in the report of 样板镇人民政府, 样板区司法局党组书记、局长切实履行…第一责任人职责, among the
// shortcomings 样板区司法局法治政府建设还存在…, in the plan 样板区司法局将…. What other bodies
// did, alone or together with it, is none.
func (in *Input) foreignDeeds(c *collector) {
	r := in.Report
	s := sectionsOf(r)
	for _, p := range paragraphs(r) {
		if p.kind != report.BlockText {
			continue
		}
		heading := r.Blocks[p.first].Heading
		for sentence := range in.parts(p.span, func(r rune) bool { return isStop(r) || r == '；' || r == '：' }) {
			text := r.Source.Slice(sentence)
			deeds := in.Words.CheckLeaderTitles
			switch {
			case heading < 0:
				deeds = in.Words.CheckOpeningDeeds
			case s.plan[heading]:
				deeds = in.Words.CheckPlannedDeeds
			case s.shortcoming[heading]:
				deeds = in.Words.CheckFallingShort
			case !in.Words.CheckLeaderDuty.In(text):
				continue
			}
			at := in.timeBefore(text)
			m, ok := deeds.Find(text[at:min(len(text), at+longestBody)], 0)
			if !ok {
				continue
			}
			subject := text[at : at+m.Start]
			opens := heading < 0 && (in.namesOtherPlace(subject) || in.namesAnotherShort(subject, text[at:]) && in.opensReport(sentence))
			if !opens && !in.namesAnother(subject) {
				continue
			}
			name := report.Span{Start: sentence.Start + at, End: sentence.Start + at + m.Start}
			c.note(name, report.Warning, fmt.Sprintf("这一句说的是本单位的事，写的却是“%s”", r.Source.Slice(name)),
				"请核对是不是从别的单位的报告里抄来的，改成本单位的名称；确实是说那个单位的，可在 .toml 中写明理由")
		}
	}
}

// longestBody is how many bytes a name and what its body does begin within.
const longestBody = 40 * han

// timeBefore is the size of what may stand before the first words of a sentence: its
// number, 2023年度，, 一年来，, 下一步，.
func (in *Input) timeBefore(text string) int {
	rest := text
	if year, at, end := yearIn(rest); year > 0 && at == 0 {
		rest = strings.TrimPrefix(rest[end:], "度")
	} else {
		rest = strings.TrimLeftFunc(text, inItemNumber)
	}
	rest = strings.TrimLeft(rest, "，, ")
	rest = strings.TrimLeft(rest[in.Words.CheckTimesBefore.Prefix(rest):], "，, ")
	return len(text) - len(rest)
}

// namesAnother reports whether words are the full name of another body of the same
// sort, with its place: 样板区司法局, but not 市司法局, 各区司法局 or 我局.
func (in *Input) namesAnother(name string) bool {
	if in.opensNoName(name) || !in.isForeign(name) {
		return false
	}
	places := placesOf([]string{name}) // after the name itself
	const longest = 6 * han            // 乌鲁木齐市 has five characters
	return len(places) > 1 && len(places[1]) <= longest && strings.HasPrefix(name, places[1]) && places[len(places)-1] != name
}

// opensNoName reports whether words do not begin as the full name of a body does: 市司法局,
// 各区司法局, 与样板区司法局.
func (in *Input) opensNoName(words string) bool {
	first, _ := utf8.DecodeRuneInString(words)
	return strings.ContainsRune("省市县区旗州镇乡各全我本该与和在经由按据受对同向为被", first) || in.Words.Verbs.Prefix(words) > 0 || in.Words.CheckNoSubjects.Prefix(words) > 0
}

// isForeign reports whether a name is of another body of the same sort: both are
// bureaux, say, and neither can be the other written short.
func (in *Input) isForeign(name string) bool {
	if utf8.RuneCountInString(name) < 4 || utf8.RuneCountInString(name) > 30 || strings.ContainsFunc(name, unicode.IsPunct) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(name)
	alike := false
	for k, own := range in.Body {
		own, _, _ = strings.Cut(own, "（")
		isFull := k == 0 || !isShortOf(own, in.Body[0]) // 市司法局 is short of many
		if isShortOf(name, own) || isFull && isShortOf(own, name) {
			return false
		}
		end, _ := utf8.DecodeLastRuneInString(own)
		alike = alike || end == last
	}
	return alike && report.IsHan(last)
}

// isBare reports whether the body's name in body.toml says only where it is and not which
// bureau, as 示例市局 does, so that it is short of every name there: of 示例市公安局 too. A body that
// has the longer name as an alias is that.
func (in *Input) isBare(name string) bool {
	own := in.Body[0]
	places := placesOf([]string{own}) // after the name itself
	if len(places) < 2 || name == own || !isShortOf(own, name) {
		return false
	}
	rest, ok := strings.CutPrefix(own, places[len(places)-1])
	if !ok || utf8.RuneCountInString(rest) != 1 || !strings.HasSuffix(name, rest) {
		return false
	}
	return !slices.ContainsFunc(in.Body[1:], func(alias string) bool {
		return isShortOf(name, alias) || alias != own && utf8.RuneCountInString(alias) > 2 && isShortOf(alias, name) && !isShortOf(alias, own)
	})
}

// isShortOf reports whether a name can be another one written short: its
// characters stand in that one in the same order, as 市监局 in 市市场监督管理局.
func isShortOf(short, name string) bool {
	for _, r := range short {
		i := strings.IndexRune(name, r)
		if i < 0 {
			return false
		}
		name = name[i+utf8.RuneLen(r):]
	}
	return true
}
