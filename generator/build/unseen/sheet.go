package unseen

import "strings"

// block is what stands between braces: of a rule its declarations, of an at-rule other rules.
type block struct {
	frame        string // the selector that names a frame of a page, "" for one of something else
	at           bool   // @media and the like, whose rules are those of what it stands in
	declarations map[string]string
	written      []string // the names of the declarations, in order
}

// Sheet gives the first rule of a style sheet that hides whole pages, as
// body{display:none}; "" where there is none.
func Sheet(css string) string {
	blocks := []block{{at: true}}
	var said strings.Builder // since the last mark, without comments
	parens := 0              // a semicolon in url(data:…;base64,…) ends nothing
	for i := 0; i < len(css); i++ {
		switch c := css[i]; {
		case strings.HasPrefix(css[i:], "/*"):
			end := strings.Index(css[i+2:], "*/")
			if end < 0 {
				return ""
			}
			said.WriteByte(' ')
			i += end + 3
		case c == '\\' && i+1 < len(css):
			said.WriteString(css[i : i+2])
			i++
		case c == '"' || c == '\'':
			end := stringEnd(css, i)
			said.WriteString(css[i:end])
			i = end - 1
		case c == '(':
			parens++
			said.WriteByte(c)
		case c == ')':
			parens = max(0, parens-1)
			said.WriteByte(c)
		case parens > 0 || c != '{' && c != ';' && c != '}':
			said.WriteByte(c)
		default:
			top := &blocks[len(blocks)-1]
			words := strings.TrimSpace(said.String())
			said.Reset()
			if c == '{' {
				blocks = append(blocks, top.within(words))
				continue
			}
			top.declare(words)
			if c == '}' && len(blocks) > 1 {
				if found := top.hides(); found != "" {
					return found
				}
				blocks = blocks[:len(blocks)-1]
			}
		}
	}
	top := &blocks[len(blocks)-1] // a browser closes what is left open
	top.declare(strings.TrimSpace(said.String()))
	return top.hides()
}

// stringEnd is where the string ends that begins at i.
func stringEnd(css string, i int) int {
	for j := i + 1; j < len(css); j++ {
		switch css[j] {
		case '\\':
			j++
		case css[i], '\n':
			return j + 1
		}
	}
	return len(css)
}

// within is the block that begins with words in another one.
func (b *block) within(words string) block {
	lower := strings.ToLower(words)
	switch {
	case strings.HasPrefix(lower, "@") && strings.Contains(lower, "keyframes"), strings.HasPrefix(lower, "@starting-style"):
		return block{} // of a moment
	case strings.HasPrefix(lower, "@"):
		return block{frame: b.frame, at: b.at}
	case !b.at && b.frame == "": // .box { main {} }
		return block{}
	}
	for _, selector := range selectors(lower) {
		if namesFrames(selector) {
			return block{frame: strings.TrimSpace(selector)}
		}
	}
	return block{}
}

// selectors parts a list of selectors, but for :not(main, nav) and [title="a,b"].
func selectors(list string) []string {
	var all []string
	start, depth := 0, 0
	for i, c := range list {
		switch c {
		case '(', '[':
			depth++
		case ')', ']':
			depth--
		case ',':
			if depth == 0 {
				all = append(all, list[start:i])
				start = i + 1
			}
		}
	}
	return append(all, list[start:])
}

// namesFrames reports whether a selector names nothing but frames: body, html > body,
// body *, & main.
func namesFrames(selector string) bool {
	parts := strings.FieldsFunc(selector, func(r rune) bool { return strings.ContainsRune(" \t\r\n\f>+~", r) })
	for _, part := range parts {
		if !frames[strings.TrimPrefix(part, "&")] && part != "&" {
			return false
		}
	}
	return len(parts) > 0
}

// declare notes a declaration, display: none. The last of a name holds.
func (b *block) declare(words string) {
	name, value, found := strings.Cut(words, ":")
	if !found || b.frame == "" {
		return
	}
	name = strings.ToLower(strings.TrimSpace(name))
	value = strings.Join(strings.Fields(strings.ToLower(value)), " ")
	value = strings.TrimSpace(strings.TrimSuffix(strings.ReplaceAll(value, "! important", "!important"), "!important"))
	if b.declarations == nil {
		b.declarations = map[string]string{}
	}
	if _, again := b.declarations[name]; !again {
		b.written = append(b.written, name)
	}
	b.declarations[name] = value
}
