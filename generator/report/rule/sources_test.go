package rule

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
)

// TestNoOtherIDs reads the sources of the whole program. An id is written out in
// this package only, and what is issued as a rule is one of its constants, so that
// no rule can be without a name and a page. Tests may write ids out: they say what
// users see.
func TestNoOtherIDs(t *testing.T) {
	files, err := parseSources(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 100 {
		t.Fatalf("only %d sources", len(files))
	}
	for _, fault := range strayIDs(files) {
		t.Error(fault)
	}
	used := usedNames(files)
	for name, id := range constants(t) {
		if !used[name] {
			t.Errorf("no rule gives %s (%s)", id, name)
		}
	}
}

// TestStrayIDsAreFound tries what TestNoOtherIDs must not let pass.
func TestStrayIDsAreFound(t *testing.T) {
	for source, want := range map[string]int{
		`func f() { g(rule.HeadingGap) }`:                                                          0,
		`func f() { g("heading-gap") }`:                                                            1,
		`func f() report.Finding { return report.Finding{Rule: "new-rule"} }`:                      1,
		`func f() any { return collector{rule: "new-rule", most: 3} }`:                             1,
		`func fault(n int, rule, message string) {}; func f() { fault(1, "new-rule", "甲") }`:       1,
		`func fault(rule string) {}; func f() { fault(rule.BadTOML); fault(message("new-rule")) }`: 0,
		`func (l *loader) fault(rule string) {}; func (l *loader) f() { l.fault("new-rule") }`:     1,
		`func f() { var f report.Finding; f.Rule, f.Severity = "new-rule", report.Error; _ = f }`:  1,
		`const RuleNew = "new-rule"; func f() {}`:                                                  1,
		`func f() string { return "no-cache" }`:                                                    0,
	} {
		files, err := parseSources(fstest.MapFS{"a.go": {Data: []byte("package a\n" + source)}})
		if err != nil {
			t.Fatal(err)
		}
		if got := strayIDs(files); len(got) != want {
			t.Errorf("%s\n%d faults, want %d: %q", source, len(got), want, got)
		}
	}
}

// strayIDs are the places where an id is written out, or a string is given as a
// rule that none of the constants is: as a field, a variable or a constant called
// rule, or as an argument to a function's parameter of that name.
func strayIDs(files map[string]*ast.File) (faults []string) {
	parameters := ruleParameters(files)
	for path, file := range files {
		if path == "report/document.go" { // a flag is called as its rule; this package knows that one
			continue
		}
		seen := map[token.Pos]bool{}
		fault := func(e ast.Expr, anything bool) {
			lit, ok := e.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING || seen[lit.Pos()] {
				return
			}
			text, _ := strconv.Unquote(lit.Value)
			_, known := byID(text)
			known = known && text != Comment // an element of Word is called so too
			if known || anything && text != "" {
				seen[lit.Pos()] = true
				faults = append(faults, fmt.Sprintf("%s: the id %s is no constant of package rule", path, lit.Value))
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.KeyValueExpr:
				fault(n.Value, isRule(n.Key))
			case *ast.AssignStmt:
				for i, to := range n.Lhs {
					if len(n.Rhs) == len(n.Lhs) {
						fault(n.Rhs[i], isRule(to))
					}
				}
			case *ast.ValueSpec:
				for i, name := range n.Names {
					if i < len(n.Values) {
						fault(n.Values[i], isRule(name) || strings.HasPrefix(strings.ToLower(name.Name), "rule"))
					}
				}
			case *ast.CallExpr:
				for i, arg := range n.Args {
					fault(arg, parameters[parameter{nameOf(n.Fun), i}] && wellFormedLiteral(arg))
				}
			case *ast.BasicLit:
				fault(n, false)
			}
			return true
		})
	}
	return faults
}

// parameter is a place in the calls of a function.
type parameter struct {
	function string
	index    int
}

// ruleParameters are the parameters called rule of all functions, by the
// functions' names alone: of two functions of one name either may be meant.
func ruleParameters(files map[string]*ast.File) map[parameter]bool {
	found := map[parameter]bool{}
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			f, ok := n.(*ast.FuncDecl)
			if !ok {
				return true
			}
			index := 0
			for _, field := range f.Type.Params.List {
				for _, name := range field.Names {
					if name.Name == "rule" {
						found[parameter{f.Name.Name, index}] = true
					}
					index++
				}
			}
			return true
		})
	}
	return found
}

// wellFormedLiteral tells an id from a message at the same place of another
// function of the same name.
func wellFormedLiteral(e ast.Expr) bool {
	lit, ok := e.(*ast.BasicLit)
	if !ok {
		return false
	}
	text, err := strconv.Unquote(lit.Value)
	return err == nil && wellFormed.MatchString(text)
}

func isRule(e ast.Expr) bool { return strings.EqualFold(nameOf(e), "rule") }

// nameOf is the last name of an expression: Rule of f.Rule, fault of l.fault.
func nameOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

// usedNames are the constants of this package that the program names.
func usedNames(files map[string]*ast.File) map[string]bool {
	used := map[string]bool{}
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && nameOf(s.X) == "rule" {
				used[s.Sel.Name] = true
			}
			return true
		})
	}
	return used
}

// constants are those of ids.go by their names.
func constants(t *testing.T) map[string]string {
	file, err := parser.ParseFile(token.NewFileSet(), "ids.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		if s, ok := n.(*ast.ValueSpec); ok && len(s.Values) == 1 {
			if lit, ok := s.Values[0].(*ast.BasicLit); ok {
				id, _ := strconv.Unquote(lit.Value)
				if _, known := byID(id); !known || strings.ToLower(s.Names[0].Name) != strings.ReplaceAll(id, "-", "") {
					t.Errorf("%s is %q, which is another rule or none", s.Names[0].Name, id)
				}
				found[s.Names[0].Name] = id
			}
		}
		return true
	})
	if len(found) != len(IDs()) {
		t.Errorf("%d constants, %d rules", len(found), len(IDs()))
	}
	return found
}

// parseSources parses the Go files below a folder but for tests and this package.
func parseSources(root fs.FS) (map[string]*ast.File, error) {
	files := map[string]*ast.File{}
	err := fs.WalkDir(root, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") || strings.HasPrefix(path, "report/rule/") {
			return err
		}
		raw, err := fs.ReadFile(root, path)
		if err != nil {
			return err
		}
		files[path], err = parser.ParseFile(token.NewFileSet(), path, raw, 0)
		return err
	})
	return files, err
}
