package settings

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"mingfa/generator/report"
)

// Document is a TOML file and where its keys and values stand.
type Document struct {
	src    *report.Source
	places func() map[string]place // found when first asked for: most files are in order
}

// place is where a key and its value stand. For a table both are its header.
type place struct{ key, value report.Span }

func newDocument(path string, raw []byte) *Document {
	text := strings.TrimPrefix(string(raw), "\ufeff")
	none := func() map[string]place { return nil }
	return &Document{report.NewSource(path, strings.ToValidUTF8(text, "\uFFFD")), none}
}

// KeyAt is a finding about a key or a table header. The path leads to it: keys
// as strings, and the number of an element of a list from 0 as an int, as in
// KeyAt(…, "figure", 2, "value"). When nothing stands there it is about the
// nearest table around it, in the end about the whole file.
func (d *Document) KeyAt(rule string, severity report.Severity, message, suggestion string, path ...any) report.Finding {
	return d.at(d.place(path).key, rule, severity, message, suggestion)
}

// ValueAt is KeyAt about the key's value.
func (d *Document) ValueAt(rule string, severity report.Severity, message, suggestion string, path ...any) report.Finding {
	return d.at(d.place(path).value, rule, severity, message, suggestion)
}

// Line is the line of a key or a table header, 0 when there is none.
func (d *Document) Line(path ...any) int {
	sp := d.place(path).key
	if sp.Len() == 0 {
		return 0
	}
	return d.src.Line(sp.Start)
}

func (d *Document) place(path []any) place {
	places := d.places()
	for n := len(path); n > 0; n-- {
		if p, ok := places[pathKey(path[:n])]; ok {
			return p
		}
	}
	return place{}
}

// at is a finding about the words at sp; about the whole file when sp is empty.
func (d *Document) at(sp report.Span, rule string, severity report.Severity, message, suggestion string) report.Finding {
	if sp.Len() == 0 {
		return report.Finding{Rule: rule, Severity: severity, Message: message, Suggestion: suggestion, File: d.src.Path}
	}
	// Of words on several lines the first line is quoted.
	if line := d.src.LineSpan(d.src.Line(sp.Start)); line.End > sp.Start {
		sp.End = min(sp.End, line.End)
	}
	f := d.src.FindingAt(sp, rule, severity, message, suggestion)
	f.Span = report.Span{} // it is a place in the report's text, which this is not
	return f
}

// clip makes a span of the text of a byte offset and a length that the library
// gives: whole characters, within one line, not empty unless the text is.
func (d *Document) clip(start, length int) report.Span {
	text := d.src.Text
	start = max(0, min(start, len(text)-1))
	for start > 0 && (!utf8.RuneStart(text[start]) || text[start] == '\n' || text[start] == '\r') {
		start--
	}
	line := d.src.LineSpan(d.src.Line(start))
	end := max(start, min(start+max(length, 1), line.End))
	for end < line.End && !utf8.RuneStart(text[end]) {
		end++
	}
	return report.Span{Start: start, End: end}
}

// pathKey is a path as a map key.
func pathKey(path []any) string {
	var b []byte
	for _, p := range path {
		switch p := p.(type) {
		case string:
			b = strconv.AppendQuote(b, p)
		case int:
			b = strconv.AppendInt(b, int64(p), 10)
		default:
			panic(fmt.Sprintf("settings: a path holds strings and ints, not %T", p))
		}
		b = append(b, '.')
	}
	return string(b)
}

// inOrder sorts keys of the table at path as the file has them.
func (d *Document) inOrder(path []any, keys []string) []string {
	slices.Sort(keys)
	slices.SortStableFunc(keys, func(a, b string) int {
		return d.start(with(path, a)) - d.start(with(path, b))
	})
	return keys
}

// start is where a key stands.
func (d *Document) start(path []any) int { return d.places()[pathKey(path)].key.Start }
