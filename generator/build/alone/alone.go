// Package alone tells whether a template makes each page from its own bundle, the
// settings of the site and the templates, and from nothing else. Only then can a part of a
// site be rendered by itself with the bytes that it has in the whole.
//
// It reads the names in a template. What a template asks for by a name that is only known
// while it runs cannot be seen, so such functions count as asking.
package alone

import (
	"path"
	"slices"
	"strings"
	"text/template/parse"

	"mingfa/generator/build/template"
)

// others are methods of Hugo by which a page comes to other pages, to their order or to
// what they have left behind, to where its own file lies, or to the hour and to chance.
var others = names(`
	Pages AllPages RegularPages RegularPagesRecursive GetPage GetTerms Paginate Paginator Paginators
	Parent Ancestors Sections CurrentSection FirstSection
	Next Prev NextPage PrevPage NextInSection PrevInSection
	Site Sites Taxonomies Related Menus Data Rotate Ref RelRef
	Translations AllTranslations Home OutputFormats Render
	Filename UniqueID Counter Now Rand Shuffle`)

// listed are those that a section of pages written by hand may use: they are always made
// together.
var listed = names("Pages RegularPages")

// calls are functions that do the same, that read what is no part of the site, or that
// call others by names known only later.
var calls = names("ref relref apply now readFile readDir fileExists os getenv shuffle")

// ofSite and ofHugo are what a template may ask of the site and of Hugo.
var (
	ofSite = names("Params Title Language BaseURL Copyright")
	ofHugo = names("IsServer IsProduction IsDevelopment Version Generator Environment")
)

// front are the settings that tell of the whole portal. They change with each report, and
// are there for the pages that are made each time: home and those that people write.
var front = names("totals latest telling questions planned regions more data build")

// Rewritten reports whether the file of a template, from layouts/ on, is only for pages
// that are made each time.
func Rewritten(file string) bool {
	switch file = below(file); {
	case file == "home.html", file == "page.html", file == "section.html", file == "404.html":
		return true
	}
	name, partial := strings.CutPrefix(file, "_partials/")
	return strings.HasPrefix(file, "data/") || partial && ofFront(name)
}

// partials are those, each a file or a folder, that only pages made each time may call.
var partials = names("build front data")

// ofFront reports whether a partial is one of them, by any name that Hugo knows it by: build,
// build.html, partials/build.html, Front/latest.html.
func ofFront(name string) bool {
	name = strings.TrimPrefix(path.Clean("/"+strings.ToLower(name)), "/")
	name = strings.TrimPrefix(strings.TrimPrefix(name, "_"), "partials/")
	first, _, _ := strings.Cut(name, "/")
	first, _, _ = strings.Cut(first, ".")
	return partials[first]
}

// isInline reports whether a define makes a partial, which any template may call.
func isInline(name string) bool {
	return strings.HasPrefix(strings.TrimPrefix(strings.ToLower(name), "_"), "partials/")
}

func below(file string) string { return strings.TrimPrefix(path.Clean(file), "layouts/") }

// Asks names what the template asks for beyond its own bundle, as it is written there; ""
// for nothing. file is its place, layouts/reports/page.html. One that cannot be read asks
// for something.
func Asks(file, text string) string {
	set, err := template.Parse(file, text)
	if err != nil {
		return err.Error()
	}
	r := reader{section: below(file) == "section.html"}
	var found []string
	for _, t := range set { // in no order
		r.asked = ""
		r.rewritten = Rewritten(file) && !isInline(t.Name)
		if t.Root != nil {
			template.Walk(t.Root, r.node)
		}
		if r.asked != "" {
			found = append(found, r.asked)
		}
	}
	if len(found) == 0 {
		return ""
	}
	return slices.Min(found)
}

// reader looks at the nodes of a template.
type reader struct {
	rewritten bool // the pages are made each time
	section   bool // they are those of sections written by hand
	asked     string
}

func (r *reader) ask(name string) {
	if r.asked == "" {
		r.asked = name
	}
}

// node looks at a node, and says whether to look at those below it.
func (r *reader) node(n parse.Node) bool {
	switch n := n.(type) {
	case *parse.TemplateNode:
		if isInline(n.Name) && ofFront(n.Name) && !r.rewritten {
			r.ask("template " + n.Name)
		}
	case *parse.CommandNode:
		r.partial(n)
	case *parse.IdentifierNode:
		r.function(n.Ident, nil)
	case *parse.FieldNode:
		r.fields(n.Ident)
	case *parse.VariableNode:
		r.fields(n.Ident[1:])
	case *parse.ChainNode:
		if f, ok := n.Node.(*parse.IdentifierNode); ok {
			r.function(f.Ident, n.Field)
			return false
		}
		template.Walk(n.Node, r.node) // it stands before its fields
		r.fields(n.Field)
		return false
	}
	return true
}

// partial looks at a call of a partial. One that reads what tells of the whole portal may be
// called by pages that are made each time alone; which one is called has to be written there.
func (r *reader) partial(c *parse.CommandNode) {
	for i, arg := range c.Args {
		name := arg.String()
		switch name {
		case "partial", "partialCached", "partials.Include", "partials.IncludeCached":
		default:
			continue
		}
		var called *parse.StringNode
		if i == 0 && len(c.Args) > 1 {
			called, _ = c.Args[1].(*parse.StringNode)
		}
		switch {
		case r.rewritten:
		case called == nil:
			r.ask(name)
		case ofFront(called.Text):
			r.ask(name + " " + called.Text)
		}
	}
}

// function looks at a function or a namespace, and at what is taken of it.
func (r *reader) function(name string, of []string) {
	whole := strings.Join(append([]string{name}, of...), ".")
	switch {
	case calls[name]:
		r.ask(name)
	case name == "site" && (len(of) == 0 || !ofSite[of[0]]):
		r.ask(whole)
	case name == "site" && of[0] == "Params" && !r.rewritten && (len(of) == 1 || front[of[1]]):
		r.ask(whole)
	case name == "hugo" && (len(of) == 0 || !ofHugo[of[0]]):
		r.ask(whole)
	default:
		r.fields(of)
	}
}

// fields looks at methods and fields, which a template does not tell apart. What follows
// .Params is staff's or the generator's and no method.
func (r *reader) fields(names []string) {
	for _, name := range names {
		if name == "Params" {
			return
		}
		if others[name] && !(r.section && listed[name]) {
			r.ask("." + name)
		}
	}
}

func names(list string) map[string]bool {
	set := map[string]bool{}
	for _, name := range strings.Fields(list) {
		set[name] = true
	}
	return set
}

// Front reports whether a setting of that name tells of the whole portal, so that only pages
// that are made each time may read it.
func Front(name string) bool { return front[name] }
