// Package settings reads the TOML files that staff write: those that say what the
// portal is, a body's body.toml, a report's <year>.toml and the lists of
// indicators, terms, phrases and words.
//
// Reading is strict: an unknown key, a value of the wrong type or a missing
// required key is a finding in plain Chinese that names the file, the line and
// the column (in characters), never silently ignored and never an English
// message of the library underneath. What a file may hold is said by the Go
// type it is read into, through struct tags:
//
//	Name string `toml:"name" need:"true" zh:"名称"`
//
// toml gives the key, need says that it must be there, zh is how staff call
// it, eg is a value that messages show, and one lists the only values that the key may
// have: one:"draft confirmed". Fields may be strings, bools, ints, Number, lists of strings, structs
// (tables), lists of structs ([[name]] tables), and pointers to strings and
// bools, which stay nil when the key is absent.
package settings

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"

	"mingfa/generator/report"
	"mingfa/generator/report/rule"
)

// Read reads raw, the bytes of the file at path, into the struct that into
// points to. After bad-toml and wrong-type findings the struct is left as it
// was; after the other two it holds what could be read. The document says where
// each key and value stands, for findings about them. It is never nil.
func Read(path string, raw []byte, into any) (*Document, []report.Finding) {
	target := reflect.ValueOf(into)
	if target.Kind() != reflect.Pointer || target.Elem().Kind() != reflect.Struct {
		panic("settings: into must point to a struct")
	}
	doc := newDocument(path, raw)
	if f, bad := badEncoding(doc, raw); bad {
		return doc, []report.Finding{f}
	}
	var whole toml.Primitive // parsed once, decoded twice
	meta, err := toml.Decode(doc.src.Text, &whole)
	if err != nil {
		return doc, []report.Finding{syntaxFinding(doc, err, target.Elem().Type())}
	}
	tree := map[string]any{}
	if err := meta.PrimitiveDecode(whole, &tree); err != nil {
		return doc, []report.Finding{decodeFinding(doc, err)}
	}
	doc.places = sync.OnceValue(func() map[string]place { return scan(doc.src.Text) })
	c := checker{doc: doc, root: target.Elem().Type()}
	c.table(nil, tree, target.Elem().Type())
	if c.mistyped {
		return doc, c.findings
	}
	// A fresh value, so that nothing of a failed decoding reaches the caller.
	fresh := reflect.New(target.Elem().Type())
	fresh.Elem().Set(target.Elem())
	if err := meta.PrimitiveDecode(whole, fresh.Interface()); err != nil {
		return doc, append(c.findings, decodeFinding(doc, err))
	}
	target.Elem().Set(fresh.Elem())
	return doc, c.findings
}

// decodeFinding is for what only the library's own decoding notices, such as a
// number that is too large for its field.
func decodeFinding(doc *Document, err error) report.Finding {
	var parse toml.ParseError
	at := report.Span{}
	if errors.As(err, &parse) {
		at = doc.clip(parse.Position.Start, parse.Position.Len)
	}
	return doc.at(at, rule.WrongType, report.Error, "这一处的值超出了能读取的范围", "请改成普通大小的数字或一行以内的文字。")
}

// typeName is what staff call a type.
func typeName(t reflect.Type) string {
	switch {
	case t == numberType:
		return "数字"
	case t.Kind() == reflect.Pointer:
		return typeName(t.Elem())
	case t.Kind() == reflect.String:
		return "文字"
	case t.Kind() == reflect.Bool:
		return " true 或 false"
	case t.Kind() == reflect.Int:
		return "整数"
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Struct:
		return "一组 [[…]] 表"
	case t.Kind() == reflect.Slice:
		return "方括号列出的几段文字"
	case t.Kind() == reflect.Struct:
		return "一个 […] 表"
	}
	panic(fmt.Sprintf("settings: no way to read a %s", t))
}

// fieldOf is a field of a struct that a key is read into.
type fieldOf struct {
	key, zh string
	need    bool
	typ     reflect.Type
	oneOf   []string // the only values that it may have; nil for any
	eg      string   // one of those that it may have
}

// readFields reads the tags of a struct.
func readFields(t reflect.Type) []fieldOf {
	var fields []fieldOf
	for f := range t.Fields() {
		key, _, _ := strings.Cut(f.Tag.Get("toml"), ",")
		if key == "-" || key == "" {
			continue
		}
		fields = append(fields, fieldOf{key, f.Tag.Get("zh"), f.Tag.Get("need") == "true", f.Type,
			strings.Fields(f.Tag.Get("one")), f.Tag.Get("eg")})
	}
	return fields
}

// Tree reads a file of which no type says what it may hold, such as hugo.toml, as
// carefully as Read does: what would cost the library far more than the file is
// long is a finding. The names are as they are written.
func Tree(path string, raw []byte) (map[string]any, []report.Finding) {
	doc := newDocument(path, raw)
	if f, bad := badEncoding(doc, raw); bad {
		return nil, []report.Finding{f}
	}
	tree := map[string]any{}
	if _, err := toml.Decode(doc.src.Text, &tree); err != nil {
		return nil, []report.Finding{syntaxFinding(doc, err, nil)}
	}
	return tree, nil
}
