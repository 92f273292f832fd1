package outline

import (
	"strings"
	"testing"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/lexicon/lexicontest"
	"mingfa/generator/report"
)

// kindsInChinese are what the examples of seeds/lexicon.toml call a line.
var kindsInChinese = map[report.BlockKind]string{
	report.BlockTitle: "标题", report.BlockMeta: "文头", report.BlockHeading: "题目", report.BlockText: "正文",
	report.BlockClosing: "落款", report.BlockCaption: "表名", report.BlockRow: "表格",
}

// TestExamplesOfLexicon reads the examples of the groups document-… as
// documents, and says of each line what it was taken for. Without the words of
// its group an example must be read otherwise, so that it shows what they are
// for.
func TestExamplesOfLexicon(t *testing.T) {
	lexicontest.Examples(t, "document-", readExample)
}

// readExample says what each line of an example is.
func readExample(example lexicon.Example, words *lexicon.Lexicon) string {
	r := Parse(report.NewSource("example.txt", strings.ReplaceAll(example.Text, "｜", "\n")), words)
	var kinds []string
	for _, block := range r.Blocks {
		kind := kindsInChinese[block.Kind]
		if (block.Kind == report.BlockTitle || r.Title != "" && block.Line == 1) && strings.Contains(example.Read, kind+"（") {
			kind += "（" + r.Issuer + "）"
		}
		if block.Kind == report.BlockMeta && r.Title != "" && block.Line > 1 && strings.Contains(example.Read, kind+"（") {
			kind += "（" + metadataOn(r, block.Line) + "）"
		}
		kinds = append(kinds, kind)
	}
	if strings.Contains(example.Read, "引用") {
		for _, cited := range r.Citations {
			kinds = append(kinds, "引用《"+cited.Title+"》")
		}
	}
	return strings.Join(kinds, "｜")
}

// metadataOn is the value of the metadata that a line prints.
func metadataOn(r *report.Report, line int) string {
	for _, m := range r.Metadata {
		if m.Line == line {
			return m.Value
		}
	}
	return ""
}
