package site

import (
	"reflect"
	"strconv"
	"testing"
	"unsafe"

	"mingfa/generator/report/pack"
)

// fill gives every field below v a value of its own, lists and maps one of two.
func fill(v reflect.Value, n *int) {
	*n++
	if v.CanAddr() { // also where it is not exported
		v = reflect.NewAt(v.Type(), unsafe.Pointer(v.UnsafeAddr())).Elem()
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString("v" + strconv.Itoa(*n))
	case reflect.Int:
		v.SetInt(int64(*n))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), n)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range 2 {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			fill(key, n)
			fill(value, n)
			v.SetMapIndex(key, value)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), n)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), n)
		}
	default:
		panic("no value for " + v.Type().String())
	}
}

// TestPackSummary: every field comes back, also one that is added later; only the history, which
// is the releases', does not.
func TestPackSummary(t *testing.T) {
	var want Summary
	n := 0
	fill(reflect.ValueOf(&want).Elem(), &n)
	want.history = History{}
	for _, want := range []Summary{want, {}, {promised: []promiseCount{}, then: map[string]*beforeItem{}}} {
		var p pack.Packer
		want.Pack(&p)
		var got Summary
		r := pack.Reader(string(p.Data))
		got.Pack(r)
		if !r.Whole() || !reflect.DeepEqual(got, want) {
			t.Errorf("read %+v, written %+v", got, want)
		}
	}
}
