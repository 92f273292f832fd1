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
		r, size := rune(text[i]), 1
		switch {
		case r < utf8.RuneSelf:
			s.ascii(i, r)
		case r >= 0xE0 && r <= 0xEF && i+han <= len(text) && text[i+1]&0xC0 == 0x80 && text[i+2]&0xC0 == 0x80: // as nearly all
			r, size = r&0x0F<<12|rune(text[i+1]&0x3F)<<6|rune(text[i+2]&0x3F), han
			switch {
			case !isBasicHan(r):
				s.other(i, r, size, last)
			case isBasicHan(last): // so are most pairs
				hash := pairHash(last, r)
				s.pair(lastAt, hash, last == r)
				if s.forms.opens(last) && s.forms.goesOn(hash) {
					s.places.phrases = append(s.places.phrases, lastAt)
				}
				last, lastAt = r, i
				i += han
				continue
			}
		default:
			r, size = utf8.DecodeRuneInString(text[i:])
			s.other(i, r, size, last)
		}
		if s.forms.opens(last) && (s.forms.goesOn(pairHash(last, r)) || isMark(r) || isBreak(r)) {
			s.places.phrases = append(s.places.phrases, lastAt)
		}
		last, lastAt = r, i
		i += size
	}
	slices.Sort(s.places.echoes) // they were found in the order of their ends
}

// pair looks for echoes at two Chinese characters, of which the first stands at
// i: a word that is written twice begins with a pair that stands once more
// within the longest word, or is one of one character, alike with the next.
// Most do not.
func (s *surveyor) pair(i int, hash uint32, alike bool) {
	seen := &s.seen[hash>>(32-pairBits)]
	if i+1-*seen <= longestRepeat*han && *seen > 0 {
		s.places.echoes = append(s.places.echoes, *seen-1)
	}
	*seen = i + 1
	if alike {
		s.places.echoes = append(s.places.echoes, i)
	}
}

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
