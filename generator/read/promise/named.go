package promise

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// byNames counts the names of what was done, where a report gives no number: 示例村、东风村成功创建为民主法治示范村 of 创建民主
// 法治示范村2个. Behind 等 there are more.
func (p *page) byNames(it *item, s *sentence) (verdict, bool) {
	if it.goal < 0 || it.part != nil || !p.isOneByOne(it, it.figure()) || it.figure().Approx != "" || len(it.key) < shortestTelling {
		return verdict{}, false
	}
	want, okWant := it.figure().Decimal()
	kind := it.key[len(it.key)-1]
	for k := range s.clauses {
		sp := s.clauses[k].span
		clause := strings.TrimRight(p.r.Source.Slice(sp), "，,。；;！ 　\r\n\t")
		first, end := figuresIn(p.r, sp)
		at := p.firstDeed(it, clause)
		if first != end || at <= 0 || !okWant || strings.Contains(clause, "等") || !p.isSure(it, s, sp) || p.words.PromiseListed.In(clause) || !p.holds(it.key, clause[at:]) || p.narrows(it, clause[at:]) {
			continue
		}
		names := strings.Split(strings.TrimSuffix(p.behindTime(clause[:at]), "成功"), "、")
		if !areNames(names, kind) {
			continue
		}
		n := numeral.Integer(int64(len(names)))
		if p.compared(it, reach{low: n, high: n}, want) == report.PromiseMet {
			return p.byWords(s, report.PromiseMet)
		}
		return p.byWords(s, report.PromisePartly)
	}
	return verdict{}, false
}

// firstDeed is where in a clause the deed of an item stands first, -1 without it.
func (p *page) firstDeed(it *item, clause string) int {
	for at := range clause {
		if p.doneAt(it, clause[at:]) > 0 {
			return at
		}
	}
	return -1
}

// areNames reports whether words are each the name of one thing of a kind: 示例村, 东风村.
func areNames(words []string, kind rune) bool {
	const longest = 8 // characters
	for _, name := range words {
		n := utf8.RuneCountInString(name)
		if lastRune(name) != kind || n < shortestKey || n > longest || strings.IndexFunc(name, func(r rune) bool { return !isIdeograph(r) }) >= 0 {
			return false
		}
	}
	return true
}
