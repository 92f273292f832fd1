package push

import (
	"slices"
	"strings"
	"testing"

	"mingfa/generator/publish/checkout"
	"mingfa/generator/seeds"
)

func change(path, old, new string) checkout.Change {
	return checkout.Change{Path: path, Old: old, New: new}
}

func TestMoves(t *testing.T) {
	const a, b = "aa", "bb"
	for name, test := range map[string]struct {
		changes []checkout.Change
		gone    string
		down    string
		renamed string // "new<old"
	}{
		"nothing":          {},
		"a new report":     {changes: []checkout.Change{change("seeds/shili/2023.txt", "", a)}},
		"a changed one":    {changes: []checkout.Change{change("seeds/shili/2023.txt", a, b)}},
		"one that goes":    {changes: []checkout.Change{change("seeds/shili/2023.txt", a, ""), change("seeds/shili/2023.toml", a, "")}, gone: "shili/2023", down: "reports/shili/2023/"},
		"another format":   {changes: []checkout.Change{change("seeds/shili/2023.txt", a, ""), change("seeds/shili/2023.docx", "", b)}},
		"its settings":     {changes: []checkout.Change{change("seeds/shili/2023.toml", a, "")}},
		"a list":           {changes: []checkout.Change{change("seeds/lexicon.toml", a, ""), change("seeds/shili/notes/2023.txt", a, "")}},
		"a body that goes": {changes: []checkout.Change{change("seeds/shili/body.toml", a, ""), change("seeds/shili/2023.txt", a, "")}, gone: "shili/2023", down: "reports/shili/2023/"},
		"a body renamed": {changes: []checkout.Change{
			change("seeds/shili/body.toml", b, ""), change("seeds/shili/2023.txt", a, ""), change("seeds/shili-sfj/body.toml", "", b), change("seeds/shili-sfj/2023.txt", "", a),
		}, gone: "shili/2023", renamed: "shili-sfj<shili"},
		"two into one": {changes: []checkout.Change{
			change("seeds/x/body.toml", b, ""), change("seeds/x/2023.txt", a, ""), change("seeds/y/body.toml", b, ""), change("seeds/y/2022.txt", b, ""),
			change("seeds/z/2023.txt", "", a), change("seeds/z/2022.txt", "", b),
		}, gone: "x/2023 y/2022", renamed: "z<x z<y"},
		"a report moved to another body": {changes: []checkout.Change{change("seeds/x/2023.txt", a, ""), change("seeds/y/2023.txt", "", a)}, gone: "x/2023", down: "reports/x/2023/"},
		"another year":                   {changes: []checkout.Change{change("seeds/x/body.toml", b, ""), change("seeds/x/2022.txt", a, ""), change("seeds/y/2023.txt", "", a)}, gone: "x/2022", down: "reports/x/2022/"},
	} {
		m := movesOf(test.changes)
		var renamed []string
		for to, all := range m.renamed {
			for _, from := range all {
				renamed = append(renamed, to+"<"+from)
			}
		}
		slices.Sort(renamed)
		if got := strings.Join(m.gone, " "); got != test.gone {
			t.Errorf("%s: gone %q, want %q", name, got, test.gone)
		}
		if got := strings.Join(renamed, " "); got != test.renamed {
			t.Errorf("%s: renamed %q, want %q", name, got, test.renamed)
		}
		if got := strings.Join(m.takenDown(), " "); got != test.down {
			t.Errorf("%s: taken down %q, want %q", name, got, test.down)
		}
	}
	m := &moves{renamed: map[string][]string{"shili-sfj": {"shili"}}}
	body := &seeds.Body{Slug: "shili-sfj", Former: []string{"older"}}
	found := m.unnamed(&seeds.Portal{Bodies: []*seeds.Body{body}})
	if len(found) != 1 || !strings.HasSuffix(found[0].Suggestion, `former = ["older", "shili"]`) {
		t.Errorf("a body renamed without a word: %v", found)
	}
	body.Former = append(body.Former, "shili")
	if found := m.unnamed(&seeds.Portal{Bodies: []*seeds.Body{body}}); len(found) != 0 {
		t.Errorf("one that was told: %v", found)
	}
}
