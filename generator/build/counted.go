package build

import (
	"strconv"

	"mingfa/generator/seeds"
	"mingfa/generator/site"
)

// bodiesOf are the bodies of a portal, with no more than their names and addresses.
func bodiesOf(p *seeds.Portal) []*site.Body {
	var bodies []*site.Body
	for _, b := range p.Bodies {
		bodies = append(bodies, &site.Body{Slug: b.Slug, Name: b.Name, Former: b.Former})
	}
	return bodies
}

// StandingOf is which reports a portal has.
func StandingOf(p *seeds.Portal) *Standing {
	s := &Standing{Bodies: bodiesOf(p), Reports: map[string]bool{}}
	for _, b := range p.Bodies {
		for _, e := range b.Entries {
			s.Reports[b.Slug+"/"+strconv.Itoa(e.Year)] = true
		}
	}
	s.Withdrawn = p.Withdrawals()
	s.Why = func(slug string, year int) string {
		for _, b := range p.Bodies {
			if b.Slug == slug {
				return b.WhyWithdrawn(year)
			}
		}
		return ""
	}
	return s
}

// CountReports is how many reports a portal has.
func CountReports(p *seeds.Portal) int {
	n := 0
	for _, b := range p.Bodies {
		n += len(b.Entries)
	}
	return n
}

// countBodies is how many bodies have a report, of all or of those of a part.
func countBodies(p *seeds.Portal, only []bool) int {
	n := 0
	for i, b := range p.Bodies {
		if len(b.Entries) > 0 && (only == nil || only[i]) {
			n++
		}
	}
	return n
}
