package dataset

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/parquet-go/parquet-go"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/xuri/excelize/v2"

	"mingfa/generator/report"
)

// memory is a Disk that keeps all in memory.
type memory struct {
	mu    sync.Mutex
	files map[string]*bytes.Buffer
}

func (m *memory) file(name string) *bytes.Buffer {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.files == nil {
		m.files = map[string]*bytes.Buffer{}
	}
	if m.files[name] == nil {
		m.files[name] = &bytes.Buffer{}
	}
	return m.files[name]
}

type closing struct{ *bytes.Buffer }

func (closing) Close() error { return nil }

func (m *memory) Create(name string) (io.WriteCloser, error) { return closing{m.file(name)}, nil }

func (m *memory) Append(name string, data []byte) error {
	_, err := m.file(name).Write(data)
	return err
}

// sample are the rows of report number n of a body: each is filled in otherwise, and
// some hold what acts in a table.
func sample(body string, year, n int) []Row {
	quotes := []string{"办理案件12件", "=1+1，办理3件", "-办理3件，\"依法\"", "'办理\t3件", "甲\r\n办理3件", "<b>&办理3件\u202e\x01", "+86", "@办理3件"}
	rows := make([]Row, n)
	for i := range rows {
		r := &rows[i]
		*r = Row{
			ID: fmt.Sprintf("%s/%d/f%08x", body, year, i), Body: body, BodyName: "示例市" + body, ReportYear: year, Value: strconv.Itoa(i) + ".25",
			Kind: kinds[i%4], Raw: "12", Printed: "12件", Quote: quotes[i%len(quotes)], Line: i + 1, Figure: fmt.Sprintf("f%08x", i),
			URL: fmt.Sprintf("https://mingfa.example/reports/%s/%d/#f%08x", body, year, i), Target: i%3 == 0, Confirmed: i%5 == 0, Own: i%2 == 0,
		}
		if i%2 == 0 {
			r.Region, r.DataYear, r.Indicator, r.IndicatorName, r.Label = "示例市", year-i%3, "cases", "案件", quotes[i%len(quotes)]
			r.Unit, r.UnitClass, r.Section, r.Bound, r.Approx = "起", "件", "一、办案", bounds[i/2%4], "余"
		}
	}
	return rows
}

// spoolFile is a file for a Store.
func spoolFile(t testing.TB) *os.File {
	t.Helper()
	kept, err := os.Create(filepath.Join(t.TempDir(), "kept"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { kept.Close() })
	return kept
}

// written is the open data of a portal of two bodies, whose reports were added in the
// order that is given.
func written(t *testing.T, order []int) (*memory, *Portal, []Row) {
	t.Helper()
	reports := [][]Row{sample("jia", 2022, 40), sample("jia", 2023, 33), nil, sample("yi", 2023, 21)}
	s := NewStore(spoolFile(t), []int{2, 2})
	for _, i := range order {
		if err := s.Add(i/2, i%2, Pack(reports[i])); err != nil {
			t.Fatal(err)
		}
	}
	disk := &memory{}
	figures, _, err := s.Figures(disk, Past{})
	if err != nil {
		t.Fatal(err)
	}
	p := &Portal{
		Name: "示例市", Description: "说明。", Domain: "https://mingfa.example/", Publisher: "示例市司法局", Modified: "2024-03-01T08:00:00+08:00", First: 2022, Last: 2023,
		License: License{"CC-BY-4.0", "知识共享 署名 4.0 国际", "https://creativecommons.org/licenses/by/4.0/"}, Figures: figures,
	}
	bodies := &Listed{Name: "bodies.csv", Columns: []Column{{"id", "单位编号", "string", "编号"}}, Rows: [][]string{{"jia"}, {"yi"}}}
	indicators := &Listed{Name: "indicators.csv", Columns: []Column{{"id", "指标编号", "string", "编号"}}, Rows: [][]string{{"cases"}}}
	for _, l := range []*Listed{bodies, indicators} {
		w, err := l.Write(disk)
		if err != nil {
			t.Fatal(err)
		}
		p.Tables = append(p.Tables, Table{l, w})
	}
	if err := p.Describe(disk); err != nil {
		t.Fatal(err)
	}
	return disk, p, slices.Concat(reports...)
}

// TestSameBytes: whatever order reports are read in, the files are the same.
func TestSameBytes(t *testing.T) {
	a, _, _ := written(t, []int{0, 1, 2, 3})
	b, _, _ := written(t, []int{3, 1, 2, 0})
	if len(a.files) != len(b.files) || len(a.files) < 13 {
		t.Fatalf("%d and %d files", len(a.files), len(b.files))
	}
	for name, data := range a.files {
		if !bytes.Equal(data.Bytes(), b.files[name].Bytes()) {
			t.Errorf("%s differs with the order in which reports are read", name)
		}
	}
}

// TestRowsAreKept: the Store gives what it was given.
func TestRowsAreKept(t *testing.T) {
	want := sample("jia", 2023, 50)
	var data []byte
	for i := range want {
		data = appendRow(data, &want[i])
	}
	got, err := readRows(nil, string(data))
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%v, %v", err, got)
	}
	var r Row
	if fields := reflect.TypeFor[Row]().NumField(); fields != len(r.texts())+len(r.numbers())+len(r.flags()) || fields != len(columns) {
		t.Errorf("a row has %d fields, of which %d texts, %d numbers and %d flags are kept, and %d columns", fields, len(r.texts()), len(r.numbers()), len(r.flags()), len(columns))
	}
	if _, err := readRows(nil, string(data[:len(data)-1])); !errors.Is(err, errKept) {
		t.Errorf("what was cut off is read: %v", err)
	}
}

