package site

// What templates are given of what a report planned and what came of it: the pages
// /bodies/<body>/promises/<year>/, a section of the report's page, and the body's list.

// promisesParams are those of /bodies/<body>/promises/<year>/, where year is that of the
// report that is held against the plan of the one before.
type promisesParams struct {
	identity
	Previous  neighbour      `json:"previous"` // the report that planned
	Report    neighbour      `json:"report"`   // the one that is held against it
	Total     int            `json:"total"`
	Confirmed int            `json:"confirmed"` // how many staff have confirmed
	Groups    []promiseGroup `json:"groups"`    // by what came of it, none of them empty
}

// promiseGroup is the items of one status.
type promiseGroup struct {
	Status string        `json:"status"` // met, partly, unmet, unmentioned or unclear
	Name   string        `json:"name"`   // 到位
	Count  int           `json:"count"`
	Items  []promiseItem `json:"items"`
}

// promiseItem is one thing that was planned.
type promiseItem struct {
	ID        string `json:"id"`
	Quote     string `json:"quote"` // of the plan
	From      string `json:"from,omitempty"`
	Says      string `json:"says,omitempty"` // the sentence of the later report
	Href      string `json:"href,omitempty"`
	Goal      string `json:"goal,omitempty"` // 40场以上; with Now
	Now       string `json:"now,omitempty"`  // 36场
	Then      bool   `json:"then,omitempty"` // Goal is what the year before came to: 败诉率继续下降 plans no number
	How       string `json:"how"`            // 依据两年的数字
	Silent    bool   `json:"silent,omitempty"`
	Admits    string `json:"admits,omitempty"` // another sentence, in which the report says that it fell short
	AdmitsAt  string `json:"admitsat,omitempty"`
	Confirmed bool   `json:"confirmed,omitempty"`
	Reason    string `json:"reason,omitempty"`
}

// promisesBrief is what the report's page says of it.
type promisesBrief struct {
	URL    string         `json:"url"`
	Year   int            `json:"year"` // of the report that planned
	Total  int            `json:"total"`
	Counts []promiseCount `json:"counts"`
	Items  []promiseShort `json:"items"` // that are not met, the first ones

	Unconfirmed int `json:"unconfirmed,omitempty"` // how many nobody has confirmed
}

// promiseCount is how many items came to what.
type promiseCount struct {
	Status string `json:"status"`
	Name   string `json:"name"`
	Count  int    `json:"count"`
}

// promiseShort is an item on the report's page.
type promiseShort struct {
	Status string `json:"status"`
	Name   string `json:"name"`
	Quote  string `json:"quote"`
	Note   string `json:"note,omitempty"` // 36场
	Silent bool   `json:"silent,omitempty"`
	Href   string `json:"href"`
}

// bodyPromises is what came of a plan in the list of a body's reports.
type bodyPromises struct {
	URL    string         `json:"url"`
	Total  int            `json:"total"`
	Counts []promiseCount `json:"counts"`
}
