package push

import (
	"path"
	"strconv"
	"strings"

	"mingfa/generator/publish"
	"mingfa/generator/seeds"
)

// changes says what a push may have changed, so that no more is checked than
// depends on it.
type changes struct {
	all     bool                    // every report: a list that they are read by, or there is nothing to compare with
	bodies  map[string]bool         // every report of a body
	reports map[string]map[int]bool // by body
	site    bool                    // templates, pages, style sheets, settings of the portal
}

// changesOf sorts the paths that differ between two commits.
func changesOf(paths []string) *changes {
	c := &changes{bodies: map[string]bool{}, reports: map[string]map[int]bool{}}
	for _, p := range paths {
		below, ok := strings.CutPrefix(p, "seeds/")
		if !ok {
			c.site = c.site || isPublished(p)
			continue
		}
		slug, name, ok := strings.Cut(below, "/")
		year, err := strconv.Atoi(strings.TrimSuffix(name, path.Ext(name)))
		switch {
		case !ok: // site.toml or a list: indicators.toml, lexicon.toml, phrases.toml, laws.toml, glossary.toml
			c.all, c.site = true, true
		case err != nil: // body.toml
			c.bodies[slug] = true
		default:
			if c.reports[slug] == nil {
				c.reports[slug] = map[int]bool{}
			}
			c.reports[slug][year] = true
		}
	}
	return c
}

func isPublished(p string) bool {
	for _, part := range publish.Sources {
		if p == part || strings.HasPrefix(p, part+"/") {
			return true
		}
	}
	return false
}

// concerns reports whether a report must be checked: it changed, or the year
// before did, against which it is checked.
func (c *changes) concerns(slug string, year int) bool {
	return c.all || c.bodies[slug] || c.reports[slug][year] || c.reports[slug][year-1]
}

// portal is the part of a portal that must be read: the reports concerned and
// those of the year before. It also counts the former.
func (c *changes) portal(whole *seeds.Portal) (part *seeds.Portal, concerned int) {
	all := *whole
	part, all.Bodies = &all, nil
	for _, b := range whole.Bodies {
		reduced := *b
		reduced.Entries = nil
		for _, e := range b.Entries {
			if c.concerns(b.Slug, e.Year) {
				concerned++
			}
			if c.concerns(b.Slug, e.Year) || c.concerns(b.Slug, e.Year+1) {
				reduced.Entries = append(reduced.Entries, e)
			}
		}
		if len(reduced.Entries) > 0 {
			part.Bodies = append(part.Bodies, &reduced)
		}
	}
	return part, concerned
}