// FuzzRows: whatever a file holds, reading it ends.
func FuzzRows(f *testing.F) {
	rows := sample("jia", 2023, 2)
	f.Add(string(appendRow(appendRow(nil, &rows[0]), &rows[1])))
	f.Add("\xff\xff\xff\xff\xff\xff")
	f.Fuzz(func(t *testing.T, data string) {
		rows, err := readRows(nil, data)
		if err != nil {
			return
		}
		var again []byte
		for i := range rows {
			again = appendRow(again, &rows[i])
		}
		if back, err := readRows(nil, string(again)); err != nil || !reflect.DeepEqual(back, rows) {
			t.Errorf("%q is not kept: %v", data, err)
		}
	})
}

// TestCSVByItsSchema holds figures.csv against the Table Schema of datapackage.json, as
// Frictionless does.
func TestCSVByItsSchema(t *testing.T) {
	disk, _, want := written(t, []int{0, 1, 2, 3})
	var pack struct {
		Resources []struct {
			Name, Path, Hash string
			Bytes            int
			Schema           *tableSchema
		}
	}
	if err := json.Unmarshal(disk.files[packageName].Bytes(), &pack); err != nil {
		t.Fatal(err)
	}
	ids := map[string]map[string]bool{} // by resource
	for _, res := range slices.Backward(pack.Resources) {
		data := disk.files[res.Path].Bytes()
		if len(data) != res.Bytes || !strings.HasPrefix(res.Hash, "sha256:") {
			t.Errorf("%s has %d bytes, not %d", res.Path, len(data), res.Bytes)
		}
		if res.Schema == nil {
			continue
		}
		table := readCSV(t, data)
		ids[res.Name] = map[string]bool{}
		for _, row := range table[1:] {
			ids[res.Name][row[0]] = true
		}
		for _, fault := range res.Schema.faults(table, ids) {
			t.Errorf("%s: %s", res.Path, fault)
		}
		if res.Name == "figures" && len(table) != len(want)+1 {
			t.Errorf("%d rows of %d", len(table)-1, len(want))
		}
	}
	// The test itself bites.
	bad := readCSV(t, disk.files[CSV].Bytes())
	schema := pack.Resources[0].Schema
	bad[1][9], bad[2][4], bad[3][13], bad[4][0], bad[5][1], bad[6][17] = "12余", "", "=", bad[1][0], "bing", "是"
	if faults := schema.faults(bad, ids); len(faults) != 6 {
		t.Errorf("of six faults are found: %v", faults)
	}
}

// tableSchema is a Table Schema, as far as ours go.
type tableSchema struct {
	Fields []struct {
		Name, Type, Format string
		Constraints        struct {
			Required, Unique bool
			Enum             []string
		}
	}
	PrimaryKey  []string
	ForeignKeys []struct {
		Fields    []string
		Reference struct{ Resource string }
	}
}

