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
// whole, so that the texts, up to waitingLimit bytes of them, are left for Finish to
// read. Of each that has been read is kept what its terms take, about two kilobytes.
package search

import (
	"encoding/binary"
	"hash/crc32"
	"hash/fnv"
	"strconv"
	"sync"

	"mingfa/generator/escape"
	"mingfa/generator/indicator"
	"mingfa/generator/report"
)

// WholeLimit is up to how many bytes of text the page loads all at once.
const WholeLimit = 1 << 20

// waitingLimit is how many bytes of text wait for Finish: those of some 2,500
// reports. It is more than WholeLimit.
const waitingLimit = 32 << 20

// Folder holds all of the index and nothing else.
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
	write  Write
	first  []int // of each body, the ordinal of its first report
	themes []indicator.Theme
	ids    map[string]int // of themes
	of     []*ofBody
	sums   []uint32 // by ordinal: a checksum of each text

	mu      sync.Mutex
	used    []bool // by theme
	bytes   int    // of text so far
	waiting int    // those of them that wait for Finish
	most    int    // of them
}

// ofBody is what is kept of a body's reports.
type ofBody struct {
	waiting []words // still to be read, in order
	terms   bodyTerms
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// New is an index for bodies, in the order in which their names are listed. It
// writes its files by write, which several goroutines call at once.
func New(bodies []Body, catalogue *indicator.Catalogue, write Write) *Index {
	x := &Index{bodies: bodies, write: write, ids: map[string]int{}, of: make([]*ofBody, len(bodies)), most: waitingLimit}
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
		x.of[i] = &ofBody{}
		n += len(b.Years)
	}
	x.sums = make([]uint32, n)
	return x
}

// Add adds the report of a body's year number entry. Reports of different bodies
// may be added at the same time, those of one body only one after another.
func (x *Index) Add(body, entry int, r *report.Report) error {
	w := wordsOf(r, entry, x.ids)
	x.of[body].waiting = append(x.of[body].waiting, w)
	if !x.count(w) {
		return nil
	}
	err := x.read(body)
	if entry == len(x.bodies[body].Years)-1 {
		x.of[body].terms.pack()
	}
	return err
}

// count counts a text, and reports whether too many wait.
func (x *Index) count(w words) bool {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, theme := range w.themes {
		x.used[theme] = true
	}
	x.bytes += w.bytes
	x.waiting += w.bytes
	return x.waiting > x.most
}

// rooms holds the memory in which texts are written.
var rooms = sync.Pool{New: func() any { return new([]byte) }}

// read writes the texts of a body that wait, and reads their terms.
func (x *Index) read(body int) error {
	room := rooms.Get().(*[]byte)
	defer rooms.Put(room)
	b, read := x.of[body], 0
	for i := range b.waiting {
		w := &b.waiting[i]
		*room = w.appendJSON((*room)[:0])
		x.sums[x.first[body]+w.entry] = crc32.Checksum(*room, castagnoli)
		path := Folder + "/reports/" + x.bodies[body].Slug + "/" + strconv.Itoa(x.bodies[body].Years[w.entry]) + ".json"
		if err := x.write(path, *room); err != nil {
			return err
		}
		b.terms.add(w)
		read += w.bytes
	}
	b.waiting = nil
	x.mu.Lock()
	defer x.mu.Unlock()
	x.waiting -= read
	return nil
}

// Finish writes what is not yet written, one file after another. It is to be
// called once, after all reports have been added.
func (x *Index) Finish() error {
	if x.bytes <= WholeLimit {
		texts := x.texts()
		if err := x.write(Folder+"/index.json", x.manifest(-1)); err != nil {
			return err
		}
		return x.write(Folder+"/text.json", texts)
	}
	entries := 0
	for body := range x.of {
		if err := x.read(body); err != nil {
			return err
		}
		terms := &x.of[body].terms
		terms.pack()
		entries += terms.entries
	}
	bits := partBits(entries)
	if err := x.write(Folder+"/index.json", x.manifest(bits)); err != nil {
		return err
	}
	return x.parts(bits)
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
	reports := make([][]byte, len(x.sums))
	for body, b := range x.of {
		for i := range b.waiting {
			data := b.waiting[i].appendJSON(nil)
			ordinal := x.first[body] + b.waiting[i].entry
			reports[ordinal], x.sums[ordinal] = data, crc32.Checksum(data, castagnoli)
		}
	}
	b := []byte(`{"version":"` + x.version() + `","reports":[`)
	for i, data := range reports {
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
