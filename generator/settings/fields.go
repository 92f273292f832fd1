package settings

import (
	"reflect"
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

// allFields is the fields of a struct and of those below it.
func allFields(t reflect.Type) []fieldOf {
	var all []fieldOf
	for _, f := range fieldsOf(t) {
		all = append(all, f)
		below := f.typ
		for below.Kind() == reflect.Pointer || below.Kind() == reflect.Slice {
			below = below.Elem()
		}
		if below.Kind() == reflect.Struct {
			all = append(all, allFields(below)...)
		}
	}
	return all
}
