package dataset

import (
	"bytes"
	"fmt"
	"hash/crc32"
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"
)

// bodyReports are the rows of the reports of a body.
type bodyReports [][]Row

// threeBodies are those of a portal, the second without any.
func threeBodies() []bodyReports {
	return []bodyReports{{sample("jia", 2022, 40), sample("jia", 2023, 33)}, {nil}, {nil, sample("yi", 2023, 21)}, {sample("zi", 2023, 8)}}
}

// figuresOf is the open data of bodies.
func figuresOf(t *testing.T, bodies []bodyReports, past Past) (*memory, []Written, Parts) {
	t.Helper()
	reports := make([]int, len(bodies))
	for i := range bodies {
		reports[i] = len(bodies[i])
	}
	s := NewStore(spoolFile(t), reports)
	for i := range bodies {
		for k := range bodies[i] {
			if err := s.Add(i, k, Pack(bodies[i][k])); err != nil {
				t.Fatal(err)
			}
		}
	}
	disk := &memory{}
	written, parts, err := s.Figures(disk, past)
	if err != nil {
		t.Fatal(err)
	}
	return disk, written, parts
}

// pastOf is open data as the next site finds it.
func pastOf(disk *memory, parts Parts) Past {
	files := fstest.MapFS{}
	for name, data := range disk.files {
		files[name] = &fstest.MapFile{Data: bytes.Clone(data.Bytes())}
	}
	return Past{files, parts}
}

func sameFiles(t *testing.T, what string, got, want *memory) {
	t.Helper()
	if !slices.Equal(slices.Sorted(maps.Keys(got.files)), slices.Sorted(maps.Keys(want.files))) {
		t.Errorf("%s: there are other files", what)
	}
	for name, data := range want.files {
		if !bytes.Equal(data.Bytes(), got.file(name).Bytes()) {
			t.Errorf("%s: %s is not what it is without a site before", what, name)
		}
	}
}

// TestTakingOver: whatever changed since the site before, and whatever became of its files, the open
// data is what it is without one.
func TestTakingOver(t *testing.T) {
	disk, _, parts := figuresOf(t, threeBodies(), Past{})
	if len(parts) != 3 {
		t.Fatalf("there are parts of %d bodies", len(parts))
	}
	changes := map[string]func(bodies []bodyReports) []bodyReports{
		"nothing":              func(b []bodyReports) []bodyReports { return b },
		"a value":              func(b []bodyReports) []bodyReports { b[2][1][3].Value = "777"; return b },
		"a row more":           func(b []bodyReports) []bodyReports { b[0][1] = append(b[0][1], sample("jia", 2023, 34)[33]); return b },
		"a row less":           func(b []bodyReports) []bodyReports { b[0][0] = b[0][0][1:]; return b },
		"a body less":          func(b []bodyReports) []bodyReports { return b[1:] },
		"a body more":          func(b []bodyReports) []bodyReports { return slices.Insert(b, 1, bodyReports{sample("kai", 2021, 5)}) },
		"a body without rows":  func(b []bodyReports) []bodyReports { b[2] = bodyReports{nil, nil}; return b },
		"another order":        func(b []bodyReports) []bodyReports { slices.Reverse(b); return b },
		"an empty portal":      func([]bodyReports) []bodyReports { return nil },
		"an indicator changed": func(b []bodyReports) []bodyReports { b[0][0][2].Indicator = "visits"; return b },
	}
	for name, change := range changes {
		want, wantWritten, wantParts := figuresOf(t, change(threeBodies()), Past{})
		got, written, gotParts := figuresOf(t, change(threeBodies()), pastOf(disk, parts))
		sameFiles(t, name, got, want)
		if !slices.Equal(written, wantWritten) || !maps.Equal(gotParts, wantParts) {
			t.Errorf("%s: %+v is told, not %+v", name, written, wantWritten)
		}
	}
	want, _, _ := figuresOf(t, threeBodies(), Past{})
	rng := rand.New(rand.NewPCG(1, 2))
	for _, name := range []string{CSV, XLSX, Lines} {
		for what, damage := range map[string]func(data []byte) []byte{
			"one byte is another": func(data []byte) []byte { data[rng.IntN(len(data))] ^= 1; return data },
			"all is zero":         func(data []byte) []byte { return make([]byte, len(data)) },
			"cut off":             func(data []byte) []byte { return data[:len(data)/2] },
			"moved by a byte":     func(data []byte) []byte { return append([]byte{' '}, data...) },
			"empty":               func([]byte) []byte { return nil },
		} {
			past := pastOf(disk, parts)
			file := past.Files.(fstest.MapFS)[name]
			file.Data = damage(file.Data)
			got, _, _ := figuresOf(t, threeBodies(), past)
			sameFiles(t, name+", "+what, got, want)
		}
		past := pastOf(disk, parts)
		delete(past.Files.(fstest.MapFS), name)
		got, _, _ := figuresOf(t, threeBodies(), past)
		sameFiles(t, name+" is gone", got, want)
	}
}

