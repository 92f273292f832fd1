package figure

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// plans says of every heading whether all under it is still to be done: it
// stands over a plan, or a heading above it does. Under a heading of shortcomings
// and plan together only the sentences are goals that say so. Of those and of
// plans it says that they look ahead; what is neither states results.
func plans(r *report.Report) (plan, ahead []bool) {
	plan, ahead = make([]bool, len(r.Headings)), make([]bool, len(r.Headings))
	var open []int // the headings that enclose the next one
	for i := range r.Headings {
		h := &r.Headings[i]
		for len(open) > 0 && r.Headings[open[len(open)-1]].Level >= h.Level {
			open = open[:len(open)-1]
		}
		plan[i], ahead[i] = h.Plan && !h.Shortcoming, h.Plan || h.Shortcoming
		if len(open) > 0 {
			above := open[len(open)-1]
			plan[i], ahead[i] = plan[i] || plan[above], ahead[i] || ahead[above]
		}
		open = append(open, i)
	}
	return plan, ahead
}

// goals marks the figures of a block that are goals: all under the heading of
// a plan; else those of a sentence that opens with 下一步 or a coming year, those behind 明年, and
// those whose clause says so before them: 力争办结率达到95%, 计划培育10家.
func (e *extractor) goals(b *report.Block) {
	s := &e.scanner
	if b.Heading >= 0 && e.plans[b.Heading] {
		for k := range s.marks {
			s.marks[k].target = true
		}
		return
	}
	coming, set, sentence := false, false, -1
	chain := goalChain{}
	for i := range s.clauses {
		c := &s.clauses[i]
		words := trimIndent(e.text[c.start:c.end])
		if c.sentence != sentence {
			opening := e.text[c.start:min(c.end, c.start+90)]
			set = set || e.setsGoals(opening)
			coming = set || e.opensPlan(opening, e.r.Year) || coming && e.goesOn(opening, b)
			sentence, chain = c.sentence, goalChain{}
		}
		if e.GoalsReached.Prefix(words) > 0 {
			coming, set = false, false // 年度目标为检查企业200家，实际检查236家
		}
		coming = coming || e.SentenceComing.Prefix(words) > 0 // 今年学法12次，明年不少于16次
		e.link(&chain, words, c.last > c.first)
		reached := i+1 < len(s.clauses) && e.GoalsReached.Prefix(trimIndent(e.text[s.clauses[i+1].start:s.clauses[i+1].end])) > 0
		for k := c.first; k < c.last; k++ {
			if m := &s.marks[k]; m.clause == i {
				chain.holds = chain.holds || e.plansFor(k, c)
				e.goal(m, tail(e.text[c.start:m.start], maxBefore), coming || chain.holds, reached)
				e.scope(k, c)
			} else {
				m.target = m.target || coming
			}
		}
	}
}

// goal says of one figure whether it is a goal, by the words of its clause around it and by
// whether the next clause says what was reached.
func (e *extractor) goal(m *mark, before string, coming, reached bool) {
	task := e.IsTask(before) && !(e.UnitsOfTasks.Has(m.unit) && strings.HasSuffix(before, "任务")) // 下达任务12项 are 12 tasks
	demanded := e.IsDemanded(before) || reached && e.Demands.In(before)                          // 要求培育20名，实际培育30名
	m.target = coming || task || demanded || e.intended(before) && !e.isDealtWith(m, before)
	m.nameless = task && !coming || !m.target && e.IsForecast(before)
	if e.isMeasure(m, before) {
		m.target, m.nameless = true, true
		m.bound, m.words = "", report.Span{} // 高于95%的年度目标: the goal is 95%
	}
}

// headsGoals reports whether the head of a column, or the caption of its table,
// says that the cells are goals. That the table stands under a plan does not: it
// may show where the plan sets out from.
func (e *extractor) headsGoals(b *report.Block, column string) bool {
	if e.ColumnsOfGoals.In(column) || lexicon.IsAhead(column, e.r.Year) {
		return true
	}
	if b.Table < 0 || lexicon.NamesYear(column) {
		return false
	}
	at := e.r.Tables[b.Table].Caption
	if at < 0 {
		return false
	}
	caption := e.r.Source.Slice(e.r.Blocks[at].Span)
	return (e.ColumnsOfGoals.In(caption) || lexicon.IsAhead(caption, e.r.Year)) && !e.HeadingDone.In(caption)
}

