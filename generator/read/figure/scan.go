package figure

import (
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
)

// Limits that keep the scanner linear and a hostile text harmless.
const (
	maxQuoted    = 120 // bytes of a quotation that is a name rather than prose
	maxBracketed = 240 // bytes of brackets that are read as one
	maxDepth     = 4   // brackets within brackets
	maxClauses   = 400_000
	maxDigits    = 15 // an ordinary figure has fewer; more is a number of some thing
)

// mark is one numeral that is data.
type mark struct {
	num     numeral.Number
	start   int // the numeral with the approximation before it
	numEnd  int // the end of the numeral with the approximation after it
	end     int // the end of unit and approximation
	next    int // where the words after it begin
	value   string
	unit    string
	approx  string
	bound   report.Bound
	nameEnd int         // where the words that may name it end: before 不低于 of 不低于总数的30%
	words   report.Span // with what bounds the value: 不足4名; zero where nothing does
	unsure  bool        // its words can be read in two ways
	spoken  bool        // 2个亿
	clause  int

	pre, post string // the words that belong to it, before and after
	label     string
	by        string // the step that gave the label, for who asks why it is so
	period    string // the time that its label has to say: 上半年
	subject   string // what the words after it may leave out
	carried   bool   // label and subject come from before
	named     bool   // a light verb shows that the verb of the label is a noun: 开展检查
	pair      pair
	former    int    // one more than the index of the mark that it was, of several that became others; namedBefore where it has no such mark
	inner     bool   // after 其中: a part of what stands before
	leads     bool   // the first after 其中
	full      string // its name with what was done to it, which other names do not lean on
	rest      string // 其他 or 其余, where it counts what a list leaves out and names no noun of its own
	of        string // the noun after 的 that a measure belongs to
	target    bool
	earlier   string // the earlier time that it is of: 上年同期
	nameless  bool   // no name would be true of it: a forecast is neither what was nor what is to be
	changes   bool   // the words before say that it is a change
	changed   int    // one more than the index of the mark that it is the change of, where the words say so; unsure where they leave that open
}

// pair is a figure's place in 由A到B or A至B.
type pair uint8

const (
	single pair = iota
	earlier
	later
	lowest
	highest
)

// clause is the words between two of ，；：。 with its figures.
type clause struct {
	start, end  int
	first, last int // marks, half-open; last is 0 when there are none
	sentence    int
	stop        rune // the mark that ends it
	inBrackets  bool
}

// scanner finds the numerals of one block.
type scanner struct {
	grammar
	text     string
	end      int // of the block
	marks    []mark
	clauses  []clause
	asides   []report.Aside
	unread   []report.Span
	missing  int // unread numerals, kept or not
	sentence int
	full     bool // a limit was met: the rest of the block is not read
}

// block scans text[start:end].
func (s *scanner) block(text string, start, end int) {
	s.text, s.end = text[:end], end
	s.marks, s.clauses, s.asides, s.unread = s.marks[:0], s.clauses[:0], s.asides[:0], s.unread[:0]
	s.sentence, s.missing, s.full = 0, 0, false
	s.scan(start, end, 0)
}

func (s *scanner) open(at int, inBrackets bool) int {
	s.clauses = append(s.clauses, clause{start: at, end: at, sentence: s.sentence, inBrackets: inBrackets})
	return len(s.clauses) - 1
}

