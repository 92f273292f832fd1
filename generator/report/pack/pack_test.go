package pack

import (
	"math"
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

// thing has a field of each kind.
type thing struct {
	text   string
	n      int
	sum    uint64
	set    bool
	list   []thing
	texts  []string
	always string
}

func (v *thing) pack(p *Packer) {
	p.Text(&v.text)
	p.Int(&v.n)
	p.Fixed(&v.sum)
	p.Flag(&v.set)
	List(p, &v.list, func(v *thing) { v.pack(p) })
	p.Texts(&v.texts)
	p.Own(&v.always)
}

func things(depth int) *rapid.Generator[thing] {
	return rapid.Custom(func(t *rapid.T) thing {
		v := thing{
			text: rapid.String().Draw(t, "text"), n: rapid.Int().Draw(t, "n"), sum: rapid.Uint64().Draw(t, "sum"),
			set: rapid.Bool().Draw(t, "set"), always: rapid.String().Draw(t, "always"),
		}
		if depth > 0 {
			v.list = rapid.SliceOfN(things(depth-1), 0, 3).Draw(t, "list")
		}
		v.texts = rapid.SliceOfN(rapid.String(), 0, 3).Draw(t, "texts")
		return v
	})
}

// TestBackAndForth: what is read is what was written, and nothing is left.
func TestBackAndForth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := things(2).Draw(t, "thing")
		var p Packer
		want.pack(&p)
		var got thing
		r := Reader(string(p.Data))
		got.pack(r)
		if !r.Whole() || !reflect.DeepEqual(got, want) {
			t.Fatalf("read %+v, written %+v", got, want)
		}
		cut := rapid.IntRange(0, len(p.Data)-1).Draw(t, "cut")
		r = Reader(string(p.Data[:cut]))
		if got.pack(r); r.Whole() {
			t.Fatalf("%d of %d bytes are a whole", cut, len(p.Data))
		}
	})
}

// TestEnds are the numbers at the ends.
func TestEnds(t *testing.T) {
	for _, want := range []int{0, -1, 1, math.MaxInt, math.MinInt} {
		var p Packer
		p.Int(&want)
		var got int
		if Reader(string(p.Data)).Int(&got); got != want {
			t.Errorf("%d is read as %d", want, got)
		}
	}
}

// FuzzRead: whatever the bytes, reading them ends, in room that they pay for.
func FuzzRead(f *testing.F) {
	var p Packer
	(&thing{text: "示例", n: 3, list: []thing{{}}, texts: []string{"x"}}).pack(&p)
	f.Add(string(p.Data))
	f.Add("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01")
	f.Fuzz(func(_ *testing.T, data string) {
		r := Reader(data)
		new(thing).pack(r)
		r.Whole()
	})
}
