package check

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// paragraph is the blocks of one line: a run-in heading and the text after it
// are two blocks, but marks that open in one may close in the other. So may
// those of a title that stands on several lines.
type paragraph struct {
	span  report.Span
	first int // index in Blocks
	kind  report.BlockKind
}

// isRow reports whether the paragraph is a row of a table.
func (p paragraph) isRow() bool { return p.kind == report.BlockRow }

// paragraphs lists the paragraphs of a report in text order.
func paragraphs(r *report.Report) []paragraph {
	all := make([]paragraph, 0, len(r.Blocks))
	for i := range r.Blocks {
		b := &r.Blocks[i]
		if n := len(all); n > 0 {
			before := &r.Blocks[all[n-1].first]
			if before.Line == b.Line || before.Kind == report.BlockTitle && b.Kind == report.BlockTitle {
				all[n-1].span.End = b.Span.End
				continue
			}
		}
		all = append(all, paragraph{span: b.Span, first: i, kind: b.Kind})
	}
	return all
}

func isLatin(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 'ａ' && r <= 'ｚ' || r >= 'Ａ' && r <= 'Ｚ'
}

// prev is the character of text before offset i, 0 at or before from.
func prev(text string, from, i int) rune {
	if i <= from {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(text[from:i])
	return r
}

// next is the character of text at offset i, 0 at or after end.
func next(text string, i, end int) (r rune, size int) {
	if i >= end {
		return 0, 0
	}
	return utf8.DecodeRuneInString(text[i:end])
}

// words is the span of at most n characters from start, cut before the first
// punctuation mark that ends a clause.
func words(text string, start, end, n int) report.Span {
	i := start
	for ; n > 0 && i < end; n-- {
		r, size := utf8.DecodeRuneInString(text[i:end])
		if i > start && strings.ContainsRune("，。；！？\n\r\t", r) {
			break
		}
		i += size
	}
	return report.Span{Start: start, End: i}
}

// wordsBefore is the span of at most n characters up to end, cut after the last
// punctuation mark that ends a clause.
func wordsBefore(text string, start, end, n int) report.Span {
	i := end
	for ; n > 0 && i > start; n-- {
		r, size := utf8.DecodeLastRuneInString(text[start:i])
		if i < end && strings.ContainsRune("，。；！？\n\r\t", r) {
			break
		}
		i -= size
	}
	return report.Span{Start: i, End: end}
}

// hasAny reports whether s holds one of words.
func hasAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// isAnnual reports whether the report is an annual one on the rule of law rather
// than a government's work report or another text.
func (in *Input) isAnnual() bool { return in.Words.DocumentTopics.In(in.Report.Title) }
