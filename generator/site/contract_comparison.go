package site

// What the templates of /indicators/<id>/ and of the pages beside it are given:
// other orders at by-value/, by-kind/ and by-year/, years before at earlier/, and
// 2/, 3/ … of each.

// indicatorParams are those of a page of an indicator.
type indicatorParams struct {
	ID         string            `json:"id"`
	Name       string            `json:"name"`
	Unit       string            `json:"unit,omitempty"`
	Theme      string            `json:"theme"` // its name
	Definition string            `json:"definition"`
	Source     string            `json:"source,omitempty"` // what defines it
	Phrases    []string          `json:"phrases"`
	Reports    int               `json:"reports"`           // how many state it
	Bodies     int               `json:"bodies"`            // of how many bodies
	CSV        string            `json:"csv,omitempty"`     // its data, where there are any
	Up         string            `json:"up"`                // from the page to the front page, ../..
	First      string            `json:"first"`             // address of the first page, below the front page
	Beside     bool              `json:"beside"`            // it is not the first page: what the indicator means stands there
	Views      []stepItem        `json:"views"`             // orders and years to choose from; fewer than two are none
	Pages      []stepItem        `json:"pages"`             // of this view; fewer than two are none
	Groups     []stepItem        `json:"groups"`            // where to find the rows of a group, on several pages
	Several    bool              `json:"several,omitempty"` // it is stated in units that count other things: 人 and 人次
	Tables     []comparisonTable `json:"tables"`
}

// stepItem leads to another page of an indicator.
type stepItem struct {
	Name string `json:"name"`
	Href string `json:"href"` // from the first page on: by-value/2/
	Here bool   `json:"here,omitempty"`
}

// comparisonTable is bodies and what they state in units that count the same.
type comparisonTable struct {
	Title   string            `json:"title,omitempty"`   // 以件、起为单位, where the indicator is stated in others too
	Years   []int             `json:"years"`             // of the columns, newest first
	Older   bool              `json:"older,omitempty"`   // there are more columns than are shown at first
	Ordered int               `json:"ordered,omitempty"` // the year whose values are in order, in the place of columns
	Says    string            `json:"says,omitempty"`    // on the order and its places
	Groups  []comparisonGroup `json:"groups"`
}

// comparisonGroup is rows under a heading, "" for none.
type comparisonGroup struct {
	ID   string `json:"id,omitempty"` // where links lead to
	Name string `json:"name,omitempty"`
	Href string `json:"href,omitempty"` // of the region's page
	Rows string `json:"rows"`           // as HTML; see rows.go
}
