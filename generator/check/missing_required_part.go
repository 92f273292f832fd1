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
	if !in.isAnnual() || len(r.Headings) == 0 {
		return nil
	}
	s := sectionsOf(r)
	var missing []string
	for _, part := range [...]struct {
		name  string
		there bool
	}{
		{"主要举措和成效", in.hasMeasures(s)},
		{"存在的不足和原因", in.hasShortcomings(s)},
		{"党政主要负责人履行推进法治建设第一责任人职责的情况", in.hasLeader(s)},
		{"下一年度的主要安排", in.hasPlan(s)},
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
func (in *Input) hasMeasures(s sections) bool {
	r := in.Report
	for i := range r.Headings {
		h := &r.Headings[i]
		if !in.aboutLeader(h.Text) && (in.Words.HeadingDone.In(h.Text) || !s.plan[i] && !s.shortcoming[i]) {
			return true
		}
	}
	return false
}

func (in *Input) aboutLeader(words string) bool {
	return in.Words.CheckLeaderDuty.In(words)
}

// hasShortcomings reports whether a heading outside the plan or a sentence
// speaks of what is wanting.
func (in *Input) hasShortcomings(s sections) bool {
	r := in.Report
	for i := range r.Headings {
		if s.shortcoming[i] {
			return true
		}
	}
	return inText(r, func(int) bool { return true }, func(words string) bool {
		const reach = 90 // bytes
		if in.Words.CheckShortcomings.In(words) {
			return true
		}
		there, ok := in.Words.CheckThere.Find(words, 0)
		return ok && in.Words.HeadingShortcoming.In(words[there.End:min(len(words), there.End+reach)])
	})
}

// hasLeader reports whether a heading or a sentence outside the plan says what
// the head of the body did.
func (in *Input) hasLeader(s sections) bool {
	r := in.Report
	for i := range r.Headings {
		if !s.plan[i] && in.aboutLeader(r.Headings[i].Text) {
			return true
		}
	}
	outside := func(heading int) bool { return heading < 0 || !s.plan[heading] && !s.shortcoming[heading] }
	return inText(r, outside, func(words string) bool {
		if in.aboutLeader(words) {
			return true
		}
		return in.Words.DocumentLeaders.In(words) && in.Words.CheckLeading.In(words)
	})
}

// hasPlan reports whether a heading or a sentence says what comes next.
func (in *Input) hasPlan(s sections) bool {
	r := in.Report
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
		if in.Words.HeadingComing.In(words) {
			return true
		}
		return strings.Contains(words, coming) && in.Words.CheckIntending.In(words)
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
