package check

import (
	"strings"
	"testing"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// document is a source of paragraphs and what is flagged in it.
func document(flags ...report.Flag) *report.Source {
	d := &report.Document{Passages: []report.Passage{
		{Text: "示例市水务局2023年法治政府建设年度报告"}, {Text: "办理许可950件。"},
		{Grid: &report.Grid{Columns: 2, Rows: []report.GridRow{{Cells: []report.GridCell{{Text: "许可", Columns: 1, RowsDown: 1}, {Text: "950\n件", Column: 1, Columns: 1, RowsDown: 1}}}}}},
	}, Flags: flags}
	text, spans := d.Text()
	src := report.NewSource("2023.docx", text)
	src.Document, src.Spans = d, spans
	return src
}

// Each kind of flag is a finding of its rule, at its words where they are
// printed and at their place where they are not.
func TestDocumentFlags(t *testing.T) {
	at := func(passage, offset int) report.Place { return report.Place{Passage: passage, Offset: offset} }
	for _, c := range []struct {
		flag     report.Flag
		severity report.Severity
		line     int
		quote    string
		says     string
	}{
		{report.Flag{Kind: report.FlagTracked, Form: report.FormInsertion, At: at(1, len("办理许可")), Quote: "950", Printed: true}, report.Error, 2, "950", "“950”是修订里新加的字"},
		{report.Flag{Kind: report.FlagTracked, Form: report.FormDeletion, At: at(1, len("办理许可")), Quote: "900"}, report.Error, 2, "", "“900”在修订里删去了"},
		{report.Flag{Kind: report.FlagTracked, Form: report.FormMove, At: at(1, 0), Quote: "办理", Printed: true}, report.Error, 2, "办理", "移动过"},
		{report.Flag{Kind: report.FlagTracked, Form: report.FormFormatting, At: at(1, 0)}, report.Error, 2, "", "还有没有接受的修订"},
		{report.Flag{Kind: report.FlagComment, At: at(1, 0), Quote: "请核实"}, report.Error, 2, "", "批注：“请核实”"},
		{report.Flag{Kind: report.FlagHidden, At: at(1, 0), Quote: "内部"}, report.Error, 2, "", "隐藏文字：“内部”"},
		{report.Flag{Kind: report.FlagHidden, Form: report.FormInvisible, At: at(1, 0), Quote: "办理", Printed: true}, report.Error, 2, "办理", "看不见"},
		{report.Flag{Kind: report.FlagBroken, At: at(1, 0), Quote: "办理", Printed: true}, report.Error, 2, "办理", "失效"},
		{report.Flag{Kind: report.FlagStruck, At: at(1, 0), Quote: "办理", Printed: true}, report.Warning, 2, "办理", "删除线"},
		{report.Flag{Kind: report.FlagHighlighted, At: report.Place{Passage: 2, Cell: 1}, Quote: "950\n件", Printed: true}, report.Warning, 3, "950 件", "底色"},
		{report.Flag{Kind: report.FlagBox, At: at(0, 0), Quote: "示例市", Printed: true}, report.Warning, 1, "示例市", "文本框"},
		{report.Flag{Kind: report.FlagSymbol, At: at(1, 0)}, report.Warning, 2, "", "认不出"},
		{report.Flag{Kind: report.FlagPlaceholder, At: at(1, 0), Quote: "办理", Printed: true}, report.Warning, 2, "办理", "占位"},
		{report.Flag{Kind: report.FlagSecrecy, At: at(-1, 0), Quote: "内部资料"}, report.Warning, 0, "", "页眉或页脚里有“内部资料”"},
		{report.Flag{Kind: report.FlagStruck, At: at(1, 1), Quote: "别的字", Printed: true}, report.Warning, 2, "", "删除线"},
		{report.Flag{Kind: report.FlagTracked, At: at(9, 0), Quote: "甲"}, report.Error, 0, "", "“甲”是还没有接受的修订"},
	} {
		found := documentFlags(&Input{Report: &report.Report{Source: document(c.flag)}})
		if len(found) != 1 {
			t.Fatalf("%+v: %v", c.flag, found)
		}
		f := found[0]
		if f.Rule != string(c.flag.Kind) || f.Severity != c.severity || f.Line != c.line || f.Quote != c.quote || !strings.Contains(f.Message, c.says) || f.Suggestion == "" {
			t.Errorf("%+v: %+v", c.flag, f)
		}
	}
}

// Every kind that there is has a rule of its name, and a text has none.
func TestEveryFlagHasARule(t *testing.T) {
	for kind, r := range flagRules {
		if r.rule != string(kind) {
			t.Errorf("%s is told by %s", kind, r.rule)
		}
	}
	if len(flagRules) != 10 {
		t.Errorf("%d kinds of flags", len(flagRules))
	}
	if found := documentFlags(&Input{Report: &report.Report{Source: report.NewSource("2023.txt", "甲")}}); found != nil {
		t.Error(found)
	}
	src := document(report.Flag{Kind: report.FlagComment, Quote: "甲"})
	src.Document.More = 7
	if found := documentFlags(&Input{Report: &report.Report{Source: src}}); len(found) != 2 || found[1].Rule != rule.Comment || !strings.Contains(found[1].Message, "7 处") {
		t.Error(found)
	}
}
