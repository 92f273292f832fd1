// Package search makes the files with which the page /search/ finds words in
// all reports without a server: any run of characters, in whatever report,
// with the sentence, the paragraph and the figure it stands in. It is pure:
// (path, bytes) pairs, the same for the same reports.
//
// What is written depends on how much text there is:
//
//	content/search/index/index.json         bodies, years and themes, and which form the rest has
//	content/search/index/text.json          up to WholeLimit bytes: the texts of all reports, by ordinal
//	content/reports/<body>/<year>/text.json above: the text of one report
//	content/search/index/<n>.json           above: a part of the term index
//
// The ordinals of reports go body by body and year by year. A term is a
// character or two that stand beside each other, folded (Fold); the term index
// says which reports hold it, so that only the texts that hold all terms of a
// query are fetched, newest first, until there are enough matches. It may name
// a report too many, never one too few. See terms.go for its form and text.go
// for that of a text.
//
// Reports are added one by one. Of each is kept what its terms take, about two
// kilobytes, and, until there are more than WholeLimit bytes, its text.
package search

import (
	"encoding/binary"
	"hash/crc32"
	"hash/fnv"
	"iter"
	"strconv"
	"sync"

	"mingfa/generator/escape"
	"mingfa/generator/indicator"
	"mingfa/generator/report"
)

// WholeLimit is up to how many bytes of text the page loads all at once.
const WholeLimit = 1 << 20

// Folder is what the index owns wholly.
const Folder = "content/search/index"

// File is a file to be written.
type File struct {
	Path string
	Data []byte
}

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

	mu    sync.Mutex
	used  []bool   // by theme
	whole [][]byte // by ordinal, until there is too much
	bytes int      // of texts so far
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
	x.sums, x.whole = make([]uint32, n), make([][]byte, n)
	return x
}

// Add reads the report of a body's year number entry and returns the files
// that are to be written at once. Reports of different bodies may be added at
// the same time, those of one body only one after another.
func (x *Index) Add(body, entry int, r *report.Report) []File {
	t := textOf(r, x.ids)
	ordinal := x.first[body] + entry
	x.sums[ordinal] = crc32.Checksum(t.data, castagnoli)
	x.terms[body].add(entry, r, t.themes)
	if entry == len(x.bodies[body].Years)-1 {
		x.terms[body].pack()
	}

	x.mu.Lock()
	defer x.mu.Unlock()
	for _, theme := range t.themes {
		x.used[theme] = true
	}
	x.bytes += len(t.data)
	if x.bytes <= WholeLimit {
		x.whole[ordinal] = t.data
		return nil
	}
	files := []File{x.file(body, entry, t.data)}
	for b := range x.bodies { // those held so far; none from the second time on
		for e := range x.bodies[b].Years {
			if x.whole == nil {
				return files
			}
			if data := x.whole[x.first[b]+e]; data != nil {
				files = append(files, x.file(b, e, data))
			}
		}
	}
	x.whole = nil
	return files
}

func (x *Index) file(body, entry int, data []byte) File {
	b := &x.bodies[body]
	return File{"content/reports/" + b.Slug + "/" + strconv.Itoa(b.Years[entry]) + "/text.json", data}
}

// Finish yields what makes each of the files over all reports, to be called once,
// by several goroutines where the caller has them.
func (x *Index) Finish() iter.Seq[func() File] {
	return func(yield func(func() File) bool) {
		if x.whole != nil {
			if yield(func() File { return x.manifest(0) }) {
				yield(func() File { return File{Folder + "/text.json", x.texts()} })
			}
			return
		}
		entries := 0
		for _, t := range x.terms {
			t.pack()
			entries += t.entries
		}
		bits := partBits(entries)
		if yield(func() File { return x.manifest(bits) }) {
			x.parts(bits, yield)
		}
	}
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
func (x *Index) manifest(bits int) File {
	if x.whole != nil {
		bits = -1
	}
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
	return File{Folder + "/index.json", append(b, "]}\n"...)}
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