// goesOn reports whether a sentence goes on with the plan that the one before
// speaks of. Under a heading of results it has to say so (二是, 同时): what follows
// 下一步 there may be of the year again.
func (e *extractor) goesOn(opening string, b *report.Block) bool {
	opening = trimIndent(opening)
	results := b.Heading >= 0 && !e.looksAhead[b.Heading]
	return !results || e.GoalsGoOn.Prefix(opening) > 0
}

// intended reports whether the words of a clause before a numeral say that it is
// to be reached: 力争, 原计划. 完成年度目标任务的120% and 原计划10场实际12场 state what was.
func (g grammar) intended(words string) bool {
	m, ok := g.Goals.FindLast(words)
	if !ok {
		return g.set(words)
	}
	before, after := words[:m.Start], words[m.End:]
	if g.GoalsMeasured.In(before) {
		return false
	}
	if verb, ok := strings.CutSuffix(after, "的"); ok && g.GoalsOfThings.Has(words[m.Start:m.End]) && g.isWhatIsDone(verb) {
		return false // 审查拟出台的14件文件
	}
	if g.GoalsOfThings.Has(words[m.Start:m.End]) && g.CheckCaseOutcomes.Has(after) && !g.GoalsNamed.Has(words[m.Start:m.End]) {
		return false // 清理文件88件，拟废止18件 says what was found
	}
	first := strings.IndexFunc(after, numeral.IsDigit)
	if first > 0 && g.GoalsNamed.Has(words[m.Start:m.End]) && !g.plansTo(before, after[:first]) {
		return false // 检查计划从2023年的412项精简到236项
	}
	if at := strings.LastIndexFunc(after, numeral.IsDigit); at >= 0 { // what the first number was meant to be, the second is
		return !g.GoalsMet.In(after[at:])
	}
	return !g.GoalsNamed.Has(words[m.Start:m.End]) || g.plansTo(before, after)
}

// isWhatIsDone reports whether words between 拟 and 的 say no more than what is done with
// the things that are counted: 出台, 提交审议. 于明年出台 and 完成上级下达 say more.
func (g grammar) isWhatIsDone(words string) bool {
	const longest = 4 // characters of two verbs
	return words != "" && !strings.Contains(words, "年") && (g.onlyVerbs(words) || utf8.RuneCountInString(words) <= longest)
}

// plansTo reports whether 计划 between two words is a verb: 计划培育10家, 原计划10场, but not
// 检查计划12项.
func (g grammar) plansTo(before, after string) bool {
	if after = g.trimAdverbs(after); after != "" {
		return g.isVerb(after)
	}
	var p phrase
	rest := g.open(&p, trimIndent(before))
	return rest == "" || g.GoalsAtFirst.Suffix(rest) == len(rest)
}

// set reports whether words end in the name of a goal, whose value follows: 年度目标任务.
func (g grammar) set(words string) bool {
	words = g.trimBridges(words)
	n := g.GoalsNamedAtEnd.Suffix(words)
	return n > 0 && !g.GoalsMeasured.In(words[:len(words)-n])
}

// setsGoals reports whether a sentence opens a list of goals, of which the rest of
// the paragraph is part: 主要预期目标是.
func (g grammar) setsGoals(words string) bool {
	m, ok := g.GoalsSet.Find(words, 0)
	return ok && !g.GoalsMeasured.In(words[:m.Start])
}

// opensPlan reports whether a sentence opens with words of the future.
func (g grammar) opensPlan(words string, year int) bool {
	words = trimIndent(words)
	if g.SentenceComing.Prefix(words) > 0 {
		return true
	}
	const reach = 9 // bytes before the first 年
	if _, after, found := strings.Cut(head(words, 30), "年"); found && g.YearsSince.In(after) {
		return false // 2025年以来
	}
	return strings.Contains(words[:min(len(words), reach+len("年"))], "年") && lexicon.IsAhead(head(words, 18), year)
}
