// Package rule names every rule of which a command prints findings: those about
// reports, about the settings beside them, about the folder, about a pushed site
// and about a built one. The ids are stable, since staff write them into waivers
// and other programs read them from JSON; a rule that is new gets a constant and a
// line in Groups here, and a page in check/explain.
package rule

import (
	"slices"

	"mingfa/generator/report"
)

// Rule is what is known of a rule without looking at anything.
type Rule struct {
	ID       string
	Severity report.Severity // as it normally is; where a rule is less sure it warns
	Name     string          // in Chinese, a few words
}

// Group is rules about one kind of thing.
type Group struct {
	Name  string // in Chinese
	Rules []Rule
}

// Name is what a rule is called in Chinese; the id itself where there is none of it.
func Name(id string) string {
	for _, g := range Groups {
		for _, r := range g.Rules {
			if r.ID == id {
				return r.Name
			}
		}
	}
	return id
}

// IDs are the ids of all rules in alphabetical order.
func IDs() []string {
	var ids []string
	for _, g := range Groups {
		for _, r := range g.Rules {
			ids = append(ids, r.ID)
		}
	}
	slices.Sort(ids)
	return ids
}
