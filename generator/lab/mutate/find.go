package main

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"
)

// find lists the mutants of a file in the order of the text.
func find(p *source, name string) []mutant {
	f := &finder{source: p, name: name, text: p.texts[name]}
	ast.Inspect(p.files[name], func(n ast.Node) bool {
		if n == nil {
			f.around = f.around[:len(f.around)-1]
			return true
		}
		if !f.visit(n) {
			return false
		}
		f.around = append(f.around, n)
		return true
	})
	return f.mutants
}

type finder struct {
	*source
	name    string
	text    []byte
	mutants []mutant
	around  []ast.Node // from the file down to the node
}

// visit adds the mutants of a node, and says whether those below it may change
// at all: types and constants are no behaviour that can be switched.
func (f *finder) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.FieldList, *ast.ArrayType, *ast.MapType, *ast.FuncType:
		return false
	case *ast.GenDecl:
		return n.Tok == token.VAR
	case *ast.BlockStmt:
		f.statements(n.List)
	case *ast.CaseClause:
		f.statements(n.Body)
	case *ast.CommClause:
		f.statements(n.Body)
	case *ast.IfStmt:
		f.condition(n.Cond)
	case *ast.ForStmt:
		f.condition(n.Cond)
	case *ast.BinaryExpr:
		f.binary(n)
	case *ast.BasicLit:
		f.number(n)
	case *ast.Ident:
		if other := map[string]string{"true": "false", "false": "true"}[n.Name]; other != "" {
			f.value(n, n.Pos(), n.Name+" to "+other, other)
		}
	case *ast.SelectorExpr:
		f.severity(n)
	}
	return true
}

func (f *finder) offset(p token.Pos) int { return f.set.Position(p).Offset }

func (f *finder) slice(n ast.Node) string { return string(f.text[f.offset(n.Pos()):f.offset(n.End())]) }

// with is the text of a node in which the operator at a place is another.
func (f *finder) with(n ast.Node, at token.Pos, old, other token.Token) string {
	i := f.offset(at)
	return string(f.text[f.offset(n.Pos()):i]) + other.String() + string(f.text[i+len(old.String()):f.offset(n.End())])
}

func (f *finder) add(n ast.Node, at token.Pos, what, text string, as form) {
	where := f.set.Position(at)
	f.mutants = append(f.mutants, mutant{file: f.name, line: where.Line, what: what, start: f.offset(n.Pos()), end: f.offset(n.End()), at: where.Offset, text: text, as: as})
}

// value adds a mutant of an expression whose type can be written down.
func (f *finder) value(e ast.Expr, at token.Pos, what, text string) {
	name := f.typeName(f.info.TypeOf(e))
	if name == "" || f.besideError(e) {
		return
	}
	f.add(e, at, what, text, asValue)
	f.mutants[len(f.mutants)-1].typ = name
}

// besideError says whether a value is returned beside an error: false, err. Nobody
// looks at it then.
func (f *finder) besideError(e ast.Expr) bool {
	n, ok := f.around[len(f.around)-1].(*ast.ReturnStmt)
	return ok && f.fails(n) && e != n.Results[len(n.Results)-1]
}

// fails says whether a statement returns an error that is not nil.
func (f *finder) fails(n *ast.ReturnStmt) bool {
	if len(n.Results) < 2 {
		return false
	}
	last := n.Results[len(n.Results)-1]
	name, ok := last.(*ast.Ident)
	return types.Implements(f.info.TypeOf(last), failure) && !(ok && name.Name == "nil")
}

var failure = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

// typeName is how the file writes a type, "" where it cannot.
func (f *finder) typeName(t types.Type) string {
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		if basic, ok := types.Default(t).(*types.Basic); ok && basic.Kind() != types.Invalid && basic.Kind() != types.UntypedNil {
			return basic.Name()
		}
	case *types.TypeParam:
		return t.Obj().Name()
	case *types.Named:
		if t.TypeArgs().Len() > 0 || t.Obj().Pkg() == nil {
			return ""
		}
		if t.Obj().Pkg() == f.pkg {
			return t.Obj().Name()
		}
		for _, spec := range f.files[f.name].Imports {
			if path, err := strconv.Unquote(spec.Path.Value); err == nil && path == t.Obj().Pkg().Path() && spec.Name == nil {
				return t.Obj().Pkg().Name() + "." + t.Obj().Name()
			}
		}
	}
	return ""
}

// operators gives what each operator becomes: a bound moves by one place, and
// a condition is turned round.
var operators = map[token.Token][]token.Token{
	token.LSS: {token.LEQ, token.GEQ}, token.LEQ: {token.LSS, token.GTR}, token.GTR: {token.GEQ, token.LEQ}, token.GEQ: {token.GTR, token.LSS},
	token.EQL: {token.NEQ}, token.NEQ: {token.EQL}, token.LAND: {token.LOR}, token.LOR: {token.LAND},
	token.ADD: {token.SUB}, token.SUB: {token.ADD}, token.MUL: {token.QUO}, token.QUO: {token.MUL}, token.REM: {token.MUL},
	token.AND: {token.OR}, token.OR: {token.AND}, token.SHL: {token.SHR}, token.SHR: {token.SHL},
	token.ADD_ASSIGN: {token.SUB_ASSIGN}, token.SUB_ASSIGN: {token.ADD_ASSIGN}, token.MUL_ASSIGN: {token.QUO_ASSIGN}, token.QUO_ASSIGN: {token.MUL_ASSIGN},
	token.INC: {token.DEC}, token.DEC: {token.INC},
}

