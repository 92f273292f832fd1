package site

// What the front page is given, besides what contract.go has: site.Params.telling
// and so on.

// tellingItem is one of the figures that the front page tells of.
type tellingItem struct {
	BodyName string `json:"bodyname"` // its short name, where it has one
	Year     int    `json:"year"`
	Label    string `json:"label"`
	Display  string `json:"display"`
	Href     string `json:"href"`

	Then *beforeItem `json:"then,omitempty"` // what it was the year before
	Body string      `json:"body"`           // slug
}

// leadItem leads to where a report says what was found wanting or is planned.
// Points are the beginnings of the first things that it says there, where the page
// has the room.
type leadItem struct {
	Name   string      `json:"name"`
	Href   string      `json:"href"`
	Points []pointItem `json:"points"`
}

// plannedItem leads to what came of the plan for the year of a report.
type plannedItem struct {
	BodyName    string `json:"bodyname"` // its short name, where it has one
	Year        int    `json:"year"`
	URL         string `json:"url"`
	Total       int    `json:"total"`
	Name        string `json:"name"`  // of what matters most to a reader: 未达到
	Count       int    `json:"count"` // how many came to that
	Unconfirmed bool   `json:"unconfirmed,omitempty"`
}

// questionItem is a reader's question and the page that answers it.
type questionItem struct {
	Text    string `json:"text"` // 调解了多少纠纷？
	URL     string `json:"url"`
	Reports int    `json:"reports"` // how many state it
}
