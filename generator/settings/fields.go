package settings

import (
	"reflect"
	"strings"
	"sync"
)

// fieldLists holds the fields of the structs that were read into, which are
// few: files of one kind and their tables are read into the same ones.
var fieldLists sync.Map // from reflect.Type to []fieldOf

// fieldsOf is the fields of a struct, in its order.
func fieldsOf(t reflect.Type) []fieldOf {
	fields, known := fieldLists.Load(t)
	if !known {
		fields, _ = fieldLists.LoadOrStore(t, readFields(t))
	}
	return fields.([]fieldOf)
}

// tableBelow is the struct that the tables of a field are read into; nil for a field of
// another kind.
func (f *fieldOf) tableBelow() reflect.Type {
	t := f.typ
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	return t
}

// fieldNamed is the field of a struct that a key is read into.
func fieldNamed(t reflect.Type, key string) (fieldOf, bool) {
	if t != nil {
		for _, f := range fieldsOf(t) {
			if f.key == key {
				return f, true
			}
		}
	}
	return fieldOf{}, false
}

// homesOf are the tables of a file that have a key, as their headers are written:
// [disclosure], [[figure]]; "" for the file itself.
func homesOf(root reflect.Type, key string) []string {
	var homes []string
	var look func(t reflect.Type, name, header string)
	look = func(t reflect.Type, name, header string) {
		for _, f := range fieldsOf(t) {
			if f.key == key {
				homes = append(homes, header)
			}
		}
		for _, f := range fieldsOf(t) {
			if below := f.tableBelow(); below != nil {
				path := strings.TrimPrefix(name+"."+f.key, ".")
				look(below, path, f.header(path))
			}
		}
	}
	look(root, "", "")
	return homes
}

// header is how the header of a field's table is written, whose path is given.
func (f *fieldOf) header(path string) string {
	if plain(f.typ).Kind() == reflect.Slice {
		return "[[" + path + "]]"
	}
	return "[" + path + "]"
}

// tableAt is the struct that the keys of a line are read into, by the header above it;
// nil where that is none of the file's.
func tableAt(doc *Document, line int, root reflect.Type) reflect.Type {
	for n := line - 1; n > 0 && root != nil; n-- {
		text := strings.TrimSpace(doc.src.Slice(doc.src.LineSpan(n)))
		if !strings.HasPrefix(text, "[") {
			continue
		}
		name, _, _ := strings.Cut(strings.TrimLeft(text, "[ "), "]")
		t := root
		for part := range strings.SplitSeq(name, ".") {
			f, ok := fieldNamed(t, strings.Trim(part, ` "'`))
			if !ok {
				return nil
			}
			if t = f.tableBelow(); t == nil {
				return nil
			}
		}
		return t
	}
	return root
}
