package search

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"mingfa/generator/lab/bench"
	"mingfa/generator/read/figure"
	"mingfa/generator/read/indicator"
	"mingfa/generator/read/lexicon"
	"mingfa/generator/read/outline"
	"mingfa/generator/report"
)

func catalogue(t testing.TB) *indicator.Catalogue {
	t.Helper()
	raw, err := os.ReadFile("../../../seeds/indicators.toml")
	if err != nil {
		t.Fatal(err)
	}
	c, findings := indicator.Parse("seeds/indicators.toml", raw, nil)
	if len(findings) > 0 {
		t.Fatalf("%+v", findings)
	}
	return c
}

func read(c *indicator.Catalogue, text string) *report.Report {
	r := outline.Parse(report.NewSource("示例.txt", text), lexicon.Builtin())
	figure.Extract(r, lexicon.Builtin())
	c.Assign(r, lexicon.Builtin())
	return r
}

// portal is an index of invented reports and what it was made from, by ordinal.
type portal struct {
	index   *Index
	reports []*report.Report
	files   map[string][]byte
}

func newPortal(t testing.TB, n int) *portal {
	t.Helper()
	dir := t.TempDir()
	if err := bench.Seeds(dir, bench.Light, n, 1); err != nil {
		t.Fatal(err)
	}
	paths, err := filepath.Glob(filepath.Join(dir, "*", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	c := catalogue(t)
	p := &portal{files: map[string][]byte{}}
	var bodies []Body
	for _, path := range paths {
		slug := filepath.Base(filepath.Dir(path))
		year, _ := strconv.Atoi(strings.TrimSuffix(filepath.Base(path), ".txt"))
		if len(bodies) == 0 || bodies[len(bodies)-1].Slug != slug {
			bodies = append(bodies, Body{Slug: slug, Name: "示例市" + slug})
		}
		b := &bodies[len(bodies)-1]
		b.Years = append(b.Years, year)
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		p.reports = append(p.reports, read(c, string(text)))
	}
	p.index = New(Portal{Bodies: bodies, Catalogue: c}, spool(t), p.write(t))
	at := 0
	for b := range bodies {
		for e := range bodies[b].Years {
			add(t, p.index, b, e, p.reports[at])
			at++
		}
	}
	p.finish(t)
	return p
}

// spool is an empty file for a test.
func spool(t testing.TB) *os.File {
	t.Helper()
	f, err := os.Create(filepath.Join(t.TempDir(), "spool"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

func add(t testing.TB, x *Index, body, entry int, r *report.Report) {
	t.Helper()
	data, err := x.Take(r)
	if err == nil {
		err = x.Add(body, entry, data)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func (p *portal) finish(t testing.TB) {
	t.Helper()
	if err := p.index.Finish(); err != nil {
		t.Fatal(err)
	}
}

// write keeps a file as it is when it is written.
func (p *portal) write(t testing.TB) Write {
	return func(path string, data []byte) error {
		if p.files[path] != nil {
			t.Fatalf("%s is written twice", path)
		}
		if !json.Valid(data) {
			t.Fatalf("%s is no JSON", path)
		}
		p.files[path] = bytes.Clone(data)
		return nil
	}
}

// holders are the ordinals that the term index gives for all terms of words,
// read from the files as the page reads them.
func (p *portal) holders(t testing.TB, words string) []int {
	t.Helper()
	var manifest struct{ Bits int }
	unmarshal(t, p.files[Folder+"/index.json"], &manifest)
	var all []int
	first := true
	eachQueried(words, func(term uint32) {
		var part struct{ Terms map[string][]int }
		unmarshal(t, p.files[fmt.Sprintf("%s/%d.json", Folder, term>>(termBits-manifest.Bits))], &part)
		list := runs(part.Terms[strconv.Itoa(int(term&(1<<(termBits-manifest.Bits)-1)))], -1)
		if first {
			all, first = list, false
			return
		}
		all = slices.DeleteFunc(all, func(n int) bool { return !slices.Contains(list, n) })
	})
	return all
}

// eachQueried calls use with the terms that a query asks for, but for those of
// numbers: the characters in exact order.
func eachQueried(words string, use func(uint32)) {
	for word := range strings.FieldsSeq(string(Fold(nil, words))) {
		runes := []rune(word)
		if len(runes) == 1 {
			use(termOf([]byte(word)))
		}
		for i := 1; i < len(runes); i++ {
			use(termOf([]byte(string(runes[i-1 : i+1]))))
		}
	}
}

func runs(list []int, at int) []int {
	var out []int
	for _, n := range list {
		if n > 0 {
			at += n
			out = append(out, at)
		}
		for ; n < 0; n++ {
			at++
			out = append(out, at)
		}
	}
	return out
}

func unmarshal(t testing.TB, data []byte, into any) {
	t.Helper()
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatal(err)
	}
}

// Every run of characters of every report, however it is written, leads to the
// report; and a report is named for no more than it holds but for a rare hash.
func TestEverySubstringIsFound(t *testing.T) {
	p := newPortal(t, 130)
	if p.files[Folder+"/text.json"] != nil || p.files[Folder+"/0.json"] == nil {
		t.Fatal("130 reports are not many enough for an index in parts")
	}
	named, vain := 0, 0
	rapid.Check(t, func(rt *rapid.T) {
		at := rapid.IntRange(0, len(p.reports)-1).Draw(rt, "report")
		r := p.reports[at]
		block := rapid.SampledFrom(r.Blocks).Draw(rt, "block")
		runes := []rune(r.Source.Slice(block.Span))
		from := rapid.IntRange(0, len(runes)-1).Draw(rt, "from")
		to := rapid.IntRange(from+1, min(len(runes), from+12)).Draw(rt, "to")
		query := string(runes[from:to])
		if strings.TrimSpace(query) == "" {
			return
		}
		if rapid.Bool().Draw(rt, "full width") {
			query = strings.Map(fullWidth, strings.ToUpper(query))
		}
		found := p.holders(t, query)
		if !slices.Contains(found, at) {
			rt.Fatalf("%q is in report %d, the index names %v", query, at, found)
		}
		folded := string(Fold(nil, query))
		for _, o := range found {
			named++
			if !strings.Contains(string(Fold(nil, p.reports[o].Source.Text)), folded) {
				vain++
			}
		}
	})
	t.Logf("of %d reports named, %d were named in vain", named, vain)
	if vain*3 > named {
		t.Errorf("%d of %d reports were named in vain", vain, named)
	}
}

func fullWidth(r rune) rune {
	if r > ' ' && r < 0x7f {
		return r + 0xfee0
	}
	return r
}

// The texts hold every block of every report but the lines of its title, each
// with the id of its place, and every figure where it stands.
func TestTexts(t *testing.T) {
	for _, n := range []int{3, 130} {
		p := newPortal(t, n)
		var whole struct{ Reports []json.RawMessage }
		if data := p.files[Folder+"/text.json"]; data != nil {
			unmarshal(t, data, &whole)
		}
		at := 0
		for i, b := range p.index.bodies {
			for _, year := range b.Years {
				var texts map[string]json.RawMessage
				if data := p.files[fmt.Sprintf(Folder+"/texts/%d/%d.json", i/together, year)]; data != nil {
					unmarshal(t, data, &texts)
				}
				raw := texts[b.Slug]
				if (raw == nil) != (whole.Reports != nil) {
					t.Fatalf("%d reports: %s %d is in both forms or in none", n, b.Slug, year)
				}
				if raw == nil {
					raw = whole.Reports[at]
				}
				compare(t, p.reports[at], raw)
				at++
			}
		}
	}
}

func compare(t *testing.T, r *report.Report, raw []byte) {
	t.Helper()
	var text struct{ Blocks [][]json.RawMessage }
	unmarshal(t, raw, &text)
	if first := string(text.Blocks[0][0]); first != `""` {
		t.Errorf("the first block has the id %s", first)
	}
	byID := map[string]*report.Figure{}
	for i := range r.Figures {
		byID[r.Figures[i].ID] = &r.Figures[i]
	}
	at, figures := 1, 0
	for i := range r.Blocks {
		block := &r.Blocks[i]
		if block.Kind == report.BlockTitle {
			continue
		}
		var id, words string
		unmarshal(t, text.Blocks[at][0], &id)
		unmarshal(t, text.Blocks[at][1], &words)
		if words != r.Source.Slice(block.Span) || id != idOf(r, block) {
			t.Fatalf("block %d is %q with the id %s, want %q", i, words, id, r.Source.Slice(block.Span))
		}
		if len(text.Blocks[at]) > 2 && block.Kind != report.BlockHeading {
			figures += compareFigures(t, words, text.Blocks[at][2], byID)
		}
		at++
	}
	if figures != len(r.Figures) {
		t.Errorf("%d figures of %d are in the text", figures, len(r.Figures))
	}
}

func compareFigures(t *testing.T, words string, raw json.RawMessage, byID map[string]*report.Figure) int {
	t.Helper()
	var list []any
	unmarshal(t, raw, &list)
	runes := []rune(words) // of the invented reports each takes one UTF-16 unit
	for i := 0; i < len(list); i += 4 {
		start, length := int(list[i].(float64)), int(list[i+1].(float64))
		f := byID[list[i+2].(string)]
		if got := string(runes[start : start+length]); f == nil || !strings.Contains(got, f.Raw) {
			t.Errorf("the figure %v is at %q", f, got)
		}
		if theme := list[i+3].(float64); (theme >= 0) != (f.Indicator != "") {
			t.Errorf("the figure %v has the theme %v", f, theme)
		}
	}
	return len(list) / 4
}

// The same reports give the same files, in whatever order they come.
func TestOrderDoesNotMatter(t *testing.T) {
	c := catalogue(t)
	bodies := []Body{{Slug: "jia", Name: "示例市甲局", Years: []int{2022, 2023}}, {Slug: "yi", Name: "示例市乙局", Years: []int{2023}}}
	texts := [][]string{{"一、概述\n受理行政复议9件。\n", "一、概述\n受理行政复议12件。\n"}, {"一、概述\n调解纠纷35件。\n"}}
	long := strings.Repeat("依法行政。", WholeLimit/15) // the texts no longer fit into one file
	for _, extra := range []string{"", long} {
		var want map[string][]byte
		for _, order := range [][]int{{0, 1}, {1, 0}} {
			p := &portal{files: map[string][]byte{}}
			p.index = New(Portal{Bodies: bodies, Catalogue: c}, spool(t), p.write(t))
			for _, b := range order {
				for e, text := range texts[b] {
					add(t, p.index, b, e, read(c, text+extra))
				}
			}
			p.finish(t)
			if want == nil {
				want = p.files
			}
			if len(p.files) != len(want) {
				t.Errorf("%d files, want %d", len(p.files), len(want))
			}
			for path, data := range p.files {
				if !bytes.Equal(data, want[path]) {
					t.Errorf("%s depends on the order", path)
				}
			}
		}
	}
}

// What was taken of a report and is damaged, or is of another catalogue, is refused.
func TestDamaged(t *testing.T) {
	c := catalogue(t)
	bodies := []Body{{Slug: "jia", Name: "示例市甲局", Years: []int{2023}}}
	x := New(Portal{Bodies: bodies, Catalogue: c}, spool(t), discard)
	data, err := x.Take(read(c, "一、概述\n受理行政复议9件。\n"))
	if err != nil {
		t.Fatal(err)
	}
	if err := x.Add(0, 0, data); err != nil {
		t.Error(err)
	}
	for _, wrong := range [][]byte{data[:len(data)-1], append(bytes.Clone(data), 0), nil} {
		if err := x.Add(0, 0, wrong); err == nil {
			t.Errorf("%d bytes are taken for %d", len(wrong), len(data))
		}
	}
	if err := New(Portal{Bodies: bodies}, spool(t), discard).Add(0, 0, data); err == nil {
		t.Error("what is of another catalogue is taken")
	}
}

// FuzzAdd: whatever is kept of a report, reading it ends.
func FuzzAdd(f *testing.F) {
	c := catalogue(f)
	x := New(Portal{Bodies: []Body{{Slug: "jia", Name: "示例市甲局", Years: []int{2023}}}, Catalogue: c}, spool(f), discard)
	data, err := x.Take(read(c, "一、概述\n受理行政复议9件。\n"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(_ *testing.T, data []byte) { _ = x.Add(0, 0, data) })
}

// Hostile text is data: no tag, no line separator and no control stands in a
// file as itself.
func TestHostileText(t *testing.T) {
	text := "一、概述\n</script><script>alert(1)</script>\u2028\u2029“引号”\"'\\ \u202e反向\u2069 {{< x >}} \x00\x1b 👨‍👩‍👧𠮷12件。\n"
	p := &portal{files: map[string][]byte{}}
	p.index = New(Portal{Bodies: []Body{{Slug: "e", Name: "示例市恶意局</script>", Years: []int{2023}}}, Catalogue: nil}, spool(t), p.write(t))
	add(t, p.index, 0, 0, read(catalogue(t), text))
	p.finish(t)
	for path, data := range p.files {
		if i := strings.IndexAny(string(data), "<>&\u2028\u2029\u202e\u2069\x00\x1b"); i >= 0 {
			t.Errorf("%s holds %q", path, data[i:min(len(data), i+20)])
		}
	}
}

func TestPostings(t *testing.T) {
	written := postings{last: -1}
	for _, n := range []int{0, 1, 2, 3, 9, 10} {
		written.add(n)
	}
	if want := []int{1, -3, 6, -1}; !slices.Equal(written.list, want) {
		t.Errorf("got %v, want %v", written.list, want)
	}
	rapid.Check(t, func(rt *rapid.T) {
		numbers := rapid.SliceOfDistinct(rapid.IntRange(0, 300), rapid.ID).Draw(rt, "numbers")
		slices.Sort(numbers)
		written := postings{last: -1}
		for _, n := range numbers {
			written.add(n)
		}
		if got := runs(written.list, -1); !slices.Equal(got, numbers) {
			rt.Fatalf("%v became %v through %v", numbers, got, written.list)
		}
	})
}

// The page reckons the number of a term as the generator does, so that both must
// change together: these numbers are also what static/js/search-index.js gives.
func TestTermOf(t *testing.T) {
	for term, want := range map[string]uint32{"行": 12937948, "行政": 16147765, "a1": 2406587, "𠮷": 3155419, "theme 3": 3231932} {
		if got := termOf([]byte(term)); got != want || got >= 1<<termBits {
			t.Errorf("%s is %d, want %d", term, got, want)
		}
	}
	if themeTerm(3) != termOf([]byte("theme 3")) {
		t.Error("themes have other terms")
	}
}

// A year is found whether or not the one before it holds the same.
func TestManyYears(t *testing.T) {
	c := catalogue(t)
	years := make([]int, 130)
	for i := range years {
		years[i] = 1950 + i
	}
	p := &portal{files: map[string][]byte{}}
	p.index = New(Portal{Bodies: []Body{{Slug: "jia", Name: "示例市甲局", Years: years}}, Catalogue: c}, spool(t), p.write(t))
	padding := strings.Repeat("依法行政。", WholeLimit/15/130+60)
	for e := range years {
		add(t, p.index, 0, e, read(c, fmt.Sprintf("第%c年的事。\n%s", rune(0x5000+e), padding)))
	}
	p.finish(t)
	for e := range years {
		if got := p.holders(t, string(rune(0x5000+e))+"年"); !slices.Equal(got, []int{e}) {
			t.Errorf("year %d is found in %v", e, got)
		}
	}
	if got := p.holders(t, "依法行政"); len(got) != len(years) {
		t.Errorf("%d reports hold what all hold", len(got))
	}
}

func discard(string, []byte) error { return nil }

func BenchmarkIndex(b *testing.B) {
	p, c := newPortal(b, 10), catalogue(b)
	b.ReportAllocs()
	for b.Loop() {
		x := New(Portal{Bodies: p.index.bodies, Catalogue: c}, spool(b), discard)
		for e := range 10 {
			add(b, x, 0, e, p.reports[e])
		}
		if err := x.Finish(); err != nil {
			b.Fatal(err)
		}
	}
}
