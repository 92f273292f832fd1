package site

// What the template of /bodies/<body>/ is given.

// bodyParams are those of /bodies/<body>/.
type bodyParams struct {
	Slug       string          `json:"slug"`
	QR         *qrParams       `json:"qr,omitempty"`
	Short      string          `json:"short,omitempty"`
	Region     string          `json:"region,omitempty"`
	RegionSlug string          `json:"regionslug,omitempty"`
	Kind       string          `json:"kind,omitempty"`
	Parent     string          `json:"parent,omitempty"` // slug
	ParentName string          `json:"parentname,omitempty"`
	Reports    []bodyReport    `json:"reports"`         // newest first
	Years      []int           `json:"years"`           // of the columns, newest first
	Older      bool            `json:"older,omitempty"` // there are more columns than are shown at first
	Themes     []bodyTheme     `json:"themes"`
	Differing  []differingItem `json:"differing,omitempty"` // where two reports in a row say different things of one year, newest first
	CSV        string          `json:"csv,omitempty"`       // the same values, where there are any
	Feed       bool            `json:"feed,omitempty"`      // feed.xml and feed.json stand beside the page
}

// bodyReport is a report in the list of its body.
type bodyReport struct {
	Year       int    `json:"year"`
	Title      string `json:"title"`
	URL        string `json:"url"`
	Figures    int    `json:"figures"`
	Indicators int    `json:"indicators"`
	Day        string `json:"day,omitempty"`    // it was first published here, YYYY-MM-DD
	Stated     bool   `json:"stated,omitempty"` // the day is the date of publication that it states

	Promises *bodyPromises `json:"promises,omitempty"` // what came of the plan for the year
}

// bodyTheme is the rows of a theme.
type bodyTheme struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	Rows string `json:"rows"` // as HTML; see rows.go
}