// TestForeignParts: a record that tells of other places, or of those of another body, is of no use.
func TestForeignParts(t *testing.T) {
	disk, _, parts := figuresOf(t, threeBodies(), Past{})
	want, _, _ := figuresOf(t, threeBodies(), Past{})
	keys := slices.Sorted(maps.Keys(parts))
	for name, change := range map[string]func(p *Part){
		"negative": func(p *Part) { p.CSV.At, p.Lines.Size, p.XLSX.At = -1, -5, -1<<63 },
		"huge":     func(p *Part) { p.CSV.At, p.Lines.Size, p.XLSX.Size = 1<<62, 1<<62, 1<<63-1 },
		"empty":    func(p *Part) { p.CSV.Size, p.Lines, p.XLSX.Size = 0, Run{}, 0 },
		"no rows":  func(p *Part) { p.Rows = 0 },
		"a byte":   func(p *Part) { p.CSV.At++; p.Lines.Size--; p.XLSX.At++ },
		"row":      func(p *Part) { p.XLSX.First++ },
	} {
		changed := maps.Clone(parts)
		for _, key := range keys {
			p := changed[key]
			change(&p)
			changed[key] = p
		}
		got, _, _ := figuresOf(t, threeBodies(), pastOf(disk, changed))
		sameFiles(t, name, got, want)
	}
	got, _, _ := figuresOf(t, threeBodies(), Past{Files: fs.FS(fstest.MapFS{}), Parts: parts})
	sameFiles(t, "no files", got, want)
}

// TestPartsAreUsed: what did not change is not made anew. The site before has words here that no row
// has, with the sum of these words.
func TestPartsAreUsed(t *testing.T) {
	disk, _, parts := figuresOf(t, threeBodies(), Past{})
	past := pastOf(disk, maps.Clone(parts))
	for name, of := range map[string]func(*Part) *Run{CSV: func(p *Part) *Run { return &p.CSV }, Lines: func(p *Part) *Run { return &p.Lines }} {
		data := past.Files.(fstest.MapFS)[name].Data
		for key, part := range past.Parts {
			run := of(&part)
			text := data[run.At : run.At+run.Size]
			copy(text, bytes.ReplaceAll(text, []byte("办理"), []byte("旧的")))
			run.Sum = sumOf(text)
			past.Parts[key] = part
		}
	}
	changed := threeBodies()
	changed[3][0][0].Value = "5"
	got, _, _ := figuresOf(t, changed, past)
	for _, name := range []string{CSV, Lines} {
		text := got.file(name).String()
		if strings.Count(text, "旧的") < 50 || strings.Count(text, "办理") > 12 {
			t.Errorf("%s: %d rows were taken over, and %d made", name, strings.Count(text, "旧的"), strings.Count(text, "办理"))
		}
	}
	if ofIndicator := got.file("indicators/cases.csv").String(); !strings.Contains(ofIndicator, "旧的") {
		t.Error("the file of an indicator has rows that were made anew")
	}
}

