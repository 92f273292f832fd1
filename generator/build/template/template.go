// Package template goes through Hugo's templates for those who look at what is named in them:
// whether a page can be made alone (package alone), and whether a pushed template is safe (package guard).
package template

import "text/template/parse"

// Parse reads a template and those that it defines. Functions need not be known.
func Parse(file, text string) (map[string]*parse.Tree, error) {
	tree := parse.New(file)
	tree.Mode = parse.SkipFuncCheck
	set := map[string]*parse.Tree{}
	_, err := tree.Parse(text, "", "", set)
	return set, err
}

// Walk calls visit for a node and for those below it, in the order of the text, each before those below it. Where visit
// answers false, what is below is left out. A template of nothing, whose list is nil, has no nodes.
func Walk(n parse.Node, visit func(n parse.Node) bool) {
	if list, ok := n.(*parse.ListNode); n == nil || ok && list == nil || !visit(n) {
		return
	}
	switch n := n.(type) {
	case *parse.ListNode:
		for _, child := range n.Nodes {
			Walk(child, visit)
		}
	case *parse.ActionNode:
		walkPipe(n.Pipe, visit)
	case *parse.TemplateNode:
		walkPipe(n.Pipe, visit)
	case *parse.PipeNode:
		walkPipe(n, visit)
	case *parse.IfNode:
		walkBranch(&n.BranchNode, visit)
	case *parse.RangeNode:
		walkBranch(&n.BranchNode, visit)
	case *parse.WithNode:
		walkBranch(&n.BranchNode, visit)
	case *parse.CommandNode:
		for _, arg := range n.Args {
			Walk(arg, visit)
		}
	case *parse.ChainNode:
		Walk(n.Node, visit)
	}
}

// walkPipe goes through the commands of a pipe; {{ template "x" }} has none.
func walkPipe(p *parse.PipeNode, visit func(n parse.Node) bool) {
	if p == nil {
		return
	}
	for _, c := range p.Cmds {
		Walk(c, visit)
	}
}

func walkBranch(b *parse.BranchNode, visit func(n parse.Node) bool) {
	walkPipe(b.Pipe, visit)
	Walk(b.List, visit)
	Walk(b.ElseList, visit)
}
