package rule

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"mingfa/generator/report"
)

// isID reports whether an id is well formed; comment, one of the contract, is of one word.
func isID(id string) bool { return wellFormed.MatchString(id) || id == Comment }

var wellFormed = regexp.MustCompile(`^[a-z]+(-[a-z]+)+$`)

func TestRulesAreWellFormed(t *testing.T) {
	names := map[string]string{}
	for _, g := range Groups {
		if g.Name == "" || len(g.Rules) == 0 {
			t.Errorf("the group %q has %d rules", g.Name, len(g.Rules))
		}
		for _, r := range g.Rules {
			if !isID(r.ID) {
				t.Errorf("%q is no id", r.ID)
			}
			if r.Severity.Rank() < 0 {
				t.Errorf("%s has severity %q", r.ID, r.Severity)
			}
			if n := utf8.RuneCountInString(r.Name); n < 4 || n > 24 || strings.ContainsAny(r.Name, "。：\n") {
				t.Errorf("%s is called %q", r.ID, r.Name)
			}
			if other, ok := names[r.Name]; ok && !strings.HasPrefix(r.ID, "site-") {
				t.Errorf("%s and %s are both called %s", r.ID, other, r.Name)
			}
			names[r.Name] = r.ID
		}
	}
	if ids := IDs(); !slices.IsSorted(ids) || len(slices.Compact(slices.Clone(ids))) != len(ids) {
		t.Errorf("ids are not unique: %v", ids)
	}
}

// byID is the rule of an id; ok is false when there is none.
func byID(id string) (r Rule, ok bool) {
	for _, g := range Groups {
		if i := slices.IndexFunc(g.Rules, func(r Rule) bool { return r.ID == id }); i >= 0 {
			return g.Rules[i], true
		}
	}
	return Rule{}, false
}

func TestByID(t *testing.T) {
	if r, ok := byID(HeadingGap); !ok || r.ID != "heading-gap" || r.Severity != report.Error || r.Name != "标题序号不连续" {
		t.Errorf("heading-gap is %+v, %v", r, ok)
	}
	if r, ok := byID("heading"); ok {
		t.Errorf("heading is %+v", r)
	}
}
