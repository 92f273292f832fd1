package check

import (
	"strings"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// edgeNames are what the edges of a page are called.
var edgeNames = map[report.LeftKind]string{report.LeftHeader: "页眉", report.LeftFooter: "页脚"}

// edgeAdvice is what to do about words of a header or footer: they cannot be seen in
// the text, nor waived as if they stood there.
const edgeAdvice = "请在 Word 或 WPS 里双击页眉、页脚，删去这些字后保存"

// pageEdges tells of personal data, and of what says that a text is a draft, in the
// headers and footers of a document. They are no part of its text, but they are in
// the file that is offered for download. The findings stand at the first line.
func pageEdges(in *Input) []report.Finding {
	src := in.Report.Source
	if src.Document == nil {
		return nil
	}
	collectors := map[string]*collector{}
	for _, id := range edgeRules {
		collectors[id] = &collector{src: src, rule: id, severity: report.Error}
	}
	first := src.LineSpan(1)
	told := map[string]bool{} // a document has up to three headers a section, often the same
	for i := range src.Document.Left {
		left := &src.Document.Left[i]
		name := edgeNames[left.Kind]
		if name == "" {
			continue
		}
		edge := &Input{Report: &report.Report{Source: report.NewSource(src.Path, left.Text)}, Words: in.Words}
		found := append(edge.drafts(), edge.personalFindings()...)
		for _, f := range found {
			says := name + "里" + strings.TrimPrefix(f.Message, "这里")
			if !told[f.Rule+says] {
				told[f.Rule+says] = true
				collectors[f.Rule].note(first, f.Severity, says, edgeAdvice)
			}
		}
	}
	var all []report.Finding
	for _, id := range edgeRules {
		all = append(all, collectors[id].all()...)
	}
	return all
}

// edgeRules are the rules that headers and footers are tried by.
var edgeRules = [...]string{rule.IDNumber, rule.MobileNumber, rule.BankCard, rule.PersonalData, rule.UnfinishedText}

// personalFindings are the findings about personal data.
func (in *Input) personalFindings() []report.Finding {
	var all []report.Finding
	for _, id := range edgeRules {
		all = append(all, in.told(id)...)
	}
	return all
}

// drafts is the findings about marks of a draft and notes of its writers. Blanks are
// none here: the number of the page stands in one.
func (in *Input) drafts() []report.Finding {
	c := collector{src: in.Report.Source, rule: rule.UnfinishedText, severity: report.Error}
	for n := 1; n <= c.src.Lines(); n++ {
		p := paragraph{span: c.src.LineSpan(n), kind: report.BlockTitle}
		if mark := in.draftMark(p, 0); mark.Len() > 0 {
			tellDraft(&c, mark)
			continue
		}
		in.notes(&c, p)
	}
	return c.all()
}