// TestSheetsTakenOver: of a workbook with a row too many for one sheet, and of the one before it.
func TestSheetsTakenOver(t *testing.T) {
	write := func(past Past, most int, bodies []bodyReports) (*memory, Parts) {
		s := NewStore(spoolFile(t), []int{1, 1, 1})
		for i := range bodies {
			if err := s.Add(i, 0, Pack(bodies[i][0])); err != nil {
				t.Fatal(err)
			}
		}
		disk := &memory{}
		g, err := gather(disk, XLSX, &past, func(part *Part) *Run { return &part.XLSX })
		if err != nil {
			t.Fatal(err)
		}
		b := newXLSX(g, s.spool)
		b.most = most
		if err := s.bodies(b.put); err != nil {
			t.Fatal(err)
		}
		if err := b.finish(); err != nil {
			t.Fatal(err)
		}
		if _, err := g.close(nil); err != nil {
			t.Fatal(err)
		}
		return disk, g.made
	}
	bodies := []bodyReports{{sample("jia", 2023, 9)}, {sample("yi", 2023, 9)}, {sample("zi", 2023, 9)}}
	for _, most := range []int{5, 10, 11, 19, 20, 28, 100} {
		first, parts := write(Past{}, most, bodies)
		again, _ := write(pastOf(first, parts), most, bodies)
		sameFiles(t, fmt.Sprint(most, " rows"), again, first)
		whole, all := write(Past{}, 100, bodies)
		cut, _ := write(pastOf(whole, all), most, bodies)
		sameFiles(t, fmt.Sprint(most, " rows, of more"), cut, first)
		f, err := excelize.OpenReader(cut.file(XLSX))
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, name := range f.GetSheetList() {
			rows, err := f.GetRows(name)
			if err != nil {
				t.Fatal(err)
			}
			if strings.HasPrefix(name, "数字") {
				n += len(rows) - 1
			}
		}
		if n != 27 {
			t.Errorf("sheets of %d rows hold %d figures", most, n)
		}
	}
}

// TestPressed: a part is compressed alike, whatever was compressed before it, and two parts have the
// checksum of both.
func TestPressed(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	text := func(n int) []byte {
		data := make([]byte, n)
		for i := range data {
			data[i] = byte('a' + rng.IntN(1+rng.IntN(20)))
		}
		return data
	}
	used := newPresser()
	for range 12 {
		used.add(text(rng.IntN(300_000)))
		if _, _, err := used.take(0); err != nil {
			t.Fatal(err)
		}
		a, b := text(rng.IntN(200_000)), text(rng.IntN(200_000))
		fresh := newPresser()
		used.add(a)
		fresh.add(a)
		one, is, err := used.take(7)
		two, is2, err2 := fresh.take(7)
		if err != nil || err2 != nil || is != is2 || !bytes.Equal(one, two) {
			t.Fatalf("%d bytes are compressed otherwise after others", len(a))
		}
		if got, want := joined(crc32.ChecksumIEEE(a), crc32.ChecksumIEEE(b), int64(len(b))), crc32.ChecksumIEEE(slices.Concat(a, b)); got != want {
			t.Fatalf("the checksum is %08x, not %08x", got, want)
		}
	}
}

// TestLineEnd: a line feed in a cell ends no row.
func TestLineEnd(t *testing.T) {
	for text, want := range map[string]int{
		"":                       0,
		"a,b\r\n":                5,
		"a,b\r\nc":               5,
		"a,\"b\r\nc\"\r\nd\r\n":  10,
		"\"a \"\"b\n\"\n\nc":     9,
		"\"\n\n\n\",\"\n\"\r\nx": 11,
		"no end":                 6,
		"\"no end\n":             8,
	} {
		if got := lineEnd([]byte(text)); got != want {
			t.Errorf("%q ends after %d bytes, not %d", text, got, want)
		}
	}
}
