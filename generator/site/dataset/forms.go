package dataset

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"github.com/parquet-go/parquet-go"

	"mingfa/generator/escape"
	"mingfa/generator/site/sheet"
)

// csvForm writes CSV.
type csvForm struct {
	b     bytes.Buffer
	t     *sheet.Writer
	cells []string
}

func newCSV() *csvForm {
	c := &csvForm{cells: make([]string, len(columns))}
	c.t = sheet.NewWriter(&c.b)
	return c
}

// head is what every file begins with.
func (c *csvForm) head() []byte {
	c.b.Reset()
	c.b.WriteString(sheet.Mark)
	for i := range columns {
		c.cells[i] = columns[i].name
	}
	c.t.Row(c.cells...)
	_ = c.t.Flush() // a buffer takes all
	return bytes.Clone(c.b.Bytes())
}

// lines are rows, good until the next.
func (c *csvForm) lines(rows []Row) ([]byte, error) {
	c.b.Reset()
	for k := range rows {
		for i := range columns {
			c.cells[i] = columns[i].text(&rows[k])
		}
		c.t.Row(c.cells...)
	}
	err := c.t.Flush()
	return c.b.Bytes(), err
}

// line is a row of JSON Lines. What is empty is null, so that each line has all
// names.
type line struct {
	ID            string      `json:"id"`
	Body          string      `json:"body"`
	BodyName      string      `json:"body_name"`
	Region        *string     `json:"region"`
	ReportYear    int         `json:"report_year"`
	DataYear      *int        `json:"data_year"`
	Indicator     *string     `json:"indicator"`
	IndicatorName *string     `json:"indicator_name"`
	Label         *string     `json:"label"`
	Value         json.Number `json:"value"`
	Unit          *string     `json:"unit"`
	UnitClass     *string     `json:"unit_class"`
	Kind          string      `json:"kind"`
	Bound         *string     `json:"bound"`
	Approx        *string     `json:"approx"`
	Raw           string      `json:"raw"`
	Printed       string      `json:"printed"`
	Target        bool        `json:"target"`
	Confirmed     bool        `json:"confirmed"`
	Own           bool        `json:"own"`
	Section       *string     `json:"section"`
	Quote         string      `json:"quote"`
	Line          int         `json:"line"`
	Figure        string      `json:"figure"`
	URL           string      `json:"url"`
}

// some is s, nil where it is empty.
func some(s *string) *string {
	if *s == "" {
		return nil
	}
	return s
}

// appendLines appends rows as JSON Lines.
func appendLines(text []byte, rows []Row) ([]byte, error) {
	for i := range rows {
		r := &rows[i]
		data := line{
			r.ID, r.Body, r.BodyName, some(&r.Region), r.ReportYear, nil, some(&r.Indicator), some(&r.IndicatorName), some(&r.Label),
			json.Number(r.Value), some(&r.Unit), some(&r.UnitClass), r.Kind, some(&r.Bound), some(&r.Approx), r.Raw, r.Printed,
			r.Target, r.Confirmed, r.Own, some(&r.Section), r.Quote, r.Line, r.Figure, r.URL,
		}
		if r.DataYear != 0 {
			data.DataYear = &r.DataYear
		}
		b, err := escape.Data(&data)
		if err != nil {
			return nil, fmt.Errorf("failed to write a figure as JSON: %w", err)
		}
		text = append(text, b...)
	}
	return text, nil
}

// record is a row of Parquet. The value is a double, as databases calculate with;
// all its digits stand in CSV and JSON Lines.
type record struct {
	ID            string  `parquet:"id"`
	Body          string  `parquet:"body,dict"`
	BodyName      string  `parquet:"body_name,dict"`
	Region        string  `parquet:"region,dict,optional"`
	ReportYear    int32   `parquet:"report_year"`
	DataYear      int32   `parquet:"data_year,optional"`
	Indicator     string  `parquet:"indicator,dict,optional"`
	IndicatorName string  `parquet:"indicator_name,dict,optional"`
	Label         string  `parquet:"label,optional"`
	Value         float64 `parquet:"value"`
	Unit          string  `parquet:"unit,dict,optional"`
	UnitClass     string  `parquet:"unit_class,dict,optional"`
	Kind          string  `parquet:"kind,dict"`
	Bound         string  `parquet:"bound,dict,optional"`
	Approx        string  `parquet:"approx,dict,optional"`
	Raw           string  `parquet:"raw"`
	Printed       string  `parquet:"printed"`
	Target        bool    `parquet:"target"`
	Confirmed     bool    `parquet:"confirmed"`
	Own           bool    `parquet:"own"`
	Section       string  `parquet:"section,dict,optional"`
	Quote         string  `parquet:"quote"`
	Line          int32   `parquet:"line"`
	Figure        string  `parquet:"figure"`
	URL           string  `parquet:"url"`
}

// rowsInGroup is how many rows of Parquet are held back before they are written.
const rowsInGroup = 50_000

// table writes Parquet.
type table struct {
	w    *parquet.GenericWriter[record]
	rows []record
	held int
}

func newParquet(w io.Writer) *table {
	return &table{w: parquet.NewGenericWriter[record](w, parquet.Compression(&parquet.Snappy), parquet.CreatedBy("mingfa", Version, ""))}
}

func (t *table) write(rows []Row) error {
	t.rows = t.rows[:0]
	for i := range rows {
		r := &rows[i]
		value, err := strconv.ParseFloat(r.Value, 64)
		if err != nil && value == 0 { // a value out of range is infinite
			return fmt.Errorf("the value %q is no number: %w", r.Value, err)
		}
		t.rows = append(t.rows, record{
			r.ID, r.Body, r.BodyName, r.Region, int32(r.ReportYear), int32(r.DataYear), r.Indicator, r.IndicatorName, r.Label, //nolint:gosec // years
			value, r.Unit, r.UnitClass, r.Kind, r.Bound, r.Approx, r.Raw, r.Printed,
			r.Target, r.Confirmed, r.Own, r.Section, r.Quote, int32(r.Line), r.Figure, r.URL, //nolint:gosec // a file of 2^31 lines is refused
		})
	}
	if _, err := t.w.Write(t.rows); err != nil {
		return fmt.Errorf("failed to write Parquet: %w", err)
	}
	if t.held += len(rows); t.held >= rowsInGroup {
		t.held = 0
		return t.w.Flush()
	}
	return nil
}

func (t *table) close() error { return t.w.Close() }
