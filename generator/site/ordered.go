package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"mingfa/generator/site/ranking"
)

// fewestOrdered is how many values there are something to order.
const fewestOrdered = 3

// byValue is the view of the bodies by what they state for one year, the largest
// first. What is near a number or beyond it stands below, in no order; a place (第2)
// is among bodies of one kind.
func (p *portal) byValue(tables []comparison) view {
	v := view{path: "by-value/", name: "按数值"}
	for i := range tables {
		c := &tables[i]
		exact, inexact, silent := c.ofFocus()
		values := valuesOf(c, exact)
		if len(exact) < fewestOrdered || !slices.ContainsFunc(values, func(v ranking.Value) bool { return v.Number.Cmp(values[0].Number) != 0 }) {
			continue
		}
		notes, says := p.rankings(c, slices.Concat(exact, inexact))
		if silent > 0 {
			says += "另有" + strconv.Itoa(silent) + "个单位没有写明这一年的数值。"
		}
		head := section{table: c, years: []int{c.focus}, ordered: true, says: says, notes: notes}
		for _, t := range exact {
			head.axis = max(head.axis, t.at(c.focus).v)
		}
		if c.units[0] == "%" && head.axis <= 100 {
			head.axis = 100
		}
		ordered := head
		for _, k := range ranking.Order(values) {
			ordered.rows = append(ordered.rows, exact[k])
		}
		v.sections = append(v.sections, ordered)
		if len(inexact) > 0 {
			below := head
			below.group, below.rows = grouping{name: "约数和上下限，不分先后"}, inexact
			v.sections = append(v.sections, below)
		}
	}
	return v
}

// ofFocus are the tracks with a value in the year that the table is ordered by: of a
// number itself, and of one that is about or beyond it; and how many have none.
func (c *comparison) ofFocus() (exact, inexact []*track, silent int) {
	for i := range c.tracks {
		t := &c.tracks[i]
		switch pt := t.at(c.focus); {
		case pt == nil:
			silent++
		case pt.approx == "" && pt.bound == "":
			exact = append(exact, t)
		default:
			inexact = append(inexact, t)
		}
	}
	return exact, inexact, silent
}

func valuesOf(c *comparison, tracks []*track) []ranking.Value {
	values := make([]ranking.Value, 0, len(tracks))
	for _, t := range tracks {
		pt := t.at(c.focus)
		values = append(values, ranking.Value{
			Number: pt.number(), Raw: pt.raw, Approx: pt.approx, Bound: pt.bound, Unit: pt.unit, Year: pt.year, Changed: t.changedBy(c.focus),
		})
	}
	return values
}

// rankings gives each track its place among the bodies of its kind, and says in
// sentences how places are given and which kinds have none.
func (p *portal) rankings(c *comparison, tracks []*track) (notes map[*track]string, says string) {
	kinds := map[string][]*track{}
	var order []string
	for _, t := range tracks {
		if kinds[t.body.Kind] == nil {
			order = append(order, t.body.Kind)
		}
		kinds[t.body.Kind] = append(kinds[t.body.Kind], t)
	}
	notes = map[*track]string{}
	var without []string
	for _, kind := range order {
		of := kinds[kind]
		places, why := ranking.Places(valuesOf(c, of), c.same)
		switch {
		case kind == "" || why == ranking.Few:
			continue
		case why == "" && p.above(of):
			why = ranking.Levels
		}
		if why != "" {
			without = append(without, kind+"不排名次："+string(why)+"。")
			continue
		}
		for i, t := range of {
			word := "第"
			if places[i].Shared {
				word = "并列第"
			}
			notes[t] = kind + strconv.Itoa(len(of)) + "个中" + word + strconv.Itoa(places[i].Number)
		}
	}
	switch {
	case len(notes) > 0:
		says = "名次只在同类单位之间排，由" + cmp.Or(map[bool]string{true: "高到低"}[c.units[0] == "%"], "多到少") + "。"
	case len(without) == 0:
		says = "不排名次：这些单位职责不同，同类的不足3个。"
	}
	return notes, says + strings.Join(without, "")
}

// same reports whether two units of the table count the same; all of a table do.
func (c *comparison) same(a, b string) bool {
	return slices.Contains(c.units, a) && slices.Contains(c.units, b)
}

// above reports whether one of the bodies stands above another one: what a city
// states may hold what its districts state.
func (p *portal) above(tracks []*track) bool {
	among := map[string]bool{}
	for _, t := range tracks {
		among[t.body.Slug] = true
	}
	for _, t := range tracks {
		b := t.body
		for steps := 0; b != nil && b.Parent != "" && steps < len(p.bodies); steps++ {
			if among[b.Parent] {
				return true
			}
			b = p.bodies[b.Parent]
		}
	}
	return false
}
