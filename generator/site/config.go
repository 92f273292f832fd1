package site

import (
	"cmp"
	"slices"
	"strings"
)

// Config is the JSON configuration that Hugo merges with hugo.toml: what the
// portal is called and where it stands, and what every page or the front page
// shows of the whole.
func Config(w *Whole) []byte {
	p := arrange(w)
	return document(4096, func(o *object) {
		o.text("title", w.Site.Name)
		o.optional("baseURL", w.Site.Domain)
		o.object("params", func() {
			o.object("site", func() { w.Site.params(o) })
			o.object("build", func() {
				o.optional("commit", w.Revision.Commit)
				o.optional("short", w.Revision.Short)
				o.optional("time", w.Revision.Time)
				o.flag("dirty", w.Revision.Dirty)
				if w.Release {
					o.flag("release", true)
				}
			})
			figures := 0
			for _, s := range p.reports {
				figures += s.Figures
			}
			o.object("totals", func() { // as texts: Hugo would print a million as 1e+06
				o.text("bodies", itoa(len(p.spans)))
				o.text("reports", itoa(len(p.reports)))
				o.text("figures", itoa(figures))
			})
			p.glossary(o)
			o.array("latest", func() { p.latest(o) })
			p.regions(o)
		})
	})
}

func (s *Site) params(o *object) {
	for _, f := range [][2]string{
		{"name", s.Name}, {"domain", s.Domain}, {"idcode", s.IDCode}, {"icp", s.ICP}, {"publicsecurity", s.PublicSecurity},
		{"sponsor", s.Sponsor}, {"organizer", s.Organizer}, {"contact", s.Contact}, {"email", s.Email}, {"address", s.Address},
		{"partymark", s.PartyMark}, {"errormark", s.ErrorMark}, {"description", s.Description}, {"keywords", s.Keywords},
	} {
		o.optional(f[0], f[1])
	}
	if s.Demonstration {
		o.flag("demonstration", true)
	}
}

// latest writes the newest reports; those of one year by body.
func (p *portal) latest(o *object) {
	newest := slices.Clone(p.reports)
	slices.SortStableFunc(newest, func(a, b *Summary) int { return cmp.Compare(b.Year, a.Year) })
	for _, s := range newest[:min(latest, len(newest))] {
		o.item(func() {
			url := pageURL(s.Body, s.Year)
			o.text("body", s.Body)
			o.text("bodyname", p.bodies[s.Body].Name)
			o.number("year", s.Year)
			o.text("title", s.title())
			o.text("url", url)
			o.number("figures", s.Figures)
			o.array("headline", func() {
				for _, l := range s.headline() {
					o.item(func() { o.text("label", l.label); o.text("display", l.display); o.text("href", url+"#"+l.figure) })
				}
			})
		})
	}
}

// regions writes the bodies by region, those without one last.
func (p *portal) regions(o *object) {
	var bodies []*Body
	for _, b := range p.Bodies {
		if len(p.of(b.Slug)) > 0 {
			bodies = append(bodies, b)
		}
	}
	more := len(bodies) > bodiesListed
	bodies = bodies[:min(len(bodies), bodiesListed)]
	slices.SortStableFunc(bodies, func(a, b *Body) int {
		if (a.Region == "") != (b.Region == "") {
			return len(b.Region) - len(a.Region)
		}
		return strings.Compare(a.Region, b.Region)
	})
	o.array("regions", func() {
		for i := 0; i < len(bodies); {
			end := i + 1
			for end < len(bodies) && bodies[end].Region == bodies[i].Region {
				end++
			}
			o.item(func() {
				o.text("name", bodies[i].Region)
				o.array("bodies", func() { p.regionBodies(o, bodies[i:end]) })
			})
			i = end
		}
	})
	if more {
		o.flag("more", true)
	}
}

func (p *portal) regionBodies(o *object, bodies []*Body) {
	for _, b := range bodies {
		o.item(func() {
			o.text("slug", b.Slug)
			o.text("name", b.Name)
			o.text("url", "/bodies/"+b.Slug+"/")
			o.key("years")
			o.b = append(o.b, '[')
			for i, s := range p.of(b.Slug) {
				if i > 0 {
					o.b = append(o.b, ',')
				}
				o.b = append(o.b, itoa(s.Year)...)
			}
			o.b = append(o.b, ']')
		})
	}
}
