// Package search makes the files with which the page /search/ finds words in
// all reports without a server: any run of characters, in whatever report,
// with the sentence, the paragraph and the figure it stands in. It is pure:
// (path, bytes) pairs, the same for the same reports.
//
// What there is depends on how much text there is:
//
//	search/index/index.json                 bodies, years and themes, and which form the rest has
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
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"slices"
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
// what is in it, which is the caller's own only until Write returns.
type Write func(path string, data []byte) error

// Read reads the source of a body's year number entry again.
type Read func(body, entry int) (*report.Source, error)

// Body is a government body and the years of its reports, in order.
type Body struct {
	Slug, Name string
	Years      []int
}

// Index gathers the reports of a portal.
type Index struct {
	bodies []Body
	read   Read
	write  Write
	first  []int // of each body, the ordinal of its first report
	themes []indicator.Theme
	ids    map[string]int // of themes
	added  [][]words      // of each body, in order
	sums   []uint32       // by ordinal: a checksum of each text

	mu    sync.Mutex
	used  []bool // by theme
	bytes int    // of text
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// New is an index for bodies, in the order in which their names are listed. Finish
// reads the sources by read and writes the files by write.
func New(bodies []Body, catalogue *indicator.Catalogue, read Read, write Write) *Index {
	x := &Index{bodies: bodies, read: read, write: write, ids: map[string]int{}, added: make([][]words, len(bodies))}
	if catalogue != nil {
		x.themes = catalogue.Themes
	}
	for i, t := range x.themes {
		x.ids[t.ID] = i
	}
	x.used = make([]bool, len(x.themes))
	n := 0
	for _, b := range bodies {
		x.first = append(x.first, n)
		n += len(b.Years)
	}
	x.sums = make([]uint32, n)
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
	x.bytes += len(r.Source.Text)
}

// Finish writes the files, one after another. It is to be called once, after all
// reports have been added.
func (x *Index) Finish() error {
	if x.bytes <= WholeLimit {
		return x.finishWhole()
	}
	terms := make([]bodyTerms, len(x.bodies))
	entries, room := 0, []byte(nil)
	for body := range x.added {
		for i := range x.added[body] {
			w := &x.added[body][i]
			var err error
			if room, err = x.appendText(room[:0], body, w, &terms[body]); err != nil {
				return err
			}
			b := &x.bodies[body]
			if err := x.write(Folder+"/reports/"+b.Slug+"/"+strconv.Itoa(b.Years[w.entry])+".json", room); err != nil {
				return err
			}
		}
		x.added[body] = nil
		terms[body].pack()
		entries += terms[body].entries
	}
	bits := partBits(entries)
	if err := x.write(Folder+"/index.json", x.manifest(bits)); err != nil {
		return err
	}
	return x.parts(terms, bits)
}

// appendText appends the text of a report and adds its terms to those of its
// body, which may be nil.
func (x *Index) appendText(b []byte, body int, w *words, terms *bodyTerms) ([]byte, error) {
	src, err := x.read(body, w.entry)
	if err != nil {
		return nil, err
	}
	if src == nil || src.SHA256 != w.sha256 {
		return nil, fmt.Errorf("%s 的 %d 年报告在生成网站时被改动了。请再生成一次", x.bodies[body].Name, x.bodies[body].Years[w.entry])
	}
	start := len(b)
	b = w.appendJSON(b, src.Text)
	x.sums[x.first[body]+w.entry] = crc32.Checksum(b[start:], castagnoli)
	if terms != nil {
		terms.add(w, src.Text)
	}
	return b, nil
}

// finishWhole writes the index with the texts of all reports in one file.
func (x *Index) finishWhole() error {
	var reports []byte
	ordinal := 0
	for body := range x.bodies {
		added := x.added[body]
		for entry := range x.bodies[body].Years {
			if ordinal > 0 {
				reports = append(reports, ',')
			}
			ordinal++
			if len(added) == 0 || added[0].entry != entry {
				reports = append(reports, "null"...)
				continue
			}
			var err error
			if reports, err = x.appendText(reports, body, &added[0], nil); err != nil {
				return err
			}
			added = added[1:]
		}
	}
	if err := x.write(Folder+"/index.json", x.manifest(-1)); err != nil {
		return err
	}
	head := `{"version":"` + x.version() + `","reports":[`
	return x.write(Folder+"/text.json", slices.Concat([]byte(head), reports, []byte("]}\n")))
}

// version changes with any text, so that the page notices files of two builds
// and no cache mixes them.
func (x *Index) version() string {
	sum := fnv.New64a()
	var b [4]byte
	for _, s := range x.sums {
		binary.LittleEndian.PutUint32(b[:], s)
		sum.Write(b[:])
	}
	return strconv.FormatUint(sum.Sum64(), 16)
}

// manifest is index.json:
//
//	{"version":"…","bits":5,"themes":[["id","name"],…],"bodies":[["slug","name",[2015,-9]],…]}
//
// bits is the base-2 logarithm of the number of parts of the term index, or -1
// when text.json holds everything. A theme that no report states has no name.
// Years are written as postings.
func (x *Index) manifest(bits int) []byte {
	b := make([]byte, 0, 1024+len(x.bodies)*80)
	b = append(b, `{"version":"`+x.version()+`","bits":`+strconv.Itoa(bits)+`,"themes":[`...)
	for i, t := range x.themes {
		name := t.Name
		if !x.used[i] {
			name = ""
		}
		b = appendPair(b, i, t.ID, name)
		b = append(b, ']')
	}
	b = append(b, `],"bodies":[`...)
	for i, body := range x.bodies {
		b = appendPair(b, i, body.Slug, body.Name)
		b = append(b, `,[`...)
		var years postings
		for _, y := range body.Years {
			b = years.add(b, y, 1)
		}
		b = append(years.end(b), ']', ']')
	}
	return append(b, "]}\n"...)
}

func appendPair(b []byte, i int, id, name string) []byte {
	if i > 0 {
		b = append(b, ',')
	}
	b = escape.JSON(append(b, '['), id)
	return escape.JSON(append(b, ','), name)
}
