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

	Differs bool `json:"differs,omitempty"` // the report itself says otherwise of the year before
}

// differingItem is what a report says of the year before where the report on that year says
// otherwise.
type differingItem struct {
	Year     int    `json:"year"`             // of the report that says it
	Says     string `json:"says"`             // its sentence
	Href     string `json:"href"`             // where that stands
	Before   int    `json:"before"`           // the year before
	Then     string `json:"then"`             // the sentence of that year's report
	ThenHref string `json:"thenhref"`         // where that stands
	Text     string `json:"text,omitempty"`   // the two held against each other, as HTML
	Reason   string `json:"reason,omitempty"` // that staff give
}
