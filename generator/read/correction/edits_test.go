package correction_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"mingfa/generator/read/correction"
	"mingfa/generator/report"
)

// TestEdits: of a report that is edited at random, what is told is all of the edits and no more.
// The sentences before, without those that are gone and with those that came, are the
// sentences now;
// no more passages are told than edits were made, where nothing was moved
// or repeated; and each stands where it says.
func TestEdits(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	subjects := []string{"开展行政执法专项监督检查", "举办法治政府建设专题讲座", "调解各类矛盾纠纷", "评查行政处罚案卷", "审核行政规范性文件", "走访辖区民营企业", "培训行政执法人员", "办理法律援助案件"}
	units := []string{"次", "场", "件", "卷", "件", "家", "人次", "件"}
	for round := range 200 {
		few := round%4 == 3 // a text that repeats its sentences has no anchors
		sentence := func() string {
			k, n := random.IntN(len(subjects)), 10+random.IntN(900)
			if few {
				k, n = random.IntN(3), 5
			}
			return fmt.Sprintf("%s%d%s。", subjects[k], n, units[k])
		}
		var before []string
		for range 1 + random.IntN(14) {
			before = append(before, sentence())
		}
		now, edits := slices.Clone(before), random.IntN(4)
		var done []string
		for range edits {
			i := random.IntN(len(now) + 1)
			switch kind := random.IntN(4); {
			case kind == 0 || len(now) == i:
				now = slices.Insert(now, i, sentence())
				done = append(done, "in "+now[i])
			case kind == 1:
				done = append(done, "out "+now[i])
				now = slices.Delete(now, i, i+1)
			case kind == 2:
				now[i] = strings.Replace(now[i], "。", "，成效明显。", 1)
				done = append(done, "other "+now[i])
			default:
				s := now[i]
				now = slices.Delete(now, i, i+1)
				k := random.IntN(len(now) + 1)
				now = slices.Insert(now, k, s)
				done = append(done, "move "+s)
			}
		}
		old, is := read(edited(before)), read(edited(now))
		passages, more := correction.Between(old, is)
		told := fmt.Sprintf("before %v\nnow %v\ndone %v\ntold %s", before, now, done, show(passages, more))
		most := edits
		if few || strings.Contains(strings.Join(done, " "), "move ") {
			most = 3 * edits // 甲乙 became 乙甲: either may be told as the one that was moved, and parts other edits
		}
		if more != 0 || len(passages) > most {
			t.Fatalf("%d edits are told in %d passages\n%s", edits, len(passages)+more, told)
		}
		left := slices.Clone(before)
		var came []string
		last := 0
		for _, p := range passages {
			for _, s := range sentencesIn(p.Old) {
				i := slices.Index(left, s)
				if i < 0 {
					t.Fatalf("%s is told to be gone\n%s", s, told)
				}
				left = slices.Delete(left, i, i+1)
			}
			came = append(came, sentencesIn(p.New)...)
			if got := strings.Join(strings.Fields(is.Source.Slice(p.At)), " "); got != p.New {
				t.Fatalf("%q stands where %q is told to stand\n%s", got, p.New, told)
			}
			if p.At.Start < last {
				t.Fatalf("%q is told out of order\n%s", p.New, told)
			}
			last = p.At.Start
		}
		left = append(left, came...)
		slices.Sort(left)
		want := slices.Clone(now)
		slices.Sort(want)
		if !slices.Equal(left, want) {
			t.Fatalf("what is left and what came is %v\n%s", left, told)
		}
	}
}

// edited is a report of such sentences, three to a paragraph.
func edited(sentences []string) string {
	var b strings.Builder
	b.WriteString("示例市司法局2023年法治政府建设年度报告\n\n一、主要举措和成效\n")
	for paragraph := range slices.Chunk(sentences, 3) {
		b.WriteString(strings.Join(paragraph, "") + "\n")
	}
	return b.String()
}

func sentencesIn(words string) []string {
	var all []string
	for s := range strings.SplitAfterSeq(strings.ReplaceAll(words, " ", ""), "。") {
		if s != "" {
			all = append(all, s)
		}
	}
	return all
}

// TestPlaceOfWhatIsGone: a reader is led to where a sentence stood: before the one that followed
// it, or to the end of the text.
func TestPlaceOfWhatIsGone(t *testing.T) {
	all := []string{"走访辖区民营企业12家。", "评查行政处罚案卷30卷。", "培训行政执法人员90人次。", "调解矛盾纠纷45件。"}
	old := read(edited(all))
	for i := range all {
		now := read(edited(slices.Delete(slices.Clone(all), i, i+1)))
		passages, _ := correction.Between(old, now)
		if len(passages) != 1 || passages[0].Old != all[i] || passages[0].New != "" {
			t.Fatalf("without %s: %s", all[i], show(passages, 0))
		}
		at := passages[0].At
		rest := strings.TrimSpace(now.Source.Text[at.Start:])
		if want := strings.Join(all[i+1:], ""); at.Start != at.End || strings.Join(strings.Fields(rest), "") != want {
			t.Errorf("where %s stood follows %q, want %q", all[i], rest, want)
		}
	}
}

