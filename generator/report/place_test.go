package report

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// The first and last character of a text are those that the library reads, whatever
// bytes it is made of.
func TestRunesAreThoseOfTheLibrary(t *testing.T) {
	pieces := []string{"甲", "。", "\u0fff", "\u1000", "\u3000", "\ucfff", "\ud000", "\ud7ff", "\ue000", "\uffff", "𠀀", "a", "é", "\xe4", "\xb8", "\xe4\xb8", "\xed\xa0\x80", "\xe1\xc0\x80", "\xe4\xff\xad", "\xe4\xb8\xff", "\xe4\xb8\x40", "\xe4\x2d\xad", ""}
	rapid.Check(t, func(t *rapid.T) {
		s := ""
		for _, piece := range rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 4).Draw(t, "pieces") {
			s += piece
		}
		r, size := FirstRune(s)
		if want, n := utf8.DecodeRuneInString(s); r != want || size != n {
			t.Fatalf("%q begins with %q of %d bytes, not %q of %d", s, r, size, want, n)
		}
		r, size = LastRune(s)
		if want, n := utf8.DecodeLastRuneInString(s); r != want || size != n {
			t.Fatalf("%q ends with %q of %d bytes, not %q of %d", s, r, size, want, n)
		}
	})
}

func TestHanByBlock(t *testing.T) {
	for r, want := range map[rune][2]bool{'一': {true, true}, '\u4dff': {false, false}, '\u9fff': {true, true}, '㐀': {true, false}, '⺀': {true, false}, '𠀀': {true, false}, '〇': {true, false}, 'ア': {false, false}, 'a': {false, false}, '。': {false, false}} {
		if IsHan(r) != want[0] || IsBasicHan(r) != want[1] {
			t.Errorf("%q is Chinese: %v, of the first block: %v", r, IsHan(r), IsBasicHan(r))
		}
	}
}

// Lines and columns count from 1, columns in characters; a line is shown without its
// break, whatever that is.
func TestPlaces(t *testing.T) {
	src := NewSource("a/b/2023.txt", "甲乙\r\n\n丙\r丁")
	for offset, want := range map[int][2]int{0: {1, 1}, 3: {1, 2}, 6: {1, 3}, 8: {2, 1}, 9: {3, 1}, 12: {3, 2}, 13: {4, 1}, 16: {4, 2}} {
		if line, column := src.Position(offset); line != want[0] || column != want[1] {
			t.Errorf("byte %d is at %d:%d", offset, line, column)
		}
	}
	for n, want := range map[int]string{1: "甲乙", 2: "", 3: "丙", 4: "丁"} {
		if got := src.Slice(src.LineSpan(n)); got != want {
			t.Errorf("line %d is %q", n, got)
		}
	}
	if src.Name() != "2023.txt" || NewSource("2023.txt", "").Name() != "2023.txt" {
		t.Error("the name of a file has its folders")
	}
	if s := (Span{2, 5}); !s.Contains(Span{2, 5}) || !s.Contains(Span{3, 4}) || s.Contains(Span{1, 4}) || s.Contains(Span{3, 6}) {
		t.Error("a span contains what stands in it, and no more")
	}
}

// A flag of a document is about the words that it quotes where the text prints them,
// up to the end of their line, and else about a place between two characters.
func TestFlaggedWords(t *testing.T) {
	d := &Document{Passages: []Passage{{Text: "全年办理\n案件。"}, {Text: "待补"}}}
	text, spans := d.Text()
	src := NewSource("x.docx", text)
	src.Document, src.Spans = d, spans
	for _, c := range []struct {
		flag Flag
		want string
		at   int
	}{
		{Flag{At: Place{Offset: 6}, Quote: "办理", Printed: true}, "办理", 6},
		{Flag{At: Place{Offset: 6}, Quote: "办理\n案件", Printed: true}, "办理", 6},
		{Flag{At: Place{Offset: 6}, Quote: "办理\r案件", Printed: true}, "办理", 6},
		{Flag{At: Place{Offset: 6}, Quote: "办结", Printed: true}, "", 6},
		{Flag{At: Place{Offset: 6}, Quote: "办理"}, "", 6},
		{Flag{At: Place{Offset: 7}, Quote: "办理", Printed: true}, "办理", 6},
		{Flag{At: Place{Passage: 1}, Quote: "待补", Printed: true}, "待补", len("全年办理\n案件。\n")},
		{Flag{At: Place{Passage: 1}, Quote: "待补\n", Printed: true}, "待补", len("全年办理\n案件。\n")},
		{Flag{At: Place{Passage: 1}, Quote: "待补\n再补", Printed: true}, "", len("全年办理\n案件。\n")},
	} {
		sp, ok := src.Flagged(&c.flag)
		if !ok || sp.Start != c.at || src.Slice(sp) != c.want {
			t.Errorf("%+v is about %q at %d", c.flag, src.Slice(sp), sp.Start)
		}
	}
	if _, ok := src.Flagged(&Flag{At: Place{Passage: -1}}); ok {
		t.Error("a flag of the whole file has a place")
	}
}

func TestOpens(t *testing.T) {
	r := &Report{Blocks: []Block{{Span: Span{0, 3}}, {Span: Span{3, 6}}, {Span: Span{6, 9}}}}
	if !r.Opens(0) || !r.Opens(2) {
		t.Error("without a heading a block does not open the text")
	}
	r.Headings = []Heading{{Span: Span{3, 6}}}
	if !r.Opens(0) || r.Opens(1) || r.Opens(2) {
		t.Error("what stands above the first heading, and that alone, opens the text")
	}
}

func TestNamesInChinese(t *testing.T) {
	for severity, want := range map[Severity]string{Error: "错误", Warning: "提醒", Notice: "说明"} {
		if severity.Name() != want {
			t.Errorf("%s is called %s", severity, severity.Name())
		}
	}
	if Error.Rank() >= Warning.Rank() || Warning.Rank() >= Notice.Rank() {
		t.Error("an error is not graver than a warning, or a warning than a notice")
	}
	for status, want := range map[PromiseStatus]string{PromiseMet: "到位", PromisePartly: "部分到位", PromiseUnmet: "未达到", PromiseUnmentioned: "没有提到", PromiseUnclear: "未能判断"} {
		if status.Name() != want {
			t.Errorf("%s is called %s", status, status.Name())
		}
	}
}

// What is looked for in a report is looked for once, and anew in another.
func TestOnce(t *testing.T) {
	var o Once[int]
	a, b, asked := &Report{}, &Report{}, 0
	find := func() int { asked++; return asked }
	for i, of := range []*Report{a, a, b, a} {
		if got, want := o.Get(of, find), []int{1, 1, 2, 3}[i]; got != want {
			t.Errorf("call %d finds %d, not %d", i, got, want)
		}
	}
}

// Of the words of pictures the first few are kept, no empty and no endless ones.
func TestAlts(t *testing.T) {
	long := make([]byte, 301)
	for i := range long {
		long[i] = 'a'
	}
	var alts Alts
	for _, words := range []string{"", "  ", " 执法\n现场 ", string(long), string(long[1:])} {
		alts.Add(words)
	}
	if len(alts) != 2 || alts[0] != "执法 现场" || len(alts[1]) != 300 {
		t.Errorf("%q", alts)
	}
	for range 30 {
		alts.Add("现场")
	}
	if len(alts) != 20 {
		t.Errorf("%d are kept", len(alts))
	}
}