func (f *finder) binary(n *ast.BinaryExpr) {
	result := f.info.Types[n]
	if result.Value != nil || result.Type == nil {
		return // a constant
	}
	for _, other := range operators[n.Op] {
		what, text := n.Op.String()+" to "+other.String(), f.with(n, n.OpPos, n.Op, other)
		if isBool(result.Type) {
			f.add(n, n.OpPos, what, text, asCondition)
		} else if basic, ok := result.Type.Underlying().(*types.Basic); ok && basic.Info()&types.IsNumeric != 0 {
			f.value(n, n.OpPos, what, text)
		}
	}
	if n.Op == token.LAND || n.Op == token.LOR {
		f.condition(n.X)
		f.condition(n.Y)
	}
}

func isBool(t types.Type) bool {
	basic, ok := types.Unalias(t).(*types.Basic)
	return ok && basic.Info()&types.IsBoolean != 0
}

// condition turns round a condition that has no operator to change.
func (f *finder) condition(e ast.Expr) {
	if e == nil || f.info.Types[e].Value != nil || !isBool(f.info.TypeOf(e)) {
		return
	}
	switch e := e.(type) {
	case *ast.CallExpr, *ast.SelectorExpr, *ast.IndexExpr, *ast.Ident:
		f.add(e, e.Pos(), "negated", "!"+f.slice(e), asCondition)
	case *ast.UnaryExpr:
		f.add(e, e.Pos(), "negation removed", f.slice(e.X), asCondition)
	}
}

// number moves a number by one, towards nothing; the change of < to <= moves
// the same bound the other way.
func (f *finder) number(n *ast.BasicLit) {
	if n.Kind != token.INT || strings.HasPrefix(n.Value, "0o") {
		return // the rights of a file are no count
	}
	value, err := strconv.ParseInt(n.Value, 0, 64)
	if err != nil {
		return
	}
	other := value - 1
	if value == 0 {
		other = 1
	}
	text := strconv.FormatInt(other, 10)
	f.value(n, n.Pos(), n.Value+" to "+text, text)
}

// severity makes a warning of an error, which lets a report through the gate,
// and the other way round.
func (f *finder) severity(n *ast.SelectorExpr) {
	other := map[string]string{"Error": "Warning", "Warning": "Error"}[n.Sel.Name]
	if x, ok := n.X.(*ast.Ident); ok && x.Name == "report" && other != "" {
		f.value(n, n.Pos(), n.Sel.Name+" to "+other, "report."+other)
	}
}

// statements adds the mutants of the statements of a block.
func (f *finder) statements(list []ast.Stmt) {
	for _, n := range list {
		switch n := n.(type) {
		case *ast.IncDecStmt:
			f.statement(n, n.TokPos, n.Tok)
		case *ast.ExprStmt:
			f.add(n, n.Pos(), "call removed", "", asStatement)
		case *ast.AssignStmt:
			if n.Tok != token.DEFINE {
				f.statement(n, n.TokPos, n.Tok)
				f.add(n, n.Pos(), "assignment removed", "", asStatement)
			}
		case *ast.ReturnStmt:
			f.returned(n)
		case *ast.BranchStmt:
			f.branch(n)
		}
	}
}

func (f *finder) statement(n ast.Stmt, at token.Pos, op token.Token) {
	if assign, ok := n.(*ast.AssignStmt); ok && op != token.ASSIGN {
		if basic, ok := f.info.TypeOf(assign.Lhs[0]).Underlying().(*types.Basic); !ok || basic.Info()&types.IsNumeric == 0 {
			return // strings have no minus
		}
	}
	for _, other := range operators[op] {
		f.add(n, at, op.String()+" to "+other.String(), f.with(n, at, op, other), asStatement)
	}
}

// returned gives nothing in place of each value that a function returns, and
// turns a bool round.
func (f *finder) returned(n *ast.ReturnStmt) {
	var results []ast.Expr
	if signature := f.function(); signature != nil && signature.Results != nil {
		for _, field := range signature.Results.List {
			for range max(1, len(field.Names)) {
				results = append(results, field.Type)
			}
		}
	}
	if len(results) != len(n.Results) {
		return // f() of several values, or named results
	}
	for i, value := range n.Results {
		if f.fails(n) && i < len(n.Results)-1 {
			continue
		}
		t := f.info.TypeOf(results[i])
		if isBool(t) {
			f.condition(value)
			continue
		}
		text := nothing(t)
		if text == "" || text == f.slice(value) {
			continue
		}
		whole := string(f.text[f.offset(n.Pos()):f.offset(value.Pos())]) + text + string(f.text[f.offset(value.End()):f.offset(n.End())])
		f.add(n, value.Pos(), "returns "+text, whole, asReturn)
	}
}

func (f *finder) function() *ast.FuncType {
	for i := len(f.around) - 1; i >= 0; i-- {
		switch n := f.around[i].(type) {
		case *ast.FuncDecl:
			return n.Type
		case *ast.FuncLit:
			return n.Type
		}
	}
	return nil
}

// nothing is the zero value of a type, "" where it has no short name.
func nothing(t types.Type) string {
	switch t := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case t.Info()&types.IsString != 0:
			return `""`
		case t.Info()&types.IsNumeric != 0:
			return "0"
		}
	case *types.Pointer, *types.Slice, *types.Map, *types.Signature, *types.Interface, *types.Chan:
		return "nil"
	}
	return ""
}

func (f *finder) branch(n *ast.BranchStmt) {
	other := map[token.Token]token.Token{token.BREAK: token.CONTINUE, token.CONTINUE: token.BREAK}[n.Tok]
	if other == token.ILLEGAL {
		return
	}
	f.add(n, n.Pos(), n.Tok.String()+" to "+other.String(), f.with(n, n.TokPos, n.Tok, other), asReturn)
}
