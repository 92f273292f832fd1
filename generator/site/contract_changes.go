package site

// What templates are given of changes to reports that were published: a section of
// the report's page, the pages of /changes/, and the page of a report that was taken
// down.

// changeItem is a change on the page of its report.
type changeItem struct {
	ID       string         `json:"id"`               // change-1, counted from the oldest
	Day      string         `json:"day,omitempty"`    // YYYY-MM-DD; absent where nobody has noted it
	Says     string         `json:"says"`             // 更正 3 处
	Stated   bool           `json:"stated,omitempty"` // staff say so, no release has compared
	Reason   string         `json:"reason,omitempty"`
	Note     string         `json:"note,omitempty"` // where no reason stands for all of it: what is known of reasons
	Passages []passageItem  `json:"passages,omitempty"`
	More     int            `json:"more,omitempty"` // passages that are not listed
	Items    []changedField `json:"items,omitempty"`
	To       *movedTo       `json:"to,omitempty"`
}

// passageItem is a sentence that was changed. Both are in three pieces: what they
// begin with alike, what differs, what they end with alike.
type passageItem struct {
	Kind    string          `json:"kind"` // changed, added, removed, moved or withheld
	Before  string          `json:"before,omitempty"`
	Old     string          `json:"old,omitempty"`
	New     string          `json:"new,omitempty"`
	After   string          `json:"after,omitempty"`
	Figures []changedFigure `json:"figures,omitempty"`
	Reason  string          `json:"reason,omitempty"`
	Href    string          `json:"href,omitempty"` // of the sentence, where it still stands in the text
}

// changedFigure is a number that was changed: 办理案件, 405件, 406件.
type changedFigure struct {
	Label string `json:"label,omitempty"`
	Old   string `json:"old,omitempty"`
	New   string `json:"new,omitempty"`
}

// changedField is an item of the disclosure metadata that was changed.
type changedField struct {
	Name   string `json:"name"`
	Old    string `json:"old,omitempty"`
	New    string `json:"new,omitempty"`
	Reason string `json:"reason,omitempty"`
}

// movedTo is where the same file is published now.
type movedTo struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

// changesParams are those of /changes/ and of its years.
type changesParams struct {
	Total int           `json:"total"`
	Year  int           `json:"year,omitempty"` // of a page on one
	Items []changesItem `json:"items"`
	Years []changesYear `json:"years,omitempty"` // pages on each year, newest first
	Prev  string        `json:"prev,omitempty"`  // of a year in several pages, the page before; an address
	Next  string        `json:"next,omitempty"`
}

// changesYear leads to the changes of a year.
type changesYear struct {
	Year  int    `json:"year"`
	Count int    `json:"count"`
	URL   string `json:"url"`
}

// changesItem is a change in the list of all.
type changesItem struct {
	Day      string          `json:"day,omitempty"`
	BodyName string          `json:"bodyname"`
	Year     int             `json:"year"`
	Says     string          `json:"says"`
	URL      string          `json:"url"`               // of the change on the report's page
	Figures  []changedFigure `json:"figures,omitempty"` // the first ones
	Reason   string          `json:"reason,omitempty"`
	Note     string          `json:"note,omitempty"` // as of changeItem
}

// withdrawnParams are those of the page of a report that was taken down.
type withdrawnParams struct {
	Body     string       `json:"body"` // slug
	BodyName string       `json:"bodyname"`
	BodyPage bool         `json:"bodypage,omitempty"` // the body has a page
	Year     int          `json:"year"`
	First    string       `json:"first"` // the day it was first published
	Day      string       `json:"day"`   // the day it was taken down
	Reason   string       `json:"reason,omitempty"`
	To       *movedTo     `json:"to,omitempty"`
	Changes  []changeItem `json:"changes"` // newest first
}
