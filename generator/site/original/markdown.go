package original

import (
	"bytes"
	"strings"
)

// cleanMarkdown is Markdown without its comments and the settings at its head, byte
// for byte else; ok is false where something may be left in it that is not shown.
func cleanMarkdown(raw []byte) (cleaned []byte, ok bool) {
	cleaned = withoutComments(withoutSettings(raw))
	for _, mark := range hiding {
		if bytes.Contains(cleaned, []byte(mark)) {
			return nil, false
		}
	}
	for i, c := range cleaned { // <br> may stand, no other element: its attributes are not shown
		if c != '<' || i+1 == len(cleaned) {
			continue
		}
		tag := strings.ToLower(string(cleaned[i:min(i+6, len(cleaned))]))
		isBreak := strings.HasPrefix(tag, "<br>") || strings.HasPrefix(tag, "<br/>") || tag == "<br />"
		if next := cleaned[i+1] | 0x20; !isBreak && (next >= 'a' && next <= 'z' || strings.IndexByte("/!?", cleaned[i+1]) >= 0) {
			return nil, false
		}
	}
	return cleaned, true
}

// hiding are the marks of what Markdown does not show all of: where a picture and a
// link lead to and what they are called, a definition of a link, the language of a
// block of code.
var hiding = [...]string{"![", "](", "]:", "```", "~~~"}

// withoutComments is a text without what stands in <!-- -->; one that does not end
// goes on to the end of the text.
func withoutComments(text []byte) []byte {
	out := make([]byte, 0, len(text))
	for {
		start := bytes.Index(text, []byte("<!--"))
		if start < 0 {
			return append(out, text...)
		}
		out = append(out, text[:start]...)
		rest := text[start+len("<!--"):]
		end := bytes.Index(rest, []byte("-->"))
		if end < 0 {
			return out
		}
		text = rest[end+len("-->"):]
	}
}

// withoutSettings is a text without the settings between lines of --- that some
// programs keep at its head.
func withoutSettings(text []byte) []byte {
	isLine := func(line []byte, marks ...string) bool {
		s := string(bytes.TrimRight(line, "\r\n "))
		for _, m := range marks {
			if s == m {
				return true
			}
		}
		return false
	}
	first, rest, _ := bytes.Cut(bytes.TrimPrefix(text, []byte("\xEF\xBB\xBF")), []byte("\n"))
	if !isLine(first, "---") {
		return text
	}
	for len(rest) > 0 {
		var line []byte
		line, rest, _ = bytes.Cut(rest, []byte("\n"))
		if isLine(line, "---", "...") {
			return rest
		}
	}
	return text
}
