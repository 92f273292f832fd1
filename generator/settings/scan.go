package settings

import (
	"strconv"
	"strings"

	"mingfa/generator/report"
)

// scan says where the keys and values of a text stand. The text has been read
// by the library, which keeps no usable positions, so it is known to be valid
// TOML: scan only has to find its way, not to judge.
func scan(text string) map[string]place {
	s := scanner{text: text, places: map[string]place{}, lists: map[string]int{}}
	for s.skipBlank(); s.pos < len(s.text); s.skipBlank() {
		start := s.pos
		switch {
		case strings.HasPrefix(s.text[s.pos:], "[["):
			s.pos += 2
			s.table = s.enter(nil, s.keyParts(), true)
			s.pos = min(s.pos+2, len(s.text))
			s.note(s.table, report.Span{Start: start, End: s.pos}, report.Span{Start: start, End: s.pos})
		case s.text[s.pos] == '[':
			s.pos++
			s.table = s.enter(nil, s.keyParts(), false)
			s.pos = min(s.pos+1, len(s.text))
			s.note(s.table, report.Span{Start: start, End: s.pos}, report.Span{Start: start, End: s.pos})
		default:
			s.keyValue(s.table)
		}
		if s.pos == start { // not TOML after all: never stand still
			s.pos++
		}
	}
	return s.places
}

type scanner struct {
	text   string
	pos    int
	table  []any // path of the table that key-values belong to
	places map[string]place
	lists  map[string]int // elements so far of each list of tables
}

// enter is the path that a table's name leads to from a table: a name that is
// a list of tables means its last element, or a new one if last is list.
func (s *scanner) enter(from []any, names []string, list bool) []any {
	path := append([]any(nil), from...)
	for i, name := range names {
		path = append(path, name)
		key := pathKey(path)
		n, isList := s.lists[key]
		if list && i == len(names)-1 {
			s.lists[key] = n + 1
			path = append(path, n)
		} else if isList {
			path = append(path, n-1)
		}
	}
	return path
}

func (s *scanner) keyValue(table []any) {
	start := s.pos
	names := s.keyParts()
	end := s.pos
	for end > start && (s.text[end-1] == ' ' || s.text[end-1] == '\t') {
		end--
	}
	path := s.enter(table, names, false)
	if s.pos < len(s.text) && s.text[s.pos] == '=' {
		s.pos++
	}
	s.skipSpace()
	from := s.pos
	s.value(path)
	s.note(path, report.Span{Start: start, End: end}, report.Span{Start: from, End: s.pos})
}

// note says where a key and its value stand. The tables that only a member
// names, as in a.b = 1, stand where the first of them does.
func (s *scanner) note(path []any, key, value report.Span) {
	s.places[pathKey(path)] = place{key, value}
	for n := len(path) - 1; n > 0; n-- {
		above := pathKey(path[:n])
		if _, ok := s.places[above]; ok {
			return
		}
		s.places[above] = place{key, key}
	}
}

// keyParts reads a key up to its = or ].
func (s *scanner) keyParts() []string {
	var parts []string
	for s.pos < len(s.text) {
		s.skipSpace()
		start := s.pos
		switch {
		case s.pos == len(s.text):
		case s.text[s.pos] == '"' || s.text[s.pos] == '\'':
			s.quoted()
			parts = append(parts, unquote(s.text[start:s.pos]))
		default:
			for s.pos < len(s.text) && !strings.ContainsRune(".=] \t\r\n", rune(s.text[s.pos])) {
				s.pos++
			}
			parts = append(parts, s.text[start:s.pos])
		}
		s.skipSpace()
		if s.pos == len(s.text) || s.text[s.pos] != '.' {
			break
		}
		s.pos++
	}
	return parts
}

// value passes over a value and notes the elements within it.
func (s *scanner) value(path []any) {
	if s.pos == len(s.text) {
		return
	}
	switch s.text[s.pos] {
	case '"', '\'':
		s.quoted()
	case '[':
		s.pos++
		s.skipItems()
		for n := 0; s.pos < len(s.text) && s.text[s.pos] != ']'; n++ {
			start, element := s.pos, append(path[:len(path):len(path)], n)
			s.value(element)
			sp := report.Span{Start: start, End: s.pos}
			s.places[pathKey(element)] = place{sp, sp}
			if s.pos == start {
				s.pos++
			}
			s.skipItems()
		}
		s.pos = min(s.pos+1, len(s.text))
	case '{':
		s.pos++
		s.skipItems()
		for s.pos < len(s.text) && s.text[s.pos] != '}' {
			start := s.pos
			s.keyValue(path)
			if s.pos == start {
				s.pos++
			}
			s.skipItems()
		}
		s.pos = min(s.pos+1, len(s.text))
	default:
		start := s.pos
		for s.pos < len(s.text) && !strings.ContainsRune(",]}#\r\n", rune(s.text[s.pos])) {
			s.pos++
		}
		s.pos = start + len(strings.TrimRight(s.text[start:s.pos], " \t"))
	}
}

// quoted passes over a string of any of the four kinds.
func (s *scanner) quoted() {
	quote := s.text[s.pos : s.pos+1]
	escapes := quote == `"`
	if strings.HasPrefix(s.text[s.pos:], strings.Repeat(quote, 3)) {
		quote = strings.Repeat(quote, 3)
	}
	s.pos += len(quote)
	for s.pos < len(s.text) {
		switch {
		case escapes && s.text[s.pos] == '\\':
			s.pos = min(s.pos+2, len(s.text))
		case strings.HasPrefix(s.text[s.pos:], quote):
			s.pos += len(quote)
			// A string of several lines may end in quotes of its own.
			for len(quote) == 3 && s.pos < len(s.text) && s.text[s.pos] == quote[0] {
				s.pos++
			}
			return
		default:
			s.pos++
		}
	}
}

func (s *scanner) skipSpace() { s.skip(" \t") }

// skipBlank passes over white space, line breaks and comments.
func (s *scanner) skipBlank() { s.skip(" \t\r\n") }

// skipItems is skipBlank, and the commas between elements.
func (s *scanner) skipItems() { s.skip(" \t\r\n,") }

func (s *scanner) skip(blank string) {
	comments := strings.ContainsRune(blank, '\n')
	for s.pos < len(s.text) {
		c := s.text[s.pos]
		if comments && c == '#' {
			for s.pos < len(s.text) && s.text[s.pos] != '\n' {
				s.pos++
			}
			continue
		}
		if !strings.ContainsRune(blank, rune(c)) {
			return
		}
		s.pos++
	}
}

// unquote is the key that a quoted key stands for.
func unquote(s string) string {
	if s[0] == '"' {
		if u, err := strconv.Unquote(s); err == nil {
			return u
		}
	}
	return strings.Trim(s, s[:1])
}
