package report

// ChangeKind says what came of a report after it was first published.
type ChangeKind string

// Kinds of change.
const (
	ChangeCorrected ChangeKind = "corrected" // it was published again with another text or other metadata
	ChangeWithdrawn ChangeKind = "withdrawn" // it was taken down
	ChangeRestored  ChangeKind = "restored"  // it was published again after it had been taken down
)

// Change is what a release made of a report that an earlier one had published. Its
// words are public, so what is private in them is masked.
type Change struct {
	Kind     ChangeKind       `json:"kind"`
	Day      string           `json:"day"` // of the release, YYYY-MM-DD in Beijing
	Commit   string           `json:"commit,omitempty"`
	Reason   string           `json:"reason,omitempty"` // for all of it, as staff give it
	Passages []ChangedPassage `json:"passages,omitempty"`
	More     int              `json:"more,omitempty"`  // passages besides those that are listed
	Items    []ItemChange     `json:"items,omitempty"` // of the disclosure metadata
	Lost     bool             `json:"lost,omitempty"`  // the text before is not kept, so what became of it cannot be said
	To       string           `json:"to,omitempty"`    // of a report that went: body/year under which the same file is published now
}

// ChangedPassage is a sentence, or a row of a table, that a change made another of.
type ChangedPassage struct {
	Old      string         `json:"old,omitempty"` // "" for one that is new
	New      string         `json:"new,omitempty"` // "" for one that is gone
	Moved    bool           `json:"moved,omitempty"`
	Figures  []FigureChange `json:"figures,omitempty"`
	Reason   string         `json:"reason,omitempty"`
	Withheld bool           `json:"withheld,omitempty"` // the words are not repeated: only private data differ, or staff say so

	At Span `json:"-"` // of a passage that was just found: where it stands now, or the place where it stood
}

// FigureChange is what a change made of a number: 办理案件, 405件, 406件.
type FigureChange struct {
	Label string `json:"label,omitempty"` // "" where no name is surely right
	Old   string `json:"old,omitempty"`   // as printed; "" for one that is new
	New   string `json:"new,omitempty"`
}

// ItemChange is what a change made of an item of the disclosure metadata.
type ItemChange struct {
	Name   string `json:"name"` // 发文字号
	Old    string `json:"old,omitempty"`
	New    string `json:"new,omitempty"`
	Reason string `json:"reason,omitempty"`
}

// Correction is what staff say of a change: which words were corrected and why.
// Without words it is about all of a change.
type Correction struct {
	Day    string // YYYY-MM-DD; "" where it is not said
	Old    string // the words before, or a part of them
	Quote  string // the words now, or a part of them
	Reason string
	Hide   bool // the words before are not to be repeated
}
