package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// misquotedPhrase finds fixed phrases in a form that is known to be wrong. Marks
// that do not change the words, quotation marks and the 、 of a list, do not
// count.
func misquotedPhrase(in *Input) []report.Finding {
	if in.Phrases == nil || len(in.Phrases.forms) == 0 {
		return nil
	}
	c := collector{src: in.Report.Source, rule: rule.MisquotedPhrase, severity: report.Error}
	in.Phrases.scan(&c)
	return c.all()
}

// scan looks for forms in the text. The right form of a phrase is stepped over,
// so that no wrong one is seen across its end.
func (p *Phrases) scan(c *collector) {
	text := c.src.Text
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		end := i + size
		for _, k := range p.first[r] {
			f := &p.forms[k]
			n := f.match(text, i, len(text))
			if n == 0 {
				continue
			}
			if end = n; !f.right {
				p.found(c, f, report.Span{Start: i, End: end})
			}
			break
		}
		i = end
	}
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
	c.add(sp, fmt.Sprintf("“%s”与规范表述“%s”不一致", bare(c.src.Slice(sp)), bare(e.Right)), suggestion)
}

// bare is s in a form that may stand in quotation marks.
func bare(s string) string { return strings.NewReplacer("“", "‘", "”", "’").Replace(s) }

// match gives where f ends when text holds it at i, else 0.
func (f *form) match(text string, i, end int) int {
	breaks := f.breaks
	for at := 0; ; {
		for len(breaks) > 0 && breaks[0] < at {
			breaks = breaks[1:]
		}
		if at == len(f.text) {
			return i
		}
		if i >= end {
			return 0
		}
		if f.text[at] == text[i] && strings.HasPrefix(text[i:end], f.text[at:at+step(f.text[at])]) {
			n := step(f.text[at])
			at, i = at+n, i+n
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:end])
		if at == 0 || !isMark(r) && !(isBreak(r) && len(breaks) > 0 && breaks[0] == at) {
			return 0
		}
		i += size
	}
}

// step is the length of a character by its first byte.
func step(b byte) int {
	switch {
	case b < 0x80:
		return 1
	case b < 0xE0:
		return 2
	case b < 0xF0:
		return 3
	}
	return 4
}
