package site

import (
	"slices"
	"strconv"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/site/chart"
)

// writeBody writes the page of a body, and those that lead to it.
func (p *portal) writeBody(b *Body, found []statements, write Write) error {
	feeds, err := p.bodyFeeds(b)
	if err != nil {
		return err
	}
	return writeAll(write, slices.Concat(p.movedPages(b), []File{p.bodyPage(b, found, len(feeds) > 0)}, feeds)...)
}

// bodyPage is a body over the years.
func (p *portal) bodyPage(b *Body, found []statements, feed bool) File {
	reports := p.of(b.Slug)
	params := bodyParams{
		Slug: b.Slug, QR: code(p.Site.Domain, "/bodies/"+b.Slug+"/"), Short: b.Short, Region: b.Region, Parent: b.Parent,
		Reports: make([]bodyReport, 0, len(reports)), Series: p.series(b, found), Feed: feed,
	}
	if parent := p.bodies[b.Parent]; parent != nil {
		params.ParentName = parent.Name
	}
	for _, s := range reports {
		params.Reports = append(params.Reports, bodyReport{s.Year, s.title, pageURL(s.Body, s.Year), s.Figures, s.Indicators, s.day, s.byStaff})
	}
	return File{"content/bodies/" + b.Slug + "/index.md", document(frontMatter{
		Title: b.Name, Description: b.Name + "发布的法治政府建设年度报告，共" + strconv.Itoa(len(reports)) + "份。", Params: params,
	})}
}

// point is what a report states of an indicator in one year.
type point struct {
	year int
	*stated
	v float64
}

// series are the indicators that a body's reports state in two years or more, in
// the order of the catalogue.
func (p *portal) series(b *Body, found []statements) []seriesItem {
	items := []seriesItem{}
	for i := range found {
		if list := p.unitOfNewest(i, p.points(found[i].of(p.spans[b.Slug]))); len(list) > 1 {
			ind := &p.Catalogue.Indicators[i]
			items = append(items, seriesOf(ind.ID, ind.Name, b.Slug, list))
		}
	}
	return items
}

// points are what a body states of an indicator, oldest year first. A report that
// states it twice is read at the first.
func (p *portal) points(found statements) []point {
	var points []point
	for i := range found {
		f := &found[i]
		year := p.reports[f.by].Year
		if n := len(points); n > 0 && points[n-1].year == year {
			continue
		}
		if d, ok := numeral.Parse(f.value); ok && d.Sign() >= 0 {
			points = append(points, point{year, f.stated, d.Float64()})
		}
	}
	slices.Reverse(points)
	return points
}

// unitOfNewest keeps, in the place of all, the points that are measured as the newest
// one is, or in a unit that counts the same things (件 and 起). Others would need a
// conversion that nobody has stated.
func (p *portal) unitOfNewest(indicator int, list []point) []point {
	if len(list) == 0 {
		return nil
	}
	unit := list[len(list)-1].unit
	return slices.DeleteFunc(list, func(pt point) bool { return !p.Catalogue.Alike(indicator, pt.unit, unit) })
}

func seriesOf(id, name, body string, list []point) seriesItem {
	axis := 0.0
	for _, pt := range list {
		axis = max(axis, pt.v)
	}
	unit := list[0].unit
	if unit == "%" && axis <= 100 {
		axis = 100
	}
	item := seriesItem{ID: id, Name: name, Unit: unit, Sentence: tell(name, list)}
	for _, pt := range list {
		row := seriesRow{pt.year, pt.display, pt.value, figureURL(body, pt.year, pt.figure), ""}
		if !pt.onlyBelow() {
			row.Width = chart.Width(pt.v, axis)
		}
		item.Rows = append(item.Rows, row)
	}
	if len(list) > 2 && !slices.ContainsFunc(list, func(pt point) bool { return pt.onlyBelow() }) {
		item.Points = polyline(list, axis)
	}
	return item
}

// polyline is the series in a box 100 wide and 40 high, zero at the bottom; a year
// without a value takes its room.
func polyline(list []point, axis float64) string {
	first, years := list[0].year, float64(list[len(list)-1].year-list[0].year)
	var places []string
	for _, pt := range list {
		y := 40.0
		if axis > 0 {
			y = 40 - pt.v/axis*40
		}
		places = append(places, chart.Decimal(float64(pt.year-first)/years*100)+","+chart.Decimal(y))
	}
	return strings.Join(places, " ")
}

// tell says what the series shows: what the value was and what it is now, or that
// it is the same.
func tell(name string, list []point) string {
	first, last := &list[0], &list[len(list)-1]
	var absent []string
	for i := 1; i < len(list); i++ {
		for y := list[i-1].year + 1; y < list[i].year && len(absent) < 10; y++ {
			absent = append(absent, strconv.Itoa(y))
		}
	}
	changed := slices.ContainsFunc(list, func(pt point) bool { return !pt.states(first) })
	from, to := strconv.Itoa(first.year), strconv.Itoa(last.year)
	var s string
	switch {
	case first.bound != "" || last.bound != "": // whether it rose or fell is not said
		s = from + "年，" + name + "为" + first.display + "；" + to + "年为" + last.display
	case !last.states(first):
		s = from + "—" + to + "年，" + name + "由" + first.display + "变为" + last.display
	case len(list) == 2 && len(absent) == 0 && last.approx == "": // 70余件 twice need not be the same
		s = to + "年，" + name + "为" + last.display + "，与上年持平"
	case !changed && len(absent) == 0:
		s = from + "—" + to + "年，" + name + "均为" + last.display
	default:
		s = from + "年和" + to + "年，" + name + "都是" + last.display
	}
	if len(absent) > 0 {
		s += "（" + strings.Join(absent, "、") + "年没有可比的数据）"
	}
	return s + "。"
}

// states reports whether two points state the same value in the same way: 70余件
// is not said to be the same as 70件.
func (pt *point) states(other *point) bool {
	x, okX := numeral.Parse(pt.value)
	y, okY := numeral.Parse(other.value)
	return okX && okY && x.Cmp(y) == 0 && pt.approx == other.approx && pt.bound == other.bound
}

// onlyBelow reports whether a value is only said to be less than a number (不足4名):
// any length and any place in a line may be too much.
func (pt *point) onlyBelow() bool {
	return pt.bound == report.BoundBelow || pt.bound == report.BoundAtMost
}
