package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
)

// readers are the rooms whose programs read the language of reports.
var readers = []string{"read", "check", "site", "numeral", "report"}

// listsThatStay are lists in Go of words that the lexicon has too, by file and
// declaration, each with the reason why it is no second list.
var listsThatStay = map[string]string{
	"read/review/disclosure.go items":   "names that pages show; what an entry is read by is its key in the .toml",
	"site/share/draw.go whole":          "where a line of a card may not break; no text is read by them",
	"read/review/waive.go placeholders": "what staff write in a .toml where no reason has been thought of; no report is read by it",
}

// structural are characters that every text is held together by: particles,
// parts of a date and scales of a numeral. Go reads the shape of a text by them,
// as by its punctuation; that groups of the lexicon hold them too makes no list.
const structural = "和与及或并的由从到至为年月日时千万亿"

// TestNoSecondLists: the words that reports are read by stand in the lexicon
// alone. Where a list of them stands in Go as well, the two come to disagree,
// and a word that a portal adds is read at one place and not at the other.
func TestNoSecondLists(t *testing.T) {
	met := map[string]bool{}
	for _, room := range readers {
		err := filepath.WalkDir(room, func(file string, d fs.DirEntry, err error) error {
			if err != nil || path.Ext(file) != ".go" || strings.HasSuffix(file, "_test.go") {
				return err
			}
			for _, found := range secondLists(t, file, nil) {
				if key := filepath.ToSlash(file) + " " + found.declaration; listsThatStay[key] == "" {
					t.Errorf("%s:%d: %s are words of the group %s of %s: ask the lexicon", file, found.line, found.words, found.group, lexicon.Path)
				} else {
					met[key] = true
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for key := range listsThatStay {
		if !met[key] {
			t.Errorf("%s is excused but does not stand there", key)
		}
	}
}

// TestSecondLists: a list is seen in each of the forms that Go has for it.
func TestSecondLists(t *testing.T) {
	for body, want := range map[string]string{
		`var _ = []string{"增长", "上升", "提高"}`:                                                 "增长 上升 提高",
		`var _ = []struct{ word, as string }{{"将近", "近"}, {"大约", "约"}, {"超过", "超"}}`:         "将近 近 大约 约 超过 超",
		`func f(s string) { switch s { case "增长", "上升": case "提高": } }`:                      "增长 上升 提高",
		`var _ = regexp.MustCompile("(?:增长|上升|提高)了?")`:                                       "增长 上升 提高",
		`var _ = strings.Fields("增长 上升 提高")`:                                                 "增长 上升 提高",
		`var _ = lexicon.NewSet("增长", "上升", "提高")`:                                           "增长 上升 提高",
		`func f(s string) bool { return s == "增长" || s == "上升" || has(s, "提高") }`:            "增长 上升 提高",
		`var _ = []string{"增长", "上升"}`:                                                       "",
		`func f(r rune) bool { switch r { case '约', '近', '超': return true }; return false }`: "约 近 超",
		`func f(r rune) bool { return r == '由' || r == '从' || r == '和' || r == '与' }`:        "",
		`var _ = []string{"：", "，", ":"}`:                                                    "",
		`var _ = "增长、上升、提高都是变化"`:                                                             "",
	} {
		got := ""
		if found := secondLists(t, "case.go", "package p\n"+body); len(found) > 0 {
			got = found[0].words
		}
		if got != want {
			t.Errorf("%s\nfound %q, want %q", body, got, want)
		}
	}
}

// secondList is words of one group of the lexicon that stand together in Go.
type secondList struct {
	line         int
	declaration  string // the name of what it stands in
	group, words string
}

// secondLists finds the lists of three or more words of one group in a file;
// source is its text, or nil to read it.
func secondLists(t *testing.T, file string, source any) []secondList {
	files := token.NewFileSet()
	tree, err := parser.ParseFile(files, file, source, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	var found []secondList
	declaration := ""
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			declaration = n.Name.Name
		case *ast.ValueSpec:
			declaration = n.Names[0].Name
		}
		words := listed(n)
		for _, g := range lexicon.Builtin().Groups {
			if of := wordsOf(&g, words); len(of) >= 3 {
				found = append(found, secondList{files.Position(n.Pos()).Line, declaration, g.ID, strings.Join(of, " ")})
			}
		}
		return true
	})
	return found
}

// wordsOf is those of some words that a group has, each once.
func wordsOf(g *lexicon.Group, words []string) []string {
	var of []string
	for _, w := range words {
		has := slices.ContainsFunc(g.Words, func(x lexicon.Word) bool { return x.Text == w })
		if has && !isStructural(w) && !slices.Contains(of, w) {
			of = append(of, w)
		}
	}
	return of
}

// listed is the words that a piece of Go lists: the strings of a literal, of the
// cases of a switch, of the arguments of a call or of the operands of ||, and
// the parts of a pattern or of a text that is split at spaces.
func listed(n ast.Node) []string {
	var words []string
	collect := func(n ast.Node) {
		ast.Inspect(n, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok {
				words = append(words, textOf(lit))
			}
			return true
		})
	}
	switch n := n.(type) {
	case *ast.CompositeLit:
		collect(n)
	case *ast.SwitchStmt:
		for _, clause := range n.Body.List {
			for _, e := range clause.(*ast.CaseClause).List {
				collect(e)
			}
		}
	case *ast.BinaryExpr:
		if n.Op == token.LOR {
			collect(n)
		}
	case *ast.CallExpr:
		for _, arg := range n.Args {
			if lit, ok := arg.(*ast.BasicLit); ok {
				words = append(words, strings.FieldsFunc(textOf(lit), func(r rune) bool { return strings.ContainsRune("()|?:*+^$ ", r) })...)
			}
		}
	}
	return words
}

// textOf is what a literal of a string or a character stands for, "" for a number.
func textOf(lit *ast.BasicLit) string {
	switch lit.Kind {
	case token.STRING:
		text, _ := strconv.Unquote(lit.Value)
		return text
	case token.CHAR:
		r, _, _, _ := strconv.UnquoteChar(lit.Value[1:], '\'')
		return string(r)
	}
	return ""
}

// isStructural reports whether a word is structural, or punctuation.
func isStructural(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsPunct(r) }) ||
		utf8.RuneCountInString(word) == 1 && strings.Contains(structural, word)
}
