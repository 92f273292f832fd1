package word

import (
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// scanner parts XML into tags and the words between them, as encoding/xml does, which took two
// thirds of the time that a Word file needs (BenchmarkRead). It takes a part as a whole: names and
// values are pieces of it, and only words with an entity or a carriage return are written anew.
//
// What it reads encoding/xml reads too, with the same outcome (FuzzMarkup). It refuses what
// encoding/xml refuses, and <!…> of every kind: Word writes none, and entities are declared there.
type scanner struct {
	all    string
	at     int               // behind the last token
	open   []string          // the names of the elements that are open, as written
	spaces map[string]string // what prefixes stand for
	bound  []binding         // what they stood for outside, the innermost last
	attrs  []attribute       // room for those of the next elements
	ending bool              // the element that has just begun is <such/>
}

// binding is what a prefix stood for before the element at a depth gave it another meaning.
type binding struct {
	depth  int
	prefix string
	before string
	was    bool
}

// attribute is one of an element: w:val="1" has the name val.
type attribute struct {
	space   space
	name    string
	value   string
	declare bool // it says what the prefix name stands for
}

// piece is a token as it stands in the file; kind says which.
type piece struct {
	kind   tokenKind
	prefix string
	name   string
	attrs  []attribute
	words  string
}

func newScanner(r io.Reader) (*scanner, error) {
	var b strings.Builder
	if part, ok := r.(sized); ok {
		b.Grow(part.size)
	}
	if _, err := io.Copy(&b, r); err != nil {
		return nil, damage(err)
	}
	return &scanner{all: b.String(), spaces: map[string]string{}}, nil
}

// next is the next tag or words; ok is false where the file is damaged.
func (s *scanner) next() (p piece, ok bool) {
	if s.ending {
		s.ending = false
		return s.leave(s.open[len(s.open)-1])
	}
	for s.at < len(s.all) {
		rest := s.all[s.at:]
		switch {
		case rest[0] != '<':
			return s.text()
		case strings.HasPrefix(rest, "</"):
			s.at += 2
			return s.endTag()
		case strings.HasPrefix(rest, "<?"):
			if !s.instruction() {
				return p, false
			}
		case strings.HasPrefix(rest, "<!--"):
			if !s.comment() {
				return p, false
			}
		case strings.HasPrefix(rest, "<![CDATA["):
			return s.verbatim()
		case strings.HasPrefix(rest, "<!"):
			return p, false
		default:
			s.at++
			return s.startTag()
		}
	}
	return piece{kind: atEnd}, len(s.open) == 0
}

// text is the words up to the next tag.
func (s *scanner) text() (p piece, ok bool) {
	rest := s.all[s.at:]
	if end := strings.IndexByte(rest, '<'); end >= 0 {
		rest = rest[:end]
	}
	s.at += len(rest)
	if strings.Contains(rest, "]]>") {
		return p, false
	}
	said, ok := unescape(rest)
	return piece{kind: words, words: said}, ok
}

// verbatim is the words of <![CDATA[…]]>.
func (s *scanner) verbatim() (p piece, ok bool) {
	said, _, closed := strings.Cut(s.all[s.at+len("<![CDATA["):], "]]>")
	s.at += len("<![CDATA[") + len(said) + len("]]>")
	return piece{kind: words, words: newlines(said)}, closed && sound(said)
}

// comment passes over <!--…-->, within which no -- may stand.
func (s *scanner) comment() bool {
	said, _, closed := strings.Cut(s.all[s.at+len("<!--"):], "--")
	s.at += len("<!--") + len(said) + len("-->")
	return closed && strings.HasSuffix(s.all[:min(s.at, len(s.all))], "-->")
}

// instruction passes over <?…?>. What it says of the encoding must be what the bytes are by now.
func (s *scanner) instruction() bool {
	said, _, closed := strings.Cut(s.all[s.at+len("<?"):], "?>")
	s.at += len("<?") + len(said) + len("?>")
	target := said[:nameEnd(said)]
	if !closed || target == "" {
		return false
	}
	if target != "xml" {
		return true
	}
	version, encoding := pseudo(said, "version"), pseudo(said, "encoding")
	if version != "" && version != "1.0" {
		return false
	}
	switch strings.ToLower(encoding) {
	case "", "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be", "unicode":
		return true // asUTF8 has seen to it
	}
	return false
}

// pseudo is what <?xml version="1.0"?> says of a name.
func pseudo(said, name string) string {
	_, value, ok := strings.Cut(said, " "+name+"=")
	if !ok || value == "" || value[0] != '"' && value[0] != '\'' {
		return ""
	}
	inner, _, _ := strings.Cut(value[1:], value[:1])
	return inner
}

// endTag reads what follows </.
func (s *scanner) endTag() (p piece, ok bool) {
	name, ok := s.name()
	if !ok {
		return p, false
	}
	s.blanks()
	if !s.take('>') {
		return p, false
	}
	return s.leave(name)
}

// leave closes the innermost element, which must have this name.
func (s *scanner) leave(name string) (p piece, ok bool) {
	depth := len(s.open)
	if depth == 0 || s.open[depth-1] != name {
		return p, false
	}
	p.kind = end
	p.prefix, p.name = s.address(name)
	s.open = s.open[:depth-1]
	for n := len(s.bound); n > 0 && s.bound[n-1].depth == depth; n-- {
		if b := s.bound[n-1]; b.was {
			s.spaces[b.prefix] = b.before
		} else {
			delete(s.spaces, b.prefix)
		}
		s.bound = s.bound[:n-1]
	}
	return p, true
}

// startTag reads what follows < of an element.
func (s *scanner) startTag() (p piece, ok bool) {
	name, ok := s.name()
	if !ok {
		return p, false
	}
	s.open = append(s.open, name)
	if p.attrs, ok = s.attributes(); !ok {
		return p, false
	}
	p.kind = start
	p.prefix, p.name = s.address(name)
	return p, true
}

// attributes reads those of an element, up to its > or />. The prefixes that it declares hold for
// itself and all its attributes.
func (s *scanner) attributes() (attrs []attribute, ok bool) {
	from := len(s.attrs)
	for {
		s.blanks()
		switch {
		case s.take('>'):
			return s.resolved(from), true
		case s.take('/'):
			s.ending = true
			return s.resolved(from), s.take('>')
		}
		name, ok := s.name()
		if !ok {
			return nil, false
		}
		s.blanks()
		if !s.take('=') {
			return nil, false
		}
		s.blanks()
		value, ok := s.value()
		if !ok {
			return nil, false
		}
		if len(s.attrs) == cap(s.attrs) {
			// Those of earlier elements stay where they are: whoever has them may keep them.
			s.attrs = append(make([]attribute, 0, max(512, 2*(len(s.attrs)-from))), s.attrs[from:]...)
			from = 0
		}
		s.attrs = append(s.attrs, attribute{name: name, value: value})
		s.declares(&s.attrs[len(s.attrs)-1])
	}
}

// declares notes what a prefix stands for from here on, if that is what an attribute says. xmlns="…"
// says what names without a prefix stand for.
func (s *scanner) declares(a *attribute) {
	prefix, local := split(a.name)
	switch {
	case prefix == "xmlns":
		a.declare = true
	case a.name == "xmlns":
		local = ""
	default:
		return
	}
	before, was := s.spaces[local]
	s.bound = append(s.bound, binding{len(s.open), local, before, was})
	s.spaces[local] = a.value
}

// resolved is the attributes from one on, their prefixes taken for what they stand for.
func (s *scanner) resolved(from int) []attribute {
	attrs := s.attrs[from:len(s.attrs):len(s.attrs)]
	for i := range attrs {
		a := &attrs[i]
		if prefix, local := split(a.name); prefix != "" {
			if !a.declare {
				a.space = spaceOf(s.stands(prefix))
			}
			a.name = local
		}
	}
	return attrs
}

// address is the vocabulary of an element and its name in it.
func (s *scanner) address(name string) (address, local string) {
	prefix, local := split(name)
	return s.stands(prefix), local
}

// stands is what a prefix stands for: itself, where nothing declares it.
func (s *scanner) stands(prefix string) string {
	if address, ok := s.spaces[prefix]; ok && prefix != "xml" && prefix != "xmlns" {
		return address
	}
	return prefix
}

// split parts w:val into w and val.
func split(name string) (prefix, local string) {
	if at := strings.IndexByte(name, ':'); at > 0 && at < len(name)-1 {
		return name[:at], name[at+1:]
	}
	return "", name
}

// value reads what stands in quotation marks.
func (s *scanner) value() (string, bool) {
	rest := s.all[s.at:]
	if rest == "" || rest[0] != '"' && rest[0] != '\'' {
		return "", false
	}
	end := strings.IndexByte(rest[1:], rest[0])
	if end < 0 {
		return "", false
	}
	s.at += 1 + end + 1
	if strings.IndexByte(rest[1:1+end], '<') >= 0 {
		return "", false
	}
	return unescape(rest[1 : 1+end])
}

// name reads a name, which has at most one colon.
func (s *scanner) name() (string, bool) {
	rest := s.all[s.at:]
	name := rest[:nameEnd(rest)]
	s.at += len(name)
	return name, name != "" && strings.Count(name, ":") <= 1 && utf8.ValidString(name)
}

// nameEnd is where the name ends that a text begins with. Of characters outside of ASCII, which
// Word's names do not have, all may stand in one.
func nameEnd(text string) int {
	for i := 0; i < len(text); i++ {
		c := text[i]
		letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' || c == ':' || c >= utf8.RuneSelf
		if !letter && (i == 0 || c != '-' && c != '.' && (c < '0' || c > '9')) {
			return i
		}
	}
	return len(text)
}

func (s *scanner) blanks() {
	for s.at < len(s.all) {
		switch s.all[s.at] {
		case ' ', '\t', '\r', '\n':
			s.at++
		default:
			return
		}
	}
}

func (s *scanner) take(c byte) bool {
	if s.at < len(s.all) && s.all[s.at] == c {
		s.at++
		return true
	}
	return false
}

// unescape is a text with its entities and line ends read; ok is false where it has an entity that
// XML itself does not know, or a character that must not stand in XML.
func unescape(text string) (said string, ok bool) {
	if strings.IndexByte(text, '&') < 0 {
		return newlines(text), sound(text)
	}
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, "&")
		if !sound(before) {
			return "", false
		}
		b.WriteString(newlines(before))
		if !found {
			return b.String(), true
		}
		entity, rest, closed := strings.Cut(after, ";")
		r, known := entityOf(entity)
		if !closed || !known {
			return "", false
		}
		b.WriteRune(r)
		text = rest
	}
}

// entityOf is the character that stands between & and ;.
func entityOf(entity string) (rune, bool) {
	switch entity {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "apos":
		return '\'', true
	case "quot":
		return '"', true
	}
	digits, numeric := strings.CutPrefix(entity, "#")
	if !numeric || digits == "" {
		return 0, false
	}
	base := 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n > utf8.MaxRune {
		return 0, false
	}
	r := rune(n)
	if !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	return r, permitted(r)
}

// newlines is a text in which each line ends with \n, as XML has it.
func newlines(text string) string {
	if strings.IndexByte(text, '\r') < 0 {
		return text
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// sound reports whether all characters of a text may stand in XML.
func sound(text string) bool {
	if !utf8.ValidString(text) {
		return false
	}
	for i := 0; i < len(text); i++ {
		if c := text[i]; c < ' ' && c != '\t' && c != '\n' && c != '\r' {
			return false
		}
	}
	// The two characters at the end of the first plane, which are none.
	return !strings.Contains(text, "\uFFFE") && !strings.Contains(text, "\uFFFF")
}

func permitted(r rune) bool { return sound(string(r)) }
