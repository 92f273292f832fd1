package rule

import (
	"go/ast"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mingfa/generator/report"
)

// TestSeverities compares the usual severity of each rule with what the cases of
// all packages show, and with what the sources say where a rule and a severity
// stand in one call or one literal. A rule may be issued with either; the usual one
// must be among those that are seen.
func TestSeverities(t *testing.T) {
	seen := map[string]map[report.Severity]bool{}
	for _, id := range IDs() {
		seen[id] = map[report.Severity]bool{}
	}
	inCases(t, seen)
	inSources(t, seen)
	seen[FileTooLarge][report.Error] = true // no case holds a file of that size
	for _, g := range Groups {
		for _, r := range g.Rules {
			if !seen[r.ID][r.Severity] {
				t.Errorf("%s is usually of severity %s, is seen with %v", r.ID, r.Severity, seen[r.ID])
			}
		}
	}
}

var severityWords = map[string]report.Severity{"错误": report.Error, "error": report.Error, "提醒": report.Warning, "warning": report.Warning, "说明": report.Notice, "notice": report.Notice}

// inCases notes the severities of rules in the lines of cases, such as
//
//	错误：标题序号不连续…… [heading-gap]
//	2023.toml:3:9: error: 报告里没有这段原文 [quote-not-found]
func inCases(t *testing.T, seen map[string]map[report.Severity]bool) {
	word := regexp.MustCompile(`错误|提醒|说明|[a-z]+(?:-[a-z]+)*`)
	err := fs.WalkDir(os.DirFS("../.."), ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || !strings.HasSuffix(path, ".txtar") {
			return err
		}
		raw, err := os.ReadFile("../../" + path)
		for line := range strings.Lines(string(raw)) {
			words := word.FindAllString(line, -1)
			for _, id := range words {
				for _, s := range words {
					if severity, ok := severityWords[s]; ok && seen[id] != nil {
						seen[id][severity] = true
					}
				}
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// inSources notes the severities beside rules in calls and literals, such as
//
//	collector{src: r.Source, rule: rule.MissingUnit, severity: report.Warning}
func inSources(t *testing.T, seen map[string]map[report.Severity]bool) {
	files, err := parseSources(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	ids := constants(t)
	note := func(parts []ast.Expr) {
		id, severity := "", report.Severity("")
		for _, e := range parts {
			if pair, ok := e.(*ast.KeyValueExpr); ok {
				e = pair.Value
			}
			s, ok := e.(*ast.SelectorExpr)
			switch {
			case !ok:
			case nameOf(s.X) == "rule":
				id = ids[s.Sel.Name]
			case nameOf(s.X) == "report" && (slices.Contains([]string{"Error", "Warning", "Notice"}, s.Sel.Name)):
				severity = severityWords[strings.ToLower(s.Sel.Name)]
			}
		}
		if id != "" && severity != "" {
			seen[id][severity] = true
		}
	}
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.CallExpr:
				note(n.Args)
			case *ast.CompositeLit:
				note(n.Elts)
			}
			return true
		})
	}
}
