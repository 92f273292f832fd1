// Package search makes the files with which the page /search/ finds words in
// all reports without a server: any run of characters, in whatever report,
// with the sentence, the paragraph and the figure it stands in. It is pure:
// (path, bytes) pairs, the same for the same reports.
//
// What there is depends on how much text there is:
//
//	search/index/index.json         bodies, years and themes, and which form the rest has
//	search/index/text.json          up to WholeLimit bytes: the texts of all reports, by ordinal
//	reports/<body>/<year>/text.json above: the text of one report
//	search/index/<n>.json           above: a part of the term index
//
// The ordinals of reports go body by body and year by year. A term is a
// character or two that stand beside each other, folded (Fold); the term index
// says which reports hold it, so that only the texts that hold all terms of a
// query are fetched, newest first, until there are enough matches. It may name
// a report too many, never one too few. See terms.go for its form and text.go
// for that of a text.
//
// Reports are added one by one. Of each is kept what its terms take, about two
// kilobytes. Reading the terms is most of the work and nobody waits for them, so
// that texts of up to waitingLimit bytes are kept for Finish to read.
package search

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"hash/fnv"
	"sort"
	"strconv"
	"sync"

	"mingfa/generator/escape"
	"mingfa/generator/indicator"
	"mingfa/generator/report"
)

// WholeLimit is up to how many bytes of text the page loads all at once.
const WholeLimit = 1 << 20

// waitingLimit is how many bytes of text wait for Finish: those of some 2,500
// reports.
const waitingLimit = 32 << 20

// Folder is what the index owns wholly.
const Folder = "search/index"

// Write takes a file: where it stands on the site, without the leading slash, and
// what is in it, which is the caller's own only until Write returns.
type Write func(path string, data []byte) error

// Body is a government body and the years of its reports, in order.
type Body struct {
	Slug, Name string
	Years      []int
}

// Index gathers the reports of a portal.
type Index struct {
	bodies []Body
	first  []int // of each body, the ordinal of its first report
	themes []indicator.Theme
	ids    map[string]int // of themes
	terms  []*bodyTerms   // of each body
	sums   []uint32       // by ordinal: a checksum of each text

	mu      sync.Mutex
	used    []bool   // by theme
	whole   [][]byte // by ordinal, until there is too much
	bytes   int      // of texts so far
	waiting int      // bytes of text whose terms are still to be read
	most    int      // of them
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// New is an index for bodies, in the order in which their names are listed.
func New(bodies []Body, catalogue *indicator.Catalogue) *Index {
	x := &Index{bodies: bodies, ids: map[string]int{}, terms: make([]*bodyTerms, len(bodies))}
	if catalogue != nil {
		x.themes = catalogue.Themes
	}
	for i, t := range x.themes {
		x.ids[t.ID] = i
	}
	x.used = make([]bool, len(x.themes))
	n := 0
	for i, b := range bodies {
		x.first = append(x.first, n)
		x.terms[i] = &bodyTerms{}
		n += len(b.Years)
	}
	x.sums, x.whole, x.most = make([]uint32, n), make([][]byte, n), waitingLimit
	return x
}

// rooms holds the memory in which texts are written.
var rooms = sync.Pool{New: func() any { return new([]byte) }}

// Add reads the report of a body's year number entry and writes what can be
// written of it at once. Reports of different bodies may be added at the same
// time, those of one body only one after another.
func (x *Index) Add(body, entry int, r *report.Report, write Write) error {
	room := rooms.Get().(*[]byte)
	defer rooms.Put(room)
	t := textOf((*room)[:0], r, x.ids)
	*room = t.data
	ordinal := x.first[body] + entry
	x.sums[ordinal] = crc32.Checksum(t.data, castagnoli)
	b := x.terms[body]
	b.waiting = append(b.waiting, wordsOf(entry, r, t.themes))
	if x.wait(len(r.Source.Text)) > x.most {
		x.wait(-b.read())
		if entry == len(x.bodies[body].Years)-1 {
			b.pack()
		}
	}
	earlier, now := x.admit(ordinal, &t)
	if !now {
		return nil
	}
	for o, data := range earlier {
		if data != nil {
			if err := write(x.path(o), data); err != nil {
				return err
			}
		}
	}
	return write(x.path(ordinal), t.data)
}

// wait counts more bytes of text that wait for Finish, or, below 0, fewer, and
// gives how many do.
func (x *Index) wait(bytes int) int {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.waiting += bytes
	return x.waiting
}

// path is where the text of a report of its own stands.
func (x *Index) path(ordinal int) string {
	body := sort.SearchInts(x.first, ordinal+1) - 1 // of several that begin there, all but the last have no reports
	b := &x.bodies[body]
	return "reports/" + b.Slug + "/" + strconv.Itoa(b.Years[ordinal-x.first[body]]) + "/text.json"
}

// Finish writes the files over all reports, one after another. It is to be called
// once.
func (x *Index) Finish(write Write) error {
	if x.whole != nil {
		if err := write(Folder+"/index.json", x.manifest(-1)); err != nil {
			return err
		}
		return write(Folder+"/text.json", x.texts())
	}
	entries := 0
	for _, t := range x.terms {
		t.read()
		t.pack()
		entries += t.entries
	}
	bits := partBits(entries)
	if err := write(Folder+"/index.json", x.manifest(bits)); err != nil {
		return err
	}
	return x.parts(bits, write)
}

// admit counts a text. One that is to be written now comes with those that were
// kept so far, by ordinal, of which there are none from the second time on.
func (x *Index) admit(ordinal int, t *text) (earlier [][]byte, now bool) {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, theme := range t.themes {
		x.used[theme] = true
	}
	x.bytes += len(t.data)
	if x.bytes <= WholeLimit {
		x.whole[ordinal] = bytes.Clone(t.data)
		return nil, false
	}
	earlier, x.whole = x.whole, nil
	return earlier, true
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

// texts is text.json: a list of what the reports' own would hold.
func (x *Index) texts() []byte {
	b := append(make([]byte, 0, x.bytes+len(x.whole)+16), `{"version":"`+x.version()+`","reports":[`...)
	for i, data := range x.whole {
		if i > 0 {
			b = append(b, ',')
		}
		if data == nil {
			data = []byte("null")
		}
		b = append(b, data...)
	}
	return append(b, "]}\n"...)
}
