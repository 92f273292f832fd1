package site

import (
	"slices"
	"strconv"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/report"
	"mingfa/generator/site/chart"
)

// track is what a body states of one thing over the years, in units that count the
// same: 人 and 人次 of one indicator are two tracks.
type track struct {
	body   *Body
	points []point // one a year, oldest first, at least one
}

// point is what a report states of an indicator in one year.
type point struct {
	year int
	*stated
	v      float64
	broken string // the sentence by which it is counted otherwise than the year before; "" mostly
	apart  bool   // the two reports do not surely speak of the same thing: 新建23个 beside 共有86个
}

// tracks are those of what a body states of one indicator, by alike units; the one
// with the newest year comes first. A report that states it twice in like units is
// read at the first.
func (p *portal) tracks(b *Body, indicator int, found statements) []track {
	var list []track
	for i := range found { // newest year first
		f := &found[i]
		d, ok := numeral.Parse(f.value)
		if !ok || d.Sign() < 0 {
			continue
		}
		k := slices.IndexFunc(list, func(t track) bool {
			return p.Catalogue.Alike(indicator, t.points[0].unit, f.unit) && alikeUnits(t.points[0].unit, f.unit)
		})
		if k < 0 {
			k, list = len(list), append(list, track{body: b})
		}
		year, points := p.reports[f.by].Year, list[k].points
		if n := len(points); n > 0 && points[n-1].year == year {
			continue
		}
		list[k].points = append(points, point{year, f.stated, d.Float64(), p.reports[f.by].brokenAt(f.figure), false})
	}
	for i := range list {
		points := list[i].points
		slices.Reverse(points)
		for k := 1; k < len(points); k++ {
			points[k].apart = points[k].year == points[k-1].year+1 && !p.linked(b, &points[k-1], &points[k])
		}
	}
	return list
}

// linked reports whether the values of two years in a row are of one series, or of
// one that ended and the one after it; see package series.
func (p *portal) linked(b *Body, before, now *point) bool {
	var key, ended, beforeKey string
	for _, s := range p.of(b.Slug) {
		for i := range s.series {
			switch c := &s.series[i]; {
			case c.year == now.year && c.figure == now.figure && s.Year == now.year:
				key, ended = c.key, c.ended
			case c.year == before.year && c.figure == before.figure:
				beforeKey = c.key
			}
		}
	}
	return key != "" && beforeKey != "" && (key == beforeKey || ended == beforeKey)
}

// newest is the last point.
func (t *track) newest() *point { return &t.points[len(t.points)-1] }

// at is the point of a year; nil without one.
func (t *track) at(year int) *point {
	for i := range t.points {
		if t.points[i].year == year {
			return &t.points[i]
		}
	}
	return nil
}

// before is the point before that of a year; nil without one.
func (t *track) before(year int) *point {
	for i := len(t.points) - 1; i >= 0; i-- {
		if t.points[i].year < year {
			return &t.points[i]
		}
	}
	return nil
}

// lines are the points of each <polyline> of the track, in a box 100 wide and 40 high,
// zero at the bottom; a year without a value takes its room, and where it is counted
// otherwise another line begins. Two points make no line, and a value that is only
// said to be less than a number has no place in one.
func (t *track) lines() []string {
	if len(t.points) < 3 || slices.ContainsFunc(t.points, func(pt point) bool { return pt.onlyBelow() }) {
		return nil
	}
	axis := t.axis()
	first, years := t.points[0].year, float64(t.newest().year-t.points[0].year)
	var lines []string
	var places []string
	end := func() {
		if len(places) > 1 {
			lines = append(lines, strings.Join(places, " "))
		}
		places = nil
	}
	for _, pt := range t.points {
		y := 40.0
		if axis > 0 {
			y = 40 - pt.v/axis*40
		}
		if pt.broken != "" || pt.apart {
			end()
		}
		places = append(places, whole(float64(pt.year-first)/years*100)+","+whole(y))
	}
	end()
	return lines
}

// sinceBreak are the points that may be compared with the newest one.
func (t *track) sinceBreak() []point {
	for i := len(t.points) - 1; i > 0; i-- {
		if t.points[i].broken != "" || t.points[i].apart {
			return t.points[i:]
		}
	}
	return t.points
}

// says tells what the lines show.
func (t *track) says(name string) string {
	points := t.sinceBreak()
	if len(points) == len(t.points) {
		return tell(name, points)
	}
	from := strconv.Itoa(points[0].year) + "年起统计口径有变化，与以前不能相比。"
	if points[0].broken == "" {
		from = strconv.Itoa(points[0].year) + "年写的与以前的不一定是同一个数。"
	}
	if len(points) == 1 {
		return from
	}
	return from + tell(name, points)
}

// changedBy reports whether what is counted has changed up to a year, so that it
// need not be what other bodies count.
func (t *track) changedBy(year int) bool {
	return slices.ContainsFunc(t.points, func(pt point) bool { return pt.year <= year && pt.broken != "" })
}

// whole is v to the nearest whole number: a line a few millimetres high shows no more.
func whole(v float64) string { return strconv.FormatFloat(v, 'f', 0, 64) }

// axis is the end of the scale that the track is drawn to.
func (t *track) axis() float64 {
	axis := 0.0
	for _, pt := range t.points {
		axis = max(axis, pt.v)
	}
	if t.points[0].unit == "%" && axis <= 100 {
		return 100
	}
	return axis
}

// width is the length of a bar; "" where any length may be too much.
func (pt *point) width(axis float64) string {
	if pt.onlyBelow() {
		return ""
	}
	return chart.Width(pt.v, axis)
}

// onlyBelow reports whether a value is only said to be less than a number (不足4名):
// any length and any place in a line may be too much.
func (pt *point) onlyBelow() bool {
	return pt.bound == report.BoundBelow || pt.bound == report.BoundAtMost
}

// number is the value as it is computed with.
func (pt *point) number() numeral.Decimal {
	d, _ := numeral.Parse(pt.value) // tracks has tried it
	return d
}