var lexical = map[string]*regexp.Regexp{
	"string": regexp.MustCompile(`(?s)^.*$`), "number": regexp.MustCompile(`^-?\d+(\.\d+)?([eE][-+]?\d+)?$`), "integer": regexp.MustCompile(`^-?\d+$`),
	"year": regexp.MustCompile(`^\d{4}$`), "boolean": regexp.MustCompile(`^(true|false)$`), "uri": regexp.MustCompile(`^https?://\S+$`),
}

func (s *tableSchema) faults(table [][]string, ids map[string]map[string]bool) []string {
	var faults []string
	seen := make([]map[string]bool, len(s.Fields))
	for i, f := range s.Fields {
		seen[i] = map[string]bool{}
		if table[0][i] != f.Name {
			faults = append(faults, f.Name+" is headed "+table[0][i])
		}
	}
	for n, row := range table[1:] {
		for i, f := range s.Fields {
			cell := row[i]
			kind := f.Type
			if f.Format == "uri" {
				kind = "uri"
			}
			switch {
			case cell == "" && f.Constraints.Required:
				faults = append(faults, fmt.Sprintf("row %d has no %s", n, f.Name))
			case cell == "":
			case !lexical[kind].MatchString(cell):
				faults = append(faults, fmt.Sprintf("row %d: %s %q is no %s", n, f.Name, cell, kind))
			case len(f.Constraints.Enum) > 0 && !slices.Contains(f.Constraints.Enum, cell):
				faults = append(faults, fmt.Sprintf("row %d: %s is %q", n, f.Name, cell))
			case f.Constraints.Unique && seen[i][cell]:
				faults = append(faults, fmt.Sprintf("row %d: %s %q is there twice", n, f.Name, cell))
			}
			seen[i][cell] = true
			for _, key := range s.ForeignKeys {
				if cell != "" && key.Fields[0] == f.Name && !ids[key.Reference.Resource][cell] {
					faults = append(faults, fmt.Sprintf("row %d: there is no %s %q", n, f.Name, cell))
				}
			}
		}
	}
	return faults
}

func readCSV(t *testing.T, data []byte) [][]string {
	t.Helper()
	data, ok := bytes.CutPrefix(data, []byte("\ufeff"))
	if !ok {
		t.Error("a table has no byte order mark")
	}
	table, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// TestParts: the files of bodies and indicators together hold the lines of all figures.
func TestParts(t *testing.T) {
	disk, _, rows := written(t, []int{0, 1, 2, 3})
	all := readCSV(t, disk.files[CSV].Bytes())[1:]
	bodies := slices.Concat(readCSV(t, disk.files["bodies/jia.csv"].Bytes())[1:], readCSV(t, disk.files["bodies/yi.csv"].Bytes())[1:])
	if !reflect.DeepEqual(all, bodies) {
		t.Error("the files of bodies hold other figures")
	}
	of := 0
	for i := range rows {
		if rows[i].Indicator != "" {
			of++
		}
	}
	if got := readCSV(t, disk.files["indicators/cases.csv"].Bytes()); len(got)-1 != of {
		t.Errorf("the file of an indicator has %d figures, not %d", len(got)-1, of)
	}
	// Nothing in a cell acts.
	for _, row := range all {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+@\t", rune(cell[0])) {
				t.Errorf("a spreadsheet takes %q for a formula", cell)
			}
		}
	}
}

