// Package search makes the files with which the page /search/ finds words in
// all reports without a server: any run of characters, in whatever report,
// with the sentence, the paragraph and the figure it stands in. It is pure:
// (path, bytes) pairs, the same for the same reports.
//
// What there is depends on how much text there is:
//
//	search/index/index.json                 bodies, years, themes and what else a query may name (known.go), and which form the rest has
//	search/index/text.json                  up to WholeLimit bytes: the texts of all reports, by ordinal
//	search/index/reports/<body>/<year>.json above: the text of one report
//	search/index/<n>.json                   above: a part of the term index
//
// The ordinals of reports go body by body and year by year. A term is a
// character or two that stand beside each other, folded (Fold); the term index
// says which reports hold it, so that only the texts that hold all terms of a
// query are fetched, newest first, until there are enough matches. It may name
// a report too many, never one too few. See terms.go for its form and text.go
// for that of a text.
//
// Reports are added one by one. Nobody waits for the index before the site is
// whole, so that Add only notes where in its source a report has what, in about five
// kilobytes, and Finish reads the sources again, one at a time.
package search

import (
	"encoding/json"
	"fmt"
	"hash"
	"hash/fnv"
	"strconv"
	"sync"

	"mingfa/generator/escape"
	"mingfa/generator/read/indicator"
	"mingfa/generator/report"
)

// WholeLimit is up to how many bytes of text the page loads all at once.
const WholeLimit = 1 << 20

// Folder holds all of the index and nothing else.
const Folder = "search/index"

// Write takes a file: where it stands on the site, without the leading slash, and
// what is in it.
type Write func(path string, data []byte) error

// Read reads the source of a body's year number entry again.
type Read func(body, entry int) (*report.Source, error)

// Body is a government body and the years of its reports, in order.
type Body struct {
	Slug, Name, Short string
	Region            string // as body.toml has it; "" for none
	RegionSlug        string // of its page
	Years             []int
}

// Portal is what there is to be searched and what a query may name.
type Portal struct {
	Bodies    []Body // in the order in which their names are listed
	Catalogue *indicator.Catalogue
	Terms     []Term
}

// Index gathers the reports of a portal.
type Index struct {
	bodies    []Body
	catalogue *indicator.Catalogue
	terms     []Term
	read      Read
	write     Write
	ids       map[string]int // of themes
	added     [][]words      // of each body, in order
	sum       hash.Hash64    // of all texts

	mu     sync.Mutex
	used   []bool // by theme
	stated []bool // by indicator
	plans  []plan
	bytes  int // of text
}

// New is an index for a portal. Finish reads the sources by read and writes the files
// by write.
func New(p Portal, read Read, write Write) *Index {
	x := &Index{bodies: p.Bodies, catalogue: p.Catalogue, terms: p.Terms, read: read, write: write, ids: map[string]int{}, sum: fnv.New64a()}
	if x.catalogue == nil {
		x.catalogue = &indicator.Catalogue{}
	}
	for i, t := range x.catalogue.Themes {
		x.ids[t.ID] = i
	}
	x.added = make([][]words, len(x.bodies))
	x.used = make([]bool, len(x.catalogue.Themes))
	x.stated = make([]bool, len(x.catalogue.Indicators))
	return x
}

// Add adds the report of a body's year number entry. Reports of different bodies
// may be added at the same time, those of one body only one after another.
func (x *Index) Add(body, entry int, r *report.Report) {
	w := wordsOf(r, entry, x.ids)
	x.added[body] = append(x.added[body], w)
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, theme := range w.themes {
		x.used[theme] = true
	}
	for i := range r.Figures {
		if at, ok := x.catalogue.Index(r.Figures[i].Indicator); ok && !r.Figures[i].Hidden {
			x.stated[at] = true
		}
	}
	x.bytes += len(r.Source.Text)
}

// plan is what came of the plan for a body's year number entry.
type plan struct {
	body, entry, undone int
	says                string
}

