package check

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/escape"
	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// longestNote is how many characters a note within the text has at most.
const longestNote = 40

// notes finds in a paragraph what its writers said to each other: in brackets
// （此处待补充）, 【请基层科核实】; as a clause 数据待补充, 请法制科提供; to somebody
// @王科; and TODO.
func (in *Input) notes(c *collector, p paragraph) {
	text := c.src.Text[:p.span.End]
	const advice = "请补齐、核实以后删去这样的话，换成定稿"
	tell := func(span report.Span) {
		if n := len(c.found); n > 0 && c.found[n-1].Span.Start >= p.span.Start && c.found[n-1].Span.End <= span.Start && !strings.ContainsAny(text[c.found[n-1].Span.End:span.Start], "。；！\t\n）)】]〕］") {
			return // （@王科，这个数对不对？） is one note
		}
		c.add(span, fmt.Sprintf("“%s”像是起草时留下的话", escape.Clip(c.src.Slice(span), 30)), advice)
	}
	start := p.span.Start // of the clause
	judge := func(end int, mark rune) {
		clause := strings.TrimSpace(text[start:end])
		if clause == "" || len(clause) > 3*longestNote { // as most
			return
		}
		inBrackets := mark != 0 && strings.ContainsRune("）)】]〕］", mark) && strings.ContainsRune("（(【[〔［，,；;：:", prev(text, p.span.Start, start))
		asks := inBrackets && strings.ContainsRune("]】］〕", mark) && (strings.HasSuffix(clause, "？") || strings.HasSuffix(clause, "?")) // [来源？]
		asks = asks || inBrackets && strings.ContainsRune("]】］", mark) && in.namesTask(clause)
		asks = asks || in.speaksTo(clause) && !strings.ContainsRune("“《", prev(text, p.span.Start, start))
		if asks || in.isNote(clause, inBrackets) || (mark == '：' || mark == ':' || mark == '，') && in.callsColleague(text, p.span.Start, start, clause) {
			at := start + strings.Index(text[start:end], clause)
			tell(report.Span{Start: at, End: at + len(clause)})
		}
	}
	for _, s := range in.signsIn(p.span) {
		i, r := s.start, s.r
		switch {
		case endsNote(r):
			judge(i, r)
			start = s.end()
		case i == start && r == '@' || r == '@' && !report.IsHan(prev(text, start, i)) || isLatin(r) && !isLatin(prev(text, start, i)):
			if n := in.callAt(text, i); n > 0 {
				tell(report.Span{Start: i, End: i + n})
			}
		}
	}
	judge(p.span.End, 0)
}

// callsColleague reports whether a clause that ends with ： or ， only calls somebody: 老王：. “小李”，
// is what something is called.
func (in *Input) callsColleague(text string, from, start int, clause string) bool {
	name, ok := strings.CutPrefix(clause, "老")
	if !ok {
		name, ok = strings.CutPrefix(clause, "小")
	}
	return ok && utf8.RuneCountInString(name) == 1 && in.Words.CheckSurnames.Has(name) && !strings.ContainsRune("“、和", prev(text, from, start))
}

// speaksTo reports whether a clause asks a colleague for something about the text: 老张你看这样写行不行？
// What 老杨你说普法直播 is called asks for nothing.
func (in *Input) speaksTo(clause string) bool {
	name, ok := strings.CutPrefix(clause, "老")
	if !ok {
		name, ok = strings.CutPrefix(clause, "小")
	}
	_, size := utf8.DecodeRuneInString(name)
	if !ok || !in.Words.CheckSurnames.Has(name[:size]) || !strings.HasPrefix(name[size:], "你") && !strings.HasPrefix(name[size:], "您") {
		return false
	}
	w := in.Words
	return w.CheckDraftersWords.In(name) || w.CheckHere.In(name) || w.CheckSpokenRequests.In(name)
}

// endsNote reports whether r parts clauses, cells or what stands in brackets.
func endsNote(r rune) bool {
	switch r {
	case '，', '。', '；', '：', '！', ',', ';', ':', '!', '、', '\t', '\n',
		'（', '）', '(', ')', '【', '】', '[', ']', '〔', '〕', '［', '］', '《', '》', '“', '”':
		return true
	}
	return false
}

// callAt is the size of a call that stands at byte i: @王科, TODO. 0 for none.
func (in *Input) callAt(text string, i int) int {
	if text[i] == '@' {
		n := 1
		for _, r := range text[i+1:] {
			if !report.IsHan(r) {
				break
			}
			n += utf8.RuneLen(r)
		}
		name := text[i+1 : i+n]
		if k := in.Words.CheckColleagues.Suffix(name); k > 0 || in.asked(name) {
			return n
		}
		return 0
	}
	m, ok := in.Words.CheckReminders.At(text, i)
	if !ok || followsLatin(text, m.End) {
		return 0
	}
	return m.Len()
}

