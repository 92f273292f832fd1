package indicator

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// An indicator with Stock is how many of a thing there are: 消费维权服务站共有121个. What a
// year brought or took away (新建23个, 撤销2个), and those picked out for something
// (表彰12名), are other measures and never stand in its row.

// tenor is what words in front of a numeral say of a number of things.
type tenor uint8

const (
	tenorNone  tenor = iota
	tenorStock       // how many there are: 共有, 增加到
	tenorFlow        // how many came or went: 新建, 撤销
	tenorMade        // either: 建成; how many came where the words say 今年
	tenorPick        // how many of them were picked out for something: 表彰, 检查
	tenorGrown       // how many came, but with 累计 in front how many there are: 培育, 创建
)

// tenors finds the words that say it.
type tenors struct {
	words   *lexicon.Set
	of      []tenor // by the number of the word in words
	present *lexicon.Set
	soFar   *lexicon.Set
	total   *lexicon.Set // what stands right before the number of all: 共
}

func newTenors(w Words) tenors {
	var all []string
	t := tenors{present: lexicon.NewSet(w.Present...), soFar: lexicon.NewSet(w.SoFar...), total: lexicon.NewSet(w.Total...)}
	add := func(words []string, is tenor) {
		for _, word := range words {
			all, t.of = append(all, plain(word)), append(t.of, is)
		}
	}
	add(w.Stocks, tenorStock)
	add(w.Flows, tenorFlow)
	add(w.Picks, tenorPick)
	add(w.Made, tenorMade)
	add(w.Grown, tenorGrown)
	t.words = lexicon.NewSet(all...)
	return t
}

// last is the tenor of the last word in text that has one, and where that begins.
func (t *tenors) last(text string) (is tenor, at int) {
	for from := 0; from < len(text); {
		m, ok := t.words.Find(text, from)
		if !ok {
			break
		}
		is, at, from = t.of[m.Word], m.Start, m.End
		switch {
		case strings.HasPrefix(text[m.End:], "后"):
			is = tenorStock // 合并后内设机构15个
		case is == tenorGrown && t.soFar.Suffix(text[:at]) > 0 && !t.present.In(text):
			is = tenorStock
		case is == tenorGrown:
			is = tenorFlow
		}
	}
	return is, at
}

// isStated reports whether words say that a number is of all there are: 共有, 累计.
func (t *tenors) isStated(r *report.Report, i int, w words) bool {
	clause := clausesBefore(r, i, w)[0]
	is, _ := t.last(clause)
	return is == tenorStock || is == tenorNone && t.total.Suffix(clause) > 0
}

// isFlow reports whether the figure with index i is what came, went or was picked out
// of a stock. The last word of its clause that says so counts: 新增后共有46名. An item
// of a list has the word of the items before it (新建服务站23个、法治驿站12个), and so has a
// clause that is a noun alone (新建服务站23个，法治驿站12个): less is said of it, nothing untrue.
func (t *tenors) isFlow(r *report.Report, i int, w words, isNoun bool) bool {
	if _, after, _ := strings.Cut(w.quote, hole); t.words.In(after) {
		if is, _ := t.last(after); is == tenorFlow {
			return true
		}
	}
	clauses := clausesBefore(r, i, w)
	for k, clause := range clauses {
		switch is, at := t.last(clause); is {
		case tenorFlow:
			return true
		case tenorStock:
			return false
		case tenorPick:
			return k == 0
		case tenorMade:
			return t.present.In(clause[:at]) || hasYear(clause[:at]) || k+1 < len(clauses) && t.isOnlyTime(clauses[k+1])
		}
		if k == 0 && t.total.Suffix(clause) > 0 {
			return false
		}
		if is, _ := t.last(w.label); k == 0 && is == tenorFlow {
			return true
		}
		if !isNoun || i == 0 || r.Figures[i-1].Unit != r.Figures[i].Unit || k > 0 && !hasNumeral(clause) {
			return false // what is counted otherwise, or a clause that counts nothing, is of something else
		}
	}
	return false
}

// begins reports whether a figure's clause begins with a phrase of the catalogue: it is a
// noun, and has no verb of its own.
func begins(hits []hit) bool {
	return slices.ContainsFunc(hits, func(h hit) bool { return h.place == placeBefore && h.start == 0 })
}

// isOnlyTime reports whether a clause says 今年 and nothing else. 2023年 in front of a
// sentence says little: every sentence of the report may begin with it.
func (t *tenors) isOnlyTime(clause string) bool {
	const longest = 8
	return utf8.RuneCountInString(clause) <= longest && t.present.In(clause)
}

func hasYear(clause string) bool { return numeral.YearIn(clause) != 0 }

func hasNumeral(clause string) bool { return strings.ContainsAny(clause, "0123456789") }

// farClauses is how many clauses before a numeral are asked for the word that governs it.
const farClauses = 4

// clausesBefore is the clauses of a figure's sentence up to its numeral in plain form,
// its own first; of a figure made by hand its own alone.
func clausesBefore(r *report.Report, i int, w words) []string {
	f := &r.Figures[i]
	if r.Source == nil || f.Block < 0 || f.Block >= len(r.Blocks) || !r.Blocks[f.Block].Span.Contains(f.Span) {
		before, _, _ := strings.Cut(w.quote, hole)
		return []string{before}
	}
	sentence := sentenceBefore(r, f)
	var clauses []string
	for len(clauses) < farClauses {
		at := strings.LastIndexAny(sentence, "，,；;：:\t")
		if at < 0 {
			return append(clauses, plain(sentence))
		}
		mark, size := utf8.DecodeRuneInString(sentence[at:])
		clauses = append(clauses, plain(sentence[at+size:]))
		if mark == '；' || mark == ';' || mark == '\t' {
			break
		}
		sentence = sentence[:at]
	}
	return clauses
}
