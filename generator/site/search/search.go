// Package search makes the files with which the page /search/ finds words in
// all reports without a server: any run of characters, in whatever report,
// with the sentence, the paragraph and the figure it stands in. It is pure:
// (path, bytes) pairs, the same for the same reports.
//
// What there is depends on how much text there is:
//
//	search/index/index.json                 bodies, years, themes and what else a query may name (known.go), and which form the rest has
//	search/index/text.json                  up to WholeLimit bytes: the texts of all reports, by ordinal
//	search/index/texts/<n>/<year>.json      above: the texts of a year's reports of neighbouring bodies, by slug
//	search/index/<n>.json                   above: a part of the term index
//
// The ordinals of reports go body by body and year by year. A term is a
// character or two that stand beside each other, folded (Fold); the term index
// says which reports hold it, so that only the texts that hold all terms of a
// query are fetched, newest first, until there are enough matches. The page takes
// longest over asking for files, so the texts that come after one another in that
// order stand in one (together). The index may name a report too many, never one too few. See terms.go for its form and text.go
// for that of a text.
//
// Reports are added one by one, in no order. What the index takes of each waits in a file, so
// that it needs no memory, and may come from an earlier run, which read the report.
package search

import (
	"encoding/json"
	"fmt"
	"hash"
	"hash/fnv"
	"maps"
	"slices"
	"strconv"
	"sync"

	"mingfa/generator/escape"
	"mingfa/generator/read/indicator"
	"mingfa/generator/report/pack"
)

// WholeLimit is up to how many bytes of text the page loads all at once.
const WholeLimit = 1 << 20

// Folder holds all of the index and nothing else.
const Folder = "search/index"

// Write takes a file: where it stands on the site, without the leading slash, and
// what is in it.
type Write func(path string, data []byte) error

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
	spool     *pack.Spool
	write     Write
	ids       map[string]int // of themes
	at        [][]pack.Place // of what was taken of reports, by body and entry
	sum       hash.Hash64    // of all texts

	mu     sync.Mutex
	used   []bool // by theme
	stated []bool // by indicator
	plans  []plan
	bytes  int // of text
}

// New is an index for a portal. What it takes of reports is kept in file, which is empty and
// must stay until Finish has written the files by write.
func New(p Portal, file pack.File, write Write) *Index {
	x := &Index{bodies: p.Bodies, catalogue: p.Catalogue, terms: p.Terms, spool: pack.NewSpool(file), write: write, ids: map[string]int{}, sum: fnv.New64a()}
	if x.catalogue == nil {
		x.catalogue = &indicator.Catalogue{}
	}
	for i, t := range x.catalogue.Themes {
		x.ids[t.ID] = i
	}
	x.at = make([][]pack.Place, len(x.bodies))
	for i := range x.bodies {
		x.at[i] = make([]pack.Place, len(x.bodies[i].Years))
	}
	x.used = make([]bool, len(x.catalogue.Themes))
	x.stated = make([]bool, len(x.catalogue.Indicators))
	return x
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

// together is of how many bodies, in their order, the texts of a year stand in one file:
// some 100 KB of them, a third of it on its way. index.json tells it to the page.
const together = 8

// finishParts writes the texts of the reports, some together, and the term index.
func (x *Index) finishParts() error {
	var index termIndex
	ordinal, group := 0, 0
	texts := map[int][]byte{} // of the bodies of a group, by year
	err := x.each(func(body, entry int, t *taken) error {
		if body/together != group {
			if err := x.writeTexts(group, texts); err != nil {
				return err
			}
			group = body / together
		}
		if t != nil {
			b := &x.bodies[body]
			texts[b.Years[entry]] = fmt.Appendf(texts[b.Years[entry]], ",%q:%s", b.Slug, t.text)
			index.add(ordinal, t.terms)
		}
		ordinal++
		return nil
	})
	if err == nil {
		err = x.writeTexts(group, texts)
	}
	if err != nil {
		return err
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

// writeTexts writes the texts of a group of bodies, a file a year, and forgets them.
func (x *Index) writeTexts(group int, texts map[int][]byte) error {
	for _, year := range slices.Sorted(maps.Keys(texts)) {
		data := append(texts[year], "}\n"...)
		data[0] = '{' // in the place of the first comma
		if err := x.write(fmt.Sprintf("%s/texts/%d/%d.json", Folder, group, year), data); err != nil {
			return err
		}
	}
	clear(texts)
	return nil
}

// each gives what was taken of the reports to use, by body and year, nil for one that is not
// there. From then on a text is part of the version.
func (x *Index) each(use func(body, entry int, t *taken) error) error {
	for body, entries := range x.at {
		for entry, place := range entries {
			if place.Length == 0 {
				if err := use(body, entry, nil); err != nil {
					return err
				}
				continue
			}
			err := x.spool.Get(place, func(piece []byte) error {
				t, err := readTaken(string(piece))
				if err != nil {
					return err
				}
				fmt.Fprintf(x.sum, "%s %d %x\n", x.bodies[body].Slug, entry, t.sum)
				return use(body, entry, t)
			})
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// version changes with any text, so that the page notices files of two builds
// and no cache mixes them. It is known when all texts have been given out.
func (x *Index) version() string { return strconv.FormatUint(x.sum.Sum64(), 16) }

// wholeFile is text.json: the texts by ordinal, null where a body's year has none.
type wholeFile struct {
	Version string            `json:"version"`
	Reports []json.RawMessage `json:"reports"`
}

// finishWhole writes the index with the texts of all reports in one file.
func (x *Index) finishWhole() error {
	texts := []json.RawMessage{}
	err := x.each(func(_, _ int, t *taken) error {
		if t == nil {
			texts = append(texts, nil)
			return nil
		}
		texts = append(texts, json.RawMessage(t.text))
		return nil
	})
	if err != nil {
		return err
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
