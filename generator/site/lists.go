package site

import (
	"slices"
	"strconv"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// onListPage is how many reports a page of the list of all reports shows.
const onListPage = 200

// reportLists are the pages that list all reports, the newest year first: /reports/, and
// /reports/page/2/ and so on where there are many. Each holds all that it shows, so that
// Hugo can make it without knowing of another page.
func (p *portal) reportLists() []File {
	sorted := slices.Clone(p.reports)
	order := byName(p.Bodies)
	slices.SortStableFunc(sorted, func(a, b *Summary) int {
		if a.Year != b.Year {
			return b.Year - a.Year
		}
		return order[a.Body] - order[b.Body]
	})
	pages := max(1, (len(sorted)+onListPage-1)/onListPage)
	files := make([]File, 0, pages)
	for i := range pages {
		params := reportsParams{Reports: len(sorted), Page: i + 1, Pages: pages, Years: p.yearsOf(sorted[min(i*onListPage, len(sorted)):min((i+1)*onListPage, len(sorted))])}
		if i > 0 {
			params.Before = listURL(i)
		}
		if i+1 < pages {
			params.After = listURL(i + 2)
		}
		head := frontMatter{Title: "全部报告", Description: "各单位历年的法治政府建设年度报告，全文与印发的原件逐字一致，按年度排列。", Params: params}
		if i == 0 {
			files = append(files, File{"content/reports/_index.md", document(head)})
			continue
		}
		head.URL, head.Layout, head.Build, head.Sitemap = listURL(i+1), "list", unlisted, &mapRule{Disable: true}
		files = append(files, File{"content/reports/page-" + strconv.Itoa(i+1) + ".md", document(head)})
	}
	return files
}

// listURL is the address of a page of the list of all reports, counted from 1.
func listURL(page int) string {
	if page == 1 {
		return "/reports/"
	}
	return "/reports/page/" + strconv.Itoa(page) + "/"
}

// yearsOf are reports in the order in which they are given, by year.
func (p *portal) yearsOf(reports []*Summary) []listYear {
	years := []listYear{}
	for _, s := range reports {
		if n := len(years); n == 0 || years[n-1].Year != s.Year {
			years = append(years, listYear{Year: s.Year})
		}
		b, year := p.bodies[s.Body], &years[len(years)-1]
		year.Reports = append(year.Reports, listReport{Name: b.Name, URL: pageURL(s.Body, s.Year), Day: s.day, Region: b.Region, Figures: s.Figures})
	}
	return years
}

// bodyGroups are the bodies that have a report, by region; those of none are the last.
func (p *portal) bodyGroups() []listRegion {
	var bodies []*Body
	for _, b := range p.Bodies {
		if len(p.of(b.Slug)) > 0 {
			bodies = append(bodies, b)
		}
	}
	names, regions := byName(bodies), byText(bodies, func(b *Body) string { return b.Region })
	slices.SortStableFunc(bodies, func(a, b *Body) int {
		switch {
		case a.Region == b.Region:
			return names[a.Slug] - names[b.Slug]
		case a.Region == "" || b.Region == "":
			return len(b.Region) - len(a.Region)
		}
		return regions[a.Slug] - regions[b.Slug]
	})
	groups := []listRegion{}
	for _, b := range bodies {
		if n := len(groups); n == 0 || groups[n-1].Name != b.Region {
			groups = append(groups, listRegion{Name: b.Region})
		}
		item := listBody{Name: b.Name, URL: "/bodies/" + b.Slug + "/"}
		for _, s := range p.of(b.Slug) {
			item.Years = append(item.Years, s.Year)
		}
		group := &groups[len(groups)-1]
		group.Bodies = append(group.Bodies, item)
	}
	return groups
}

// byName is the place of each body, by its slug, in the order in which a Chinese reader
// looks for names: by their sound.
func byName(bodies []*Body) map[string]int {
	return byText(bodies, func(b *Body) string { return b.Name })
}

// byText is the same by another text of theirs. Bodies of one text stand in the order of
// their slugs.
func byText(bodies []*Body, text func(*Body) string) map[string]int {
	type named struct {
		slug string
		key  []byte
	}
	by, room := collate.New(language.MustParse("zh-CN")), new(collate.Buffer)
	all := make([]named, len(bodies))
	for i, b := range bodies {
		all[i] = named{b.Slug, by.KeyFromString(room, text(b))}
	}
	slices.SortFunc(all, func(a, b named) int {
		if c := slices.Compare(a.key, b.key); c != 0 {
			return c
		}
		return slices.Compare([]byte(a.slug), []byte(b.slug))
	})
	place := make(map[string]int, len(all))
	for i, n := range all {
		place[n.slug] = i
	}
	return place
}
