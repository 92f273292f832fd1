package report

import (
	"strings"
	"testing"
)

// TestMasked: of a datum its ends stay, one character stands for one, and a part of
// it shows no more than the whole does.
func TestMasked(t *testing.T) {
	text := "手机138 0000-0019，张小明，ab@c.d，欧阳。"
	r := &Report{Source: NewSource("a.txt", text)}
	for _, datum := range []string{"138 0000-0019", "张小明", "ab@c.d", "欧阳"} {
		at := strings.Index(text, datum)
		r.Private = append(r.Private, Span{at, at + len(datum)})
	}
	const want = "手机138 ****-**19，张**，a*@*.*，欧*。"
	if got := r.Masked(Span{0, len(text)}); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	wanted, at := []rune(want), 0
	for i, c := range text { // every part of the text is the part of the masked one
		end := i + len(string(c))
		if got := r.Masked(Span{i, end}); got != string(wanted[at]) {
			t.Errorf("character %d is %s, want %c", at, got, wanted[at])
		}
		if got := r.Masked(Span{i, len(text)}); got != string(wanted[at:]) {
			t.Errorf("from character %d on: %s", at, got)
		}
		at++
	}
}

// TestConceal: findings about the report are masked by place, others by words.
func TestConceal(t *testing.T) {
	text := "甲\n电话138\n00000019，张小明。\n"
	r := &Report{Source: NewSource("a.txt", text)}
	phone, name := Span{strings.Index(text, "138"), strings.Index(text, "，")}, Span{strings.Index(text, "张"), strings.Index(text, "。")}
	r.Private = []Span{phone, name}
	findings := []Finding{
		r.Source.FindingAt(phone, "a", Error, "138\n00000019", "张小明"),
		r.Source.FindingAt(Span{phone.Start + 4, phone.End}, "a", Error, "甲", ""),
		r.Source.FindingAt(Span{}, "a", Error, "甲", ""),
		{File: "a.toml", Quote: "张小明", Excerpt: "quote = \"张小明\""},
	}
	r.Conceal(findings)
	for i, want := range []Finding{
		{Quote: "138\n******19", Excerpt: "电话138", Message: "138\n******19", Suggestion: "张**"},
		{Quote: "******19", Excerpt: "******19，张**。", Message: "甲"},
		{Excerpt: "甲", Message: "甲"},
		{Quote: "张**", Excerpt: "quote = \"张**\""},
	} {
		if f := findings[i]; f.Quote != want.Quote || f.Excerpt != want.Excerpt || f.Message != want.Message || f.Suggestion != want.Suggestion {
			t.Errorf("%d: %+v", i, f)
		}
	}
	if got := r.Concealed("见张小明"); got != "见张**" {
		t.Error(got)
	}
}

// FuzzMasked: a masked text has a character for each of the text, and the same
// white space and signs.
func FuzzMasked(f *testing.F) {
	f.Add("手机138\n0000\xff0019，张小明", 6, 20, 3, 25)
	f.Fuzz(func(t *testing.T, text string, a, b, from, to int) {
		r := &Report{Source: NewSource("a.txt", text)}
		if a < 0 || b < a || b > len(text) || from < 0 || to < from || to > len(text) {
			return
		}
		r.Private = []Span{{a, b}, {a + (b-a)/2, b}}
		got := r.Masked(Span{from, to})
		if whole := r.Masked(Span{0, len(text)}); len([]rune(whole)) != len([]rune(text)) && strings.ToValidUTF8(text, "") == text && strings.ToValidUTF8(text[a:b], "") == text[a:b] {
			t.Fatalf("%q is %q", text, whole)
		}
		if strings.Count(got, "\n") != strings.Count(text[from:to], "\n") {
			t.Fatalf("%q is %q", text[from:to], got)
		}
		r.Conceal([]Finding{r.Source.FindingAt(Span{a, b}, "a", Error, text, text)})
	})
}
