package site

import (
	"strings"
	"unicode/utf8"
)

// Sentences, from mark to mark, as a reader who lands on a figure is shown the one
// that states it.

// endsSentence reports whether a mark ends a sentence.
func endsSentence(r rune) bool { return r == '。' || r == '！' || r == '？' || r == '\n' }

// firstSentence is how long the first sentence of s is, with the mark that ends it
// and the quotes and brackets that close behind it.
func firstSentence(s string) int {
	at := strings.IndexFunc(s, endsSentence)
	if at < 0 {
		return len(s)
	}
	_, size := utf8.DecodeRuneInString(s[at:])
	at += size
	rest := strings.TrimLeft(s[at:], "”’）》」』")
	return len(s) - len(rest)
}

// lastSentence is where the last sentence of s begins, which no mark ends.
func lastSentence(s string) int {
	at := strings.LastIndexFunc(s, endsSentence)
	if at < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(s[at:])
	at += size
	rest := strings.TrimLeft(s[at:], "”’）》」』")
	return len(s) - len(rest)
}
