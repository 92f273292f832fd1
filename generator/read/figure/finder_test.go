package figure_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

// TestFinderFindsWhatExtractReads: a line by itself has the figures that it has
// within a report, and nothing of one line is left in the next.
func TestFinderFindsWhatExtractReads(t *testing.T) {
	f := figure.NewFinder(lexicon.Builtin())
	for _, line := range []string{
		"（一）加强领导。召开会议12场次，覆盖近百名群众，报备率达100%。",
		"2023年为《示例办法》〔2023〕12号文办理25.63万元、１２件。",
		"党的二十大、第一责任人、三项制度。",
		"",
		"共办理15件，其中9件、6件。",
	} {
		r := outline.Parse(report.NewSource("a.txt", "示例市司法局2023年报告\n\n"+line+"\n"), lexicon.Builtin())
		figure.Extract(r, lexicon.Builtin())
		var want, got []string
		for i := range r.Figures {
			want = append(want, r.Source.Slice(r.Figures[i].Span))
		}
		_, start := outline.Number(line)
		for _, sp := range f.Spans(line, start) {
			got = append(got, line[sp.Start:sp.End])
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: Extract - Spans +:\n%s", line, diff)
		}
	}
}
