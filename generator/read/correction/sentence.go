package correction

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/report"
)

// sentence is a unit that is compared: a sentence of a paragraph, or the part of one
// up to a semicolon; a heading; a row of a table.
type sentence struct {
	span report.Span
	key  string // its words without white space
}

// sentencesOf divides the text of a report, block by block.
func sentencesOf(r *report.Report) []sentence {
	var all []sentence
	for i := range r.Blocks {
		b := &r.Blocks[i]
		if b.Kind == report.BlockRow {
			all = appendSentence(all, r, b.Span)
			continue
		}
		at := b.Span.Start
		for at < b.Span.End {
			end := at + sentenceEnd(r.Source.Text[at:b.Span.End])
			all = appendSentence(all, r, report.Span{Start: at, End: end})
			at = end
		}
	}
	return all
}

func appendSentence(all []sentence, r *report.Report, sp report.Span) []sentence {
	key := compact(r.Source.Slice(sp))
	if key == "" {
		return all
	}
	return append(all, sentence{sp, key})
}

// sentenceEnd is where the first sentence of s ends: behind its mark and what closes
// a quotation after it.
func sentenceEnd(s string) int {
	i := strings.IndexFunc(s, isEnd)
	if i < 0 {
		return len(s)
	}
	for i < len(s) {
		c, n := utf8.DecodeRuneInString(s[i:])
		if !isEnd(c) && !isClosing(c) {
			break
		}
		i += n
	}
	return i
}

func isEnd(c rune) bool {
	switch c {
	case '。', '！', '？', '；', '\n', '\r':
		return true
	}
	return false
}

func isClosing(c rune) bool {
	switch c {
	case '”', '’', '）', '》', '」', '』', '】':
		return true
	}
	return false
}

// compact is s without white space.
func compact(s string) string {
	if !strings.ContainsFunc(s, unicode.IsSpace) {
		return s
	}
	return strings.Map(func(c rune) rune {
		if unicode.IsSpace(c) {
			return -1
		}
		return c
	}, s)
}

func keysOf(all []sentence) []string {
	keys := make([]string, len(all))
	for i := range all {
		keys[i] = all[i].key
	}
	return keys
}
