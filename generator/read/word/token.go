package word

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// tokenKind is what a token is.
type tokenKind byte

const (
	start tokenKind = iota
	end
	words
	atEnd
)

// token is a tag or the words between two.
type token struct {
	kind  tokenKind
	space space
	local string
	attrs []attribute
	words string
}

// space is the vocabulary of an element. Its address differs between Word's
// usual form, its strict form and its XML of 2003, and the prefix is free.
type space byte

const (
	otherSpace space = iota
	wordSpace
	mathSpace
	relationSpace
	compatibleSpace
	vmlSpace
	drawingSpace
)

func spaceOf(address string) space {
	switch address {
	case "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main",
		"http://schemas.microsoft.com/office/word/2003/wordml", "w":
		return wordSpace
	case "http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math", "m":
		return mathSpace
	case "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships", "r":
		return relationSpace
	case "http://schemas.openxmlformats.org/markup-compatibility/2006", "mc":
		return compatibleSpace
	case "urn:schemas-microsoft-com:vml", "v":
		return vmlSpace
	case "http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main", "a":
		return drawingSpace
	}
	return otherSpace
}

// is reports whether the token is the start of an element of Word's.
func (t *token) is(local string) bool {
	return t.kind == start && t.space == wordSpace && t.local == local
}

// attr is an attribute by its name without a prefix, "" if it is not there.
func (t *token) attr(local string) string {
	for i := range t.attrs {
		if t.attrs[i].name == local {
			return t.attrs[i].value
		}
	}
	return ""
}

// has reports whether there is such an attribute.
func (t *token) has(local string) bool {
	for i := range t.attrs {
		if t.attrs[i].name == local {
			return true
		}
	}
	return false
}

// relation is an attribute that names a relation: r:id, r:embed.
func (t *token) relation(local string) string {
	for i := range t.attrs {
		if t.attrs[i].name == local && t.attrs[i].space == relationSpace {
			return t.attrs[i].value
		}
	}
	return ""
}

// val is the attribute that most elements keep their value in.
func (t *token) val() string { return t.attr("val") }

// on is the value of an element that says yes by being there.
func (t *token) on() bool {
	switch t.val() {
	case "0", "false", "off":
		return false
	}
	return true
}

// number is a value as a whole number, within ±1,000,000; ok is false for
// anything else.
func (t *token) number() (n int, ok bool) { return wholeNumber(t.val()) }

func wholeNumber(s string) (n int, ok bool) {
	s = strings.TrimSpace(s)
	digits := strings.TrimPrefix(strings.TrimPrefix(s, "+"), "-")
	if digits == "" {
		return 0, false
	}
	for _, c := range []byte(digits) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = min(n*10+int(c-'0'), 1_000_000)
	}
	if s[0] == '-' {
		n = -n
	}
	return n, true
}

// tokens reads XML, and refuses what Word does not write: a document type with
// its entities, and elements nested without end.
type tokens struct {
	s     *scanner
	r     io.Reader // until the first token is asked for
	depth int
	known map[string]string // the addresses that prefixes have stood for
}

func newTokens(r io.Reader) *tokens { return &tokens{r: r, known: map[string]string{}} }

// next is the next token; atEnd behind the last one.
func (x *tokens) next() (token, error) {
	if x.s == nil {
		s, err := newScanner(x.r)
		if err != nil {
			return token{kind: atEnd}, err
		}
		x.s = s
	}
	p, ok := x.s.next()
	if !ok {
		return token{kind: atEnd}, damaged()
	}
	switch p.kind {
	case start:
		if x.depth++; x.depth > maxDepth {
			return token{kind: atEnd}, tooDeep()
		}
		for i := range p.attrs {
			if p.attrs[i].declare && len(x.known) < 1000 {
				x.known[p.attrs[i].name] = p.attrs[i].value
			}
		}
	case end:
		x.depth--
	}
	return token{kind: p.kind, space: spaceOf(p.prefix), local: p.name, attrs: p.attrs, words: p.words}, nil
}

