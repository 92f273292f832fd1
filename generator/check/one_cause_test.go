package check

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report/rule"
)

// TestOneCause: what stands twice is told of once, as that, and so is a text that breaks off.
func TestOneCause(t *testing.T) {
	section := "（一）抓好办理。全年办理各类案件3件，审查合同协议20份，组织法治培训4期。\n"
	more := "（二）抓好公开。全年公开各类信息30条，答复公开申请2件，办理建议提案5件。\n"
	for body, want := range map[string]string{
		section + more + section: rule.RepeatedPassage,
		section + section + more: rule.RepeatedPassage,
		section + more:           "",
		section + more + "（二）抓实监督，评查案卷60卷。": rule.DuplicateHeadingNumber,
	} {
		in := Input{Report: read(strings.Replace(whole("办理案件3件。"), "办理案件3件。", body, 1)), Words: lexicon.Builtin()}
		var told []string
		for _, f := range Report(&in) {
			if f.Rule == rule.RepeatedPassage || f.Rule == rule.DuplicateHeadingNumber || f.Rule == rule.HeadingOrder || f.Rule == rule.HeadingGap {
				told = append(told, f.Rule)
			}
		}
		if got := strings.Join(told, " "); got != want {
			t.Errorf("%s: %q, not %q", body, got, want)
		}
	}
	in := Input{Report: read(strings.Replace(whole("办理案件3件。\n组织学习3次。\n召开会议3次。\n审查合同3件。\n公开信息3条。"), "组织培训4期。\n", "一是组织培训4期。\n二是评查案卷，查办发现问题4", 1)), Words: lexicon.Builtin()}
	var told []string
	for _, f := range Report(&in) {
		if f.Rule == rule.UnfinishedText || f.Rule == rule.MissingUnit || f.Rule == rule.UnreadNumber {
			told = append(told, f.Rule)
		}
	}
	if got := strings.Join(told, " "); got != rule.UnfinishedText {
		t.Errorf("at the cut: %q", got)
	}
}
