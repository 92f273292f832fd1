package check

import (
	"slices"
	"unicode/utf8"

	"mingfa/generator/report"
)

// survey is what one walk over a text finds for several rules: the few places
// that each has to look at. The rules judge them.
type survey struct {
	paragraphs []paragraph // with the places in them
	runs       []run       // of digits, long enough for a number of a person
}

// survey is that of the report, made once.
func (in *Input) survey() *survey {
	if in.surveyOf != in.Report {
		s := surveyor{text: in.Report.Source.Text, forms: in.Phrases}
		if s.forms == nil {
			s.forms = &Phrases{}
		}
		s.walk()
		in.surveyed, in.surveyOf = survey{paragraphs: paragraphs(in.Report)}, in.Report
		s.share(in.surveyed.paragraphs)
		for _, sp := range s.long {
			in.surveyed.runs = appendRuns(in.surveyed.runs, s.text, sp)
		}
	}
	return &in.surveyed
}

// surveyor walks over a text.
type surveyor struct {
	text  string
	forms *Phrases

	places places        // of the whole text
	long   []report.Span // runs of leastCode digits or more

	seen   [1 << pairBits]int // by two Chinese characters, where such stood last, from 1
	run    report.Span        // the digits before with what joins them, and
	digits int                // how many they are
}

// pairBits is how large the table of pairs is. Pairs that share a place make
// more echoes than there are, never fewer.
const pairBits = 10

// walk looks at every character once, with the one before.
func (s *surveyor) walk() {
	text, last, lastAt := s.text, rune(0), 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r < utf8.RuneSelf:
			s.ascii(i, r)
		case !isBasicHan(r):
			s.other(i, r, size, last)
		}
		if s.forms.opens(last) && (s.forms.goesOn(pairHash(last, r)) || isMark(r) || isBreak(r)) {
			s.phrase(lastAt)
		}
		last, lastAt = r, i
		i += size
		if isBasicHan(r) {
			last, i = s.chinese(i, r)
			lastAt = i - han
		}
	}
	slices.Sort(s.places.echoes) // they were found in the order of their ends
}

// chinese looks at the Chinese characters from i on, each with the one before;
// last is such a one too, and stands right before i. It gives the last of them
// and the offset after it. Nearly all of a text is read here, so that what is
// rarely found is left to others.
func (s *surveyor) chinese(i int, last rune) (rune, int) {
	text, forms := s.text, s.forms
	for i+han <= len(text) {
		c := text[i : i+han]
		a, b := c[1]^0x80, c[2]^0x80 // the bits that count, without the mark 10
		r := rune(c[0]&0x0F)<<12 | rune(a)<<6 | rune(b)
		if c[0]&0xF0 != 0xE0 || a|b >= 0x40 || !isBasicHan(r) {
			break
		}
		hash, at := pairHash(last, r), i-han
		seen := &s.seen[hash>>(32-pairBits)]
		if at+1-*seen <= longestRepeat*han || last == r {
			s.echo(at, *seen, last == r)
		}
		*seen = at + 1
		if forms.opens(last) && forms.goesOn(hash) {
			s.phrase(at)
		}
		last, i = r, i+han
	}
	return last, i
}

// echo notes where a word may begin that is written twice, at two Chinese
// characters of which the first stands at i: such a word begins with a pair that
// stands once more within the longest word, or is one of one character, alike
// with the next. Most pairs are neither.
func (s *surveyor) echo(i, seen int, alike bool) {
	if seen > 0 && i+1-seen <= longestRepeat*han {
		s.places.echoes = append(s.places.echoes, seen-1)
	}
	if alike {
		s.places.echoes = append(s.places.echoes, i)
	}
}

// phrase notes where a form of a fixed phrase may begin.
func (s *surveyor) phrase(i int) { s.places.phrases = append(s.places.phrases, i) }

func (s *surveyor) ascii(i int, r rune) {
	switch r {
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		s.digit(i, 1)
	case ',', '.', ';', ':', '?', '!':
		s.places.narrow = append(s.places.narrow, i)
	case '(', ')', '[', ']', '{', '}':
		s.half(i, r, 1)
	}
}

func (s *surveyor) other(i int, r rune, size int, last rune) {
	switch {
	case r == '，' || r == '、' || r == '；' || r == '：' || r == '。':
		if r == last {
			s.places.echoes = append(s.places.echoes, i-size)
		}
	case r >= '０' && r <= '９':
		s.digit(i, size)
	default:
		s.half(i, r, size)
	}
}

// half notes one half of a pair of marks.
func (s *surveyor) half(i int, r rune, size int) {
	if kind, open := kindOf(r); kind >= 0 {
		s.places.marks = append(s.places.marks, mark{i, size, kind, open})
	}
}

// digit counts the digits of a run, and notes the run once it is long.
func (s *surveyor) digit(i, size int) {
	gap := i - s.run.End
	if gap > longestJoint || gap > 0 && joins(s.text[s.run.End:i]) == 0 {
		s.run.Start, s.digits = i, 0
	}
	s.run.End = i + size
	switch s.digits++; {
	case s.digits == leastCode:
		s.long = append(s.long, s.run)
	case s.digits > leastCode:
		s.long[len(s.long)-1] = s.run
	}
}

// share gives each paragraph the places in it.
func (s *surveyor) share(list []paragraph) {
	left := s.places
	isAt := func(at int) int { return at }
	for i := range list {
		p := &list[i]
		p.marks = within(&left.marks, p.span, func(m mark) int { return m.at })
		p.narrow = within(&left.narrow, p.span, isAt)
		p.echoes = within(&left.echoes, p.span, isAt)
		p.phrases = within(&left.phrases, p.span, isAt)
	}
}

// within cuts from list, which is in text order, what lies in a span and
// before.
func within[T any](list *[]T, sp report.Span, at func(T) int) []T {
	start := 0
	for start < len(*list) && at((*list)[start]) < sp.Start {
		start++
	}
	end := start
	for end < len(*list) && at((*list)[end]) < sp.End {
		end++
	}
	inside := (*list)[start:end]
	*list = (*list)[end:]
	return inside
}
