package site

import (
	"strconv"
	"strings"

	"mingfa/generator/chart"
)

func itoa(n int) string { return strconv.Itoa(n) }

// bodyPage is a body over the years.
func (p *portal) bodyPage(b *Body) File {
	reports := p.of(b.Slug)
	data := document(2048+len(reports)*256, func(o *object) {
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
			o.array("series", func() { p.series(o, reports) })
		})
	})
	return File{"content/bodies/" + b.Slug + "/index.md", data}
}

// point is what a report states of an indicator in one year.
type point struct {
	year int
	stated
	v float64
}

// series writes the indicators that a body's reports state in two years or
// more, in the order of the catalogue.
func (p *portal) series(o *object, reports []*Summary) {
	if p.Catalogue == nil {
		return
	}
	points := map[string][]point{}
	for i := len(reports) - 1; i >= 0; i-- { // oldest first
		s := reports[i]
		s.each(func(v stated) {
			list := points[v.indicator]
			if len(list) > 0 && list[len(list)-1].year == s.Year {
				return // a report that states it twice is read at the first
			}
			if x, err := strconv.ParseFloat(v.value, 64); err == nil && x >= 0 {
				points[v.indicator] = append(list, point{s.Year, v, x})
			}
		})
	}
	for i := range p.Catalogue.Indicators {
		ind := &p.Catalogue.Indicators[i]
		if list := oneUnit(points[ind.ID]); len(list) > 1 {
			o.item(func() { writeSeries(o, ind.ID, ind.Name, reports[0].Body, list) })
		}
	}
}

// oneUnit keeps the points that are measured as the newest one is. Others
// would need a conversion that nobody has stated.
func oneUnit(list []point) []point {
	var out []point
	for _, pt := range list {
		if pt.unit == list[len(list)-1].unit {
			out = append(out, pt)
		}
	}
	return out
}

func writeSeries(o *object, id, name, body string, list []point) {
	axis := 0.0
	for _, pt := range list {
		axis = max(axis, pt.v)
	}
	unit := list[0].unit
	if unit == "%" && axis <= 100 {
		axis = 100
	}
	o.text("id", id)
	o.text("name", name)
	o.optional("unit", unit)
	o.array("rows", func() {
		for _, pt := range list {
			o.item(func() {
				o.number("year", pt.year)
				o.text("display", pt.display)
				o.text("value", pt.value)
				o.text("href", pageURL(body, pt.year)+"#"+pt.figure)
				o.text("width", chart.Width(pt.v, axis))
			})
		}
	})
	if len(list) > 2 {
		o.text("points", polyline(list, axis))
	}
	o.text("sentence", tell(name, list))
}

// polyline is the series in a box 100 wide and 40 high, zero at the bottom; a
// year without a value takes its room.
func polyline(list []point, axis float64) string {
	var b strings.Builder
	first, years := list[0].year, float64(list[len(list)-1].year-list[0].year)
	for i, pt := range list {
		if i > 0 {
			b.WriteByte(' ')
		}
		y := 40.0
		if axis > 0 {
			y = 40 - pt.v/axis*40
		}
		b.WriteString(chart.Decimal(float64(pt.year-first) / years * 100))
		b.WriteByte(',')
		b.WriteString(chart.Decimal(y))
	}
	return b.String()
}

// tell says what the series shows.
func tell(name string, list []point) string {
	first, last := list[0], list[len(list)-1]
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
