package check

import (
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// Part is one of the four parts that 《法治政府建设与责任落实督察工作规定》 asks of an
// annual report.
type Part struct {
	Name  string // as the regulation calls it
	There bool
}

// Parts says of each part whether the report has it. It gives none for a text that
// is no annual report on the rule of law, or of which no heading was read.
//
// Reports call the parts by many names and run them together, so a part counts as
// there when a heading or a sentence is it. Words of it within another sentence are
// not enough: it is better to ask staff than to say that a report has what it lacks.
func (in *Input) Parts() []Part {
	if !in.isAnnual() || len(in.Report.Headings) == 0 {
		return nil
	}
	s := sectionsOf(in.Report)
	return []Part{
		{"主要举措和成效", in.hasMeasures(s)},
		{"存在的不足和原因", in.hasShortcomings(s)},
		{"党政主要负责人履行推进法治建设第一责任人职责的情况", in.hasLeader(s)},
		{"下一年度的主要安排", in.hasPlan(s)},
	}
}

// missingRequiredPart finds that an annual report lacks one of its parts.
func missingRequiredPart(in *Input) []report.Finding {
	var missing []string
	for _, part := range in.Parts() {
		if !part.There {
			missing = append(missing, "“"+part.Name+"”")
		}
	}
	if len(missing) == 0 {
		return nil
	}
	f := titleFinding(in.Report)
	f.Rule, f.Severity = rule.MissingRequiredPart, report.Warning
	f.Excerpt = "" // the title is not at fault: no line of it is shown, with marks below
	f.Message = "全文没有读到" + strings.Join(missing, "、")
	f.Suggestion = "法治政府建设年度报告应当包括这部分内容，请核对定稿是否漏了；写在别的题目下的，可在 .toml 中写明理由"
	return []report.Finding{f}
}

// titleFinding is a finding about the title, or about the file when it has
// none.
func titleFinding(r *report.Report) report.Finding {
	f := report.Finding{File: r.Source.Path}
	for i := range r.Blocks {
		if r.Blocks[i].Kind == report.BlockTitle {
			f = r.Source.FindingAt(r.Blocks[i].Span, "", "", "", "")
		}
	}
	return f
}

// hasMeasures reports whether there is a section besides those of the leader,
// the shortcomings and the plan.
func (in *Input) hasMeasures(s sections) bool {
	r := in.Report
	for i := range r.Headings {
		h := &r.Headings[i]
		if !in.aboutLeader(h.Text) && (in.Words.HeadingDone.In(h.Text) || !s.plan[i] && !s.shortcoming[i]) {
			return true
		}
	}
	for i := range r.Figures { // 2023年检查52家 above the first heading
		if f := &r.Figures[i]; !f.Target && r.Blocks[f.Block].Kind == report.BlockText && r.Blocks[f.Block].Heading < 0 {
			return true
		}
	}
	return false
}

func (in *Input) aboutLeader(words string) bool {
	return in.Words.CheckLeaderDuty.In(words)
}

// hasShortcomings reports whether a heading outside the plan or a sentence
// says what is wanting.
func (in *Input) hasShortcomings(s sections) bool {
	if slices.Contains(s.shortcoming, true) {
		return true
	}
	return inText(in.Report, func(int) bool { return true }, in.admits)
}

// admits reports whether a sentence says what is wanting: 但仍存在一些差距, 培训有待加强,
// 存在的主要问题：…. That problems were found or solved (解决工作中存在的问题) admits
// nothing.
func (in *Input) admits(sentence string) bool {
	for clause := range clausesOf(withoutTitles(sentence)) {
		clause = strings.TrimLeftFunc(clause, inItemNumber)
		at := len(clause)
		if m, ok := in.Words.CheckShortcomings.Find(clause, 0); ok {
			at = m.Start
		} else if there, ok := in.Words.CheckThere.Find(clause, 0); ok && in.Words.HeadingShortcoming.In(clause[there.End:]) {
			if strings.HasPrefix(clause[there.End:], "的") && there.Start > 0 {
				continue // 全年工作中存在的问题 is spoken of, not stated
			}
			at = there.Start
		}
		if at < len(clause) && !in.Words.CheckSolving.In(clause[:at]) {
			return true
		}
	}
	return false
}

// hasLeader reports whether a heading or a sentence outside the plan says what
// the head of the body did.
func (in *Input) hasLeader(s sections) bool {
	r := in.Report
	for i := range r.Headings {
		h := &r.Headings[i]
		if !s.plan[i] && !h.Item && in.aboutLeader(withoutTitles(h.Text)) && !in.Words.CheckOthers.In(h.Text) {
			return true
		}
	}
	outside := func(heading int) bool { return heading < 0 || !s.plan[heading] && !s.shortcoming[heading] }
	return inText(r, outside, in.tellsOfLeader)
}

// tellsOfLeader reports whether a sentence tells what the head of the body did:
// 局长带头学法5次, 主要负责人听取汇报4次. What is asked of others (督促企业主要负责人…) or put into
// an examination tells nothing of it.
func (in *Input) tellsOfLeader(sentence string) bool {
	sentence = withoutTitles(sentence)
	named := false // the sentence has named a leader
	for clause := range clausesOf(sentence) {
		if in.Words.CheckOthers.In(clause) || in.Words.CheckUrging.In(clause) {
			named = false
			continue
		}
		named = named || in.aboutLeader(clause) || in.Words.DocumentLeaders.In(clause)
		if named && (in.Words.CheckLeading.In(clause) || in.Words.CheckReporting.In(clause)) {
			return true
		}
	}
	return in.Words.CheckReporting.In(sentence)
}

// hasPlan reports whether a heading or a sentence says what comes next.
func (in *Input) hasPlan(s sections) bool {
	r := in.Report
	for i := range r.Headings {
		h := &r.Headings[i]
		if s.plan[i] || !h.Item && lexicon.IsAhead(h.Text, r.Year) {
			return true
		}
	}
	return inText(r, func(int) bool { return true }, in.plans)
}

// plans reports whether a sentence says what is to be done next: it, or a
// clause of it, opens with 下一步 or the year to come, and what is intended
// follows. A plan's title and what is laid the ground for say nothing.
func (in *Input) plans(sentence string) bool {
	coming := "明年"
	if year := in.Report.Year; year > 0 {
		coming = strconv.Itoa(year+1) + "年"
	}
	sentence = strings.TrimSpace(withoutTitles(sentence))
	if !strings.HasPrefix(sentence, coming) {
		sentence = strings.TrimLeftFunc(sentence, inItemNumber)
	}
	for at := 0; at < len(sentence); {
		rest := sentence[at:]
		if n := in.Words.CheckSelves.Prefix(rest); n > 0 {
			rest = rest[n:]
		}
		opening := in.Words.SentenceComing.Prefix(rest)
		if strings.HasPrefix(rest, coming) {
			opening = len(coming)
		}
		if opening > 0 {
			after := rest[opening:]
			if strings.HasPrefix(after, "，") || strings.HasPrefix(after, "：") || in.intends(after) {
				return true
			}
		}
		next := strings.IndexAny(sentence[at:], "，；：")
		if next < 0 {
			return false
		}
		_, size := utf8.DecodeRuneInString(sentence[at+next:])
		at += next + size
	}
	return false
}

// intends reports whether words say what is intended: 将继续组织, but not 将其列为重点.
func (in *Input) intends(words string) bool {
	for from := 0; ; {
		m, ok := in.Words.CheckIntending.Find(words, from)
		if !ok {
			return false
		}
		clause, _, _ := strings.Cut(words[m.End:], "，")
		if !in.Words.CheckDisposing.In(clause) {
			return true
		}
		from = m.End
	}
}

// clausesOf are the clauses of a sentence.
func clausesOf(sentence string) iter.Seq[string] {
	return strings.FieldsFuncSeq(sentence, func(r rune) bool { return strings.ContainsRune("，；：,;:", r) })
}

// inText reports whether a sentence of the text under one of the wanted
// headings (-1 before the first) is what is looked for.
func inText(r *report.Report, wanted func(heading int) bool, is func(words string) bool) bool {
	for i := range r.Blocks {
		b := &r.Blocks[i]
		if b.Kind != report.BlockText && b.Kind != report.BlockHeading || !wanted(b.Heading) {
			continue
		}
		for words := range strings.SplitSeq(r.Source.Slice(b.Span), "。") {
			if is(words) {
				return true
			}
		}
	}
	return false
}
