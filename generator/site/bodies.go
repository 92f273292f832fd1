package site

import (
	"slices"
	"strconv"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/site/chart"
)

func itoa(n int) string { return strconv.Itoa(n) }

// writeBody writes the page of a body, and those that lead to it.
func (p *portal) writeBody(b *Body, found []statements, write Write) error {
	if err := writeAll(write, p.movedPages(b)...); err != nil {
		return err
	}
	sc := scratches.Get().(*scratch)
	defer scratches.Put(sc)
	return write("content/bodies/"+b.Slug+"/index.md", p.bodyPage(sc, b, found))
}

// bodyPage is a body over the years.
func (p *portal) bodyPage(sc *scratch, b *Body, found []statements) []byte {
	reports := p.of(b.Slug)
	sc.file = appendDocument(sc.file[:0], func(o *object) {
		o.text("title", b.Name)
		o.text("description", b.Name+"发布的法治政府建设年度报告，共"+itoa(len(reports))+"份。")
		o.object("params", func() {
			o.text("slug", b.Slug)
			code(o, p.Site.Domain, "/bodies/"+b.Slug+"/")
			o.optional("short", b.Short)
			o.optional("region", b.Region)
			o.optional("parent", b.Parent)
			if parent := p.bodies[b.Parent]; parent != nil {
				o.text("parentname", parent.Name)
			}
			o.array("reports", func() {
				for _, s := range reports {
					o.item(func() {
						o.number("year", s.Year)
						o.text("title", s.title())
						o.text("url", pageURL(s.Body, s.Year))
						o.number("figures", s.Figures)
						o.number("indicators", s.Indicators)
					})
				}
			})
			o.array("series", func() { p.series(o, b, found) })
		})
	})
	return sc.file
}

// point is what a report states of an indicator in one year.
type point struct {
	year int
	stated
	v float64
}

// series writes the indicators that a body's reports state in two years or
// more, in the order of the catalogue.
func (p *portal) series(o *object, b *Body, found []statements) {
	var points []point
	for i := range found {
		points = p.points(points[:0], found[i].of(p.spans[b.Slug]))
		if list := oneUnit(points); len(list) > 1 {
			ind := &p.Catalogue.Indicators[i]
			o.item(func() { writeSeries(o, ind.ID, ind.Name, b.Slug, list) })
		}
	}
}

// points appends what a body states of an indicator, oldest year first. A report
// that states it twice is read at the first.
func (p *portal) points(points []point, found statements) []point {
	for end := len(found); end > 0; {
		by, first := found[end-1].by, end-1
		for first > 0 && found[first-1].by == by {
			first--
		}
		for _, f := range found[first:end] {
			v := f.open()
			if d, ok := numeral.Parse(v.value); ok && d.Sign() >= 0 {
				points = append(points, point{p.reports[by].Year, v, d.Float64()})
				break
			}
		}
		end = first
	}
	return points
}

// oneUnit keeps, in the place of all, the points that are measured as the newest
// one is. Others would need a conversion that nobody has stated.
func oneUnit(list []point) []point {
	if len(list) == 0 {
		return nil
	}
	unit := list[len(list)-1].unit
	return slices.DeleteFunc(list, func(pt point) bool { return pt.unit != unit })
}

func writeSeries(o *object, id, name, body string, list []point) {
	axis := 0.0
	for i := range list {
		axis = max(axis, list[i].v)
	}
	unit := list[0].unit
	if unit == "%" && axis <= 100 {
		axis = 100
	}
	o.text("id", id)
	o.text("name", name)
	o.optional("unit", unit)
	o.array("rows", func() {
		for i := range list {
			pt := &list[i]
			o.item(func() {
				o.number("year", pt.year)
				o.text("display", pt.display)
				o.text("value", pt.value)
				o.plain("href", func(b []byte) []byte { return appendPlace(b, body, pt.year, pt.figure) })
				o.plain("width", func(b []byte) []byte { return chart.AppendWidth(b, pt.v, axis) })
			})
		}
	})
	if len(list) > 2 {
		o.plain("points", func(b []byte) []byte { return polyline(b, list, axis) })
	}
	o.text("sentence", tell(name, list))
}

// polyline appends the series in a box 100 wide and 40 high, zero at the bottom;
// a year without a value takes its room.
func polyline(b []byte, list []point, axis float64) []byte {
	first, years := list[0].year, float64(list[len(list)-1].year-list[0].year)
	for i := range list {
		pt := &list[i]
		if i > 0 {
			b = append(b, ' ')
		}
		y := 40.0
		if axis > 0 {
			y = 40 - pt.v/axis*40
		}
		b = chart.AppendDecimal(b, float64(pt.year-first)/years*100)
		b = chart.AppendDecimal(append(b, ','), y)
	}
	return b
}

// tell says what the series shows.
func tell(name string, list []point) string {
	first, last := &list[0], &list[len(list)-1]
	s := itoa(first.year) + "—" + itoa(last.year) + "年，" + name + "由" + first.display + "变为" + last.display
	var absent []string
	for i := 1; i < len(list); i++ {
		for y := list[i-1].year + 1; y < list[i].year && len(absent) < 10; y++ {
			absent = append(absent, itoa(y))
		}
	}
	if len(absent) > 0 {
		s += "（没有" + strings.Join(absent, "、") + "年的数据）"
	}
	return s + "。"
}
