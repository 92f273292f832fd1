package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"mingfa/generator/escape"
	"mingfa/generator/lab/golden"
	"mingfa/generator/read/indicator"
	"mingfa/generator/report/reporttest"
	"mingfa/generator/site/regions"
)

// TestFiles reads every case: reports as scripts (BODY-YEAR.report), and every
// file that is written of them.
func TestFiles(t *testing.T) {
	golden.RunFiles(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) []txtar.File {
		sources := c.Files("*.report", "indicators.toml")
		var files []txtar.File
		for _, f := range everything(t, sources, len(sources) > 2) {
			files = append(files, txtar.File{Name: f.Path, Data: readable(f)})
		}
		return files
	})
}

// written are the files of a report.
func written(in *Input) []File {
	var files []File
	if err := Report(in, keep(&files)); err != nil {
		panic(err)
	}
	return files
}

// overAll are the files of the pages over all reports.
func overAll(w *Whole) []File {
	var files []File
	for page := range Portal(w) {
		if err := page.Make(keep(&files)); err != nil {
			panic(err)
		}
	}
	return files
}

func keep(files *[]File) Write {
	return func(path string, data []byte) error {
		*files = append(*files, File{path, bytes.Clone(data)})
		return nil
	}
}

// everything writes the reports, or the pages over them where a case has
// several.
func everything(t *testing.T, sources []txtar.File, whole bool) []File {
	var c *indicator.Catalogue
	w := &Whole{Site: Site{Name: "示例市法治政府建设年度报告", Domain: "https://example.org/fz/", Demonstration: true}, Revision: Revision{Commit: "0123456789abcdef", Short: "0123456789"}}
	var out []File
	for _, f := range sources {
		if f.Name == "indicators.toml" {
			var findings any
			if c, findings = indicator.Parse(f.Name, f.Data, nil); c == nil {
				t.Fatal(findings)
			}
			continue
		}
		slug, year, _ := strings.Cut(strings.TrimSuffix(f.Name, ".report"), "-")
		r, err := reporttest.Parse(string(f.Data))
		if err != nil {
			t.Fatal(err)
		}
		if r.Year, err = strconv.Atoi(year); err != nil {
			t.Fatal(err)
		}
		if len(w.Bodies) == 0 || w.Bodies[len(w.Bodies)-1].Slug != slug {
			w.Bodies = append(w.Bodies, &Body{Slug: slug, Name: "示例市" + slug + "局", Short: slug + "局", Region: "示例市", RegionSlug: regions.Slug("示例市", nil), Parent: "a"})
		}
		in := &Input{Body: w.Bodies[len(w.Bodies)-1], Report: r, Original: []byte(r.Source.Text), Catalogue: c, Domain: w.Site.Domain,
			Disclosure: []Field{{Name: "索引号"}, {Name: "发布日期", Value: "2024-03-29", Line: 3}}, Previous: r.Year - 1}
		if !whole {
			out = append(out, written(in)...)
		}
		w.Reports = append(w.Reports, Summarise(in))
	}
	w.Catalogue = c
	if whole {
		out = append(out, File{"hugo.json", Config(w)})
		out = append(out, overAll(w)...)
	}
	return out
}

// readable indents JSON, takes what no text file should hold out of CSV, and
// shows controls as escapes.
func readable(f File) []byte {
	var b strings.Builder
	for _, r := range string(indented(f)) {
		if escape.Control(r) && r != '\n' && r != '\t' {
			fmt.Fprintf(&b, "\\u%04x", r)
		} else {
			b.WriteRune(r)
		}
	}
	return []byte(b.String())
}

func indented(f File) []byte {
	data := f.Data
	switch filepath.Ext(f.Path) {
	case ".csv":
		return []byte(strings.ReplaceAll(strings.TrimPrefix(string(data), "\ufeff"), "\r\n", "\n"))
	case ".md", ".json":
		var b bytes.Buffer
		front, text := data, []byte(nil)
		if i := bytes.Index(data, []byte("\n\n")); i >= 0 {
			front, text = data[:i], data[i+1:]
		}
		if json.Indent(&b, bytes.TrimSpace(front), "", " ") != nil {
			return data
		}
		return append(append(b.Bytes(), '\n'), text...)
	}
	return data
}

// TestSameInputSameBytes holds because nothing in the package asks the clock,
// the disk or a map's order.
func TestSameInputSameBytes(t *testing.T) {
	a, err := txtar.ParseFile("testdata/portal.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var sources []txtar.File
	for _, f := range a.Files {
		if strings.HasSuffix(f.Name, ".report") || f.Name == "indicators.toml" {
			sources = append(sources, f)
		}
	}
	first := everything(t, sources, true)
	for range 10 {
		if diff := cmp.Diff(first, everything(t, sources, true)); diff != "" {
			t.Fatal(diff)
		}
	}
}

// TestOriginalName pins that Hugo never takes an original for a page.
func TestOriginalName(t *testing.T) {
	for name, want := range map[string]string{
		"2023.txt": "2023.txt", "2023.md": "2023.md.txt", "2023.MD": "2023.MD.txt", "2023.html": "2023.html.txt", "2023.docx": "2023.docx", "2023": "2023.txt", "2023.org": "2023.org.txt",
	} {
		if got := OriginalName(name); got != want {
			t.Errorf("OriginalName(%q) = %q, want %q", name, got, want)
		}
	}
}

// TestSummaryKeepsNothingElse holds the promise that 100,000 summaries fit in
// memory: no text of one is a piece of the report's source, which would keep all
// of that.
func TestSummaryKeepsNothingElse(t *testing.T) {
	r := average(t)
	s := Summarise(&Input{Body: &Body{Slug: "x"}, Report: r})
	begin := uintptr(unsafe.Pointer(unsafe.StringData(r.Source.Text)))
	copied := func(texts ...string) {
		for _, text := range texts {
			if at := uintptr(unsafe.Pointer(unsafe.StringData(text))); text != "" && at >= begin && at < begin+uintptr(len(r.Source.Text)) {
				t.Errorf("%q is a piece of the source", text)
			}
		}
	}
	copied(s.title)
	for _, f := range s.headline {
		copied(f.label, f.display, f.figure)
	}
	for i, v := range s.stated {
		copied(v.indicator, v.figure, v.label, v.value, v.unit, v.approx, v.raw, v.display)
		if v.indicator != "i"+strconv.Itoa((i+1)%20) || v.unit == "" || v.figure == "" || v.display == "" {
			t.Errorf("value %d is %+v", i, v)
		}
	}
	if len(s.stated) != 50 || len(s.headline) != heads || s.title == "" {
		t.Errorf("%d values, %d links, title %q", len(s.stated), len(s.headline), s.title)
	}
}
