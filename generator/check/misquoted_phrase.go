package check

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// misquotedPhrase finds fixed phrases in a form that is known to be wrong, and those
// of the leadership in any that is one character away. Marks
// that do not change the words, quotation marks and the 、 of a list, do not
// count.
func misquotedPhrase(in *Input) []report.Finding {
	if in.Phrases == nil || len(in.Phrases.forms) == 0 {
		return nil
	}
	c := collector{src: in.Report.Source, rule: rule.MisquotedPhrase, severity: report.Error}
	bare := withoutMarks(c.src.Text, in.signs())
	for i := 0; ; {
		m, ok := in.Phrases.texts.Find(bare.text, i)
		if !ok {
			break
		}
		i = m.Start
		f, size := in.Phrases.at(&bare, i)
		if f == nil {
			_, size := utf8.DecodeRuneInString(bare.text[i:])
			i += size
			continue
		}
		if !f.right {
			in.Phrases.found(&c, f, bare.span(i, i+size))
		}
		i += size // the right form too, so that no wrong one is seen across its end
	}
	in.Phrases.nearMisses(&c, &bare)
	congresses(&c)
	return c.all()
}

// bareText is a text without the marks that may stand within a phrase.
type bareText struct {
	text string
	gaps []gap // in order
}

// gap is a place in a bare text before which a mark was left out.
type gap struct {
	at      int
	leftOut int  // how many bytes of marks up to here
	parts   bool // 、 and the like, which stand only where a form may be parted
}

func withoutMarks(text string, signs []sign) bareText {
	var b bareText
	var bare strings.Builder
	bare.Grow(len(text))
	from := 0
	for _, s := range signs {
		if !isMark(s.r) && !isBreak(s.r) {
			continue
		}
		bare.WriteString(text[from:s.start])
		from = s.end()
		b.gaps = append(b.gaps, gap{bare.Len(), from - bare.Len(), isBreak(s.r)})
	}
	bare.WriteString(text[from:])
	b.text = bare.String()
	return b
}

// span is what stands from start to end of a bare text, in the text.
func (b *bareText) span(start, end int) report.Span {
	return report.Span{Start: start + b.leftOut(start+1), End: end + b.leftOut(end)}
}

// leftOut is how many bytes of marks were left out before the end of
// text[:end].
func (b *bareText) leftOut(end int) int {
	i := b.gapFrom(end)
	if i == 0 {
		return 0
	}
	return b.gaps[i-1].leftOut
}

// gapFrom is the index of the first gap at offset i or behind it.
func (b *bareText) gapFrom(i int) int {
	return sort.Search(len(b.gaps), func(k int) bool { return b.gaps[k].at >= i })
}

// at is the longest form of a phrase at offset i of a bare text, and its size.
func (p *Phrases) at(b *bareText, i int) (longest *form, size int) {
	for m := range p.texts.AllAt(b.text, i) {
		if f := &p.forms[m.Word]; b.allows(f, i) {
			longest, size = f, len(f.text)
		}
	}
	return longest, size
}

// allows reports whether nothing parts the form at offset i where it may not be
// parted.
func (b *bareText) allows(f *form, i int) bool {
	from := b.gapFrom(i + 1)
	for _, g := range b.gaps[from:] {
		if g.at >= i+len(f.text) {
			break
		}
		if g.parts && !slices.Contains(f.breaks, g.at-i) {
			return false
		}
	}
	return true
}

func (p *Phrases) found(c *collector, f *form, sp report.Span) {
	if c.full() {
		c.more++
		return
	}
	e := &p.entries[f.entry]
	suggestion := fmt.Sprintf("出处是%s，请核对后改正；确属引用旧文件原文的，可在 .toml 中写明理由", e.Source)
	if e.Note != "" {
		suggestion = strings.TrimRight(e.Note, "。") + "。" + suggestion
	}
	c.add(sp, fmt.Sprintf("“%s”与规范表述“%s”不一致", quotable(c.src.Slice(sp)), quotable(e.Right)), suggestion)
}

// quotable is s in a form that may stand in quotation marks.
func quotable(s string) string { return strings.NewReplacer("“", "‘", "”", "’").Replace(s) }
