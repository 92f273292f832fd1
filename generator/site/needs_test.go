package site

import (
	"reflect"
	"strings"
	"testing"
	"unsafe"
)

// leaves visits every value below v that is a text, a number or a flag, by its name.
func leaves(v reflect.Value, name string, visit func(v reflect.Value, name string)) {
	if v.CanAddr() { // also where it is not exported
		v = reflect.NewAt(v.Type(), unsafe.Pointer(v.UnsafeAddr())).Elem()
	}
	switch v.Kind() {
	case reflect.Pointer:
		leaves(v.Elem(), name, visit)
	case reflect.Slice:
		for i := range v.Len() {
			leaves(v.Index(i), name, visit)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			leaves(v.MapIndex(key), name, visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			leaves(v.Field(i), name+"."+v.Type().Field(i).Name, visit)
		}
	default:
		visit(v, name)
	}
}

// TestSum: whatever a page over many reports may show, also what is added to it later, is in the
// sum of what it is made from.
func TestSum(t *testing.T) {
	w := &Whole{}
	n := 0
	for _, part := range []any{&w.Site, &w.Bodies, &w.Reports, &w.Gone} {
		fill(reflect.ValueOf(part).Elem(), &n)
	}
	same, seen := w.sum(), 0
	if w.sum() != same {
		t.Fatal("the sum of the same is another")
	}
	check := func(v reflect.Value, name string) {
		if strings.Contains(name, ".Passages.At.") { // where a passage stands is known only while it is found
			return
		}
		was := reflect.New(v.Type()).Elem()
		was.Set(v)
		switch v.Kind() {
		case reflect.String:
			v.SetString(v.String() + "x")
		case reflect.Int:
			v.SetInt(v.Int() + 1)
		case reflect.Bool:
			v.SetBool(!v.Bool())
		default:
			t.Fatalf("%s is a %s", name, v.Kind())
		}
		if w.sum() == same {
			t.Errorf("%s is not in the sum", name)
		}
		v.Set(was)
		seen++
	}
	for _, part := range []any{&w.Site, &w.Bodies, &w.Reports, &w.Gone} {
		v := reflect.ValueOf(part).Elem()
		leaves(v, v.Type().String(), check)
	}
	if seen < 200 {
		t.Errorf("only %d values were tried", seen)
	}
}
