package settings

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"mingfa/generator/report"
)

// fieldOn is the field whose line a place is on, by the key before the equals sign and
// the header above; false where the line has no key of the file's.
func fieldOn(doc *Document, at int, root reflect.Type) (fieldOf, bool) {
	if root == nil {
		return fieldOf{}, false
	}
	line := doc.src.Line(at)
	text := strings.TrimSpace(doc.src.Slice(doc.src.LineSpan(line)))
	if strings.HasPrefix(text, "[") {
		name, _, _ := strings.Cut(strings.TrimLeft(text, "[ "), "]")
		return fieldNamed(root, strings.Trim(name, ` "'`))
	}
	m := keyAndValue.FindStringSubmatch(text)
	if m == nil {
		return fieldOf{}, false
	}
	return fieldNamed(tableAt(doc, line, root), m[1])
}

// keyAndValue is a line that has a key, whatever stands between it and its value.
var keyAndValue = regexp.MustCompile(`^["']?([A-Za-z_][A-Za-z0-9_-]*)["']?(?:[\s\x{3000}]*[=:＝：]+|[\s\x{3000}]+)[\s\x{3000}]*(.*)$`)

// fieldCalled is the first field that staff call so, in a table and those below it.
func fieldCalled(t reflect.Type, zh string) (fieldOf, bool) {
	if t == nil {
		return fieldOf{}, false
	}
	for _, f := range fieldsOf(t) {
		if f.zh == zh {
			return f, true
		}
		if below := f.tableBelow(); below != nil {
			if f, ok := fieldCalled(below, zh); ok {
				return f, true
			}
		}
	}
	return fieldOf{}, false
}

// writtenOn is what stands behind the equals sign on the line of a place, without a
// comment.
func writtenOn(doc *Document, at int) string {
	text := doc.src.Slice(doc.src.LineSpan(doc.src.Line(at)))
	var value string
	if m := keyAndValue.FindStringSubmatch(strings.TrimSpace(text)); m != nil {
		value = m[2]
	} else {
		_, value, _ = strings.Cut(text, "=") // behind a key in Chinese
	}
	value, _, _ = strings.Cut(value, " #")
	return strings.TrimSpace(value)
}

// inPlaceOf is the line for a field in the place of what was written, or an example.
func (f *fieldOf) inPlaceOf(written string) string {
	if line := remedyFor(*f, written); line != "" {
		return line
	}
	return example(*f)
}

// slip is what is to be said of a line that TOML cannot read, where the kind of its field
// tells what was meant: hide = True, value = 25.63万元, [figure] for the second time.
func (f *fieldOf) slip(doc *Document, at report.Span, english string) (message, suggestion string, ok bool) {
	t := plain(f.typ)
	written := writtenOn(doc, at.Start)
	line := remedyFor(*f, written)
	if strings.Contains(english, "has already been defined") {
		message, suggestion = f.again(doc, at)
		return message, suggestion, true
	}
	if text := doc.src.Slice(doc.src.LineSpan(doc.src.Line(at.Start))); strings.Count(text, "=") != 1 || strings.HasPrefix(written, `"`) || strings.HasPrefix(written, "'") || line == "" {
		return "", "", false // what is wrong is not the value
	}
	switch {
	case strings.HasPrefix(written, "[") && !strings.Contains(written, "]"):
		return unclosed(f.key), "请补上英文的 ]，写成：" + line, true
	case t.Kind() == reflect.Bool:
		return fmt.Sprintf("%s只能写小写的 true 或 false", strings.TrimLeft(title(*f), " ")), "请写成：" + line, true
	case t == numberType, t.Kind() == reflect.Int:
		return fmt.Sprintf("%s只写数字，不带逗号、单位和别的字", strings.TrimLeft(title(*f), " ")), "请写成：" + line, true
	case t.Kind() == reflect.String:
		return fmt.Sprintf("值“%s”没有加引号", unquoted(written)), "请用英文引号把值括起来：" + line, true
	case t.Kind() == reflect.Slice:
		return "方括号里的各项都要加英文引号，各项之间用英文逗号隔开", "请写成：" + line, true
	}
	return "", "", false
}

// again tells of a key or a table that stands twice.
func (f *fieldOf) again(doc *Document, at report.Span) (message, suggestion string) {
	n := doc.src.Line(at.Start)
	if strings.HasPrefix(strings.TrimSpace(doc.src.Slice(doc.src.LineSpan(n))), "[") {
		if t := plain(f.typ); t.Kind() == reflect.Slice {
			return fmt.Sprintf("“%s”可以有好几段，每一段的开头都要写两层方括号", f.key), "请写成：[[" + f.key + "]]"
		}
		return fmt.Sprintf("[%s] 这一段写了两次", f.key), "请把两段合成一段，只留一个 [" + f.key + "]。"
	}
	for first := n - 1; first > 0; first-- {
		text := strings.TrimSpace(doc.src.Slice(doc.src.LineSpan(first)))
		if m := keyAndValue.FindStringSubmatch(text); m != nil && m[1] == f.key {
			return fmt.Sprintf("“%s”写了两次，第 %d 行已经有了", f.key, first), "请只留一处。"
		}
	}
	return fmt.Sprintf("“%s”写了两次", f.key), "请只留一处。"
}

func unclosed(key string) string { return key + " 的方括号没有配对：到行末还没有 ]" }

// openList is a list above a place that nothing closes, where the place is the line of the
// next key or table: the library notices it only there. It is the end of its last line.
func openList(doc *Document, at int) (last report.Span, key string, ok bool) {
	n := doc.src.Line(at)
	if next := strings.TrimSpace(doc.src.Slice(doc.src.LineSpan(n))); !(keyAndValue.MatchString(next) && strings.Contains(next, "=")) && !strings.HasPrefix(next, "[") {
		return report.Span{}, "", false
	}
	for n--; n > 0; n-- {
		sp := doc.src.LineSpan(n)
		text := strings.TrimSpace(doc.src.Slice(sp))
		if text == "" || text[0] == '#' {
			continue
		}
		if last.Len() == 0 {
			last = sp
		}
		if m := keyAndValue.FindStringSubmatch(text); m != nil {
			return last, m[1], strings.HasPrefix(m[2], "[") && !strings.Contains(m[2], "]")
		}
		if strings.HasPrefix(text, "]") { // a list of several lines, which is closed
			break
		}
	}
	return report.Span{}, "", false
}
