package promise

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// spelled is a number written in characters with a measure word, which is no figure where the thing stands right behind
// it: 两处 of 建成公园、长廊两处法治文化阵地.
type spelled struct {
	value         numeral.Decimal
	unit          string
	before, after string // what its clause says before and behind it
	quote         string
}

// spelledIn are the numbers of a clause that are written in characters. 一批 alone is only some, and 第二批, 每两个月 and
// 一村 count nothing.
func (p *page) spelledIn(clause string) []spelled {
	var all []spelled
	for at := 0; at < len(clause); {
		r, size := utf8.DecodeRuneInString(clause[at:])
		if !strings.ContainsRune("一二两三四五六七八九十", r) {
			at += size
			continue
		}
		n, ok := numeral.Scan(clause[at:])
		if !ok || n.Size == 0 {
			at += size
			continue
		}
		end := at + n.Size
		unit := headOf(clause[end:], p.words.PromiseMeasures.Prefix(clause[end:]))
		before, after := clause[:at], clause[end+len(unit):]
		value, isNumber := numeral.Parse(n.Value)
		isName := strings.ContainsAny(string(lastRune(before)), "第每其同之逐进〇零0123456789")
		isSome := r == '一' && n.Size == size && after != "" && strings.IndexFunc(after, numeral.IsDigit) != 0
		if unit != "" && isNumber && !isName && !isSome {
			all = append(all, spelled{value, unit, before, after, clause[at : end+len(unit)]})
		}
		at = end
	}
	return all
}

// bySpelled holds a number in characters against the one that is planned, where one of the two is written so: 建成两处法治
// 文化阵地 of 打造法治文化阵地两处.
func (p *page) bySpelled(it *item, s *sentence) (verdict, bool) {
	want, unit, key, ok := p.plannedSpelled(it)
	if !ok || it.part != nil || it.times != 1 {
		return verdict{}, false
	}
	var found verdict
	for k := range s.clauses {
		sp := s.clauses[k].span
		clause := strings.TrimRight(p.r.Source.Slice(sp), "，,。；;！ 　\r\n\t")
		if !p.isSure(it, s, sp) || it.deed.class != 0 && !it.deed.did(p.words, clause) {
			continue
		}
		numbers := p.spelledIn(clause)
		if it.goal < 0 {
			numbers = append(numbers, p.figuresAsSpelled(it, sp)...)
		}
		for _, n := range numbers {
			if n.unit != unit || !p.isOfSpelled(it, key, n) {
				continue
			}
			status := report.PromiseMet
			if n.value.Cmp(want) < 0 {
				status = report.PromiseUnmet
				if p.narrows(it, clause) {
					continue
				}
			}
			if found.status != "" && found.status != status {
				return verdict{}, false
			}
			found = verdict{status, -1, p.shownOf(s)}
		}
	}
	return found, found.status != ""
}

// plannedSpelled is the number of a plan, its unit and what it is of, if it is plain enough.
func (p *page) plannedSpelled(it *item) (want numeral.Decimal, unit string, key []rune, ok bool) {
	if it.goal >= 0 {
		f := it.figure()
		want, ok = f.Decimal()
		return want, f.Unit, it.key, ok && f.Kind == report.KindCount && f.Approx == "" && (f.Bound == "" || f.Bound == report.BoundAtLeast)
	}
	numbers := p.spelledIn(it.r.Source.Slice(it.core))
	if len(numbers) != 1 || it.whole || it.none || it.trend != 0 {
		return numeral.Decimal{}, "", nil, false
	}
	n := numbers[0]
	_, key = takeDeed(p.words, (&planner{words: p.words}).keyOfWords(n.before+"，"+n.after), true)
	return n.value, n.unit, key, telling(key) >= shortestTelling
}

// figuresAsSpelled are the figures of a clause as numbers with what stands around them.
func (p *page) figuresAsSpelled(it *item, sp report.Span) []spelled {
	var all []spelled
	first, end := figuresIn(p.r, sp)
	for i := first; i < end; i++ {
		f := &p.r.Figures[i]
		value, ok := f.Decimal()
		start := p.r.Words(f).Start
		if !ok || !p.exact(it, f) || start < sp.Start || f.Span.End > sp.End {
			continue
		}
		after := strings.TrimPrefix(p.r.Source.Text[f.Span.End:sp.End], f.Unit)
		all = append(all, spelled{value, f.Unit, p.r.Source.Text[sp.Start:start], strings.TrimRight(after, "，,。；;！ 　\r\n\t"), f.Raw})
	}
	return all
}

// isOfSpelled reports whether what stands around a number names what is planned and counts nothing else: a list of names
// may stand before 两处, and 5个 may stand behind 一批.
func (p *page) isOfSpelled(it *item, key []rune, n spelled) bool {
	if rest := strings.TrimLeft(n.after, "0123456789余多个件项条名人起"); !p.namesMore(it, rest) && p.holds(key, rest) {
		return true
	}
	before := n.before[strings.LastIndexAny(n.before, "、")+1:]
	return p.holds(key, before) && !p.namesMore(it, before)
}

// isSure reports whether a clause tells of what the body itself did in the year, and of nothing that is to come or was not
// done.
func (p *page) isSure(it *item, s *sentence, clause report.Span) bool {
	words, lead := p.r.Source.Slice(clause), p.r.Source.Text[s.span.Start:clause.End]
	if p.isOtherTime(it, clause.Start) || p.isOtherTime(it, clause.End-1) || p.isOfMonths(lead) || p.byOthers(it, words) || p.leftTo(it, words) {
		return false
	}
	isAhead := p.says(p.words.PromiseForecast, it, words) || p.comingAt(words) >= 0 || p.isToDo(it, words) || p.says(p.words.PromiseRestated, it, words)
	return !isAhead && !p.isUndone(it, p.r.Source.Text[clause.Start:s.span.End]) && !p.says(p.words.PromiseUnderWay, it, words) && !p.says(p.words.PromisePreparing, it, words) && !p.words.PromisePaper.In(words)
}
