package dataset

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"mingfa/generator/report/pack"
)

var errFull = errors.New("the disk is full")

// filling is a Disk that takes so many calls, of any kind, and then no more.
type filling struct {
	memory
	left int
}

func (d *filling) call() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.left--; d.left < 0 {
		return errFull
	}
	return nil
}

type fillingFile struct {
	d *filling
	w io.WriteCloser
}

func (f fillingFile) Write(data []byte) (int, error) {
	if err := f.d.call(); err != nil {
		return 0, err
	}
	return f.w.Write(data)
}

func (f fillingFile) Close() error { return errors.Join(f.d.call(), f.w.Close()) }

func (d *filling) Create(name string) (io.WriteCloser, error) {
	if err := d.call(); err != nil {
		return nil, err
	}
	w, err := d.memory.Create(name)
	return fillingFile{d, w}, err
}

func (d *filling) Append(name string, data []byte) error {
	return errors.Join(d.call(), d.memory.Append(name, data))
}

// TestFullDisk: at whichever call a disk is full, that is told, and not only where
// the file it stopped in is small.
func TestFullDisk(t *testing.T) {
	kept, err := os.Create(filepath.Join(t.TempDir(), "kept"))
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	s := NewStore(kept, []int{1, 1})
	for i, body := range []string{"jia", "yi"} {
		rows := sample(body, 2023, 12)
		for i := range rows {
			rows[i].Quote = strings.Repeat("长", 1000) // so that files come in pieces
		}
		if err := s.Add(i, 0, Pack(rows)); err != nil {
			t.Fatal(err)
		}
	}
	listed := &Listed{Name: "bodies.csv", Columns: []Column{{"id", "单位编号", "string", "编号"}}, Rows: [][]string{{"jia"}, {"yi"}}}
	write := func(d Disk) error {
		figures, _, err := s.Figures(d, Past{})
		if err != nil {
			return err
		}
		table, err := listed.Write(d)
		if err != nil {
			return err
		}
		p := &Portal{Name: "示例市", Figures: figures, Tables: []Table{{listed, table}}}
		return p.Describe(d)
	}
	for calls := 0; ; calls++ {
		d := &filling{left: calls}
		err := write(d)
		if d.left >= 0 {
			if err != nil {
				t.Errorf("a disk that takes all %d calls fails: %v", calls, err)
			}
			if calls < 30 {
				t.Errorf("there were only %d calls", calls)
			}
			break
		}
		if !errors.Is(err, errFull) {
			t.Fatalf("a disk that is full after %d calls is not told: %v", calls, err)
		}
	}
}

// TestPieces: what belongs to a file comes into it once and in order, also where it is
// larger than what is held back, and little is held back.
func TestPieces(t *testing.T) {
	d := &memory{}
	p := newParts(d, []byte("head\n"))
	want := "head\n"
	for i := range 3000 {
		row := fmt.Sprintf("row %d %s\n", i, strings.Repeat("x", i%50))
		want += row
		if err := p.add("a.csv", []byte(row)); err != nil {
			t.Fatal(err)
		}
		if held := len(p.held["a.csv"]); held >= piece {
			t.Fatalf("%d bytes are held back", held)
		}
	}
	if n := d.file("a.csv").Len(); n < len(want)-piece {
		t.Errorf("only %d of %d bytes are written before the end", n, len(want))
	}
	if err := p.flush(); err != nil {
		t.Fatal(err)
	}
	if got := d.file("a.csv").String(); got != want {
		t.Errorf("the file has %d bytes, not %d", len(got), len(want))
	}
}

// TestDamagedStore: a file that no longer holds what was kept is told.
func TestDamagedStore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kept")
	kept, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer kept.Close()
	s := NewStore(kept, []int{1})
	if err := s.Add(0, 0, Pack(sample("jia", 2023, 3))); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(path, 5); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Figures(&memory{}, Past{}); err == nil {
		t.Error("figures are written from a file that was cut off")
	}
}

// TestNoNumber: a value that is none is told, and not written as 0.
func TestNoNumber(t *testing.T) {
	rows := sample("jia", 2023, 1)
	rows[0].Value = "12余"
	if err := newParquet(io.Discard).write(rows); err == nil || !strings.Contains(err.Error(), "12余") {
		t.Errorf("got %v", err)
	}
	rows[0].Value = "0"
	if err := newParquet(io.Discard).write(rows); err != nil {
		t.Error(err)
	}
}

func TestLetters(t *testing.T) {
	for column, want := range map[int]string{1: "A", 2: "B", 25: "Y", 26: "Z", 27: "AA", 28: "AB", 52: "AZ", 53: "BA", 702: "ZZ", 703: "AAA"} {
		if got := letters(column); got != want {
			t.Errorf("column %d is %s, not %s", column, got, want)
		}
	}
}

// workbookOf is a workbook that is written into memory.
func workbookOf(t *testing.T) (*workbook, *bytes.Buffer) {
	t.Helper()
	disk := &memory{}
	g, err := gather(disk, XLSX, &Past{}, func(part *Part) *Run { return &part.XLSX })
	if err != nil {
		t.Fatal(err)
	}
	return newXLSX(g, pack.NewSpool(spoolFile(t))), disk.file(XLSX)
}

// TestSheetBytes: the parts of a workbook as they are written; a library that reads them
// forgives much that a spreadsheet does not.
func TestSheetBytes(t *testing.T) {
	rows := sample("jia", 2023, 1)
	rows[0].Quote, rows[0].Label = "甲&乙<丙>\r\n\x01\t\uffff\ufffe ok", strings.Repeat("长", mostText+1)
	b, out := workbookOf(t)
	if err := errors.Join(b.begin(), b.write(rows, ""), b.finish()); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	part := func(name string) string {
		f, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		data, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	sheet := part("xl/worksheets/sheet1.xml")
	for _, want := range []string{
		`<col min="1" max="1" width="30" customWidth="1"/><col min="2" max="2" width="12" customWidth="1"/>`,
		`<row r="1"><c r="A1" t="inlineStr" s="1"><is><t xml:space="preserve">编号</t></is></c>`,
		`<row r="2"><c r="A2" t="inlineStr"><is>`,
		`<c r="E2"><v>2023</v></c>`,
		"甲&amp;乙&lt;丙&gt;&#13;\n\ufffd\t\ufffd\ufffd ok</t>",
		`<c r="J2"><v>0.25</v></c>`,
		`<t xml:space="preserve">数量</t>`,
	} {
		if !strings.Contains(sheet, want) {
			t.Errorf("the sheet lacks %s", want)
		}
	}
	if strings.Count(sheet, "长") > mostText || strings.Count(sheet, "长") < mostText-2 {
		t.Error("a long text is not cut where it may be")
	}
	if says := part("xl/worksheets/sheet2.xml"); !strings.Contains(says, "数量、金额、比率、变化") || strings.Contains(says, "count 数量") {
		t.Error("what explains the kinds has words for programs")
	}
}
