package check

import (
	"strconv"
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// missingRequiredPart finds that an annual report lacks one of the four parts
// that 《法治政府建设与责任落实督察工作规定》 asks for. Reports call them by
// many names and run them together, so a part counts as there when a heading or
// a sentence speaks of it.
func missingRequiredPart(in *Input) []report.Finding {
	r := in.Report
	if !isAnnual(r) || len(r.Headings) == 0 {
		return nil
	}
	s := sectionsOf(r)
	var missing []string
	for _, part := range [...]struct {
		name  string
		there bool
	}{
		{"主要举措和成效", hasMeasures(r, s)},
		{"存在的不足和原因", hasShortcomings(r, s)},
		{"党政主要负责人履行推进法治建设第一责任人职责的情况", hasLeader(r, s)},
		{"下一年度的主要安排", hasPlan(r, s)},
	} {
		if !part.there {
			missing = append(missing, "“"+part.name+"”")
		}
	}
	if len(missing) == 0 {
		return nil
	}
	f := titleFinding(r)
	f.Rule, f.Severity = rule.MissingRequiredPart, report.Warning
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
func hasMeasures(r *report.Report, s sections) bool {
	for i := range r.Headings {
		h := &r.Headings[i]
		if hasAny(h.Text, "举措", "成效", "做法", "成绩", "开展情况", "工作情况", "推进情况", "落实情况", "进展", "回顾", "总结") {
			return true
		}
		if !s.plan[i] && !s.shortcoming[i] && !aboutLeader(h.Text) {
			return true
		}
	}
	return false
}

func aboutLeader(words string) bool {
	return hasAny(words, "第一责任人", "主要负责人", "主要负责同志", "主要领导", "述法")
}

// hasShortcomings reports whether a heading outside the plan or a sentence
// speaks of what is wanting.
func hasShortcomings(r *report.Report, s sections) bool {
	for i := range r.Headings {
		if s.shortcoming[i] {
			return true
		}
	}
	return inText(r, func(int) bool { return true }, func(words string) bool {
		if hasAny(words, "不足之处", "存在不足", "存在的不足", "存在问题", "存在的问题", "存在短板", "有待加强", "有待提高", "有待提升", "有待完善", "有差距", "有一定差距", "亟待", "短板不足", "不足和短板", "问题和不足", "差距和不足", "薄弱环节") {
			return true
		}
		at := strings.Index(words, "存在")
		return at >= 0 && hasAny(words[at:min(len(words), at+90)], "不足", "差距", "短板", "薄弱", "困难") ||
			at >= 0 && hasAny(words, "仍存在", "还存在", "依然存在", "仍然存在", "也存在")
	})
}

// leaders are offices that head a body.
var leaders = []string{"书记", "局长", "厅长", "县长", "市长", "区长", "镇长", "乡长", "省长", "州长", "旗长", "盟长", "主席", "主任", "部长", "院长", "所长", "处长", "队长", "站长"}

// hasLeader reports whether a heading or a sentence outside the plan says what
// the head of the body did.
func hasLeader(r *report.Report, s sections) bool {
	for i := range r.Headings {
		if !s.plan[i] && aboutLeader(r.Headings[i].Text) {
			return true
		}
	}
	outside := func(heading int) bool { return heading < 0 || !s.plan[heading] && !s.shortcoming[heading] }
	return inText(r, outside, func(words string) bool {
		if aboutLeader(words) {
			return true
		}
		return hasAny(words, leaders...) && hasAny(words, "主持", "带头", "亲自", "牵头", "履行", "审定", "听取", "部署", "主讲", "带队")
	})
}

// hasPlan reports whether a heading or a sentence says what comes next.
func hasPlan(r *report.Report, s sections) bool {
	for i := range r.Headings {
		if s.plan[i] {
			return true
		}
		if year, _, _ := yearIn(r.Headings[i].Text); r.Year > 0 && year > r.Year {
			return true
		}
	}
	coming := "明年"
	if r.Year > 0 {
		coming = strconv.Itoa(r.Year+1) + "年"
	}
	return inText(r, func(int) bool { return true }, func(words string) bool {
		if hasAny(words, "下一步", "下步工作", "下一年", "下年度", "明年", "来年", "新一年", "新的一年", "下阶段", "下一阶段") {
			return true
		}
		return strings.HasPrefix(words, "今后") || strings.Contains(words, coming) && hasAny(words, "将", "继续", "计划", "安排", "打算", "力争", "重点")
	})
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
