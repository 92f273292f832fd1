package promise

import (
	"strings"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// keyOf is the words of a clause without its numbers, days and words that say how.
func (p *planner) keyOf(clause report.Span) []rune {
	text := p.r.Source.Text
	key := make([]rune, 0, clause.Len()/3)
	next, end := figuresIn(p.r, clause)
	for at := clause.Start; at < clause.End; {
		for next < end && p.numberAt(next) < at {
			next++
		}
		if next < end && p.numberAt(next) == at {
			if m, ok := p.words.Origins.EndingAt(text[:at], at); ok && m.Start >= clause.Start { // 优秀率由30%
				key = key[:max(0, len(key)-utf8.RuneCountInString(text[m.Start:m.End]))]
			}
			key, at = parted(key), min(max(at+1, p.r.Words(&p.r.Figures[next]).End, p.r.Figures[next].Span.End), clause.End)
			continue
		}
		if n := p.passedOver(text[:clause.End], at, key); n > 0 {
			key, at = parted(key), at+n
			continue
		}
		key, at = p.plain(text, at, key)
	}
	return trimmed(key)
}

// numberAt is where the words of a figure begin; its numeral where what bounds it stands apart: 至少听取1次.
func (p *planner) numberAt(i int) int {
	f := &p.r.Figures[i]
	start := p.r.Words(f).Start
	if start >= f.Span.Start {
		return start
	}
	between := p.r.Source.Text[start:f.Span.Start]
	if rest := between[p.words.PromiseFillers.Prefix(between):]; rest != between && rest != "" {
		return f.Span.Start
	}
	return start
}

// plain adds the character at a place to a key, or the word that another one there is read
// as: 普法 of 法治宣传. next is where the text goes on.
func (p *planner) plain(text string, at int, key []rune) (longer []rune, next int) {
	r, size := utf8.DecodeRuneInString(text[at:])
	if p.words.PromiseAlike.Begins(r) {
		if m, ok := p.words.PromiseAlike.At(text, at); ok {
			return append(key, []rune(p.words.PromiseAlike.Reading(m))...), m.End
		}
	}
	if isWord(r) && r != '的' {
		return append(key, r), at + size
	}
	return parted(key), at + size
}

// keyOfWords is the key of words that hold no figure, such as a label.
func (p *planner) keyOfWords(words string) []rune {
	var key []rune
	for at := 0; at < len(words); {
		if n := p.passedOver(words, at, key); n > 0 {
			key, at = parted(key), at+n
			continue
		}
		key, at = p.plain(words, at, key)
	}
	return trimmed(key)
}

// passedOver is how many bytes at a place say nothing of what an item is about.
func (p *planner) passedOver(text string, at int, key []rune) int {
	if n := p.dateAt(text[at:]); n > 0 {
		return n + p.words.PromiseDue.Prefix(text[at+n:])
	}
	if m, ok := p.words.Comparisons.At(text, at); ok { // 较2022年增长10%
		if n := p.dateAt(text[m.End:]); n > 0 {
			return m.Len() + n
		}
	}
	if strings.HasSuffix(text[:at], "”") {
		if n := p.words.PromiseDuring.Prefix(text[at:]); n > 0 {
			return n
		}
	}
	if m, ok := p.words.PromiseYearly.At(text, at); ok { // 连续三年
		if n := p.dateAt(text[m.End:]); n > 0 {
			return m.Len() + n
		}
	}
	for _, set := range [...]*lexicon.Set{p.words.PromiseLevels, p.words.PromiseLowering, p.words.PromiseEach, p.words.PromiseOfEach, p.words.PromiseWhole, p.words.PromiseFillers} {
		m, ok := set.At(text, at)
		if !ok {
			continue
		}
		_, first := utf8.DecodeRuneInString(text[at:])
		if m.Len() > first || len(key) == 0 || key[len(key)-1] == 0 { // a single character only where a word begins
			return m.Len()
		}
	}
	return 0
}
