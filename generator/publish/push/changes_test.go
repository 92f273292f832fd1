package push

import (
	"fmt"
	"slices"
	"testing"

	"mingfa/generator/build"
	"mingfa/generator/report"
	"mingfa/generator/seeds"
)

// A push is checked as far as what it changed reaches, and no farther.
func TestChangesReach(t *testing.T) {
	whole := &seeds.Portal{Bodies: []*seeds.Body{
		{Slug: "a", Entries: []seeds.Entry{{Year: 2020}, {Year: 2021}, {Year: 2022}, {Year: 2023}}},
		{Slug: "b", Entries: []seeds.Entry{{Year: 2022}, {Year: 2023}}},
	}}
	for _, test := range []struct {
		path      string
		concerned int    // checked
		read      string // these and those that they are checked against
		site      bool
	}{
		{"seeds/a/2021.txt", 2, "a2020 a2021 a2022 ", false},
		{"seeds/a/2021.toml", 2, "a2020 a2021 a2022 ", false},
		{"seeds/a/2023.md", 1, "a2022 a2023 ", false},
		{"seeds/a/2019.txt", 1, "a2020 ", false}, // taken away: the year after has lost what it was checked against
		{"seeds/b/body.toml", 2, "b2022 b2023 ", false},
		{"seeds/indicators.toml", 6, "a2020 a2021 a2022 a2023 b2022 b2023 ", true},
		{"seeds/phrases.toml", 6, "a2020 a2021 a2022 a2023 b2022 b2023 ", true},
		{"layouts/home.html", 0, "", true},
		{"hugo.toml", 0, "", true},
		{"generator/main.go", 0, "", false},
		{"README.md", 0, "", false},
	} {
		c := changesOf([]string{test.path})
		part, concerned := c.portal(whole)
		read := ""
		for _, b := range part.Bodies {
			for _, e := range b.Entries {
				read += fmt.Sprint(b.Slug, e.Year, " ")
			}
		}
		if concerned != test.concerned || read != test.read || c.site != test.site {
			t.Errorf("%s: %d concerned, %q read, site %v", test.path, concerned, read, c.site)
		}
	}
	c := changesOf([]string{"layouts/home.html", "seeds/a/2023.txt", "README.md", "seeds/b/2023.txt"})
	if _, concerned := c.portal(whole); concerned != 2 || !c.site {
		t.Errorf("a template and two reports: %d concerned, site %v", concerned, c.site)
	}
	if len(whole.Bodies[0].Entries) != 4 {
		t.Error("the portal was changed")
	}
}

// What was found is shown up to a bound for each severity; what is left out is
// counted.
func TestFewFindings(t *testing.T) {
	many := slices.Repeat([]report.Finding{{Severity: report.Error}}, build.MostErrors+7)
	if shown, left := few(many); len(shown) != build.MostErrors || left != 7 {
		t.Errorf("of many errors %d are shown, %d left", len(shown), left)
	}
	var found []report.Finding
	for range 1000 {
		found = append(found, report.Finding{Severity: report.Warning})
	}
	found = append(found, report.Finding{Severity: report.Error})
	if shown, left := few(found); len(shown) != mostWarnings+1 || left != 1000-mostWarnings || shown[mostWarnings].Severity != report.Error {
		t.Errorf("%d shown, %d left", len(shown), left)
	}
}
