package site

import (
	"strconv"

	"mingfa/generator/escape"
)

// object writes JSON without reflection: front matter is most of what is
// written, once for every report. Keys are the contract with the templates and
// come in the order of the calls.
type object struct {
	b     []byte
	fresh bool // nothing yet in the innermost object or array
}

func (o *object) sep() {
	if !o.fresh && len(o.b) > 0 {
		o.b = append(o.b, ',')
	}
	o.fresh = false
}

// key begins a member.
func (o *object) key(k string) {
	o.sep()
	o.b = append(o.b, '"')
	o.b = append(o.b, k...)
	o.b = append(o.b, '"', ':')
}

func (o *object) open(c byte)  { o.b = append(o.b, c); o.fresh = true }
func (o *object) close(c byte) { o.b = append(o.b, c); o.fresh = false }

// object writes a member that is an object, array one that is an array.
func (o *object) object(k string, fill func()) { o.key(k); o.open('{'); fill(); o.close('}') }
func (o *object) array(k string, fill func())  { o.key(k); o.open('['); fill(); o.close(']') }

// item writes an object into an array.
func (o *object) item(fill func()) { o.sep(); o.open('{'); fill(); o.close('}') }

func (o *object) text(k, v string) { o.key(k); o.b = appendString(o.b, v) }

// optional writes a text that is not empty.
func (o *object) optional(k, v string) {
	if v != "" {
		o.text(k, v)
	}
}

func (o *object) number(k string, v int) { o.key(k); o.b = strconv.AppendInt(o.b, int64(v), 10) }
func (o *object) flag(k string, v bool)  { o.key(k); o.b = strconv.AppendBool(o.b, v) }

// plain writes a text that fill appends: one of the generator's own, of ASCII
// that stands in JSON as itself.
func (o *object) plain(k string, fill func(b []byte) []byte) {
	o.key(k)
	o.b = append(fill(append(o.b, '"')), '"')
}

// document writes a whole JSON object and a final line feed.
func document(size int, fill func(o *object)) []byte {
	return appendDocument(make([]byte, 0, size), fill)
}

// appendDocument appends one to b.
func appendDocument(b []byte, fill func(o *object)) []byte {
	o := &object{b: b}
	o.open('{')
	fill(o)
	o.close('}')
	return append(o.b, '\n')
}

func appendString(b []byte, s string) []byte { return escape.JSON(b, s) }
