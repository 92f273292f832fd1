// Package glossary holds the terms of the trade that readers may not know,
// each with one plain sentence, and finds them in a text.
//
// The file is seeds/glossary.toml; a portal without one has the built-in
// glossary. Reading is strict, as package settings has it. A term is found by its name and by its
// other forms, exactly as written; of forms that begin at one place the
// longest is taken, and no two overlap.
package glossary

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
	"mingfa/generator/report/rule"
	"mingfa/generator/settings"
)

// Bounds of what a form and an explanation may be, in characters. An
// explanation is shown over the text on a phone.
const (
	longestForm    = 30
	longestMeaning = 200
)

// Term is a term of the trade.
type Term struct {
	ID      string   `toml:"id" need:"true" zh:"编号"` // an ASCII slug; part of addresses
	Name    string   `toml:"term" need:"true" zh:"名词"`
	Aliases []string `toml:"aliases" zh:"别的写法"`
	Spoken  []string `toml:"spoken" zh:"俗称"` // what people say who search for it: 法援; not marked in texts
	Meaning string   `toml:"meaning" need:"true" zh:"解释"`
	Source  string   `toml:"source" zh:"出处"` // the law or document that says what it means; "" without one
}

// Glossary is the terms in the order of the file. It is never changed after
// Parse; a nil one has no terms.
type Glossary struct {
	Terms []Term

	forms *lexicon.Set // of all terms; nil when the file is faulty: nothing is found
	terms []int        // by form: the term, an index in Terms
}

// file is seeds/glossary.toml.
type file struct {
	Extend bool   `toml:"extend" zh:"在内置名词上补充"`
	Terms  []Term `toml:"term" zh:"名词"`
}

// Parse reads the bytes of the file at path. The glossary is never nil; after
// findings it holds what could be read, and finds nothing. A file that says
// extend = true goes on from base, the bytes of the built-in glossary: a term of
// that is left out where the file has one of the same id or the same form.
func Parse(path string, raw, base []byte) (*Glossary, []report.Finding) {
	var f, builtin file
	doc, findings := settings.Read(path, raw, &f)
	g := &Glossary{Terms: f.Terms}
	p := parser{doc: doc, ids: map[string]bool{}, forms: map[string]string{}, findings: findings}
	for i := range g.Terms {
		p.term(i, &g.Terms[i])
	}
	if f.Extend {
		_, faults := settings.Read(path, base, &builtin)
		p.findings = append(p.findings, faults...)
	}
	if len(p.findings) > 0 {
		return g, p.findings
	}
	for _, t := range builtin.Terms {
		if !p.has(&t) {
			g.Terms = append(g.Terms, t)
		}
	}
	var forms []string
	for i, t := range g.Terms {
		for _, form := range append([]string{t.Name}, t.Aliases...) {
			forms, g.terms = append(forms, form), append(g.terms, i)
		}
	}
	g.forms = lexicon.NewSet(forms...)
	return g, nil
}

type parser struct {
	doc      *settings.Document
	ids      map[string]bool
	forms    map[string]string // form to the name of its term
	findings []report.Finding
}

// has reports whether the file itself has a term, or one of its forms.
func (p *parser) has(t *Term) bool {
	taken := func(form string) bool { _, ok := p.forms[form]; return ok }
	return p.ids[t.ID] || taken(t.Name) || slices.ContainsFunc(t.Aliases, taken)
}

func (p *parser) fault(rule, message, suggestion string, path ...any) {
	p.findings = append(p.findings, p.doc.ValueAt(rule, report.Error, message, suggestion, path...))
}

func (p *parser) term(i int, t *Term) {
	switch {
	case t.ID == "": // reported as missing already
	case !isSlug(t.ID):
		p.fault(rule.BadID, fmt.Sprintf("编号“%s”里有不能用的字符", t.ID), "编号会成为网址的一部分，只能用小写字母、数字和连字符，如 mediation。", "term", i, "id")
	case p.ids[t.ID]:
		p.fault(rule.DuplicateID, fmt.Sprintf("编号“%s”用了两次", t.ID), "每个编号只能用一次，请换一个。", "term", i, "id")
	}
	p.ids[t.ID] = true
	if t.Name != "" {
		p.form(t.Name, t.Name, "term", i, "term")
	}
	for n, alias := range t.Aliases {
		p.form(alias, t.Name, "term", i, "aliases", n)
	}
	for n, spoken := range t.Spoken {
		p.form(spoken, t.Name, "term", i, "spoken", n)
	}
	p.line("解释", t.Meaning, longestMeaning, "term", i, "meaning")
	p.line("出处", t.Source, longestMeaning, "term", i, "source")
}

// form checks a way in which a term is written.
func (p *parser) form(form, name string, path ...any) {
	if !p.line("名词", form, longestForm, path...) {
		return
	}
	other, taken := p.forms[form]
	switch {
	case strings.TrimSpace(form) != form:
		p.fault(rule.BadValue, fmt.Sprintf("“%s”的前后有空格", form), "请删去前后的空格。", path...)
	case utf8.RuneCountInString(form) < 2:
		p.fault(rule.ShortTerm, fmt.Sprintf("名词“%s”太短", form), "至少要有两个字，否则正文里处处都会标出来。", path...)
	case taken && other == name:
		p.fault(rule.DuplicateTerm, fmt.Sprintf("“%s”写了两遍", form), "同一个写法只写一遍。", path...)
	case taken:
		p.fault(rule.DuplicateTerm, fmt.Sprintf("“%s”已经是名词“%s”的写法", form, other), "一个写法只能属于一个名词，请删去一处。", path...)
	}
	p.forms[form] = name
}

// line checks that a value is one line of visible characters and no longer
// than need be.
func (p *parser) line(what, value string, longest int, path ...any) bool {
	invisible := func(r rune) bool { return unicode.Is(unicode.C, r) || r == '\u2028' || r == '\u2029' }
	switch {
	case strings.ContainsFunc(value, invisible):
		p.fault(rule.BadValue, what+"里有换行或看不见的字符", "请写成一行，删去后重新输入；从网页或 Word 粘贴时容易带入。", path...)
	case utf8.RuneCountInString(value) > longest:
		p.fault(rule.BadValue, fmt.Sprintf("%s超过 %d 个字", what, longest), "请写得短一些，一句话说清楚。", path...)
	default:
		return true
	}
	return false
}

// isSlug reports whether s can be a part of an address: [a-z0-9-]+, no hyphen
// at either end.
func isSlug(s string) bool {
	return s != "" && s[0] != '-' && s[len(s)-1] != '-' && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}
