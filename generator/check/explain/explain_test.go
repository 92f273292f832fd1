package explain

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"mingfa/generator/report/rule"
)

// Every rule has a page, and every page is about a rule and is headed by its id and
// its name.
func TestEveryRuleHasAPage(t *testing.T) {
	for _, id := range rule.IDs() {
		if _, ok := Of(id); !ok {
			t.Errorf("%s has no page", id)
		}
	}
	entries, err := pages.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		id := strings.TrimSuffix(e.Name(), ".md")
		r, ok := ruleOf(id)
		if !ok {
			t.Errorf("%s is about a rule that nobody gives", e.Name())
			continue
		}
		if page, _ := Of(id); !strings.Contains(page.Markdown, "\n\n"+page.First) && !strings.ContainsAny(page.Markdown[:300], "`*") || page.First == "" {
			t.Errorf("%s.md begins with %q", id, page.First)
		}
		if page, _ := Of(id); page.Title != id+"："+r.Name {
			t.Errorf("%s.md is headed %s, the rule is called %s", id, page.Title, r.Name)
		}
	}
}

// ruleOf is the rule with this id.
func ruleOf(id string) (r rule.Rule, ok bool) {
	for _, g := range rule.Groups {
		if i := slices.IndexFunc(g.Rules, func(r rule.Rule) bool { return r.ID == id }); i >= 0 {
			return g.Rules[i], true
		}
	}
	return rule.Rule{}, false
}

// The pages are alike, so that a reader finds his way.
func TestPagesAreAlike(t *testing.T) {
	for _, id := range rule.IDs() {
		page, _ := Of(id)
		text := page.Markdown
		for _, section := range []string{"查什么", "为什么", "依据", "怎么改", "怎么豁免"} {
			if strings.Count(text, "\n## "+section+"\n") != 1 {
				t.Errorf("%s: no section %s", id, section)
			}
		}
		if n := len([]rune(text)); n < 200 || n > 2500 {
			t.Errorf("%s: %d characters", id, n)
		}
	}
}

func TestExplainKnowsNoOther(t *testing.T) {
	for _, id := range []string{"", "../rules", "heading-gap.md", "no-such-rule", `explain\heading-gap`} {
		if page, ok := Of(id); ok || page != nil {
			t.Errorf("%q has a page", id)
		}
	}
}

// TestExamplesAreTOML: what a page tells staff to write can be read.
func TestExamplesAreTOML(t *testing.T) {
	examples := 0
	for _, id := range rule.IDs() {
		page, _ := Of(id)
		for _, m := range regexp.MustCompile("(?s)\n```toml\n(.*?)```\n").FindAllStringSubmatch(page.Markdown, -1) {
			examples++
			var v map[string]any
			if _, err := toml.Decode(m[1], &v); err != nil || len(v) == 0 {
				t.Errorf("%s: %v in\n%s", id, err, m[1])
			}
		}
	}
	if examples < 60 {
		t.Errorf("only %d examples", examples)
	}
}
