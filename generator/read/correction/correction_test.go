package correction_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"mingfa/generator/lab/golden"
	"mingfa/generator/read/correction"
	"mingfa/generator/read/figure"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

func read(text string) *report.Report {
	r := outline.Parse(report.NewSource("a.txt", text), lexicon.Builtin())
	figure.Extract(r, lexicon.Builtin())
	return r
}

// TestBetween: each case is a report before and now, and what differs.
func TestBetween(t *testing.T) {
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) string {
		old, now := read(c.Text("before")), read(c.Text("now"))
		for _, r := range []*report.Report{old, now} { // as the check finds them
			for at := 0; ; {
				i := strings.Index(r.Source.Text[at:], "138")
				if i < 0 {
					break
				}
				r.Private = append(r.Private, report.Span{Start: at + i, End: at + i + 11})
				at += i + 11
			}
		}
		passages, more := correction.Between(old, now)
		return show(passages, more)
	})
}

func show(passages []report.ChangedPassage, more int) string {
	var b strings.Builder
	for _, p := range passages {
		switch {
		case p.Withheld:
			b.WriteString("withheld\n")
		case p.Moved:
			fmt.Fprintf(&b, "moved %s\n", p.New)
		default:
			fmt.Fprintf(&b, "- %s\n+ %s\n", p.Old, p.New)
		}
		for _, f := range p.Figures {
			fmt.Fprintf(&b, "  %s: %s -> %s\n", f.Label, f.Old, f.New)
		}
	}
	if more > 0 {
		fmt.Fprintf(&b, "%d more\n", more)
	}
	if b.Len() == 0 {
		return "nothing\n"
	}
	return b.String()
}

// TestBetweenIsBounded: a text that was written anew lists a hundred passages and
// counts the others, and takes no longer than its length says.
func TestBetweenIsBounded(t *testing.T) {
	var before, now strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&before, "第%d段写的是甲乙丙丁。\n", i)
		fmt.Fprintf(&now, "完全不同的内容共%d处，戊己庚辛。\n", i)
	}
	passages, more := correction.Between(read(before.String()), read(now.String()))
	if len(passages) != correction.Most || more < 1000 {
		t.Errorf("%d passages and %d more", len(passages), more)
	}
	long := strings.Repeat("很长的一句话，", 2000)
	passages, _ = correction.Between(read("标题\n\n"+long+"办理3件。\n"), read("标题\n\n"+long+"办理4件。\n"))
	if len(passages) != 1 || utf8.RuneCountInString(passages[0].Old) > 700 || !strings.Contains(passages[0].Old, "办理3件") || !strings.HasPrefix(passages[0].Old, "……") {
		t.Errorf("a long sentence: %v", passages)
	}
}

func passagesOf(pairs ...string) []report.ChangedPassage {
	var all []report.ChangedPassage
	for i := 0; i < len(pairs); i += 2 {
		all = append(all, report.ChangedPassage{Old: pairs[i], New: pairs[i+1]})
	}
	return all
}

func corrected(day string, pairs ...string) report.Change {
	return report.Change{Kind: report.ChangeCorrected, Day: day, Passages: passagesOf(pairs...)}
}

