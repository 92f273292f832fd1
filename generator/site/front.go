package site

import (
	"cmp"
	"slices"
	"strings"

	"mingfa/generator/report"
)

// tellings, questions, plans and leads bound how many of them the front page shows.
const (
	tellings  = 6
	questions = 8
	plans     = 4
	leads     = 3 // under one heading
)

// candidate is a figure that the front page may tell of.
type candidate struct {
	report *Summary
	by     *Body
	*stated
	indicator int // its place in the catalogue
	rank      int // what readers want most first
	asked     int // 0 where it answers a question of readers, else 1
	theme     string
}

// telling are the figures that the front page tells of: what readers want most,
// each of another theme and of another body as far as there are others. They are
// of the newest report of each body. Where the reports state too few indicators,
// what announces the reports fills up the rest.
func (p *portal) telling() []tellingItem {
	all := p.candidates()
	items := []tellingItem{}
	shown, themes, bodies := map[string]bool{}, map[string]int{}, map[string]int{}
	for len(items) < tellings && len(all) > 0 {
		best := 0
		for i := range all {
			if p.better(&all[i], &all[best], themes, bodies) {
				best = i
			}
		}
		c := all[best]
		themes[c.theme]++
		bodies[c.by.Slug]++
		shown[figureURL(c.report.Body, c.report.Year, c.figure)] = true
		items = append(items, p.tell(c.report, c.said, c.display, c.figure))
		all = slices.DeleteFunc(all, func(other candidate) bool { return other.indicator == c.indicator })
	}
	for _, s := range p.newest() {
		for _, f := range s.headline {
			if len(items) < tellings && !shown[figureURL(s.Body, s.Year, f.figure)] {
				items = append(items, p.tell(s, f.label, f.display, f.figure))
			}
		}
	}
	return items
}

func (p *portal) tell(s *Summary, label, display, figure string) tellingItem {
	b := p.bodies[s.Body]
	return tellingItem{cmp.Or(b.Short, b.Name), s.Year, label, display, figureURL(s.Body, s.Year, figure), s.then[figure], s.Body}
}

// better reports whether a should be shown before b, after so many of each theme
// and body: what few readers ask for comes last, a theme and a body that nothing is
// shown of come first, and then what more readers ask for.
func (p *portal) better(a, b *candidate, themes, bodies map[string]int) bool {
	return cmp.Or(
		cmp.Compare(seldom(a.rank), seldom(b.rank)),
		cmp.Compare(themes[a.theme], themes[b.theme]),
		cmp.Compare(bodies[a.by.Slug], bodies[b.by.Slug]),
		cmp.Compare(a.rank, b.rank),
		cmp.Compare(a.asked, b.asked),
		cmp.Compare(b.report.Year, a.report.Year),
		cmp.Compare(a.indicator, b.indicator),
		cmp.Compare(p.depth(a.by), p.depth(b.by)), // the government before its bureaux
	) < 0
}

// seldom is 1 for an indicator that few readers ask for, such as meetings.
func seldom(rank int) int {
	if rank > 2 {
		return 1
	}
	return 0
}

// candidates are the values of indicators in the newest report of each body.
func (p *portal) candidates() []candidate {
	var all []candidate
	if p.Catalogue == nil {
		return nil
	}
	const unranked = 9
	for _, s := range p.newest() {
		for k := range s.stated {
			v := &s.stated[k]
			if i, ok := p.Catalogue.Index(v.indicator); ok {
				ind := &p.Catalogue.Indicators[i]
				c := candidate{report: s, by: p.bodies[s.Body], stated: v, indicator: i, rank: cmp.Or(ind.Rank, unranked), theme: ind.Theme}
				if ind.Question == "" {
					c.asked = 1
				}
				all = append(all, c)
			}
		}
	}
	return all
}

// newest is the newest report of each body.
func (p *portal) newest() []*Summary {
	var all []*Summary
	for _, b := range p.Bodies {
		if of := p.of(b.Slug); len(of) > 0 {
			all = append(all, of[0])
		}
	}
	return all
}

// questions are the questions of readers that the most reports answer, in the
// order of the catalogue.
func (p *portal) questions() []questionItem {
	items := []questionItem{}
	if p.Catalogue == nil {
		return items
	}
	found := p.byIndicator()
	var asked []int
	for i := range p.Catalogue.Indicators {
		if p.Catalogue.Indicators[i].Question != "" && len(found[i]) > 0 {
			asked = append(asked, i)
		}
	}
	slices.SortStableFunc(asked, func(a, b int) int { return found[b].reports() - found[a].reports() })
	asked = asked[:min(questions, len(asked))]
	slices.Sort(asked)
	for _, i := range asked {
		ind := &p.Catalogue.Indicators[i]
		items = append(items, questionItem{ind.Question, "/indicators/" + ind.ID + "/", found[i].reports()})
	}
	return items
}

// planned are what came of the plans for the years of the newest reports, one of each
// body: of one year those that fell short of most first. A
// portal in which no body has the reports of two years has none.
func (p *portal) planned() []plannedItem {
	all := []plannedItem{}
	for _, s := range p.newest() {
		of := s.planned()
		if of == nil {
			continue
		}
		b, first := p.bodies[s.Body], of.Counts[0] // unmet comes before all else
		all = append(all, plannedItem{cmp.Or(b.Short, b.Name), s.Year, of.URL, of.Total, first.Name, first.Count, s.unconfirmed})
	}
	unmet := func(item plannedItem) int {
		if item.Name != report.PromiseUnmet.Name() {
			return 0
		}
		return item.Count
	}
	slices.SortStableFunc(all, func(a, b plannedItem) int { return cmp.Or(b.Year-a.Year, unmet(b)-unmet(a)) })
	return all[:min(plans, len(all))]
}

// leadsOf are where a report says what was found wanting and what is planned, in
// texts of their own.
func leadsOf(parts []partItem) []leadItem {
	items := make([]leadItem, 0, len(parts))
	for _, part := range parts {
		item := leadItem{Name: part.Name, Href: part.Href}
		for _, point := range part.Points[:min(leads, len(part.Points))] {
			item.Points = append(item.Points, pointItem{strings.Clone(point.Text), point.Href})
		}
		items = append(items, item)
	}
	return items
}

// leadsAt are the same on another page than the report's. Their points are there only
// where the page has the room.
func (s *Summary) leadsAt(url string, room bool) []leadItem {
	items := make([]leadItem, 0, len(s.leads))
	for _, l := range s.leads {
		item := leadItem{Name: l.Name, Href: url + l.Href, Points: []pointItem{}}
		for _, point := range l.Points {
			if room {
				item.Points = append(item.Points, pointItem{point.Text, url + point.Href})
			}
		}
		items = append(items, item)
	}
	return items
}
