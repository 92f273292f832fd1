package figure

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// approxAfter reads 以上, 以内, 左右 and 多 after the unit.
func (s *scanner) approxAfter(m *mark) {
	rest := s.text[m.next:]
	if n := s.ApproximateAfter.Prefix(rest); n > 0 {
		m.approx = rest[:n]
		m.next += n
		m.end = m.next
		return
	}
	if !strings.HasPrefix(rest, "多") || m.unit == "" {
		return
	}
	switch after := peek(rest, len("多")); {
	case numeral.IsDigit(after): // 比上年的11件多3件 is more by so many
	case after == 0, !report.IsHan(after), after == '的':
		m.approx = "多"
		m.next += len("多")
		m.end = m.next
	}
}

// prefix reads the approximation before the numeral: one that touches it is part
// of the numeral as printed (近40), one with a word between is not (约为24%).
func (s *scanner) prefix(m *mark, clauseStart int) {
	word, ok := s.ApproximateBefore.EndingAt(s.text, m.start)
	if ok && word.Start >= clauseStart {
		m.start = word.Start
	} else if link, linked := s.ApproximateLinks.EndingAt(s.text, m.start); linked {
		word, ok = s.ApproximateBefore.EndingAt(s.text, link.Start)
		ok = ok && s.ApproximateBefore.Reading(word) == "约"
	}
	if ok && word.Start >= clauseStart && m.approx == "" {
		m.approx = s.ApproximateBefore.Reading(word)
	}
}

// bounded reads the words that say on which side of its value a number lies, and
// takes those after it off the words that may name it.
func (s *scanner) bounded(m *mark, clauseStart int) {
	m.bound, m.words = s.Bound(s.text, report.Span{Start: clauseStart, End: s.end},
		lexicon.Measured{Span: report.Span{Start: m.start, End: m.end}, Unit: m.unit, Approx: m.approx})
	if prev := s.listed(m, clauseStart); prev != nil {
		m.bound, m.words = prev.bound, report.Span{Start: prev.words.Start, End: max(m.end, m.words.End)}
	}
	m.next, m.nameEnd = max(m.next, m.words.End), m.start
	if m.words.Len() > 0 && (strings.HasSuffix(s.text[m.words.Start:m.start], "的") || s.BoundShort.Suffix(s.text[:m.start]) > 0) {
		m.nameEnd = m.words.Start
	}
}

// listed is the item before in a list of which the word before the first item
// bounds all: 分别突破9千亿元、3万亿元. It is nil where m is no such item.
func (s *scanner) listed(m *mark, clauseStart int) *mark {
	if len(s.marks) == 0 || m.words.Len() > 0 {
		return nil
	}
	prev := &s.marks[len(s.marks)-1]
	if prev.bound == "" || prev.words.Start < clauseStart || m.start < prev.next || s.text[prev.next:m.start] != "、" {
		return nil
	}
	if !strings.HasSuffix(s.text[clauseStart:prev.words.Start], "分别") {
		return nil
	}
	return prev
}