// TestLongSentences: of long sentences is repeated what differs, and enough around it to
// know the place by.
func TestLongSentences(t *testing.T) {
	filler := func(n int) string { return strings.Repeat("持续推进依法行政各项工作，", n) }
	for _, c := range []struct {
		about, old, now   string
		wantOld, hasntOld string
		cutFront, cutBack bool
	}{
		{"the end differs", filler(40) + "办理3件。", filler(40) + "办理4件。", "办理3件。", "", true, false},
		{"the beginning differs", "办理3件，" + filler(40) + "完。", "办理4件，" + filler(40) + "完。", "办理3件，", "完。", false, true},
		{"the middle differs", "始，" + filler(20) + "办理3件，" + filler(20) + "完。", "始，" + filler(20) + "办理4件，" + filler(20) + "完。", "办理3件，", "始，", true, true},
		{"only the new one is long", "办理3件。", "办理3件，" + filler(40) + "完。", "", "", false, false},
		{"short ones are repeated whole", filler(3) + "办理3件。", filler(3) + "办理4件。", filler(3) + "办理3件。", "……", false, false},
	} {
		passages, _ := correction.Between(read("标题\n\n一、成效\n"+c.old+"\n"), read("标题\n\n一、成效\n"+c.now+"\n"))
		for _, p := range passages {
			if n := len([]rune(p.Old)); n > 610 {
				t.Errorf("%s: %d characters are repeated", c.about, n)
			}
			if p.Old == "" {
				continue
			}
			if !strings.Contains(p.Old, c.wantOld) || c.hasntOld != "" && strings.Contains(p.Old, c.hasntOld) {
				t.Errorf("%s: told is %s", c.about, p.Old)
			}
			if front, back := strings.HasPrefix(p.Old, "……"), strings.HasSuffix(p.Old, "……"); front != c.cutFront || back != c.cutBack {
				t.Errorf("%s: cut at the front %t, at the back %t: %s", c.about, front, back, p.Old)
			}
		}
		if len(passages) == 0 {
			t.Errorf("%s: nothing is told", c.about)
		}
	}
}

// TestExplained: a change asks staff for a reason as long as a part of it has none.
func TestExplained(t *testing.T) {
	passage := report.ChangedPassage{Old: "甲1件。", New: "甲2件。"}
	why := report.ChangedPassage{Old: "乙1件。", New: "乙2件。", Reason: "录入错误"}
	for _, c := range []struct {
		about string
		of    report.Change
		want  bool
	}{
		{"no reason", report.Change{Kind: report.ChangeCorrected, Passages: []report.ChangedPassage{passage}}, false},
		{"a reason for all of it", report.Change{Kind: report.ChangeCorrected, Reason: "录入错误", Passages: []report.ChangedPassage{passage}}, true},
		{"a reason for each passage", report.Change{Kind: report.ChangeCorrected, Passages: []report.ChangedPassage{why, why}}, true},
		{"one passage of two without", report.Change{Kind: report.ChangeCorrected, Passages: []report.ChangedPassage{why, passage}}, false},
		{"passages that are not listed", report.Change{Kind: report.ChangeCorrected, Passages: []report.ChangedPassage{why}, More: 1}, false},
		{"what was published before is lost", report.Change{Kind: report.ChangeCorrected, Passages: []report.ChangedPassage{why}, Lost: true}, false},
		{"an item with a reason", report.Change{Kind: report.ChangeCorrected, Items: []report.ItemChange{{Name: "发文字号", Reason: "录入错误"}}}, true},
		{"an item without", report.Change{Kind: report.ChangeCorrected, Passages: []report.ChangedPassage{why}, Items: []report.ItemChange{{Name: "发文字号"}}}, false},
		{"published again", report.Change{Kind: report.ChangeRestored}, true},
		{"taken down", report.Change{Kind: report.ChangeWithdrawn}, false},
		{"taken down for a reason", report.Change{Kind: report.ChangeWithdrawn, Reason: "整合"}, true},
		{"moved to another address", report.Change{Kind: report.ChangeWithdrawn, To: "other"}, false},
	} {
		if got := correction.Explained(&c.of); got != c.want {
			t.Errorf("%s: %t, want %t", c.about, got, c.want)
		}
	}
}

// TestAllEdited: of a report of which every sentence was edited, each is told beside the one it
// was made of, as far as they are told.
func TestAllEdited(t *testing.T) {
	var before, now []string
	for i := range 120 {
		before = append(before, fmt.Sprintf("示例镇第%d网格走访群众%d户。", i+1, 200+i))
		now = append(now, fmt.Sprintf("示例镇第%d网格走访群众%d户。", i+1, 400+i))
	}
	passages, more := correction.Between(read(edited(before)), read(edited(now)))
	if len(passages) != correction.Most || more != 120-correction.Most {
		t.Fatalf("%d passages and %d more", len(passages), more)
	}
	for i, p := range passages {
		if p.Old != before[i] || p.New != now[i] {
			t.Errorf("%s is told to have become %s", p.Old, p.New)
		}
	}
}
