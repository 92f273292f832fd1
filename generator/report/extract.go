package report

import "encoding/json"

// Extract is what was read from a report, in the form that `extract` prints and
// report.json holds. Its fields and their order are a contract; the data guide of
// the site says what each means.
type Extract struct {
	Title     string             `json:"title"`
	Issuer    string             `json:"issuer"`
	Year      int                `json:"year"`
	Source    ExtractedSource    `json:"source"`
	Headings  []ExtractedHeading `json:"headings"`
	Figures   []ExtractedFigure  `json:"figures"`
	Citations []ExtractedTitle   `json:"citations"`
	Metadata  []ExtractedItem    `json:"metadata"`
}

// ExtractedSource says which file was read.
type ExtractedSource struct {
	Path     string `json:"path"`
	SHA256   string `json:"sha256"`
	Format   string `json:"format"`
	Encoding string `json:"encoding"`         // "" where the format says it
	Reader   string `json:"reader,omitempty"` // of a file that is no text, with its version
	// Published is the file beside the page where that is not the file as it was
	// issued: a copy without what tells of its writers.
	Published *ExtractedFile `json:"published,omitempty"`
}

// ExtractedFile is a file beside the page.
type ExtractedFile struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

// ExtractedHeading is a numbered line of the outline.
type ExtractedHeading struct {
	ID     string `json:"id"`
	Level  int    `json:"level"`
	Number string `json:"number"` // as printed, "" where it was lost
	Text   string `json:"text"`
	Line   int    `json:"line"`
}

// ExtractedFigure is a quantity that the text states as data.
type ExtractedFigure struct {
	ID        string      `json:"id"`
	Value     json.Number `json:"value"` // written as it is: an exact decimal
	Raw       string      `json:"raw"`
	Unit      string      `json:"unit"`
	Approx    string      `json:"approx"`
	Bound     Bound       `json:"bound"`
	Kind      Kind        `json:"kind"`
	Label     string      `json:"label"` // "" where no name is surely right: show the quote
	Own       bool        `json:"own"`   // the label borrows no word from an earlier clause or a heading
	Quote     string      `json:"quote"`
	Paragraph string      `json:"paragraph"` // id of the block it stands in
	Line      int         `json:"line"`
	Indicator string      `json:"indicator"` // "" when none matches
	// Series and Previous are in report.json alone: they need the body's report on
	// the year before. Figures of several years that count the same have one Series.
	Series   string             `json:"series,omitempty"`
	Previous *ExtractedPrevious `json:"previous,omitempty"`
	Claim    *ExtractedClaim    `json:"claim,omitempty"` // likewise
}

// ExtractedClaim is what a figure says of the year before, held against the report on that
// year: 上年为120件, 比上年增加12件, 同比增长10%.
type ExtractedClaim struct {
	Year     int         `json:"year"`
	ID       string      `json:"id"`       // of the figure of that report
	Says     string      `json:"says"`     // value, amount, percent or times
	Computed json.Number `json:"computed"` // what the figure is by that report; below zero for a fall
	Agrees   bool        `json:"agrees"`
	URL      string      `json:"url"`
}

// ExtractedPrevious is the value of the year before, in the report on that year.
type ExtractedPrevious struct {
	Year   int         `json:"year"`
	ID     string      `json:"id"`
	Value  json.Number `json:"value"`
	Raw    string      `json:"raw"`
	Unit   string      `json:"unit"`
	Approx string      `json:"approx"`
	Bound  Bound       `json:"bound"`
	URL    string      `json:"url"`
	// The change is left out where the texts do not state it: of approximations and
	// bounds, of other units, and behind a Break.
	Difference json.Number `json:"difference,omitempty"` // in percentage points where both are percentages
	Percent    json.Number `json:"percent,omitempty"`
	Break      string      `json:"break,omitempty"` // the sentence by which the two may not be compared
}

// ExtractedTitle is a title that the report cites, without its outer 《》.
type ExtractedTitle struct {
	Title string `json:"title"`
	Line  int    `json:"line"`
}

// ExtractedItem is what the text prints of the document itself: 发文字号, 成文日期.
type ExtractedItem struct {
	Key   MetadataKey `json:"key"`
	Value string      `json:"value"`
	Line  int         `json:"line"`
}

// Extract is what was read from the report. Hidden figures are left out.
func (r *Report) Extract() *Extract {
	e := &Extract{
		Title: r.Title, Issuer: r.Issuer, Year: r.Year,
		Source:    ExtractedSource{Path: r.Source.Path, SHA256: r.Source.SHA256, Format: r.Source.Format, Encoding: r.Source.Encoding, Reader: r.Source.Reader},
		Headings:  make([]ExtractedHeading, 0, len(r.Headings)),
		Figures:   make([]ExtractedFigure, 0, len(r.Figures)),
		Citations: make([]ExtractedTitle, 0, len(r.Citations)),
		Metadata:  make([]ExtractedItem, 0, len(r.Metadata)),
	}
	for _, h := range r.Headings {
		e.Headings = append(e.Headings, ExtractedHeading{h.ID, h.Level, h.Number, h.Text, h.Line})
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Hidden {
			continue
		}
		e.Figures = append(e.Figures, ExtractedFigure{
			ID: f.ID, Value: json.Number(f.Value), Raw: f.Raw, Unit: f.Unit, Approx: f.Approx, Bound: f.Bound, Kind: f.Kind, Label: f.Label, Own: f.Own,
			Quote: f.Quote, Paragraph: r.Blocks[f.Block].ID, Line: f.Line, Indicator: f.Indicator,
		})
	}
	for _, c := range r.Citations {
		e.Citations = append(e.Citations, ExtractedTitle{c.Title, c.Line})
	}
	for _, m := range r.Metadata {
		e.Metadata = append(e.Metadata, ExtractedItem(m))
	}
	return e
}
