package site

// dataFile is a file of the open data of the portal, as its page lists it.
type dataFile struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	Says  string `json:"says"`
	Size  string `json:"size"`
}

// dataParams are what /data/ says of the files of the portal.
type dataParams struct {
	Files   []dataFile `json:"files"`
	Tables  []dataFile `json:"tables"`
	Rows    string     `json:"rows"`
	Date    string     `json:"date,omitempty"` // YYYY-MM-DD
	Version string     `json:"version"`
	Linked  string     `json:"linked"` // schema.org, as JSON
}

// citeItem is how the report is cited: what stands before the day on which it was looked
// at, which who cites it writes, and what stands behind.
type citeItem struct {
	Before string `json:"before"`
	After  string `json:"after,omitempty"` // absent where there is no address, and so no such day
}

// cardItem is a card as the report's page leads to it.
type cardItem struct {
	Name    string `json:"name"`
	Section string `json:"section"`
	First   string `json:"first"` // id of its first figure
	Says    string `json:"says"`  // that one in words, as HTML
	Figures int    `json:"figures"`
}
