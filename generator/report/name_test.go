package report

import (
	"strings"
	"testing"
)

// marked is a report of one paragraph in which the words of figures stand in 【】. The
// quote of each is the whole of it.
func marked(text string) *Report {
	r := &Report{}
	var plain strings.Builder
	for text != "" {
		before, rest, found := strings.Cut(text, "【")
		plain.WriteString(before)
		if !found {
			break
		}
		words, after, _ := strings.Cut(rest, "】")
		start := plain.Len()
		plain.WriteString(words)
		r.Figures = append(r.Figures, Figure{Raw: words, Span: Span{start, plain.Len()}, Words: Span{start, plain.Len()}})
		text = after
	}
	r.Source = NewSource("2023.txt", plain.String())
	for i := range r.Figures {
		r.Figures[i].QuoteSpan = Span{0, plain.Len()}
	}
	r.Blocks = []Block{{Kind: BlockText, Span: Span{0, plain.Len()}}}
	return r
}

// A figure that has no surely right name is shown in its clause, cut to a line: the
// first figure of each text here.
func TestClauseOfAFigure(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"a short clause stands whole", "全年办理案件【12件】。", "全年办理案件【12件】。"},
		{"nothing before it", "【12件】已办结", "【12件】已办结"},
		{"nothing behind it", "已办结【12件】", "已办结【12件】"},
		{"eighteen characters before it are not cut", "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未【12件】", "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未【12件】"},
		{"nineteen are", "申甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未【12件】", "…甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未【12件】"},
		{"ten behind it are not cut", "【12件】甲乙丙丁戊己庚辛壬癸", "【12件】甲乙丙丁戊己庚辛壬癸"},
		{"eleven are", "【12件】甲乙丙丁戊己庚辛壬癸子", "【12件】甲乙丙丁戊己庚辛壬癸…"},
		{"cut at a mark in the first half", "市县两级执法部门坚持问题导向，扎实开展专项整治并督促整改问题【12件】", "…扎实开展专项整治并督促整改问题【12件】"},
		{"a mark in the second half is too near", "市县两级各执法部门始终坚持扎实开展专项整治，并督促整改问题【12件】", "…坚持扎实开展专项整治，并督促整改问题【12件】"},
		{"a mark right where it is cut", "市县两级执法部门坚持，甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午【12件】", "…甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午【12件】"},
		{"no number before it is cut", "走访企业【12家】、问题8个以上的共计子丑寅卯辰巳", "走访企业【12家】、问题8个以上的共计…"},
		{"no word in other letters", "各部门都使用了执法系统Platform2023平台并开展检查共计【12次】", "…平台并开展检查共计【12次】"},
		{"nor one behind it", "开展检查【12次】并全部录入平台的Platform2023系统", "开展检查【12次】并全部录入平台的…"},
		{"cells are parted by a space", "类别\t【12件】\t8件\n", "类别 【12件】 8件 "},
		{"a mark that is not seen is left out", "办理\u200e案件【12件】", "办理案件【12件】"},
	} {
		r := marked(c.text)
		if got := r.ClauseOf(0).String(); got != c.want {
			t.Errorf("%s: %q is shown as %q, not %q", c.why, c.text, got, c.want)
		}
		if got := r.NameOf(0); got != c.want {
			t.Errorf("%s: it is called %q", c.why, got)
		}
		if got, want := r.ClauseOf(0).Plain(), strings.NewReplacer("【", "", "】", "").Replace(c.want); got != want {
			t.Errorf("%s: plainly %q", c.why, got)
		}
	}
}

// No figure beside it is cut in two: it is left out or stands whole.
func TestClauseCutsNoOtherFigure(t *testing.T) {
	for _, c := range []struct {
		text string
		of   int
		want string
	}{
		{"其中立案查处违法案件共计【1234567件】并向有关部门移送问题线索达到【12条】", 1, "…并向有关部门移送问题线索达到【12条】"},
		{"立案查处违法案件共计【12件】并移送问题线索共【1234567条】", 0, "立案查处违法案件共计【12件】并移送问题线索共…"},
		{"立案【12件】并移送问题线索共计达【34条】", 0, "立案【12件】并移送问题线索共计达…"},
		{"立案【12件】并移送问题线索共计【34条】", 0, "立案【12件】并移送问题线索共计…"},
		{"立案【12件】并移送问题线索【34条】", 0, "立案【12件】并移送问题线索34条"},
		{"立案【12件】并移送线索【34条】", 0, "立案【12件】并移送线索34条"},
	} {
		if got := marked(c.text).ClauseOf(c.of).String(); got != c.want {
			t.Errorf("%s\nis shown as\n%s, not\n%s", c.text, got, c.want)
		}
	}
}

// What staff quote may be another sentence than the one that holds the number: then
// the words of the number stand alone.
func TestClauseQuotedElsewhere(t *testing.T) {
	r := marked("全年办理案件【12件】。均已办结。")
	whole, f := len(r.Source.Text), &r.Figures[0]
	for _, quote := range []Span{{f.Words.Start + 1, whole}, {0, f.Words.End - 1}, {0, whole + 1}} {
		f.QuoteSpan = quote
		if got := r.ClauseOf(0).String(); got != "【12件】" {
			t.Errorf("of %v %q is shown", quote, got)
		}
	}
	f.QuoteSpan = f.Words
	if got := r.ClauseOf(0).String(); got != "【12件】" {
		t.Errorf("of its own words %q is shown", got)
	}
}

func TestLabelAsShown(t *testing.T) {
	for _, c := range []struct {
		label          string
		target         bool
		shown, subject string
	}{
		{"宣讲目标", true, "宣讲", "宣讲"},
		{"宣讲目标", false, "宣讲目标", "宣讲目标"},
		{"目标", true, "目标", "目标"},
		{"宣讲", true, "宣讲", "宣讲"},
		{"办\u200e案", false, "办案", "办案"},
		{"内设机构（后）", false, "内设机构（后）", "内设机构"},
		{"内设机构（前）", false, "内设机构（前）", "内设机构"},
		{"投诉（2022年）", false, "投诉（2022年）", "投诉"},
		{"投诉（网上）", false, "投诉（网上）", "投诉（网上）"},
		{"（2022年）", false, "（2022年）", "（2022年）"},
		{"投诉）", false, "投诉）", "投诉）"},
	} {
		f := &Figure{Label: c.label, Target: c.target}
		if f.ShownLabel() != c.shown || f.Subject() != c.subject {
			t.Errorf("%q is shown as %q, and about %q", c.label, f.ShownLabel(), f.Subject())
		}
		r := marked("【12件】")
		r.Figures[0].Label = c.label
		r.Figures[0].Target = c.target
		if got := r.NameOf(0); got != c.shown {
			t.Errorf("%q is called %q", c.label, got)
		}
	}
}
