package chart

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/read/source"
)

// TestFirstReport draws the first real report as the stages before read it.
// Labels are the extraction's matter; what shares an axis is this package's.
func TestFirstReport(t *testing.T) {
	src, findings, err := source.Read(t.Context(), "../../../seeds/hubin-sfj/2023.txt")
	if err != nil || src == nil {
		t.Fatal(findings, err)
	}
	r := outline.Parse(src, lexicon.Builtin())
	figure.Extract(r, lexicon.Builtin())
	oneRowEach(t, r)
	var got []string
	for _, g := range Build(r, nil, lexicon.Builtin()) {
		for _, c := range g.Charts {
			got = append(got, string(c.Kind)+" "+c.Unit+": "+displays(c.Rows))
			if c.Kind == Part && !strings.HasSuffix(c.Sentence, "1996起，占96.2%（原文为96%）。") {
				t.Errorf("sentence %q", c.Sentence)
			}
		}
		got = append(got, "- "+displays(g.Numbers))
	}
	want := []string{
		"- 20场次 12场次", "- 10名 百余条 3次 1次 100% 300余人次 64本 7份 10个 20余个",
		"part 起: 2075起 1996起 96%", "- 528余次 100人 289人",
		"- 45条",
		"- 94个 405件 532件 176件 25.63万元",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("charts differ (-want +got):\n%s", diff)
	}
}

func displays(rows []Row) string {
	var out []string
	for _, row := range rows {
		out = append(out, row.Display)
	}
	return strings.Join(out, " ")
}
