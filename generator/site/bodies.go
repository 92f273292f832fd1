package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"mingfa/generator/numeral"
	"mingfa/generator/read/indicator"
	"mingfa/generator/read/series"
	"mingfa/generator/site/markup"
	"mingfa/generator/site/sheet"
)

// writeBody writes the page of a body with its data, and the pages that lead to it.
func (p *portal) writeBody(b *Body, found []statements, write Write) error {
	feeds, err := p.bodyFeeds(b)
	if err != nil {
		return err
	}
	beside := feeds
	if t, rows := p.bodyData(b, found); rows {
		data, err := t.Bytes()
		if err != nil {
			return err
		}
		beside = append(beside, File{"content/bodies/" + b.Slug + "/data.csv", data})
	}
	files := slices.Concat(p.movedPages(b, beside), []File{p.bodyPage(b, found, len(feeds) > 0)}, beside)
	return writeAll(write, files...)
}

// bodyPage is a body over the years.
func (p *portal) bodyPage(b *Body, found []statements, feed bool) File {
	reports := p.of(b.Slug)
	params := bodyParams{
		Slug: b.Slug, QR: code(p.Site.Domain, "/bodies/"+b.Slug+"/"), Short: b.Short, Region: b.Region, RegionSlug: b.RegionSlug, Kind: b.Kind, Parent: b.Parent,
		Reports: make([]bodyReport, 0, len(reports)), Years: make([]int, 0, len(reports)), Older: len(reports) > recent, Feed: feed,
	}
	if parent := p.bodies[b.Parent]; parent != nil {
		params.ParentName = parent.Name
	}
	for _, s := range reports {
		params.Reports = append(params.Reports, bodyReport{s.Year, s.title, pageURL(s.Body, s.Year), s.Figures, s.Indicators, s.day, s.byStaff, s.planned()})
		params.Years = append(params.Years, s.Year)
		params.Differing = append(params.Differing, s.differing...)
	}
	if params.Themes = p.bodyThemes(b, found, params.Years); len(params.Themes) > 0 {
		params.CSV = "data.csv"
	}
	return File{"content/bodies/" + b.Slug + "/index.md", document(frontMatter{
		Title: b.Name, Description: b.Name + "发布的法治政府建设年度报告，共" + strconv.Itoa(len(reports)) + "份。", Params: params,
	})}
}

// bodyThemes are what a body's reports state, a row for each indicator and kind of
// unit, in the order of the catalogue.
func (p *portal) bodyThemes(b *Body, found []statements, years []int) []bodyTheme {
	themes := []bodyTheme{}
	var list []indicator.Theme
	if p.Catalogue != nil {
		list = p.Catalogue.Themes
	}
	for _, t := range list {
		var rows markup.Builder
		for i := range found {
			ind := &p.Catalogue.Indicators[i]
			if ind.Theme != t.ID {
				continue
			}
			tracks := p.tracks(b, i, found[i].of(p.spans[b.Slug]))
			for k := range tracks {
				name := ind.Name
				if len(tracks) > 1 { // 培训人数（人）, 培训人数（人次）
					name += "（" + tracks[k].newest().unit + "）"
				}
				tracks[k].bodyRow(&rows, ind.ID, name, years)
			}
		}
		if html := rows.String(); html != "" {
			themes = append(themes, bodyTheme{t.ID, t.Name, html})
		}
	}
	if html := p.otherRows(b, years); html != "" {
		themes = append(themes, bodyTheme{"other", "其他", html})
	}
	return themes
}

// otherSeries bounds the rows of a body that are of no indicator.
const otherSeries = 30

// otherRows are the series of a body that are of no indicator: what its reports
// state under like words year after year. Those of the most years come first.
func (p *portal) otherRows(b *Body, years []int) string {
	var rows markup.Builder
	tracks, names := p.otherTracks(b)
	order := make([]int, len(tracks))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, k int) int { return len(tracks[k].points) - len(tracks[i].points) })
	for _, i := range order[:min(len(order), otherSeries)] {
		tracks[i].bodyRow(&rows, "", names[i], years)
	}
	return rows.String()
}

// otherTracks are the values of each series of a body that is of no indicator, and
// what it is called, by its newest name.
func (p *portal) otherTracks(b *Body) (tracks []track, names []string) {
	at := map[string]int{} // key of a series -> its track
	reports := p.of(b.Slug)
	for i := len(reports) - 1; i >= 0; i-- { // oldest first
		for k := range reports[i].series {
			c := &reports[i].series[k]
			if c.value == nil {
				continue
			}
			d, ok := numeral.Parse(c.value.value)
			if !ok || d.Sign() < 0 {
				continue
			}
			n, met := at[c.key]
			met = met && alikeUnits(tracks[n].points[0].unit, c.value.unit)
			if !met && c.ended != "" {
				if before, ok := at[c.ended]; ok && tracks[before].newest().unit == c.value.unit {
					n, met = before, true
				}
			}
			if !met {
				n, tracks, names = len(tracks), append(tracks, track{body: b}), append(names, "")
			}
			at[c.key] = n
			if points := tracks[n].points; len(points) > 0 && points[len(points)-1].year >= c.year {
				continue
			}
			tracks[n].points = append(tracks[n].points, point{c.year, c.value, d.Float64(), c.broken, false})
			if name := series.WithoutYear(c.value.label); name != "" || names[n] == "" { // the row has the values of all years
				names[n] = cmp.Or(name, c.value.label)
			}
		}
	}
	for i := len(tracks) - 1; i >= 0; i-- {
		if len(tracks[i].points) < 2 {
			tracks, names = slices.Delete(tracks, i, i+1), slices.Delete(names, i, i+1)
		}
	}
	return tracks, names
}

// bodyData is the table of what a body's reports state, and whether there is any.
func (p *portal) bodyData(b *Body, found []statements) (t *sheet.Table, rows bool) {
	t = sheet.New(dataColumns...)
	for i := range found {
		of := found[i].of(p.spans[b.Slug])
		p.rows(t, &p.Catalogue.Indicators[i], of)
		rows = rows || len(of) > 0
	}
	tracks, names := p.otherTracks(b)
	for i := range tracks {
		for k := len(tracks[i].points) - 1; k >= 0; k-- {
			pt := &tracks[i].points[k]
			p.dataRow(t, b, pt.year, "", names[i], pt.stated)
			rows = true
		}
	}
	return t, rows
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