// offset is how many bytes the tokens so far have taken.
func (x *tokens) offset() int {
	if x.s == nil {
		return 0
	}
	return x.s.at
}

// skip passes over the rest of an element whose start was read.
func (x *tokens) skip() error {
	for depth := 1; depth > 0; {
		t, err := x.next()
		switch {
		case err != nil:
			return err
		case t.kind == atEnd:
			return damaged()
		case t.kind == start:
			depth++
		case t.kind == end:
			depth--
		}
	}
	return nil
}

// children calls each for every element directly within the one whose start was
// read, and passes over what each leaves of it: each says whether it has read
// its element to the end.
func (x *tokens) children(each func(t *token) (done bool, err error)) error {
	for {
		t, err := x.next()
		if err != nil {
			return err
		}
		switch t.kind {
		case atEnd:
			return damaged()
		case end:
			return nil
		case start:
			done, err := each(&t)
			if err == nil && !done {
				err = x.skip()
			}
			if err != nil {
				return err
			}
		}
	}
}

// understood reports whether all prefixes of an mc:Choice are of vocabularies that
// Word has: those of others are for other programs.
func (x *tokens) understood(requires string) bool {
	for _, prefix := range strings.Fields(requires) {
		address, ok := x.known[prefix]
		if ok && !strings.HasPrefix(address, "http://schemas.microsoft.com/") && !strings.HasPrefix(address, "http://schemas.openxmlformats.org/") &&
			!strings.HasPrefix(address, "http://purl.oclc.org/ooxml/") && !strings.HasPrefix(address, "urn:schemas-microsoft-com:") {
			return false
		}
	}
	return true
}

func looksLikeXML(head []byte) bool {
	head = bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF"))
	if bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF")) {
		return true
	}
	head = bytes.TrimLeft(bytes.ReplaceAll(head, []byte{0}, nil), " \t\r\n")
	return len(head) > 0 && head[0] == '<'
}

// asUTF8 decodes a part in UTF-16, which the standard allows, and leaves any other
// as it is, without a byte order mark.
func asUTF8(r io.Reader) io.Reader {
	b := bufio.NewReaderSize(r, 32<<10)
	head, _ := b.Peek(4)
	switch {
	case bytes.HasPrefix(head, []byte("\xEF\xBB\xBF")):
		_, _ = b.Discard(3) // they were peeked at
	case bytes.HasPrefix(head, []byte("\xFF\xFE")), bytes.HasPrefix(head, []byte("<\x00")):
		return &wideReader{r: b, low: 0, high: 1}
	case bytes.HasPrefix(head, []byte("\xFE\xFF")), bytes.HasPrefix(head, []byte("\x00<")):
		return &wideReader{r: b, low: 1, high: 0}
	}
	return b
}

// wideReader turns UTF-16 into UTF-8.
type wideReader struct {
	r         *bufio.Reader
	low, high int // where in a pair the bytes stand
	out       []byte
	pending   rune // the first half of a character of two units
	err       error
}

func (w *wideReader) Read(b []byte) (int, error) {
	for len(w.out) == 0 {
		if w.err != nil {
			return 0, w.err
		}
		w.fill()
	}
	n := copy(b, w.out)
	w.out = w.out[n:]
	return n, nil
}

func (w *wideReader) fill() {
	w.out = w.out[:0]
	var pair [2]byte
	for len(w.out) < 8<<10 {
		if _, err := io.ReadFull(w.r, pair[:]); err != nil {
			if w.err = err; errors.Is(err, io.ErrUnexpectedEOF) {
				w.err = io.EOF
			}
			return
		}
		r := rune(pair[w.low]) | rune(pair[w.high])<<8
		switch {
		case r == 0xFEFF && w.pending == 0:
			continue
		case w.pending != 0:
			w.out = utf8.AppendRune(w.out, utf16.DecodeRune(w.pending, r))
			w.pending = 0
		case utf16.IsSurrogate(r):
			w.pending = r
		default:
			w.out = utf8.AppendRune(w.out, r)
		}
	}
}
