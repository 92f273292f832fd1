package check

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// The walk over a text misses no place that a rule finds something at: every
// place is looked at here by itself.
func TestSurveyMissesNothing(t *testing.T) {
	phrases := projectPhrases(t)
	for _, text := range []string{
		whole("行政行政处罚，，了了解情况；依法行政依法行政。推进一推进一推进二。共享共享单车（乙“丙”，〔丁]《戊》。"),
		whole("严“格”规范、公正文明执法，公正 规范严格文明执法，法制政府建设，法治政府建设。建设法治政府"),
		whole("电话139-0000-0001，１３９00000001；62220202 00112233445 6，第12345号, 2.5%;好?。:!{甲}[乙]"),
		"", "行", "行政", "的的", "9", "(", "。。。",
	} {
		in := &Input{Report: read(text), Phrases: phrases}
		for _, p := range in.survey().paragraphs {
			s := in.Report.Source.Slice(p.span)
			marks, narrow := 0, 0
			for i, r := range s {
				at, size := p.span.Start+i, utf8.RuneLen(r)
				if kind, _ := kindOf(r); kind >= 0 {
					if marks++; !slices.ContainsFunc(p.marks, func(m mark) bool { return m.at == at && m.size == size && m.kind == kind }) {
						t.Errorf("%s: the mark at %d", s, i)
					}
				}
				if strings.ContainsRune(",.;:?!", r) {
					if narrow++; !slices.Contains(p.narrow, at) {
						t.Errorf("%s: the half-width mark at %d", s, i)
					}
				}
				if repeatAt(s[i:]) > 0 && !slices.Contains(p.echoes, at) {
					t.Errorf("%s: the word written twice at %d", s, i)
				}
				for k := range phrases.forms {
					if phrases.forms[k].match(s, i, len(s)) > 0 && !(slices.Contains(p.phrases, at) && slices.Contains(phrases.beginning(s[i:]), k)) {
						t.Errorf("%s: the phrase at %d", s, i)
					}
				}
			}
			if marks != len(p.marks) || narrow != len(p.narrow) || !slices.IsSorted(p.echoes) || !slices.IsSorted(p.phrases) {
				t.Errorf("%s: %+v", s, p.places)
			}
		}
		if got, want := len(in.survey().runs), strings.Count(text, "0001")+strings.Count(text, "6222"); got != want {
			t.Errorf("%s: %d long runs of digits, want %d", text, got, want)
		}
	}
}