// scan reads the clauses of text[i:end], which is a block or what brackets
// hold.
func (s *scanner) scan(i, end, depth int) {
	start := i
	c := s.open(i, depth > 0)
	text := s.text
	said := -1 // where a quoted sentence ends
	for i < end && !s.full {
		r, w := runeAt(text, i)
		if i == said {
			s.clauses[c].end, s.clauses[c].stop = i, r
			i += w
			c = s.open(i, depth > 0)
			continue
		}
		switch classOf(r) {
		case plain:
			i += w
		case arabic:
			i = s.digits(i, start, c)
		case han:
			i = s.chinese(i, c)
		case letter:
			i = s.word(i)
		case foreign:
			end := s.foreignDigits(i)
			if isEnclosed(r) {
				s.itemNumber(i, end, c)
			}
			i = end
		case ordinal:
			i = s.ordinal(i, w)
		case quote:
			if until := s.quotedSentence(i, w, r); until > 0 && said < i {
				s.clauses[c].end, s.clauses[c].stop = i, r
				i += w
				c, said = s.open(i, depth > 0), until
				continue
			}
			i = s.quotation(i, w, r)
		case bracket:
			next := s.brackets(i, w, r, end, depth)
			if isItem(text[i+w : next]) {
				s.itemNumber(i, next, c)
			}
			i = next
		case pause, stop:
			s.clauses[c].end, s.clauses[c].stop = i, r
			if classOf(r) == stop {
				s.sentence++
			}
			i += w
			c = s.open(i, depth > 0)
			s.full = c >= maxClauses
		}
	}
	s.clauses[c].end = end
	s.clauses[c].start = min(s.clauses[c].start, end) // （1） is nothing but the number of an item
}

// add appends a mark to clause c.
func (s *scanner) add(m mark, c int) {
	m.clause = c
	cl := &s.clauses[c]
	if cl.last == 0 {
		cl.first = len(s.marks)
	}
	s.marks = append(s.marks, m)
	cl.last = len(s.marks)
	s.full = s.full || len(s.marks) >= maxFigures
}

// dropLast takes the last mark of clause c back.
func (s *scanner) dropLast(c int) mark {
	last := s.marks[len(s.marks)-1]
	s.marks = s.marks[:len(s.marks)-1]
	if cl := &s.clauses[c]; cl.last == cl.first+1 {
		cl.first, cl.last = 0, 0
	} else {
		cl.last--
	}
	return last
}

// missed notes a numeral that could not be read.
func (s *scanner) missed(start, end int) {
	if s.missing++; len(s.unread) <= maxUnread {
		s.unread = append(s.unread, report.Span{Start: start, End: end})
	}
	s.full = s.full || s.missing >= maxFigures
}

// quotedSentence is where a quotation ends that states a figure: “全年办理案件120件”.
// It is 0 for a name: “最多跑1次”, “稳经济50条”.
func (s *scanner) quotedSentence(i, w int, r rune) int {
	if r != '“' && r != '「' && r != '『' {
		return 0
	}
	limit := min(i+w+maxQuoted, s.end)
	size := strings.IndexRune(s.text[i+w:limit], closing(r))
	if size <= 0 {
		return 0
	}
	inner := s.text[i+w : i+w+size]
	at := strings.LastIndexAny(inner, "0123456789")
	if at < 0 || strings.ContainsAny(inner, "“「『+·") {
		return 0
	}
	first := at
	for first > 0 && (inner[first-1] >= '0' && inner[first-1] <= '9' || inner[first-1] == '.' || inner[first-1] == ',') {
		first--
	}
	n, ok := numeral.Scan(inner[first:])
	unit := s.matchUnit(inner[min(len(inner), first+n.Size):])
	if !ok || unit == "" || first+n.Size+len(unit) != len(inner) || s.UnitsOfNames.Has(unit) {
		return 0
	}
	verb := s.Verbs.Prefix(inner) > 0 || s.findVerb(inner[:first], true) > 0
	if verb && (len(n.Value) > 1 || s.opening(inner) > 0) || s.opening(inner) > 0 || strings.Contains(inner, "，") && verb {
		return i + w + size
	}
	return 0
}

// quotation steps over a name in quotation marks. A long one is prose, and its
// numbers are read like any others.
func (s *scanner) quotation(i, w int, r rune) int {
	limit := min(i+w+maxQuoted, s.end)
	depth := 1
	end := closing(r)
	for j := i + w; j < limit; {
		q, qw := runeAt(s.text, j)
		switch {
		case q == end:
			if depth--; depth == 0 {
				if hasNumeral(s.text[i+w : j]) {
					s.settle(i, j+qw, whyQuoted(r))
				}
				return j + qw
			}
		case q == r:
			depth++
		case q == '。' && r != '《':
			return i + w
		}
		j += qw
	}
	return i + w
}