// isNote reports whether a clause is a note rather than a part of the report.
func (in *Input) isNote(clause string, inBrackets bool) bool {
	clause = strings.TrimFunc(clause, unicode.IsPunct)
	pending := in.Words.CheckPending.Suffix(clause)
	head := clause[:len(clause)-pending]
	switch {
	case pending > 0 && head == "":
		return true
	case pending > 0 && !strings.ContainsFunc(head, numeral.IsDigit) && (inBrackets && len(head) <= 24 || in.Words.CheckPendingData.Suffix(head) > 0 || in.Words.CheckHere.Prefix(head) > 0):
		return true
	case inBrackets && in.Words.CheckHere.Prefix(clause) > 0 && in.Words.CheckAsked.In(clause):
		return true
	case (inBrackets || in.Words.CheckHere.Prefix(clause) > 0) && in.Words.CheckDraftersWords.In(clause):
		return true
	case inBrackets && in.isToFill(clause):
		return true
	case in.Words.CheckHere.Prefix(clause) > 0 && strings.ContainsAny(clause, "你您"):
		return true // 这段你再看看
	}
	return in.isReminder(clause) || in.asked(clause) || inBrackets && (in.isBareRequest(clause) || in.isSpokenRequest(clause))
}

// isToFill reports whether brackets hold what is still to be done to their place: （填写培训情况）,
// 【插入图片】, （去年数据）.
func (in *Input) isToFill(clause string) bool {
	if in.Words.CheckRemarks.Has(clause) {
		return true
	}
	n := in.Words.CheckFilling.Prefix(clause)
	return n > 0 && len(clause)-n <= 8*han && !in.Words.PlanDone.In(clause) && strings.IndexFunc(clause, numeral.IsDigit) < 0
}

// isReminder reports whether a clause says what is still to be put at its place: 此处
// 补充案例. 此处提供咨询 says what is done there.
func (in *Input) isReminder(clause string) bool {
	rest := clause[in.Words.CheckHere.Prefix(clause):]
	n := in.Words.CheckAsked.Prefix(rest)
	return rest != clause && n > 0 && in.Words.CheckPendingData.Has(rest[n:])
}

// asked reports whether somebody of the office is asked to do something for the
// text: 请法制科提供, 以下数据请各科室核实后反馈, 请张主任审阅.
func (in *Input) asked(clause string) bool {
	i := strings.LastIndex(clause, "请")
	if i < 0 {
		return false
	}
	before, rest := clause[:i], clause[i+len("请"):]
	if before != "" && in.Words.CheckHere.Prefix(before) == 0 && in.Words.CheckColleagues.Suffix(before) == 0 {
		return false
	}
	m, ok := in.Words.CheckAsked.Find(rest, 0)
	if !ok || utf8.RuneCountInString(rest[:m.Start]) > 12 {
		return false
	}
	who := in.Words.CheckColleagues.In(rest[:m.Start]) || in.Words.CheckColleagues.Suffix(before) > 0
	return who && in.endsRequest(rest[m.End:]) || in.Words.CheckHere.Prefix(before) > 0
}

// namesTask reports whether brackets that no sentence has say which office is to do what:
// 【科技科补充里程依据】, [办公室核对].
func (in *Input) namesTask(clause string) bool {
	m, ok := in.Words.CheckAsked.Find(clause, 0)
	return ok && in.Words.CheckColleagues.Suffix(clause[:m.Start]) > 0
}

// endsRequest reports whether what follows the verb of a request still belongs to
// it: 请基层科核实|后反馈, |一下, |具体数据. 请司法所提供|服务 is no request of ours.
func (in *Input) endsRequest(rest string) bool {
	for _, link := range [...]string{"后", "并", "一下", "一遍", "一次", "再", "具体", "相关"} {
		rest = strings.TrimPrefix(rest, link)
	}
	return rest == "" || in.Words.CheckPendingData.Has(rest) || in.Words.CheckAsked.Prefix(rest) > 0
}

// isBareRequest reports whether brackets hold a request to nobody in particular:
// （请核实）, 【请补充数据】.
func (in *Input) isBareRequest(clause string) bool {
	rest, ok := strings.CutPrefix(clause, "请")
	if !ok {
		rest, ok = strings.CutPrefix(clause, "需")
	}
	if !ok {
		return false
	}
	n := in.Words.CheckAsked.Prefix(rest)
	return n > 0 && (rest[n:] == "" || in.Words.CheckPendingData.Has(rest[n:]))
}

// isSpokenRequest reports whether brackets hold what one says to a colleague and no report
// does: （刑侦大队再核一下）, （张科看一下）.
func (in *Input) isSpokenRequest(clause string) bool {
	return in.Words.CheckSpokenRequests.Suffix(clause) > 0 && strings.IndexFunc(clause, numeral.IsDigit) < 0
}
