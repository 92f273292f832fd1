package site

// beforeItem is what the body's report on the year before states of the same
// thing, as one line of words: Lead, then the year as a link to the sentence of
// that report, then Rest: 比 2022年 少545件（−2.7%）.
type beforeItem struct {
	Lead   string `json:"lead,omitempty"`
	Year   int    `json:"year"`
	Figure string `json:"figure"` // its id on the page of that year
	Rest   string `json:"rest"`
	Why    string `json:"why,omitempty"` // "#" and the id of the paragraph that says that it is counted otherwise now
}