// TestExplain: which reason is of which change.
func TestExplain(t *testing.T) {
	three := func() []report.Change {
		return []report.Change{
			corrected("2024-04-01", "办理案件405件。", "办理案件406件。"),
			corrected("2024-05-01", "办理案件406件。", "办理案件407件。", "走访3家。", "走访4家。"),
			corrected("2024-05-01", "办理案件407件。", "办理案件408件。"),
		}
	}
	for name, test := range map[string]struct {
		stated []report.Correction
		want   string // the reasons of the changes: whole[passage,passage]
	}{
		"none":                            {nil, "[] [,] []"},
		"by the words before":             {[]report.Correction{{Old: "405件", Reason: "甲"}}, "[甲] [,] []"},
		"by the words now":                {[]report.Correction{{Quote: "走访4家", Reason: "甲"}}, "[] [,甲] []"},
		"by more than a passage":          {[]report.Correction{{Old: "前一句。办理案件407件。后一句。", Reason: "甲"}}, "[] [,] [甲]"},
		"by both":                         {[]report.Correction{{Old: "406件", Quote: "407件", Reason: "甲"}}, "[] [甲,] []"},
		"both must hold":                  {[]report.Correction{{Old: "405件", Quote: "407件", Reason: "甲"}}, "[] [,] []"},
		"on a day":                        {[]report.Correction{{Day: "2024-04-01", Reason: "甲"}}, "甲[] [,] []"},
		"without words or a day":          {[]report.Correction{{Reason: "甲"}}, "[] [,] 甲[]"},
		"two without words":               {[]report.Correction{{Reason: "甲"}, {Reason: "乙"}}, "[] 乙[,] 甲[]"},
		"another day":                     {[]report.Correction{{Day: "2024-04-02", Old: "405件", Reason: "甲"}}, "[] [,] []"},
		"white space":                     {[]report.Correction{{Old: "办理案件 405 件", Reason: "甲"}}, "[甲] [,] []"},
		"not for what is explained":       {[]report.Correction{{Quote: "办理案件408件", Reason: "甲"}, {Reason: "乙"}}, "[] 乙[,] [甲]"},
		"a day of which all is explained": {[]report.Correction{{Quote: "办理案件406件", Day: "2024-04-01", Reason: "甲"}, {Day: "2024-04-01", Reason: "乙"}}, "乙[甲] [,] []"},
		"a word that is nowhere":          {[]report.Correction{{Old: "999件", Reason: "甲"}}, "[] [,] []"},
	} {
		got := correction.Explain(three(), test.stated)
		if s := reasons(got); s != test.want {
			t.Errorf("%s: %s, want %s", name, s, test.want)
		}
		if again := correction.Explain(got, test.stated); !reflect.DeepEqual(again, got) {
			t.Errorf("%s: explained twice it is %s", name, reasons(again))
		}
	}

	// A reason that was given once is not given again to what comes later.
	stated := []report.Correction{{Reason: "甲"}}
	first := correction.Explain(three()[:1], stated)
	later := correction.Explain(append(first, three()[1]), stated)
	if s := reasons(later); s != "甲[] [,]" {
		t.Errorf("a later change took an old reason: %s", s)
	}
	if s := reasons(correction.Explain(later, append(stated, report.Correction{Reason: "甲"}))); s != "甲[] 甲[,]" {
		t.Errorf("the same reason written again: %s", s)
	}
}

func reasons(changes []report.Change) string {
	var all []string
	for _, c := range changes {
		var of []string
		for _, p := range c.Passages {
			of = append(of, p.Reason)
		}
		all = append(all, c.Reason+"["+strings.Join(of, ",")+"]")
	}
	return strings.Join(all, " ")
}

// TestHide: the words that staff do not want repeated are gone for good.
func TestHide(t *testing.T) {
	stated := []report.Correction{{Old: "张某某", Reason: "涉及个人隐私", Hide: true}}
	got := correction.Explain([]report.Change{corrected("2024-04-01", "救助张某某。", "救助困难群众1人。", "走访3家。", "走访4家。")}, stated)
	if s := fmt.Sprint(got); strings.Contains(s, "张某某") || strings.Contains(s, "困难群众") || !strings.Contains(s, "走访3家") || !got[0].Passages[0].Withheld {
		t.Errorf("hidden words: %s", s)
	}
	if left := correction.Unrecorded(got, stated); len(left) != 0 {
		t.Errorf("told twice: %v", left)
	}
	all := correction.Explain([]report.Change{corrected("2024-04-01", "救助张某某。", "救助困难群众1人。")}, []report.Correction{{Reason: "隐私", Hide: true}})
	if s := fmt.Sprint(all); strings.Contains(s, "张某某") || all[0].Reason != "隐私" {
		t.Errorf("hidden words: %s", s)
	}
}

