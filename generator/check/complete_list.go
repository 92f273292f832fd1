package check

import (
	"slices"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// maxListed bounds the items of one list.
const maxListed = 40

// completeList compares figure i with the list that follows it to the end of
// the sentence, where the words leave no doubt that the list is all of it:
//
//   - 分别为, 分为, 按类型分 opens it, or 其余 or 其他 is the last item;
//   - it says 共 itself, and the items are kinds of what it counts
//     (共组织培训15场，执法培训6场、普法培训8场) or outcomes of which each case has one
//     (共办结案件15件，维持6件、撤销8件); such outcomes are never more, with 共 or not;
//   - it has two items, of which everything is one or the other: 男, 女.
func completeList(c *collector, r *report.Report, related []bool, i int) {
	whole := &r.Figures[i]
	if i+2 >= len(r.Figures) || related[i] || r.Figures[i+1].Unit != whole.Unit || r.Figures[i+2].Unit != whole.Unit || r.Figures[i+2].Block != whole.Block {
		return // nearly all
	}
	if !isPlainCount(whole) || !isCounter(whole.Unit) {
		return
	}
	l := listAfter(r, i)
	if len(l.items) < 2 || slices.ContainsFunc(l.items, func(j int) bool { return related[j] }) {
		return
	}
	rel := report.Relation{Kind: report.RelationPart, Result: -1, Whole: i, Parts: l.items}
	total, sum, ok := addUp(r, &rel)
	if !ok || !l.isComplete(r, &rel, total, sum) {
		return
	}
	for _, j := range l.items {
		related[j] = true // and no total of those behind it
	}
	if total.Cmp(sum) == 0 || explains(around(r, &rel)) {
		return
	}
	sumNote(c, r, report.Warning, &rel, sum)
}

// list is the figures after another to the end of its sentence, all of one
// unit.
type list struct {
	items  []int
	words  []string // before each
	parted bool     // 按类型分 stands before the first
}

// listAfter is the list after figure i; none where anything else is said in the
// sentence.
func listAfter(r *report.Report, i int) list {
	whole, text := &r.Figures[i], r.Source.Text
	end := sentenceEnd(r, whole)
	if at := strings.Index(text[whole.Span.End:end], "；"); at >= 0 {
		end = whole.Span.End + at
	}
	var l list
	at := whole.Span.End
	for j := i + 1; j < len(r.Figures) && r.Figures[j].Block == whole.Block && r.Figures[j].Span.End <= end; j++ {
		f := &r.Figures[j]
		if f.Span.Start < at || f.Unit != whole.Unit || !isPlainCount(f) || len(l.items) == maxListed {
			return list{}
		}
		words := text[at:f.Span.Start]
		for k, mark := range [...]string{"，", "、", "：", "和", "及"} {
			if rest, ok := strings.CutPrefix(words, mark); ok && (k != 2 || len(l.items) == 0) {
				words = rest
				break
			}
		}
		if len(l.items) == 0 {
			words, l.parted = parting(words)
		}
		if strings.ContainsAny(words, "，、：；（）()“”《》,:") {
			return list{}
		}
		l.items, l.words = append(l.items, j), append(l.words, strings.TrimSpace(words))
		at = f.Span.End
	}
	if strings.TrimSpace(text[at:end]) != "" {
		return list{}
	}
	return l
}

// parting takes 按类型分， off the words before a list, and says whether it stood
// there.
func parting(words string) (rest string, ok bool) {
	const longest = 10 * han
	for _, mark := range [...]string{"分，", "分：", "分为"} {
		if by, rest, ok := strings.Cut(words, mark); ok && len(by) <= longest && strings.HasPrefix(by, "按") && !strings.Contains(by, "，") {
			return rest, true
		}
	}
	return words, false
}

// isComplete reports whether the words say that a list is all of its whole.
func (l *list) isComplete(r *report.Report, rel *report.Relation, total, sum numeral.Decimal) bool {
	i := rel.Whole
	words := ownWords(r, i)
	switch first, last := l.words[0], l.words[len(l.words)-1]; {
	case l.parted || hasPrefix(first, openers[:]):
		return i == 0 || r.Figures[i-1].Unit != r.Figures[i].Unit || sentences(r, &r.Figures[i-1], &r.Figures[i]) > 0 // else one by one of two
	case !near(total, sum):
		return false
	case eitherOr(r, rel), isRest(last):
		return true
	case !saysSum(words):
		return sum.Cmp(total) > 0 && l.areOutcomes() && !isOutcome(words)
	case sum.Cmp(total) < 0 && !justBelow(total, sum):
		return false // it may name the most frequent only
	case l.areOutcomes():
		return sum.Cmp(total) > 0 || !hasAny(words, "受理", "收到", "接收", "立案") // the others may be pending
	}
	return l.areKindsOf(words) && !overlap(r, rel)
}

var openers = [...]string{"分别为", "分别是", "分为"}

// isRest reports whether words say that an item is all that is left. 其他辅助人员 may be
// other people.
func isRest(words string) bool {
	for _, word := range [...]string{"其他", "其它"} {
		if rest, ok := strings.CutPrefix(words, word); ok {
			switch rest {
			case "", "类", "类型", "情形", "方式", "案件", "事项", "领域", "问题", "原因":
				return true
			}
		}
	}
	return strings.HasPrefix(words, "其余")
}

// near reports whether a sum is so close to a total that it was meant to be it.
func near(total, sum numeral.Decimal) bool {
	gap := total.Sub(sum).Abs()
	return gap.Cmp(numeral.Integer(2)) <= 0 || gap.Mul(numeral.Integer(4)).Cmp(total) <= 0
}

// justBelow reports whether a sum is less than a total by so little that nothing
// was left out: by one, or by a twentieth.
func justBelow(total, sum numeral.Decimal) bool {
	gap := total.Sub(sum)
	return gap.Cmp(numeral.Integer(1)) <= 0 || gap.Mul(numeral.Integer(20)).Cmp(total) <= 0
}

// eithers are kinds of which everything is one or the other.
var eithers = [...][2]string{{"男", "女"}, {"一般程序", "简易程序"}, {"普通程序", "简易程序"}, {"专职", "兼职"}, {"上半年", "下半年"}}

// eitherOr reports whether the parts of a relation are two kinds of which
// everything is one or the other.
func eitherOr(r *report.Report, rel *report.Relation) bool {
	if len(rel.Parts) != 2 {
		return false
	}
	a, b := ownWords(r, rel.Parts[0]), ownWords(r, rel.Parts[1])
	for _, either := range eithers {
		for _, one := range [...][2]string{either, {either[1], either[0]}} {
			if strings.Contains(a, one[0]) && strings.Contains(b, one[1]) && !strings.Contains(a, one[1]) && !strings.Contains(b, one[0]) {
				return true
			}
		}
	}
	return false
}

// areOutcomes reports whether the items are outcomes of which a case has one.
func (l *list) areOutcomes() bool {
	return !slices.ContainsFunc(l.words, func(words string) bool { return !isOutcome(words) })
}

func isOutcome(words string) bool {
	switch thing(withoutAdverbs(words)) {
	case "维持", "驳回", "撤销", "变更", "确认违法", "责令履行", "终止", "撤回", "调解", "调解结案", "和解", "裁决", "裁定", "判决", "不予受理", "达成协议",
		"保留", "继续有效", "修改", "废止", "失效", "宣布失效":
		return true
	}
	return false
}

// areKindsOf reports whether the items are kinds of what words before a total
// name: 执法培训 and 普法培训 of 共组织培训, but 专题会议 is none of 共召开常务会议.
func (l *list) areKindsOf(words string) bool {
	const size = 2 * han
	noun := withoutAdverbs(words)
	for _, lead := range [...][]string{doings[:], {"各类", "各种", "各项"}} {
		for _, word := range lead {
			noun = strings.TrimPrefix(noun, word)
		}
	}
	if len(noun) != size {
		return false
	}
	for _, words := range l.words {
		kind, ok := strings.CutSuffix(words, noun)
		if !ok || kind == "" || len(kind) > 8*han || hasPrefix(kind, doings[:]) {
			return false
		}
	}
	return true
}

// doings begin the words of what is done, which are no kinds: 审查文件, 清理文件.
var doings = [...]string{"审查", "审核", "清理", "修订", "修改", "废止", "制定", "出台", "印发", "备案", "办理", "受理", "处理", "查处", "查办", "检查", "抽查", "整改", "排查", "开展", "组织", "举办", "召开", "参加", "走访", "发放",
	"完成", "调解", "化解", "接待", "评查", "移送", "立案", "结案", "办结", "审结", "新增", "新建", "取消", "下放", "承接", "发布", "公布", "编制", "论证", "评估", "建立", "建成", "培育", "指导", "承办", "收集", "征集", "通过", "报送", "纠正", "撤销", "督办", "解决"}
