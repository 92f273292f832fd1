package word

import (
	"maps"
	"slices"
	"strings"

	"mingfa/generator/read/lexicon"
	"mingfa/generator/report"
)

// readOrigin reads what the file tells of its writers. What cannot be read of it
// is nothing to anybody.
func (w *walker) readOrigin(d *report.Document) {
	fields := map[string]*string{
		"creator": &d.Origin.Author, "lastModifiedBy": &d.Origin.LastEditor, "title": &d.Origin.Title, "created": &d.Origin.Created, "modified": &d.Origin.Modified,
		"Company": &d.Origin.Company, "Manager": &d.Origin.Manager, "Template": &d.Origin.Template, "Application": &d.Origin.Program,
		"Author": &d.Origin.Author, "LastAuthor": &d.Origin.LastEditor, "Title": &d.Origin.Title, "Created": &d.Origin.Created, "LastSaved": &d.Origin.Modified,
	}
	all, err := w.parts.relations("")
	if err != nil {
		return
	}
	for _, rel := range all {
		switch rel.kind {
		case "core-properties", "extended-properties", "coreProperties", "extendedProperties":
			w.readProperties(rel.target, fields)
		case "custom-properties", "customProperties":
			d.Origin.Custom = true
		}
	}
	for _, rel := range w.relations {
		d.Origin.Custom = d.Origin.Custom || rel.kind == "customXml"
	}
	w.readSettings(d)
}

func (w *walker) readProperties(name string, fields map[string]*string) {
	r, err := w.parts.open(name, maxPart)
	if r == nil || err != nil {
		return
	}
	x := newTokens(r)
	var into *string
	for {
		t, err := x.next()
		if err != nil || t.kind == atEnd {
			return
		}
		switch t.kind {
		case start:
			into = fields[t.local]
		case end:
			into = nil
		case words:
			if into != nil && len(*into) < maxQuote {
				*into = clip(strings.TrimSpace(*into+t.words), maxQuote)
			}
		}
	}
}

func (w *walker) readSettings(d *report.Document) {
	name := w.related("settings")
	if all, err := w.parts.relations(name); err == nil && name != "" {
		for _, rel := range all {
			if rel.kind == "attachedTemplate" {
				d.Origin.Template = rel.raw
			}
		}
	}
	r, err := w.parts.open(name, maxPart)
	if r == nil || err != nil {
		return
	}
	x := newTokens(r)
	for {
		t, err := x.next()
		if err != nil || t.kind == atEnd {
			return
		}
		switch {
		case t.is("rsid"), t.is("rsidRoot"):
			d.Origin.Revisions++
		case t.is("trackRevisions"):
			d.Origin.Tracking = t.on()
		}
	}
}

// readHeaders reads what stands above and below each page. It is no part of the
// text; a mark of secrecy there is often left over from a draft. A header that
// cannot be read has nothing to say.
func (w *walker) readHeaders(d *report.Document) {
	for _, id := range sorted(w.relations) {
		rel := w.relations[id]
		kind := report.LeftHeader
		switch rel.kind {
		case "header":
		case "footer":
			kind = report.LeftFooter
		default:
			continue
		}
		reader := &walker{parts: w.parts, main: rel.target, within: w.within, styles: w.styles, broken: map[int]bool{},
			numbering: &numbering{}}
		items, err := reader.readPart(rel.target, maxPart)
		if err != nil {
			continue
		}
		hidden := reader.finish(items)
		said, _ := hidden.Text()
		said = strings.TrimSpace(said)
		if said != "" && len(d.Left) < 1000 {
			d.Left = append(d.Left, report.Left{Kind: kind, Text: clip(said, maxLeft)})
		}
		f := &finisher{d: d}
		for _, flag := range hidden.Flags {
			if flag.Kind != report.FlagBox {
				f.flag(mark{kind: flag.Kind, form: flag.Form, quote: flag.Quote}, report.Place{Passage: -1})
			}
		}
		if line := secret(said); line != "" {
			f.flag(mark{kind: report.FlagSecrecy, quote: line}, report.Place{Passage: -1})
		}
	}
}

// secret is the line of a header that says how secret it is, or that it is not for
// the public; "" without one.
func secret(said string) string {
	for line := range strings.Lines(said) {
		line = strings.TrimSpace(line)
		bare := strings.Join(strings.Fields(line), "") // 机 密
		for _, group := range lexicon.Builtin().Groups {
			for _, word := range group.Words {
				rest, begins := strings.CutPrefix(bare, word.Text)
				switch group.ID {
				case "document-secrecy":
					if begins && !strings.HasPrefix(rest, "级") {
						return clip(line, maxQuote)
					}
				case "check-internal":
					if strings.Contains(bare, word.Text) {
						return clip(line, maxQuote)
					}
				}
			}
		}
	}
	return ""
}

// sorted are the keys of a map in order.
func sorted[V any](m map[string]V) []string {
	return slices.Sorted(maps.Keys(m))
}
