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
