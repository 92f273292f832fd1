package publish

import (
	"fmt"
	"slices"

	"mingfa/generator/build"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// unexplained is the finding about a change for which nobody gives a reason.
func unexplained(now *build.Present, c *report.Change) report.Finding {
	n := len(c.Passages) + c.More + len(c.Items)
	said, old := "", ""
	if i := slices.IndexFunc(c.Passages, func(p report.ChangedPassage) bool { return p.Reason == "" }); i >= 0 {
		said, old = spoken(&c.Passages[i])
	} else if i := slices.IndexFunc(c.Items, func(item report.ItemChange) bool { return item.Reason == "" }); i >= 0 {
		item := &c.Items[i]
		said, old = fmt.Sprintf("%s由“%s”改为“%s”", item.Name, item.Old, item.New), item.Old
	}
	message := fmt.Sprintf("已经公布的报告改了 %d 处，没有写明理由", n)
	switch {
	case c.Lost:
		message = "已经公布的报告换了文字，没有写明理由"
	case said != "" && n == 1:
		message = "已经公布的报告改了，没有写明理由：" + said
	case said != "":
		message += "，如：" + said
	}
	if old == "" {
		old = "原来的那几个字"
	}
	suggestion := fmt.Sprintf("请在 %s 里写一段：[[correction]]、old = %q、reason = \"为什么更正\"，各占一行；不写 old，理由就管这一次的全部改动。原来的文字不宜再登出来的，加一行 hide = true。", now.Settings, old)
	return placed(now, c, message, suggestion)
}

// placed is a finding at the first change that has no reason: the sentence as it reads now,
// the place where one stood, the line of an item.
func placed(now *build.Present, c *report.Change, message, suggestion string) report.Finding {
	for _, p := range c.Passages {
		if p.Reason == "" && (p.At != report.Span{}) {
			return now.At(p.At, rule.MissingCorrectionReason, message, suggestion)
		}
	}
	for _, item := range c.Items {
		if item.Reason == "" {
			if f, ok := now.AtItem(item.Name, rule.MissingCorrectionReason, message, suggestion); ok {
				return f
			}
		}
	}
	return report.Finding{Rule: rule.MissingCorrectionReason, Severity: report.Warning, File: now.File, Message: message, Suggestion: suggestion}
}

// spoken is what became of a passage, for a clerk, and words by which to quote it.
func spoken(p *report.ChangedPassage) (said, old string) {
	for _, f := range p.Figures {
		if f.Old != "" && f.New != "" {
			return fmt.Sprintf("%s %s → %s", f.Label, f.Old, f.New), f.Old
		}
	}
	switch {
	case p.Withheld:
		return "改了个人信息", ""
	case p.Moved:
		return "“" + brief(p.New) + "”换了位置", brief(p.New)
	case p.Old == "":
		return "添了“" + brief(p.New) + "”", ""
	case p.New == "":
		return "删了“" + brief(p.Old) + "”", brief(p.Old)
	}
	return "“" + brief(p.Old) + "”改为“" + brief(p.New) + "”", brief(p.Old)
}

// brief is the beginning of a sentence.
func brief(s string) string {
	const most = 40
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i]
		}
	}
	return s
}
