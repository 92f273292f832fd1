package site

// What the template of /bodies/<body>/ is given.

// bodyParams are those of /bodies/<body>/.
type bodyParams struct {
	Slug       string       `json:"slug"`
	QR         *qrParams    `json:"qr,omitempty"`
	Short      string       `json:"short,omitempty"`
	Region     string       `json:"region,omitempty"`
	RegionSlug string       `json:"regionslug,omitempty"`
	Kind       string       `json:"kind,omitempty"`
	Parent     string       `json:"parent,omitempty"` // slug
	ParentName string       `json:"parentname,omitempty"`
	Reports    []bodyReport `json:"reports"`         // newest first
	Years      []int        `json:"years"`           // of the columns, newest first
	Older      bool         `json:"older,omitempty"` // there are more columns than are shown at first
	Themes     []bodyTheme  `json:"themes"`
	CSV        string       `json:"csv,omitempty"`  // the same values, where there are any
	Feed       bool         `json:"feed,omitempty"` // feed.xml and feed.json stand beside the page
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
	ID   string    `json:"id"`
	Name string    `json:"name"`
	Rows []bodyRow `json:"rows"`
}

// bodyRow is what the body states of one thing, by year.
type bodyRow struct {
	Indicator string      `json:"indicator,omitempty"` // absent for a series that is of none
	Name      string      `json:"name"`
	Lines     []string    `json:"lines,omitempty"`  // points of each <polyline> in a box of 100 by 40
	Breaks    []breakItem `json:"breaks,omitempty"` // from when on it is counted otherwise
	Says      string      `json:"says,omitempty"`   // what the line shows
	Change    string      `json:"change,omitempty"`
	Last      *valueItem  `json:"last,omitempty"` // the newest value, with its year, where the first columns have none
	Cells     []valueItem `json:"cells"`
}

// breakItem is the year from which on something is counted otherwise, with the
// sentence that says so.
type breakItem struct {
	Year int    `json:"year"`
	Text string `json:"text"`
	Href string `json:"href"`
}