// Plan notes that the site has a page on what came of the plan for a body's year
// number entry: how many items of it were not done, and what is said of them all. It
// may be called whenever Add may.
func (x *Index) Plan(body, entry, undone int, says string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.plans = append(x.plans, plan{body, entry, undone, says})
}

// Finish writes the files, one after another. It is to be called once, after all
// reports have been added.
func (x *Index) Finish() error {
	if x.bytes <= WholeLimit {
		return x.finishWhole()
	}
	return x.finishParts()
}

// finishParts writes the text of each report by itself, and the term index.
func (x *Index) finishParts() error {
	var index termIndex
	var folded []rune
	ordinal := 0 // of the body's first report
	for body, b := range x.bodies {
		for i := range x.added[body] {
			w := &x.added[body][i]
			source, err := x.source(body, w)
			if err != nil {
				return err
			}
			text, err := x.encode(body, w, w.text(source))
			if err != nil {
				return err
			}
			if err := x.write(Folder+"/reports/"+b.Slug+"/"+strconv.Itoa(b.Years[w.entry])+".json", text); err != nil {
				return err
			}
			folded = Fold(folded[:0], w.title)
			eachTerm(folded, index.note)
			for _, block := range w.blocks {
				folded = Fold(folded[:0], source[block.span.Start:block.span.End])
				eachTerm(folded, index.note)
			}
			for _, theme := range w.themes {
				index.note(themeTerm(theme))
			}
			index.add(ordinal + w.entry)
		}
		x.added[body] = nil
		ordinal += len(b.Years)
	}
	bits := index.sort()
	if err := x.writeJSON("index.json", x.manifest(bits)); err != nil {
		return err
	}
	for n := range 1 << bits {
		if err := x.writeJSON(strconv.Itoa(n)+".json", partFile{x.version(), index.part(n, bits)}); err != nil {
			return err
		}
	}
	return nil
}

// source is the text of a report's source, read again.
func (x *Index) source(body int, w *words) (string, error) {
	src, err := x.read(body, w.entry)
	if err != nil {
		return "", err
	}
	if src == nil || src.SHA256 != w.sha256 {
		return "", fmt.Errorf("%s 的 %d 年报告在生成网站时被改动了。请再生成一次", x.bodies[body].Name, x.bodies[body].Years[w.entry])
	}
	return src.Text, nil
}

// encode is the text of a report as JSON, which from then on is part of the
// version.
func (x *Index) encode(body int, w *words, text textFile) ([]byte, error) {
	data, err := escape.JSON(text)
	if err != nil {
		return nil, fmt.Errorf("failed to write a text of the search index: %w", err)
	}
	fmt.Fprintf(x.sum, "%s %d\n", x.bodies[body].Slug, w.entry)
	x.sum.Write(data)
	return data, nil
}

// version changes with any text, so that the page notices files of two builds
// and no cache mixes them. It is known when all texts have been encoded.
func (x *Index) version() string { return strconv.FormatUint(x.sum.Sum64(), 16) }

// wholeFile is text.json: the texts by ordinal, null where a body's year has none.
type wholeFile struct {
	Version string            `json:"version"`
	Reports []json.RawMessage `json:"reports"`
}

// finishWhole writes the index with the texts of all reports in one file.
func (x *Index) finishWhole() error {
	texts := []json.RawMessage{}
	for body := range x.bodies {
		ofBody := make([]json.RawMessage, len(x.bodies[body].Years))
		for i := range x.added[body] {
			w := &x.added[body][i]
			source, err := x.source(body, w)
			if err != nil {
				return err
			}
			if ofBody[w.entry], err = x.encode(body, w, w.text(source)); err != nil {
				return err
			}
		}
		texts = append(texts, ofBody...)
	}
	if err := x.writeJSON("index.json", x.manifest(-1)); err != nil {
		return err
	}
	return x.writeJSON("text.json", wholeFile{x.version(), texts})
}

func (x *Index) writeJSON(name string, v any) error {
	data, err := escape.JSON(v)
	if err != nil {
		return fmt.Errorf("failed to write %s of the search index: %w", name, err)
	}
	return x.write(Folder+"/"+name, data)
}
