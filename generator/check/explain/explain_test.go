package explain

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var ruleID = regexp.MustCompile(`^[a-z]+(-[a-z]+)+$`)

// Every rule that a package gives in a finding about a report has a page, and
// every page is about such a rule. Ids are the strings of that form in the
// packages that look at reports.
func TestEveryRuleIsExplained(t *testing.T) {
	given := map[string]string{}
	for _, pattern := range []string{"../../read/source/*.go", "../../read/outline/*.go", "../../read/figure/*.go", "../../read/indicator/assign.go", "../sitecheck/*.go", "../*.go"} {
		paths, err := filepath.Glob(pattern)
		if err != nil || len(paths) == 0 {
			t.Fatalf("%s: no files: %v", pattern, err)
		}
		for _, path := range paths {
			if strings.HasSuffix(path, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
					if s, err := strconv.Unquote(lit.Value); err == nil && ruleID.MatchString(s) && s != "utf-8-bom" &&
						(strings.HasPrefix(s, "site-") || !strings.HasPrefix(path, "../sitecheck/")) { // others there are HTML's
						given[s] = path
					}
				}
				return true
			})
		}
	}
	for id, path := range given {
		if _, ok := Of(id); !ok {
			t.Errorf("%s gives %s, which has no page", path, id)
		}
	}
	for _, id := range IDs() {
		if id != "stale-waiver" && given[id] == "" { // package review's
			t.Errorf("explain/%s.md is about a rule that nobody gives", id)
		}
	}
}

// The pages are alike, so that a reader finds his way.
func TestPagesAreAlike(t *testing.T) {
	for _, id := range IDs() {
		page, _ := Of(id)
		text := page.Markdown
		if !strings.HasPrefix(text, "# "+id+"：") {
			t.Errorf("%s: the title is %q", id, strings.SplitN(text, "\n", 2)[0])
		}
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
	if ids := IDs(); !slices.IsSorted(ids) || !slices.Contains(ids, "repeated-word") {
		t.Errorf("%v", ids)
	}
}
