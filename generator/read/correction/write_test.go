package correction_test

import (
	"strings"
	"testing"

	"mingfa/generator/read/correction"
	"mingfa/generator/report"
)

// TestHiddenFigures: what is hidden in a report is no figure of its changes, before or
// now, gone or in the place of another.
func TestHiddenFigures(t *testing.T) {
	text := func(words string) string {
		return "示例市司法局2023年法治政府建设年度报告\n\n一、主要举措和成效\n" + words + "\n"
	}
	for _, c := range []struct {
		then, now           string
		hiddenOld, hiddenAt string // the numbers that are hidden
	}{
		{"走访企业20家，调解纠纷5件。", "走访企业，调解纠纷5件。", "20", ""},
		{"走访企业20家，调解纠纷5件。", "走访企业21家，调解纠纷5件。", "20", ""},
		{"走访企业20家，调解纠纷5件。", "走访企业21家，调解纠纷5件。", "", "21"},
		{"走访企业，调解纠纷5件。", "走访企业21家，调解纠纷5件。", "", "21"},
	} {
		old, now := read(text(c.then)), read(text(c.now))
		for i := range old.Figures {
			old.Figures[i].Hidden = old.Figures[i].Raw == c.hiddenOld
		}
		for i := range now.Figures {
			now.Figures[i].Hidden = now.Figures[i].Raw == c.hiddenAt
		}
		passages, _ := correction.Between(old, now)
		if got := show(passages, 0); strings.Contains(got, "->") || !strings.HasPrefix(got, "- ") {
			t.Errorf("%s, then %s: %s", c.then, c.now, got)
		}
	}
}

// TestHiddenBesideShown: what is hidden of a sentence does not take the numbers beside it away.
func TestHiddenBesideShown(t *testing.T) {
	text := func(words string) *report.Report {
		return read("示例市司法局2023年法治政府建设年度报告\n\n一、主要举措和成效\n" + words + "\n")
	}
	hide := func(r *report.Report, raw string) *report.Report {
		for i := range r.Figures {
			r.Figures[i].Hidden = r.Figures[i].Raw == raw
		}
		return r
	}
	const then, now = "走访企业20家，调解纠纷5件，举办讲座8场。", "走访企业21家，调解纠纷6件，举办讲座9场。"
	for _, c := range []struct{ old, now, want string }{
		{"20", "", "调解纠纷: 5件 -> 6件|讲座: 8场 -> 9场"},
		{"", "21", "调解纠纷: 5件 -> 6件|讲座: 8场 -> 9场"},
		{"5", "6", "走访企业: 20家 -> 21家|讲座: 8场 -> 9场"},
		{"", "", "走访企业: 20家 -> 21家|调解纠纷: 5件 -> 6件|讲座: 8场 -> 9场"},
	} {
		passages, _ := correction.Between(hide(text(then), c.old), hide(text(now), c.now))
		var got []string
		for _, p := range passages {
			for _, f := range p.Figures {
				got = append(got, f.Label+": "+f.Old+" -> "+f.New)
			}
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("without %s, then %s: %v, want %s", c.old, c.now, got, c.want)
		}
	}
}

// TestFigureWithinADatum: a number that was read out of what is private is masked, and
// so is a datum within a label, wherever in it and however often it stands.
func TestFigureWithinADatum(t *testing.T) {
	const phone = "13812345678"
	for _, before := range []string{
		"联系电话" + phone + "件。", "为张某" + phone + "办理登记8件。", "受理" + phone + "反映问题8件、" + phone + "投诉3件。",
		"电话" + phone + "：接听8次。", "走访（" + phone + "）企业8家。", "经" + phone + "预约办理8人次。",
	} {
		for _, now := range []string{strings.NewReplacer("8件", "9件", "8次", "9次", "8家", "9家", "8人", "9人").Replace(before), "联系方式不再公开，办理2件。"} {
			for _, pair := range [][2]string{{before, now}, {now, before}} {
				old, new := read("标题\n\n一、成效\n"+pair[0]+"\n"), read("标题\n\n一、成效\n"+pair[1]+"\n")
				for _, r := range []*report.Report{old, new} {
					for at, rest := 0, r.Source.Text; ; {
						i := strings.Index(rest, phone)
						if i < 0 {
							break
						}
						r.Private = append(r.Private, report.Span{Start: at + i, End: at + i + len(phone)})
						at, rest = at+i+len(phone), rest[i+len(phone):]
					}
				}
				passages, more := correction.Between(old, new)
				if got := show(passages, more); strings.Contains(got, phone) {
					t.Errorf("%s, then %s:\n%s", pair[0], pair[1], got)
				}
			}
		}
	}
}
