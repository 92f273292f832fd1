package site

// What the templates of /regions/ and /regions/<region>/ are given.

// regionsParams are those of /regions/.
type regionsParams struct {
	Regions []regionLink `json:"regions"`
}

// regionLink is a region in the list of all.
type regionLink struct {
	Name    string `json:"name"`
	URL     string `json:"url"`
	Bodies  int    `json:"bodies"`  // how many
	Reports int    `json:"reports"` // how many
}

// regionParams are those of /regions/<region>/.
type regionParams struct {
	Slug   string         `json:"slug"`
	Bodies int            `json:"bodies"` // how many
	Kinds  []regionKind   `json:"kinds"`
	Latest []regionReport `json:"latest"` // newest first
	Themes []regionTheme  `json:"themes"`
	Feed   bool           `json:"feed,omitempty"` // feed.xml and feed.json stand beside the page
}

// regionKind is the bodies of a kind, "" for no heading.
type regionKind struct {
	Name   string           `json:"name,omitempty"`
	Bodies []regionBodyLink `json:"bodies"`
}

// regionBodyLink is a body on the page of its region.
type regionBodyLink struct {
	Name  string `json:"name"`
	URL   string `json:"url"`
	Years string `json:"years"` // 2015—2024年，10份报告
}

// regionReport is one of the newest reports of a region.
type regionReport struct {
	BodyName string `json:"bodyname"`
	Year     int    `json:"year"`
	URL      string `json:"url"`
	Figures  int    `json:"figures"`
	Day      string `json:"day,omitempty"` // it was first published, or is stated as published, YYYY-MM-DD
}

// regionTheme is the indicators of a theme that bodies of the region can be compared by.
type regionTheme struct {
	ID         string            `json:"id"`
	Name       string            `json:"name"`
	Indicators []regionIndicator `json:"indicators"`
	More       []regionMore      `json:"more,omitempty"` // those that are not shown with values
}

// regionMore leads to an indicator.
type regionMore struct {
	Name   string `json:"name"`
	URL    string `json:"url"`
	Bodies int    `json:"bodies"`
}

// regionIndicator is what bodies of the region state for one year.
type regionIndicator struct {
	Name   string        `json:"name"`
	URL    string        `json:"url"` // where the page of the indicator has these bodies
	Year   int           `json:"year"`
	Bodies int           `json:"bodies"` // how many state it for this year
	Values []regionValue `json:"values"` // of the first ones

	rank int // how much readers want it, 1 the most
}

// regionValue is what a body states.
type regionValue struct {
	Name string `json:"name"`
	Text string `json:"text"`
	Href string `json:"href"`
}
