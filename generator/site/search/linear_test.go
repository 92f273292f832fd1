package search

import (
	"fmt"
	"testing"

	"mingfa/generator/lab/cputime"
)

// TestIndexIsLinear: eight times the reports take about eight times as long, where all texts stand in one file and where they do not.
func TestIndexIsLinear(t *testing.T) {
	p := newPortal(t, 10)
	var taken [][]byte
	for _, r := range p.reports {
		data, err := p.index.Take(r)
		if err != nil {
			t.Fatal(err)
		}
		taken = append(taken, data)
	}
	index := func(bodies int) func() {
		return func() {
			portal := Portal{Catalogue: p.index.catalogue}
			for i := range bodies {
				portal.Bodies = append(portal.Bodies, Body{Slug: fmt.Sprint("b", i), Name: fmt.Sprint("示例市第", i, "局"), Years: p.index.bodies[0].Years[:len(taken)]})
			}
			x := New(portal, spool(t), discard)
			for b := range bodies {
				for e, data := range taken {
					if err := x.Add(b, e, data); err != nil {
						t.Fatal(err)
					}
				}
			}
			if err := x.Finish(); err != nil {
				t.Fatal(err)
			}
			t.Logf("%d reports, %d bytes of text", bodies*len(taken), x.bytes)
		}
	}
	for _, bodies := range []int{2, 25} {
		a, b, ok := cputime.Linear(20, index(bodies), index(8*bodies))
		if t.Logf("%v, eight times as much %v", a, b); !ok {
			t.Error("that is more than in proportion")
		}
	}
}