// brackets reads what brackets hold as clauses of their own when there is a
// digit in them, and steps over them otherwise. A numbering (1) is known. They
// close before until, where the brackets around them do: in （甲(乙）丙) the inner
// ones do not close, and nothing is read twice.
func (s *scanner) brackets(i, w int, r rune, until, depth int) int {
	limit := min(i+w+maxBracketed, until)
	end := closing(r)
	nested, close, data := 1, -1, false
	for j := i + w; j < limit && close < 0; {
		q, qw := runeAt(s.text, j)
		switch {
		case q == end:
			if nested--; nested == 0 {
				close = j
			}
		case q == r:
			nested++
		case numeral.IsDigit(q):
			data = true
		}
		j += qw
	}
	if close < 0 || depth >= maxDepth {
		return i + w
	}
	_, closeWidth := runeAt(s.text, close)
	after := close + closeWidth
	switch inner := s.text[i+w : close]; {
	case data && s.isDocumentNumber(r, after):
		s.settle(i, after, report.ReasonDocument)
	case data && isNumbering(inner):
		s.settle(i, after, report.ReasonItem)
	case data:
		s.scan(i+w, close, depth+1)
	case hasNumeral(inner):
		s.settle(i, after, report.ReasonWord)
	}
	return after
}

// isNumbering reports whether brackets hold a number only: （1）, (12), 〔2023〕.
func isNumbering(s string) bool {
	for i := 0; i < len(s); {
		r, w := runeAt(s, i)
		if classOf(r) != arabic && !isSpace(r) {
			return false
		}
		i += w
	}
	return true
}

// isItem reports whether s is the number of an item in brackets, without the
// first of them: 三）, 12).
func isItem(s string) bool {
	r, w := before(s, len(s))
	if (r != '）' && r != ')') || len(s) == w || len(s) > 12 {
		return false
	}
	for _, r := range s[:len(s)-w] {
		if c := classOf(r); c != arabic && c != han {
			return false
		}
	}
	return true
}

// isDocumentNumber reports whether brackets are the year of a 文号.
func (s *scanner) isDocumentNumber(open rune, after int) bool {
	return open == '〔' || strings.HasPrefix(s.text[after:], "号")
}

// word steps over an ASCII word with the digits in it: GB/T, PM2.5, a URL, and
// the number of a standard after a space (GB/T 9704-2012).
func (s *scanner) word(i int) int {
	end := s.wordEnd(i)
	if strings.ContainsAny(s.text[i:end], "0123456789") {
		s.settle(i, end, s.whyWord(i, end))
	}
	return end
}

// wordEnd is the end of the ASCII word at i.
func (s *scanner) wordEnd(i int) int {
	start := i
	for i < s.end && isWordByte(s.text[i]) {
		i++
	}
	if s.Standards.Prefix(s.text[start:i]) == 0 {
		return i
	}
	j := i
	for j < s.end && s.text[j] == ' ' {
		j++
	}
	for j < s.end && (isWordByte(s.text[j]) || strings.HasPrefix(s.text[j:], "—")) {
		if s.text[j] >= 0x80 {
			j += len("—") - 1
		}
		j++
		i = j
	}
	return i
}

func isWordByte(b byte) bool {
	switch {
	case b >= 'a' && b <= 'z', b >= 'A' && b <= 'Z', b >= '0' && b <= '9':
		return true
	}
	return strings.IndexByte("._/@:-+&?=#~", b) >= 0
}

// ordinal steps over 第 at i, of so many bytes, with the number after it and a
// list of them: 第1、2项.
func (s *scanner) ordinal(i, w int) int {
	end := s.skipSpace(i + w)
	first := classOf(peek(s.text, end))
	if first != arabic && first != han {
		return i + w
	}
	for {
		for c := classOf(peek(s.text, end)); end < s.end && (c == arabic || c == han); c = classOf(peek(s.text, end)) {
			_, rw := runeAt(s.text, end)
			end += rw
		}
		at := s.skipSpace(end)
		r, rw := runeOrNone(s.text, at)
		switch r {
		case '、', '-', '—', '–', '～', '~', '至', '到', '.', '和':
		default:
			rw = 0
		}
		next := s.skipSpace(at + rw)
		if rw == 0 || first != arabic || classOf(peek(s.text, next)) != arabic {
			s.settle(i, end, report.ReasonOrdinal)
			return end
		}
		end = next
	}
}
