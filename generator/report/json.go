package report

import (
	"bytes"
	"encoding/json"
)

// The JSON form of a report: what `extract` prints and report.json holds. Its
// fields are a contract; see the data guide of the site.
type (
	extract struct {
		Title     string          `json:"title"`
		Issuer    string          `json:"issuer"`
		Year      int             `json:"year"`
		Source    extractSource   `json:"source"`
		Headings  []extractHead   `json:"headings"`
		Figures   []extractFigure `json:"figures"`
		Citations []extractCite   `json:"citations"`
	}
	extractSource struct {
		Path     string `json:"path"`
		SHA256   string `json:"sha256"`
		Format   string `json:"format"`
		Encoding string `json:"encoding"`
	}
	extractHead struct {
		ID     string `json:"id"`
		Level  int    `json:"level"`
		Number string `json:"number"`
		Text   string `json:"text"`
		Line   int    `json:"line"`
	}
	extractFigure struct {
		ID        string      `json:"id"`
		Value     json.Number `json:"value"`
		Raw       string      `json:"raw"`
		Unit      string      `json:"unit"`
		Approx    string      `json:"approx"`
		Kind      Kind        `json:"kind"`
		Label     string      `json:"label"`
		Quote     string      `json:"quote"`
		Paragraph string      `json:"paragraph"`
		Line      int         `json:"line"`
		Indicator string      `json:"indicator"`
	}
	extractCite struct {
		Title string `json:"title"`
		Line  int    `json:"line"`
	}
)

// MarshalJSON gives the contract's form, hidden figures left out.
func (r *Report) MarshalJSON() ([]byte, error) {
	e := extract{
		Title: r.Title, Issuer: r.Issuer, Year: r.Year,
		Source:    extractSource{r.Source.Path, r.Source.SHA256, r.Source.Format, r.Source.Encoding},
		Headings:  make([]extractHead, 0, len(r.Headings)),
		Figures:   make([]extractFigure, 0, len(r.Figures)),
		Citations: make([]extractCite, 0, len(r.Citations)),
	}
	for _, h := range r.Headings {
		e.Headings = append(e.Headings, extractHead{h.ID, h.Level, h.Number, h.Text, h.Line})
	}
	for _, f := range r.Figures {
		if f.Hidden {
			continue
		}
		e.Figures = append(e.Figures, extractFigure{f.ID, json.Number(f.Value), f.Raw, f.Unit, f.Approx, f.Kind,
			f.Label, f.Quote, r.Blocks[f.Block].ID, f.Line, f.Indicator})
	}
	for _, c := range r.Citations {
		e.Citations = append(e.Citations, extractCite{c.Title, c.Line})
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(e); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