// TestSecondThoughts: a reason that is put otherwise takes the place of the first, and
// words may be hidden later.
func TestSecondThoughts(t *testing.T) {
	first := correction.Explain([]report.Change{corrected("2024-04-01", "甲1件。", "甲2件。")}, []report.Correction{{Reason: "录入措误"}})
	stated := []report.Correction{{Reason: "录入错误"}}
	got := correction.Explain(first, stated)
	if s := reasons(got); s != "录入错误[]" || len(correction.Unrecorded(got, stated)) != 0 {
		t.Errorf("a reason put otherwise: %s", s)
	}
	// Put otherwise is the reason of the day that staff name, and of no other.
	two := []report.Change{corrected("2024-04-01", "甲1件。", "甲2件。"), corrected("2024-05-01", "乙1件。", "乙2件。")}
	two[0].Reason, two[1].Reason = "录入措误", "按决算数"
	if s := reasons(correction.Explain(two, []report.Correction{{Day: "2024-04-01", Reason: "录入错误"}})); s != "录入错误[] 按决算数[]" {
		t.Errorf("a reason of one day put otherwise: %s", s)
	}
	stated[0].Hide = true
	got = correction.Explain(got, stated)
	if s := fmt.Sprint(got); strings.Contains(s, "甲") || !got[0].Passages[0].Withheld {
		t.Errorf("hidden later: %s", s)
	}
	both := append(got, corrected("2024-05-01", "乙1件。", "乙2件。"))
	got = correction.Explain(both, append(stated, report.Correction{Reason: "按决算数"}))
	if s := reasons(got); s != "录入错误[] 按决算数[]" || !strings.Contains(fmt.Sprint(got), "乙1件") {
		t.Errorf("what is hidden of one change is not of the next: %s", s)
	}
}

// TestUnrecorded: a correction that no release made is told as staff state it.
func TestUnrecorded(t *testing.T) {
	changes := correction.Explain([]report.Change{corrected("2024-04-01", "甲1件。", "甲2件。")}, []report.Correction{{Old: "甲1件", Reason: "一"}})
	left := correction.Unrecorded(changes, []report.Correction{{Old: "甲1件", Reason: "一"}, {Day: "2020-01-01", Old: "乙", Quote: "丙", Reason: "二"}})
	if len(left) != 1 || left[0].Reason != "二" {
		t.Errorf("unrecorded: %v", left)
	}
}

// TestWithhold: of what was taken down no words are left, but that and why it was
// corrected before.
func TestWithhold(t *testing.T) {
	c := corrected("2024-04-01", "甲1件。", "甲2件。", "乙1件。", "乙2件。")
	c.Passages[0].Reason, c.Passages[1].Reason, c.More = "录入错误", "录入错误", 3
	got := correction.Withhold([]report.Change{c})[0]
	if s := fmt.Sprint(got); strings.Contains(s, "甲") || strings.Contains(s, "乙") || got.More != 5 || got.Reason != "录入错误" {
		t.Errorf("withheld: %s", s)
	}
	if len(c.Passages) != 2 {
		t.Error("the change itself was emptied")
	}
}

// FuzzBetween: whatever the texts, every sentence is accounted for, and what is the
// same is no change.
func FuzzBetween(f *testing.F) {
	f.Add("甲。乙。丙。", "甲。丙。乙。")
	f.Add("办理案件405件。", "办理案件406件。")
	f.Add("一、甲\n1\t2\n3\t4\n", "一、甲\n1\t5\n3\t4\n")
	f.Fuzz(func(t *testing.T, before, now string) {
		if len(before)+len(now) > 1<<14 || !utf8.ValidString(before) || !utf8.ValidString(now) {
			return
		}
		old, is := read(before), read(now)
		correction.Between(old, is)
		if p, more := correction.Between(old, read(before)); len(p) != 0 || more != 0 {
			t.Errorf("a text differs from itself: %v", p)
		}
	})
}
