package template

import (
	"slices"
	"strings"
	"testing"
	"text/template/parse"
)

// TestWalk: every name of a template is visited, wherever it stands.
func TestWalk(t *testing.T) {
	for text, want := range map[string]string{
		`{{ a }}`:                 "a",
		`{{ a b | c (d .E) }}`:    "a b c d .E",
		`{{ $x := a }}{{ $x.B }}`: "a $x.B",
		`{{ if a }}{{ b }}{{ else }}{{ c }}{{ end }}`:          "a b c",
		`{{ range a }}{{ b }}{{ else if c }}{{ d }}{{ end }}`:  "",
		`{{ range a }}{{ b }}{{ else }}{{ c }}{{ end }}`:       "a b c",
		`{{ with a }}{{ b }}{{ else with c }}{{ d }}{{ end }}`: "a b c d",
		`{{ template "x" a }}{{ template "y" }}`:               "a",
		`{{ define "x" }}{{ a }}{{ end }}`:                     "a",
		`{{ block "x" a }}{{ b }}{{ end }}`:                    "b a",
		`{{ (a b).C.D }}`:                                      "a b .C.D",
		`{{ a.b.C }}`:                                          "a .b.C",
		`{{ /* a */ }}b`:                                       "",
	} {
		set, err := Parse("x.html", text)
		if err != nil {
			if want != "" {
				t.Errorf("%s: %v", text, err)
			}
			continue
		}
		var got []string
		for _, tree := range set {
			if tree.Root == nil {
				continue
			}
			Walk(tree.Root, func(n parse.Node) bool {
				switch n := n.(type) {
				case *parse.IdentifierNode:
					got = append(got, n.Ident)
				case *parse.FieldNode, *parse.VariableNode:
					got = append(got, n.String())
				case *parse.ChainNode:
					Walk(n.Node, func(n parse.Node) bool {
						if id, ok := n.(*parse.IdentifierNode); ok {
							got = append(got, id.Ident)
						}
						return true
					})
					got = append(got, "."+strings.Join(n.Field, "."))
					return false
				}
				return true
			})
		}
		one, two := strings.Fields(want), slices.Clone(got)
		slices.Sort(one) // the templates of a file come in no order
		slices.Sort(two)
		if !slices.Equal(one, two) {
			t.Errorf("%s: visited %v, want %s", text, got, want)
		}
	}
}

// TestWalkOfNothing: a template without text, a branch without an end and no node at all are gone
// through without a visit.
func TestWalkOfNothing(t *testing.T) {
	var none *parse.ListNode
	branch := &parse.IfNode{BranchNode: parse.BranchNode{NodeType: parse.NodeIf, Pipe: &parse.PipeNode{NodeType: parse.NodePipe}}}
	for _, n := range []parse.Node{nil, none, &parse.ListNode{NodeType: parse.NodeList}, branch, &parse.TemplateNode{NodeType: parse.NodeTemplate}} {
		visits := 0
		Walk(n, func(parse.Node) bool { visits++; return true })
		if want := 1; visits != want && (n != nil && n != parse.Node(none) || visits > 0) {
			t.Errorf("%T: %d visits", n, visits)
		}
	}
}

// TestWalkStops: what is below a node that is answered no is left out.
func TestWalkStops(t *testing.T) {
	set, err := Parse("x.html", `{{ if a }}{{ b }}{{ end }}{{ c }}`)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	Walk(set["x.html"].Root, func(n parse.Node) bool {
		if id, ok := n.(*parse.IdentifierNode); ok {
			got = append(got, id.Ident)
		}
		_, branch := n.(*parse.IfNode)
		return !branch
	})
	if !slices.Equal(got, []string{"c"}) {
		t.Errorf("visited %v", got)
	}
}