// TestParquet reads the figures back.
func TestParquet(t *testing.T) {
	disk, _, want := written(t, []int{0, 1, 2, 3})
	data := disk.files[Parquet].Bytes()
	got, err := parquet.Read[record](bytes.NewReader(data), int64(len(data)))
	if err != nil || len(got) != len(want) {
		t.Fatalf("%d rows, %v", len(got), err)
	}
	for i, r := range got {
		w := want[i]
		value, _ := strconv.ParseFloat(w.Value, 64)
		if r.ID != w.ID || r.Quote != w.Quote || r.Value != value || int(r.DataYear) != w.DataYear || r.Label != w.Label || r.Target != w.Target || int(r.Line) != w.Line || r.Bound != w.Bound {
			t.Fatalf("row %d is %+v, not %+v", i, r, w)
		}
	}
	file, err := parquet.OpenFile(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range file.Schema().Fields() {
		if f.Name() != columns[i].name || f.Optional() == columns[i].always {
			t.Errorf("column %d of Parquet is %s, optional %v", i, f.Name(), f.Optional())
		}
	}
	if _, err := file.Root().Column("region").Pages().ReadPage(); err != nil {
		t.Error(err)
	}
}

// TestXLSX reads the figures back: texts are texts, and numbers numbers.
func TestXLSX(t *testing.T) {
	disk, _, want := written(t, []int{0, 1, 2, 3})
	f, err := excelize.OpenReader(bytes.NewReader(disk.files[XLSX].Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows("数字")
	if err != nil || len(rows) != len(want)+1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for i, c := range columns {
		if rows[0][i] != c.title {
			t.Errorf("column %d is headed %s", i, rows[0][i])
		}
	}
	for i, w := range want {
		quote := strings.ReplaceAll(strings.ReplaceAll(w.Quote, "\x01", "\ufffd"), "\r\n", "\n")
		if got := strings.ReplaceAll(rows[i+1][21], "\r\n", "\n"); got != quote || rows[i+1][0] != w.ID || rows[i+1][9] != w.Value {
			t.Errorf("row %d is %q", i+1, rows[i+1])
		}
		for col := range columns {
			cell, _ := excelize.CoordinatesToCellName(col+1, i+2)
			if formula, err := f.GetCellFormula("数字", cell); formula != "" || err != nil {
				t.Errorf("%s is the formula %s %v", cell, formula, err)
			}
			kind, _ := f.GetCellType("数字", cell)
			if number := columns[col].kind == typeNumber; number == (kind == excelize.CellTypeInlineString) && number {
				t.Errorf("%s is no number", cell)
			}
		}
	}
	if says, err := f.GetRows("各列的含义"); err != nil || len(says) != len(columns)+1 {
		t.Errorf("%d columns are explained, %v", len(says)-1, err)
	}
}

// TestSheets: more rows than a sheet may have go on in another.
func TestSheets(t *testing.T) {
	b, out := workbookOf(t)
	b.most = 21
	rows := sample("jia", 2023, 50)
	rows[7].Value = "12345678901234567890"
	rows[8].Quote = strings.Repeat("长", 40_000)
	if err := errors.Join(b.begin(), b.write(rows[:30], ""), b.write(rows[30:], ""), b.finish()); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(out)
	if err != nil {
		t.Fatal(err)
	}
	if got := f.GetSheetList(); !slices.Equal(got, []string{"数字", "数字2", "数字3", "各列的含义"}) {
		t.Errorf("the sheets are %v", got)
	}
	if last, err := f.GetRows("数字3"); err != nil || len(last) != 11 || last[10][0] != rows[49].ID {
		t.Errorf("%v %v", last, err)
	}
	if cell, _ := f.GetCellValue("数字", "J9", excelize.Options{RawCellValue: true}); cell != rows[7].Value {
		t.Errorf("digits are lost: %s", cell)
	}
}

// TestNoFigures: a portal without figures has the names of the columns.
func TestNoFigures(t *testing.T) {
	disk := &memory{}
	figures, _, err := NewStore(spoolFile(t), nil).Figures(disk, Past{})
	if err != nil {
		t.Fatal(err)
	}
	if table := readCSV(t, disk.files[CSV].Bytes()); len(table) != 1 || figures[0].Rows != 0 {
		t.Errorf("%v", table)
	}
	if _, err := excelize.OpenReader(disk.files[XLSX]); err != nil {
		t.Error(err)
	}
	p := &Portal{Name: "示例市", Figures: figures}
	if err := p.Describe(disk); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{packageName, csvwName, dcatName} {
		if text := disk.files[name].String(); strings.Contains(text, "icens") {
			t.Errorf("%s names a licence: %s", name, text)
		}
	}
}

// schema compiles a JSON Schema that was written.
func schema(t *testing.T, disk *memory, name string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(disk.files[name].Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestLinesBySchema holds each line of figures.jsonl against its JSON Schema.
func TestLinesBySchema(t *testing.T) {
	disk, _, want := written(t, []int{0, 1, 2, 3})
	s := schema(t, disk, lineSchema)
	n := 0
	for line := range strings.Lines(disk.files[Lines].String()) {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(line))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Errorf("%s: %v", line, err)
		}
		if got := v.(map[string]any); got["quote"] != want[n].Quote || len(got) != len(columns) {
			t.Errorf("line %d is %v", n, got)
		}
		n++
	}
	if n != len(want) {
		t.Errorf("%d lines of %d", n, len(want))
	}
	if s.Validate(map[string]any{"id": "x"}) == nil {
		t.Error("a line without most of it passes")
	}
}

// TestReportSchemaIsWhole: the schema of report.json tells of each field that the
// program writes, requires those that are always there, and knows no other.
func TestReportSchemaIsWhole(t *testing.T) {
	var s map[string]any
	if err := json.Unmarshal(reportSchema, &s); err != nil {
		t.Fatal(err)
	}
	compare(t, "report.json", reflect.TypeFor[report.Extract](), s)
}

func compare(t *testing.T, where string, typ reflect.Type, s map[string]any) {
	t.Helper()
	for typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	if typ.Kind() == reflect.Slice {
		items, _ := s["items"].(map[string]any)
		compare(t, where+"[]", typ.Elem(), items)
		return
	}
	if typ.Kind() != reflect.Struct {
		if s["type"] == nil || s["description"] == nil && s["title"] == nil {
			t.Errorf("%s has no type or no words that say what it is", where)
		}
		return
	}
	properties, _ := s["properties"].(map[string]any)
	required, _ := s["required"].([]any)
	for i := range typ.NumField() {
		name, rest, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
		of, ok := properties[name].(map[string]any)
		if !ok {
			t.Errorf("%s: the schema lacks %s", where, name)
			continue
		}
		if slices.Contains(required, any(name)) == (rest == "omitempty") {
			t.Errorf("%s: %s is required, or is not", where, name)
		}
		compare(t, where+"."+name, typ.Field(i).Type, of)
	}
	if len(properties) != typ.NumField() {
		t.Errorf("%s: the schema has %d properties for %d fields", where, len(properties), typ.NumField())
	}
}

// TestDescriptions looks at what catalogues of data read.
func TestDescriptions(t *testing.T) {
	disk, p, rows := written(t, []int{0, 1, 2, 3})
	var csvw struct {
		URL         string
		TableSchema struct {
			Columns []struct {
				Name   string
				Titles []string
			}
		}
	}
	if err := json.Unmarshal(disk.files[csvwName].Bytes(), &csvw); err != nil || csvw.URL != CSV {
		t.Fatal(csvw, err)
	}
	for i, name := range readCSV(t, disk.files[CSV].Bytes())[0] {
		if c := csvw.TableSchema.Columns[i]; c.Name != name || c.Titles[0] != name {
			t.Errorf("CSVW calls %s %v", name, c)
		}
	}
	for name, words := range map[string][]string{
		packageName: {`"name": "CC-BY-4.0"`, `"version": "` + Version + `"`, `"created": "2024-03-01T08:00:00+08:00"`, `"primaryKey"`},
		dcatName:    {`"dcat:Dataset"`, `"https://mingfa.example/data/figures.parquet"`, `"dct:license"`, `"2022"`},
		lineSchema:  {`"$id": "https://mingfa.example/data/figures.schema.json"`},
		ReportName:  {`"$id": "https://mingfa.example/data/report.schema.json"`},
	} {
		for _, w := range words {
			if !strings.Contains(disk.files[name].String(), w) {
				t.Errorf("%s lacks %s", name, w)
			}
		}
	}
	p.Name = "</script>&"
	linked, err := p.LinkedData()
	if err != nil || strings.Contains(linked, "<") || !json.Valid([]byte(linked)) {
		t.Errorf("%s %v", linked, err)
	}
	for _, f := range p.Figures {
		if f.Rows != len(rows) || f.Size != int64(disk.files[f.Name].Len()) {
			t.Errorf("%+v", f)
		}
	}
}

// A value may be larger than a double; Parquet says that it is infinite, not another.
func TestLargeValue(t *testing.T) {
	rows := sample("jia", 2023, 1)
	rows[0].Value = "1" + strings.Repeat("0", 400)
	var out bytes.Buffer
	w := newParquet(&out)
	if err := errors.Join(w.write(rows), w.close()); err != nil {
		t.Fatal(err)
	}
	got, err := parquet.Read[record](bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil || !math.IsInf(got[0].Value, 1) {
		t.Errorf("%v %v", got, err)
	}
}
